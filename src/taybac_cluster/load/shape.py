"""From plain values to a record, and from Pydantic's complaints to ours."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from typing import Any, TypeVar

from pydantic_core import ErrorDetails, ValidationError

from taybac_cluster.diagnostics import (
    BULLETS,
    MOST_FAULTS,
    Diagnostic,
    Words,
    nearest,
    suggestion,
)
from taybac_cluster.load.characters import cut
from taybac_cluster.load.meant import BLOCKS, REASONS, dashed_entry, lines_for, status_meant
from taybac_cluster.load.scalars import typed
from taybac_cluster.load.unknown_keys import any_of, group_of_values, judges_mark, named, unknown_key
from taybac_cluster.model.record import MAX_SLUG, Document, Location, Route
from taybac_cluster.rules.block import to_type
from taybac_cluster.rules.mistyped_numbers import mistyped_number
from taybac_cluster.rules.reading.dates import DATE_FORM, NO_SUCH_DAY
from taybac_cluster.rules.reading.lines import DASH_BEFORE_KEY, MISSING_SPACE, WIDE_BULLET
from taybac_cluster.rules.reading.quotes import COLON_IN_TEXT
from taybac_cluster.rules.reading.shape import (
    ANSWER_IN_QUOTES,
    MISSING_KEY,
    NOT_AMONG,
    NOT_AN_ID,
    TEXT_WITHOUT_QUOTES,
    WRONG_KIND,
)
from taybac_cluster.rules.reading.structure import NO_KEYS_AT_TOP

_MOST_NEAR = 50
"""How often in a file the nearest words are looked for: it takes a while."""

_TEXT_KEYS = ("vi", "en", "kind")
_GLUED = re.compile(r"[^\W\d][^:#\"'\[\]{},]*(?:(?<!\d):(?=[^\s/:])|:(?=[^\s/:\d]))")
_BULLET = re.compile(rf"([{BULLETS}])\s")
_GLUED_DASH = re.compile(r"-[^\s\d-]")

_MONTHS, _DAYS = 12, 31
_DAY_FIRST = re.compile(
    r"(?:ngày )?([0-9]{1,2})(?:[-/. ]| tháng )([0-9]{1,2})(?:[-/. ]| năm |, )([0-9]{4}|[0-9]{2})", re.IGNORECASE
)
_HOUR = re.compile(r"[ T]+[0-9]{1,2}(?::[0-9]{2}|h[0-9]*).*")
_PASSED = Words("true (đạt điều kiện này) hoặc false (không đạt)", "true (this condition is met) or false (it is not)")
_DATE = Words("ví dụ 2023-09-24", "for example 2023-09-24")

D = TypeVar("D", bound=Document)

_KINDS = {
    "string_type": Words("một đoạn văn bản", "a text"),
    "text": Words("một đoạn văn bản, hoặc hai dòng vi: và en: thụt vào", "a text, or two indented lines vi: and en:"),
    "long_text": Words("một đoạn văn bản không quá 20 000 ký tự", "a text of at most 20 000 characters"),
    "scalar": Words("một giá trị: số, true/false hoặc chữ", "one value: a number, true or false, or a text"),
    "bool_type": Words("true (có) hoặc false (không)", "true (yes) or false (no)"),
    "is_instance_of": Words("một số", "a number"),
    "decimal_type": Words("một số", "a number"),
    "int_type": Words("một số nguyên", "a whole number"),
    "whole_number": Words("một số nguyên", "a whole number"),
    "tuple_type": Words("một danh sách (mỗi dòng bắt đầu bằng “- ”)", "a list (each line begins with “- ”)"),
    "too_long": Words("một danh sách không quá 200 mục", "a list of at most 200 items"),
    "dict_type": Words("các dòng “tên mục: giá trị” thụt vào", "indented lines of “key: value”"),
    "model_type": Words("các dòng “tên mục: giá trị” thụt vào", "indented lines of “key: value”"),
    "model_attributes_type": Words("các dòng “tên mục: giá trị” thụt vào", "indented lines of “key: value”"),
    "blank_level": Words("tên của một mức (___ là ô chưa điền)", "the name of a level (___ is a blank to fill in)"),
    "date": Words("một ngày viết như 2023-09-24", "a date written as 2023-09-24"),
}

_NUMBERS = ("is_instance_of", "decimal_type", "int_type", "whole_number")
_NESTED = (*BLOCKS, "tuple_type")


def misfit(
    error: ValidationError, raw: Any, model: type[D], file: str, left_out: frozenset[Route]
) -> tuple[D | None, list[Diagnostic]]:
    """Return what does not fit the shape of a file, and the record of the rest where only parts do not.

    The record says that it is partial. Of what was `left_out` because it is faulty in itself, nothing more is said.
    """
    if not isinstance(raw, dict):
        if isinstance(raw, str) and (sign := _glued(raw)):
            return None, [MISSING_SPACE.at(Location(file), sign=sign)]
        kind = (
            Words("một danh sách", "a list") if isinstance(raw, tuple) else Words("một đoạn văn bản", "a single text")
        )
        return None, [NO_KEYS_AT_TOP.at(Location(file), kind=kind)]
    faults, faulty = _complaints(error, raw, file, model, left_out)
    return _rest(raw, model, file, faulty), faults


def _rest(raw: Any, model: type[D], file: str, faulty: list[Route]) -> D | None:
    """Make the record without the faulty parts, where they can be taken out and nothing else moves."""
    for _ in range(3):
        if any(not route or any(isinstance(step, int) for step in route) for route in faulty):
            return None
        raw = _without(raw, frozenset(faulty))
        try:
            return model.model_validate(raw).in_file(file, partial=True)
        except ValidationError as error:
            _, faulty = _complaints(error, raw, file, model)
    return None


def _without(raw: Any, faulty: frozenset[Route], here: Route = ()) -> Any:
    if not isinstance(raw, dict):
        return raw
    return {key: _without(each, faulty, (*here, key)) for key, each in raw.items() if (*here, key) not in faulty}


def _complaints(
    error: ValidationError,
    raw: Any,
    file: str,
    model: type[Document],
    left_out: frozenset[Route] = frozenset(),
) -> tuple[list[Diagnostic], list[Route]]:
    details = [(each, _route(each, raw)) for each in error.errors(include_url=False)]
    beside = _unknown_keys(details)
    astray = frozenset(route for each, route in details if each["type"] in BLOCKS and isinstance(each["input"], str))
    reported: dict[Route, Diagnostic | None] = {}
    faulty: list[Route] = []
    scaleless = {route[: route.index("scale")] for each, route in details if "scale" in route}
    scaleless |= {route for each, route in details if each["type"] == "missing" and each["loc"][-1] == "scale"}
    scaleless |= {route[: route.index("scale")] for route in left_out if "scale" in route}
    for each, route in details:
        if "per_class" in route and route[: route.index("per_class")] in scaleless:
            faulty.append(route)
            continue  # what a class changes is looked at once the criterion's own scale is sound
        if "per_class" in route and each["type"] != "missing" and each["loc"][-1] not in (route[-1], "[key]"):
            continue  # a field of the criterion's own scale, of which its own place tells
        faulty.append(route)
        complaint = _missing(each, route, file, beside, left_out | astray) if each["type"] == "missing" else None
        if each["type"] == "missing" and complaint is None:
            continue
        place = (*route, each["loc"][-1]) if complaint else route
        if each["type"] == "extra_forbidden":
            here = Location(file, route, "key")
            complaint = judges_mark(here, raw) or group_of_values(here, raw)
            place = complaint.where.route if complaint and isinstance(complaint.where, Location) else route
        if place in reported or (complaint is None and _said_below(each, route, left_out)):
            continue
        if complaint is None and len(reported) < MOST_FAULTS:
            complaint = _complaint(each, route, file, model, near=len(reported) < _MOST_NEAR)
        reported[place] = complaint if len(reported) < MOST_FAULTS else None
    if not reported and not left_out:  # it shows only where a class and the criterion's scale are put together
        each, route = details[0]
        reported[route] = _another_kind(raw, route, file) or _complaint(each, route, file, model, near=True)
    found = [each for each in reported.values() if each is not None]
    more = len(reported) - len(found)
    return [*found[:-1], found[-1]._replace(more=more)] if more else found, faulty


def _unknown_keys(details: list[tuple[ErrorDetails, Route]]) -> dict[Route, list[str]]:
    """Return the keys that do not belong where they stand, by the route of what they stand in."""
    beside: dict[Route, list[str]] = {}
    for each, route in details:
        if each["type"] == "extra_forbidden":
            beside.setdefault(route[:-1], []).append(str(route[-1]))
    return beside


def _missing(
    each: ErrorDetails, route: Route, file: str, beside: dict[Route, list[str]], left_out: frozenset[Route]
) -> Diagnostic | None:
    """Report a key that is missing; None where it is there and misspelt, or faulty itself."""
    key = str(each["loc"][-1])
    typed_keys = beside.get(route, [])[:_MOST_NEAR]
    if nearest(key, typed_keys) or named(key, typed_keys):
        return None
    if left_out & {(*route, key), (*route, ""), (*route[:-1], key)} or ("per_class" in route and "scale" not in route):
        return None
    return MISSING_KEY.at(Location(file, route, "key"), key=key)


def _another_kind(raw: Any, route: Route, file: str) -> Diagnostic | None:
    """Say that a class names another kind of scale, which the fields that it leaves as they are do not fit."""
    if "per_class" not in route:
        return None
    at = route.index("per_class")
    criterion = raw
    for step in route[:at]:
        criterion = criterion[step]
    kind = criterion["per_class"][route[at + 1]].get("kind")
    if kind is None:
        return None
    name = criterion.get("name", "")
    own = criterion["scale"].get("kind", "")
    params = {
        "name": echo(name.get("vi", "") if isinstance(name, dict) else name),
        "kind": echo(kind),
        "own": echo(own),
    }
    return Diagnostic("R315", Location(file, (*route[: at + 2], "kind")), params)


def _said_below(each: ErrorDetails, route: Route, left_out: frozenset[Route]) -> bool:
    """Whether what is wrong lies in a part of the value, of which more is said."""
    return isinstance(each["input"], dict) and any((*route, key) in left_out for key in _TEXT_KEYS)


def _route(each: ErrorDetails, raw: Any) -> Route:
    """Return the way through the file that Pydantic's loc names, without the names of unions and tags."""
    route: list[str | int] = []
    tag = False
    for step in each["loc"]:
        if tag:  # the kind of a scale, which may also be the name of a field: `levels`, `bands`
            tag = False
            continue
        inside = isinstance(raw, dict) and step in raw
        if inside or (isinstance(raw, tuple) and isinstance(step, int) and step < len(raw)):
            route.append(step)
            raw = raw[step]
            tag = isinstance(raw, dict) and (step == "scale" or route[-2:-1] == ["per_class"])
    return tuple(route)


