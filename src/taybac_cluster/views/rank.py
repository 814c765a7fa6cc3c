"""The ranking of a year: the product's face."""

import itertools
from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.decide.host import Hosting
from taybac_cluster.decide.nominate import departures
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.rank import LeftOut, Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Leaf, Node
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.criteria import Group
from taybac_cluster.model.members import Standing
from taybac_cluster.model.record import Language
from taybac_cluster.views.host import next_facts
from taybac_cluster.views.page import (
    Bar,
    Block,
    Cell,
    Column,
    Facts,
    Grid,
    Lines,
    Notice,
    Page,
    Phrase,
    Row,
    Table,
    Title,
)
from taybac_cluster.views.proof import notice
from taybac_cluster.views.words import DRAFT, ILLUSTRATIVE, day, listed, number, place_text, say

_WIDE = 100
_BONUS = -1
_CARRIED_TOTAL = -2

_TITLE = Words("Xếp hạng năm {year} – {cluster}", "Ranking {year} – {cluster}")
_SET = Words("{name}; {points} điểm; xét đến ngày {day}", "{name}; {points} points; as of {day}")
_HEADINGS = Words("Hạng|Đô thị|Điểm|Tự chấm|Kết quả", "Rank|City|Total|Own total|Outcome")
_ADJUSTED = Words("Cộng–trừ", "Adjusted")
_EXTRAS = {_BONUS: Words("điểm cộng", "bonus"), _CARRIED_TOTAL: Words("quy đổi", "carried")}
_NOMINATED = Words("★ đề nghị", "★ nominated")
_OPEN = Words("? chờ quyết", "? to settle")
_SHORT = Words("– chưa đủ đk", "– not eligible")

_CUT = Words("hết suất", "cut")

