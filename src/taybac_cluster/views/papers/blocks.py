"""What a paper is made of."""

import datetime
from collections.abc import Sequence
from typing import Literal, NamedTuple

from taybac_cluster.model.papers import PaperKind

BLANK = "……………"
"""What is not known: a dotted line to be filled in by hand."""

Style = Literal["body", "ground", "notice", "note", "item", "heading", "subheading", "quiet"]


class Letterhead(NamedTuple):
    """The head of an official paper: who issues it on the left, the nation on the right."""

    superior: str
    issuer: str
    number: str
    dated: str | None = None
    """Place and date; None on minutes, which have neither."""
    about: str | None = None
    """What a letter is about, under its number."""


class Heading(NamedTuple):
    """The kind of a paper in capitals, and its subject, with a line under them."""

    kind: str
    subject: str


class Title(NamedTuple):
    """The heading of what is no official paper."""

    text: str


class AnnexHeading(NamedTuple):
    """The head of an annex: what it is, its title, and the paper that it belongs to."""

    label: str
    title: str
    attached: str


class Address(NamedTuple):
    """“Kính gửi”: one on the line, several below it with dashes."""

    to: tuple[str, ...]


class Paragraph(NamedTuple):
    """A paragraph of running text."""

    text: str
    style: Style = "body"


class Column(NamedTuple):
    """A column of a table: its heading, its share of the width, and where its text stands."""

    heading: str
    width: float
    align: Literal["left", "center", "right"] = "left"


class Line(NamedTuple):
    """A row of a table; a single cell stands across the whole of it."""

    cells: tuple[str, ...]
    strong: bool = False


class Grid(NamedTuple):
    """A table whose heading is repeated on every page; a small one has more columns than a page has room for."""

    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    small: bool = False


class Signature(NamedTuple):
    """Who signs: the capacity and the office in capitals, room to sign, and the name."""

    office: tuple[str, ...]
    name: str


class Signatures(NamedTuple):
    """The end of a paper: who receives it on the left and who signs on the right; minutes have two who sign."""

    right: Signature
    left: Signature | None = None
    copies: tuple[str, ...] = ()


class Stamp(NamedTuple):
    """What a reader compares a paper with: the seal of the locked result, and where the result can be read."""

    text: str
    address: str | None = None


Block = Letterhead | Heading | Title | AnnexHeading | Address | Paragraph | Grid | Signatures | Stamp


class Paper(NamedTuple):
    """One paper of the dossier."""

    kind: PaperKind | Literal["screen"]
    stem: str
    """Its file's name without the ending."""
    title: str
    day: datetime.date
    """The day of the paper, else that of the meeting or of the criteria set: never that of the run."""
    blocks: Sequence[Block]
    landscape: bool = False
    lacking: tuple[str, ...] = ()
    """What stands as a dotted blank, in words."""
    lang: Literal["vi", "en"] = "vi"
