"""Many draws: how often each member takes each place, and how often all stays as it is."""

from collections.abc import Callable

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
    counted = np.zeros((many, many))
    parted = np.zeros((many, many + 1))
    nominated = np.zeros(many)
    unchanged = same_order = done = 0
    seats, ranks = _seats_of(field, base), np.array([base.ranks[member] - 1 for member in field.members])
    places = np.arange(many)
    while done < plan.draws:
        rows = min(max(_CHUNK // many, 1), plan.draws - done)
        order, starts, seated = decided_by(field, factors(numbers, plan, rows, field))
        begins = np.maximum.accumulate(np.where(starts, places, 0), axis=1)
        shared = is_shared(starts)
        cells = order * many + begins
        counted += np.bincount(cells[~shared], minlength=many * many).reshape(many, many)
        _share_out(parted, order, starts, begins, shared)
        nominated += np.bincount(order.ravel(), weights=seated.ravel(), minlength=many)
        unchanged += int((np.abs(seated - seats[order]) < GUARD).all(axis=1).sum())
        same_order += int((begins == ranks[order]).all(axis=1).sum())
        done += rows
        step(done)
    tied = np.cumsum(parted, axis=1)[:, :many]
    counted += np.where(tied > GUARD, tied, 0)
    shares = counted / plan.draws
    firm = {
        member: Firmness(
            member,
            tuple(shares[at].tolist()),
            min(float(nominated[at]) / plan.draws, 1.0),
            *(int(each) + 1 for each in np.flatnonzero(counted[at])[[0, -1]]),
        )
        for at, member in enumerate(field.members)
    }
    return tuple(firm[member] for member in base.ranks), unchanged / plan.draws, same_order / plan.draws


def _share_out(parted: Floats, order: Whole, starts: Bools, begins: Whole, shared: Bools) -> None:
    """Add 1/k for each of the k places that k members share, as a rise at the first and a fall after the last."""
    spots = np.flatnonzero(shared)
    if not spots.size:
        return
    runs = np.cumsum(starts.ravel()[spots]) - 1
    sizes = np.bincount(runs)[runs]
    members, first = order.ravel()[spots], begins.ravel()[spots]
    width = parted.shape[1]
    for at, sign in ((first, 1), (first + sizes, -1)):
        parted += np.bincount(members * width + at, weights=sign / sizes, minlength=parted.size).reshape(parted.shape)


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
