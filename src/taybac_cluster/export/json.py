"""A record as JSON: two spaces, Vietnamese letters as they are, numbers as numbers."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction


def render(record: Mapping[str, object] | Sequence[object]) -> str:
    """Return the record, or a list of them, as JSON and a line end."""
    return json.dumps(record, ensure_ascii=False, indent=2, default=_plain, allow_nan=False) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() and value.as_tuple().exponent == 0 else float(value)
    if isinstance(value, Fraction):
        return float(value)
    raise TypeError(type(value).__name__)
