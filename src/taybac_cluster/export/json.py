"""A record as JSON: two spaces, Vietnamese letters as they are, numbers as numbers."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

FEW = 200_000
"""Longer JSON is written a row a line: the encoder that indents is many times slower."""


def render(record: Mapping[str, object] | Sequence[object]) -> str:
    """Return the record, or a list of them, as JSON and a line end."""
    flat = _ENCODER.encode(record)
    if len(flat) <= FEW:
        return json.dumps(record, ensure_ascii=False, indent=2, default=_plain, allow_nan=False) + "\n"
    if not isinstance(record, Mapping):
        return _rows(record, "") + "\n"
    parts = [
        f"{_ENCODER.encode(key)}: {_rows(value, '  ') if isinstance(value, list) else _ENCODER.encode(value)}"
        for key, value in record.items()
    ]
    return "{\n  " + ",\n  ".join(parts) + "\n}\n"


def _rows(values: Sequence[object], indent: str) -> str:
    rows = f",\n{indent}  ".join(map(_ENCODER.encode, values))
    return f"[\n{indent}  {rows}\n{indent}]" if rows else "[]"


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() and value.as_tuple().exponent == 0 else float(value)
    if isinstance(value, Fraction):
        return float(value)
    raise TypeError(type(value).__name__)


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_plain, allow_nan=False)
