"""A screen as a paper: the same blocks, set for a sheet; bars give way to the figures that they show."""

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal

from taybac_cluster.model.record import Language
from taybac_cluster.views import page as screens
from taybac_cluster.views.papers.blocks import Block, Column, Grid, Line, Paper, Paragraph, Title
from taybac_cluster.views.words import number

_NARROWEST, _WIDEST = 5, 34
_LANDSCAPE = 7
"""With more columns than these a table lies on its side."""


def paper(page: screens.Page, status: Sequence[str], day: datetime.date, lang: Language) -> Paper:
    """Return a screen as a paper; `status` is what every output says in its body."""
    first = next((block for block in page if isinstance(block, screens.Title)), None)
    title = first.text if first else ""
    said = {block.text for block in page if isinstance(block, screens.Notice)}
    blocks: list[Block] = [Title(title), *(Paragraph(line, "notice") for line in status if line not in said)]
    nested = False
    for block in page:
        if block is first:
            continue
        if isinstance(block, screens.Title):
            nested = nested or block.level <= 2  # noqa: PLR2004 - below the page's own title
            blocks.append(Paragraph(block.text, "subheading" if nested and block.level > 2 else "heading"))  # noqa: PLR2004
            nested = True
        else:
            blocks += _block(block, lang)
    wide = any(isinstance(block, Grid) and len(block.columns) > _LANDSCAPE for block in blocks)
    return Paper("screen", "screen", title, day, tuple(blocks), landscape=wide, lang=lang)


def _block(block: screens.Block, lang: Language) -> Iterator[Block]:
    if isinstance(block, screens.Notice):
        yield Paragraph(block.text, "notice")
    elif isinstance(block, screens.Lines):
        yield from (Paragraph(line.text.strip(), "item" if block.bullets else "body") for line in block.lines)
    elif isinstance(block, screens.Listing):
        yield from (Paragraph(line, "quiet") for line in (block.heading, *block.lines) if line)
    elif isinstance(block, screens.Facts):
        yield from (Paragraph(f"{label}: {text}") for label, text in block.facts)
    elif isinstance(block, screens.Table):
        yield from _table(block, lang)


def _table(table: screens.Table, lang: Language) -> Iterator[Block]:
    bars = {at for row in table.rows for at, cell in enumerate(row.cells) if isinstance(cell, screens.Bar)}
    kept = [at for at in range(len(table.columns)) if at not in bars]
    if not kept:
        return
    rows = []
    for row in table.rows:
        if row.cut or len(row.cells) < len(table.columns):
            text = _text(row.cells[0], lang) if len(row.cells) == 1 else ""
            rows += [Line((text,))] if text else []
            continue
        strong = any(isinstance(cell, screens.Phrase) and cell.role == "strong" for cell in row.cells[:2])
        rows.append(Line(tuple(_text(row.cells[at], lang) for at in kept), strong=strong))
    columns = []
    for place, at in enumerate(kept):
        texts = [table.columns[at].heading, *(row.cells[place] for row in rows if len(row.cells) == len(kept))]
        width = min(max(*map(len, texts), _NARROWEST), _WIDEST)
        columns.append(Column(table.columns[at].heading, width, "center" if table.columns[at].right else "left"))
    yield Grid(tuple(columns), tuple(rows), small=True)


def _text(cell: screens.Cell, lang: Language) -> str:
    if isinstance(cell, screens.Phrase):
        return cell.text
    if isinstance(cell, screens.Shade):
        return f"{number(Decimal(str(100 * cell.share)), lang, 1)}%"
    return ""
