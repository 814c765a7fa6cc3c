"""Bonuses, deductions and gates of one city in words."""

from collections.abc import Iterator

from taybac_cluster.decide.sheet import Adjustment, GateAnswer, Sheet
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.explain.sources import REASON, SOURCES, panel
from taybac_cluster.views.explain.story import Story
from taybac_cluster.views.explain.sums import SUM
from taybac_cluster.views.page import Block, Lines, Phrase, Role, Title
from taybac_cluster.views.words import number, say

_ADJUSTED = Words("Điểm cộng, điểm trừ", "Bonuses and deductions")
_GATES = Words("Điều kiện bắt buộc", "Gates")
_BONUSES, _DEDUCTIONS = Words("Điểm cộng", "Bonuses"), Words("Điểm trừ", "Deductions")
_YES, _NO = Words("đạt", "passed"), Words("KHÔNG ĐẠT", "NOT PASSED")
_NOT_APPRAISED, _SILENT = Words("chưa thẩm định", "not appraised"), Words("chưa trả lời", "not answered")
_GRANTED = Words("{name}: {points} – {source}{where}", "{name}: {points} – {source}{where}")
_REFUSED = Words("không chấp nhận", "refused")
_CAP = Words("không quá {cap}", "at most {cap}")
_PASSED = Words("{name}: đạt – {source}{where}", "{name}: passed – {source}{where}")
_FAILED = Words("{name}: KHÔNG ĐẠT – {source}{where}", "{name}: NOT PASSED – {source}{where}")


def adjusted(story: Story, sheet: Sheet, lang: Language) -> Iterator[Block]:
    """Yield the bonuses, deductions and gates of a sheet."""
    criteria = story.result.round.criteria
    lines = [_adjustment(story, item, "+", lang) for item in sheet.bonuses]
    lines += [_adjustment(story, item, "−", lang) for item in sheet.deductions]
    for items, cap, points in (
        (sheet.bonuses, criteria.bonuses.cap, sheet.bonus_points),
        (sheet.deductions, criteria.deductions.cap, sheet.deduction_points),
    ):
        granted = [number(item.points, lang) for item in items if item.granted]
        if len(granted) > 1 or (
            granted and cap is not None and sum(item.points for item in items if item.granted) > cap
        ):
            limit = f" ({say(_CAP, lang, cap=number(cap, lang))})" if cap is not None else ""
            lines.append(
                Phrase(say(SUM, lang, terms=" + ".join(granted), points=number(points, lang)) + limit, "strong")
            )
    if lines:
        yield Title(say(_ADJUSTED, lang), 2)
        yield Lines(tuple(lines))
    if sheet.gates:
        yield Title(say(_GATES, lang), 2)
        yield Lines(tuple(_gate(story, gate, lang) for gate in sheet.gates))


def brief(sheet: Sheet, lang: Language) -> Iterator[tuple[str, str]]:
    """Yield bonuses, deductions and gates in a line each."""
    for words, items, sign in ((_BONUSES, sheet.bonuses, "+"), (_DEDUCTIONS, sheet.deductions, "−")):
        if items:
            yield say(words, lang), "; ".join(_item(each, sign, lang) for each in items)
    if sheet.gates:
        yield say(_GATES, lang), "; ".join(_answer(each, lang) for each in sheet.gates)


def _item(item: Adjustment, sign: str, lang: Language) -> str:
    points = f"{sign}{number(item.points, lang)}" if item.granted else say(_REFUSED, lang)
    text = f"{item.name.to(lang)} ({points})"
    return text if item.appraised else f"{text[:-1]}, {say(_NOT_APPRAISED, lang)})"


def _answer(gate: GateAnswer, lang: Language) -> str:
    said = say(_YES if gate.passed else _NO, lang)
    by = "" if gate.appraised else f", {say(_NOT_APPRAISED, lang)}" if gate.answered else f", {say(_SILENT, lang)}"
    return f"{gate.name.to(lang)} ({said}{by})"


def _adjustment(story: Story, item: Adjustment, sign: str, lang: Language) -> Phrase:
    source = say(SOURCES["appraised"], lang, by=panel(story, lang)) if item.appraised else say(SOURCES["claimed"], lang)
    where = f", {story.where(item.location)}" + (
        f"; {say(REASON, lang, reason=item.reason.to(lang))}" if item.reason else ""
    )
    points = f"{sign}{number(item.points, lang)}" if item.granted else say(_REFUSED, lang)
    return Phrase(say(_GRANTED, lang, name=item.name.to(lang), points=points, source=source, where=where))


def _gate(story: Story, gate: GateAnswer, lang: Language) -> Phrase:
    key = "silent" if not gate.answered else "own"
    source = say(SOURCES["appraised"], lang, by=panel(story, lang)) if gate.appraised else say(SOURCES[key], lang)
    where = f", {story.where(gate.location)}" if gate.location else ""
    where += f"; {say(REASON, lang, reason=gate.reason.to(lang))}" if gate.reason else ""
    role: Role = "plain" if gate.passed else "bad"
    return Phrase(
        say(_PASSED if gate.passed else _FAILED, lang, name=gate.name.to(lang), source=source, where=where), role
    )
