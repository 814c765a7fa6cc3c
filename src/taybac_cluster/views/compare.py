"""Two years side by side, for reading: what rose, what fell, and why."""

from collections.abc import Iterator
from fractions import Fraction

from taybac_cluster.decide.compare import City, Comparison, Move, OneYear
from taybac_cluster.decide.exact import printed
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import names, title_of
from taybac_cluster.views.notices import notices
from taybac_cluster.views.page import Block, Column, Grid, Lines, Page, Phrase, Row, Table, Title
from taybac_cluster.views.standing import why
from taybac_cluster.views.words import all_said, listed, number, percent, place_text, say, signed

_REASONS = 2
"""At most so many criteria are named for a city."""

_TITLE = Words("So sánh năm {before} và năm {after} – {cluster}", "{before} and {after} compared – {cluster}")
_NO_CITY = Words("Không có đô thị nào được xếp hạng ở cả hai năm.", "No city is ranked in both years.")
_ROSE = Words("Tăng nhiều nhất: {city}", "Rose most: {city}")
_FELL = Words("giảm nhiều nhất: {city}", "fell most: {city}")
_NO_RISE = Words("Không đô thị nào tăng điểm", "No city rose")
_NO_FALL = Words("không đô thị nào giảm điểm", "no city fell")
_CITY = Words("{name} {change}, hạng {before} → {after}", "{name} {change}, place {before} → {after}")
_BECAUSE = Words("{city} ({move})", "{city} ({move})")
_MOVE = Words("“{name}” {before} → {after}", "“{name}” {before} → {after}")
_OTHER_SCALE = Words("{move} (thang điểm khác)", "{move} (other scale)")
_POINTS = Words("{change} điểm", "{change} points")
_PERCENT = Words("{change} điểm phần trăm", "{change} percentage points")
_OTHER_POINTS = Words(
    "Hai năm có tổng điểm khác nhau ({before} và {after}); điểm được quy ra % để so sánh.",
    "The years have different points ({before} and {after}); totals are compared as per cent.",
)
_NOTHING_SHARED = Words(
    "Hai bộ tiêu chí không có tiêu chí nào chung: điểm hai năm không so sánh được, chỉ nêu hạng của từng năm.",
    "The two sets share no criterion: the points cannot be compared, only the places of each year are shown.",
)
_OTHER_SETS = Words(
    "Hai bộ tiêu chí không hoàn toàn giống nhau (xem cuối trang): tổng điểm hai năm không đo cùng một việc.",
    "The two sets are not quite the same (see below): the totals do not measure the same thing.",
)
_CITY_HEADING = Words("Đô thị", "City")
_PLACES = Words("Hạng", "Place")
_CLIMBED = Words("Lên–xuống", "Up/down")
_CHANGE = Words("Thay đổi", "Change")
_GROUPS = Words("Từng nhóm: % số điểm của nhóm, {before} → {after}", "By group: % of its points, {before} → {after}")
_WHY = Words(
    "Vì sao: tiêu chí thay đổi nhiều nhất, % số điểm của tiêu chí, {before} → {after}",
    "Why: what moved most, % of the criterion’s points, {before} → {after}",
)
_UP, _DOWN = Words("tăng: {moves}", "up: {moves}"), Words("giảm: {moves}", "down: {moves}")
_LINE = Words("{name} {change} – {moves}", "{name} {change} – {moves}")
_STILL = Words("không tiêu chí nào thay đổi", "no criterion moved")
_APART = Words("Không so sánh được", "Not compared")
_ONLY = Words("Tiêu chí chỉ có năm {year}: {names}.", "Criteria of {year} only: {names}.")
_ALTERED = Words(
    "Tiêu chí có ở cả hai năm nhưng {how} khác nhau: {names}.", "Criteria of both years with other {how}: {names}."
)
_HOW = {
    "points": Words("số điểm", "points"),
    "scale": Words("thang điểm", "scales"),
    "applies_to": Words("loại đô thị áp dụng", "classes they apply to"),
    "missing": Words("cách tính khi thiếu số liệu", "rules for a missing value"),
}
_OTHER_RULES = Words("Quy định chung khác nhau: {rules}.", "Other rules of the set: {rules}.")
_RULES = {
    "combine": Words("cách gộp điểm của nhóm", "how groups are combined"),
    "decimals": Words("số chữ số thập phân", "decimals"),
    "bonuses": Words("điểm cộng", "bonuses"),
    "deductions": Words("điểm trừ", "deductions"),
    "gates": Words("điều kiện bắt buộc", "gates"),
    "ranking": Words("cách xếp hạng", "how ties and missing values are ranked"),
    "nomination": Words("cách đề nghị khen thưởng", "how nominations are made"),
}
_ONE_YEAR = Words(
    "{name}: chỉ được xếp hạng năm {year} (hạng {rank}); năm {other} {reason}.",
    "{name}: ranked in {year} only (place {rank}); in {other}: {reason}.",
)
_NO_MEMBER = Words("không phải thành viên", "no member")


