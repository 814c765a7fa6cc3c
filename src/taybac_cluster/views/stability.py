"""How firm the order of a year is: the answer in a sentence, the heat-map of places, what changes it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from taybac_cluster.decide.stability.answers import Decided, Firmness, Stability, Variant
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.page import Block, Cell, Column, Grid, Lines, Page, Phrase, Row, Shade, Table, Title
from taybac_cluster.views.rank import names, notices, title_of
from taybac_cluster.views.words import NO_BREAK, listed, number, place_text, say

_ROWS = 20
"""Of more members only so many around the cut are shown."""
_NARROW = 80
"""The columns that the heat-map must do with."""
_PLACE = 5
"""The columns of one place: three digits and the gutter."""
_NAMED = 5
"""Of more nominated members the sentence gives the number alone."""
_FULL, _TINY = 0.995, 0.005

_TITLE = Words("Độ vững của kết quả năm {year} – {cluster}", "How firm the result of {year} is – {cluster}")
_AROUND = Words(
    "{draws} phép thử: điểm của mỗi tiêu chí được nhân ngẫu nhiên với một số từ {low} đến {high}, rồi quy về {points} "
    "điểm (hạt giống {seed}).",
    "{draws} trials: the points of every criterion are multiplied by a random number from {low} to {high}, then "
    "rescaled to {points} points (seed {seed}).",
)
_AS_TYPED = Words(
    "{draws} phép thử: điểm của các tiêu chí giữ như đã định.", "{draws} trials: every criterion keeps its points."
)
_FREE = Words(
    "{draws} phép thử: {points} điểm được chia ngẫu nhiên cho các tiêu chí, mọi cách chia có khả năng như nhau (hạt "
    "giống {seed}).",
    "{draws} trials: {points} points are divided at random among the criteria, every division equally likely "
    "(seed {seed}).",
)
_COUNTS = {
    "vi": ("", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"),
    "en": ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}
_EVERY = Words("mọi phép thử", "every trial")
_TRIALS = Words("{share} phép thử", "{share} of the trials")
_SEATS = Words("{count} suất chờ phân định", "{count} open seat")
_MORE_SEATS = Words("{count} suất chờ phân định", "{count} open seats")
_NO_ONE = Words("Không có đô thị nào được xếp hạng.", "No city is ranked.")
_NO_RULE = Words(
    "Bộ tiêu chí không quy định số đô thị được đề nghị; {names} đứng đầu trong {share}",
    "The criteria set does not say how many are nominated; {names} leads in {share}",
)
_NOBODY = Words(
    "Không đô thị nào được đề nghị, và điều đó giữ nguyên trong {share}",
    "No city is nominated, and that holds in {share}",
)
_ONE = Words(
    "Đô thị duy nhất được đề nghị{names} giữ nguyên trong {share}",
    "The one nominated city{names} stays the same in {share}",
)
_MANY = Words(
    "{count} đô thị được đề nghị{names} giữ nguyên trong {share}",
    "The {count} nominated cities{names} stay the same in {share}",
)
_OPEN_TOO = Words(
    "{count} đô thị được đề nghị{names} và {seats} giữa {candidates} giữ nguyên trong {share}",
    "The {count} nominated{names} and {seats} between {candidates} stay the same in {share}",
)
_OPEN_ONLY = Words(
    "{seats} giữa {candidates}; điều đó giữ nguyên trong {share}",
    "{seats} between {candidates}; that stays the same in {share}",
)
_FIRM = Words(
    "không đổi khi bỏ bất kỳ một tiêu chí hay một nhóm nào", "leaving out any one criterion or group changes nothing"
)
_WHEN = Words("{change} khi bỏ {what}", "without {what}: {change}")
_ANY_OF = Words("một trong {count} mục ({items})", "any one of {count} ({items})")
_MORE = Words("bỏ {count} mục khác thì danh sách cũng thay đổi", "without {count} others the list changes too")
_ONE_MORE = Words("bỏ 1 mục khác thì danh sách cũng thay đổi", "without 1 other the list changes too")
_KINDS = {
    "criterion": Words("tiêu chí {names}", "{names}"),
    "group": Words("nhóm {names}", "the group {names}"),
}
_KIND_COUNTS = {
    "criterion": Words("{count} tiêu chí", "{count} criteria"),
    "group": Words("{count} nhóm", "{count} groups"),
}
_SWAPPED = Words("{entered} vào thay {gone}", "{entered} in place of {gone}")
_ENTERED = Words("{entered} được đề nghị thêm", "{entered} nominated as well")
_GONE = Words("{gone} không còn được đề nghị", "{gone} no longer nominated")
_OPENED = Words("{seats} giữa {candidates}", "{seats} between {candidates}")
_SETTLED = Words("không còn suất phải phân định", "no seat left to settle")
_UNCHANGED = Words("không đổi", "no change")

_PLACES = Words("Hạng của mỗi đô thị: % số phép thử ở từng hạng", "Places of each city: % of the trials in each place")
_HEADINGS = Words("Đô thị|Đề nghị", "City|Chosen")
_LEGEND = Words(
    "★ được đề nghị, ? chờ phân định, · dưới 0,5 %. Cột “Đề nghị”: % số phép thử đô thị được đề nghị; nơi bằng điểm, "
    "mỗi đô thị tính một phần bằng nhau.",
    "★ nominated, ? to settle, · below 0.5 %. “Chosen”: % of the trials in which the city is nominated; equals count "
    "in equal parts.",
)
_REST = Words(
    "Còn {count} đô thị khác không in ở đây; xem đủ bằng --format json hoặc csv.",
    "{count} more cities are not printed here; --format json or csv has them all.",
)
_WITHOUT = Words("Khi bỏ một tiêu chí hoặc một nhóm", "When a criterion or a group is left out")
_RESCALED = Words(
    "Điểm của phần còn lại được quy về {points}, nên các ngưỡng giữ nguyên ý nghĩa.",
    "The points of the rest are rescaled to {points}, so that thresholds keep their meaning.",
)
_GROUPED = Words("{change}: bỏ {items}", "{change}: without {items}")
_SAME_ONES = Words(
    "Không đổi: bỏ bất kỳ mục nào trong số {counts} còn lại.", "No change: without any of the other {counts}."
)
_OTHERWISE = Words("Khi chấm theo cách khác", "Scored otherwise")
_WAYS = Words("Đô thị|Hạng|Tự chấm|Loại {name}", "City|Rank|Own|Class {name}")
_OWN = Words("Theo số liệu tự chấm, chưa thẩm định: {change}.", "By the cities’ own values, not appraised: {change}.")
_AS_CLASS = Words("Coi mọi đô thị là loại {name}: {change}.", "Every city scored as if of class {name}: {change}.")


class _Window(NamedTuple):
    """A column of the heat-map: a place, or all before or after those shown."""

    label: str
    first: int
    last: int


def page(firm: Stability, lang: Language) -> Page:
    """Return how firm a result is as a page."""
    result = firm.result
    cluster = result.round.roster.cluster.name.to(lang)
    blocks: list[Block] = [Title(say(_TITLE, lang, year=result.round.year, cluster=cluster)), *notices(result, lang)]
    blocks.append(Lines((Phrase(sentence(firm, lang), "strong"), Phrase(_plan(firm, lang), "dim"))))
    if firm.members:
        blocks += [Title(say(_PLACES, lang), 2), _heat_map(firm, lang), Lines(tuple(_below(firm, lang)))]
    if firm.left_out:
        blocks += [Title(say(_WITHOUT, lang), 2), Lines(tuple(_left_out(firm, lang)), bullets=True)]
    if firm.members and (firm.own or firm.classes):
        blocks += [Title(say(_OTHERWISE, lang), 2), _ways(firm, lang), Lines(tuple(_changes(firm, lang)), bullets=True)]
    return blocks


def sentence(firm: Stability, lang: Language) -> str:
    """Say in one sentence, fit to be read out, how firm the nominations are."""
    if not firm.members:
        return say(_NO_ONE, lang)
    clauses = [_kept(firm, lang)]
    if firm.result.round.criteria.nomination is not None and firm.left_out:
        clauses += list(_when_left_out(firm, lang))
    text = "; ".join(clauses) + "."
    return text[0].upper() + text[1:]


def _kept(firm: Stability, lang: Language) -> str:
    base, count = firm.base, len(firm.base.members)
    share = _trials(firm.unchanged, lang)
    if firm.result.round.criteria.nomination is None:
        best = firm.members[0]
        return say(_NO_RULE, lang, names=_name(firm, best.member, lang), share=_trials(best.rank_shares[0], lang))
    who = f" ({names(firm.result, base.members, lang)})" if 0 < count <= _NAMED else ""
    said = _COUNTS[lang][count] if 0 < count < len(_COUNTS[lang]) else str(count)
    if base.open_seats is not None:
        words = _OPEN_TOO if count else _OPEN_ONLY
        candidates = names(firm.result, base.open_seats.candidates, lang)
        return say(
            words,
            lang,
            count=said,
            names=who,
            seats=_seats(base.open_seats.seats, lang),
            candidates=candidates,
            share=share,
        )
    words = _NOBODY if not count else _ONE if count == 1 else _MANY
    return say(words, lang, count=said, names=who, share=share)


def _trials(share: float, lang: Language) -> str:
    return say(_EVERY, lang) if share == 1 else say(_TRIALS, lang, share=percent(share, lang))


def _seats(count: int, lang: Language) -> str:
    return say(_SEATS if count == 1 else _MORE_SEATS, lang, count=count)


def _when_left_out(firm: Stability, lang: Language) -> Iterator[str]:
    """Yield the change that most often follows from leaving something out, and how many others there are."""
    found = _by_change(firm, lang)
    if not found:
        yield say(_FIRM, lang)
        return
    change, most = max(found.items(), key=lambda each: len(each[1]))
    yield say(_WHEN, lang, change=change, what=_one_of(firm, most, lang))
    if others := sum(len(each) for each in found.values()) - len(most):
        yield say(_MORE if others > 1 else _ONE_MORE, lang, count=others)


def _one_of(firm: Stability, variants: Sequence[Variant], lang: Language) -> str:
    if len(variants) == 1:
        return _what(firm, variants, lang)
    return say(_ANY_OF, lang, count=len(variants), items=_counted(variants, lang))


def _counted(variants: Sequence[Variant], lang: Language) -> str:
    kinds = [(kind, sum(each.kind == kind for each in variants)) for kind in _KIND_COUNTS]
    return listed([say(_KIND_COUNTS[kind], lang, count=count) for kind, count in kinds if count], lang)


def _what(firm: Stability, variants: Sequence[Variant], lang: Language) -> str:
    """Name what was left out, criteria before groups."""
    parts = []
    for kind, words in _KINDS.items():
        if titles := [f"“{title_of(firm.result, each.ids[0], lang)}”" for each in variants if each.kind == kind]:
            parts.append(say(words, lang, names=", ".join(titles)))
    return "; ".join(parts)


def _by_change(firm: Stability, lang: Language) -> dict[str, list[Variant]]:
    """Put together what makes the same change, the change in words."""
    found: dict[str, list[Variant]] = {}
    for each in firm.left_out:
        if each.changed:
            found.setdefault(change_text(firm, each.decided, lang), []).append(each)
    return found


def change_text(firm: Stability, decided: Decided, lang: Language) -> str:
    """Say who comes in and who goes out against the decision itself."""
    base, seats = firm.base, decided.open_seats
    candidates = seats.candidates if seats else ()
    entered = names(firm.result, decided.entered(base), lang)
    gone = names(firm.result, tuple(each for each in base.entered(decided) if each not in candidates), lang)
    parts = []
    if entered or gone:
        words = _SWAPPED if entered and gone else _ENTERED if entered else _GONE
        parts.append(say(words, lang, entered=entered, gone=gone))
    if seats is not None and (base.open_seats is None or set(base.open_seats.candidates) != set(candidates)):
        parts.append(
            say(_OPENED, lang, seats=_seats(seats.seats, lang), candidates=names(firm.result, candidates, lang))
        )
    elif seats is None and base.open_seats is not None and not parts:
        parts.append(say(_SETTLED, lang))
    return ", ".join(parts) or say(_UNCHANGED, lang)


def percent(share: float, lang: Language) -> str:
    """Write a share as per cent: 100 % only for all, 0 % only for none."""
    decimals = 0 if _TINY <= share < _FULL or share in (0, 1) else 1
    value = Decimal(str(share * 100))
    if decimals:
        value = min(max(value, Decimal("0.1")), Decimal("99.9"))
    return f"{number(value, lang, decimals)}{NO_BREAK}%"


def _plan(firm: Stability, lang: Language) -> str:
    plan, points = firm.plan, number(firm.result.round.criteria.weight, lang)
    draws = f"{plan.draws:,}".replace(",", "." if lang == "vi" else ",")
    if plan.method == "free":
        return say(_FREE, lang, draws=draws, points=points, seed=plan.seed)
    if plan.percent == 0:
        return say(_AS_TYPED, lang, draws=draws)
    low, high = (number(Fraction(str(100 + sign * plan.percent)) / 100, lang) for sign in (-1, 1))
    return say(_AROUND, lang, draws=draws, low=low, high=high, points=points, seed=plan.seed)


# ---- the heat-map ----


def _shown(firm: Stability) -> tuple[Firmness, ...]:
    """Return all members, or of many those around the cut."""
    if len(firm.members) <= _ROWS:
        return firm.members
    first = max(min(_cut(firm) - _ROWS // 2, len(firm.members) - _ROWS), 0)
    return firm.members[first : first + _ROWS]


def _cut(firm: Stability) -> int:
    """Return the place in the ranking after which nobody is put forward."""
    return max((at for at, each in enumerate(firm.members, 1) if _mark(firm, each.member)), default=0)


def _mark(firm: Stability, member: str) -> str:
    if member in firm.base.members:
        return "★"
    return "?" if firm.base.open_seats is not None and member in firm.base.open_seats.candidates else ""


def _name(firm: Stability, member: str, lang: Language) -> str:
    return names(firm.result, (member,), lang)


def _heat_map(firm: Stability, lang: Language) -> Table:
    city, chosen = say(_HEADINGS, lang).split("|")
    shown, cut = _shown(firm), _cut(firm)
    labels = [f"{_name(firm, each.member, lang)} {_mark(firm, each.member)}".rstrip() for each in shown]
    beside = max(map(len, (*labels, city))) + len(chosen) + 2 * 2
    windows = _windows(len(firm.members), cut, max((_NARROW - beside) // _PLACE, 3))
    nominates = firm.result.round.criteria.nomination is not None
    # Narrower still, the last places are left out rather than a number cut.
    places = [Column(window.label, True, beside + _PLACE * at) for at, window in enumerate(windows, 1)]  # noqa: FBT003
    columns = [Column(city), *places]
    rows = []
    for label, each in zip(labels, shown, strict=True):
        cells: list[Cell] = [Phrase(label, "strong" if _mark(firm, each.member) else "plain")]
        cells += [Shade(sum(each.rank_shares[window.first - 1 : window.last])) for window in windows]
        rows.append(Row((*cells, Phrase(percent(each.nominated, lang))) if nominates else tuple(cells)))
        if firm.members[cut - 1] is each and each is not shown[-1]:
            rows.append(Row((Phrase(""),), cut=True))
    return Table((*columns, Column(chosen, right=True)) if nominates else tuple(columns), tuple(rows))


def _windows(many: int, cut: int, room: int) -> list[_Window]:
    """Return a column a place where they fit; else those around the cut, with all before and all after together."""
    if many <= room:
        return [_Window(str(place), place, place) for place in range(1, many + 1)]
    room -= 1
    first = max(min(cut - room // 2, many - room), 1)
    if first > 1:
        first, room = first + 1, room - 1
    last = min(first + room - 1, many)
    windows = [_Window(str(place), place, place) for place in range(first, last + 1)]
    before = [_Window(f"≤{first - 1}" if first > 2 else "1", 1, first - 1)] if first > 1 else []  # noqa: PLR2004 - one place
    after = [_Window(f"≥{last + 1}" if last + 1 < many else str(many), last + 1, many)] if last < many else []
    return [*before, *windows, *after]


def _below(firm: Stability, lang: Language) -> Iterator[Phrase]:
    yield Phrase(say(_LEGEND, lang), "dim")
    if hidden := len(firm.members) - len(_shown(firm)):
        yield Phrase(say(_REST, lang, count=hidden), "dim")


# ---- what changes it ----


def _left_out(firm: Stability, lang: Language) -> Iterator[Phrase]:
    yield Phrase(say(_RESCALED, lang, points=number(firm.result.round.criteria.weight, lang)), "dim")
    for change, variants in _by_change(firm, lang).items():
        yield Phrase(say(_GROUPED, lang, change=change, items=_what(firm, variants, lang)), "warn")
    if same := [each for each in firm.left_out if not each.changed]:
        yield Phrase(say(_SAME_ONES, lang, counts=_counted(same, lang)))


def _ways(firm: Stability, lang: Language) -> Table:
    city, rank, own, by_class = say(_WAYS, lang, name="{name}").split("|")
    variants = [*([firm.own] if firm.own else []), *firm.classes]
    headings = [own if each.kind == "own" else say(by_class, lang, name=", ".join(each.ids)) for each in variants]
    ways = [firm.base, *(each.decided for each in variants)]
    rows = [
        Row((Phrase(_name(firm, each.member, lang)), *(Phrase(_rank_in(way, each.member)) for way in ways)))
        for each in _shown(firm)
    ]
    return Table((Column(city), Column(rank), *(Column(heading) for heading in headings)), tuple(rows))


def _rank_in(way: Decided, member: str) -> str:
    if member not in way.ranks:
        return "–"
    candidates = way.open_seats.candidates if way.open_seats else ()
    tied = sum(rank == way.ranks[member] for rank in way.ranks.values()) > 1
    return f"{place_text(str(way.ranks[member]), tied):<4}" + (
        "★" if member in way.members else "?" if member in candidates else ""
    )


def _changes(firm: Stability, lang: Language) -> Iterator[Phrase]:
    for each in (*([firm.own] if firm.own else []), *firm.classes):
        change = change_text(firm, each.decided, lang)
        words = say(_OWN, lang, change=change) if each.kind == "own" else ""
        yield Phrase(
            words or say(_AS_CLASS, lang, name=", ".join(each.ids), change=change), "warn" if each.changed else "plain"
        )


# ---- the same as data ----


def record(firm: Stability, lang: Language) -> dict[str, object]:
    """Return the stability as the JSON object that is a contract."""
    plan, seats = firm.plan, firm.base.open_seats
    return {
        "year": firm.result.round.year,
        "illustrative": firm.result.round.illustrative,
        "draft": firm.result.round.draft,
        "draws": plan.draws,
        "seed": plan.seed,
        "method": plan.method,
        "percent": plan.percent if plan.method == "around" else None,
        "summary": sentence(firm, lang),
        "nominations": list(firm.base.members),
        "open": _open(seats.candidates if seats else ()),
        "unchanged": firm.unchanged,
        "same_order": firm.same_order,
        "members": [_member(firm, each, lang) for each in firm.members],
        "left_out": [_variant(firm, each, lang) for each in firm.left_out],
        "self_assessed": None if firm.own is None else _variant(firm, firm.own, lang),
        "classes": [_variant(firm, each, lang) for each in firm.classes],
    }


def _open(candidates: tuple[str, ...]) -> list[str]:
    return list(candidates)


def _member(firm: Stability, each: Firmness, lang: Language) -> dict[str, object]:
    return {
        "member": each.member,
        "name": _name(firm, each.member, lang),
        "rank": firm.base.ranks[each.member],
        "rank_shares": [round(share, 9) for share in each.rank_shares],
        "nominated": round(each.nominated, 9),
        "rank_low": each.rank_low,
        "rank_high": each.rank_high,
    }


def _variant(firm: Stability, each: Variant, lang: Language) -> dict[str, object]:
    seats = each.decided.open_seats
    return {
        "id": ",".join(each.ids) if each.ids else "self_assessed",
        "kind": "self_assessed" if each.kind == "own" else each.kind,
        "nominations": list(each.decided.members),
        "open": _open(seats.candidates if seats else ()),
        "changed": each.changed,
        "change": change_text(firm, each.decided, lang) if each.changed else None,
        "entered": list(each.decided.entered(firm.base)),
        "gone": list(firm.base.entered(each.decided)),
        "moved": each.decided.moved(firm.base),
    }


def grid(firm: Stability, lang: Language) -> Grid:
    """Return the shares of places as a plain table."""
    headings = ("rank", "member", "name", "nominated", "rank_low", "rank_high")
    rows: tuple[tuple[str | int | Decimal, ...], ...] = tuple(
        (
            firm.base.ranks[each.member], each.member, _name(firm, each.member, lang), _decimal(each.nominated),
            each.rank_low, each.rank_high, *map(_decimal, each.rank_shares),
        )
        for each in firm.members
    )  # fmt: skip
    return Grid((*headings, *(f"place_{at}" for at in range(1, len(firm.members) + 1))), rows)


def _decimal(share: float) -> Decimal:
    return Decimal(f"{share:.6f}")
