"""Two cities criterion by criterion: where the gap between them came from."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.decide.result import Result
from taybac_cluster.decide.seat import Against, Pair
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.explain.story import Story
from taybac_cluster.views.explain.table import CARRIED
from taybac_cluster.views.named import names, title_of
from taybac_cluster.views.page import Block, Column, Lines, Phrase, Role, Row, Table, Title
from taybac_cluster.views.words import listed, number, say, signed

_MOST = 3
"""At most so many criteria are named for either side."""

_TITLE = Words("{mine} và {its}", "{mine} against {its}")
_AHEAD = Words("{mine} hơn {its} {gap} điểm.", "{mine} is {gap} ahead of {its}.")
_BEHIND = Words("{mine} kém {its} {gap} điểm.", "{mine} is {gap} behind {its}.")
_LEVEL = Words("{mine} và {its} bằng điểm nhau.", "{mine} and {its} are level.")
_MORE = Words("{name} hơn nhiều nhất ở: {items}.", "{name} is furthest ahead in: {items}.")
_ITEM = Words("“{name}” ({change})", "“{name}” ({change})")
_NO_SCORE = Words("{its} không có bảng điểm nên không so sánh được.", "{its} has no score to compare with.")
_CODE, _CRITERION = Words("Mã", "Code"), Words("Tiêu chí", "Criterion")
_DIFFERENCE = Words("Chênh lệch", "Difference")
_CALLED = {
    "carried": CARRIED,
    "bonuses": Words("Điểm cộng", "Bonuses"),
    "deductions": Words("Điểm trừ", "Deductions"),
    "total": Words("Tổng điểm", "Total"),
}
_ROLES: dict[str, Role] = {"carried": "dim", "total": "strong"}


def side_by_side(story: Story, found: Against | None, other: str, lang: Language) -> Iterator[Block]:
    """Yield the gap, the criteria that made it, and the table of all."""
    result = story.result
    called = {"mine": names(result, (story.member,), lang), "its": names(result, (other,), lang)}
    yield Title(say(_TITLE, lang, **called), 2)
    if found is None:
        yield Lines((Phrase(say(_NO_SCORE, lang, **called)),))
        return
    yield Lines(tuple(_summary(result, found, called, lang)))
    columns = (
        Column(say(_CODE, lang)), Column(say(_CRITERION, lang), cut=True), Column(called["mine"], right=True),
        Column(called["its"], right=True), Column(say(_DIFFERENCE, lang), right=True),
    )  # fmt: skip
    yield Table(columns, tuple(_rows(story, found, lang)))


def _summary(result: Result, found: Against, called: dict[str, str], lang: Language) -> Iterator[Phrase]:
    gap = found.total.difference or Decimal(0)
    words = _AHEAD if gap > 0 else _BEHIND if gap < 0 else _LEVEL
    yield Phrase(say(words, lang, gap=number(abs(gap), lang), **called), "strong")
    moved = [(name, pair.difference) for name, pair in found.criteria.items() if pair.difference]
    for sign, who in ((1, "mine"), (-1, "its")):
        most = sorted((each for each in moved if each[1] * sign > 0), key=lambda each: -each[1] * sign)[:_MOST]
        if most:
            items = (
                say(_ITEM, lang, name=title_of(result, name, lang), change=signed(change * sign, lang))
                for name, change in most
            )
            yield Phrase(say(_MORE, lang, name=called[who], items=listed(list(items), lang)))


def _rows(story: Story, found: Against, lang: Language) -> Iterator[Row]:
    result = story.result
    for kind, name, pair in found.lines(result.sheets[story.member].root):
        if kind == "group":
            yield _row("", title_of(result, name, lang), pair, "strong", lang)
        elif kind == "criterion":
            criterion = result.round.criteria.criteria[name]
            yield _row(criterion.code or "", criterion.name.to(lang), pair, "plain", lang)
        elif kind == "total" or any(pair):
            yield _row("", say(_CALLED[kind], lang), pair, _ROLES.get(kind, "plain"), lang)


def _row(code: str, name: str, pair: Pair, role: Role, lang: Language) -> Row:
    difference = pair.difference
    shade: Role = "dim" if not difference else "good" if difference > 0 else "bad"
    cells = (Phrase(code), Phrase(name, role), *(Phrase(number(each, lang), role) for each in pair))
    return Row((*cells, Phrase("–" if difference is None else signed(difference, lang) if difference else "0", shade)))
