"""A what-if: what is supposed, and every city's place and total before and after."""

from collections.abc import Iterator

from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result, WhatIf
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import names
from taybac_cluster.views.page import Block, Column, Lines, Phrase, Role, Row, Table
from taybac_cluster.views.what_if import lines
from taybac_cluster.views.words import all_said, number, place_text, say, signed

_HEADINGS = (
    Words("Đô thị", "City"),
    Words("Hạng", "Place"),
    Words("Hạng giả định", "What if"),
    Words("Điểm", "Total"),
    Words("Điểm giả định", "What if"),
    Words("Thay đổi", "Change"),
)
_ENTERS, _LEAVES = Words("thêm vào: {names}", "comes in: {names}"), Words("không còn: {names}", "goes out: {names}")
_CHANGED = Words("Giả định này làm thay đổi danh sách đề nghị; {how}.", "The nominations would change; {how}.")
_SAME = Words("Danh sách đề nghị không thay đổi.", "The nominations would stay the same.")


def supposed(result: Result, lang: Language) -> Iterator[Block]:
    """Yield what is supposed and what it changes; nothing for a plain result."""
    if result.what_if is None:
        return
    yield Lines(tuple(map(Phrase, lines(result.what_if, lang))), bullets=True)
    yield _side_by_side(result, result.what_if, lang)
    yield Lines((_nominations(result, result.what_if, lang),))


def _side_by_side(result: Result, what_if: WhatIf, lang: Language) -> Table:
    before = {each.member: each for each in what_if.before.placed}
    after = {each.member: each for each in result.placed}
    city, *others = all_said(_HEADINGS, lang)
    rows = (_row(result, member, before.get(member), after.get(member), lang) for member in {**after, **before})
    return Table((Column(city), *(Column(each, right=True) for each in others)), tuple(rows))


def _row(result: Result, member: str, before: Placed | None, after: Placed | None, lang: Language) -> Row:
    ranks = (place_text(str(each.rank), each.tied) if each else "–" for each in (before, after))
    totals = (number(each.total, lang) if each else "–" for each in (before, after))
    change = after.total - before.total if before and after else None
    role: Role = "dim" if not change else "good" if change > 0 else "bad"
    cells = (Phrase(names(result, (member,), lang)), *map(Phrase, (*ranks, *totals)))
    return Row((*cells, Phrase(signed(change, lang) if change else "", role)))


def _nominations(result: Result, what_if: WhatIf, lang: Language) -> Phrase:
    before, after = what_if.before.nominations.members, result.nominations.members
    groups = (
        (_ENTERS, tuple(each for each in after if each not in before)),
        (_LEAVES, tuple(each for each in before if each not in after)),
    )
    how = "; ".join(say(words, lang, names=names(result, members, lang)) for words, members in groups if members)
    return Phrase(say(_CHANGED, lang, how=how), "warn") if how else Phrase(say(_SAME, lang))
