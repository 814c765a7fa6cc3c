"""Whose word counts: the city's, the panel's or the judges'."""

from taybac_cluster.decide.sheet import Leaf
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.explain.story import Story
from taybac_cluster.views.words import listed, say

SOURCES = {
    "own": Words("tự chấm", "self-assessed"),
    "appraised": Words("thẩm định: {by}", "appraised: {by}"),
    "marks": Words("giám khảo", "judges"),
    "claimed": Words("tự chấm, chưa thẩm định", "claimed, not appraised"),
    "silent": Words("chưa trả lời", "not answered"),
}
REASON = Words("lý do: {reason}", "reason: {reason}")
_PANEL = Words("tổ thẩm định", "the panel")


def source(leaf: Leaf) -> str | None:
    """Return whose word a criterion's value is, for data; None where nobody gave one."""
    if leaf.given.marks:
        return "marks"
    if leaf.given.appraised:
        return "appraised"
    return "self_assessed" if leaf.given.location else None


def panel(story: Story, lang: Language) -> str:
    """Name who appraised."""
    appraisal = story.result.round.appraisals.get(story.member)
    names = [each.name for each in appraisal.appraised_by if each.name] if appraisal else []
    return listed(names, lang) or say(_PANEL, lang)
