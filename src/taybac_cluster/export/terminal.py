"""A page as text for a terminal of some width, with colours or without."""

import io
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from taybac_cluster.views.page import (
    Bar,
    Block,
    Cell,
    Column,
    Facts,
    Lines,
    Listing,
    Notice,
    Page,
    Phrase,
    Role,
    Row,
    Series,
    Shade,
    Table,
    Title,
)

_STYLES: dict[Role, str] = {
    "plain": "",
    "strong": "bold",
    "dim": "dim",
    "good": "green",
    "bad": "red",
    "warn": "yellow",
}
_GROUPS = (
    ("█", "green"), ("▓", "cyan"), ("▒", "magenta"), ("░", "yellow"), ("▚", "blue"), ("▌", "red"),
    ("▄", "bright_green"), ("▀", "bright_cyan"), ("■", "bright_magenta"),
)  # fmt: skip
_BEYOND = {"bonus": ("+", "bold"), "carried": ("=", "bold")}
"""What the parts of a bar look like: those of the groups, of more than nine letters follow; and those beyond."""
_SHADES = " ░▒▓█"
_GUTTER = 2
_HELD = {"\u00a0": "\ue000", " %": "\ue001%"}
"""What stands for a space at which no line is broken, while lines are broken: no text that is shown has them."""
_LEAST_TEXT = 8
_LEAST_BAR = 10
"""A bar that would be shorter is left out."""
_GOOD_BAR = 20
"""Columns that may be left out are, until a bar is this long."""


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
    whole = Text("\n").join(line for block in page for line in _block(block, console))
    console.print(whole, no_wrap=True, overflow="ignore", crop=False)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).rstrip("\n") + "\n"


def _block(block: Block, console: Console) -> Iterator[Text]:
    """Yield the lines of a block."""
    if isinstance(block, Title):
        yield from _hanging(Text(), Text(block.text, "bold"), console)
        return
    if isinstance(block, Notice):
        mark = "✓" if block.role == "good" else "!"
        yield from _hanging(Text(), Text(f"{mark} {block.text}", f"bold {_STYLES[block.role]}"), console)
        return
    if isinstance(block, Lines):
        for line in block.lines:
            text = line.text.lstrip(" ")
            head = line.text[: len(line.text) - len(text)] + ("- " if block.bullets else "")
            yield from _hanging(Text(head), Text(text, _STYLES[line.role]), console)
    elif isinstance(block, Listing):
        if block.heading:
            yield from _hanging(Text(), Text(block.heading, "bold"), console)
        yield from (Text(f"    {row}") for row in block.lines)
    elif isinstance(block, Facts):
        room = max((cell_len(label) for label, _ in block.facts), default=0) + _GUTTER
        for label, text in block.facts:
            lead = Text(label + " " * (room - cell_len(label)), "dim")
            yield from _hanging(lead, Text(text), console)
    else:
        yield from _table(block, console)
        if block.series and _columns(block, console.width)[1] is not None:
            yield from _hanging(Text(), _legend(block), console)
    yield Text()


def _hanging(head: Text, text: Text, console: Console) -> Iterator[Text]:
    """Yield the lines of a paragraph, the further ones under its first word."""
    indent = cell_len(head.plain)
    for line in _wrapped(text, console, max(console.width - indent, 1)):
        yield Text.assemble(head, line)
        head = Text(" " * indent)


def _wrapped(text: Text, console: Console, width: int) -> Iterator[Text]:
    """Break a text into lines, never between a number and its per cent sign; rich would, even at a no-break space."""
    for typed, held in _HELD.items():
        text.plain = text.plain.replace(typed, held)
    for line in text.wrap(console, width, overflow="fold"):
        for typed, held in _HELD.items():
            line.plain = line.plain.replace(held, typed)
        yield line


