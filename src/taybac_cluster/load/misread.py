"""Mistakes that YAML takes for something else: a block that lost its indent, lines or texts read as keys."""

import itertools
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from taybac_cluster.diagnostics import Diagnostic, Span, Spot, Where, nearest
from taybac_cluster.load.characters import cut, lines, quoted
from taybac_cluster.load.node import SET_IN, Node, span
from taybac_cluster.load.torn.guess import span_of
from taybac_cluster.load.torn.indents import not_set_in, without_parent
from taybac_cluster.load.torn.rows import ENTRY, OF_A_VALUE, indent_of, value_end
from taybac_cluster.load.torn.spaces import missing_space
from taybac_cluster.rules.reading.lines import MISSING_SPACE
from taybac_cluster.rules.reading.quotes import COLON_IN_TEXT
from taybac_cluster.rules.reading.shape import UNKNOWN_KEY
from taybac_cluster.rules.reading.words import NO_VALUE

_FEW = 3
"""So many keys in a row that do not belong at the edge make a block."""

Parent = Callable[[str, Collection[str]], str | None]
"""Returns the block that a key probably belongs to, of those that are not given already."""


class Blocks(NamedTuple):
    """Blocks that lost their indent or the line above them, what the file would be otherwise, and the lines set in."""

    faults: list[Diagnostic]
    fixed: bytes
    lines: frozenset[int]


def fallen(faults: list[Diagnostic], text: str, blocks: Collection[str], legal: Collection[str]) -> Blocks:
    """Return the blocks whose lines all lost their indent.

    Such a file parses: the key above is left without a value, and each line below it is a key that does not belong
    there. A key that resembles one of the file's own ends a block at the edge.
    """
    rows = lines(text)
    found: list[Diagnostic] = []
    inside: set[int] = set()
    for each in faults:
        line = span_of(each).line
        entry = ENTRY.match(rows[line - 1]) if each.code == NO_VALUE.code and line <= len(rows) else None
        if entry is None:
            continue
        at_edge = not entry["indent"] and entry["key"] in blocks
        block = _block_below(rows, line, legal) if at_edge else _value_below(rows, line)
        if block and indent_of(rows[block[0]]) == len(entry["indent"]):
            where = _lines_of(each.where.file, rows, block)
            found.append(not_set_in(where, cut(entry["key"]), each.where))
            inside.update(range(block[0] + 1, block[-1] + 2))
    return Blocks(found, _set_in(rows, inside), frozenset(inside))


def headless(faults: list[Diagnostic], text: str, file: str, parent: Parent, legal: Collection[str]) -> Blocks:
    """Return a block at the edge of the file of which the line above, such as `values:`, is missing too."""
    rows = lines(text)
    unknown = [span_of(each).line for each in faults if each.code == UNKNOWN_KEY.code and span_of(each).column == 1]
    block = _block_below(rows, unknown[0] - 1, legal) if unknown else []
    entry = ENTRY.match(rows[block[0]]) if len(block) > 1 else None
    given = {each["key"] for row in rows if (each := ENTRY.match(row)) and not row.startswith(" ")}
    key = parent(entry["key"], given) if entry and " " not in entry["key"] else None
    if key is None or len(set(unknown) & {row + 1 for row in block}) < _FEW:
        return Blocks([], b"", frozenset())
    fault = without_parent(_lines_of(file, rows, block), key, rows[block[0]].strip())
    inside = frozenset(range(block[0] + 1, block[-1] + 2))
    fixed = _set_in(rows, inside).decode().split("\n")
    fixed[block[0]] = f"{key}:"  # its first line gives its place, so that all others keep theirs
    return Blocks([fault], "\n".join(fixed).encode(), inside - {block[0] + 1})


def _set_in(rows: list[str], inside: Collection[int]) -> bytes:
    moved = (" " * SET_IN + row if line in inside and row.strip() else row for line, row in enumerate(rows, 1))
    return "\n".join(moved).encode()


def _lines_of(file: str, rows: list[str], block: list[int]) -> Spot:
    first, last = block[0], block[-1]
    return Spot(file, Span(first + 1, indent_of(rows[first]) + 1, last + 1, len(rows[last]) + 1))


def _said_from(rows: list[str], start: int) -> Iterator[int]:
    """Yield the rows from `start` on that are neither blank nor comments."""
    return (row for row in range(start, len(rows)) if rows[row].strip() and not rows[row].lstrip().startswith("#"))


def _block_below(rows: list[str], start: int, legal: Collection[str]) -> list[int]:
    """Return the rows from `start` on that may belong to a block: set in, or with a key that is none of the file's."""

    def belongs(row: int) -> bool:
        entry = ENTRY.match(rows[row])
        return rows[row].startswith(" ") or bool(entry and not nearest(entry["key"], [*legal]))

    return list(itertools.takewhile(belongs, _said_from(rows, start)))


def _value_below(rows: list[str], start: int) -> list[int]:
    """Return the rows from `start` on whose keys are those of a single value."""

    def belongs(row: int) -> bool:
        entry = ENTRY.match(rows[row])
        return entry is not None and entry["key"] in OF_A_VALUE

    return list(itertools.takewhile(belongs, _said_from(rows, start)))


def set_back(fault: Diagnostic, rows: Collection[int]) -> Diagnostic:
    """Return a fault of the fixed file where it stands in the file as it is; `rows` were set in."""

    def back(where: Where) -> Where:
        if not isinstance(where, Spot) or where.span.line not in rows:
            return where
        span = where.span
        return Spot(where.file, span._replace(column=span.column - SET_IN, end_column=span.end_column - SET_IN))

    return fault._replace(where=back(fault.where), also=tuple(map(back, fault.also)))


def as_typed(faults: list[Diagnostic], text: str, tree: Node, file: str) -> Iterator[Diagnostic]:
    """Yield the faults; lines and texts that YAML read as one text or as a key are shown where they were typed."""
    rows = lines(text)
    for each in faults:
        if each.code not in (MISSING_SPACE.code, COLON_IN_TEXT.code) or isinstance(each.where, Spot):
            yield each
            continue
        where = span(tree, each.where)
        if each.code == MISSING_SPACE.code:
            yield from _glued_lines(file, rows, where, str(each.params["sign"]))
        else:
            yield _unquoted(file, rows[where.line - 1], where)._replace(more=each.more)


def _glued_lines(file: str, rows: list[str], where: Span, sign: str) -> Iterator[Diagnostic]:
    for row in range(where.line - 1, where.end_line):
        start = where.column - 1 if row == where.line - 1 else 0
        if fault := missing_space(file, row, rows[row], sign, start):
            yield fault


def _unquoted(file: str, row: str, where: Span) -> Diagnostic:
    end = value_end(row, where.column - 1)
    text = row[where.column - 1 : end]
    params = {"text": cut(text), "write": cut(quoted(text))}
    return COLON_IN_TEXT.at(Spot(file, Span(where.line, where.column, where.line, end + 1)), fix=quoted(text), **params)
