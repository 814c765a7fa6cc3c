"""A page as text for a terminal of some width, with colours or without."""

import io
from decimal import Decimal

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from taybac_cluster.views.page import Bar, Block, Cell, Facts, Lines, Listing, Notice, Page, Role, Row, Said, Shade, Table, Title

_STYLES: dict[Role, str] = {
    "plain": "",
    "strong": "bold",
    "dim": "dim",
    "good": "green",
    "bad": "red",
    "warn": "yellow",
}
_SERIES = (("█", "green"), ("▓", "cyan"), ("▒", "magenta"), ("░", "yellow"), ("▚", "blue"), ("▤", "red"))
_EXTRA = ("+", "bold")
"""What the last part of a bar looks like where it is beyond the named series: bonus points."""
_SHADES = " ░▒▓█"
_GUTTER = 2
_LEAST_BAR = 10


def render(page: Page, width: int, *, colour: bool) -> str:
    """Return the page as text of at most `width` columns where its names allow it."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for block in page:
        _block(block, console, width)
    lines = [line.rstrip() for line in out.getvalue().split("\n")]
    return "\n".join(lines).rstrip("\n") + "\n"


def _block(block: Block, console: Console, width: int) -> None:
    if isinstance(block, Title):
        console.print(Text(block.text, "bold"))
    elif isinstance(block, Notice):
        console.print(Text(f"! {block.text}", f"bold {_STYLES[block.role]}"))
    elif isinstance(block, Lines):
        for line in block.lines:
            text = line.text.lstrip(" ")
            indent = line.text[: len(line.text) - len(text)]
            _hanging(indent + ("- " if block.bullets else ""), Text(text, _STYLES[line.role]), console)
        console.print()
    elif isinstance(block, Listing):
        if block.heading:
            console.print(Text(block.heading, "bold"))
        for line in block.lines:
            console.print(Text(f"    {line}"), no_wrap=True, overflow="ignore", crop=False)
        console.print()
    elif isinstance(block, Facts):
        _facts(block, console)
        console.print()
    else:
        console.print(_table(block, width))
        if block.series:
            console.print(_legend(block.series))
        console.print()


def _hanging(head: str, text: Text, console: Console) -> None:
    """Print a paragraph whose further lines stand under its first word."""
    if not head:
        console.print(text)
        return
    grid = RichTable.grid(padding=0)
    grid.add_column(no_wrap=True, width=cell_len(head))
    grid.add_column(overflow="fold")
    grid.add_row(Text(head), text)
    console.print(grid)


def _facts(block: Facts, console: Console) -> None:
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, text in block.facts:
        grid.add_row(Text(label, "dim"), Text(text))
    console.print(grid)


def _table(block: Table, width: int) -> RichTable:
    """Lay the columns out; a bar gets what the others leave."""
    shown = [at for at, column in enumerate(block.columns) if column.from_width <= width]
    table = RichTable(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    bar = next((at for at in shown if any(_is_bar(row.cells, at) for row in block.rows)), None)
    rest = width - sum(_width(block, at) + _GUTTER for at in shown if at != bar)
    for at in shown:
        column = block.columns[at]
        fixed = max(rest - 1, _LEAST_BAR) if at == bar else None
        justify = "right" if column.right else "left"
        wraps = at != bar and not column.right and _width(block, at) > width // 2
        table.add_column(Text(column.heading), justify=justify, no_wrap=not wraps, width=fixed, overflow="fold")  # type: ignore[arg-type]
    for row in block.rows:
        if row.cut:
            widths = [max(rest - 1, _LEAST_BAR) if at == bar else _width(block, at) for at in shown]
            table.add_row(*_cut(row, widths))
        else:
            cells = (_cell(row.cells[at], max(rest - 1, _LEAST_BAR)) if at < len(row.cells) else Text() for at in shown)
            table.add_row(*cells)
    return table


def _cut(row: Row, widths: list[int]) -> list[Text]:
    """Draw a line across the table, with its word at the end."""
    drawn = [Text("┄" * width, "dim") for width in widths]
    word = " ".join(_plain(cell) for cell in row.cells)
    drawn[-1] = Text(f"┄ {word}" if word else "┄" * widths[-1], "dim")
    return drawn


def _is_bar(cells: tuple[Cell, ...], at: int) -> bool:
    return at < len(cells) and isinstance(cells[at], Bar)


def _width(block: Table, at: int) -> int:
    widths = [cell_len(block.columns[at].heading)]
    widths += [cell_len(_plain(row.cells[at])) for row in block.rows if not row.cut and at < len(row.cells)]
    return max(widths)


def _plain(cell: Cell) -> str:
    if isinstance(cell, Said):
        return cell.text
    return "100 %" if isinstance(cell, Shade) else ""


def _cell(cell: Cell, bar_width: int) -> Text:
    if isinstance(cell, Said):
        return Text(cell.text, _STYLES[cell.role])
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
        glyph, style = _SERIES[series % len(_SERIES)] if series >= 0 else _EXTRA
        if end > drawn:
            text.append(glyph * (end - drawn), style)
            drawn = end
        elif end < drawn:
            text.right_crop(drawn - end)
            drawn = end
    return text


def _shade(cell: Shade) -> Text:
    percent = f"{cell.share * 100:.0f} %" if cell.share >= 0.005 else ("·" if cell.share > 0 else "")  # noqa: PLR2004 - what rounds to 1 %
    level = min(int(cell.share * (len(_SHADES) - 1) + 0.999), len(_SHADES) - 1) if cell.share > 0 else 0
    style = ("", "dim", "", "bold", "bold reverse")[level]
    return Text(percent.rjust(5), style)


def _legend(series: tuple[str, ...]) -> Text:
    text = Text()
    for at, name in enumerate(series):
        glyph, style = _SERIES[at % len(_SERIES)]
        text.append(("  " if at else "") + glyph * 2, style)
        text.append(f" {name}")
    return text