def page(found: Comparison, lang: Language) -> Page:
    """Return two years side by side as a page."""
    cluster = found.after.round.roster.cluster.name.to(lang)
    years = {"before": found.before.round.year, "after": found.after.round.year}
    blocks: list[Block] = [Title(say(_TITLE, lang, cluster=cluster, **years))]
    blocks += dict.fromkeys([*notices(found.before, lang), *notices(found.after, lang)])
    blocks.append(
        Lines((*_cautions(found, lang), *([Phrase(sentence(found, lang), "strong")] if found.shared else [])))
    )
    if found.cities and not found.shared:
        blocks.append(_places(found, lang))
    elif found.cities:
        blocks.append(_totals(found, lang))
        if found.groups:
            blocks += [Title(say(_GROUPS, lang, **years), 2), *_groups(found, lang)]
        blocks += [Title(say(_WHY, lang, **years), 2), Lines(tuple(_reasons(found, lang)), bullets=True)]
    if apart := tuple(Phrase(line) for line in _apart(found, lang)):
        blocks += [Title(say(_APART, lang), 2), Lines(apart, bullets=True)]
    return blocks


def sentence(found: Comparison, lang: Language) -> str:
    """Say which city rose most and which fell most, and what did it."""
    if not found.cities:
        return say(_NO_CITY, lang)
    if not found.shared:
        return say(_NOTHING_SHARED, lang)
    changes = [city.change for city in found.cities]
    most, least = max(changes), min(changes)
    rose = say(_ROSE, lang, city=_changed_by(found, most, lang)) if most > 0 else say(_NO_RISE, lang)
    fell = say(_FELL, lang, city=_changed_by(found, least, lang)) if least < 0 else say(_NO_FALL, lang)
    return f"{rose}; {fell}."


def _changed_by(found: Comparison, change: Fraction, lang: Language) -> str:
    """Name every city whose total changed by so much."""
    return listed([_told(found, city, lang) for city in found.cities if city.change == change], lang)


def _told(found: Comparison, city: City, lang: Language) -> str:
    places = {"before": _place(city.before.rank, city.before.tied), "after": _place(city.after.rank, city.after.tied)}
    change = say(_POINTS if found.in_points else _PERCENT, lang, change=_change(found, city, lang))
    text = say(_CITY, lang, name=_name(found, city.member, lang), change=change, **places)
    same = [move for move in city.criteria if (move.worth > 0) == (city.change > 0) and move.worth]
    return say(_BECAUSE, lang, city=text, move=_move(found, same[0], lang)) if same else text


def _name(found: Comparison, member: str, lang: Language) -> str:
    return names(found.after, (member,), lang)


def _place(rank: int, tied: bool) -> str:  # noqa: FBT001
    return place_text(str(rank), tied)


def _change(found: Comparison, city: City, lang: Language) -> str:
    exact = city.after.total - city.before.total if found.in_points else printed(city.change, 2)
    return signed(exact, lang)


