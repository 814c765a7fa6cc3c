"""A mapping or a list of a file while it is built, and where its keys and values stand."""

from typing import Any, Final, NamedTuple

from taybac_cluster.diagnostics import Span
from taybac_cluster.model.record import Location, Route


class Faulty:
    """Stands for a value that is faulty in itself."""


FAULTY: Final = Faulty()
_NO_KEYS: Final[dict[str, Any]] = {}
_NOTHING: Final[set[str]] = set()


class Node:
    """One mapping or list: what is in it, and the events that say where each key and value stands."""

    __slots__ = (
        "dropped",
        "faulty",
        "in_braces",
        "is_key",
        "is_mapping",
        "key",
        "keys",
        "parts",
        "repeats",
        "route",
        "start",
        "value",
    )

    def __init__(self, value: Any, event: Any = None, route: Route = ()) -> None:
        self.value, self.route = value, route
        self.start: Any = event.start_mark if event else None
        self.in_braces: bool = bool(event and event.flow_style)
        """Whether it is written within braces or brackets."""
        self.is_mapping = type(value) is dict
        self.key: Any = None if self.is_mapping else 0
        """The key, or the position in a list, of the value that comes next; None where a key comes next."""
        self.keys: dict[str, Any] = {} if self.is_mapping else _NO_KEYS
        """Where each key stands first."""
        self.parts: Any = {} if self.is_mapping else []
        """Where each value stands, by its key or position: a node, or an event."""
        self.faulty = False
        """Whether all of it is to be left out."""
        self.is_key = False
        """Whether it stands where a key is expected."""
        self.repeats = 0
        """How many keys before stood twice: several in a row are one mistake, a whole item that is not set apart."""
        self.dropped: set[str] = _NOTHING
        """Keys that are faulty themselves; their values are left out."""

    def below(self) -> Route:
        """Return the route of the value that comes next."""
        return (*self.route, "" if self.key is None else self.key)

    def put(self, value: Any, part: Any, left_out: list[Route]) -> None:
        """Add the next value; `left_out` takes its route instead where it is faulty."""
        key = self.key
        if not self.is_mapping:
            self.parts.append(part)
            self.value.append(value)
            self.faulty = self.faulty or value is FAULTY
            self.key = key + 1
        else:
            self.parts.setdefault(key, part)
            if value is not FAULTY and key not in self.dropped:
                self.value[key] = value
            self.key = None
        if value is FAULTY:
            left_out.append((*self.route, key))

    def drop(self, key: str, event: Any, left_out: list[Route]) -> None:
        """Take a key that is faulty itself, and leave its value out."""
        self.key = key
        self.keys.setdefault(key, event)
        self.value.pop(key, None)
        if not self.dropped:
            self.dropped = set()
        self.dropped.add(key)
        left_out.append((*self.route, key))

    def has(self, step: str | int) -> bool:
        """Whether a key or a position is there, with its value."""
        return step in self.parts if self.is_mapping else isinstance(step, int) and step < len(self.parts)

    def result(self) -> Any:
        """Return what was gathered, and keep only where it stands."""
        value, self.value, self.route = self.value, None, ()
        if self.faulty:
            return FAULTY
        return value if self.is_mapping else tuple(value)


SET_IN = 2
"""So many spaces are written before a block that lost its indent."""


class Stand(NamedTuple):
    """Where to look up the lines of a file that can be read only once it is fixed: in this content."""

    content: bytes
    moved: frozenset[int] = frozenset()
    """The lines that were set in."""


def span(tree: Node, place: Location) -> Span:
    """Return the span of a location; of what is not written, that of its nearest parent that is."""
    here = tree.parts[0] if tree.parts else None
    if not place.route and place.part == "value" and here is not None:
        return _span(here)
    found = Span()
    for at, step in enumerate(place.route, 1):
        if not isinstance(here, Node) and here is not None and place.route[at - 1 :] == ("value",):
            return _span(here)  # a value alone stands for a block that holds only it
        if not isinstance(here, Node) or not here.has(step):
            break
        whole = place.part == "value" and at == len(place.route)
        key = None if whole or isinstance(step, int) else here.keys.get(step)
        here = here.parts[step]
        found = _span(here if key is None else key)
    return found


def _span(part: Any) -> Span:
    """Return where an event stands; a mapping or a list at its first character."""
    if isinstance(part, Node):
        line, column = part.start.line + 1, part.start.column + 1
        return Span(line, column, line, column + 1)
    start, end = part.start_mark, part.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
