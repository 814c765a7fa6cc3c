"""Many draws: how often each member takes each place, and how often all stays as it is."""

from array import array
from collections.abc import Callable, Sequence

import numpy as np

from taybac_cluster.decide.stability.answers import Decided, Firmness, Plan
from taybac_cluster.decide.stability.field import Bools, Field, Floats, Whole
from taybac_cluster.decide.stability.places import decided_by, is_shared
from taybac_cluster.decide.stability.points import GUARD

_CHUNK = 2**16
"""Cells (draws × members) that are worked on at once: half a megabyte, which stays in a processor's cache."""


def drawn(
    field: Field, plan: Plan, base: Decided, step: Callable[[int], None]
) -> tuple[tuple[Firmness, ...], float, float]:
    """Draw, decide and count: every member's places, and how often all stays as it is."""
    many = len(field.members)
    if not many:
        return (), 1.0, 1.0
    numbers = np.random.Generator(np.random.PCG64(plan.seed))
    kept = _Kept(many, plan.draws)
    nominated = np.zeros(many)
    unchanged = same_order = done = 0
    seats, ranks = _seats_of(field, base), np.array([base.ranks[member] - 1 for member in field.members])
    places = np.arange(many)
    while done < plan.draws:
        rows = min(max(_CHUNK // many, 1), plan.draws - done)
        order, starts, seated = decided_by(field, factors(numbers, plan, rows, field))
        begins = np.maximum.accumulate(np.where(starts, places, 0), axis=1)
        kept.keep(done, order, starts, begins)
        nominated += np.bincount(order.ravel(), weights=seated.ravel(), minlength=many)
        unchanged += int((np.abs(seated - seats[order]) < GUARD).all(axis=1).sum())
        same_order += int((begins == ranks[order]).all(axis=1).sum())
        done += rows
        step(done)
    firm = {
        member: Firmness(member, *kept.places(at), min(float(nominated[at]) / plan.draws, 1.0), many)
        for at, member in enumerate(field.members)
    }
    return tuple(firm[member] for member in base.ranks), unchanged / plan.draws, same_order / plan.draws


class _Kept:
    """The place of every member in every draw, and by how many it is shared: a small number each."""

    def __init__(self, many: int, draws: int) -> None:
        kind = np.uint16 if many < 2**16 else np.uint32
        self.many, self.draws = many, draws
        self.first = np.empty((many, draws), kind)
        self.sharing = np.ones((many, draws), kind)

    def keep(self, done: int, order: Whole, starts: Bools, begins: Whole) -> None:
        """Keep some draws more, in the order of their places."""
        draws = np.arange(done, done + len(order))[:, None]
        self.first[order, draws] = begins
        spots = np.flatnonzero(is_shared(starts))
        if spots.size:
            runs = np.cumsum(starts.ravel()[spots]) - 1
            self.sharing[order.ravel()[spots], done + spots // self.many] = np.bincount(runs)[runs]

    def places(self, at: int) -> tuple[Sequence[int], Sequence[float]]:
        """Return the places that a member took, and the share of the draws in each.

        1/k in each of k shared places is counted as a rise at the first and a fall after the last.
        """
        first, sharing = self.first[at].astype(np.intp), self.sharing[at].astype(np.intp)
        shared = sharing > 1
        counted = np.bincount(first[~shared], minlength=self.many).astype(float)
        if shared.any():
            begin, size = first[shared], sharing[shared]
            rises = np.bincount(begin, weights=1 / size, minlength=self.many + 1)
            tied = np.cumsum(rises - np.bincount(begin + size, weights=1 / size, minlength=self.many + 1))[: self.many]
            counted += np.where(tied > GUARD, tied, 0)
        taken = np.flatnonzero(counted)
        return array("I", (taken + 1).tolist()), array("d", (counted[taken] / self.draws).tolist())


def factors(numbers: np.random.Generator, plan: Plan, rows: int, field: Field) -> Floats:
    """Draw points that add up to the set's: around the typed ones, or uniformly on the simplex."""
    shape = rows, len(field.points)
    if plan.method == "free":
        drawn: Floats = numbers.standard_exponential(shape)
    else:
        drawn = field.points * numbers.uniform(1 - plan.percent / 100, 1 + plan.percent / 100, shape)
    rescaled: Floats = drawn * (field.full / drawn.sum(axis=1, keepdims=True))
    return rescaled


def _seats_of(field: Field, base: Decided) -> Floats:
    seats = dict.fromkeys(base.members, 1.0)
    if base.open_seats is not None:
        part = base.open_seats.seats / len(base.open_seats.candidates)
        seats |= dict.fromkeys(base.open_seats.candidates, part)
    return np.array([seats.get(member, 0.0) for member in field.members])
