"""A number as people here write it, where a plain one is expected: what is wrong with it, and what to write."""

import re
from typing import NamedTuple

from taybac_cluster.diagnostics import Param, shortened
from taybac_cluster.model.record import MAX_DIGITS, NUMBER
from taybac_cluster.rules.block import OPEN, block, in_quotes, to_type
from taybac_cluster.rules.reading.numbers import (
    DECIMAL_COMMA,
    LETTER_FOR_DIGIT,
    NOTE_IN_VALUE,
    NUMBER_IN_QUOTES,
    ODD_NUMBER,
    PERCENT_SIGN,
    THOUSANDS_SEPARATOR,
    TWO_NUMBERS,
    UNIT_IN_VALUE,
)
from taybac_cluster.rules.rule import Rule


class MistypedNumber(NamedTuple):
    """The rule that says what is wrong, its parameters, and what is safe to write instead."""

    rule: Rule
    params: dict[str, Param]
    fix: str | None = None


_DASHES = ("\u2212", "\u2013", "\u2010", "\u2011")
_CURLED = ("\u201c", "\u201d", "\u2018", "\u2019")
_SPACE = "\u00a0\u202f "
_GROUPED = re.compile(rf"-?[1-9][0-9]{{0,2}}([.,{_SPACE}])[0-9]{{3}}(?:\1[0-9]{{3}})*(?P<decimals>(?!\1)[.,][0-9]+)?")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*),[0-9]+")
_LETTERED = re.compile(r"-?[0-9OoIl][0-9OoIl.,]*[0-9OoIl]|[0-9][OoIl]")
_LETTERS = re.compile(r"[OoIl]")
_DIGITS = str.maketrans("OoIl", "0011")
_NOTE = re.compile(
    rf"(?P<number>-?[0-9](?:[0-9.,{_SPACE}]*[0-9])?)\s*"
    r"(?:\((?P<inside>[^()]+)\)\.?|[,;:–-]\s+(?P<after>[^\W\d_].*)|\s(?P<words>[^\W\d_]\S*(?:\s+\S+){2,}))"
)
_ABOUT = re.compile(
    r"(?:(?:khoảng|chừng|tầm|gần|hơn|trên|dưới|ước|ước tính|ước đạt|đạt|xấp xỉ|about|around|over|under|nearly)\s+"
    rf"|[~≈><≥≤]=?\s*)(?P<number>-?[0-9](?:[0-9.,{_SPACE}]*[0-9])?)(?:\s*[^\W\d_].*|\s*%)?",
    re.IGNORECASE,
)
_TWO = re.compile(
    r"(?:từ\s+)?[0-9][0-9.,]*(?:\s*%)?\s*(?:[-–—/]|đến|tới|và|hoặc|to|and|or)\s*[0-9][0-9.,]*(?:\s*[%=(].*)?"
)
_DECORATED = re.compile(r"\+?(?P<number>-?[0-9](?:[0-9.,]*[0-9])?)(?P<after>\s*[^\w\s%‰°(]+)?")
_SPACED = re.compile(r"-?[0-9]+(?: ,|, | , )[0-9]+")
_UNIT = re.compile(rf"(?P<number>-?[0-9](?:[0-9.,{_SPACE}]*[0-9])?)\s*(?P<unit>[^\W\d_].*|[%‰°(].*)")


