"""How a year stands to its lock."""

from typing import Literal, NamedTuple

from taybac_cluster.decide.lock import Drift
from taybac_cluster.decide.result import Result
from taybac_cluster.model.lock import Event, Lock


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
        """Whether the lock holds, does not, or was opened; of one that was edited by hand nothing is believed."""
        if self.lock.state == "unlocked" and not self.drift.broken_seal:
            return "unlocked"
        return "verified" if self.drift.holds else "drifted"


class Paper(NamedTuple):
    """What the seal on a paper belongs to; of an earlier lock, the opening that ended it."""

    kind: Literal["current", "drifted", "earlier", "not_locked", "unknown"]
    opened: Event | None = None


def paper_of(proof: Proof, seal: str) -> Paper:
    """Return what a seal belongs to, of which the first digits are enough."""
    lock = proof.lock
    for event in lock.history:
        if event.seal is not None and event.seal.startswith(seal):
            return Paper("earlier", event)
    if lock.state == "unlocked":
        return Paper("not_locked")
    if not lock.seal.startswith(seal):
        return Paper("unknown")
    return Paper("current" if proof.drift.holds else "drifted")