def _table(block: Table, console: Console) -> Iterator[Text]:
    """Lay the columns out; a bar gets what the others leave, and neither a name nor a number is ever cut."""
    width = console.width
    shown, bar = _columns(block, width)
    widths = {at: _width(block, at) for at in shown if at != bar}
    rest = width - sum(widths.values()) - _GUTTER * (len(shown) - 1)
    if bar is not None:
        widths[bar] = rest
    else:
        _squeeze(widths, -rest, [at for at in shown if not block.columns[at].right])
    columns = [(widths[at], block.columns[at].right) for at in shown]
    yield from _row([_heading(block.columns[at]) for at in shown], columns, console)
    yield Text("─" * (sum(widths.values()) + _GUTTER * (len(shown) - 1)))
    for row in block.rows:
        if row.cut:
            cells = _cut(row, [widths[at] for at in shown])
        else:
            cells = [_cell(row.cells[at], widths[at]) if at < len(row.cells) else Text() for at in shown]
        yield from _row(cells, columns, console)


def _squeeze(widths: dict[int, int], over: int, texts: list[int]) -> None:
    """Take what is too much from the widest texts, which go on below; a number is not broken."""
    for at in sorted(texts, key=lambda at: -widths[at]):
        taken = max(min(over, widths[at] - _LEAST_TEXT), 0)
        widths[at] -= taken
        over -= taken


def _row(cells: list[Text], columns: list[tuple[int, bool]], console: Console) -> Iterator[Text]:
    """Set cells side by side, each in its width and to its side; one that is longer goes on below."""
    wrapped = [
        [cell] if cell.cell_len <= width else _wrapped(cell, console, width)
        for cell, (width, _) in zip(cells, columns, strict=True)
    ]
    for parts in zip_longest(*wrapped, fillvalue=Text()):
        line = Text()
        for at, (part, (width, right)) in enumerate(zip(parts, columns, strict=True)):
            room = " " * (width - part.cell_len)
            line.append(" " * _GUTTER * (at > 0) + room * right).append_text(part).append(room * (not right))
        yield line


def _columns(block: Table, width: int) -> tuple[list[int], int | None]:
    """Choose the columns for a width, and tell which one holds the bars.

    Where they leave no room for a good bar, those of the bar's parts go first, then the others that may, from the
    right; at last the bar itself.
    """
    shown = [at for at, column in enumerate(block.columns) if column.from_width <= width]
    bar = next((at for at in shown if any(_is_bar(row.cells, at) for row in block.rows)), None)

    def rest() -> int:
        return width - sum(_width(block, at) for at in shown if at != bar) - _GUTTER * (len(shown) - 1)

    while rest() < (_GOOD_BAR if bar is not None else 0):
        optional = [at for at in shown if block.columns[at].from_width]
        parts = [at for at in optional if block.columns[at].series is not None]
        if not optional:
            break
        shown = [at for at in shown if at not in (parts or optional[-1:])]
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


def _cut(row: Row, widths: list[int]) -> list[Text]:
    """Draw a line across the table, with its word at the end."""
    drawn = [Text("┄" * width, "dim") for width in widths]
    word = " ".join(_plain(cell) for cell in row.cells)
    drawn[-1] = Text(f"┄ {word}" if word else "┄" * widths[-1], "dim")
    return drawn


def _is_bar(cells: tuple[Cell, ...], at: int) -> bool:
    return at < len(cells) and isinstance(cells[at], Bar)


def _width(block: Table, at: int) -> int:
    widths = [cell_len(_heading(block.columns[at]).plain)]
    if at == len(block.columns) - 1:
        widths += [cell_len(f"┄ {_plain(cell)}") for row in block.rows if row.cut for cell in row.cells]
    widths += [cell_len(_plain(row.cells[at])) for row in block.rows if not row.cut and at < len(row.cells)]
    return max(widths)


def _plain(cell: Cell) -> str:
    if isinstance(cell, Phrase):
        return cell.text
    return "100" if isinstance(cell, Shade) else ""


def _cell(cell: Cell, bar_width: int) -> Text:
    if isinstance(cell, Phrase):
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
