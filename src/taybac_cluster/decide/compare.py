"""Two years side by side: what rose and fell, and by which criteria; what one year has and the other has not.

Things are matched by id, never by name or order. Points are compared as shares of their own year's weight, so that two
sets of other points can be told apart from two results.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from taybac_cluster.decide.rank import LeftOut, Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Leaf, Node
from taybac_cluster.model.criteria import Adjustments, CriteriaSet, Criterion

Difference = Literal["points", "scale", "applies_to", "missing"]
RuleOf = Literal["combine", "decimals", "bonuses", "deductions", "gates", "ranking", "nomination"]


class Move(NamedTuple):
    """One group or criterion of one city: its share of its weight in both years, 0 to 1."""

    id: str
    before: Fraction
    after: Fraction
    weight: Fraction
    """The later year's points of it, in per cent of that year's."""

    @property
    def change(self) -> Fraction:
        """How much the share rose."""
        return self.after - self.before

    @property
    def worth(self) -> Fraction:
        """What that is worth in the later year, in per cent of its points."""
        return self.change * self.weight


class City(NamedTuple):
    """One city that is ranked in both years."""

    member: str
    before: Placed
    after: Placed
    percents: tuple[Fraction, Fraction]
    """Its totals in per cent of the points of each year."""
    groups: tuple[Move, ...]
    criteria: tuple[Move, ...]
    """Those that count in both years, what is worth most first, up or down."""

    @property
    def change(self) -> Fraction:
        """How much the total rose, in per cent of the points."""
        return self.percents[1] - self.percents[0]

    @property
    def climbed(self) -> int:
        """How many places it went up; negative for down."""
        return self.before.rank - self.after.rank


class OneYear(NamedTuple):
    """A city that is ranked in one of the years only; why not in the other: None where it was no member."""

    member: str
    placed: Placed
    first: bool
    """Whether it is ranked in the first of the two years."""
    reason: LeftOut | None


class Altered(NamedTuple):
    """A criterion of both years that is not measured alike."""

    id: str
    differences: tuple[Difference, ...]


class Comparison(NamedTuple):
    """Two results, and what became of the cities from one to the other."""

    before: Result
    after: Result
    cities: tuple[City, ...]
    """Those ranked in both years, in the order of the later ranking."""
    one_year: tuple[OneYear, ...]
    only_before: tuple[str, ...]
    """The criteria that exist in the first year only."""
    only_after: tuple[str, ...]
    altered: tuple[Altered, ...]
    rules: tuple[RuleOf, ...]
    """The rules of the sets as wholes that are not alike."""
    groups: tuple[str, ...]
    """The top-level groups of both years."""

    @property
    def shared(self) -> bool:
        """Whether any criterion is in both years: if none is, totals do not measure the same thing at all."""
        return any(name in self.after.round.criteria.criteria for name in self.before.round.criteria.criteria)

    @property
    def in_points(self) -> bool:
        """Whether both years have the same points, so that totals can be compared as they are."""
        return self.before.round.criteria.weight == self.after.round.criteria.weight


def compare(before: Result, after: Result) -> Comparison:
    """Lay two years side by side, the first as the earlier one."""
    first, second = before.round.criteria, after.round.criteria
    old, new = ({each.member: each for each in result.placed} for result in (before, after))
    tops = {group.id for group in second.groups}
    return Comparison(
        before,
        after,
        tuple(_city(old[member], each, first, second) for member, each in new.items() if member in old),
        tuple(
            [_once(each, after, first=True) for member, each in old.items() if member not in new]
            + [_once(each, before, first=False) for member, each in new.items() if member not in old]
        ),
        tuple(name for name in first.criteria if name not in second.criteria),
        tuple(name for name in second.criteria if name not in first.criteria),
        tuple(_altered(first, second)),
        tuple(_rules(first, second)),
        tuple(group.id for group in first.groups if group.id in tops),
    )


def _once(placed: Placed, other: Result, *, first: bool) -> OneYear:
    reason = next((each for each in other.left_out if each.member == placed.member), None)
    return OneYear(placed.member, placed, first, reason)


def _city(before: Placed, after: Placed, first: CriteriaSet, second: CriteriaSet) -> City:
    full = Fraction(second.weight)
    criteria = _moves(_leaves(before), _leaves(after), full)
    return City(
        after.member,
        before,
        after,
        (_percent(before, first), _percent(after, second)),
        tuple(_moves(_tops(before), _tops(after), full)),
        tuple(sorted(criteria, key=lambda move: (-abs(move.worth), move.id))),
    )


def _percent(placed: Placed, criteria: CriteriaSet) -> Fraction:
    return 100 * Fraction(placed.total) / Fraction(criteria.weight) if criteria.weight else Fraction(0)


def _leaves(placed: Placed) -> dict[str, Leaf | Node]:
    return {leaf.id: leaf for leaf in placed.sheet.root.leaves()}


def _tops(placed: Placed) -> dict[str, Leaf | Node]:
    return {child.id: child for child in placed.sheet.root.children}


def _moves(before: Mapping[str, Leaf | Node], after: Mapping[str, Leaf | Node], full: Fraction) -> list[Move]:
    found = []
    for name, now in after.items():
        old, new = (_share(before[name]) if name in before else None), _share(now)
        if old is not None and new is not None and full:
            found.append(Move(name, old, new, 100 * Fraction(now.weight) / full))
    return found


def _share(part: Leaf | Node) -> Fraction | None:
    """Return the printed points as a share of the weight; the exact share where none are printed."""
    if part.share is None or not part.weight:
        return None
    return part.share if part.points is None else Fraction(part.points) / Fraction(part.weight)


def _altered(first: CriteriaSet, second: CriteriaSet) -> list[Altered]:
    found = []
    for name, new in second.criteria.items():
        if name in first.criteria:
            differences = _differences(first.criteria[name], new)
            if first.policies[name] != second.policies[name]:
                differences.append("missing")
            if differences:
                found.append(Altered(name, tuple(differences)))
    return found


def _rules(first: CriteriaSet, second: CriteriaSet) -> Iterator[RuleOf]:
    combines = [{"": each.combine} | {group.id: group.combine for _, group in each.nodes()} for each in (first, second)]
    if any(combines[0][name] != combines[1][name] for name in combines[0].keys() & combines[1].keys()):
        yield "combine"
    if first.decimals != second.decimals:
        yield "decimals"
    if _adjustments(first.bonuses) != _adjustments(second.bonuses):
        yield "bonuses"
    if _adjustments(first.deductions) != _adjustments(second.deductions):
        yield "deductions"
    if {gate.id for gate in first.gates} != {gate.id for gate in second.gates}:
        yield "gates"
    if first.ranking != second.ranking:
        yield "ranking"
    if first.nomination != second.nomination:
        yield "nomination"


def _adjustments(adjustments: Adjustments) -> tuple[Decimal | None, dict[str, Decimal]]:
    return adjustments.cap, {item.id: item.points for item in adjustments.items}


def _differences(old: Criterion, new: Criterion) -> list[Difference]:
    found: list[Difference] = []
    if old.points != new.points:
        found.append("points")
    if old.scale != new.scale or old.per_class != new.per_class:
        found.append("scale")
    if old.applies_to != new.applies_to:
        found.append("applies_to")
    return found
