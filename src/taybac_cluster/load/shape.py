"""From plain values to a record, and from Pydantic's complaints to ours."""

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from taybac_cluster.diagnostics import Diagnostic, Param, Words, nearest, suggestion
from taybac_cluster.model.record import Document, Place, Route
from taybac_cluster.rules.number_slips import number_slip

MAX_ECHO = 60

D = TypeVar("D", bound=Document)

_KINDS = {
    "string_type": Words("một đoạn văn bản", "a text"),
    "bool_type": Words("true hoặc false", "true or false"),
    "is_instance_of": Words("một số", "a number"),
    "decimal_type": Words("một số", "a number"),
    "int_type": Words("một số nguyên", "a whole number"),
    "whole_number": Words("một số nguyên", "a whole number"),
    "tuple_type": Words("một danh sách (mỗi dòng bắt đầu bằng “- ”)", "a list (each line begins with “- ”)"),
    "dict_type": Words("các dòng “khoá: giá trị” thụt vào", "indented lines of “key: value”"),
    "model_type": Words("các dòng “khoá: giá trị” thụt vào", "indented lines of “key: value”"),
    "model_attributes_type": Words("các dòng “khoá: giá trị” thụt vào", "indented lines of “key: value”"),
    "date": Words("một ngày viết như 2023-09-24", "a date written as 2023-09-24"),
}


def shaped(raw: Any, model: type[D], file: str) -> tuple[D | None, list[Diagnostic]]:  # noqa: ANN401
    """Return the record of a file's value, and what does not fit its shape.

    Where only parts do not fit, the record is made of the rest and says that it is partial.
    """
    if not isinstance(raw, dict):
        kind = Words("một danh sách", "a list") if isinstance(raw, tuple) else Words("một đoạn văn bản", "a single text")
        return None, [Diagnostic("R028", Place(file), {"kind": kind})]
    try:
        return model.model_validate(raw).placed(file), []
    except ValidationError as error:
        faults, faulty = _complaints(error, raw, file, model)
    return _rest(raw, model, file, faulty), faults


def _rest(raw: Any, model: type[D], file: str, faulty: list[Route]) -> D | None:  # noqa: ANN401
    """Make the record without the faulty parts, where they can be taken out and nothing else moves."""
    for _ in range(3):
        for route in faulty:
            if not route or any(isinstance(step, int) for step in route):
                return None
            raw = _without(raw, route)
        try:
            return model.model_validate(raw).placed(file, partial=True)
        except ValidationError as error:
            _, faulty = _complaints(error, raw, file, model)
    return None


def _without(raw: Any, route: Route) -> Any:  # noqa: ANN401
    if not isinstance(raw, dict) or route[0] not in raw:
        return raw
    head, *rest = route
    if not rest:
        return {key: each for key, each in raw.items() if key != head}
    return {**raw, head: _without(raw[head], tuple(rest))}


def _complaints(
    error: ValidationError, raw: Any, file: str, model: type[Document]  # noqa: ANN401
) -> tuple[list[Diagnostic], list[Route]]:
    details = error.errors(include_url=False)
    told: dict[Route, Diagnostic] = {}
    faulty: list[Route] = []
    unknown = {_route(each, raw) for each in details if each["type"] == "extra_forbidden"}
    for each in details:
        route = _route(each, raw)
        if each["type"] == "missing":
            key = str(each["loc"][-1])
            typed = [str(step[-1]) for step in unknown if step[:-1] == route]
            faulty.append(route)
            if nearest(key, typed) or ("per_class" in route and "scale" not in route):
                continue
            told.setdefault((*route, key), Diagnostic("R122", Place(file, route, "key"), {"key": key}))
            continue
        if "per_class" in route and not _typed(raw, route):
            continue
        faulty.append(route)
        if route not in told:
            told[route] = _complaint(each, route, file, model)
    return list(told.values()), faulty


def _typed(raw: Any, route: Route) -> bool:  # noqa: ANN401
    """Whether somebody typed something at the route itself."""
    try:
        _at(raw, route)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _at(raw: Any, route: Route) -> Any:  # noqa: ANN401
    for step in route:
        raw = raw[step]
    return raw


def _route(each: ErrorDetails, raw: Any) -> Route:  # noqa: ANN401
    """Return the way through the file that Pydantic's loc names, without the names of unions and tags."""
    route: list[str | int] = []
    for step in each["loc"]:
        inside = isinstance(raw, dict) and step in raw
        if inside or (isinstance(raw, tuple) and isinstance(step, int) and step < len(raw)):
            route.append(step)
            raw = raw[step]
    return tuple(route)


def _complaint(each: ErrorDetails, route: Route, file: str, model: type[Document]) -> Diagnostic:
    kind, value, where = each["type"], each["input"], Place(file, route)
    if kind == "extra_forbidden":
        word = str(route[-1])
        return Diagnostic("R121", Place(file, route, "key"), {"key": echo(word), "suggestion": suggestion(word, _fields(each, model))})
    if kind in ("literal_error", "union_tag_invalid"):
        context = each.get("ctx", {})
        legal = str(context.get("expected") or context.get("expected_tags", "")).replace(" or ", ", ").replace("'", "")
        options = [option.strip() for option in legal.split(",")]
        found = value.get("kind", "") if isinstance(value, dict) else value
        if kind == "union_tag_invalid":
            where = Place(file, (*route, "kind"))
        elif route and isinstance(route[-1], str) and each["loc"][-1] == "[key]":
            where = Place(file, route, "key")
        params: dict[str, Param] = {"text": echo(found), "suggestion": suggestion(str(found), options)}
        return Diagnostic("R125", where, params)
    if kind == "union_tag_not_found":
        return Diagnostic("R122", Place(file, route, "key"), {"key": "kind"})
    if kind in ("string_pattern_mismatch", "string_too_long"):
        return Diagnostic("R126", where, {"text": echo(value)})
    if kind == "no_such_day":
        return Diagnostic("R118", where, {"text": echo(value)})
    expected = _KINDS.get(kind, Words("một giá trị khác", "another value"))
    if kind in ("is_instance_of", "decimal_type", "int_type") and isinstance(value, str) and (slip := number_slip(value)):
        return Diagnostic(slip.code, where, slip.params, mend=slip.mend)
    if kind == "date" and isinstance(value, str):
        return Diagnostic("R117", where, {"text": echo(value)})
    if kind == "string_type" and not isinstance(value, (dict, tuple)):
        return Diagnostic("R124", where, {"text": echo(value)}, mend=f'"{echo(value)}"')
    return Diagnostic("R123", where, {"text": echo(value), "expected": expected})


def _fields(each: ErrorDetails, model: type[Document]) -> list[str]:
    """Return the keys that are legal beside an unknown one."""
    from taybac_cluster.load.fields import legal_keys  # noqa: PLC0415 - only a fault needs it

    return legal_keys(model, each["loc"][:-1])


def echo(value: Any) -> str:  # noqa: ANN401
    """Return a value as it was typed, cut to a length that fits a line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, tuple):
        return "[…]"
    text = str(value)
    return text if len(text) <= MAX_ECHO else text[: MAX_ECHO - 1] + "…"
