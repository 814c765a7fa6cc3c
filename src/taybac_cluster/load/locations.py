"""From a route to lines and columns: a second look at a file that something is to be said about."""

from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from taybac_cluster.diagnostics import Diagnostic, Span, Spot
from taybac_cluster.load.builder import MAX_DEPTH, Parser
from taybac_cluster.load.characters import decode
from taybac_cluster.load.files import take
from taybac_cluster.model.record import Location, Route

_LEAVES = (ScalarEvent, AliasEvent)
Spans = dict[tuple[Route, str], Span]


def locate(diagnostics: list[Diagnostic], root: str) -> list[Diagnostic]:
    """Return the diagnostics with lines and columns in the place of routes."""
    known: dict[str, Spans] = {}

    def spot(where: Location | Spot) -> Spot:
        if isinstance(where, Spot):
            return where
        if where.file not in known:
            known[where.file] = spans(root, where.file)
        return Spot(where.file, nearest_span(known[where.file], where))

    return [_moved(each, spot) for each in diagnostics]


def spotted(diagnostics: list[Diagnostic], content: bytes) -> list[Diagnostic]:
    """Do the same with diagnostics of one file, which has this content."""
    known: Spans = {}

    def spot(where: Location | Spot) -> Spot:
        if isinstance(where, Spot):
            return where
        if not known:
            known.update(spans_of(content))
        return Spot(where.file, nearest_span(known, where))

    return [_moved(each, spot) for each in diagnostics]


def _moved(each: Diagnostic, spot: Callable[[Location | Spot], Spot]) -> Diagnostic:
    """Return a diagnostic with spots for places; nothing is safe to write in the place of several lines."""
    where, also = spot(each.where), tuple(map(spot, each.also))
    fix = each.fix if where.span.line == where.span.end_line else None
    if where is each.where and also == each.also and fix == each.fix:
        return each
    return Diagnostic(each.code, where, each.params, each.severity, also, fix)


def nearest_span(known: Spans, place: Location) -> Span:
    """Return the span of a place, or of the nearest parent's key that is written; an item of a list has no key."""
    route = place.route
    if (route, place.part) in known:
        return known[route, place.part]
    while route:
        if (route, "key") in known:
            return known[route, "key"]
        if isinstance(route[-1], int) and (route, "value") in known:
            return known[route, "value"]
        route = route[:-1]
    return Span()


def spans(root: str, file: str) -> Spans:
    """Map every key and value of a file to where it stands; nothing where the file cannot be read."""
    content = take(root, file)
    return {} if isinstance(content, Diagnostic) else spans_of(decode(content, file)[0])


def spans_of(content: bytes) -> Spans:
    """Do the same with the content of a file, as `decode` returns it."""
    found: Spans = {}
    parser = Parser(content)
    try:
        _walk(parser.get_event, found)
    except yaml.YAMLError:
        pass
    finally:
        parser.dispose()
    return found


def _walk(take_event: Any, found: Spans) -> None:
    """Follow the events; a mapping's or list's own span is its first line."""
    above: list[tuple[Route, bool, str | None]] = []
    route: Route = ()
    in_mapping = False
    step: Any = None
    count = 0
    counts: list[int] = []
    while (event := take_event()) is not None and len(above) <= MAX_DEPTH + 1:
        kind = type(event)
        if kind in _LEAVES and in_mapping and step is None:
            step = event.value if kind is ScalarEvent else ""
            found.setdefault(((*route, step), "key"), _span(event))
            continue
        if kind in _LEAVES or kind in (MappingStartEvent, SequenceStartEvent):
            here = (*route, (step or "") if in_mapping else count) if above else route
            if kind in _LEAVES:
                found.setdefault((here, "value"), _span(event))
                step, count = None, count + 1
                continue
            found.setdefault((here, "value"), _first_line(event))
            above.append((route, in_mapping, "" if in_mapping and step is None else None))
            counts.append(count)
            route, in_mapping, step, count = here, kind is MappingStartEvent, None, 0
        elif kind.__name__ in ("MappingEndEvent", "SequenceEndEvent"):
            route, in_mapping, step = above.pop()
            count = counts.pop() + 1


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _first_line(event: Any) -> Span:
    start = event.start_mark
    return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
