"""A number as people here write it, where a plain one is due: which slip it is, and what to write."""

import re
from typing import NamedTuple

from taybac_cluster.diagnostics import Param
from taybac_cluster.model.record import MAX_DIGITS, NUMBER


class NumberSlip(NamedTuple):
    """The code of the slip, its parameters, and what is safe to write instead."""

    code: str
    params: dict[str, Param]
    mend: str | None = None


_GROUPED = re.compile(r"(-?[1-9][0-9]{0,2})([.,\u00a0 ])([0-9]{3})(?:\2[0-9]{3})*(?:[.,][0-9]+)?")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*),[0-9]+")
_UNIT = re.compile(r"(-?(?:0|[1-9][0-9]*)(?:[.,][0-9]+)?)\s*([^\s0-9.,].*)")


def number_slip(text: str) -> NumberSlip | None:
    """Tell how `text` falls short of a plain number; None where it is no number at all."""
    text = text.strip()
    if NUMBER.fullmatch(text):
        return NumberSlip("R116", {"text": text, "write": text}, text if len(text) <= MAX_DIGITS else None)
    if _DECIMAL.fullmatch(text):
        plain = text.replace(",", ".")
        return NumberSlip("R113", {"text": text, "write": plain}, plain)
    if _GROUPED.fullmatch(text):
        body, point = text, ""
        if (last := max(text.rfind(","), text.rfind("."))) > 0 and len(text) - last - 1 != 3:  # noqa: PLR2004
            body, point = text[:last], "." + text[last + 1 :]
        return NumberSlip("R114", {"text": text, "write": re.sub(r"[^0-9-]", "", body) + point})
    if match := _UNIT.fullmatch(text):
        plain = match[1].replace(",", ".")
        if match[2] == "%":
            return NumberSlip("R115", {"text": text, "write": plain}, plain)
        return NumberSlip("R119", {"text": _cut(text), "unit": _cut(match[2]), "write": plain})
    return None


def _cut(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
