"""A sheet of the book: its looks, and cells in which no text is ever taken for a formula, a link or a number."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from taybac_cluster.export.text import clean

MOST_LETTERS = 32000
"""A cell holds 32 767."""
_LINE, _MOST_LINES = 15, 25
Shown = Decimal | Fraction | int | bool | str | None

_BASE = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
_EDGE = {"border": 1, "border_color": "#7f7f7f"}
_ANSWER = '"có";"có";"không"'
"""LibreOffice shows a true or false with the format of numbers; Excel shows TRUE or FALSE whatever the format."""
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "status": {"bold": True, "font_color": "#9c0006"},
    "text": {"text_wrap": True},
    "head": {**_EDGE, "bold": True, "text_wrap": True, "align": "center", "bg_color": "#d9e7d3"},
    "name": {**_EDGE, "text_wrap": True},
    "code": {**_EDGE, "align": "center", "num_format": "@"},
    "group": {**_EDGE, "bold": True, "bg_color": "#eef3eb", "text_wrap": True},
    "input": {**_EDGE, "bg_color": "#fff8d6", "align": "center", "text_wrap": True},
    "closed": {**_EDGE, "font_color": "#595959", "align": "center", "bg_color": "#eeeeee"},
    "plain": {**_EDGE, "align": "center", "text_wrap": True},
    "answer": {**_EDGE, "align": "center", "num_format": _ANSWER},
    "settled": {**_EDGE, "align": "center", "italic": True, "font_color": "#7a4a00", "num_format": _ANSWER},
    "chosen": {**_EDGE, "align": "center", "bold": True, "bg_color": "#d9e7d3", "num_format": _ANSWER},
    "place": {**_EDGE, "align": "center", "bold": True, "bg_color": "#d9e7d3", "num_format": "0"},
    "value": {**_EDGE, "align": "center", "num_format": "[$-42A]#,##0.####"},
    "points": {**_EDGE, "align": "center", "points": True},
    "fixed": {**_EDGE, "align": "center", "italic": True, "font_color": "#7a4a00", "points": True},
    "helper": {**_EDGE, "align": "center", "font_color": "#595959", "italic": True, "num_format": "[$-42A]#,##0.####"},
    "sum": {**_EDGE, "align": "center", "bold": True, "bg_color": "#eef3eb", "points": True},
    "total": {**_EDGE, "align": "center", "bold": True, "bg_color": "#d9e7d3", "points": True},
    "share": {**_EDGE, "align": "center", "num_format": "[$-42A]0.000000"},
}


class Looks:
    """The formats of a book, made once each; points have as many decimals as the criteria set prints."""

    def __init__(self, book: Workbook, decimals: int) -> None:
        self._book, self._made = book, dict[str, Any]()
        self._points = "[$-42A]#,##0" + (f".{'0' * decimals}" if decimals else "")

    def __call__(self, name: str) -> Any:  # noqa: ANN401 - xlsxwriter's format
        if name not in self._made:
            look = dict(_LOOKS[name])
            if look.pop("points", False):
                look["num_format"] = self._points
            self._made[name] = self._book.add_format({**_BASE, **look})
        return self._made[name]


class Page:
    """One sheet."""

    def __init__(self, book: Workbook, looks: Looks, name: str) -> None:
        self.book, self.looks, self.name = book, looks, name
        self.sheet = book.add_worksheet(name)
        self._lines: dict[int, int] = {}
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        self.sheet.set_footer("&C&P/&N")

    def text(self, row: int, column: int, text: str, look: str = "name") -> None:
        """Write a text as text, whatever it begins with; nothing leaves the cell blank."""
        if not text:
            self.put(row, column, None, look)
            return
        self.sheet.write_string(row, column, clean(text)[:MOST_LETTERS], self.looks(look))

    def wrapped(self, row: int, column: int, text: str, look: str, width: int) -> None:
        """Write a text that may take several lines, and make its row as high as they need."""
        self.text(row, column, text, look)
        lines = -(-len(text) // max(width, 1))
        if lines > self._lines.get(row, 1):
            self._lines[row] = min(lines, _MOST_LINES)
            self.sheet.set_row(row, _LINE * self._lines[row])

    def put(self, row: int, column: int, value: Shown, look: str) -> None:
        """Write a value by its kind."""
        if value is None:
            self.sheet.write_blank(row, column, None, self.looks(look))
        elif isinstance(value, bool):
            self.sheet.write_boolean(row, column, value, self.looks(look))
        elif isinstance(value, str):
            self.text(row, column, value, look)
        else:
            self.sheet.write_number(row, column, float(value), self.looks(look))

    def formula(self, row: int, column: int, formula: str, value: Shown, look: str) -> None:
        """Write a formula with the value that it has."""
        shown: float | bool | str = "" if value is None else value if isinstance(value, (bool, str)) else float(value)
        self.sheet.write_formula(row, column, f"={formula}", self.looks(look), shown)

    def define(self, name: str, row: int, column: int) -> None:
        """Give a cell its name."""
        self.book.define_name(name, f"={self.absolute(row, column)}")

    def absolute(self, row: int, column: int) -> str:
        """Return a cell as another sheet refers to it, fixed."""
        return f"'{self.name}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"

    def cell(self, row: int, column: int) -> str:
        """Return a cell as another sheet refers to it."""
        return f"'{self.name}'!{xl_rowcol_to_cell(row, column)}"

    def rows(self, first: int, last: int, column: int) -> str:
        """Return a part of a column as another sheet refers to it, fixed."""
        letter = xl_col_to_name(column)
        return f"'{self.name}'!${letter}${first + 1}:${letter}${last + 1}"


def here(row: int, column: int) -> str:
    """Return a cell of the same sheet."""
    return str(xl_rowcol_to_cell(row, column))


def rounded(formula: str, decimals: int) -> str:
    """Round half up as decimals are: what binary numbers lose below the eleventh place is put right first."""
    return f"ROUND(ROUND({formula},11),{decimals})"