_SEATS = Words("Đề nghị khen thưởng ({seats}): {names}", "Nominated ({seats}): {names}")
_NOBODY = Words("chưa có đô thị nào", "no city yet")
_NO_QUOTA = Words(
    "Bộ tiêu chí không quy định số đô thị được đề nghị.", "The criteria set does not say how many are nominated."
)
_SAME = Words("Hội nghị đã quyết định đúng như kết quả tính.", "The meeting decided just as computed.")
_DIFFERS = Words(
    "CHÚ Ý: hội nghị quyết định khác kết quả tính. Hội nghị: {decided}. Tính theo bộ tiêu chí: {computed}.",
    "NOTE: the meeting decided otherwise than computed. The meeting: {decided}. By the criteria: {computed}.",
)
_TIE = Words(
    "CẦN HỘI NGHỊ QUYẾT ĐỊNH: {seats} suất còn lại cho các đô thị bằng điểm: {names}.",
    "THE MEETING MUST DECIDE: {seats} open seat(s) between equals: {names}.",
)
_SETTLED = {
    "ballots.tie": Words(
        "Các đô thị bằng điểm ở suất cuối ({names}) được phân định bằng lá phiếu “tie” của hội nghị.",
        "The tie for the last seats ({names}) was settled by the meeting’s ballot “tie”.",
    ),
    "decisions.nominated": Words(
        "Các đô thị bằng điểm ở suất cuối ({names}) được phân định theo quyết định của hội nghị.",
        "The tie for the last seats ({names}) was settled by the meeting’s decision.",
    ),
}
_BROKEN = Words(
    "{first} đứng trên {second} (cùng {total} điểm) nhờ điểm cao hơn ở “{by}”.",
    "{first} stands above {second} (both {total}) by more points in “{by}”.",
)
_SHARED = Words(
    "{names} đồng hạng {rank} ({total} điểm): mọi tiêu chí phân hạng đều bằng nhau.",
    "{names} share place {rank} ({total}): equal on every tie-break too.",
)
_SHARED_SKIPPING = Words(
    "{names} đồng hạng {rank} ({total} điểm): các tiêu chí phân hạng dùng được đều bằng nhau; bỏ qua {skipped} vì "
    "không áp dụng cho {without}.",
    "{names} share place {rank} ({total}): equal on every tie-break that can be used; {skipped} is passed over, as it "
    "does not apply to {without}.",
)
_SHARED_BARE = Words("{names} đồng hạng {rank} ({total} điểm).", "{names} share place {rank} ({total}).")
_NOT_ELIGIBLE = Words("{name}: {reasons}", "{name}: {reasons}")
_REASONS = {
    "gate": Words("không đạt điều kiện bắt buộc “{name}”", "gate not passed: “{name}”"),
    "gate_open": Words("chưa trả lời điều kiện bắt buộc “{name}”", "gate not answered: “{name}”"),
    "min_points": Words("dưới {points} điểm", "below {points} points"),
    "min_group_percent": Words(
        "nhóm “{name}” dưới {percent} % số điểm", "group “{name}” below {percent} % of its points"
    ),
}
_LEFT_OUT = {
    "no_submission": Words("chưa nộp báo cáo tự chấm", "has not submitted"),
    "not_competing": Words("không tham gia xét: {text}", "does not compete: {text}"),
    "faulty": Words("tệp {file} có lỗi, chưa được chấm", "its file {file} has faults and was not scored"),
    "rejected": Words("thiếu số liệu bắt buộc: {criteria}", "a required value is missing: {criteria}"),
    "too_much_missing": Words(
        "thiếu số liệu của {percent} % số điểm áp dụng, quá mức {most} %",
        "values for {percent} % of the points that apply are missing, above {most} %",
    ),
    "not_applicable": Words("không có tiêu chí nào áp dụng và có số liệu", "no criterion applies and has a value"),
}
_AWAY = Words("Không áp dụng: {items}.", "Not applicable: {items}.")
_EXCLUDED = Words("Thiếu số liệu, để ngoài phép tính: {items}.", "Missing and left out of the count: {items}.")
_CARRIED = Words(
    "Điểm quy đổi theo phần còn lại của nhóm: {cities}.", "Points carried by the rest of the group: {cities}."
)
_BY_REST = Words("Tính theo phần còn lại của nhóm: {cities}.", "Scored by the rest of the group: {cities}.")
_ZEROED = Words("Thiếu số liệu, tính 0 điểm: {items}.", "Missing, counted as 0 points: {items}.")
_CLAIMED = Words("Điểm cộng tự nhận, chưa thẩm định: {items}.", "Bonuses claimed, not appraised: {items}.")
_NO_CLASS = Words(
    "Chưa rõ loại đô thị: {names}. Chấm theo thang chung; tiêu chí giới hạn theo loại đô thị không áp dụng.",
    "Class not known: {names}. Scored by the common scale; criteria limited to classes do not apply.",
)
_NOT_ON_RECORD = Words(
    "Chưa có căn cứ là thành viên vào ngày xét: {names}.", "Not on record as members on the day: {names}."
)
_PROVISIONAL = Words(
    "TẠM THỜI: có đô thị chưa chấm được, điểm so sánh với các đô thị khác còn thay đổi.",
    "PROVISIONAL: a city could not be scored; points relative to the others may still change.",
)
_PARTIAL = Words(
    "CHƯA ĐỦ: {count} đô thị có tệp lỗi, chưa được chấm.",
    "INCOMPLETE: {count} city or cities with faulty files are not scored.",
)
_SECTIONS = {
    "eligible": Words("Chưa đủ điều kiện được đề nghị", "Not eligible"),
    "out": Words("Không xếp hạng", "Not ranked"),
    "how": Words("Cách xếp", "How it was ranked"),
    "next": Words("Kỳ tới", "Next"),
}


def page(result: Result, lang: Language, lock: Proof | Unreadable | None = None) -> Page:
    """Return the ranking as a page; with how it stands to its lock, where the year is locked."""
    criteria = result.round.criteria
    name = result.round.roster.cluster.name.to(lang)
    blocks: list[Block] = [
        Title(say(_TITLE, lang, year=result.round.year, cluster=name)),
        Lines(
            (
                Phrase(
                    say(
                        _SET,
                        lang,
                        name=criteria.name.to(lang),
                        points=number(criteria.weight, lang),
                        day=day(criteria.as_of, lang),
                    ),
                    "dim",
                ),
            )
        ),
    ]
    blocks.extend(notices(result, lang))
    if lock is not None:
        blocks.append(notice(lock, lang))
    blocks.append(_table(result, lang))
    blocks.extend(_decision(result, lang))
    for key, lines in (
        ("eligible", [Phrase(line) for line in _ineligible(result, lang)]),
        ("out", [Phrase(f"{each.standing.name.to(lang)}: {why(each, result, lang)}") for each in result.left_out]),
        ("how", [Phrase(line) for line in _how(result, lang)]),
    ):
        if lines:
            blocks += [Title(say(_SECTIONS[key], lang), 2), Lines(tuple(lines), bullets=True)]
    blocks += [Title(say(_SECTIONS["next"], lang), 2), Facts(next_facts(result.next, result.round.roster, lang))]
    return blocks


