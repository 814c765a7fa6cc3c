"""How a year stands to its lock."""

from typing import Literal, NamedTuple

from taybac_cluster.decide.lock import Drift
from taybac_cluster.decide.result import Result
from taybac_cluster.model.lock import Lock


class Unreadable(NamedTuple):
    """A lock that is there and cannot be read: nothing can be compared with it."""

    file: str

    @property
    def state(self) -> Literal["unreadable"]:
        """Always `unreadable`."""
        return "unreadable"


class Proof(NamedTuple):
    """A lock, the result computed again, and how far they are apart."""

    lock: Lock
    result: Result
    drift: Drift
    version: str
    """The version that computed the result again."""

    @property
    def locker(self) -> str:
        """The version that locked it."""
        return next((event.version for event in reversed(self.lock.history) if event.action == "locked"), "?")

    @property
    def state(self) -> Literal["verified", "drifted", "unlocked"]:
        """Whether the lock holds, does not, or was opened."""
        if self.lock.state == "unlocked":
            return "unlocked"
        return "verified" if self.drift.holds else "drifted"
