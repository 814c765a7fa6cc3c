"""The lines of a file to fill in: comments of a readable width, headings, keys and the values of earlier years."""

import textwrap
from decimal import Decimal

from taybac_cluster.model.record import LocalText
from taybac_cluster.model.submission import Value

BLANK = "___"
"""How a value that is still to be filled in is written."""

_WIDTH = 104
_WORDS = ("true", "false", "yes", "no", "on", "off", "y", "n", "null")


def comment(text: str, indent: str = "") -> list[str]:
    """Return a text as comment lines; a line break in it stays."""
    return [line for each in text.split("\n") for line in _wrapped(each, f"{indent}# ")] if text else []


def _wrapped(text: str, lead: str) -> list[str]:
    wrapped = textwrap.wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=lead, break_long_words=False)
    return wrapped or [lead.rstrip()]


def heading(text: str, indent: str = "") -> str:
    """Return the comment that begins a part of the file."""
    return f"{indent}# ── {text} ──"


def off(lines: list[str]) -> list[str]:
    """Return lines of the file behind a `#`, to be used by taking it away."""
    return [f"# {line}".rstrip() for line in lines]


def key(name: str) -> str:
    """Return an id as a key that YAML takes for a text."""
    return f'"{name}"' if name in _WORDS or not name[0].isalpha() else name


def typed(value: object) -> str:
    """Write a value as a file of the year held it, on one line; a blank where there is none."""
    if value is None:
        return BLANK
    if isinstance(value, Value):
        return _given(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return " ".join((value.vi if isinstance(value, LocalText) else str(value)).split())


def _given(value: Value) -> str:
    if value.missing is not None:
        return f"missing: {typed(value.missing)}"
    if value.numerator is not None or value.denominator is not None:
        parts = (("numerator", value.numerator), ("denominator", value.denominator))
        return ", ".join(f"{name}: {typed(each)}" for name, each in parts if each is not None)
    return typed(value.value)


def quoted(text: str) -> str:
    """Write a name as a value of a file: in quotes unless it is plainly a text."""
    plain = text[:1].isalpha() and all(each.isalnum() or each in " -()/" for each in text) and text.strip() == text
    if plain and text.lower() not in _WORDS:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(each if each.isprintable() else f"\\U{ord(each):08x}" for each in escaped) + '"'
