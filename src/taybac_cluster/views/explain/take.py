"""What it would take, in words."""

from collections.abc import Iterator

from taybac_cluster.decide.sheet import Leaf
from taybac_cluster.decide.would_take import Chance
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.explain.story import Story
from taybac_cluster.views.named import short
from taybac_cluster.views.page import Block, Lines, Phrase, Title
from taybac_cluster.views.scales import shown_value, value_text
from taybac_cluster.views.words import say

_TAKE = Words("Cần cải thiện gì để tăng hạng", "What it would take")
_NOW = Words("{name}: nay {value}; ", "{name}: now {value}; ")
_BETTER = Words("{value} thì lên hạng {rank}", "{value} gains place {rank}")
_BOTH = Words("{value} thì lên hạng {rank} và được đề nghị", "{value} gains place {rank} and the nomination")
_SEAT = Words("{value} thì được đề nghị (hạng {rank})", "{value} gains the nomination (place {rank})")
_TAKE_NOTE = Words(
    "Mỗi dòng chỉ thay đổi một tiêu chí, mọi số liệu khác giữ nguyên: giá trị đầu tiên đem lại kết quả đó.",
    "Each line changes one criterion alone, all else as it is: the first value that gains it.",
)
_FIRST = Words("Đang đứng đầu.", "In first place.")
_NO_CHANCE = Words(
    "Chỉ cải thiện riêng một tiêu chí thì chưa đủ để tăng hạng.",
    "No criterion changed alone gains a better place or the nomination.",
)


def take(story: Story, found: list[Chance], lang: Language) -> Iterator[Block]:
    """Show what it would take, criterion by criterion."""
    placed = story.placed
    if placed is None or not found:
        return
    first = placed.rank == 1 and not placed.tied
    rule = story.result.round.criteria.nomination
    nominated = rule is None or placed.member in story.result.nominations.members
    yield Title(say(_TAKE, lang), 2)
    if not any(each.place or each.nomination for each in found):
        yield Lines((Phrase(say(_FIRST if first and nominated else _NO_CHANCE, lang)),))
        return
    leaves = {leaf.id: leaf for leaf in placed.sheet.root.leaves()}
    lines = [Phrase(_gains(each, leaves[each.criterion], lang)) for each in found if each.place or each.nomination]
    yield Lines((Phrase(say(_TAKE_NOTE, lang), "dim"),))
    yield Lines(tuple(lines), bullets=True)


def _gains(chance: Chance, leaf: Leaf, lang: Language) -> str:
    """Say what a criterion must become to gain a place, and to gain the nomination."""
    now = say(_NOW, lang, name=short(leaf, lang), value=shown_value(leaf, lang))
    place, nomination = chance.place, chance.nomination
    parts = []
    if place is not None:
        words = _BOTH if place.nominated and nomination is not None else _BETTER
        parts.append(say(words, lang, value=value_text(leaf, place.value, lang), rank=place.rank))
    if nomination is not None and not (place is not None and place.nominated):
        parts.append(say(_SEAT, lang, value=value_text(leaf, nomination.value, lang), rank=nomination.rank))
    return now + "; ".join(parts)