def notices(result: Result, lang: Language) -> Iterator[Notice]:
    """Yield what every output of a result must say first."""
    if result.round.illustrative:
        yield Notice(say(ILLUSTRATIVE, lang))
    if result.round.draft:
        yield Notice(say(DRAFT, lang))
    if result.round.faulty:
        yield Notice(say(_PARTIAL, lang, count=len(result.round.faulty)))
    if result.provisional:
        yield Notice(say(_PROVISIONAL, lang))


def _table(result: Result, lang: Language) -> Table:
    groups = result.round.criteria.groups
    by_group = result.round.criteria.combine == "sum"
    rank_heading, city, total, own, outcome = say(_HEADINGS, lang).split("|")
    columns = [Column(rank_heading, right=True), Column(city), Column(total, right=True), Column("")]
    if by_group:
        columns += [Column(each.name.to(lang), True, _WIDE, at) for at, each in enumerate(groups)]  # noqa: FBT003
        if _carries(result):
            columns.append(Column(say(_EXTRAS[_CARRIED_TOTAL], lang).capitalize(), right=True, from_width=_WIDE))
    columns += [Column(say(_ADJUSTED, lang), right=True, from_width=_WIDE)]
    columns += [Column(own, right=True, from_width=_WIDE), Column(outcome)]
    rows: list[Row] = []
    full = max([result.round.criteria.weight, *(each.total for each in result.placed)], default=Decimal(0))
    last = max((at for at, each in enumerate(result.placed) if _outcome(result, each) in ("in", "open")), default=None)
    for at, each in enumerate(result.placed):
        rows.append(Row(tuple(_cells(result, each, full, by_group=by_group, lang=lang))))
        if at == last and at + 1 < len(result.placed):
            rows.append(Row((Phrase(say(_CUT, lang)),), cut=True))
    series = tuple(group.name.to(lang) for group in groups) if by_group else ()
    bars = [cell for row in rows for cell in row.cells if isinstance(cell, Bar)]
    drawn = {part for bar in bars for part, amount in bar.parts if amount > 0}
    extras = tuple((part, say(words, lang)) for part, words in _EXTRAS.items() if part in drawn)
    return Table(tuple(columns), tuple(rows), series, extras)


def _cells(result: Result, each: Placed, full: Decimal, *, by_group: bool, lang: Language) -> Iterator[Cell]:
    sheet, outcome = each.sheet, _outcome(result, each)
    yield Phrase(place_text(str(each.rank), each.tied))
    yield Phrase(sheet.standing.name.to(lang), "strong" if outcome == "in" else "plain")
    yield Phrase(number(each.total, lang), "strong")
    parts = (
        [(at, child.points or Decimal(0)) for at, child in enumerate(sheet.root.children)]
        if by_group
        else [(0, each.total)]
    )
    if by_group:
        parts += [(_CARRIED_TOTAL, sheet.root.carried or Decimal(0))]
        parts += [(_BONUS, sheet.bonus_points), (_BONUS, -sheet.deduction_points)]
    yield Bar(tuple(parts), full)
    if by_group:
        yield from (Phrase(number(child.points, lang)) for child in sheet.root.children)
        if _carries(result):
            yield Phrase("" if sheet.root.carried is None else f"+{number(sheet.root.carried, lang)}")
    adjusted = sheet.bonus_points - sheet.deduction_points
    yield Phrase(("+" if adjusted > 0 else "") + number(adjusted, lang) if adjusted else "")
    yield Phrase(number(result.self_assessed(each.member), lang), "dim")
    words: dict[str, Phrase] = {
        "in": Phrase(say(_NOMINATED, lang), "good"),
        "open": Phrase(say(_OPEN, lang), "warn"),
        "short": Phrase(say(_SHORT, lang), "dim"),
    }
    yield words.get(outcome, Phrase(""))


def _carries(result: Result) -> bool:
    """Whether a city's whole group does not apply, so that the other groups carry its points."""
    return any(each.sheet.root.carried for each in result.placed)


def _outcome(result: Result, each: Placed) -> str:
    if each.member in result.nominations.members:
        return "in"
    if result.nominations.open_seats and each.member in result.nominations.open_seats.candidates:
        return "open"
    return "short" if result.reasons[each.member] else ""


def names(result: Result, members: tuple[str, ...], lang: Language) -> str:
    """Name members as a sentence does, as they were called on the set's day."""
    return listed([_name(result, member, lang) for member in members], lang)


