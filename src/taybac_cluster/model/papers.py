"""What the papers of a cluster need beyond its figures: who issues and signs them, their numbers, and their wording."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar, get_args

from pydantic import Field

from taybac_cluster.model.record import Accepted, Date, Document, Record, Text, Texts, Whole

PaperKind = Literal["proposal", "minutes", "scores", "hosting", "notice", "doubts"]
PAPER_KINDS: tuple[PaperKind, ...] = get_args(PaperKind)

PLACEHOLDERS = (
    "year",
    "cluster",
    "association",
    "criteria",
    "held_on",
    "place",
    "host",
    "head",
    "theme",
    "seminar",
    "ranked",
    "count",
    "nominated",
    "next_year",
    "next_host",
    "next_theme",
    "member",
    "rank",
    "total",
)
"""What may stand in braces in the wording of a paper; the last three in a notice alone."""
OF_A_MEMBER = ("member", "rank", "total")


class Issuer(Record):
    """Who issues the papers from a day on; the first may have no day."""

    from_: Date | None = Field(default=None, alias="from")
    name: Text
    superior: Text | None = None
    place: Text | None = None
    page_url: str | None = None


class Signer(Record):
    """Who signs some papers from a day on, and in what capacity."""

    from_: Date | None = Field(default=None, alias="from")
    papers: tuple[PaperKind, ...] = ()
    """The kinds that are signed so; none named: all."""
    capacity: Text | None = None
    office: Text | None = None
    name: str | None = None


class PaperWords(Record):
    """What one kind of paper says every year."""

    symbol: str | None = None
    subject: Text | None = None
    to: Texts = ()
    grounds: Texts = ()
    copies: Texts = ()
    body: Text | None = None


class PaperNumber(Record):
    """The number and the day of one paper of a year."""

    number: Whole | None = None
    numbers: dict[str, Whole] = {}
    """Of a notice: a number for each member."""
    date: Date | None = None


class Papers(Document):
    """Letterheads, numbers, signers and wording of the papers."""

    accepted: tuple[Accepted, ...] = ()

    issuers: tuple[Issuer, ...] = ()
    signers: tuple[Signer, ...] = ()
    papers: dict[PaperKind, PaperWords] = {}
    years: dict[str, dict[PaperKind, PaperNumber]] = {}

    def issuer(self, day: datetime.date) -> Issuer | None:
        """Return who issues papers on a day."""
        return _newest(self.issuers, day)

    def signer(self, kind: PaperKind, day: datetime.date) -> Signer | None:
        """Return who signs a kind of paper on a day."""
        return _newest([each for each in self.signers if kind in (each.papers or PAPER_KINDS)], day)

    def words(self, kind: PaperKind) -> PaperWords:
        """Return what a kind of paper says every year."""
        return self.papers.get(kind) or PaperWords()

    def number(self, year: int, kind: PaperKind) -> PaperNumber:
        """Return the number and day of a year's paper."""
        return self.years.get(str(year), {}).get(kind) or PaperNumber()


T = TypeVar("T", Issuer, Signer)


def _newest(entries: Iterable[T], day: datetime.date) -> T | None:
    """Return the entry that holds on a day: the last to begin by then."""
    begun = [each for each in entries if each.from_ is None or each.from_ <= day]
    return max(begun, key=lambda each: each.from_ or datetime.date.min, default=None)


_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def unfilled(text: str, allowed: Iterable[str]) -> list[str]:
    """Return what stands in braces and is not one of the allowed words; a stray brace too."""
    names = set(allowed)
    return [found[1] or found[0] for found in _BRACES.finditer(text) if found[1] not in names]


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return a text with every word in braces replaced; what is not known stays as it is."""
    return _BRACES.sub(lambda found: words.get(found[1] or "", found[0]), text)
