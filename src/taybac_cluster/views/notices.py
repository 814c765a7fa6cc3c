"""What every output of a result says first: that figures are made up, a draft, or incomplete."""

from collections.abc import Iterator

from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.page import (
    Notice,
)
from taybac_cluster.views.what_if import BANNER
from taybac_cluster.views.words import DRAFT, ILLUSTRATIVE, say

_PROVISIONAL = Words(
    "TẠM THỜI: có đô thị chưa chấm được, điểm so sánh với các đô thị khác còn thay đổi.",
    "PROVISIONAL: a city could not be scored; points relative to the others may still change.",
)
_PARTIAL = Words(
    "CHƯA ĐỦ: {count} đô thị có tệp lỗi, chưa được chấm.",
    "INCOMPLETE: {count} city or cities with faulty files are not scored.",
)


def notices(result: Result, lang: Language) -> Iterator[Notice]:
    """Yield what every output of a result must say first."""
    if result.what_if is not None:
        yield Notice(say(BANNER, lang, year=result.round.year), "bad")
    if result.round.illustrative:
        yield Notice(say(ILLUSTRATIVE, lang))
    if result.round.draft:
        yield Notice(say(DRAFT, lang))
    if result.round.faulty:
        yield Notice(say(_PARTIAL, lang, count=len(result.round.faulty)))
    if result.provisional:
        yield Notice(say(_PROVISIONAL, lang))
