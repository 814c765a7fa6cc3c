"""Diagnostics as a page: for the summary of a run, which has room for all of them."""

from collections.abc import Sequence

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.diagnostics import FOREIGN, SEVERITIES, Finding, count
from taybac_cluster.views.page import Block, Column, Lines, Phrase, Row, Table, Title
from taybac_cluster.views.visible import visible
from taybac_cluster.views.words import say

MOST_ROWS = 300
"""A page with more would be refused where it is shown: GitHub takes a mebibyte a step."""

_HEADINGS = (Words("chỗ", "place"), Words("mức", "level"), Words("nội dung", "what is wrong"), Words("cách sửa", "fix"))
_MORE = Words("còn {count} mục nữa", "{count} more")


def page(found: Sequence[Finding], files: int, lang: Language, accepted: int = 0) -> list[Block]:
    """Return the diagnostics as a page: a table of the change's own, one of the others, and the count."""
    own = [each for each in found if not each.foreign]
    foreign = [each for each in found if each.foreign]
    blocks: list[Block] = [Title("cluster validate", 2), Lines((Phrase(count(own, files, lang, accepted), "strong"),))]
    for heading, part in ((None, own), (FOREIGN, foreign)):
        if part:
            blocks += [Title(say(heading, lang), 3)] if heading else []
            blocks.append(_table(part[:MOST_ROWS], lang))
            if len(part) > MOST_ROWS:
                blocks.append(Lines((Phrase(say(_MORE, lang, count=len(part) - MOST_ROWS)),)))
    return blocks


def _table(found: Sequence[Finding], lang: Language) -> Table:
    rows = (
        (
            f"{visible(each.file)}:{each.span.line}:{each.span.column}",
            f"{say(SEVERITIES[each.severity], lang)} {each.code}",
            each.message,
            each.hint.replace("\n", " ↵ "),
        )
        for each in found
    )
    return Table(
        tuple(Column(say(each, lang)) for each in _HEADINGS), tuple(Row(tuple(map(Phrase, row))) for row in rows)
    )