def _name(result: Result, member: str, lang: Language) -> str:
    standing = result.round.standings.get(member)
    if standing is not None:
        return standing.name.to(lang)
    known = result.round.roster.by_id.get(member)
    return known.on(result.round.criteria.as_of).name.to(lang) if known else member


def _decision(result: Result, lang: Language) -> Iterator[Block]:
    rule, chosen = result.round.criteria.nomination, result.nominations
    if rule is None:
        yield Lines((Phrase(say(_NO_QUOTA, lang)),))
        return
    who = names(result, chosen.members, lang) or say(_NOBODY, lang)
    lines = [Phrase(say(_SEATS, lang, seats=f"{len(chosen.members)}/{rule.quota}", names=who), "strong")]
    if chosen.open_seats:
        lines.append(
            Phrase(
                say(_TIE, lang, seats=chosen.open_seats.seats, names=names(result, chosen.open_seats.candidates, lang)),
                "warn",
            )
        )
    if chosen.settled_by and chosen.tie:
        lines.append(Phrase(say(_SETTLED[chosen.settled_by], lang, names=names(result, chosen.tie.candidates, lang))))
    if result.decided is not None:
        if set(result.decided) == set(chosen.members) and not chosen.open_seats:
            lines.append(Phrase(say(_SAME, lang), "good"))
        elif any(departures(result.decided, chosen)):
            decided = names(result, result.decided, lang) or say(_NOBODY, lang)
            lines.append(Phrase(say(_DIFFERS, lang, decided=decided, computed=who), "warn"))
    yield Lines(tuple(lines))


def _ineligible(result: Result, lang: Language) -> Iterator[str]:
    for each in result.placed:
        if result.reasons[each.member]:
            reasons = "; ".join(reason_text(result, each, reason, lang) for reason in result.reasons[each.member])
            yield say(_NOT_ELIGIBLE, lang, name=each.sheet.standing.name.to(lang), reasons=reasons)


def reason_text(result: Result, each: Placed, reason: str, lang: Language) -> str:
    """Say in words why a member is not eligible."""
    kind, _, name = reason.partition(":")
    rule = result.round.criteria.nomination
    if kind == "gate":
        gate = next(answer for answer in each.sheet.gates if answer.id == name)
        text = say(_REASONS["gate" if gate.answered else "gate_open"], lang, name=gate.name.to(lang))
        return text + (f" ({gate.reason.to(lang)})" if gate.reason else "")
    if kind == "min_points":
        return say(_REASONS[kind], lang, points=number(rule.min_points if rule else None, lang))
    percent = number(rule.min_group_percent if rule else None, lang)
    return say(_REASONS[kind], lang, name=title_of(result, name, lang), percent=percent)


def title_of(result: Result, name: str, lang: Language) -> str:
    """Name a group or criterion by its id."""
    for _, each in result.round.criteria.named():
        if each.id == name:
            return each.name.to(lang)
    return name


def why(each: LeftOut, result: Result, lang: Language) -> str:
    """Say in words why a member has no place."""
    most = result.round.criteria.ranking.max_missing_percent
    return say(
        _LEFT_OUT[each.reason],
        lang,
        text=each.text.to(lang) if each.text else "",
        file=each.file or "",
        criteria=", ".join(title_of(result, name, lang) for name in each.criteria),
        percent=number(each.percent, lang, 1),
        most=number(most, lang),
    )


def _how(result: Result, lang: Language) -> Iterator[str]:
    """Yield every assumption and rule that made a difference."""
    yield from _ties(result, lang)
    yield from _carried(result, lang)
    zeroed: list[str] = []
    claimed: dict[str, list[str]] = {}
    for each in result.placed:
        city = each.sheet.standing.name.to(lang)
        zeroed += [
            f"{city} – {short(leaf, lang)}"
            for leaf in each.sheet.root.leaves()
            if leaf.outcome == "missing" and leaf.counts
        ]
        for item in each.sheet.bonuses:
            if item.granted and not item.appraised:
                claimed.setdefault(f"{item.name.to(lang)} (+{number(item.points, lang)})", []).append(city)
    if zeroed:
        yield say(_ZEROED, lang, items="; ".join(zeroed))
    if claimed:
        items = "; ".join(f"{item}: {', '.join(cities)}" for item, cities in claimed.items())
        yield say(_CLAIMED, lang, items=items)
    scored = [each.sheet.standing for each in result.placed]
    scored += [each.standing for each in result.left_out if each.sheet is not None]
    if _class_matters(result):
        unknown = [each.name.to(lang) for each in scored if each.urban_class is None]
        if unknown:
            yield say(_NO_CLASS, lang, names=listed(unknown, lang))
    unknown = [each.name.to(lang) for each in _not_on_record(result)]
    if unknown:
        yield say(_NOT_ON_RECORD, lang, names=listed(unknown, lang))


