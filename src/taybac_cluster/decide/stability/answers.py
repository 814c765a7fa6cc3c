"""The answers of a stability run: what was drawn, and the result of the draws."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, Self

from taybac_cluster.decide.nominate import OpenSeats
from taybac_cluster.decide.result import Result

Method = Literal["around", "free"]

PERCENT = 30.0
DRAWS = 10_000
SEED = 1


class Plan(NamedTuple):
    """What is drawn: how many draws, how far around the typed points (0 to 100 %), from which seed (PCG64)."""

    method: Method = "around"
    percent: float = PERCENT
    draws: int = DRAWS
    seed: int = SEED


class Firmness(NamedTuple):
    """One member over all draws; a place shared by k members counts 1/k in each of its k places."""

    member: str
    places: Sequence[int]
    """Every place that it ever took, rising."""
    shares: Sequence[float]
    """The share of the draws in each of them; adds up to 1."""
    nominated: float
    """The share of the draws in which it is put forward; an open seat counts its part for each candidate."""
    of: int
    """How many members are ranked."""

    @property
    def rank_low(self) -> int:
        """The best place it ever took."""
        return self.places[0]

    @property
    def rank_high(self) -> int:
        """The worst place it ever took."""
        return self.places[-1]

    @property
    def rank_shares(self) -> tuple[float, ...]:
        """The share of the draws in place 1, 2, … to the last; adds up to 1."""
        found = dict(zip(self.places, self.shares, strict=True))
        return tuple(found.get(place, 0.0) for place in range(1, self.of + 1))


class Decided(NamedTuple):
    """Who is where and who is put forward, under one way of scoring."""

    ranks: Mapping[str, int]
    members: tuple[str, ...]
    open_seats: OpenSeats | None = None

    def same(self, other: Self) -> bool:
        """Whether the same are put forward, and the same seats left open between the same."""
        return set(self.members) == set(other.members) and _seats(self) == _seats(other)

    def entered(self, base: Self) -> tuple[str, ...]:
        """Return who is put forward here and was not there."""
        return tuple(member for member in self.members if member not in base.members)

    def moved(self, base: Self) -> int:
        """Return how many members have another place than there, or a place only here or there."""
        everyone = self.ranks.keys() | base.ranks.keys()
        return sum(self.ranks.get(member) != base.ranks.get(member) for member in everyone)


def _seats(decided: Decided) -> tuple[int, frozenset[str]]:
    seats = decided.open_seats
    return (seats.seats, frozenset(seats.candidates)) if seats else (0, frozenset())


class Variant(NamedTuple):
    """The decision with something left out (`criterion`, `group`), or scored otherwise (`own`, `class`)."""

    kind: Literal["criterion", "group", "own", "class"]
    ids: tuple[str, ...]
    decided: Decided
    changed: bool
    """Whether others are put forward, or other seats are open."""


class Stability(NamedTuple):
    """How firm the decision of a round is."""

    result: Result
    plan: Plan
    base: Decided
    members: tuple[Firmness, ...]
    """Those ranked, in the order of the ranking."""
    unchanged: float
    """The share of the draws that put forward exactly the same."""
    same_order: float
    """The share of the draws in which every place is the same."""
    left_out: tuple[Variant, ...]
    own: Variant | None
    """As the cities assessed themselves; None where nothing was appraised."""
    classes: tuple[Variant, ...]
    """Every city scored as if of one class; classes that the set treats alike are one variant."""
