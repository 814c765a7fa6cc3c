"""The table of places: a row a city, with a bar whose parts are the groups."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.page import (
    Bar,
    Cell,
    Column,
    Phrase,
    Role,
    Row,
    Series,
    Table,
)
from taybac_cluster.views.words import all_said, number, place_text, say

_WIDE = 100
_HEADINGS = (
    Words("Hạng", "Rank"),
    Words("Đô thị", "City"),
    Words("Điểm", "Total"),
    Words("Tự chấm", "Own total"),
    Words("Kết quả", "Outcome"),
)
_ADJUSTED = Words("Cộng–trừ", "Adjusted")
_CARRIED_HEADING = Words("Quy đổi", "Carried")
_WHOLE = Words("tổng điểm", "total")
_BONUS = Words("điểm cộng", "bonus")
_CARRIED = Words("quy đổi", "carried")
_OUTCOMES: dict[str, tuple[str, Words, Role]] = {
    "in": ("★", Words("★ được đề nghị", "★ nominated"), "good"),
    "open": ("?", Words("? chờ hội nghị quyết định", "? for the meeting to decide"), "warn"),
    "lost": ("", Words("không được chọn", "not chosen"), "plain"),
    "short": ("–", Words("– không đủ điều kiện", "– not eligible"), "dim"),
    "": ("", Words("", ""), "plain"),
}
_CUT = Words("đủ số lượng đề nghị ({quota} đô thị)", "{quota} seats, all taken")
_CUT_ONE = Words("đủ số lượng đề nghị (1 đô thị)", "one seat, taken")
_CUT_OPEN = Words("dưới đây ngoài số lượng đề nghị ({quota} đô thị)", "below the {quota} seats")
_BY_GROUP = Words("Điểm từng nhóm", "Points by group")


def table(result: Result, lang: Language) -> Table:
    """Return a row a city, with a line across after the last that is nominated."""
    full = max([result.round.criteria.weight, *(each.total for each in result.placed)], default=Decimal(0))
    last = max((at for at, each in enumerate(result.placed) if _outcome(result, each) in ("in", "open")), default=None)
    rows: list[Row] = []
    for at, each in enumerate(result.placed):
        rows.append(Row(tuple(_cells(result, each, full, lang))))
        if at == last and at + 1 < len(result.placed):
            rows.append(Row((Phrase(_cut(result, lang)),), cut=True))
    bars = [cell for row in rows for cell in row.cells if isinstance(cell, Bar)]
    drawn = {series for bar in bars for series, amount in bar.parts if amount > 0}
    groups = _groups(result, lang)
    beyond = tuple(series for series in (_bonus(lang), _carried(lang)) if series in drawn)
    return Table(
        tuple(_columns(result, groups, lang)), tuple(rows), (*groups, *beyond) if groups else (), say(_BY_GROUP, lang)
    )


def _columns(result: Result, groups: tuple[Series, ...], lang: Language) -> Iterator[Column]:
    rank, city, total, own, outcome = all_said(_HEADINGS, lang)
    yield from (Column(rank, right=True), Column(""), Column(city), Column(total, right=True), Column(""))
    yield from (Column(group.name, right=True, series=group) for group in groups)
    if _carries(result):
        yield Column(say(_CARRIED_HEADING, lang), right=True, from_width=_WIDE)
    if _adjusts(result):
        yield Column(say(_ADJUSTED, lang), right=True, from_width=_WIDE)
    yield Column(own, right=True, from_width=_WIDE)
    yield Column(outcome, from_width=_WIDE)


def _cut(result: Result, lang: Language) -> str:
    """Return what stands on the line below which nobody is nominated."""
    rule = result.round.criteria.nomination
    quota = rule.quota if rule else 0
    if result.nominations.open_seats or len(result.nominations.members) != quota:
        return say(_CUT_OPEN, lang, quota=quota)
    return say(_CUT if quota > 1 else _CUT_ONE, lang, quota=quota)


def _groups(result: Result, lang: Language) -> tuple[Series, ...]:
    """Return the groups as parts of a bar; none where their points are not added up."""
    if result.round.criteria.combine != "sum":
        return ()
    return tuple(Series(group.name.to(lang), at) for at, group in enumerate(result.round.criteria.groups))


def _bonus(lang: Language) -> Series:
    return Series(say(_BONUS, lang), "bonus")


def _carried(lang: Language) -> Series:
    return Series(say(_CARRIED, lang), "carried")


def _cells(result: Result, each: Placed, full: Decimal, lang: Language) -> Iterator[Cell]:
    sheet, outcome = each.sheet, _outcome(result, each)
    groups = _groups(result, lang)
    mark, words, role = _OUTCOMES[outcome]
    yield Phrase(place_text(str(each.rank), each.tied))
    yield Phrase(mark, role)
    yield Phrase(sheet.standing.name.to(lang), "strong" if outcome == "in" else "plain")
    yield Phrase(number(each.total, lang), "strong")
    yield Bar(tuple(_parts(each, groups, lang)), full)
    yield from (Phrase(number(child.points, lang)) for child, _ in zip(sheet.root.children, groups, strict=False))
    if _carries(result):
        yield Phrase("" if sheet.root.carried is None else f"+{number(sheet.root.carried, lang)}")
    if _adjusts(result):
        adjusted = sheet.bonus_points - sheet.deduction_points
        yield Phrase(("+" if adjusted > 0 else "") + number(adjusted, lang) if adjusted else "")
    yield Phrase(number(result.self_assessed(each.member), lang), "dim")
    yield Phrase(say(words, lang), role)


def _parts(each: Placed, groups: tuple[Series, ...], lang: Language) -> Iterator[tuple[Series, Decimal]]:
    """Yield what a total is made of: each group, what was carried, bonuses less deductions."""
    if not groups:
        yield Series(say(_WHOLE, lang), 0), each.total
        return
    root = each.sheet.root
    for series, child in zip(groups, root.children, strict=True):
        yield series, child.points or Decimal(0)
    yield _carried(lang), root.carried or Decimal(0)
    yield _bonus(lang), each.sheet.bonus_points
    yield _bonus(lang), -each.sheet.deduction_points


def _carries(result: Result) -> bool:
    """Whether a city's whole group does not apply, so that the other groups carry its points."""
    return any(each.sheet.root.carried for each in result.placed)


def _adjusts(result: Result) -> bool:
    """Whether any city has a bonus or a deduction."""
    return any(each.sheet.bonus_points or each.sheet.deduction_points for each in result.placed)


def _outcome(result: Result, each: Placed) -> str:
    if each.member in result.nominations.members:
        return "in"
    if result.nominations.open_seats and each.member in result.nominations.open_seats.candidates:
        return "open"
    if result.reasons[each.member]:
        return "short"
    tie = result.nominations.tie
    return "lost" if tie and result.nominations.settled_by and each.member in tie.candidates else ""
