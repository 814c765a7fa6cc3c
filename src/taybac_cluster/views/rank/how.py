"""How places came about: every assumption and rule that made a difference."""

import itertools
from collections.abc import Iterator

from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Leaf, Node
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.criteria import Group
from taybac_cluster.model.members import Standing
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import short, title_of
from taybac_cluster.views.words import listed, number, say

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


def how(result: Result, lang: Language) -> Iterator[str]:
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
    unknown = [each.name.to(lang) for each in not_on_record(result)]
    if unknown:
        yield say(_NOT_ON_RECORD, lang, names=listed(unknown, lang))


def not_on_record(result: Result) -> list[Standing]:
    """Return those of whom it is not known whether they are members on the day."""
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