def mistyped_number(text: str, key: str | None = None) -> MistypedNumber | None:  # noqa: PLR0911 - one answer a mistake
    """Say how `text` falls short of a plain number; None where it is no number at all."""
    text = text.strip()
    if text[:1] in _CURLED:
        return _in_quotes(text)
    if text[:1] in _DASHES and NUMBER.fullmatch(text[1:]):
        plain = "-" + text[1:]
        return MistypedNumber(
            ODD_NUMBER,
            {"word": shortened(text), "write": shortened(plain)},
            plain if len(plain) <= MAX_DIGITS else None,
        )
    if NUMBER.fullmatch(text):
        return MistypedNumber(
            NUMBER_IN_QUOTES,
            {"text": shortened(text), "write": shortened(text)},
            text if len(text) <= MAX_DIGITS else None,
        )
    if match := _GROUPED.fullmatch(text):  # before the decimal comma: whether 1,234 is one or a thousand is not known
        end = match.start("decimals") if match["decimals"] else len(text)
        digits = re.sub(r"[^0-9-]", "", text[:end])
        return MistypedNumber(
            THOUSANDS_SEPARATOR, {"text": shortened(text), "write": shortened(digits + text[end:].replace(",", "."))}
        )
    if _DECIMAL.fullmatch(text):
        plain = text.replace(",", ".")
        return MistypedNumber(
            DECIMAL_COMMA,
            {"text": shortened(text), "write": shortened(plain)},
            plain if len(plain) <= MAX_DIGITS else None,
        )
    if found := _with_letters(text):
        return found
    if key is not None and (found := _with_note(text, key) or _two_numbers(text, key)):
        return found
    if found := _decorated(text):
        return found
    if match := _UNIT.fullmatch(text):
        return _with_unit(text, match["number"], match["unit"])
    return None


def _with_letters(text: str) -> MistypedNumber | None:
    """Return what a number is that has O for 0, or l or I for 1."""
    letter = _LETTERS.search(text)
    if letter is None or not _LETTERED.fullmatch(text):
        return None
    plain = text.translate(_DIGITS)
    found = None if NUMBER.fullmatch(plain) else mistyped_number(plain)
    if found is None and not NUMBER.fullmatch(plain):
        return None
    write = str(found.params["write"]) if found else plain
    return MistypedNumber(LETTER_FOR_DIGIT, {"text": shortened(text), "letter": letter[0], "write": shortened(write)})


def _with_note(text: str, key: str) -> MistypedNumber | None:
    """Return the number and the note that stand on one line: about 45, a bracket, a comma, or at least three words."""
    if match := _ABOUT.fullmatch(text):
        note = text
    elif match := _NOTE.fullmatch(text):
        note = (match["inside"] or match["after"] or match["words"]).strip()
    else:
        return None
    lines = block(key, ("value", _written(match["number"])), ("note", in_quotes(note)))
    return MistypedNumber(NOTE_IN_VALUE, {"text": shortened(text), "lines": to_type(lines)})


def _two_numbers(text: str, key: str) -> MistypedNumber | None:
    """Return the two numbers of which one is to be chosen: 45–50, 812/930, từ 45 đến 50."""
    if not _TWO.fullmatch(text):
        return None
    lines = block(key, ("value", OPEN), ("note", in_quotes(text)))
    return MistypedNumber(TWO_NUMBERS, {"text": shortened(text), "lines": to_type(lines)})


def _decorated(text: str) -> MistypedNumber | None:
    """Return the number that has a sign too many before or after it: +7,2 or 7.2; or 7, 2."""
    if _SPACED.fullmatch(text):
        write = text.replace(" ", "").replace(",", ".")
        return MistypedNumber(DECIMAL_COMMA, {"text": shortened(text), "write": shortened(write)})
    match = _DECORATED.fullmatch(text)
    if match is None or (not match["after"] and not text.startswith("+")):
        return None
    write = _written(match["number"])
    return MistypedNumber(ODD_NUMBER, {"word": shortened(text), "write": write}) if NUMBER.fullmatch(write) else None


def _written(number: str) -> str:
    """Return a number as it is to be typed."""
    found = mistyped_number(number)
    return str(found.params["write"]) if found and "write" in found.params else number


def _in_quotes(text: str) -> MistypedNumber | None:
    mistake = mistyped_number(text.strip("".join(_CURLED)))
    return (
        MistypedNumber(NUMBER_IN_QUOTES, {"text": shortened(text), "write": mistake.params["write"]}, mistake.fix)
        if mistake
        else None
    )


def _with_unit(text: str, number: str, unit: str) -> MistypedNumber | None:
    mistake = mistyped_number(number)
    if mistake is None:
        return None
    write = str(mistake.params["write"])
    if unit == "%":
        return MistypedNumber(PERCENT_SIGN, {"text": shortened(text), "write": write}, mistake.fix)
    return MistypedNumber(UNIT_IN_VALUE, {"text": shortened(text), "unit": shortened(unit), "write": write})
