"""A number as people here write it, where a plain one is due: which slip it is, and what to write."""

import re
from typing import NamedTuple

from taybac_cluster.diagnostics import Param
from taybac_cluster.model.record import MAX_DIGITS, NUMBER


class NumberSlip(NamedTuple):
    """The code of the slip, its parameters, and what is safe to write instead."""

    code: str
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
            "R109", {"word": _cut(text), "write": _cut(plain)}, plain if len(plain) <= MAX_DIGITS else None
        )
    if NUMBER.fullmatch(text):
        return NumberSlip("R116", {"text": _cut(text), "write": _cut(text)}, text if len(text) <= MAX_DIGITS else None)
    if match := _GROUPED.fullmatch(text):  # before the decimal comma: whether 1,234 is one or a thousand is not known
        end = match.start("decimals") if match["decimals"] else len(text)
        digits = re.sub(r"[^0-9-]", "", text[:end])
        return NumberSlip("R114", {"text": _cut(text), "write": _cut(digits + text[end:].replace(",", "."))})
    if _DECIMAL.fullmatch(text):
        plain = text.replace(",", ".")
        return NumberSlip(
            "R113", {"text": _cut(text), "write": _cut(plain)}, plain if len(plain) <= MAX_DIGITS else None
        )
    if match := _UNIT.fullmatch(text):
        return _with_unit(text, match["number"], match["unit"])
    return None


def _in_quotes(text: str) -> NumberSlip | None:
    slip = number_slip(text.strip("".join(_CURLED)))
    return NumberSlip("R116", {"text": _cut(text), "write": slip.params["write"]}, slip.fix) if slip else None


def _with_unit(text: str, number: str, unit: str) -> NumberSlip | None:
    slip = number_slip(number)
    if slip is None:
        return None
    write = str(slip.params["write"])
    if unit == "%":
        return NumberSlip("R115", {"text": _cut(text), "write": write}, slip.fix)
    return NumberSlip("R119", {"text": _cut(text), "unit": _cut(unit), "write": write})


def _cut(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
