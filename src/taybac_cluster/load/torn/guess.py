"""A file that does not parse, and a guess at what is wrong with it."""

import itertools
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from taybac_cluster.diagnostics import Diagnostic, Span, Spot
from taybac_cluster.load.torn.attempt import Stop

_MOST_BYTES = 4_000_000
"""How much text is parsed again to try fixes; in a file of ordinary size every guess is tried."""
_FEW = 3
MOST_ROWS = 200
"""How far above the mark a mistake is looked for."""


class Guess(NamedTuple):
    """What could be wrong, and the rows that would fix it."""

    faults: tuple[Diagnostic, ...]
    fixed: Mapping[int, str]


class Keys(NamedTuple):
    """What is known of the keys of a file's kind."""

    legal: Collection[str]
    """Those that may stand at the edge of the file."""
    blocks: Collection[str]
    """Those of them that have lines of `key: value` below them."""
    parent: Callable[[str, Collection[str]], str | None]
    """Returns the block that a key probably belongs to, of those that are not given already."""


@dataclass
class Torn:
    """A file that does not parse, and where libyaml noticed."""

    file: str
    rows: list[str]
    stop: Stop
    keys: Keys
    left: list[int] = field(default_factory=lambda: [_MOST_BYTES])
    """How many bytes may still be parsed."""

    @property
    def row(self) -> int:
        """The row, from 0, on which libyaml stopped."""
        return self.stop.row

    @property
    def text(self) -> str:
        """That row."""
        return self.rows[self.stop.row]

    def context_row(self) -> int:
        """Return the row where what libyaml was reading began."""
        return self.stop.context[0] if self.stop.context else self.stop.row

    def above(self, row: int) -> Iterator[int]:
        """Yield the rows above a row that say something, the nearest first."""
        for each in range(row - 1, max(row - MOST_ROWS, -1), -1):
            if self.rows[each].strip() and not self.rows[each].lstrip().startswith("#"):
                yield each

    def spot(self, row: int, start: int, end: int | None = None) -> Spot:
        """Return the spot from one column of a row to another, or to its end."""
        width = len(self.rows[row])
        start = min(start, width)
        return Spot(self.file, Span(row + 1, start + 1, row + 1, max(start + 1, width if end is None else end) + 1))

    def near(self) -> list[int]:
        """Return the rows that a mistake is likeliest in: the mark's, the context's, and a few above."""
        return list(dict.fromkeys((self.row, self.context_row(), *itertools.islice(self.above(self.row), _FEW))))


def span_of(fault: Diagnostic) -> Span:
    """Return where a fault that was found in the text stands."""
    return fault.where.span if isinstance(fault.where, Spot) else Span()
