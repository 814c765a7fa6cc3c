"""A number as people here write it, where a plain one is expected: what is wrong with it, and what to write."""

import re
from typing import NamedTuple

from taybac_cluster.diagnostics import Param, shortened
from taybac_cluster.model.record import MAX_DIGITS, NUMBER
from taybac_cluster.rules.reading.numbers import (
    DECIMAL_COMMA,
    NUMBER_IN_QUOTES,
    ODD_NUMBER,
    PERCENT_SIGN,
    THOUSANDS_SEPARATOR,
    UNIT_IN_VALUE,
)
from taybac_cluster.rules.rule import Rule


class NumberSlip(NamedTuple):
    """The rule that says what is wrong, its parameters, and what is safe to write instead."""

    rule: Rule
    params: dict[str, Param]
    fix: str | None = None


_DASHES = ("\u2212", "\u2013", "\u2010", "\u2011")
_CURLED = ("\u201c", "\u201d", "\u2018", "\u2019")
_SPACE = "\u00a0\u202f "
_GROUPED = re.compile(rf"-?[1-9][0-9]{{0,2}}([.,{_SPACE}])[0-9]{{3}}(?:\1[0-9]{{3}})*(?P<decimals>(?!\1)[.,][0-9]+)?")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*),[0-9]+")
_UNIT = re.compile(rf"(?P<number>-?[0-9](?:[0-9.,{_SPACE}]*[0-9])?)\s*(?P<unit>[^\W\d_].*|[%‰°(].*)")


def number_slip(text: str) -> NumberSlip | None:  # noqa: PLR0911 - one answer a slip
    """Tell how `text` falls short of a plain number; None where it is no number at all."""
    text = text.strip()
    if text[:1] in _CURLED:
        return _in_quotes(text)
    if text[:1] in _DASHES and NUMBER.fullmatch(text[1:]):
        plain = "-" + text[1:]
        return NumberSlip(
            ODD_NUMBER,
            {"word": shortened(text), "write": shortened(plain)},
            plain if len(plain) <= MAX_DIGITS else None,
        )
    if NUMBER.fullmatch(text):
        return NumberSlip(
            NUMBER_IN_QUOTES,
            {"text": shortened(text), "write": shortened(text)},
            text if len(text) <= MAX_DIGITS else None,
        )
    if match := _GROUPED.fullmatch(text):  # before the decimal comma: whether 1,234 is one or a thousand is not known
        end = match.start("decimals") if match["decimals"] else len(text)
        digits = re.sub(r"[^0-9-]", "", text[:end])
        return NumberSlip(
            THOUSANDS_SEPARATOR, {"text": shortened(text), "write": shortened(digits + text[end:].replace(",", "."))}
        )
    if _DECIMAL.fullmatch(text):
        plain = text.replace(",", ".")
        return NumberSlip(
            DECIMAL_COMMA,
            {"text": shortened(text), "write": shortened(plain)},
            plain if len(plain) <= MAX_DIGITS else None,
        )
    if match := _UNIT.fullmatch(text):
        return _with_unit(text, match["number"], match["unit"])
    return None


def _in_quotes(text: str) -> NumberSlip | None:
    slip = number_slip(text.strip("".join(_CURLED)))
    return (
        NumberSlip(NUMBER_IN_QUOTES, {"text": shortened(text), "write": slip.params["write"]}, slip.fix)
        if slip
        else None
    )


def _with_unit(text: str, number: str, unit: str) -> NumberSlip | None:
    slip = number_slip(number)
    if slip is None:
        return None
    write = str(slip.params["write"])
    if unit == "%":
        return NumberSlip(PERCENT_SIGN, {"text": shortened(text), "write": write}, slip.fix)
    return NumberSlip(UNIT_IN_VALUE, {"text": shortened(text), "unit": shortened(unit), "write": write})
