"""Lock a decided year, open it again, and prove that its result still follows."""

import datetime
from pathlib import Path

from taybac_cluster import __version__
from taybac_cluster.decide.lock import locked
from taybac_cluster.export.yaml import render
from taybac_cluster.load.folder import locks
from taybac_cluster.load.opening import opened
from taybac_cluster.model.lock import Event
from taybac_cluster.model.record import LocalText
from taybac_cluster.pipeline import FaultyDataError, LockRefusal, check, proof_of, ranked
from taybac_cluster.views.lock import HEAD, Proof, contents, event_record


def proved(root: Path, year: int) -> Proof:
    """Work a locked year out again and compare it with its lock.

    Raises:
        LockRefusal: the year has no lock.
        NothingToRankError, FaultyDataError: as `ranked`.
    """
    result, found = ranked(root, year)
    proof = proof_of(found, result)
    if proof is None:
        raise LockRefusal("none", year, locks(str(root)))
    return proof


def locked_years(root: Path) -> list[int]:
    """Return the years that have a lock.

    Raises:
        LockRefusal: there is none.
    """
    found = locks(str(root))
    if not found:
        raise LockRefusal("no_lock", 0)
    return found


def lock_text(root: Path, year: int, on: datetime.date | None, reason: str | None) -> str | None:
    """Return the text of a new lock; None where the year is locked already and holds.

    Raises:
        LockRefusal: the meeting has still to settle something; or the year is locked and its result no longer follows,
            so it must be unlocked first.
        NothingToRankError, FaultyDataError: as `ranked`.
    """
    result, found = ranked(root, year)
    proof = proof_of(found, result)
    if proof is not None and proof.lock.state == "locked":
        if proof.drift.holds:
            return None
        raise LockRefusal("drifted", year)
    if result.nominations.open_seats is not None:
        raise LockRefusal("open", year)
    event = Event(action="locked", version=__version__, reason=LocalText(reason) if reason else None, on=on)
    history = (*proof.lock.history, event) if proof is not None else (event,)
    return render(contents(locked(result), "locked", history), HEAD)


def unlock_text(root: Path, year: int, on: datetime.date | None, reason: str) -> str:
    """Return a lock's text with the year opened and the reason kept; everything else stays as it was written.

    Raises:
        LockRefusal: the year is not locked.
        FaultyDataError: the lock itself cannot be read.
    """
    found = check(root, year)
    lock = found.cluster.locks.get(year)
    faults = [each for each in found.errors if each.file == f"results/{year}.yaml"]
    if lock is None and faults:
        raise FaultyDataError(found, faults)
    if lock is None or lock.state != "locked":
        raise LockRefusal("none", year, locks(str(root)))
    event = Event(action="unlocked", version=__version__, reason=LocalText(reason), on=on)
    return opened(str(root), lock.file, render({"history": [event_record(event)]}))
