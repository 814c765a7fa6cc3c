"""A workbook to fill in: yellow cells with names, choices and checks, everything else locked, the same bytes each time.

All text is written as text: nothing from a file becomes a formula, a link or a number.
"""

import datetime
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import xlsxwriter

from taybac_cluster.decide.form import Answer, Field, kind_of, written
from taybac_cluster.views.form.book import Book, Entry, Row, Sheet

HIDDEN = "_cluster"
"""The name of the sheet that says what the workbook is, and what its cells held when it was made."""

_CREATED = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - the same bytes on every day and in every place
_YELLOW, _GREY, _EDGE = "#FFF2B3", "#E7ECEF", "#A0A7AB"
_MOST_MESSAGE = 255


def render(book: Book) -> bytes:
    """Return the workbook."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(out, options)
    workbook.set_properties({"created": _CREATED, "title": book.sheets[0].rows[0].cells[0]})
    writer = _Writer(workbook, book)
    for sheet in book.sheets:
        writer.sheet(sheet)
    writer.hidden()
    workbook.close()
    return out.getvalue()


class _Writer:
    """Writes the sheets of a book, and gathers what the hidden sheet has to remember."""

    def __init__(self, workbook: Any, book: Book) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self.workbook, self.book = workbook, book
        self.given: list[tuple[str, str]] = []
        self.lists: dict[tuple[str, ...], str] = {}
        base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top", "text_wrap": True}
        edged = {**base, "border": 1, "border_color": _EDGE}
        open_cell = {**edged, "bg_color": _YELLOW, "locked": False}
        self.formats = {
            name: workbook.add_format(fields)
            for name, fields in {
                "title": {**base, "bold": True, "font_size": 14, "text_wrap": False},
                "note": {**base, "text_wrap": False},
                "left": {**base, "bold": True, "text_wrap": False, "font_color": "#A32600"},
                "head": {**edged, "bold": True, "bg_color": _GREY, "valign": "vcenter", "align": "center"},
                "group": {**edged, "bold": True, "bg_color": _GREY, "text_wrap": False},
                "row": edged,
                "number": {**open_cell, "align": "right"},
                "date": {**open_cell, "num_format": "dd/mm/yyyy", "align": "right"},
                "text": {**open_cell, "num_format": "@"},
            }.items()
        }

    def sheet(self, sheet: Sheet) -> None:
        """Write a sheet: A4 landscape, one page wide, its head repeated."""
        page = self.workbook.add_worksheet(sheet.name)
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(9)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.protect("", {"format_columns": True, "format_rows": True})
        for column, width in enumerate(sheet.widths):
            page.set_column(column, column, width)
        head = next((index for index, row in enumerate(sheet.rows) if row.kind == "head"), None)
        if head is not None:
            page.freeze_panes(head + 1, 2)
            page.repeat_rows(head)
        for index, row in enumerate(sheet.rows):
            self._row(page, sheet, index, row)
        self._left(page, sheet)

    def _row(self, page: Any, sheet: Sheet, index: int, row: Row) -> None:  # noqa: ANN401
        page.set_row(index, _height(row, sheet.widths))
        if row.kind == "group":
            for column in range(1, len(sheet.widths)):
                page.write_blank(index, column, None, self.formats["group"])
        for column, cell in enumerate(row.cells):
            if isinstance(cell, Entry):
                self._entry(page, sheet.name, (index, column), cell)
            elif cell is not None:
                kind = row.kind if row.kind in ("title", "note", "head", "group") else "row"
                page.write_string(index, column, cell, self.formats[kind])

    def _entry(self, page: Any, sheet: str, at: tuple[int, int], entry: Entry) -> None:  # noqa: ANN401
        field = entry.field
        self.given.append((field.name, written(field.given)))
        self.workbook.define_name(field.name, f"='{sheet}'!{_absolute(*at)}")
        self._given(page, at, field.given, self.formats[_style(field)])
        self._check(page, at, entry)

    def _given(self, page: Any, at: tuple[int, int], value: Answer, style: Any) -> None:  # noqa: ANN401
        """Write what a file says already; a number that Excel cannot hold exactly as a text."""
        if value is None:
            page.write_blank(*at, None, style)
        elif isinstance(value, datetime.date):
            page.write_datetime(*at, datetime.datetime.combine(value, datetime.time()), style)
        elif isinstance(value, Decimal) and Decimal(f"{float(value):.15g}") == value:
            page.write_number(*at, float(value), style)
        else:
            text = f"{value:f}" if isinstance(value, Decimal) else written(value)
            page.write_string(*at, text, style)

    def _check(self, page: Any, at: tuple[int, int], entry: Entry) -> None:  # noqa: ANN401
        field, (title, of_number, of_choice) = entry.field, self.book.wrong
        rules: dict[str, Any] | None = None
        if field.choices or field.kind == "yes_no":
            rules = {"validate": "list", "source": self._list(field.choices or self.book.yes_no)}
            rules |= {"error_message": of_choice, "error_type": "stop"}
        elif field.kind == "number":
            low, high = (Decimal("-1e15") if entry.low is None else entry.low), entry.high or Decimal("1e15")
            rules = {"validate": "decimal", "criteria": "between", "minimum": float(low), "maximum": float(high)}
            rules |= {"error_message": of_number, "error_type": "warning"}
        if rules is not None:
            rules |= {"error_title": title[:32], "input_message": entry.prompt[:_MOST_MESSAGE]}
            page.data_validation(*at, *at, rules)

    def _list(self, choices: tuple[str, ...]) -> str:
        """Return where the choices stand on the hidden sheet."""
        if choices not in self.lists:
            column = _column(5 + len(self.lists))
            self.lists[choices] = f"='{HIDDEN}'!${column}$1:${column}${len(choices)}"
        return self.lists[choices]

    def _left(self, page: Any, sheet: Sheet) -> None:  # noqa: ANN401
        """Write how many cells are empty still, as a formula with its value, below the notes."""
        if not sheet.left[0]:
            return
        counted = [each for index, row in enumerate(sheet.rows) for each in _empty_cells(index, row)]
        helper = len(sheet.widths) + 1
        page.set_column(helper, helper, None, None, {"hidden": True})
        for index, (formula, empty) in enumerate(counted):
            page.write_formula(index, helper, formula, self.formats["note"], int(empty))
        at = next(index for index, row in enumerate(sheet.rows) if row.kind == "note" and not row.cells)
        column = _column(helper)
        before, after = sheet.left
        total = f"SUM(${column}$1:${column}${max(len(counted), 1)})"
        text = f"{before} {sum(empty for _, empty in counted)} {after}"
        page.write_formula(at, 0, f'="{before} "&{total}&" {after}"', self.formats["left"], text)

    def hidden(self) -> None:
        """Write what the workbook is, and what its cells held when it was made."""
        page = self.workbook.add_worksheet(HIDDEN)
        page.very_hidden()
        for index, (key, value) in enumerate(self.book.identity.items()):
            page.write_string(index, 0, key)
            page.write_string(index, 1, value)
        for index, (name, value) in enumerate(self.given):
            page.write_string(index, 2, name)
            page.write_string(index, 3, value)
        for column, choices in enumerate(self.lists, 5):
            for index, choice in enumerate(choices):
                page.write_string(index, column, choice)


def _empty_cells(index: int, row: Row) -> Iterator[tuple[str, bool]]:
    """Yield a formula for each cell that must be filled in, 1 while it is empty, and whether it is now."""
    excused = any(_is_given(row.cells, column) for column in row.needs)
    others = "".join(f'*({_column(column)}{index + 1}="")' for column in row.needs)
    for column in row.fills:
        yield f'=({_column(column)}{index + 1}=""){others}*1', not excused and not _is_given(row.cells, column)


def _style(field: Field) -> str:
    """Return how a cell looks: what may be a number is left to Excel, all else is text from the start."""
    if field.kind == "date":
        return "date"
    numeric = field.scale is not None and kind_of(field.scale) == "number" and field.scale.kind != "ratio"
    if field.kind in ("number", "mark", "deduction") or (field.kind == "ruling" and numeric):
        return "number"
    return "text"


def _is_given(cells: tuple[object, ...], column: int) -> bool:
    cell = cells[column] if column < len(cells) else None
    return isinstance(cell, Entry) and cell.field.given is not None


def _height(row: Row, widths: tuple[int, ...]) -> float:
    """Return the height that shows the longest text of a row: Excel does not work it out by itself in a new file."""
    if row.kind in ("title", "note", "group"):
        return 20 if row.kind == "title" else 16
    texts = [(cell if isinstance(cell, str) else written(cell.field.given)) if cell else "" for cell in row.cells]
    lines = [
        sum(-(-max(len(line), 1) // max(width - 1, 1)) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=False)
    ]
    return min(max([*lines, 4 if row.kind == "tall" else 1]) * 15 + 3, 400)


def _column(index: int) -> str:
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def _absolute(row: int, column: int) -> str:
    return f"${_column(column)}${row + 1}"
