"""From a route to lines and columns: a second look at a file that something is to be said about."""

from typing import Any

import yaml
from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from taybac_cluster.diagnostics import Diagnostic, Span, Spot
from taybac_cluster.load.builder import MAX_DEPTH, Parser
from taybac_cluster.load.characters import decode
from taybac_cluster.load.files import take
from taybac_cluster.model.record import Place, Route

Spans = dict[tuple[Route, str], Span]


def locate(diagnostics: list[Diagnostic], root: str) -> list[Diagnostic]:
    """Return the diagnostics with lines and columns in the place of routes."""
    from dataclasses import replace  # noqa: PLC0415 - only a fault needs it

    known: dict[str, Spans] = {}

    def spot(where: Place | Spot) -> Spot:
        if isinstance(where, Spot):
            return where
        if where.file not in known:
            known[where.file] = spans(root, where.file)
        return Spot(where.file, nearest_span(known[where.file], where))

    return [replace(each, where=spot(each.where), also=tuple(map(spot, each.also))) for each in diagnostics]


def nearest_span(known: Spans, place: Place) -> Span:
    """Return the span of a place, or of the nearest parent's key that is written."""
    route = place.route
    if (route, place.part) in known:
        return known[route, place.part]
    while route:
        for part in ("key", "value"):
            if (route, part) in known and (part == "key" or route != place.route):
                return known[route, part]
        route = route[:-1]
    return Span()


def spans(root: str, file: str) -> Spans:
    """Map every key and value of a file to where it stands; nothing where the file cannot be read."""
    content = take(root, file)
    if isinstance(content, Diagnostic):
        return {}
    content, _, _ = decode(content, file)
    found: Spans = {}
    parser = Parser(content)
    try:
        _walk(parser.get_event, found)
    except (yaml.YAMLError, RecursionError):
        pass
    finally:
        parser.dispose()
    return found


def _walk(take_event: Any, found: Spans) -> None:  # noqa: ANN401
    """Follow the events; a mapping's or list's own span is its first line."""
    above: list[tuple[Route, bool]] = []
    route: Route = ()
    in_mapping = False
    step: Any = None
    count = 0
    counts: list[int] = []
    while (event := take_event()) is not None and len(above) <= MAX_DEPTH + 1:
        kind = type(event)
        if kind is ScalarEvent and in_mapping and step is None:
            step = event.value
            found.setdefault(((*route, step), "key"), _span(event))
            continue
        if kind in (ScalarEvent, MappingStartEvent, SequenceStartEvent):
            here = route if not above else (*route, step if in_mapping else count)
            if kind is ScalarEvent:
                found.setdefault((here, "value"), _span(event))
                step, count = None, count + 1
                continue
            found.setdefault((here, "value"), _first_line(event))
            above.append((route, in_mapping))
            counts.append(count)
            route, in_mapping, step, count = here, kind is MappingStartEvent, None, 0
        elif kind.__name__ in ("MappingEndEvent", "SequenceEndEvent"):
            route, in_mapping = above.pop()
            step, count = None, counts.pop() + 1


def _span(event: Any) -> Span:  # noqa: ANN401
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _first_line(event: Any) -> Span:  # noqa: ANN401
    start = event.start_mark
    return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