def _not_on_record(result: Result) -> list[Standing]:
    return [each for each in result.round.standings.values() if each.membership == "unknown"]


def _class_matters(result: Result) -> bool:
    return any(each.per_class or each.applies_to for each in result.round.criteria.criteria.values())


def _ties(result: Result, lang: Language) -> Iterator[str]:
    placed = result.placed
    for before, after in itertools.pairwise(placed):
        if after.above_by and before.rank != after.rank:
            yield say(
                _BROKEN,
                lang,
                first=before.sheet.standing.name.to(lang),
                second=after.sheet.standing.name.to(lang),
                total=number(before.total, lang),
                by=title_of(result, after.above_by, lang),
            )
    shared: dict[int, list[Placed]] = {}
    for each in placed:
        if each.tied:
            shared.setdefault(each.rank, []).append(each)
    for rank, equals in shared.items():
        tie_break = result.round.criteria.ranking.tie_break
        skipped = [name for name in tie_break if any(each.sheet.printed_points(name) is None for each in equals)]
        without = [each for each in equals if any(each.sheet.printed_points(name) is None for name in skipped)]
        words = _SHARED_SKIPPING if skipped else _SHARED if tie_break else _SHARED_BARE
        yield say(
            words,
            lang,
            names=_cities(equals, lang),
            rank=rank,
            total=number(equals[0].total, lang),
            skipped=listed([f"“{title_of(result, name, lang)}”" for name in skipped], lang),
            without=_cities(without, lang),
        )


def _cities(placed: list[Placed], lang: Language) -> str:
    return listed([each.sheet.standing.name.to(lang) for each in placed], lang)


def _carried(result: Result, lang: Language) -> Iterator[str]:
    """Say once for every set of criteria that does not count who gained what by it."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...], bool], list[str]] = {}
    for each in result.placed:
        for node in (each.sheet.root, *each.sheet.root.nodes()):
            away, missing = _uncounted(node, lang)
            if not node.counts or not (away or missing):
                continue
            gain = f" +{number(node.carried, lang)}" if node.carried is not None else ""
            cities = found.setdefault((away, missing, node.carried is not None), [])
            cities.append(each.sheet.standing.name.to(lang) + gain)
    for (away, missing, carried), cities in found.items():
        parts = [say(_AWAY, lang, items="; ".join(away))] if away else []
        parts += [say(_EXCLUDED, lang, items="; ".join(missing))] if missing else []
        yield " ".join([*parts, say(_CARRIED if carried else _BY_REST, lang, cities=", ".join(cities))])


def _uncounted(node: Node, lang: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name what does not count in a node: what does not apply, and what is missing and excluded."""
    away: list[str] = []
    missing: list[str] = []
    for child in node.children:
        if child.counts or child.weight <= 0:
            continue
        leaves = [child] if isinstance(child, Leaf) else list(child.leaves())
        outcomes = {leaf.outcome for leaf in leaves}
        if len(outcomes) == 1:
            (missing if "missing" in outcomes else away).append(_label(child, lang))
        else:
            away += [short(leaf, lang) for leaf in leaves if leaf.outcome == "not_applicable"]
            missing += [short(leaf, lang) for leaf in leaves if leaf.outcome == "missing"]
    return tuple(away), tuple(missing)


def _label(child: Leaf | Node, lang: Language) -> str:
    if isinstance(child, Leaf):
        return short(child, lang)
    return child.group.name.to(lang) if isinstance(child.group, Group) else ""


def short(leaf: Leaf, lang: Language) -> str:
    """Name a criterion with its code."""
    name = leaf.criterion.name.to(lang)
    return f"{leaf.criterion.code} {name}" if leaf.criterion.code else name


# ---- the same as data ----


