"""From a value to its share of the criterion's points, 0 to 1: the arithmetic of the eight scales.

A scale that looks at one value gives its share by `share_of`; `relative` looks at all members' values by `relative`,
and `marks` first makes one value of several by `combined_mark`.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from taybac_cluster.decide.exact import ONE, ZERO
from taybac_cluster.model.meeting import Judge
from taybac_cluster.model.scales import Bands, Count, Levels, Linear, Marks, Ratio, Relative, Scale, YesNo
from taybac_cluster.model.submission import Mark

Share = Callable[[Any], Fraction]

_FEWEST_TO_TRIM = 3


def _line(scale: Linear | Ratio, points: Decimal) -> Share:
    floor = _floor(scale.at_worst, points)
    higher_is_better = scale.best >= scale.worst
    bounds = {Decimal: (scale.worst, scale.best), Fraction: (Fraction(scale.worst), Fraction(scale.best))}
    slope = (ONE - floor) / (Fraction(scale.best) - Fraction(scale.worst)) if scale.best != scale.worst else ZERO
    start = floor - slope * Fraction(scale.worst)
    rise, run, top, bottom = *slope.as_integer_ratio(), *start.as_integer_ratio()

    def share(value: Any) -> Fraction:  # noqa: ANN401
        worst, best = bounds[type(value)]
        if value == best or (value > best) == higher_is_better:
            return ONE
        if value != worst and (value < worst) == higher_is_better:
            return ZERO
        numerator, denominator = value.as_integer_ratio()
        return Fraction(rise * numerator * bottom + top * run * denominator, run * denominator * bottom)

    return share


def _floor(at_worst: Decimal, points: Decimal) -> Fraction:
    return Fraction(at_worst) / Fraction(points) if points else ZERO


def _bands(scale: Bands, points: Decimal) -> Share:
    def share(value: Any) -> Fraction:  # noqa: ANN401
        for band in scale.bands:
            if (band.at_least is not None and value >= band.at_least) or (
                band.at_most is not None and value <= band.at_most
            ):
                return Fraction(band.points) / Fraction(points) if points else ZERO
        return ZERO

    return share


def level_key(name: str) -> str:
    """Return a level's name as levels are compared: without case and outer spaces; all text was read as NFC."""
    return name.strip().casefold()


def _levels(scale: Levels, points: Decimal) -> Share:
    shares = {
        level_key(name): (Fraction(worth) / Fraction(points) if points else ZERO)
        for name, worth in scale.levels.items()
    }
    return lambda value: shares.get(level_key(str(value)), ZERO)


def _yes_no(_scale: YesNo, _points: Decimal) -> Share:
    return lambda value: ONE if value is True else ZERO


def _count(scale: Count, _points: Decimal) -> Share:
    full = Fraction(scale.full_at)
    return lambda value: min(max(Fraction(value) / full, ZERO), ONE)


def _marks(scale: Marks, _points: Decimal) -> Share:
    out_of = Fraction(scale.out_of)
    return lambda value: min(max(Fraction(value) / out_of, ZERO), ONE)


SHARES: Mapping[str, Callable[[Any, Decimal], Share]] = {
    "linear": _line,
    "ratio": _line,
    "bands": _bands,
    "levels": _levels,
    "yes_no": _yes_no,
    "count": _count,
    "marks": _marks,
}


def share_of(scale: Scale, points: Decimal) -> Share:
    """Return the function from a value (marks: the combined mark) to its share; not for `relative`."""
    return SHARES[scale.kind](scale, points)


def relative(scale: Relative, values: Mapping[str, Fraction], points: Decimal) -> dict[str, Fraction]:
    """Return every member's share against the others, by id.

    minmax (v − min) / (max − min); best v / max, or min / v where lower is better; rank (n − place) / (n − 1) with
    ties at their mean place; where all are equal all have 1; then from at_worst / points to 1.
    """
    if not values:
        return {}
    floor = _floor(scale.at_worst, points)
    low, high = min(values.values()), max(values.values())
    if low == high:
        raw = dict.fromkeys(values, ONE)
    else:
        raw = _METHODS[scale.method](values, low, high, scale.better == "higher")
    return {member: floor + (ONE - floor) * share for member, share in raw.items()}


def _minmax(values: Mapping[str, Fraction], low: Fraction, high: Fraction, higher: bool) -> dict[str, Fraction]:  # noqa: FBT001
    return {member: (value - low if higher else high - value) / (high - low) for member, value in values.items()}


def _best(values: Mapping[str, Fraction], low: Fraction, high: Fraction, higher: bool) -> dict[str, Fraction]:  # noqa: FBT001
    if higher:
        return {member: max(value / high, ZERO) if high > 0 else ZERO for member, value in values.items()}
    if low == 0:
        return {member: ONE if value == 0 else ZERO for member, value in values.items()}
    return {member: low / value for member, value in values.items()}


def _rank(values: Mapping[str, Fraction], _low: Fraction, _high: Fraction, higher: bool) -> dict[str, Fraction]:  # noqa: FBT001
    ordered = sorted(values.values(), reverse=higher)
    places: dict[Fraction, list[int]] = {}
    for place, value in enumerate(ordered, 1):
        places.setdefault(value, []).append(place)
    last = len(ordered)
    mean = {value: Fraction(sum(shared), len(shared)) for value, shared in places.items()}
    return {member: (last - mean[value]) / (last - 1) for member, value in values.items()}


_METHODS: Mapping[str, Callable[[Mapping[str, Fraction], Fraction, Fraction, bool], dict[str, Fraction]]] = {
    "minmax": _minmax,
    "best": _best,
    "rank": _rank,
}


def counting(marks: Mapping[str, Mark], judges: Iterable[Judge], member: str) -> tuple[tuple[str, Decimal], ...]:
    """Return the marks for a member that count, by judge; its own judges' are left out."""
    own = {judge.id for judge in judges if judge.member == member}
    return tuple((judge, each.mark) for judge, each in marks.items() if each.mark is not None and judge not in own)


def combined_mark(scale: Marks, marks: list[Decimal]) -> Fraction | None:
    """Combine the judges' marks into one; None where there are fewer than the scale asks for.

    trimmed_mean leaves out one lowest and one highest, and needs three marks.
    """
    if len(marks) < fewest_marks(scale):
        return None
    counted = counted_marks(scale, marks)
    return sum((Fraction(mark) for mark in counted), ZERO) / len(counted)


def fewest_marks(scale: Marks) -> int:
    """Return how many marks a scale needs to make one of them."""
    return max(scale.at_least, _FEWEST_TO_TRIM if scale.combine == "trimmed_mean" else 1)


def counted_marks(scale: Marks, marks: list[Decimal]) -> list[Decimal]:
    """Return the marks of which the combined one is the mean: for a median the one or two in the middle."""
    ordered = sorted(marks)
    if scale.combine == "median":
        return ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
    return ordered[1:-1] if scale.combine == "trimmed_mean" else ordered