def _move(found: Comparison, move: Move, lang: Language) -> str:
    name = title_of(found.after, move.id, lang)
    text = say(_MOVE, lang, name=name, before=_percent(move.before, lang), after=_percent(move.after, lang))
    rescaled = any(each.id == move.id and "scale" in each.differences for each in found.altered)
    return say(_OTHER_SCALE, lang, move=text) if rescaled else text


def _percent(share: Fraction, lang: Language) -> str:
    return percent(100 * share, lang, 0)


def _cautions(found: Comparison, lang: Language) -> Iterator[Phrase]:
    if not found.shared:
        yield Phrase(say(_NOTHING_SHARED, lang), "bad")
        return
    before, after = found.before.round.criteria.weight, found.after.round.criteria.weight
    if not found.in_points:
        yield Phrase(say(_OTHER_POINTS, lang, before=number(before, lang), after=number(after, lang)), "warn")
    if found.only_before or found.only_after or found.altered or found.rules:
        yield Phrase(say(_OTHER_SETS, lang), "warn")


def _places(found: Comparison, lang: Language) -> Table:
    """Return the places of both years, where nothing else can be compared."""
    headings = (str(found.before.round.year), str(found.after.round.year))
    columns = (Column(say(_CITY_HEADING, lang)), *(Column(heading, right=True) for heading in headings))
    rows = (
        (_name(found, each.member, lang), *(_place(year.rank, year.tied) for year in (each.before, each.after)))
        for each in found.cities
    )
    return Table(columns, tuple(Row(tuple(map(Phrase, row))) for row in rows))


def _totals(found: Comparison, lang: Language) -> Table:
    years = str(found.before.round.year), str(found.after.round.year)
    others = *all_said((_PLACES, _CLIMBED), lang), *years, say(_CHANGE, lang)
    rows = []
    for each in found.cities:
        totals = [each.before.total, each.after.total]
        if not found.in_points:
            totals = [printed(percent, 2) for percent in each.percents]
        places = f"{_place(each.before.rank, each.before.tied)} → {_place(each.after.rank, each.after.tied)}"
        climbed = f"▲{each.climbed}" if each.climbed > 0 else f"▼{-each.climbed}" if each.climbed else ""
        cells = (places, climbed, *(number(total, lang) for total in totals))
        role: Phrase = Phrase(
            _change(found, each, lang), "good" if each.change > 0 else "bad" if each.change < 0 else "dim"
        )
        rows.append(Row((Phrase(_name(found, each.member, lang)), *map(Phrase, cells), role)))
    return Table((Column(say(_CITY_HEADING, lang)), *(Column(heading, right=True) for heading in others)), tuple(rows))


def _groups(found: Comparison, lang: Language) -> Iterator[Block]:
    """Yield a table with a letter a group, and what the letters stand for."""
    letters = {name: chr(ord("A") + at % 26) for at, name in enumerate(found.groups)}
    rows = []
    for each in found.cities:
        moves = {move.id: move for move in each.groups}
        cells = [_arrow(moves[name], lang) if name in moves else "–" for name in letters]
        rows.append(Row((Phrase(_name(found, each.member, lang)), *map(Phrase, cells))))
    yield Table(
        (Column(say(_CITY_HEADING, lang)), *(Column(letter, right=True) for letter in letters.values())), tuple(rows)
    )
    legend = "; ".join(f"{letter} {title_of(found.after, name, lang)}" for name, letter in letters.items())
    yield Lines((Phrase(legend, "dim"),))


def _arrow(move: Move, lang: Language) -> str:
    return f"{number(100 * move.before, lang, 0)} → {number(100 * move.after, lang, 0)}"


