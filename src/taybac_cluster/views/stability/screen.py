"""How firm the result of a year is, as a page."""

from collections.abc import Iterator
from fractions import Fraction

from taybac_cluster.decide.doubts import Doubts
from taybac_cluster.decide.stability.answers import Stability
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.cautions import cautions
from taybac_cluster.views.notices import notices
from taybac_cluster.views.page import Block, Lines, Page, Phrase, Title
from taybac_cluster.views.stability.heat_map import heat_map, members_shown
from taybac_cluster.views.stability.otherwise import changes, left_out, ways
from taybac_cluster.views.stability.sentence import sentence
from taybac_cluster.views.words import number, say

_TITLE = Words("Độ ổn định của kết quả năm {year} – {cluster}", "How firm the result of {year} is – {cluster}")
_AROUND = Words(
    "{draws} phép thử: điểm của mỗi tiêu chí được nhân ngẫu nhiên với một số từ {low} đến {high}, rồi quy về {points} "
    "điểm (số khởi tạo {seed}).",
    "{draws} trials: the points of every criterion are multiplied by a random number from {low} to {high}, then "
    "rescaled to {points} points (seed {seed}).",
)
_AS_TYPED = Words(
    "{draws} phép thử: điểm của các tiêu chí giữ như đã định.", "{draws} trials: every criterion keeps its points."
)
_FREE = Words(
    "{draws} phép thử: {points} điểm được chia ngẫu nhiên cho các tiêu chí, mọi cách chia có khả năng như nhau (số "
    "khởi tạo {seed}).",
    "{draws} trials: {points} points are divided at random among the criteria, every division equally likely "
    "(seed {seed}).",
)
_PLACES = Words("Hạng của mỗi đô thị: % số phép thử ở từng hạng", "Places of each city: % of the trials in each place")
_LEGEND = Words(
    "★ được đề nghị, ? chờ hội nghị quyết định, · dưới 0,5%. Cột “Đề nghị”: % số phép thử đô thị "
    "được đề nghị; nơi bằng điểm, "
    "mỗi đô thị tính một phần bằng nhau.",
    "★ nominated, ? for the meeting to decide, · below 0.5%. “Chosen”: % of the trials in which the city is nominated; "
    "tied cities share a trial equally.",
)
_REST = Words(
    "Còn {count} đô thị khác không in ở đây; xem đủ bằng --format json hoặc csv.",
    "{count} more cities are not printed here; --format json or csv has them all.",
)
_WITHOUT = Words("Khi bỏ một tiêu chí hoặc một nhóm", "When a criterion or a group is left out")
_OTHERWISE = Words("Khi chấm theo cách khác", "Scored otherwise")


_NO_DOUBTS = Doubts()


def page(firm: Stability, lang: Language, doubts: Doubts = _NO_DOUBTS) -> Page:
    """Return how firm a result is as a page: the seat that changes most and the decisive doubts first."""
    result = firm.result
    cluster = result.round.roster.cluster.name.to(lang)
    blocks: list[Block] = [Title(say(_TITLE, lang, year=result.round.year, cluster=cluster)), *notices(result, lang)]
    blocks.append(Lines((Phrase(sentence(firm, lang), "strong"), Phrase(_plan(firm, lang), "dim"))))
    decisive = tuple(each for each in doubts.found if each.decisive)
    blocks += cautions(Doubts(decisive), result, lang, hint=False)
    if firm.members:
        blocks += [Title(say(_PLACES, lang), 2), heat_map(firm, lang), Lines(tuple(_below(firm, lang)))]
    if firm.left_out:
        blocks += [Title(say(_WITHOUT, lang), 2), Lines(tuple(left_out(firm, lang)), bullets=True)]
    if firm.members and (firm.own or firm.classes):
        blocks += [Title(say(_OTHERWISE, lang), 2), ways(firm, lang), Lines(tuple(changes(firm, lang)), bullets=True)]
    return blocks


def _plan(firm: Stability, lang: Language) -> str:
    plan, points = firm.plan, number(firm.result.round.criteria.weight, lang)
    draws = f"{plan.draws:,}".replace(",", "." if lang == "vi" else ",")
    if plan.method == "free":
        return say(_FREE, lang, draws=draws, points=points, seed=plan.seed)
    if plan.percent == 0:
        return say(_AS_TYPED, lang, draws=draws)
    low, high = (number(Fraction(str(100 + sign * plan.percent)) / 100, lang) for sign in (-1, 1))
    return say(_AROUND, lang, draws=draws, low=low, high=high, points=points, seed=plan.seed)


def _below(firm: Stability, lang: Language) -> Iterator[Phrase]:
    yield Phrase(say(_LEGEND, lang), "dim")
    if hidden := len(firm.members) - len(members_shown(firm)):
        yield Phrase(say(_REST, lang, count=hidden), "dim")
