"""Every row of weights decided: places, tie-breaks, who is eligible, who has a seat."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from taybac_cluster.decide.nominate import OpenSeats
from taybac_cluster.decide.stability.answers import Decided
from taybac_cluster.decide.stability.field import Bools, Field, Floats, NodeShares, Whole
from taybac_cluster.decide.stability.points import GUARD, rounded, value_of

_ALIKE = 12
"""Digits to which two shares are compared where no points are printed."""


class Outcome(NamedTuple):
    """Draws decided: in each row the members in the order of their places."""

    order: Whole
    starts: Bools
    """Where a new place begins."""
    nominated: Floats
    """How much of a seat each has, in the same order: 1, 0, or its part of open ones."""


def decided_by(field: Field, weights: Floats) -> Outcome:
    """Decide every row of weights, one for each column of the field."""
    kept: dict[str, Floats] = {}
    points = value_of(field.root, field, weights, kept)
    if field.root.combine != "sum":
        points = rounded(points * (weights.sum(axis=1)[:, None] * field.unit), field)
    totals = np.maximum(points + field.adjust, 0)
    order, starts = _placed(field, totals, kept)
    eligible = np.take_along_axis(_eligible(field, weights, totals, kept), order, axis=1)
    return Outcome(order, starts, _seated(field, order, starts, eligible))


def _placed(field: Field, totals: Floats, kept: Mapping[str, Floats]) -> tuple[Whole, Bools]:
    """Order every row by total, equals by the tie-breaks; an id that one of the tied does not have is skipped."""
    order = np.argsort(-totals, axis=1, kind="stable")
    ordered = np.take_along_axis(totals, order, axis=1)
    starts = np.ones(order.shape, bool)
    starts[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    spots = np.flatnonzero(is_shared(starts))
    if not spots.size:
        return order, starts
    draws, members, begins = spots // order.shape[1], order.ravel()[spots], starts.ravel()[spots]
    for name, fixed, has in field.ties:
        worth = fixed if fixed is not None else kept.get(name)
        if worth is None:
            continue
        runs = np.cumsum(begins) - 1
        complete = np.bincount(runs, weights=~has[members]) == 0
        values = np.broadcast_to(worth, totals.shape)[draws, members]
        values = np.where(complete[runs], np.round(values, _ALIKE), 0)
        by = np.lexsort((-values, runs))
        members, values = members[by], values[by]
        begins[1:] = (runs[1:] != runs[:-1]) | (values[1:] != values[:-1])
    order.ravel()[spots], starts.ravel()[spots] = members, begins
    return order, starts


def is_shared(starts: Bools) -> Bools:
    """Return who shares a place: who begins none, or is followed by one who begins none."""
    ends = np.ones(starts.shape, bool)
    ends[:, :-1] = starts[:, 1:]
    return ~(starts & ends)


def _eligible(field: Field, weights: Floats, totals: Floats, kept: Mapping[str, Floats]) -> Bools:
    """Return who passes the gates, reaches `min_points`, and `min_group_percent` of every top-level group as drawn."""
    eligible = np.broadcast_to(field.passes, totals.shape).copy()
    rule = field.criteria.nomination
    if rule is None:
        return eligible
    if rule.min_points is not None:
        eligible &= totals >= float(rule.min_points) * field.unit - GUARD
    if rule.min_group_percent is not None:
        least = float(rule.min_group_percent) / 100 - GUARD
        for child in field.root.children:
            full = weights[:, child.columns].sum(axis=1)[:, None] * field.unit if isinstance(child, NodeShares) else 0
            reached = kept[child.id] >= least * (full if isinstance(child, NodeShares) and child.prints else 1)
            eligible &= reached | ~child.counts
    return eligible


def _seated(field: Field, order: Whole, starts: Bools, eligible: Bools) -> Floats:
    """Give the seats: the best eligible; a tie across the cut by `at_tie`, open seats in equal parts."""
    rule = field.criteria.nomination
    if rule is None or rule.quota <= 0:
        return np.zeros(order.shape)
    so_far = np.cumsum(eligible, axis=1)
    seated = (eligible & (so_far <= rule.quota)).astype(float)
    spots = np.flatnonzero(is_shared(starts))
    if not spots.size:
        return seated
    begins = starts.ravel()[spots]
    runs = np.cumsum(begins) - 1
    can = eligible.ravel()[spots]
    candidates = np.bincount(runs, weights=can)
    before: Whole = (so_far.ravel()[spots] - can)[begins]
    seats = rule.quota - before
    crossing = (seats > 0) & (seats < candidates)
    if not crossing.any():
        return seated
    part = {"all": np.ones(len(seats)), "none": np.zeros(len(seats))}.get(
        rule.at_tie, seats / np.maximum(candidates, 1)
    )
    parts = np.where(can, part[runs], 0)
    if field.tie is not None:
        named = np.isin(np.array(field.members)[order.ravel()[spots]], field.tie.candidates)
        same = (seats == field.tie.seats) & (candidates == len(field.tie.candidates))
        same &= np.bincount(runs, weights=can & named) == len(field.tie.candidates)
        won = np.isin(np.array(field.members)[order.ravel()[spots]], list(field.chosen))
        parts = np.where(same[runs], can & won, parts)
    flat = seated.ravel()
    flat[spots] = np.where(crossing[runs], parts, flat[spots])
    return seated


def read(field: Field, outcome: Outcome) -> Decided:
    """Read the one row of an outcome."""
    names = [field.members[at] for at in outcome.order[0]]
    begins = np.maximum.accumulate(np.where(outcome.starts[0], np.arange(len(names)), 0))
    parts = outcome.nominated[0]
    open_to = tuple(name for name, part in zip(names, parts, strict=True) if 0 < part < 1)
    seats = OpenSeats(round(float(parts[(parts > 0) & (parts < 1)].sum())), open_to) if open_to else None
    return Decided(
        {name: int(at) + 1 for name, at in zip(names, begins, strict=True)},
        tuple(name for name, part in zip(names, parts, strict=True) if part == 1),
        seats,
    )
