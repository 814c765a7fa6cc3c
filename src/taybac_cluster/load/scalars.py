"""What a plain word of YAML stands for, and the words that programs read in different ways."""

import datetime
import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import MAX_DIGITS, NUMBER
from taybac_cluster.rules.reading.dates import DATE_FORM
from taybac_cluster.rules.reading.numbers import (
    LEADING_ZERO,
    ODD_NUMBER,
    OTHER_BASE,
    OTHER_DIGITS,
    POWER_OF_TEN,
    UNDERSCORES,
)
from taybac_cluster.rules.reading.quotes import LEADING_SIGN
from taybac_cluster.rules.reading.words import BASE_SIXTY, NO_VALUE, NOT_FINITE, YES_NO_WORD
from taybac_cluster.rules.rule import Rule

CONSTANTS: Final = {"true": True, "false": False}
A_DATE: Final = Words("ví dụ 2023-09-24", "for example 2023-09-24")
NOTHING: Final = frozenset(("", "~", "null", "Null", "NULL"))

_WORDS = re.compile(
    r"(?P<nothing>~|null|Null|NULL)"
    r"|(?P<yes_no_word>y|Y|n|N|yes|Yes|YES|no|No|NO|True|TRUE|False|FALSE|on|On|ON|off|Off|OFF)"
    r"|(?P<not_finite>[-+]?\.?(?i:inf|nan)|[-+]?(?i:infinity))"
    r"|(?P<other_base>[-+]?0[xX][0-9a-fA-F_]+|[-+]?0[oO][0-7_]+|[-+]?0[bB][01_]+)"
    r"|(?P<base_sixty>[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)"
    r"|(?P<underscores>[-+]?(?=[0-9.]*_)(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9_]+))"
    r"|(?P<leading_zero>[-+]?0[0-9]+(?:\.[0-9]*)?)"
    r"|(?P<power_of_ten>[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)[eE][-+]?[0-9][0-9_]*)"
    r"|(?P<odd_number>\+(?:[0-9]+\.?[0-9]*|\.[0-9]+)|-?\.[0-9]+|-?[0-9]+\.)"
    r"|(?P<leading_sign>=|<<)"
    r"|(?P<date_form>[0-9]{4}-?W[0-9]{2}(?:-?[1-7])?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?[ \tZ0-9:+-]*)"
)
"""What YAML 1.1, YAML 1.2 or Python takes for something else than a text, and we do not; each by its rule's name."""

_RULES = {
    "nothing": NO_VALUE,
    **{
        rule.name.replace("-", "_"): rule
        for rule in (
            YES_NO_WORD,
            NOT_FINITE,
            OTHER_BASE,
            BASE_SIXTY,
            UNDERSCORES,
            LEADING_ZERO,
            POWER_OF_TEN,
            ODD_NUMBER,
            DATE_FORM,
            LEADING_SIGN,
        )
    },
}
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Misread(NamedTuple):
    """A word that programs read in different ways.

    The rule that says so, what is probably meant (None where nothing can be guessed), and what is safe to write.
    """

    rule: Rule
    meant: str | None = None
    fix: str | None = None


def number(text: str) -> Decimal | None:
    """Return the number that a word is; None where it is none, or has too many digits."""
    if not NUMBER.fullmatch(text) or digits(text) > MAX_DIGITS:
        return None
    return Decimal(text)


def digits(text: str) -> int:
    """Return how many digits a number has."""
    return len(text) - text.startswith("-") - ("." in text)


def typed(value: object) -> str:
    """Return a value as it was typed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def misread(text: str) -> Misread | None:
    """Return how programs differ over a plain word; None where all of them take it for this text."""
    match = _WORDS.fullmatch(text)
    if match is None:
        return _in_other_digits(text) if _OTHER_DIGIT.search(text) else None
    rule = _RULES[match.lastgroup or ""]
    meant = _meant(rule, text)
    safe = rule in (UNDERSCORES, ODD_NUMBER) or (meant is not None and text.lower() == meant)
    return Misread(rule, meant, meant if safe else None)


@lru_cache(maxsize=4096)
def is_one_text(word: str) -> bool:
    """Whether every program takes a plain word for the same text; keys come again and again."""
    return word != "" and word == word.strip() and (word in CONSTANTS or not misread(word)) and word != "<<"


def _in_other_digits(text: str) -> Misread | None:
    """Return what a number or a day typed in full-width, Arabic or other digits is in ours."""
    plain = "".join(
        str(unicodedata.decimal(char)) if _OTHER_DIGIT.match(char) else unicodedata.normalize("NFKC", char)
        for char in text[: 2 * MAX_DIGITS]
    )
    if number(plain) is not None or _DAY.fullmatch(plain):
        return Misread(OTHER_DIGITS, plain, plain)
    return Misread(OTHER_DIGITS) if _WORDS.fullmatch(plain) or NUMBER.fullmatch(plain) else None


def _meant(rule: Rule, text: str) -> str | None:
    """Return the plain number, day, true or false that a word probably stands for."""
    if rule is YES_NO_WORD:
        return "true" if text.lower() in ("y", "yes", "true", "on") else "false"
    if rule in (LEADING_ZERO, UNDERSCORES, ODD_NUMBER):
        return _plain(text.replace("_", ""))
    if rule is POWER_OF_TEN:
        return _written_out(text.replace("_", ""))
    if rule is OTHER_BASE:
        return _in_base_ten(text.lower().replace("_", ""))
    return day(text) if rule is DATE_FORM else None


def _plain(text: str) -> str | None:
    """Return digits without a plus, leading zeros or a point at an end; None where there is no digit."""
    sign, bare = ("-" if text[0] == "-" else ""), text.lstrip("+-").rstrip(".")
    whole, point, rest = bare.partition(".")
    return f"{sign}{whole.lstrip('0') or '0'}{point}{rest}" if bare else None


def _written_out(text: str) -> str | None:
    """Return a number with an e in plain digits; None where they would be too many."""
    if len(text) > MAX_DIGITS or abs(int(text.lower().partition("e")[2])) > MAX_DIGITS:
        return None
    return _plain(f"{Decimal(text):f}")


def _in_base_ten(text: str) -> str | None:
    sign, bare = ("-" if text[0] == "-" else ""), text.lstrip("+-")
    base = {"x": 16, "o": 8, "b": 2}[bare[1]]
    return f"{sign}{int(bare[2:], base)}" if 0 < len(bare[2:]) <= MAX_DIGITS else None


def day(text: str) -> str | None:
    """Return the day, as we write it, of a word that names a week or a time of day."""
    try:
        if match := _WEEK.fullmatch(text):
            return datetime.date.fromisocalendar(int(match[1]), int(match[2]), int(match[3] or 1)).isoformat()
        year, month, date = re.split(r"[-Tt \t]", text)[:3]
        return datetime.date(int(year), int(month), int(date)).isoformat()
    except ValueError:
        return None
