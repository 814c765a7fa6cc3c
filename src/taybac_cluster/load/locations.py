"""From a route to lines and columns: a second look at a file that something is to be reported about."""

from collections.abc import Callable, Iterable
from contextlib import suppress

import yaml

from taybac_cluster.diagnostics import Diagnostic, Spot
from taybac_cluster.load.builder import Builder, TooDeepError
from taybac_cluster.load.characters import decode
from taybac_cluster.load.files import take
from taybac_cluster.load.node import Node, span
from taybac_cluster.model.record import Location


def locate(diagnostics: Iterable[Diagnostic], root: str) -> list[Diagnostic]:
    """Return the diagnostics with lines and columns in the place of routes."""
    known: dict[str, Node] = {}

    def spot(place: Location) -> Spot:
        if place.file not in known:
            known[place.file] = tree(root, place.file)
        return Spot(place.file, span(known[place.file], place))

    return [_located(each, spot) for each in diagnostics]


def located(diagnostics: Iterable[Diagnostic], of: Node) -> list[Diagnostic]:
    """Do the same with diagnostics of one file that was read."""
    return [_located(each, lambda place: Spot(place.file, span(of, place))) for each in diagnostics]


def _located(each: Diagnostic, spot: Callable[[Location], Spot]) -> Diagnostic:
    """Return a diagnostic with spots for locations; nothing is safe to write in the place of several lines."""
    if isinstance(each.where, Spot) and not any(isinstance(where, Location) for where in each.also):
        return each
    where = each.where if isinstance(each.where, Spot) else spot(each.where)
    also = tuple(also if isinstance(also, Spot) else spot(also) for also in each.also)
    fix = each.fix if where.span.line == where.span.end_line else None
    return each._replace(where=where, also=also, fix=fix)


def tree(root: str, file: str) -> Node:
    """Return where every key and value of a file stands, as far as the file can be read."""
    content = take(root, file)
    return Node([]) if isinstance(content, Diagnostic) else tree_of(content)


def tree_of(content: bytes) -> Node:
    """Do the same with the content of a file."""
    content, text, _ = decode(content, "")
    builder = Builder(content, text, "")
    with suppress(yaml.YAMLError, TooDeepError):
        builder.build()
    return builder.tree
