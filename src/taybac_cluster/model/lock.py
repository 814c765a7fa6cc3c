"""The lock of a decided year: what it was worked out from, and what came out."""

from typing import Literal

from taybac_cluster.model.record import Date, Document, Number, Record, Text, Whole


class LockedPlace(Record):
    """What came out for one member: its total, group points and place."""

    rank: Whole
    total: Number
    groups: dict[str, Number] = {}
    nominated: bool = False


class Event(Record):
    """A locking or an opening of the year, in order."""

    action: Literal["locked", "unlocked"]
    reason: Text | None = None
    on: Date | None = None
    version: str | None = None


class Lock(Document):
    """A result that may not change silently."""

    year: Whole
    state: Literal["locked", "unlocked"] = "locked"
