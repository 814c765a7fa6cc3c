"""Tries of what cities leave open: as many as could matter, up to a limit."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from taybac_cluster.decide.again import Again
from taybac_cluster.decide.doubts.found import Change, Found
from taybac_cluster.decide.nominate import Nominations
from taybac_cluster.decide.result import Result

MOST_TRIES = 200
MOST_SHEETS = 2500
"""A try that moves the points of others takes a sheet for each of them."""


class Outcome(NamedTuple):
    """What some tries of a doubt come to: other nominations, or none where nothing changes or nothing was tried."""

    assumed: tuple[str, ...]
    nominations: Nominations | None = None


class Trying:
    """Makes the tries of one result, those nearest to the cut first."""

    def __init__(self, result: Result) -> None:
        self.result, self.again = result, Again(result)
        self.made = self.untried = 0
        rule = result.round.criteria.nomination
        self.quota = rule.quota if rule is not None else 0
        self.least = self.again.least_in
        self.totals = {name: sheet.total for name, sheet in result.sheets.items()}

    def all(self, founds: Sequence[Found]) -> list[list[Outcome]]:
        """Return the outcomes of each doubt, in the order given."""
        outcomes: list[list[Outcome]] = [[] for _ in founds]
        for at in sorted(range(len(founds)), key=lambda at: self._distance(founds[at])):
            outcomes[at] = self._outcomes(founds[at])
        return outcomes

    def _distance(self, found: Found) -> Decimal:
        total = self.totals[found.member]
        return Decimal(0) if total is None else abs(total - self.least)

    def _outcomes(self, found: Found) -> list[Outcome]:
        """Try one doubt: an outcome for each way in which it changes the nominations, else one in which it does not."""
        changing: list[tuple[Nominations, list[str]]] = []
        names = [each.assumed for each in found.tries if each.assumed is not None]
        for each in found.tries if self._could_matter(found) else ():
            then = self._tried(found, each.change) if each.change is not None else None
            if then is None or same(then, self.result.nominations):
                continue
            like = next((assumed for other, assumed in changing if same(other, then)), None)
            if like is None:
                changing.append((then, like := []))
            like += [each.assumed] if each.assumed is not None else []
        if not changing:
            return [Outcome(tuple(names))]
        return [Outcome(tuple(assumed), then) for then, assumed in changing]

    def _could_matter(self, found: Found) -> bool:
        """Whether the city could reach the cut; who stays below the last one in changes nothing."""
        if self.quota <= 0:
            return False
        total = self.totals[found.member]
        return found.moves_others or found.swing is None or total is None or total + found.swing >= self.least

    def _tried(self, found: Found, change: Change) -> Nominations | None:
        if self.made >= MOST_TRIES or self.again.scored >= MOST_SHEETS:
            self.untried += 1
            return None
        self.made += 1
        return self.again.nominations(change(self.result.round), found.member)


def same(one: Nominations, other: Nominations) -> bool:
    """Whether the same members are nominated, and the same stand for open seats; their order does not count."""
    return set(one.members) == set(other.members) and _candidates(one) == _candidates(other)


def _candidates(found: Nominations) -> set[str]:
    return set(found.open_seats.candidates) if found.open_seats else set()
