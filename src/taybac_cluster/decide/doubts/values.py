"""Values that give a city the fewest and the most points that it can have on a criterion."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from taybac_cluster.decide.result import Result
from taybac_cluster.decide.scales import fewest_marks, share_of
from taybac_cluster.decide.sheet import Leaf
from taybac_cluster.model.record import Scalar
from taybac_cluster.model.scales import Bands, Count, Levels, Linear, Marks, Ratio, Relative
from taybac_cluster.model.submission import Figure, Mark

HUNDRED = Decimal(100)


def worst_and_best(result: Result, leaf: Leaf) -> tuple[Figure, Figure]:
    """Return the values of the fewest and the most points; on a relative scale those that other cities have."""
    if isinstance(leaf.scale, Relative):
        return _of_others(result, leaf, leaf.scale)
    values = list(VALUES[leaf.scale.kind](leaf.scale))
    share = share_of(leaf.scale, leaf.criterion.points)
    ordered = sorted(values, key=share)
    worst, best = (_figure(each, ratio=isinstance(leaf.scale, Ratio)) for each in (ordered[0], ordered[-1]))
    return worst, best


def marks_of(scale: Marks, mark: Decimal) -> dict[str, Mark]:
    """Return as many equal marks as the scale needs, of judges that nobody names."""
    return {f"({at})": Mark(mark=mark) for at in range(fewest_marks(scale))}


def _figure(value: Scalar, *, ratio: bool) -> Figure:
    parts: dict[str, Any] = {"numerator": value, "denominator": HUNDRED} if ratio else {"value": value}
    return Figure.model_construct(**parts)


def _of_others(result: Result, leaf: Leaf, scale: Relative) -> tuple[Figure, Figure]:
    """Return the worst and the best value that any city has; a 1 where none has any: it is the best then."""
    leaves = (each for sheet in result.sheets.values() for each in sheet.root.leaves() if each.id == leaf.id)
    values = [each.given.value for each in leaves if each.outcome == "scored"]
    numbers = sorted((each for each in values if isinstance(each, Decimal)), reverse=scale.better == "lower")
    numbers = numbers or [Decimal(1)]
    return Figure.model_construct(value=numbers[0]), Figure.model_construct(value=numbers[-1])


def _line(scale: Linear | Ratio) -> Iterable[Scalar]:
    beyond = scale.worst - 1 if scale.best >= scale.worst else scale.worst + 1
    return beyond, scale.worst, scale.best


def _bands(scale: Bands) -> Iterable[Scalar]:
    bounds = [bound for band in scale.bands for bound in (band.at_least, band.at_most) if bound is not None]
    return [each for bound in bounds for each in (bound, bound - 1, bound + 1)] or [Decimal(0)]


def _levels(scale: Levels) -> Iterable[Scalar]:
    return "", *scale.levels  # the lowest level may have points; what names no level has none


def _count(scale: Count) -> Iterable[Scalar]:
    return Decimal(0), scale.full_at


VALUES: Mapping[str, Callable[[Any], Iterable[Scalar]]] = {
    "linear": _line,
    "ratio": _line,
    "bands": _bands,
    "levels": _levels,
    "yes_no": lambda _: (False, True),
    "count": _count,
}
"""The values among which the fewest and the most points are; relative and marks are asked for otherwise."""
