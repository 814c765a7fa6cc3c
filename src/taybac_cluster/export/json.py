"""A record as JSON: two spaces, Vietnamese letters as they are, decimals to the last digit.

The standard encoder makes binary floats of decimals, and is many times slower where it indents.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from json.encoder import encode_basestring as _quoted

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
        entries = [f"{_quoted(str(key))}: {_indented(each, inner, depth - 1)}" for key, each in value.items()]
        return f"{{\n{inner}" + f",\n{inner}".join(entries) + f"\n{indent}}}"
    return f"[\n{inner}" + f",\n{inner}".join([_indented(each, inner, depth - 1) for each in value]) + f"\n{indent}]"


def _flat(value: object) -> str:
    """Return a value on one line. It runs for every value of every city: the usual kinds come first."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Decimal):
        return _finite(f"{value:f}")
    if isinstance(value, (dict, Mapping)):
        return "{" + ", ".join([f"{_quoted(str(key))}: {_flat(each)}" for key, each in value.items()]) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_flat, value)) + "]"
    return _other(value)


def _other(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return f"{value:d}"
    if isinstance(value, (float, Fraction)):
        return _finite(repr(float(value)))
    raise TypeError(type(value).__name__)


def _finite(number: str) -> str:
    if number[-1].isdigit():
        return number
    raise ValueError(number)
