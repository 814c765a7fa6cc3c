"""Put the answers of a form into the text of a file: what did not change is not touched, comments and order stay."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from taybac_cluster.decide.form import MISSING, NOT_APPLICABLE, Answer, Field
from taybac_cluster.load.answers import Said
from taybac_cluster.load.editing import BLANK, drop, is_mapping, put

_ORDER = ("member", "year", "status", "submitted_on", "prepared_by", "not_competing", "values", "gates", "bonuses")
_PARTS = ("value", "numerator", "denominator", "missing", "note", "evidence")
_VALUES = ("value", "numerator", "denominator")
_APPRAISED = ("member", "year", "status", "appraised_by", "appraised_on", "changes", "gates", "bonuses", "deductions")
_MEETING = ("year", "sources", "held_on", "place", "head", "host", "present", "ballots", "decisions")


def fill_submission(text: str, fields: Sequence[Field], said: Said) -> str:
    """Return a city's file with what its form changed.

    `fields` hold what the file says now: where only a part of a value changed, the rest stays.
    """
    order = tuple(dict.fromkeys(each.id for each in fields if each.part in _PARTS))
    for name in order:
        parts = {each.part: each for each in fields if each.id == name and each.part in _PARTS}
        if any(each.name in said.changed for each in parts.values()):
            text = _value(text, name, parts, said, order)
    for field in fields:
        if field.name not in said.changed or field.part in _PARTS:
            continue
        answer = said.values[field.name]
        if field.part in ("gate", "bonus"):
            text = _answer(text, field, answer, fields)
        else:
            text = _general(text, field.part, answer)
    return text


def claim_nothing_else(text: str, fields: Sequence[Field], said: Said) -> str:
    """Return a city's new file with the bonuses that its form leaves empty as not claimed."""
    competes = said.values.get("not_competing") is None
    for field in fields:
        if competes and field.part == "bonus" and said.values.get(field.name) is None:
            text = _answer(text, field, False, fields)  # noqa: FBT003 - the answer is no
    return text


def _value(text: str, name: str, parts: Mapping[str, Field], said: Said, order: Sequence[str]) -> str:
    now = {
        part: said.values[field.name] if field.name in said.changed else field.given for part, field in parts.items()
    }
    fresh = {part for part, field in parts.items() if field.name in said.changed and now[part] is not None}
    if fresh & set(_VALUES):
        now["missing"] = None
    elif "missing" in fresh:
        now |= dict.fromkeys(set(now) & set(_VALUES))
    left: dict[str, object] = {part: now[part] for part in _PARTS if now.get(part) is not None}
    route = ["values", name]
    if not left:
        return put(text, route, BLANK, order)
    if left.keys() == {"value"} and not is_mapping(text, route):
        return put(text, route, left["value"], order)
    if not left.keys() & {*_VALUES, "missing"}:
        left = {"value": BLANK, **left}
    for part in ("missing", "note"):
        if part in left and is_mapping(text, [*route, part]):
            left[part] = {"vi": left[part]}  # the English was of another text
    return put(text, route, left, order)


def _answer(text: str, field: Field, answer: Answer, fields: Sequence[Field]) -> str:
    part = {"gate": "gates", "bonus": "bonuses"}[field.part]
    route = [part, field.id, *(["value"] if is_mapping(text, [part, field.id]) else [])]
    order = tuple(each.id for each in fields if each.part == field.part)
    value = BLANK if answer is None else answer
    if is_mapping(text, [part]):
        return put(text, route, value, order)
    return put(text, [part], {field.id: value}, _ORDER)


def _general(text: str, part: str, answer: Answer) -> str:
    if answer is None:
        return drop(text, [part])
    if part == "prepared_by":
        name, _, title = str(answer).partition(",")
        person = {"name": name.strip(), "title": title.strip()}
        return _begun(text, part, {key: each for key, each in person.items() if each})
    if part == "not_competing":
        for key in ("values", "gates", "bonuses"):
            text = drop(text, [key])
    return _begun(text, part, answer)


