"""A page as text for a terminal of some width, with colours or without."""

import io
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from taybac_cluster.export.layout import STYLES, hanging
from taybac_cluster.export.tables import of_parts, table
from taybac_cluster.views.page import Block, Facts, Lines, Listing, Notice, Page, Table, Title

_GUTTER = 2


def render(page: Page, width: int, *, colour: bool) -> str:
    """Return the page as text of at most `width` columns where its names allow it.

    Where a table has no room for the figures of its bars' parts, they stand in a table at the end of the page.
    """
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
    parts = [block for each in page if isinstance(each, Table) for block in of_parts(each, width)]
    whole = Text("\n").join(line for block in (*page, *parts) for line in _block(block, console))
    console.print(whole, no_wrap=True, overflow="ignore", crop=False)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).rstrip("\n") + "\n"


def _block(block: Block, console: Console) -> Iterator[Text]:
    """Yield the lines of a block."""
    if isinstance(block, Title):
        yield from hanging(Text(), Text(block.text, "bold"), console)
        return
    if isinstance(block, Notice):
        mark = "✓" if block.role == "good" else "!"
        yield from hanging(Text(), Text(f"{mark} {block.text}", f"bold {STYLES[block.role]}"), console)
        return
    if isinstance(block, Lines):
        for line in block.lines:
            text = line.text.lstrip(" ")
            head = line.text[: len(line.text) - len(text)] + ("- " if block.bullets else "")
            yield from hanging(Text(head), Text(text, STYLES[line.role]), console)
    elif isinstance(block, Listing):
        if block.heading:
            yield from hanging(Text(), Text(block.heading, "bold"), console)
        yield from (Text(f"    {row}") for row in block.lines)
    elif isinstance(block, Facts):
        room = max((cell_len(label) for label, _ in block.facts), default=0) + _GUTTER
        for label, text in block.facts:
            lead = Text(label + " " * (room - cell_len(label)), "dim")
            yield from hanging(lead, Text(text), console)
    else:
        yield from table(block, console)
    yield Text()
