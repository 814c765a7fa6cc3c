"""What is said about files, as data: a code, its parameters, a severity and the locations.

The words are looked up by code in the rule's own file, when somebody is to read them.
"""

import datetime
import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from taybac_cluster.model.record import LocalText, Location

Severity = Literal["error", "warning"]


class Span(NamedTuple):
    """A stretch of a file: lines and columns from 1, columns in code points, the end exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Spot(NamedTuple):
    """A stretch of a file that was found while reading it."""

    file: str
    span: Span = Span()


class Words(NamedTuple):
    """A parameter that is itself a text in both languages."""

    vi: str
    en: str


def shortened(text: str, most: int = 60) -> str:
    """Return a text of at most `most` letters; dots show that the end of a longer one was cut."""
    return text if len(text) <= most else text[: most - 1] + "…"


ALIKE = 0.45
"""How alike two words must be, from 0 to 1, for one to be suggested for the other."""

_MOST_COMPARED = 2000

BULLETS = "–—−‐‑•·▪●○◦"
"""Signs that look like the minus sign of a list, or that Word turns it into."""

Param = str | int | Decimal | datetime.date | Words | LocalText
Where = Location | Spot


_NONE: Mapping[str, Param] = {}

MOST_FAULTS = 1000
"""At most so many faults of a file are listed; the rest is counted."""


class Diagnostic(NamedTuple):
    """One thing to say about one location."""

    code: str
    where: Where
    params: Mapping[str, Param] = _NONE
    severity: Severity = "error"
    also: tuple[Where, ...] = ()
    fix: str | None = None
    """What to write in the place, where that is safe."""
    more: int = 0
    """How many more faults of this kind its file has, which are counted and not listed."""

    @property
    def file(self) -> str:
        """The file's path in the data folder."""
        return self.where.file


def counted(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what one rule found, of each file the first thousand; the last of them carries the number of the rest."""
    counts: Counter[str] = Counter()
    last: dict[str, int] = {}
    kept: list[Diagnostic] = []
    for each in found:
        counts[each.file] += 1
        if counts[each.file] <= MOST_FAULTS:
            last[each.file] = len(kept)
            kept.append(each)
    for file, count in counts.items():
        if count > MOST_FAULTS:
            kept[last[file]] = kept[last[file]]._replace(more=count - MOST_FAULTS)
    return kept


def nearest(word: str, legal: tuple[str, ...] | list[str], most: int = 3, *, alike: float = ALIKE) -> list[str]:
    """Return the legal words most like `word`, the likeliest first: by the pairs of letters they share (Dice).

    Only those that are `alike`, from 0 to 1; of a very long list, only the first words are compared.
    """
    own = _pairs(word.lower())
    found = []
    for each in itertools.islice(legal, _MOST_COMPARED):
        other = _pairs(each.lower())
        likeness = 2 * len(own & other) / (len(own) + len(other))
        if likeness >= alike:
            found.append((-likeness, each))
    return [each for _, each in sorted(found)[:most]]


@lru_cache(maxsize=4096)
def _pairs(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a text as an id would be made of it: Tỷ lệ nước sạch is ty-le-nuoc-sach."""
    import unicodedata  # noqa: PLC0415 - only a fault needs it

    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = (char if char.isascii() and char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return "-".join("".join(letters).split())


def titled(word: str, titles: Mapping[str, str]) -> str | None:
    """Return the id that has a name; None where no id has it. `titles` gives the names of each id."""
    by_fold = {folded(title): each for each, title in titles.items()}
    near = nearest(folded(word), list(by_fold), 1)
    return by_fold[near[0]] if near and (" " in word.strip() or folded(word) == near[0]) else None


def by_title(word: str, titles: Mapping[str, str]) -> Words | None:
    """Say which id is meant by a name; None where no id has it. `titles` gives the names of each id."""
    found = titled(word, titles)
    return Words(f"mã của “{titles[found]}” là {found}", f"the id of “{titles[found]}” is {found}") if found else None


def without_bullet(word: str, legal: Collection[str]) -> Words | None:
    """Say that a legal word has the sign of a list before it; None where it is something else."""
    bare = word.lstrip(f"{BULLETS}-*+ ")
    if bare == word or bare not in legal:
        return None
    return Words(f"bỏ dấu ở đầu dòng, chỉ ghi: {bare}", f"leave out the sign before it, write: {bare}")


def suggestion(word: str, legal: list[str] | tuple[str, ...], most: int = 8) -> Words:
    """Say what could be meant: all legal words where they are few, else the nearest three."""
    same = [each for each in legal[:_MOST_COMPARED] if folded(each) == folded(word)]
    if len(same) == 1:
        return Words(f"có phải là: {same[0]}?", f"did you mean: {same[0]}?")
    near = nearest(word, legal)
    if near and (len(legal) > most or near[0].replace("-", "") == word.replace("-", "").lower()):
        listed = ", ".join(near)
        return Words(f"có phải là: {listed}?", f"did you mean: {listed}?")
    if not legal:
        return Words("ở đây chưa khai báo mã nào", "nothing is declared here yet")
    if len(legal) <= most:
        listed = ", ".join(legal)
        return Words(f"dùng một trong: {listed}", f"use one of: {listed}")
    listed = ", ".join(nearest(word, legal, alike=0))
    return Words(f"gần nhất là: {listed}", f"the nearest are: {listed}")
