"""A record as JSON: two spaces, Vietnamese letters as they are, decimals to the last digit."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from io import StringIO

_MARK = "\ud800"
"""Stands before a number that the standard library must write as a text. No text that was read as UTF-8 holds it."""

_NUMBER = re.compile(f'"{_MARK}(-?[0-9.]+)"')


def render(record: object) -> str:
    """Return a record, or a list of them, as JSON and a line end.

    Raises:
        TypeError: something is neither a mapping, a list, a text nor a number.
        ValueError: a number is not finite.
    """
    encoder = json.JSONEncoder(default=_plain, ensure_ascii=False, allow_nan=False, indent=2)
    text = StringIO()
    for part in encoder.iterencode(record):
        text.write(_NUMBER.sub(r"\1", part) if _MARK in part else part)
    text.write("\n")
    return text.getvalue()


def _plain(value: object) -> object:
    """Return what the standard library cannot write as something that it can."""
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(value)
        return f"{_MARK}{value:f}"
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)
