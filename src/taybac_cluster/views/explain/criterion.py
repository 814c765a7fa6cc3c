"""One criterion of one city in words: its value, whose word that is, its scale, its formula."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from taybac_cluster.decide.among import Among, pool
from taybac_cluster.decide.sheet import Leaf
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.model.scales import Ratio
from taybac_cluster.views.explain.sources import REASON, SOURCES, panel
from taybac_cluster.views.explain.story import Story
from taybac_cluster.views.explain.sums import DIGITS
from taybac_cluster.views.named import short
from taybac_cluster.views.page import Phrase
from taybac_cluster.views.scales import formula, scale_words, shown_value, value_text
from taybac_cluster.views.words import number, place_text, say

_VALUE = Words("{value} – {source}, {where}", "{value} – {source}, {where}")
_WAS = Words("đô thị tự chấm {value}", "the city said {value}")
_WAS_MISSING = Words("đô thị báo thiếu số liệu: “{reason}”", "the city said it was missing: “{reason}”")
_WAS_NOTHING = Words("đô thị không ghi giá trị", "the city gave none")
_CHANGED = Words("{was}; lý do: {reason}", "{was}; reason: {reason}")
_NOT_APPLICABLE = Words("không áp dụng cho loại đô thị này", "does not apply to this class")
_NOT_APPLICABLE_UNKNOWN = Words("không áp dụng: chưa rõ loại đô thị", "does not apply: the class is not known")
_NOT_APPLICABLE_APPRAISED = Words(
    "không áp dụng – thẩm định: {by}, {where}", "does not apply – appraised: {by}, {where}"
)
_MISSING = {
    "zero": Words("thiếu số liệu, tính 0 điểm", "missing, counted as 0 points"),
    "exclude": Words("thiếu số liệu, để ngoài phép tính", "missing, left out of the count"),
    "reject": Words("thiếu số liệu bắt buộc: không được xếp hạng", "a required value is missing: not ranked"),
}
_PLACE = Words("hạng {place} / {count} đô thị", "place {place} of {count}")
_LOST = Words("mất {lost}", "lost {lost}")
_HEAD = Words("{name}: {points} / {weight}", "{name}: {points} / {weight}")


def in_words(
    story: Story, leaf: Leaf, ranks: Mapping[str, Among], others: Mapping[str, Mapping[str, Leaf]], lang: Language
) -> Iterator[Phrase]:
    """Describe one criterion: head, value and source, scale, formula."""
    yield Phrase(_leaf_head(leaf, ranks, lang), "strong")
    if leaf.outcome == "not_applicable":
        yield Phrase("  " + _why_not(story, leaf, lang), "dim")
        yield from _was(leaf, lang)
        return
    if leaf.outcome == "missing":
        text = say(_MISSING[leaf.policy], lang)
        if _changed(leaf):
            text += f"; {_source(story, leaf, lang)}"
        elif leaf.given.reason:
            text += "; " + say(REASON, lang, reason=leaf.given.reason.to(lang))
        yield Phrase(f"  {text}" + (f" ({story.where(leaf.given.location)})" if leaf.given.location else ""), "warn")
        yield from _was(leaf, lang)
        return
    source = _source(story, leaf, lang)
    yield Phrase(
        "  " + say(_VALUE, lang, value=shown_value(leaf, lang), source=source, where=story.where(leaf.given.location))
    )
    yield from _was(leaf, lang)
    yield Phrase("  " + scale_words(leaf.scale, leaf.weight, lang), "dim")
    yield Phrase("  " + formula(leaf, pool(others[leaf.id]), lang))


def _changed(leaf: Leaf) -> bool:
    """Whether the panel put its own word in the place of the city's; marks are the judges' from the start."""
    return leaf.given.appraised and leaf.given.route[:1] == ("changes",)


def _was(leaf: Leaf, lang: Language) -> Iterator[Phrase]:
    """Say what the city had reported where the panel changed it, and the reason."""
    if not _changed(leaf):
        return
    claimed = own_word(leaf)
    said = leaf.given.claimed
    if claimed is not None:
        was = say(_WAS, lang, value=value_text(leaf, claimed, lang))
    elif said is not None and said.missing is not None:
        was = say(_WAS_MISSING, lang, reason=said.missing.to(lang))
    else:
        was = say(_WAS_NOTHING, lang)
    reason = leaf.given.reason.to(lang) if leaf.given.reason else ""
    yield Phrase("  " + say(_CHANGED, lang, was=was, reason=reason), "warn")


def own_word(leaf: Leaf) -> object:
    """Return what the city itself said, as the scale would look at it."""
    claimed = leaf.given.claimed
    return None if claimed is None else claimed.meant(ratio=isinstance(leaf.scale, Ratio))


def _leaf_head(leaf: Leaf, ranks: Mapping[str, Among], lang: Language) -> str:
    name = f"{short(leaf, lang)} ({leaf.id})"
    if leaf.outcome == "not_applicable" or leaf.share is None:
        return say(_HEAD, lang, name=name, points="–", weight=number(leaf.weight, lang))
    points = number(leaf.points, lang) if leaf.points is not None else number(leaf.share, lang, DIGITS)
    parts = [
        say(
            _HEAD,
            lang,
            name=name,
            points=points,
            weight=number(leaf.weight if leaf.points is not None else Decimal(1), lang),
        )
    ]
    if leaf.points is not None and leaf.weight > leaf.points:
        parts.append(say(_LOST, lang, lost=number(leaf.weight - leaf.points, lang)))
    if leaf.id in ranks:
        rank = ranks[leaf.id]
        parts.append(say(_PLACE, lang, place=place_text(str(rank.place), rank.tied), count=rank.of))
    return "; ".join(parts)


def _why_not(story: Story, leaf: Leaf, lang: Language) -> str:
    if leaf.given.not_applicable:
        return say(_NOT_APPLICABLE_APPRAISED, lang, by=panel(story, lang), where=story.where(leaf.given.location))
    known = story.result.round.standings[story.member].urban_class is not None
    return say(_NOT_APPLICABLE if known else _NOT_APPLICABLE_UNKNOWN, lang)


def _source(story: Story, leaf: Leaf, lang: Language) -> str:
    if leaf.given.marks:
        return say(SOURCES["marks"], lang)
    return say(SOURCES["appraised"], lang, by=panel(story, lang)) if leaf.given.appraised else say(SOURCES["own"], lang)