def _begun(text: str, key: str, value: object) -> str:
    """Put a value at the top of a file, in the place of the line behind a `#` that stands ready for it."""
    ready = re.search(rf"^# {key}:.*\n(?:#   .*\n)*", text, re.MULTILINE)
    if ready is None or re.search(rf"^{key}:", text, re.MULTILINE):
        return put(text, [key], value, _ORDER)
    return text[: ready.start()] + put("", [key], value) + text[ready.end() :]


def fill_appraisal(text: str, fields: Iterable[Field], said: Said, member: str) -> str:
    """Return the panel's file on a city with what its workbook changed."""
    mine = [each for each in fields if each.member == member]
    reasons = {each.id: each for each in mine if each.part == "reason"}
    for field in mine:
        if field.part == "mark" and field.name in said.changed:
            text = _mark(text, field, said.values[field.name])
        elif field.part in _RULED:
            reason = reasons[field.id]
            if said.changed & {field.name, reason.name}:
                text = _ruled(text, field, said.values[field.name], said.values[reason.name])
    return fill_status(text, said, member)


def fill_status(text: str, said: Said, member: str) -> str:
    """Return a file of a city as official or as a draft again, as the panel says; made-up figures stay marked."""
    official = said.values.get(f"official.{member.replace('-', '_')}")
    if official is True:
        return re.sub(r"^status: draft\b", "status: official", text, flags=re.MULTILINE)
    return re.sub(r"^status: official\b", "status: draft", text, flags=re.MULTILINE) if official is False else text


_RULED = {"value": "changes", "gate": "gates", "bonus": "bonuses", "deduction": "deductions"}


def _ruled(text: str, field: Field, value: Answer, reason: Answer) -> str:
    route = [_RULED[field.part], field.id]
    if value is None or (field.part == "deduction" and value is False):
        return drop(text, route) if field.given is not None else text
    return put(text, route, {**_ruling(field.part, value), "reason": reason}, _APPRAISED)


def _ruling(part: str, value: Answer) -> Mapping[str, object]:
    if part == "bonus":
        return {"granted": value}
    if part == "deduction":
        return {"points": value} if isinstance(value, Decimal) and not isinstance(value, bool) else {}
    if part == "value" and value == NOT_APPLICABLE:
        return {"not_applicable": True}
    if part == "value" and value == MISSING:
        return {"missing": True}
    if part == "value" and isinstance(value, str) and re.fullmatch(r"-?[0-9.]+/[0-9.]+", value):
        top, _, bottom = value.partition("/")
        return {"numerator": Decimal(top), "denominator": Decimal(bottom)}
    return {"value": value}


def _mark(text: str, field: Field, answer: Answer) -> str:
    route = ["marks", field.id, field.judge]
    if answer is None:
        return drop(text, route)
    return put(text, route, answer if isinstance(answer, Decimal) else {"abstain": answer}, _APPRAISED)


def fill_meeting(text: str, fields: Sequence[Field], said: Said) -> str:
    """Return a meeting's file with the day, who was there, the votes and who was nominated, as far as they changed."""
    held = next(each for each in fields if each.part == "held_on")
    if held.name in said.changed:
        answer = said.values[held.name]
        text = drop(text, ["held_on"]) if answer is None else _begun(text, "held_on", answer)
    for part, route in (("present", ["present"]), ("nominated", ["decisions", "nominated"])):
        cells = [each for each in fields if each.part == part]
        if any(each.name in said.changed for each in cells):
            there = tuple(each.member for each in cells if said.values[each.name] is True)
            text = put(text, route, there, _MEETING) if there else drop(text, route)
    for field in fields:
        if field.part == "votes" and field.name in said.changed:
            route = ["ballots", field.id, "votes", field.member]
            answer = said.values[field.name]
            text = drop(text, route) if answer is None else put(text, [*route, "for"], answer, _MEETING)
    return text