def _complaint(each: ErrorDetails, route: Route, file: str, model: type[Document], *, near: bool) -> Diagnostic:
    kind, value = each["type"], each["input"]
    where = Location(file, route, "key" if kind == "blank_level" else "value")
    if kind == "extra_forbidden":
        return unknown_key(Location(file, route, "key"), _fields(each, model), near=near)
    if kind in ("literal_error", "union_tag_invalid"):
        return _not_among(each, where, near=near)
    if kind == "union_tag_not_found":
        meant = nearest("kind", [*value][:_MOST_NEAR], 1) if isinstance(value, dict) else []
        if meant:
            return unknown_key(Location(file, (*route, meant[0]), "key"), ["kind"], near=near)
        return MISSING_KEY.at(Location(file, route, "key"), key="kind")
    if kind in ("string_pattern_mismatch", "string_too_long"):
        return NOT_AN_ID.at(where, text=echo(value), write=_slug(value))
    return _misfit(each, where, lambda: _fields(each, model, inside=True))


def _not_among(each: ErrorDetails, where: Location, *, near: bool) -> Diagnostic:
    """Say that a value is none of the few that are legal."""
    value, context = each["input"], each.get("ctx", {})
    expected = str(context.get("expected") or context.get("expected_tags", "")).replace(" or ", ", ")
    options = [option.strip() for option in expected.replace("'", "").split(",")]
    if each["type"] == "union_tag_invalid":
        value = value.get("kind", "") if isinstance(value, dict) else value
        where = Location(where.file, (*where.route, "kind"))
    elif each["loc"][-1] == "[key]":
        where = Location(where.file, where.route, "key")
    found = echo(value)
    if where.route == ("status",):
        return NOT_AMONG.at(where, text=found, suggestion=status_meant(found))
    return NOT_AMONG.at(where, text=found, suggestion=suggestion(found, options) if near else any_of(options))


