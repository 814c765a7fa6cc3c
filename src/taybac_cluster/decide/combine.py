"""Several shares as one, by their weights: sum, geometric, harmonic, minimum."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.exact import ONE, ZERO, kept, power

Weighted = list[tuple[Fraction, Fraction]]
"""Shares, each with its weight; the weights add up to 1."""


def weighted(shares: Sequence[tuple[Fraction, Decimal]]) -> Weighted:
    """Return shares with their points as weights that add up to 1."""
    whole = sum((Fraction(points) for _, points in shares), ZERO)
    return [(share, Fraction(points) / whole) for share, points in shares]


def combined(combine: str, parts: Weighted) -> Fraction:
    """Combine shares; except under `sum`, one share of zero makes zero."""
    if combine == "sum":
        return sum((share * weight for share, weight in parts), ZERO)
    if any(share == ZERO for share, _ in parts):
        return ZERO
    if combine == "minimum":
        return min(share for share, _ in parts)
    if combine == "harmonic":
        return ONE / sum((weight / share for share, weight in parts), ZERO)
    if len({share for share, _ in parts}) == 1:
        return parts[0][0]
    product = ONE
    for share, weight in parts:
        product *= power(share, weight)
    return kept(product)
