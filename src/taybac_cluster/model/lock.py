"""The lock of a decided year: what it was worked out from, what came out, and who opened it again and why."""

from typing import Literal

from taybac_cluster.model.record import Date, Document, Number, Record, Text, Whole


class LockedPlace(Record):
    """What came out for one member: its place, total and group points, and a digest of its criteria."""

    member: str
    rank: Whole
    total: Number
    groups: dict[str, Number] = {}
    nominated: bool = False
    leaves: str


class LockedNext(Record):
    """What was decided on the next meeting."""

    year: Whole
    host: str


class Event(Record):
    """A locking or an opening of the year, in order; of an opening, the seal that the year had until then."""

    action: Literal["locked", "unlocked"]
    version: str
    reason: Text | None = None
    date: Date | None = None
    seal: str | None = None


class LockedWarning(Record):
    """A warning that was accepted when the year was locked: in which file, where in it, and why."""

    file: str
    code: str
    at: str | None = None
    reason: Text


class Lock(Document):
    """A result that may not change silently.

    `inputs` holds a digest of every file by its meaning, as the year reads it; `seal` one of all that came out.
    """

    year: Whole
    state: Literal["locked", "unlocked"]
    illustrative: bool = False
    inputs: dict[str, str]
    ranking: tuple[LockedPlace, ...]
    not_ranked: dict[str, str] = {}
    nominated: tuple[str, ...] = ()
    settled_by: str | None = None
    decided: tuple[str, ...] | None = None
    next: LockedNext | None = None
    accepted_warnings: tuple[LockedWarning, ...] = ()
    seal: str
    history: tuple[Event, ...]
