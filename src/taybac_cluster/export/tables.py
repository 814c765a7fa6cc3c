"""A table laid out for a terminal: which columns are shown, how wide they are, and bars as long as their points."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from taybac_cluster.export.layout import STYLES, hanging, wrapped
from taybac_cluster.views.page import Bar, Block, Cell, Column, Phrase, Row, Series, Shade, Table, Title

_GROUPS = (
    ("█", "green"), ("▓", "cyan"), ("▒", "magenta"), ("░", "yellow"), ("▚", "blue"), ("▌", "red"),
    ("▄", "bright_green"), ("▀", "bright_cyan"), ("■", "bright_magenta"),
)  # fmt: skip
_BEYOND = {"bonus": ("+", "bold"), "carried": ("=", "bold")}
"""What the parts of a bar look like: those of the groups, of more than nine letters follow; and those beyond."""
_SHADES = " ░▒▓█"
_GUTTER = 2
_LEAST_TEXT = 8
_NAME = 24
"""A longer text goes on below before anything else of a table with bars is left out."""
_LEAST_BAR = 10
"""A bar that would be shorter is left out."""
_GOOD_BAR = 20
"""Columns that may be left out are, until a bar is this long."""


def table(block: Table, console: Console) -> Iterator[Text]:
    """Yield the lines of a table; a bar gets what the others leave, and neither a name nor a number is ever cut."""
    shown, bar = _columns(block, console.width)
    widths = {at: _width(block, at) for at in shown if at != bar}
    between = _GUTTER * (len(shown) - 1)
    texts = [at for at in shown if at != bar and not block.columns[at].right]
    if bar is None:
        _stack_headings(block, widths, sum(widths.values()) + between - console.width)
        _squeeze(widths, sum(widths.values()) + between - console.width, texts, _LEAST_TEXT)
    else:
        _squeeze(widths, sum(widths.values()) + between + _GOOD_BAR - console.width, texts, _NAME)
        widths[bar] = console.width - between - sum(widths.values())
    whole = sum(widths.values()) + between
    columns = [(widths[at], block.columns[at].right) for at in shown]
    yield from _row([_heading(block.columns[at]) for at in shown], columns, console)
    if not block.series:  # where there are bars, the only line is the one across, below which nobody is nominated
        yield Text("─" * whole)
    for row in block.rows:
        if row.cut:
            yield _cut(row, whole)
        else:
            cells = [_fitted(block.columns[at], row.cells, at, widths[at]) for at in shown]
            yield from _row(cells, columns, console)
    if block.series and (bar is not None or any(block.columns[at].series for at in shown)):
        yield from hanging(Text(), _legend(block), console)


def of_parts(block: Table, width: int) -> Iterator[Block]:
    """Yield the figures of the bars' parts as tables of their own, where there is no room for them beside the bars."""
    shown, _ = _columns(block, width)
    parts = [at for at, column in enumerate(block.columns) if column.series]
    if not parts or any(at in shown for at in parts):
        return
    first = [at for at in shown if at < parts[0] and not block.is_bar(at)]
    widths = {at: min(_width(block, at), _NAME) + _GUTTER for at in first} | {at: _width(block, at) for at in parts}
    yield Title(block.parts_title, 2)
    room = width - sum(widths[at] for at in first)
    for chosen in _shared_out(parts, [widths[at] + _GUTTER for at in parts], room + _GUTTER):
        rows = [Row(tuple(row.cells[at] for at in (*first, *chosen))) for row in block.rows if not row.cut]
        series = tuple(column.series for at in chosen if (column := block.columns[at]).series)
        yield Table(tuple(block.columns[at] for at in (*first, *chosen)), tuple(rows), series)


