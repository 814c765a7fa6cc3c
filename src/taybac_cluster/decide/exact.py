"""Exact shares, and the one rounding of the house."""

from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache

ZERO = Fraction(0)
ONE = Fraction(1)

_WORKING = Context(prec=60)
"""Powers and roots are taken at ten digits more than are kept, so that one that is exact comes out exact."""
_KEPT = Context(prec=50)
_SIMPLE = 10**15
_AS_GOOD_AS_EXACT = Fraction(1, 10**46)


def printed(exact: Fraction, decimals: int) -> Decimal:
    """Round half up, away from zero, to `decimals` places: 3 × 167/600 = 0.835 is printed 0.84."""
    return _rounded(exact.numerator, exact.denominator, decimals)


def printed_part(share: Fraction, points: Decimal, decimals: int) -> Decimal:
    """Round a share of some points, in one step."""
    numerator, denominator = points.as_integer_ratio()
    return _rounded(share.numerator * numerator, share.denominator * denominator, decimals)


def _rounded(numerator: int, denominator: int, decimals: int) -> Decimal:
    whole = (2 * abs(numerator) * 10**decimals + denominator) // (2 * denominator)
    return _decimal(whole if numerator >= 0 else -whole, decimals)


@lru_cache(maxsize=1 << 14)
def _decimal(whole: int, decimals: int) -> Decimal:
    return Decimal(whole).scaleb(-decimals)


def power(share: Fraction, weight: Fraction) -> Fraction:
    """Return share to the power of weight at 50 digits, as a fraction; for 0 < share and 0 ≤ weight ≤ 1."""
    if ONE in (weight, share):
        return share
    base = _WORKING.divide(Decimal(share.numerator), Decimal(share.denominator))
    exponent = _WORKING.divide(Decimal(weight.numerator), Decimal(weight.denominator))
    return Fraction(_WORKING.power(base, exponent))


def kept(exact: Fraction) -> Fraction:
    """Return a result of powers at the 50 digits that are kept; a simple fraction that they are the digits of, exactly.

    The geometric mean of 167/300 and 167/1200 is 167/600, and three points of it are half a hundredth above 0.83: its
    digits alone would fall below that half. A fraction with so small a denominator agrees to 46 digits with no other.
    """
    digits = Fraction(_KEPT.plus(_WORKING.divide(Decimal(exact.numerator), Decimal(exact.denominator))))
    simple = digits.limit_denominator(_SIMPLE)
    return simple if abs(simple - digits) <= digits * _AS_GOOD_AS_EXACT else digits
