"""A pocket calculator for the formulas that the screen shows: sums, products, powers, brackets; nothing else."""

import re
from decimal import Decimal
from fractions import Fraction

_TOKEN = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?|[()+−×÷/^])")


def calculate(formula: str, lang: str) -> Fraction:
    """Work out a formula as typed into a calculator; a Vietnamese one has decimal commas."""
    tokens = _TOKEN.findall(formula.replace(",", ".") if lang == "vi" else formula)
    left_over = _TOKEN.sub("", formula.replace(",", ".") if lang == "vi" else formula).strip()
    assert not left_over, f"{left_over!r} is on no calculator: {formula}"
    value, rest = _sum(tokens)
    assert not rest, rest
    return value


def _sum(tokens: list[str]) -> tuple[Fraction, list[str]]:
    value, tokens = _product(tokens)
    while tokens and tokens[0] in "+−":
        sign, (term, rest) = tokens[0], _product(tokens[1:])
        value, tokens = (value + term if sign == "+" else value - term), rest
    return value, tokens


def _product(tokens: list[str]) -> tuple[Fraction, list[str]]:
    value, tokens = _power(tokens)
    while tokens and tokens[0] in "×÷/":
        sign, (factor, rest) = tokens[0], _power(tokens[1:])
        value, tokens = (value * factor if sign == "×" else value / factor), rest
    return value, tokens


def _power(tokens: list[str]) -> tuple[Fraction, list[str]]:
    value, tokens = _one(tokens)
    if tokens and tokens[0] == "^":
        exponent, tokens = _one(tokens[1:])
        value = Fraction(float(value) ** float(exponent))
    return value, tokens


def _one(tokens: list[str]) -> tuple[Fraction, list[str]]:
    first, rest = tokens[0], tokens[1:]
    if first == "(":
        if rest[0] == "−":
            value, rest = _one(rest[1:])
            value = -value
        else:
            value, rest = _sum(rest)
        assert rest[0] == ")"
        return value, rest[1:]
    return Fraction(Decimal(first)), rest
