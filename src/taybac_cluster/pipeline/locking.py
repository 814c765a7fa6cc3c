"""Lock a decided year, open it again, and prove that its result still follows."""

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from taybac_cluster import __version__
from taybac_cluster.decide.lock import lock_of, sealed, unlocked
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.files import put_unless_changed, take
from taybac_cluster.load.locations import locate
from taybac_cluster.load.locks import opened, unreadable, written
from taybac_cluster.load.survey import locks
from taybac_cluster.model.lock import Event, Lock
from taybac_cluster.model.record import LocalText
from taybac_cluster.pipeline import Checked, check, proof_of, ranked
from taybac_cluster.pipeline.faults import of_lock
from taybac_cluster.pipeline.refusals import (
    FaultyDataError,
    LockChangedError,
    LockRefusal,
    LockUnwritableError,
    NothingToRankError,
    NotLockedError,
    Obstacle,
)
from taybac_cluster.rules.registry import breaches


class LockFile(NamedTuple):
    """A lock as it is to be written: what the file held before, None if it was not there, and its new text."""

    lock: Lock
    before: bytes | None
    text: str


class Blocked(NamedTuple):
    """What keeps a year without errors from being locked, and the file that it is in."""

    kind: Obstacle
    file: str


def frozen(root: Path, year: int, on: datetime.date | None, reason: str | None) -> tuple[LockFile | None, Result]:
    """Return the new lock of a year, and its result; no lock where the year is locked already and unchanged.

    Raises:
        LockRefusal: something blocks the lock.
        LockUnwritableError: it could not be read again.
        NothingToRankError, FaultyDataError: as `ranked`, and any error in what the year reads.
    """
    before = _content(root, year)
    result, found = ranked(root, year)
    if found.errors:
        raise FaultyDataError(found, found.errors)
    proof = proof_of(found, result)
    blocked = tuple(blocking(result, proof))
    if blocked:
        kind = blocked[0].kind
        raise LockRefusal(kind, year, tuple(each.file for each in blocked if each.kind == kind))
    if isinstance(proof, Proof) and proof.state == "verified":
        return None, result
    history = proof.lock.history if isinstance(proof, Proof) else ()
    event = Event(action="locked", version=__version__, reason=LocalText(reason) if reason else None, date=on)
    lock = lock_of(result, (*history, event)).in_file(_file(year))
    return _readable_file(LockFile(lock, before, written(lock))), result


def blocking(result: Result, proof: Proof | Unreadable | None) -> Iterator[Blocked]:
    """Yield what keeps a year without errors from being locked."""
    year = result.round.year
    if isinstance(proof, Proof) and proof.drift.broken_seal:
        yield Blocked("edited", _file(year))
    elif isinstance(proof, Proof) and proof.state == "drifted":
        yield Blocked("drift", _file(year))
    yield from (Blocked("draft", file) for file in result.round.drafts)
    if result.nominations.open_seats is not None:
        yield Blocked("open_seat", f"meetings/{year}.yaml")


def opening(root: Path, year: int, on: datetime.date | None, reason: str) -> LockFile:
    """Return a lock with its year opened, the reason and the seal that it had kept; all else as it was written.

    Raises:
        NotLockedError: the year is not locked.
        LockRefusal: its lock was edited by hand.
        LockUnwritableError: it could not be read again.
        FaultyDataError: the lock itself cannot be read.
    """
    before = _content(root, year)
    found = check(root, year)
    lock = _readable(found, year)
    if lock is None or before is None:
        raise NotLockedError(year, locks(str(root)))
    if not sealed(lock):
        raise LockRefusal("edited", year, (lock.file,))
    if lock.state != "locked":
        raise NotLockedError(year, [])
    event = Event(action="unlocked", version=__version__, reason=LocalText(reason), date=on, seal=lock.seal)
    after = unlocked(lock, event).in_file(lock.file)
    return _readable_file(LockFile(after, before, opened(before, after)))


def write(root: Path, new: LockFile) -> Path:
    """Write a lock, and return where; a folder for it is made.

    Raises:
        LockChangedError: another run wrote it in the meantime.
        OSError: it cannot be written.
    """
    path = root / new.lock.file
    path.parent.mkdir(exist_ok=True)
    if not put_unless_changed(path, new.before, new.text.encode()):
        raise LockChangedError(new.lock.year)
    return path


def proved(root: Path, year: int) -> Proof:
    """Compute a locked year again and compare it with its lock.

    Raises:
        NotLockedError: the year has no lock.
        NothingToRankError: it was unlocked, and nothing is left to compute.
        FaultyDataError: a file that the year reads has an error or is gone, so that nothing can be computed.
    """
    if year not in _locks(root):
        raise NotLockedError(year, locks(str(root)))
    try:
        result, found = ranked(root, year)
    except NothingToRankError:
        found = check(root, year)
        faults = (*found.errors, *_breaches(found))
        if not faults:
            raise
        raise FaultyDataError(found, faults) from None
    except FaultyDataError as refusal:
        raise FaultyDataError(refusal.checked, (*refusal.faults, *_breaches(refusal.checked))) from None
    _readable(found, year)
    proof = proof_of(found, result)
    if not isinstance(proof, Proof):
        raise FaultyDataError(found, found.errors)
    unread = [each for each in found.errors if each.file in proof.lock.inputs]
    if unread:
        raise FaultyDataError(found, (*unread, *_breaches(found)))
    return proof


def all_proved(root: Path, years: Iterable[int]) -> tuple[tuple[Proof, ...], dict[int, FaultyDataError]]:
    """Prove several years, every locked one where none is named; and return which cannot be computed at all.

    Raises:
        NotLockedError: one has no lock, or there is none at all.
        FaultyDataError: the locks cannot be looked at.
    """
    proofs, faulty = [], {}
    for year in tuple(years) or _some_locks(root):
        try:
            proofs.append(proved(root, year))
        except FaultyDataError as refusal:
            faulty[year] = refusal
    return tuple(proofs), faulty


def _some_locks(root: Path) -> list[int]:
    found = _locks(root)
    if not found:
        raise NotLockedError(None, [])
    return found


def _locks(root: Path) -> list[int]:
    """Return the years that have a lock.

    Raises:
        FaultyDataError: there is none, and something is wrong with the folder or what stands in it.
    """
    found = locks(str(root))
    if not found:
        whole = check(root)
        faults = [each for each in whole.errors if each.file.split("/")[0] == "results"]
        if faults:
            raise FaultyDataError(whole, faults)
    return found


def _content(root: Path, year: int) -> bytes | None:
    """Return what a lock's file holds; what cannot be read is a fault that is found later."""
    content = take(str(root), _file(year))
    return content if isinstance(content, bytes) else None


def _file(year: int) -> str:
    return f"results/{year}.yaml"


def _readable_file(new: LockFile) -> LockFile:
    fault = unreadable(new.text, new.lock)
    if fault is not None:
        raise LockUnwritableError(new.lock.year, fault)
    return new


def _readable(found: Checked, year: int) -> Lock | None:
    faults = of_lock(found, year)
    if faults:
        raise FaultyDataError(found, faults)
    return found.cluster.locks.get(year)


def _breaches(found: Checked) -> tuple[Diagnostic, ...]:
    """Return what is said of the lock: which inputs are no longer what was locked."""
    return tuple(locate(breaches(found.cluster), str(found.root)))
