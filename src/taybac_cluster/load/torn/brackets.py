"""Brackets and braces without their other half."""

import itertools
from collections.abc import Iterator

from taybac_cluster.load.torn.guess import Guess, Torn
from taybac_cluster.load.torn.rows import replaced, value_end
from taybac_cluster.rules.reading.lines import UNMATCHED_BRACKET

_CLOSING = {"[": "]", "{": "}", "]": "[", "}": "{"}


def brackets(torn: Torn) -> Iterator[Guess]:
    """A bracket or a brace that is not closed, or closed by the other, or closes nothing."""
    if torn.stop.context is not None and "flow" in torn.stop.problem:
        row, column = torn.stop.context
        sign = torn.rows[row][column : column + 1]
        if sign not in ("[", "{"):
            return
        close = _CLOSING[sign]
        fault = UNMATCHED_BRACKET.at(torn.spot(row, column, column + 1), sign=sign, close=close)
        if torn.text[torn.stop.column : torn.stop.column + 1] in ("]", "}"):
            for width in (0, 1):
                fixed = replaced(torn.text, torn.stop.column, torn.stop.column + width, close)
                yield Guess((fault,), {torn.row: fixed})
        for last in dict.fromkeys((row, *itertools.islice(torn.above(torn.row), 1), torn.row)):
            if last >= row:
                end = value_end(torn.rows[last], 0)
                yield Guess((fault,), {last: replaced(torn.rows[last], end, end, close)})
    for column in dict.fromkeys((torn.stop.column, value_end(torn.text, 0) - 1)):
        sign = torn.text[column : column + 1]
        if sign in ("]", "}"):
            fault = UNMATCHED_BRACKET.at(torn.spot(torn.row, column, column + 1), sign=sign, close=_CLOSING[sign])
            yield Guess((fault,), {torn.row: replaced(torn.text, column, column + 1, "")})
