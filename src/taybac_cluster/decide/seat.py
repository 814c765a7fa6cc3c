"""How far a member is from the last seat, and two members side by side."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import NONE, Leaf, Node, Sheet


class Seat(NamedTuple):
    """The points between a member and the last seat: negative where it is nominated, against the first left out."""

    gap: Decimal
    holder: str | None
    """Who has that seat, or is the first left out; None where several share the place, and where the seat is open."""
    by: str | None = None
    """For a gap of 0: `tie_break:ID` or `vote`."""


def seat(result: Result, member: str) -> Seat | None:
    """Return how far a member is from the last seat; None where it cannot have one, or all that can have one."""
    found = result.nominations
    eligible = result.eligible
    mine = result.places.get(member)
    rule = result.round.criteria.nomination
    if mine is None or result.reasons[member] or rule is None or not 0 < rule.quota < len(eligible):
        return None
    if found.open_seats is not None:
        tied = next(each for each in eligible if each.member in found.open_seats.candidates)
        gap = tied.total - mine.total
        return Seat(gap, None, _by(result, mine, [tied]) if gap == 0 else None)
    nominated = member in found.members
    others = [each for each in eligible if (each.member in found.members) != nominated]
    if not others:
        return None
    edge = others[0] if nominated else others[-1]
    there = [each for each in others if each.rank == edge.rank]
    gap = edge.total - mine.total
    return Seat(gap, edge.member if len(there) == 1 else None, _by(result, mine, there) if gap == 0 else None)


def _by(result: Result, mine: Placed, others: Sequence[Placed]) -> str:
    """Return what separates members of one total: the tie-break id that put one of them ahead, else the vote."""
    if mine.rank == others[0].rank:
        return "vote"
    low, high = sorted((mine.rank, others[0].rank))
    order = result.round.criteria.ranking.tie_break
    between = {each.above_by for each in result.placed if low < each.rank <= high}
    return next(f"tie_break:{name}" for name in order if name in between)


Line = Literal["group", "criterion", "carried", "bonuses", "deductions", "total"]
"""What the points of two members are compared on."""


class Pair(NamedTuple):
    """The points of two members on one thing; None: it has none of its own there."""

    mine: Decimal | None
    its: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """By how much the first has more."""
        return None if self.mine is None or self.its is None else self.mine - self.its


class Against(NamedTuple):
    """Two members criterion by criterion, in the order of the set."""

    member: str
    criteria: dict[str, Pair]
    groups: dict[str, Pair]
    carried: dict[str, Pair]
    """What is carried inside each top-level group and, under no id, at the root; left out where neither carries."""
    bonuses: Pair
    deductions: Pair
    total: Pair

    def lines(self, root: Node) -> Iterator[tuple[Line, str, Pair]]:
        """Yield what adds up to the total, in the order of the tree of either member, each group before its parts."""
        for node in root.children:
            if node.id in self.groups:
                yield "group", node.id, self.groups[node.id]
            leaves = node.leaves() if isinstance(node, Node) else (node,)
            yield from (("criterion", leaf.id, self.criteria[leaf.id]) for leaf in leaves)
            if node.id in self.carried:
                yield "carried", node.id, self.carried[node.id]
        if root.id in self.carried:
            yield "carried", root.id, self.carried[root.id]
        yield "bonuses", "", self.bonuses
        yield "deductions", "", self.deductions
        yield "total", "", self.total


def against(result: Result, member: str, other: str) -> Against | None:
    """Compare two members; None where one has no score."""
    if member not in result.sheets or other not in result.sheets:
        return None
    mine, its = result.sheets[member], result.sheets[other]
    return Against(
        other,
        _pairs(list(mine.root.leaves()), list(its.root.leaves())),
        _pairs(_top(mine), _top(its)),
        _carried(mine.root, its.root),
        Pair(mine.bonus_points, its.bonus_points),
        Pair(mine.deduction_points, its.deduction_points),
        Pair(mine.total, its.total),
    )


def _top(sheet: Sheet) -> list[Node]:
    return [child for child in sheet.root.children if isinstance(child, Node)]


def _carried(mine: Node, its: Node) -> dict[str, Pair]:
    """Pair what is carried; without it the points of the criteria do not add up to those of their group."""
    pairs = {
        one.id: Pair(_carried_in(one), _carried_in(other))
        for one, other in zip(mine.children, its.children, strict=True)
        if isinstance(one, Node) and isinstance(other, Node)
    }
    pairs[mine.id] = Pair(mine.carried or NONE, its.carried or NONE)
    return {name: pair for name, pair in pairs.items() if any(pair)}


def _carried_in(node: Node) -> Decimal:
    return sum((each.carried for each in (node, *node.nodes()) if each.carried is not None), NONE)


def _pairs(mine: Sequence[Leaf | Node], its: Sequence[Leaf | Node]) -> dict[str, Pair]:
    points = {each.id: each.points for each in its}
    return {each.id: Pair(each.points, points[each.id]) for each in mine}
