"""Change values of a YAML file by position: comments, order and the layout of all else stay as they are.

Values are plain: a text, a number, a day, yes or no, a mapping, a tuple, or BLANK for what is still to be filled in.
"""

import datetime
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import yaml

BLANK = "___"
"""How a value that is still to be filled in is written."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = re.compile(r"[^\W\d_](?:[\w /().%,;²³+-]*[\w)%²³])?")
_WORDS = {"true", "false", "yes", "no", "on", "off", "y", "n", "null"}


def put(text: str, route: Sequence[str], value: object, order: Sequence[str] = ()) -> str:
    """Return the text with `value` at `route`, parents that are not there added.

    A new key stands after the nearest one that comes before it in `order`, else after the last.
    """
    mapping: Any = yaml.compose(text, _LOADER)
    at = 0
    if mapping is None:
        return text + "".join(f"{line}\n" for line in _lines(_nested(route, value), ""))
    while True:
        found = _entry(mapping, route[at])
        if found is None:
            return _insert(text, mapping, route[at], _nested(route[at + 1 :], value), order, root=at == 0)
        inner = found[1]
        if at + 1 == len(route) or not (isinstance(inner, yaml.MappingNode) and inner.value):
            nested = _nested(route[at + 1 :], value)
            if mapping.flow_style:
                return _splice(text, inner, _inner(nested))
            return _replace(text, route[: at + 1], found, nested)
        mapping, at = inner, at + 1


def drop(text: str, route: Sequence[str]) -> str:
    """Return the text without what stands at `route`; a mapping that would be left empty goes with it."""
    mapping: Any = yaml.compose(text, _LOADER)
    within = [mapping]
    for key in route:
        found = _entry(within[-1], key) if isinstance(within[-1], yaml.MappingNode) else None
        if found is None:
            return text
        within.append(found[1])
    depth = len(route)
    while depth > 1 and len(within[depth - 1].value) == 1:
        depth -= 1
    parent = within[depth - 1]
    if parent.flow_style:
        return _without(text, parent, route[depth - 1])
    key, inner = next((k, v) for k, v in parent.value if v is within[depth])
    rows = text.splitlines(keepends=True)
    return "".join(rows[: key.start_mark.line] + rows[_last_line(text, key, inner) + 1 :])


def is_mapping(text: str, route: Sequence[str]) -> bool:
    """Whether a mapping that holds something stands at `route`."""
    node: Any = yaml.compose(text, _LOADER)
    for key in route:
        found = _entry(node, key) if isinstance(node, yaml.MappingNode) else None
        if found is None:
            return False
        node = found[1]
    return isinstance(node, yaml.MappingNode) and bool(node.value)


def scalar(value: object) -> str:
    """Write a text, number, day or yes/no on one line; a text is quoted unless it is plainly one."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int | datetime.date):
        return str(value)
    text = str(value)
    if text == BLANK or (_PLAIN.fullmatch(text) and text.lower() not in _WORDS):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(each if each.isprintable() else f"\\U{ord(each):08x}" for each in quoted)


def _nested(route: Sequence[str], value: object) -> object:
    for key in reversed(route):
        value = {key: value}
    return value


def _entry(mapping: Any, key: str) -> tuple[Any, Any] | None:
    return next(((k, v) for k, v in mapping.value if unicodedata.normalize("NFC", str(k.value)) == key), None)


def _replace(text: str, route: Sequence[str], entry: tuple[Any, Any], value: object) -> str:
    """Put a value in the place of another; of two mappings only what differs is touched."""
    key, old = entry
    if isinstance(old, yaml.MappingNode) and isinstance(value, Mapping) and not old.flow_style:
        for name in [k.value for k, _ in old.value if k.value not in value]:
            text = drop(text, [*route, name])
        for name, each in value.items():
            text = put(text, [*route, name], each, tuple(value))
        return text
    if isinstance(old, yaml.SequenceNode) and isinstance(value, tuple):
        items = tuple(getattr(each, "value", None) for each in old.value)
        if items == value:
            return text
        if items and items == value[: len(items)] and not old.flow_style:
            rows, at = text.splitlines(keepends=True), _last_line(text, key, old) + 1
            lead = " " * (old.value[0].start_mark.column - 2)
            return "".join(rows[:at] + [f"{lead}- {scalar(each)}\n" for each in value[len(items) :]] + rows[at:])
    if _is_one_line(old) and not isinstance(value, Mapping | tuple) and "\n" not in str(value):
        return _splice(text, old, scalar(value))
    rows = text.splitlines(keepends=True)
    first, last = key.start_mark.line, _last_line(text, key, old)
    fresh = list(_lines({key.value: value}, " " * key.start_mark.column))
    if comment := _comment(rows[first], old if old.start_mark.line == first else key):
        fresh[0] += comment
    return "".join(rows[:first] + [f"{line}\n" for line in fresh] + rows[last + 1 :])


