"""A workbook to fill in, free of any format: sheets of rows, whose cells are texts or fields."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from taybac_cluster.decide.form import Field


class Entry(NamedTuple):
    """A cell to fill in: its field, what Excel says when it is chosen, and the usual range of a number."""

    field: Field
    prompt: str = ""
    low: Decimal | None = None
    high: Decimal | None = None


Cell = str | Entry | None


class Row(NamedTuple):
    """A row of a sheet."""

    cells: tuple[Cell, ...]
    kind: Literal["title", "note", "head", "group", "row", "tall"] = "row"
    needs: tuple[int, ...] = ()
    """The columns of which one must be filled in; none where nothing must."""
    fills: tuple[int, ...] = ()
    """The columns that must all be filled in, unless `needs` are."""


class Sheet(NamedTuple):
    """A sheet: its name, the widths of its columns, its rows, and how it says how many cells are empty still."""

    name: str
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    left: tuple[str, str] = ("", "")
    """What stands before and after the number of empty cells; nothing where they are not counted."""


class Book(NamedTuple):
    """A workbook, and what it must say of itself to be taken back."""

    sheets: tuple[Sheet, ...]
    identity: Mapping[str, str]
    yes_no: tuple[str, str] = ("có", "không")
    wrong: tuple[str, str, str] = ("", "", "")
    """What Excel says of a wrong entry: a title, what a number must be, what a choice must be."""
