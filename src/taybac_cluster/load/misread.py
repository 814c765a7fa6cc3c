"""Mistakes that YAML takes for something else: a block that lost its indent, lines or texts read as keys."""

import itertools
from collections.abc import Collection, Iterator

from taybac_cluster.diagnostics import Diagnostic, Span, Spot, Where, nearest
from taybac_cluster.load.characters import cut, lines
from taybac_cluster.load.node import Node, span
from taybac_cluster.load.torn.guess import span_of
from taybac_cluster.load.torn.indents import SET_IN, not_set_in
from taybac_cluster.load.torn.rows import ENTRY, indent_of, quoted, value_end
from taybac_cluster.load.torn.spaces import missing_space
from taybac_cluster.rules.reading.lines import MISSING_SPACE
from taybac_cluster.rules.reading.quotes import COLON_IN_TEXT
from taybac_cluster.rules.reading.words import NO_VALUE


def fallen(
    faults: list[Diagnostic], text: str, blocks: Collection[str], legal: Collection[str]
) -> tuple[list[Diagnostic], bytes, frozenset[int]]:
    """Return the blocks whose lines all lost their indent, what the file would be with it, and those lines.

    Such a file parses: the key above is left without a value, and each line below it is a key that the file
    does not have. A key that resembles one of the file's own ends the block.
    """
    rows = lines(text)
    found: list[Diagnostic] = []
    inside: set[int] = set()
    for each in faults:
        if each.code != NO_VALUE.code or each.params["key"] not in blocks or span_of(each).column != 1:
            continue
        block = _block_below(rows, span_of(each).line, legal)
        if block and indent_of(rows[block[0]]) == 0:
            first, last = block[0] + 1, block[-1] + 1
            where = Spot(each.where.file, Span(first, 1, last, len(rows[last - 1]) + 1))
            found.append(not_set_in(where, str(each.params["key"]), each.where))
            inside.update(range(first, last + 1))
    fixed = (" " * SET_IN + row if line in inside and row.strip() else row for line, row in enumerate(rows, 1))
    return found, "\n".join(fixed).encode(), frozenset(inside)


def _block_below(rows: list[str], start: int, legal: Collection[str]) -> list[int]:
    """Return the rows from `start` on that may belong to a block: set in, or with a key that is none of the file's."""

    def belongs(row: int) -> bool:
        entry = ENTRY.match(rows[row])
        return rows[row].startswith(" ") or bool(entry and not nearest(entry["key"], [*legal]))

    said = (row for row in range(start, len(rows)) if rows[row].strip() and not rows[row].lstrip().startswith("#"))
    return list(itertools.takewhile(belongs, said))


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