def record(result: Result, lang: Language, lock: Proof | Unreadable | None = None) -> dict[str, object]:
    """Return the ranking as the JSON object that is a contract."""
    return {
        "year": result.round.year,
        "illustrative": result.round.illustrative,
        "draft": result.round.draft,
        "points": result.round.criteria.weight,
        "as_of": result.round.criteria.as_of.isoformat(),
        "provisional": result.provisional,
        "ranking": [_row(result, each, lang) for each in result.placed],
        "not_ranked": [
            {
                "member": each.member,
                "name": each.standing.name.to(lang),
                "reason": each.reason,
                "message": why(each, result, lang),
            }
            for each in result.left_out
        ],
        "membership_unknown": [each.id for each in _not_on_record(result)],
        "nominations": list(result.nominations.members),
        "settled_by": result.nominations.settled_by,
        "decided": None if result.decided is None else list(result.decided),
        "decisions_needed": decisions_needed(result),
        "lock": lock.state if lock is not None else None,
        "next": next_record(result.next, lang),
    }


def decisions_needed(result: Result) -> list[dict[str, object]]:
    """List what the meeting must settle."""
    needed: list[dict[str, object]] = []
    if result.nominations.open_seats:
        seats = result.nominations.open_seats
        needed.append({"kind": "tie", "seats": seats.seats, "candidates": list(seats.candidates)})
    if result.next.basis == "none" and result.next.candidates:
        needed.append({"kind": "host", "seats": 1, "candidates": list(result.next.candidates)})
    elif result.next.basis == "proposal" and result.next.host:
        needed.append({"kind": "host", "seats": 1, "candidates": [result.next.host]})
    return needed


def next_record(hosting: Hosting, lang: Language) -> dict[str, object]:
    """Return the next host as data."""
    return {
        "year": hosting.year,
        "host": hosting.host,
        "basis": hosting.basis,
        "theme": hosting.theme.to(lang) if hosting.theme else None,
        "candidates": list(hosting.candidates),
    }


def _row(result: Result, each: Placed, lang: Language) -> dict[str, object]:
    sheet = each.sheet
    groups = [child for child in sheet.root.children if isinstance(child, Node)]
    top = {node.id for node in groups}
    nodes = [node for node in sheet.root.nodes() if node.id not in top]
    return {
        "rank": each.rank,
        "tied": each.tied,
        "tie_break": each.by,
        "member": each.member,
        "name": sheet.standing.name.to(lang),
        "class": sheet.standing.urban_class,
        "total": each.total,
        "self_assessed": result.self_assessed(each.member),
        "groups": {node.id: node.points for node in groups},
        "subgroups": {node.id: node.points for node in nodes},
        "carried": {node.id: node.carried for node in sheet.root.nodes() if node.carried is not None},
        "carried_total": sheet.root.carried,
        "bonuses": sheet.bonus_points,
        "deductions": sheet.deduction_points,
        "criteria": {leaf.id: _leaf(leaf) for leaf in sheet.root.leaves()},
        "eligible": not result.reasons[each.member],
        "nominated": each.member in result.nominations.members,
        "reasons": list(result.reasons[each.member]),
    }


def _leaf(leaf: Leaf) -> dict[str, object]:
    value = leaf.given.value if leaf.outcome == "scored" else None
    return {"value": value, "points": leaf.points, "outcome": leaf.outcome}


def grid(result: Result, lang: Language) -> Grid:
    """Return the ranking as a plain table, those with no place below it."""
    groups = [group.id for group in result.round.criteria.groups]
    status = "illustrative" if result.round.illustrative else "draft" if result.round.draft else "official"
    headings = (
        "rank", "tied", "member", "name", "type", "class", "total", "self_assessed", *groups, "carried",
        "bonuses", "deductions", "eligible", "nominated", "reasons", "status",
    )  # fmt: skip
    rows: list[tuple[str | int | Decimal | None, ...]] = []
    none = Decimal(0).scaleb(-result.round.criteria.decimals)
    for each in result.placed:
        standing, root = each.sheet.standing, each.sheet.root
        rows.append((
            each.rank, _yes(each.tied), each.member, standing.name.to(lang), standing.type, standing.urban_class,
            each.total, result.self_assessed(each.member), *(child.points for child in root.children),
            root.carried or none, each.sheet.bonus_points, each.sheet.deduction_points,
            _yes(not result.reasons[each.member]),
            _yes(each.member in result.nominations.members), " ".join(result.reasons[each.member]), status,
        ))  # fmt: skip
    for out in result.left_out:
        standing = out.standing
        blanks = [None] * (len(groups) + 3)
        rows.append((
            None, None, out.member, standing.name.to(lang), standing.type, standing.urban_class, None, None, *blanks,
            _yes(False), _yes(False), out.reason, status,  # noqa: FBT003
        ))  # fmt: skip
    return Grid(headings, tuple(rows))


def _yes(answer: bool) -> str:  # noqa: FBT001
    return "true" if answer else "false"
