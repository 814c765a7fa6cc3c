"""Why libyaml gave up: the mistake in the text, at its cause and not where the parser noticed.

Called only with a file that does not parse. Everything near the mark that could be a mistake is a guess with its fix.
The fix is tried, and a guess is accepted if the parser gets past it. So several mistakes of a file are found in one
run, a guess is never taken for knowledge, and the parser's own words are the last thing shown.
"""

from collections.abc import Callable, Iterator, Mapping

import yaml

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.characters import lines
from taybac_cluster.load.torn.attempt import Stop, stop_in, stop_of
from taybac_cluster.load.torn.brackets import brackets
from taybac_cluster.load.torn.guess import Guess, Keys, Torn, span_of
from taybac_cluster.load.torn.indents import block_texts, indents, missing_parents
from taybac_cluster.load.torn.keys import missing_colons, outside, stray_dashes, stray_signs, stray_texts
from taybac_cluster.load.torn.lists import beside_keys, bullets, dashes_among_keys, first_dashes, missing_dashes
from taybac_cluster.load.torn.quotes import backslashes, open_quotes
from taybac_cluster.load.torn.spaces import glued, odd_indents
from taybac_cluster.load.torn.texts import bracketed, colons, leading_signs
from taybac_cluster.rules.reading.characters import ODD_SPACE, TAB_INDENT
from taybac_cluster.rules.reading.lines import (
    DASH_BEFORE_KEY,
    DASH_BESIDE_KEY,
    MISSING_DASH,
    MISSING_PARENT,
    STRAY_SIGN,
    UNMATCHED_BRACKET,
    UNREADABLE_LINE,
    WIDE_BULLET,
    WRONG_INDENT,
)
from taybac_cluster.rules.reading.structure import TWO_DOCUMENTS

_MOST_MISTAKES = 20
_NESTING = (
    TAB_INDENT,
    ODD_SPACE,
    TWO_DOCUMENTS,
    UNMATCHED_BRACKET,
    WRONG_INDENT,
    DASH_BEFORE_KEY,
    DASH_BESIDE_KEY,
    STRAY_SIGN,
    MISSING_DASH,
    WIDE_BULLET,
    MISSING_PARENT,
)
_NEAR = 6
"""How many rows below a fix another mistake of nesting may only follow from it."""

_KINDS: tuple[Callable[[Torn], Iterator[Guess]], ...] = (
    odd_indents,
    stray_texts,
    open_quotes,
    glued,
    bullets,
    brackets,
    leading_signs,
    colons,
    bracketed,
    backslashes,
    beside_keys,
    block_texts,
    dashes_among_keys,
    missing_parents,
    missing_dashes,
    first_dashes,
    stray_signs,
    missing_colons,
    indents,
    stray_dashes,
    outside,
)
"""In the order in which they mislead a parser."""


def why(
    error: yaml.YAMLError, text: str, file: str, keys: Keys
) -> tuple[list[Diagnostic], bytes | None, frozenset[int]]:
    """Return the mistakes that made libyaml give up; `keys` are those of the file's kind.

    Where the file parses once they are fixed: also what it would be, and the lines that were changed.
    """
    rows = lines(text)
    torn = Torn(file, rows, stop_of(error, rows), keys)
    faults: list[Diagnostic] = []
    changed: set[int] = set()
    sure, stop = True, None
    for _ in range(_MOST_MISTAKES):
        guess, stop = _best(torn)
        if guess is None:
            sure = False
            break
        near = {row + step for row in changed for step in range(_NEAR)}
        reported = [each for each in guess.faults if span_of(each).line not in (near if _nests(each) else changed)]
        sure = sure and not any(map(_nests, guess.faults))
        faults += reported
        changed.update(row + 1 for row in guess.fixed)
        rows = _with(torn.rows, guess.fixed)
        if stop is None:
            break
        torn = Torn(file, rows, stop, keys, torn.left)
    faults = sorted(faults, key=span_of) or [_other(torn)]
    return faults, "\n".join(rows).encode() if sure and stop is None else None, frozenset(changed)


def _nests(fault: Diagnostic) -> bool:
    """Whether fixing the fault changes what stands under what, so that what follows may only follow from that."""
    return any(fault.code == rule.code for rule in _NESTING)


def _best(torn: Torn) -> tuple[Guess | None, Stop | None]:
    """Return the guess whose fix takes the parser farthest, and where it stops then."""
    best: tuple[tuple[int, int, int], Guess, Stop] | None = None
    for guess in _guesses(torn):
        if torn.left[0] <= 0:
            break
        rows = _with(torn.rows, guess.fixed)
        stop = stop_in(rows, torn.left)
        if stop is None:
            return guess, None
        farther = (stop.row, stop.column) > (torn.stop.row, torn.stop.column)
        past = stop.row > max(guess.fixed) and (stop.row, stop.column) != (torn.stop.row, torn.stop.column)
        if (farther or past) and (best is None or (farther, stop.row, stop.column) > best[0]):
            best = (farther, stop.row, stop.column), guess, stop
    return (best[1], best[2]) if best else (None, None)


def _with(rows: list[str], fixed: Mapping[int, str]) -> list[str]:
    return [fixed.get(number, row) for number, row in enumerate(rows)]


def _guesses(torn: Torn) -> Iterator[Guess]:
    for guesses in _KINDS:
        yield from guesses(torn)


def _other(torn: Torn) -> Diagnostic:
    row, column = torn.row, torn.stop.column
    if not torn.text.strip() and torn.stop.context:
        row, column = torn.stop.context
    return UNREADABLE_LINE.at(torn.spot(row, column), problem=torn.stop.problem)