def _slug(text: str) -> str:
    """Return the id that is nearest to a text: Điện Biên Phủ, dien-bien-phu."""
    plain = unicodedata.normalize("NFD", text[:MAX_SLUG].lower().replace("đ", "d"))
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f]", "", plain))) or "sa-pa"


def _misfit(each: ErrorDetails, where: Location, fields: Callable[[], list[str]]) -> Diagnostic:
    """Say which mistake made a value of the wrong kind; `fields` gives the keys that it may hold."""
    kind, value = each["type"], each["input"]
    if kind == "no_such_day":
        return NO_SUCH_DAY.at(where, text=echo(value))
    if kind == "date" and not isinstance(value, (dict, tuple, bool)):
        return DATE_FORM.at(where, text=echo(value), suggestion=_date_meant(echo(value)))
    if isinstance(value, str) and (found := _written_otherwise(kind, value, where)):
        return found
    if found := _no_text(kind, value, where) or _no_block(kind, value, where):
        return found
    expected = _KINDS.get(kind, Words("một giá trị khác", "another value"))
    if kind == "bool_type" and where.route[:1] == ("gates",):
        expected = _PASSED
    write = lines_for(kind, where.route, value, fields) if where.route else None
    again = Words(f"ghi lại thành {expected.vi}", f"write {expected.en}")
    return WRONG_KIND.at(where, text=echo(value), expected=expected, write=write or again)


