"""Plain values as block YAML that our own strict reader reads back equal."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_/.-]*")
_WORDS = {"true", "false", "yes", "no", "on", "off", "y", "n", "null"}


def render(value: Mapping[str, object], head: str = "") -> str:
    """Return a mapping as YAML, below comment lines; what is None is left out, what is empty is written."""
    comments = "".join(f"# {line}\n" for line in head.splitlines())
    return comments + "".join(f"{line}\n" for line in _mapping(value, ""))


def _mapping(value: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, each in value.items():
        if each is None:
            continue
        if each in ({}, (), []):
            yield f"{indent}{scalar(key)}: {'{}' if isinstance(each, Mapping) else '[]'}"
        elif isinstance(each, Mapping):
            yield f"{indent}{scalar(key)}:"
            yield from _mapping(each, indent + "  ")
        elif isinstance(each, (tuple, list)):
            yield f"{indent}{scalar(key)}:"
            yield from _items(each, indent + "  ")
        else:
            yield f"{indent}{scalar(key)}: {scalar(each)}"


def _items(values: tuple[object, ...] | list[object], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            lines = list(_mapping(value, indent + "  "))
            yield f"{indent}- {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield f"{indent}- {scalar(value)}"


def scalar(value: object) -> str:
    """Write a text, number or yes/no on one line; a text is quoted unless it is plainly one."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str) and not (_PLAIN.fullmatch(value) and value.lower() not in _WORDS):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
