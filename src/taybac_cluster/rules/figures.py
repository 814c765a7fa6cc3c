"""Numbers inside texts that a rule makes in both languages: with a comma in Vietnamese, with a point in English."""

from decimal import Decimal
from fractions import Fraction

from taybac_cluster.diagnostics import Words


def comma(number: Decimal | int) -> str:
    """Write a number as Vietnamese readers expect it: 12,5."""
    return f"{number:f}".replace(".", ",")


def threshold(value: Decimal | Fraction) -> Words:
    """Write a threshold: 66,7%, or the fraction 2/3 as it was typed."""
    if isinstance(value, Fraction):
        return Words(str(value / 100), str(value / 100))
    return Words(f"{comma(value)}%", f"{value:f}%")
