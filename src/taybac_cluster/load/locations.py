"""From a route to lines and columns: a second look at a file that something is to be reported about."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property

import yaml

from taybac_cluster.diagnostics import Diagnostic, Spot, Where
from taybac_cluster.load.builder import Builder, TooDeepError
from taybac_cluster.load.characters import Columns, decode
from taybac_cluster.load.files import take
from taybac_cluster.load.node import SET_IN, Node, Stand, span


def locate(
    diagnostics: Iterable[Diagnostic],
    root: str,
    instead: Mapping[str, bytes] | None = None,
    stands: Mapping[str, Stand] | None = None,
) -> list[Diagnostic]:
    """Return the diagnostics with lines and columns of their files in the place of routes.

    Some files may have other contents `instead`, as in `read_folder`; `stands` are of those that had to be fixed.
    """
    known: dict[str, _Places] = {}

    def spot(where: Where) -> Spot:
        if where.file not in known:
            content = (instead or {}).get(where.file) or take(root, where.file)
            stand = (stands or {}).get(where.file)
            known[where.file] = _Places(b"" if isinstance(content, Diagnostic) else content, stand)
        return known[where.file].spot(where)

    return [_located(each, spot) for each in diagnostics]


class _Places:
    """Where things stand in one file, looked up when somebody asks."""

    def __init__(self, content: bytes, stand: Stand | None = None) -> None:
        self._stand = stand or Stand(content)
        self._columns = Columns(content)

    @cached_property
    def _tree(self) -> Node:
        return tree_of(self._stand.content)

    def spot(self, where: Where) -> Spot:
        """Return the spot of a location; a spot found while reading is one of the text in NFC."""
        if isinstance(where, Spot):
            return Spot(where.file, self._columns.span(where.span))
        found = span(self._tree, where)
        if found.line in self._stand.moved:
            found = found._replace(column=found.column - SET_IN, end_column=found.end_column - SET_IN)
        return Spot(where.file, self._columns.span(found))


def located(diagnostics: Iterable[Diagnostic], of: Node) -> list[Diagnostic]:
    """Return the diagnostics of one file with lines and columns; `tree` says where its values stand."""

    def spot(where: Where) -> Spot:
        return where if isinstance(where, Spot) else Spot(where.file, span(of, where))

    return [_located(each, spot) for each in diagnostics]


def _located(each: Diagnostic, spot: Callable[[Where], Spot]) -> Diagnostic:
    """Return a diagnostic with spots for locations; nothing is safe to write in the place of several lines."""
    where, also = spot(each.where), tuple(map(spot, each.also))
    fix = each.fix if where.span.line == where.span.end_line else None
    return each._replace(where=where, also=also, fix=fix)


def tree(root: str, file: str) -> Node:
    """Return where every key and value of a file stands, as far as the file can be read."""
    content = take(root, file)
    return Node([]) if isinstance(content, Diagnostic) else tree_of(content)


def tree_of(content: bytes) -> Node:
    """Return where every key and value of a file's content stands."""
    content, text, _ = decode(content, "")
    builder = Builder(content, text, "")
    with suppress(yaml.YAMLError, TooDeepError):
        builder.build()
    return builder.tree
