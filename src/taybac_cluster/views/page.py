"""What a page is made of: blocks that every format can show."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

Role = Literal["plain", "strong", "dim", "good", "bad", "warn"]


class Phrase(NamedTuple):
    """A piece of text with a role; how a role looks is the format's affair, and never colour alone."""

    text: str
    role: Role = "plain"


class Series(NamedTuple):
    """What a part of a stacked bar is: the group of a number, the bonus, or what was carried."""

    name: str
    sign: int | Literal["bonus", "carried"]


class Bar(NamedTuple):
    """A stacked bar: how long each of its parts is, out of a full length."""

    parts: tuple[tuple[Series, Decimal], ...]
    full: Decimal


class Shade(NamedTuple):
    """A cell of a heat-map: a share from 0 to 1, shown as per cent."""

    share: float


Cell = Phrase | Bar | Shade


class Column(NamedTuple):
    """A column: its heading, and from which width of the page on it is shown where there is room.

    The texts of a column that is `cut` end in dots where they have no room, instead of going on below.
    A column of a `series` has the figures of that part of the table's bars.
    """

    heading: str
    right: bool = False
    from_width: int = 0
    series: Series | None = None
    cut: bool = False


class Row(NamedTuple):
    """A row of cells; a row with a single cell and `cut` is a line across the table."""

    cells: tuple[Cell, ...]
    cut: bool = False


class Title(NamedTuple):
    """A heading."""

    text: str
    level: int = 1


class Notice(NamedTuple):
    """What every reader must see: that the figures are made up, that a result is open, that it drifted."""

    text: str
    role: Role = "warn"


class Lines(NamedTuple):
    """Lines of running text, each of its own role."""

    lines: tuple[Phrase, ...]
    bullets: bool = False


class Listing(NamedTuple):
    """Lines of a file, shown as they are; nothing in them is wrapped or acted on."""

    lines: tuple[str, ...]
    heading: str = ""


class Facts(NamedTuple):
    """Labels and what they are."""

    facts: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """Columns and rows; `series` are the parts of its bars, as the legend lists them.

    `parts_title` stands above the figures of the parts where they have no room beside the bars.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    series: tuple[Series, ...] = ()
    parts_title: str = ""

    def is_bar(self, at: int) -> bool:
        """Whether a column holds bars."""
        return any(at < len(row.cells) and isinstance(row.cells[at], Bar) for row in self.rows)


Block = Title | Notice | Lines | Listing | Facts | Table
Page = Sequence[Block]


class Grid(NamedTuple):
    """A plain table for CSV: headings and rows of plain values."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str | int | Decimal | None, ...], ...]
