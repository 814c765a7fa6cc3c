"""A page as Markdown; bars are left out, and nothing that a name holds becomes markup."""

import re

from taybac_cluster.views.page import Bar, Cell, Facts, Lines, Listing, Notice, Page, Phrase, Table, Title

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~!&]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_NAMES = re.compile(r"@(?=\w)")
"""Whom a site would call, or write to: an empty comment after the sign keeps it text."""


def render(page: Page) -> str:
    """Return the page as Markdown."""
    parts = []
    for block in page:
        if isinstance(block, Title):
            parts.append(f"{'#' * block.level} {escape(block.text)}")
        elif isinstance(block, Notice):
            parts.append(f"> **{escape(block.text)}**")
        elif isinstance(block, Lines):
            lines = [escape(line.text) for line in block.lines]
            parts.append("\n".join(f"- {line}" for line in lines) if block.bullets else "\n\n".join(lines))
        elif isinstance(block, Listing):
            parts.append(_listing(block))
        elif isinstance(block, Facts):
            parts.append("\n".join(f"- {escape(label)}: {escape(text)}" for label, text in block.facts))
        else:
            parts.append(_table(block))
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """Return the text with nothing in it that Markdown or HTML would act on."""
    return _NAMES.sub("@<!-- -->", _SPECIAL.sub(r"\\\1", " ".join(text.split("\n")))) if text else ""


def _listing(block: Listing) -> str:
    """Fence the lines with more backticks than any of them holds."""
    longest = max((len(run) for line in block.lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(longest + 1, 3)
    lead = f"{escape(block.heading)}\n\n" if block.heading else ""
    return lead + "\n".join([f"{fence}yaml", *block.lines, fence])


def _table(block: Table) -> str:
    shown = [at for at in range(len(block.columns)) if not block.is_bar(at)]
    rows = ["| " + " | ".join(escape(block.columns[at].heading) for at in shown) + " |"]
    rows.append("|" + "|".join(" ---: " if block.columns[at].right else " --- " for at in shown) + "|")
    for row in block.rows:
        if not row.cut:
            cells = (_cell(row.cells[at]) if at < len(row.cells) else "" for at in shown)
            rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _cell(cell: Cell) -> str:
    if isinstance(cell, Phrase):
        text = escape(cell.text)
        return f"**{text}**" if cell.role == "strong" and text else text
    return "" if isinstance(cell, Bar) else f"{cell.share * 100:.1f}%"
