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
    "{names} đồng hạng {rank} ({total} điểm): các tiêu chí phụ cũng bằng nhau.",
    "{names} share place {rank} ({total}): equal on every tie-break too.",
)
_SHARED_SKIPPING = Words(
    "{names} đồng hạng {rank} ({total} điểm): các tiêu chí phụ dùng được cũng bằng nhau; không xét {skipped} vì không "
    "áp dụng cho {without}.",
    "{names} share place {rank} ({total}): equal on every tie-break that can be used; {skipped} is not used, because "
    "it does not apply to {without}.",
)
_SHARED_BARE = Words("{names} đồng hạng {rank} ({total} điểm).", "{names} share place {rank} ({total}).")
_AWAY = Words("Không áp dụng: {items}.", "Not applicable: {items}.")
_EXCLUDED = Words("Thiếu số liệu, không đưa vào phép tính: {items}.", "Missing and left out of the count: {items}.")
_CARRIED = Words(
    "Điểm quy đổi theo phần còn lại của nhóm: {cities}.", "Points carried by the rest of the group: {cities}."
)
_BY_REST = Words("Tính theo phần còn lại của nhóm: {cities}.", "Scored by the rest of the group: {cities}.")
_ZEROED = Words("Thiếu số liệu, tính 0 điểm: {items}.", "Missing, counted as 0 points: {items}.")
_CLAIMED = Words("Điểm cộng tự chấm, chưa thẩm định: {items}.", "Bonuses claimed, not appraised: {items}.")
_ITEM = Words("{item} ({names})", "{item} ({names})")
_NO_CLASS = Words(
    "Chưa rõ loại đô thị: {names}. Chấm theo thang chung; tiêu chí giới hạn theo loại đô thị không áp dụng.",
    "Class not known: {names}. Scored by the common scale; criteria limited to classes do not apply.",
)
_NOT_ON_RECORD = Words(
    "Chưa có căn cứ là thành viên vào thời điểm xét: {names}.", "Not on record as members on the day: {names}."
)


def how(result: Result, lang: Language) -> Iterator[str]:
    """Yield every assumption and rule that made a difference, each once with the cities that it concerns."""
    yield from _ties(result, lang)
    yield from _carried(result, lang)
    for words, found in ((_ZEROED, _zeroed(result, lang)), (_CLAIMED, _claimed(result, lang))):
        if found:
            items = (say(_ITEM, lang, item=item, names=", ".join(cities)) for item, cities in found.items())
            yield say(words, lang, items="; ".join(items))
    scored = [each.sheet.standing for each in result.placed]
    scored += [each.standing for each in result.left_out if each.sheet is not None]
    unclassed = [each.name.to(lang) for each in scored if each.urban_class is None]
    if unclassed and _class_matters(result):
        yield say(_NO_CLASS, lang, names=listed(unclassed, lang))
    unknown = [each.name.to(lang) for each in not_on_record(result)]
    if unknown:
        yield say(_NOT_ON_RECORD, lang, names=listed(unknown, lang))


def broken_tie(result: Result, first: Placed, second: Placed, lang: Language) -> str:
    """Say by which id one city stands above another of the same total."""
    return say(
        _BROKEN, lang,
        first=_cities([first], lang), second=_cities([second], lang), total=number(first.total, lang),
        by=title_of(result, second.above_by or "", lang),
    )  # fmt: skip


def not_on_record(result: Result) -> list[Standing]:
    """Return those of whom it is not known whether they are members on the day."""
    return [each for each in result.round.standings.values() if each.membership == "unknown"]


def _zeroed(result: Result, lang: Language) -> dict[str, list[str]]:
    """Return the criteria that count as 0 because the value is missing, with the cities."""
    found: dict[str, list[str]] = {}
    for each in result.placed:
        for leaf in each.sheet.root.leaves():
            if leaf.outcome == "missing" and leaf.counts:
                found.setdefault(short(leaf, lang), []).append(each.sheet.standing.name.to(lang))
    return found


def _claimed(result: Result, lang: Language) -> dict[str, list[str]]:
    """Return the bonuses that count and that nobody has appraised, with the cities."""
    found: dict[str, list[str]] = {}
    for each in result.placed:
        for item in each.sheet.bonuses:
            if item.granted and not item.appraised:
                title = f"{item.name.to(lang)} +{number(item.points, lang)}"
                found.setdefault(title, []).append(each.sheet.standing.name.to(lang))
    return found


def _class_matters(result: Result) -> bool:
    return any(each.per_class or each.applies_to for each in result.round.criteria.criteria.values())


def _ties(result: Result, lang: Language) -> Iterator[str]:
    for before, after in itertools.pairwise(result.placed):
        if after.above_by and before.rank != after.rank:
            yield broken_tie(result, before, after, lang)
    shared: dict[int, list[Placed]] = {}
    for each in result.placed:
        if each.tied:
            shared.setdefault(each.rank, []).append(each)
    for equals in shared.values():
        yield _shared(result, equals, lang)


def _shared(result: Result, equals: list[Placed], lang: Language) -> str:
    """Say that cities share a place, and which ids of the tie-break could not be used."""
    tie_break = result.round.criteria.ranking.tie_break
    skipped = [name for name in tie_break if any(each.sheet.printed_points(name) is None for each in equals)]
    without = [each for each in equals if any(each.sheet.printed_points(name) is None for name in skipped)]
    return say(
        _SHARED_SKIPPING if skipped else _SHARED if tie_break else _SHARED_BARE, lang,
        names=_cities(equals, lang), rank=equals[0].rank, total=number(equals[0].total, lang),
        skipped=listed([f"“{title_of(result, name, lang)}”" for name in skipped], lang),
        without=_cities(without, lang),
    )  # fmt: skip


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
