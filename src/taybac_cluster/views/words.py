"""Numbers, days, names and the sentences that many pages share, in both languages."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.exact import printed
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.members import Standing
from taybac_cluster.model.record import Language, LocalText

_FEW = 5
_OTHERS = Words("{count} đô thị khác", "{count} others")
ILLUSTRATIVE = Words(
    "SỐ LIỆU MINH HỌA: không phải số liệu thật của đô thị nào.",
    "ILLUSTRATIVE FIGURES: not the real figures of any city.",
)
DRAFT = Words("DỰ THẢO: số liệu còn có thể thay đổi.", "DRAFT: the figures may still change.")

_TYPES = {
    "thành phố": "city",
    "thị xã": "town",
    "phường": "ward",
    "xã": "commune",
}


def say(words: Words | LocalText | str, lang: Language, **params: object) -> str:
    """Return a text in a language, its `{params}` filled in."""
    if isinstance(words, LocalText):
        return words.to(lang)
    text = words if isinstance(words, str) else getattr(words, lang)
    return text.format(**params) if params else str(text)


def all_said(words: Iterable[Words], lang: Language, **params: object) -> list[str]:
    """Return several texts in a language, such as the headings of a table."""
    return [say(each, lang, **params) for each in words]


def number(value: Decimal | Fraction | int | None, lang: Language, decimals: int | None = None) -> str:
    """Write a number as it is read: with a decimal comma in Vietnamese; an en dash where there is none."""
    if value is None:
        return "–"
    if isinstance(value, Fraction) or decimals is not None:
        value = printed(Fraction(value), 4 if decimals is None else decimals)
        if decimals is None:
            value = value.normalize()
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return text.replace(".", ",") if lang == "vi" else text


def signed(value: Decimal, lang: Language) -> str:
    """Write a number with its sign; a real minus, and no sign for nothing."""
    text = number(abs(value), lang)
    return f"+{text}" if value > 0 else f"−{text}" if value < 0 else text


def percent(value: Decimal | Fraction | int, lang: Language, decimals: int | None = None) -> str:
    """Write a percentage with its sign: 72,7%; of no given `decimals` as many as it has."""
    return f"{number(value, lang, decimals)}%"


def threshold(value: Decimal | Fraction, lang: Language) -> str:
    """Write a threshold as it was typed: 80%, or the fraction 2/3."""
    return str(value / 100) if isinstance(value, Fraction) else percent(value, lang)


def day(date: datetime.date, lang: Language) -> str:
    """Write a day: 24/9/2023 as Vietnamese papers do (1, 2 and days below 10 with a zero), else 24 September 2023."""
    if lang == "en":
        return f"{date.day} {date:%B} {date.year}"
    month = f"{date.month:02d}" if date.month <= 2 else str(date.month)  # noqa: PLR2004 - so the decree on papers
    return f"{date.day:02d}/{month}/{date.year}"


def unit_type(kind: str | None, lang: Language) -> str:
    """Name the type of a unit; its own word where we know no other."""
    if kind is None:
        return ""
    return _TYPES.get(kind, kind) if lang == "en" else kind


def full_name(standing: Standing, lang: Language) -> str:
    """Name a city with its type: thị xã Sa Pa, Sa Pa town."""
    kind, name = unit_type(standing.type, lang), standing.name.to(lang)
    if not kind:
        return name
    return f"{name} {kind}" if lang == "en" else f"{kind} {name}"


def listed(names: list[str] | tuple[str, ...], lang: Language) -> str:
    """Join names as a sentence does: A, B và C."""
    if len(names) <= 1:
        return "".join(names)
    last = " và " if lang == "vi" else " and "
    return ", ".join(names[:-1]) + last + names[-1]


def some_of(names: list[str] | tuple[str, ...], lang: Language) -> str:
    """Name a few as a sentence does, and count the others: A, B, C, D, E và 55 đô thị khác."""
    if len(names) <= _FEW + 1:
        return listed(names, lang)
    return listed([*names[:_FEW], say(_OTHERS, lang, count=len(names) - _FEW)], lang)


def place_text(place: str, tied: bool) -> str:  # noqa: FBT001
    """Write a place; a shared one with an equals sign: 2=."""
    return f"{place}=" if tied else place


def plural(count: int, one: str, many: str) -> str:
    """Return an English noun in the number of its count."""
    return f"{count} {one if count == 1 else many}"
