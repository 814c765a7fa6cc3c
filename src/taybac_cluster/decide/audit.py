"""What a criteria set really does: how much each criterion decides, and which of them say the same or nothing.

A criterion decides by how far it sets the cities apart, not by its points alone: one of ten points on which all are
equal decides nothing. Its spread is the standard deviation (of the whole, not of a sample) of the shares of those
ranked on whom it counts, times its points; its part is that over the sum of all spreads. Two criteria move together by
Spearman's rank correlation, equals at their mean place: 1 where they put the cities in the same order.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import sqrt
from typing import NamedTuple, Self

from taybac_cluster.decide.result import Result

FEWEST = 4
"""Two criteria are compared only where both count on at least so many cities."""
ALWAYS = 1 - 1e-12
"""From this correlation on, two criteria are said to put the cities in the same order."""


class Weighed(NamedTuple):
    """One criterion: what it was to decide by its points, and what it does decide."""

    id: str
    points: Fraction
    """Its part of the set's points, 0 to 1."""
    decides: float
    """Its part of all spread, 0 to 1; 0 where all are equal."""
    spread: float
    """The standard deviation of its points."""
    cities: int
    """On how many of those ranked it counts."""
    lowest: Fraction | None
    """The lowest share of its points that a city has, 0 to 1; None where it counts on nobody."""
    highest: Fraction | None

    @property
    def equal(self) -> bool:
        """Whether two cities or more have it, and all the same."""
        return self.cities > 1 and self.lowest == self.highest


class Pair(NamedTuple):
    """Two criteria, how alike they order the cities (-1 to 1), and how many cities have both."""

    first: str
    second: str
    correlation: float
    cities: int

    @property
    def together(self) -> bool:
        """Whether they put the cities in the same order."""
        return self.correlation >= ALWAYS

    @property
    def opposite(self) -> bool:
        """Whether they put the cities in opposite orders."""
        return self.correlation <= -ALWAYS


class Audit(NamedTuple):
    """What the set of a round does to those ranked in it."""

    result: Result
    criteria: tuple[Weighed, ...]
    """What decides most first."""
    pairs: tuple[Pair, ...]
    """All pairs that can be compared, the most alike first."""


def audit(result: Result) -> Audit:
    """Weigh the criteria set of a year by what it did to those ranked."""
    shares = _shares(result)
    criteria, full = result.round.criteria.criteria, Fraction(result.round.criteria.weight)
    spreads = {name: _deviation(list(shares[name].values())) * float(each.points) for name, each in criteria.items()}
    whole = sum(spreads.values())
    weighed = [
        Weighed(
            name,
            Fraction(each.points) / full if full else Fraction(0),
            spreads[name] / whole if whole else 0.0,
            spreads[name],
            len(shares[name]),
            min(shares[name].values(), default=None),
            max(shares[name].values(), default=None),
        )
        for name, each in criteria.items()
    ]
    weighed.sort(key=lambda each: (-each.decides, -each.points, each.id))
    ordered = {name: _Ordered.of(found) for name, found in shares.items()}
    pairs = [pair for one, two in combinations(criteria, 2) if (pair := _pair(one, two, ordered)) is not None]
    pairs.sort(key=lambda pair: (-pair.correlation, pair.first, pair.second))
    return Audit(result, tuple(weighed), tuple(pairs))


def _shares(result: Result) -> dict[str, dict[str, Fraction]]:
    """Return the share of every criterion that counts, by criterion and member."""
    found: dict[str, dict[str, Fraction]] = {name: {} for name in result.round.criteria.criteria}
    for each in result.placed:
        for leaf in each.sheet.root.leaves():
            if leaf.share is not None:
                found[leaf.id][each.member] = leaf.share
    return found


def _deviation(values: Sequence[Fraction]) -> float:
    """Return the standard deviation; exactly 0 where all are equal."""
    if not values or min(values) == max(values):
        return 0.0
    mean = sum(values, Fraction(0)) / len(values)
    return sqrt(sum((float(value - mean)) ** 2 for value in values) / len(values))


class _Ordered(NamedTuple):
    """A criterion's shares by member, and its places over all that have it."""

    shares: Mapping[str, float]
    places: Mapping[str, float]

    @classmethod
    def of(cls, shares: Mapping[str, Fraction]) -> Self:
        floats = {member: float(share) for member, share in shares.items()}
        return cls(floats, dict(zip(floats, _places(list(floats.values())), strict=True)))

    def among(self, members: Sequence[str]) -> list[float]:
        """Return the places of some members among themselves."""
        if len(members) == len(self.shares):
            return [self.places[member] for member in members]
        return _places([self.shares[member] for member in members])


def _pair(one: str, two: str, ordered: Mapping[str, _Ordered]) -> Pair | None:
    """Correlate two criteria over the cities that have both; None where too few do, or where one is equal for all."""
    both = [member for member in ordered[one].shares if member in ordered[two].shares]
    if len(both) < FEWEST:
        return None
    first, second = ordered[one].among(both), ordered[two].among(both)
    middle = (len(both) - 1) / 2
    across = sum((a - middle) * (b - middle) for a, b in zip(first, second, strict=True))
    own = sum((a - middle) ** 2 for a in first) * sum((b - middle) ** 2 for b in second)
    return Pair(one, two, across / sqrt(own), len(both)) if own else None


def _places(values: Sequence[float]) -> list[float]:
    """Return the place of each value from 0, equals at their mean place."""
    order = sorted(range(len(values)), key=values.__getitem__)
    places = [0.0] * len(values)
    at = 0
    while at < len(order):
        stop = at
        while stop < len(order) and values[order[stop]] == values[order[at]]:
            stop += 1
        for each in order[at:stop]:
            places[each] = (at + stop - 1) / 2
        at = stop
    return places
