"""Lock a decided year, open it again, and prove that its result still follows."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from taybac_cluster import __version__
from taybac_cluster.decide.lock import lock_of, sealed, unlocked
from taybac_cluster.decide.proof import Proof
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.folder import locks
from taybac_cluster.load.locations import locate
from taybac_cluster.load.locks import opened, written
from taybac_cluster.model.lock import Event, Lock
from taybac_cluster.model.record import LocalText
from taybac_cluster.pipeline import Checked, check, proof_of, ranked
from taybac_cluster.pipeline.refusals import FaultyDataError, LockRefusal, NothingToRankError
from taybac_cluster.rules.registry import breaches


class Frozen(NamedTuple):
    """The text of a new lock, and the result that it freezes."""

    text: str
    result: Result


def proved(root: Path, year: int) -> Proof:
    """Work a locked year out again and compare it with its lock.

    Raises:
        LockRefusal: the year has no lock.
        NothingToRankError: it was unlocked, and nothing is left to work out.
        FaultyDataError: a file that the year reads has an error or is gone, so that nothing can be worked out.
    """
    if year not in locks(str(root)):
        raise LockRefusal("none", year, locks(str(root)))
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
    """Prove several years, every locked one where none is named; and tell which cannot be worked out at all.

    Raises:
        LockRefusal: one has no lock, or there is none at all.
    """
    proofs, faulty = [], {}
    for year in years or _locked_years(root):
        try:
            proofs.append(proved(root, year))
        except FaultyDataError as refusal:
            faulty[year] = refusal
    return tuple(proofs), faulty


def _locked_years(root: Path) -> list[int]:
    found = locks(str(root))
    if not found:
        raise LockRefusal("no_lock", 0)
    return found


def frozen(root: Path, year: int, on: datetime.date | None, reason: str | None) -> Frozen | None:
    """Return the text of a new lock; None where the year is locked already and holds.

    Raises:
        LockRefusal: the meeting has still to settle something; or the year is locked and its result no longer follows,
            so it must be unlocked first; or its lock was edited by hand.
        NothingToRankError, FaultyDataError: as `ranked`, and any error in what the year reads.
    """
    result, found = ranked(root, year)
    if found.errors:
        raise FaultyDataError(found, found.errors)
    proof = proof_of(found, result)
    history: tuple[Event, ...] = ()
    if isinstance(proof, Proof):
        if proof.drift.broken_seal:
            raise LockRefusal("edited", year)
        if proof.state == "verified":
            return None
        if proof.state == "drifted":
            raise LockRefusal("drifted", year)
        history = proof.lock.history
    if result.nominations.open_seats is not None:
        raise LockRefusal("open", year)
    event = Event(action="locked", version=__version__, reason=LocalText(reason) if reason else None, date=on)
    return Frozen(written(lock_of(result, (*history, event))), result)


def unlock_text(root: Path, year: int, on: datetime.date | None, reason: str) -> str:
    """Return a lock's text with the year opened and the reason kept; everything else stays as it was written.

    Raises:
        LockRefusal: the year is not locked, or its lock was edited by hand.
        FaultyDataError: the lock itself cannot be read.
    """
    found = check(root, year)
    lock = _readable(found, year)
    if lock is None or lock.state != "locked":
        raise LockRefusal("none", year, locks(str(root)))
    if not sealed(lock):
        raise LockRefusal("edited", year)
    event = Event(action="unlocked", version=__version__, reason=LocalText(reason), date=on)
    return opened(str(root), unlocked(lock, event).placed(lock.file))


def _readable(found: Checked, year: int) -> Lock | None:
    faults = [each for each in found.errors if each.file in ("results", f"results/{year}.yaml")]
    if faults:
        raise FaultyDataError(found, faults)
    return found.cluster.locks.get(year)


def _breaches(found: Checked) -> tuple[Diagnostic, ...]:
    """Return what is said of the lock: which inputs are no longer what was locked."""
    return tuple(locate(breaches(found.cluster), str(found.root)))