def _reasons(found: Comparison, lang: Language) -> Iterator[Phrase]:
    for each in sorted(found.cities, key=lambda city: (-city.change, city.member)):
        parts = []
        for words, sign in ((_UP, 1), (_DOWN, -1)):
            moves = [move for move in each.criteria if move.worth * sign > 0][:_REASONS]
            if moves:
                parts.append(say(words, lang, moves=", ".join(_move(found, move, lang) for move in moves)))
        text = "; ".join(parts) or say(_STILL, lang)
        change = _change(found, each, lang)
        yield Phrase(say(_LINE, lang, name=_name(found, each.member, lang), change=change, moves=text))


def _apart(found: Comparison, lang: Language) -> Iterator[str]:
    for result, only in ((found.before, found.only_before), (found.after, found.only_after)):
        if only:
            titles = [f"“{title_of(result, name, lang)}” ({name})" for name in only]
            yield say(_ONLY, lang, year=result.round.year, names=listed(titles, lang))
    for how, words in _HOW.items():
        if altered := tuple(each.id for each in found.altered if how in each.differences):
            yield say(_ALTERED, lang, how=say(words, lang), names=_titles(found.after, altered, lang))
    if found.rules:
        yield say(_OTHER_RULES, lang, rules=listed([say(_RULES[each], lang) for each in found.rules], lang))
    for each in found.one_year:
        yield _once(found, each, lang)


def _titles(result: Result, ids: tuple[str, ...], lang: Language) -> str:
    return listed([f"“{title_of(result, name, lang)}”" for name in ids], lang)


def _once(found: Comparison, each: OneYear, lang: Language) -> str:
    own, other = (found.before, found.after) if each.first else (found.after, found.before)
    return say(
        _ONE_YEAR,
        lang,
        name=names(own, (each.member,), lang),
        year=own.round.year,
        other=other.round.year,
        rank=_place(each.placed.rank, each.placed.tied),
        reason=why(each.reason, other, lang) if each.reason else say(_NO_MEMBER, lang),
    )


# ---- the same as data ----


def record(found: Comparison, lang: Language) -> dict[str, object]:
    """Return the comparison as a JSON object; shares are of the group's or criterion's own points, 0 to 1."""
    return {
        "years": [found.before.round.year, found.after.round.year],
        "illustrative": found.before.round.illustrative or found.after.round.illustrative,
        "points": [found.before.round.criteria.weight, found.after.round.criteria.weight],
        "summary": sentence(found, lang),
        "cities": [_city(found, each, lang) for each in found.cities],
        "one_year": [_only(found, each, lang) for each in found.one_year],
        "criteria_only": [list(found.only_before), list(found.only_after)],
        "rules_altered": list(found.rules),
        "criteria_altered": [{"id": each.id, "differences": list(each.differences)} for each in found.altered],
    }


def _city(found: Comparison, each: City, lang: Language) -> dict[str, object]:
    return {
        "member": each.member,
        "name": _name(found, each.member, lang),
        "ranks": [each.before.rank, each.after.rank],
        "climbed": each.climbed,
        "totals": [each.before.total, each.after.total],
        "percents": list(each.percents),
        "change": each.change,
        "groups": {move.id: [move.before, move.after] for move in each.groups},
        "criteria": {move.id: [move.before, move.after] for move in each.criteria},
    }


def _only(found: Comparison, each: OneYear, lang: Language) -> dict[str, object]:
    own = found.before if each.first else found.after
    return {
        "member": each.member,
        "year": own.round.year,
        "rank": each.placed.rank,
        "total": each.placed.total,
        "reason": each.reason.reason if each.reason else "no_member",
        "message": _once(found, each, lang),
    }


def grid(found: Comparison, lang: Language) -> Grid:
    """Return totals and ranks of both years as a plain table."""
    years = found.before.round.year, found.after.round.year
    headings = ("member", "name", *(f"rank_{year}" for year in years), "climbed", *(f"total_{year}" for year in years))
    rows = tuple(
        (
            each.member, _name(found, each.member, lang), each.before.rank, each.after.rank, each.climbed,
            each.before.total, each.after.total, printed(each.change, 4),
        )
        for each in found.cities
    )  # fmt: skip
    return Grid((*headings, "change_percent"), rows)