def _shared_out(parts: list[int], widths: list[int], room: int) -> Iterator[list[int]]:
    """Share columns out over as few tables as have room for them, to each about as many."""
    most = max(room // max(widths), 1)
    tables = -(-len(parts) // most)
    each = -(-len(parts) // tables)
    yield from (parts[start : start + each] for start in range(0, len(parts), each))


def _fitted(column: Column, cells: tuple[Cell, ...], at: int, width: int) -> Text:
    """Return a cell, its end left out where its column is cut."""
    if at >= len(cells):
        return Text()
    text = _cell(cells[at], width)
    if column.cut:
        text.truncate(width, overflow="ellipsis")
    return text


def _stack_headings(block: Table, widths: dict[int, int], over: int) -> None:
    """Take what is too much from columns of figures whose headings are longer: these go on below, word by word."""
    for at in sorted(widths, key=lambda at: -widths[at]):
        column = block.columns[at]
        if column.right and column.series is None and over > 0:
            cells = [cell_len(_plain(row.cells[at])) for row in block.rows if not row.cut and at < len(row.cells)]
            least = max((*cells, *map(cell_len, column.heading.split(" "))), default=0)
            taken = max(min(over, widths[at] - least), 0)
            widths[at] -= taken
            over -= taken


def _squeeze(widths: dict[int, int], over: int, texts: list[int], least: int) -> None:
    """Take what is too much from the widest texts, which go on below; a number is not broken."""
    for at in sorted(texts, key=lambda at: -widths[at]):
        taken = max(min(over, widths[at] - least), 0)
        widths[at] -= taken
        over -= taken


def _row(cells: list[Text], columns: list[tuple[int, bool]], console: Console) -> Iterator[Text]:
    """Set cells side by side, each in its width and to its side; one that is longer goes on below."""
    broken = [
        [cell] if cell.cell_len <= width else wrapped(cell, console, width)
        for cell, (width, _) in zip(cells, columns, strict=True)
    ]
    for parts in zip_longest(*broken, fillvalue=Text()):
        line = Text()
        for at, (part, (width, right)) in enumerate(zip(parts, columns, strict=True)):
            room = " " * (width - part.cell_len)
            line.append(" " * _GUTTER * (at > 0) + room * right).append_text(part).append(room * (not right))
        yield line


def _columns(block: Table, width: int) -> tuple[list[int], int | None]:
    """Choose the columns for a width, and return which one holds the bars.

    Where they leave no room for a good bar, those that may go, from the right, then those of the bar's parts; at last
    the bar itself. Without a bar only those that may go are left out.
    """
    shown = [at for at, column in enumerate(block.columns) if column.from_width <= width]
    bar = next((at for at in shown if block.is_bar(at)), None)

    def rest() -> int:
        longest = _NAME if bar is not None else width
        texts = (_width(block, at) for at in shown if at != bar and not block.columns[at].right)
        figures = (_width(block, at) for at in shown if at != bar and block.columns[at].right)
        return width - sum(min(each, longest) for each in texts) - sum(figures) - _GUTTER * (len(shown) - 1)

    while rest() < (_GOOD_BAR if bar is not None else 0):
        optional = [at for at in shown if block.columns[at].from_width]
        parts = [at for at in shown if block.columns[at].series is not None] if bar is not None else []
        if not optional and not parts:
            break
        shown = [at for at in shown if at not in (optional[-1:] or parts)]
    if bar is not None and rest() < _LEAST_BAR:
        shown, bar = [at for at in shown if at != bar], None
    return shown, bar


def _heading(column: Column) -> Text:
    """Write a heading; that of a bar's part is the part's sign, which the legend explains."""
    if column.series is None:
        return Text(column.heading, "bold")
    glyph, style = _sign(column.series)
    return Text(glyph * 2, style)


def _sign(series: Series) -> tuple[str, str]:
    if not isinstance(series.sign, int):
        return _BEYOND[series.sign]
    beyond = series.sign - len(_GROUPS)
    return _GROUPS[series.sign] if beyond < 0 else (chr(ord("A") + beyond % 26), "")


def _cut(row: Row, width: int) -> Text:
    """Draw a line across the table, with its words in it."""
    words = " ".join(_plain(cell) for cell in row.cells)
    return Text((f"┄┄┄ {words} " if words else "").ljust(width, "┄")[:width], "dim")


def _width(block: Table, at: int) -> int:
    widths = [cell_len(_heading(block.columns[at]).plain)]
    widths += [cell_len(_plain(row.cells[at])) for row in block.rows if not row.cut and at < len(row.cells)]
    return max(widths)


def _plain(cell: Cell) -> str:
    if isinstance(cell, Phrase):
        return cell.text
    return "100" if isinstance(cell, Shade) else ""


def _cell(cell: Cell, bar_width: int) -> Text:
    if isinstance(cell, Phrase):
        return Text(cell.text, STYLES[cell.role])
    if isinstance(cell, Bar):
        return _bar(cell, bar_width)
    return _shade(cell)


def _bar(bar: Bar, width: int) -> Text:
    """Draw the parts end to end: each ends where the sum so far does, so the whole is as long as its points."""
    text = Text(no_wrap=True)
    reached, drawn = Decimal(0), 0
    for series, amount in bar.parts:
        reached += amount
        end = int((reached * width / bar.full).to_integral_value(rounding="ROUND_HALF_UP")) if bar.full else 0
        glyph, style = _sign(series)
        if end > drawn:
            text.append(glyph * (end - drawn), style)
            drawn = end
        elif end < drawn:
            text.right_crop(drawn - end)
            drawn = end
    return text


def _shade(cell: Shade) -> Text:
    percent = f"{cell.share * 100:.0f}" if cell.share >= 0.005 else ("·" if cell.share > 0 else "")  # noqa: PLR2004 - what rounds to 1 %
    level = min(int(cell.share * (len(_SHADES) - 1) + 0.999), len(_SHADES) - 1) if cell.share > 0 else 0
    style = ("", "dim", "", "bold", "bold reverse")[level]
    return Text(percent.rjust(3), style)


def _legend(block: Table) -> Text:
    text = Text()
    for series in block.series:
        glyph, style = _sign(series)
        text.append(("  " if text else "") + glyph * 2, style)
        text.append(f" {series.name}")
    return text