def _splice(text: str, old: Any, written: str) -> str:
    start = old.start_mark.index
    gap = "" if text[start - 1 : start].isspace() else " "
    return text[:start] + gap + written + text[old.end_mark.index :]


def _is_one_line(node: Any) -> bool:
    one = isinstance(node, yaml.ScalarNode) or bool(node.flow_style)
    return one and node.start_mark.line == node.end_mark.line


def _comment(row: str, after: Any) -> str:
    """Return the comment at the end of a line, with the spaces before it."""
    match = re.search(r"\s+#.*$", row[after.end_mark.column :].rstrip("\n")) if _is_one_line(after) else None
    return match[0] if match else ""


def _insert(  # noqa: PLR0913 - where it goes takes as many words
    text: str, mapping: Any, key: str, value: object, order: Sequence[str], *, root: bool
) -> str:
    """Add a key to a mapping."""
    if mapping.flow_style:
        end = max((v.end_mark.index for _, v in mapping.value), default=mapping.start_mark.index + 1)
        return f"{text[:end]}{', ' if mapping.value else ''}{_flow({key: value})[1:-1]}{text[end:]}"
    text = text if text.endswith("\n") else text + "\n"
    rows = text.splitlines(keepends=True)
    earlier = set(order[: order.index(key)]) if key in order else set()
    before = [entry for entry in mapping.value if entry[0].value in earlier] or mapping.value
    at = _last_line(text, *before[-1]) + 1
    fresh = [f"{line}\n" for line in _lines({key: value}, " " * mapping.start_mark.column)]
    if root and before[-1] is mapping.value[-1]:
        at = len(rows)
        fresh = ["\n", *fresh] if isinstance(value, Mapping | tuple) else fresh
    return "".join(rows[:at] + fresh + rows[at:])


def _without(text: str, mapping: Any, key: str) -> str:
    """Return the text with a key of a mapping in braces taken out."""
    at = next(index for index, (k, _) in enumerate(mapping.value) if k.value == key)
    if at:
        start, end = mapping.value[at - 1][1].end_mark.index, mapping.value[at][1].end_mark.index
    else:
        start, end = mapping.value[0][0].start_mark.index, mapping.value[1][0].start_mark.index
    return text[:start] + text[end:]


def _last_line(text: str, key: Any, node: Any) -> int:
    """Return the last line of a key's value; the comments and empty lines below belong to what follows."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        key, node = last if isinstance(node, yaml.MappingNode) else (last, last)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        rows, end = text.splitlines(), node.end_mark.line
        end = end - 1 if node.end_mark.column == 0 else end
        while end > node.start_mark.line and not rows[end].strip():
            end -= 1
        return end
    return max(int(key.start_mark.line), int(node.end_mark.line))


def _lines(value: object, indent: str) -> Iterator[str]:
    """Write a mapping in block style."""
    assert isinstance(value, Mapping)  # noqa: S101 - callers nest every value under its key
    for key, each in value.items():
        lead = f"{indent}{scalar(key)}:"
        if isinstance(each, Mapping) and each:
            yield lead
            yield from _lines(each, indent + "  ")
        elif isinstance(each, tuple) and each:
            yield lead
            for item in each:
                yield from _item(item, indent + "  ")
        elif isinstance(each, str) and _is_block(each):
            yield f"{lead} |-"
            yield from (f"{indent}  {line}" if line else "" for line in each.split("\n"))
        else:
            yield f"{lead} {_flow(each)}"


def _item(item: object, indent: str) -> Iterator[str]:
    if isinstance(item, Mapping):
        first, *rest = _lines(item, indent + "  ")
        yield f"{indent}- {first.lstrip()}"
        yield from rest
    else:
        yield f"{indent}- {scalar(item)}"


def _is_block(text: str) -> bool:
    """Whether a text of several lines can stand as they are."""
    lines = text.split("\n")
    return len(lines) > 1 and text.strip() == text and all(line.isprintable() and line[:1] != " " for line in lines)


def _flow(value: object) -> str:
    """Write a value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {_inner(each)}" for key, each in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_inner(each) for each in value) + "]"
    return scalar(value)


def _inner(value: object) -> str:
    """Write a value inside braces or brackets, where a comma would end it."""
    text = _flow(value)
    return json.dumps(text, ensure_ascii=False) if isinstance(value, str) and "," in text and text[0] != '"' else text
