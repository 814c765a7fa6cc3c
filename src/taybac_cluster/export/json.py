"""A record as JSON: two spaces, Vietnamese letters as they are, decimals to the last digit.

The standard encoder makes binary floats of decimals, and is many times slower where it indents.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from json.encoder import encode_basestring as _quoted
from types import NoneType
from typing import Any

FEW = 200_000
"""Longer JSON has its lists' entries on a line each."""

_DEEP = 1000


def render(record: object) -> str:
    """Return a record, or a list of them, as JSON and a line end.

    Raises:
        TypeError: something is neither a mapping, a list, a text nor a number.
        ValueError: a number is not finite.
    """
    by_entry = _indented(record, "", 2)
    return (by_entry if len(by_entry) > FEW else _indented(record, "", _DEEP)) + "\n"


def _indented(value: object, indent: str, depth: int) -> str:
    """Return a value with an entry a line, those further in than `depth` on one."""
    if not value or depth == 0 or not isinstance(value, (Mapping, list, tuple)):
        return _flat(value)
    inner = f"{indent}  "
    if isinstance(value, Mapping):
        entries = [_key(key) + _indented(each, inner, depth - 1) for key, each in value.items()]
        return f"{{\n{inner}" + f",\n{inner}".join(entries) + f"\n{indent}}}"
    return f"[\n{inner}" + f",\n{inner}".join([_indented(each, inner, depth - 1) for each in value]) + f"\n{indent}]"


def _flat(value: object) -> str:
    """Return a value on one line."""
    return _WRITERS.get(type(value), _other)(value)


def _mapping(value: Mapping[object, object]) -> str:
    write = _WRITERS.get
    return "{" + ", ".join([_key(key) + write(type(each), _other)(each) for key, each in value.items()]) + "}"


@lru_cache(maxsize=4096)
def _key(key: object) -> str:
    return f"{_quoted(str(key))}: "


def _listing(value: Sequence[object]) -> str:
    return "[" + ", ".join(map(_flat, value)) + "]"


def _decimal(value: Decimal) -> str:
    text = str(value)
    return text if text[-1].isdigit() and "E" not in text else _finite(f"{value:f}")


def _other(value: object) -> str:
    """Return what has a kind of its own: a record's tuple, a mapping that is no dict."""
    for kind, write in _WRITERS.items():
        if isinstance(value, kind):
            return write(value)
    raise TypeError(type(value).__name__)


def _finite(number: str) -> str:
    if number[-1].isdigit():
        return number
    raise ValueError(number)


_WRITERS: Mapping[type, Callable[[Any], str]] = {
    str: _quoted,
    Decimal: _decimal,
    dict: _mapping,
    NoneType: lambda _: "null",
    bool: lambda value: "true" if value else "false",
    int: int.__repr__,
    list: _listing,
    tuple: _listing,
    float: lambda value: _finite(repr(value)),
    Fraction: lambda value: _finite(repr(float(value))),
    Mapping: _mapping,
}
"""How each kind is written. It is looked up for every value of every city."""