def _no_text(kind: str, value: Any, where: Location) -> Diagnostic | None:
    """Say why what stands in the place of a text is none: it lacks its quotes, or has a colon."""
    if kind not in ("string_type", "text") or isinstance(value, tuple):
        return None
    if not isinstance(value, dict):
        reason = isinstance(value, bool) and where.route[-1:] and where.route[-1] in REASONS
        return None if reason else TEXT_WITHOUT_QUOTES.at(where, fix=f'"{typed(value)}"', text=echo(value))
    if kind == "text" and len(value) == 1 and not value.keys() & {"vi", "en"}:
        return COLON_IN_TEXT.at(where, text=echo(value))
    return None


def _no_block(kind: str, value: Any, where: Location) -> Diagnostic | None:
    """Say that the entries of a block have dashes before them, or those of a list another sign."""
    if kind == "tuple_type" and isinstance(value, dict) and (bullet := _BULLET.match(next(iter(value), ""))):
        first = next(iter(value))
        write = cut(f"- {first[bullet.end() :]}: {echo(value[first])}")
        return WIDE_BULLET.at(Location(where.file, (*where.route, first), "key"), sign=bullet[1], write=write)
    if kind in BLOCKS and isinstance(value, tuple) and value and (line := dashed_entry(value[0])):
        return DASH_BEFORE_KEY.at(Location(where.file, (*where.route, 0)), lines=to_type(line))
    return None


def _written_otherwise(kind: str, text: str, where: Location) -> Diagnostic | None:
    """Say how a text came to stand where a number, a list or a block is due."""
    if kind in _NUMBERS and (number := mistyped_number(text)):
        return number.rule.at(where, fix=number.fix, **number.params)
    if kind == "bool_type" and text in ("true", "false"):
        return ANSWER_IN_QUOTES.at(where, fix=text, text=text, write=text)
    if kind in _NESTED and (sign := _glued(text)):
        return MISSING_SPACE.at(where, sign=sign)
    if kind == "tuple_type" and (bullet := _BULLET.match(text)):
        first = re.split(rf"\s[{bullet[1]}-]\s", text[bullet.end() :])[0]
        return WIDE_BULLET.at(where, sign=bullet[1], write=cut(f"- {first}"))
    return None


def _glued(text: str) -> str | None:
    """Return the sign that has no space after it, where YAML read lines as one text for that."""
    if _GLUED.match(text):
        return ":"
    return "-" if _GLUED_DASH.match(text) else None


def _date_meant(text: str) -> Words:
    """Say how a date is written, with the day that is probably meant."""
    text = _HOUR.sub("", text)
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
        year = f"20{year}" if len(year) == len("23") else year
    elif match := re.fullmatch(r"([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})", text):
        year, month, day = match.groups()
    else:
        return _DATE
    if int(month) > _MONTHS:
        month, day = day, month
    if not 1 <= int(month) <= _MONTHS or not 1 <= int(day) <= _DAYS:
        return _DATE
    write = f"{year}-{month:0>2}-{day:0>2}"
    try:
        datetime.date.fromisoformat(write)
    except ValueError:
        return _DATE
    return Words(f"ở đây là {write}", f"here {write}")


def _fields(each: ErrorDetails, model: type[Document], *, inside: bool = False) -> list[str]:
    """Return the keys that are legal beside an unknown one, or inside a value, also as an item of a list."""
    from taybac_cluster.load.fields import legal_keys  # noqa: PLC0415 - only a fault needs it

    if not inside:
        return legal_keys(model, each["loc"][:-1])
    return legal_keys(model, each["loc"]) or legal_keys(model, (*each["loc"], 0))


def echo(value: Any) -> str:
    """Return a value as it was typed, cut to a length that fits a line."""
    return "{…}" if isinstance(value, dict) else "[…]" if isinstance(value, tuple) else cut(typed(value))
