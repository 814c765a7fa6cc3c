"""Where libyaml stops when it parses some lines."""

from typing import Any, NamedTuple

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent

from taybac_cluster.load.builder import FAST, MAX_DEPTH, Parser

_MOST_BRACKETS = 1000
"""More of them may be nested deep enough to keep libyaml busy for minutes."""


class Stop(NamedTuple):
    """Where libyaml stopped, and what it said."""

    row: int
    column: int
    context: tuple[int, int] | None
    problem: str


def stop_in(rows: list[str], left: list[int]) -> Stop | None:
    """Return where libyaml stops in the rows; None where it reads them to the end."""
    text = "\n".join(rows)
    flat = FAST and text.count("[") + text.count("{") < _MOST_BRACKETS
    left[0] -= len(text) if flat else 5 * len(text)
    parser = Parser(text.encode())
    try:
        if not flat:
            return _too_deep(parser.get_event)
        parser.raw_parse()
    except yaml.YAMLError as error:
        return stop_of(error, rows)
    finally:
        parser.dispose()
    return None


def _too_deep(take: Any) -> Stop | None:
    depth = 0
    while (event := take()) is not None:
        kind = type(event)
        depth += (kind in (MappingStartEvent, SequenceStartEvent)) - (kind in (MappingEndEvent, SequenceEndEvent))
        if depth > MAX_DEPTH:
            return Stop(event.start_mark.line, event.start_mark.column, None, "")
    return None


def stop_of(error: Any, rows: list[str]) -> Stop:
    """Return where libyaml stopped and why, of its error."""
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}".strip()
    if mark is None:
        return Stop(0, 0, None, said)
    row = min(mark.line, len(rows) - 1)
    return Stop(row, mark.column, (min(context.line, row), context.column) if context else None, said)
