"""What it would take: for each criterion alone, the first step that gains a better place, or the nomination.

A value is moved in the criterion's steps towards better, bands and levels to the next one, and the member is placed
again. Points never fall on the way, so the first step that gains is found by halving. No scale that looks at the others
is asked, so nobody else's sheet changes: the new place follows from how many have more, and from a ranking of those who
have as much.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from taybac_cluster.decide.nominate import put_forward, shortcomings
from taybac_cluster.decide.rank import Placed, rank
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.scales import level_key
from taybac_cluster.decide.score import with_value
from taybac_cluster.decide.sheet import NONE, Leaf, Used
from taybac_cluster.model.scales import Bands, Count, Levels, Linear, Ratio, Scale

_STEP = Decimal("0.01")
_COUNT_STEP = Decimal(1)


class Gain(NamedTuple):
    """The first value that gains something, and what stands then."""

    value: Used
    total: Decimal
    rank: int
    nominated: bool


class Chance(NamedTuple):
    """What one criterion alone could do; None where no value of it does."""

    criterion: str
    place: Gain | None
    nomination: Gain | None


class _Walk(NamedTuple):
    """The values of one criterion from the next better one to the best, worked out as they are asked for."""

    steps: int
    value: Callable[[int], Used]


def chances(result: Result, member: str) -> tuple[Chance, ...]:
    """Return what moving each criterion alone would gain a ranked member; judges' marks are left out."""
    now = result.places.get(member)
    if now is None:
        return ()
    return tuple(chance for leaf in now.sheet.root.leaves() for chance in _chance(result, now, leaf))


def _chance(result: Result, now: Placed, leaf: Leaf) -> Iterator[Chance]:
    walk = _walk(leaf)
    if walk is None:
        return
    if walk.steps == 0:
        yield Chance(leaf.id, None, None)
        return

    @cache
    def then(step: int) -> Gain:
        return _ranked_again(result, now, leaf.id, walk.value(step))

    furthest = then(walk.steps)
    place = _first(walk.steps, then, lambda gain: gain.rank < now.rank) if furthest.rank < now.rank else None
    is_nominated = now.member in result.nominations.members
    nomination = (
        _first(walk.steps, then, lambda gain: gain.nominated) if furthest.nominated and not is_nominated else None
    )
    yield Chance(leaf.id, place, nomination)


def _first(steps: int, then: Callable[[int], Gain], gains: Callable[[Gain], bool]) -> Gain:
    """Return the first step that gains, knowing that the last one does."""
    low, high = 1, steps
    while low < high:
        middle = (low + high) // 2
        if gains(then(middle)):
            high = middle
        else:
            low = middle + 1
    return then(low)


def _ranked_again(result: Result, now: Placed, criterion: str, value: Used) -> Gain:
    """Place a member again with one value moved; who has a place keeps one, for nothing goes missing by a move."""
    the_round = result.round
    sheet = with_value(now.sheet, criterion, value, result.scorer)
    total = sheet.total if sheet.total is not None else NONE
    ahead, end = _above(result.placed, total), _down_to(result.placed, total)
    equals = [each.sheet for each in result.placed[ahead:end] if each.member != now.member]
    placed = rank([sheet, *equals], the_round.criteria.ranking.tie_break)
    again = next(each for each in placed if each.member == now.member)
    return Gain(value, total, ahead + again.rank, _is_nominated(result, again, placed))


def _is_nominated(result: Result, again: Placed, equals: Sequence[Placed]) -> bool:
    """Return whether a member that now stands among these of its total is put forward; `again` is its new place."""
    the_round = result.round
    if shortcomings(again.sheet, the_round.criteria):
        return False
    eligible = [each for each in equals if each is again or not result.reasons[each.member]]
    ahead = _above(result.eligible, again.total)
    found = put_forward(eligible, the_round.criteria.nomination, the_round.meeting, result.voters, ahead)
    return again.member in found.members


def _above(placed: Sequence[Placed], total: Decimal) -> int:
    """Return how many have more."""
    return bisect_left(placed, -total, key=lambda each: -each.total)


def _down_to(placed: Sequence[Placed], total: Decimal) -> int:
    """Return how many have as much or more."""
    return bisect_right(placed, -total, key=lambda each: -each.total)


def _walk(leaf: Leaf) -> _Walk | None:
    """Return the better values of a scored criterion; None where its scale is not asked."""
    value, walk = leaf.given.value, WALKS[leaf.scale.kind]
    return walk(leaf, leaf.scale, value) if walk and leaf.outcome == "scored" and value is not None else None


def _to_best(leaf: Leaf, scale: Linear | Ratio, value: Any) -> _Walk:  # noqa: ANN401 - what the scale takes
    return _line(value, scale.best, up=scale.best >= scale.worst, step=leaf.criterion.step or _STEP)


def _to_full(leaf: Leaf, scale: Count, value: Any) -> _Walk:  # noqa: ANN401 - what the scale takes
    return _line(value, scale.full_at, up=True, step=leaf.criterion.step or _COUNT_STEP)


def _to_bands(leaf: Leaf, scale: Bands, _: Any) -> _Walk:  # noqa: ANN401 - what the scale takes
    bounds = ((band.points, _bound(band.at_least, band.at_most)) for band in scale.bands)
    return _list(leaf, [(points, bound) for points, bound in bounds if bound is not None])


def _to_levels(leaf: Leaf, scale: Levels, value: Any) -> _Walk:  # noqa: ANN401 - what the scale takes
    own = level_key(str(value))
    return _list(leaf, [(points, name) for name, points in scale.levels.items() if level_key(name) != own])


def _to_yes(_: Leaf, __: Scale, value: Any) -> _Walk:  # noqa: ANN401 - what the scale takes
    return _Walk(0 if value is True else 1, lambda _: True)


WALKS: Mapping[str, Callable[[Leaf, Any, Any], _Walk] | None] = {
    "linear": _to_best,
    "ratio": _to_best,
    "bands": _to_bands,
    "levels": _to_levels,
    "yes_no": _to_yes,
    "count": _to_full,
    "relative": None,
    "marks": None,
}
"""What is asked of each kind of scale: of one that looks at the others, and of judges’ marks, nothing."""


def _bound(at_least: Decimal | None, at_most: Decimal | None) -> Decimal | None:
    return at_least if at_least is not None else at_most


def _line(value: Decimal | Fraction, best: Decimal, *, up: bool, step: Decimal) -> _Walk:
    distance = (Fraction(best) - Fraction(value)) * (1 if up else -1)
    steps = max(0, -(-distance // Fraction(step)))
    exact: Decimal | Fraction = Fraction(step) if isinstance(value, Fraction) else step
    return _Walk(int(steps), lambda count: value + count * exact if up else value - count * exact)  # type: ignore[operator]


def _list(leaf: Leaf, options: list[tuple[Decimal, Decimal]] | list[tuple[Decimal, str]]) -> _Walk:
    """Return the options worth more than now, the next one first."""
    now = (leaf.share or Fraction(0)) * Fraction(leaf.weight)
    better = sorted((each for each in options if Fraction(each[0]) > now), key=lambda each: each[0])
    return _Walk(len(better), lambda count: better[count - 1][1])
