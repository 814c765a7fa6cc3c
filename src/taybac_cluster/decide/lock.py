"""Freeze a result, and prove later that it still follows: digests of meanings, not of bytes.

A comment, a layout, the order of keys or of criteria, 7.2 or 7.20, a default written out or left out: none of these
changes a digest, nor do a city's highlights, which no score reads. A number, a reason, a name on the set's day does.
What is sealed of a year is what stood when it was decided: what later meetings did, and who came later, is not part of
it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from taybac_cluster.decide.host import decided_next
from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Node
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.lock import Event, Lock, LockedNext, LockedPlace, LockedWarning
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.record import Document, Record
from taybac_cluster.model.submission import Submission

_SETS = frozenset(("applies_to", "present", "absent", "voters", "evidence"))
"""Lists whose order says nothing."""

_SEALED = tuple(name for name in Lock.model_fields if name != "seal")


class Change(NamedTuple):
    """An input that is no longer what was locked: changed, added or removed."""

    file: str
    kind: str


class Moved(NamedTuple):
    """What differs for one member; None stands for no place."""

    member: str
    before: LockedPlace | None
    after: LockedPlace | None


class Drift(NamedTuple):
    """How far a year is from its lock."""

    changes: tuple[Change, ...] = ()
    moved: tuple[Moved, ...] = ()
    decisions: tuple[str, ...] = ()
    """The parts of the decision that differ: nominated, decided, next, not_ranked, settled_by."""
    broken_seal: bool = False

    @property
    def holds(self) -> bool:
        """Whether the result still follows."""
        return not (self.changes or self.moved or self.decisions or self.broken_seal)


_NOTE = "note"
"""Keys that no score reads, wherever they stand."""

_ASIDE = ("accepted", "highlights", "prepared_by")
"""Keys beside the figures that decide nothing."""

_LATER = ("accepted_warnings",)
"""What locks did not have from the start: it is sealed where there is any, so that older seals stay what they are."""


def digest(value: object) -> str:
    """Return the digest of a value by its meaning."""
    text = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
    """Return a value as JSON can hold it. This runs for every value of every file: the usual kinds come first."""
    kind = type(value)
    if kind is str or kind is bool or kind is int or value is None:
        return value
    if kind is Decimal or kind is Fraction:
        numerator, denominator = value.as_integer_ratio()
        return {"number": str(numerator) if denominator == 1 else f"{numerator}/{denominator}"}
    if isinstance(value, Mapping):
        return {str(key): _in_order(_plain(each)) if key in _SETS else _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        parts = [_plain(each) for each in value]
        named = parts and all(isinstance(each, dict) and "id" in each for each in parts)
        return sorted(parts, key=lambda each: str(each["id"])) if named else parts
    return str(value)


def _in_order(value: Any) -> Any:  # noqa: ANN401
    return sorted(value, key=str) if isinstance(value, list) else value


def _meaning(record: Record, *without: str) -> dict[str, Any]:
    """Return a record as plain values; what is as by default is left out, and every record's fields `without`."""
    said = ((name, getattr(record, name), field.default) for name, field in type(record).model_fields.items())
    return {name: _inside(each, without) for name, each, default in said if each != default and name not in without}


def _inside(value: Any, without: tuple[str, ...]) -> Any:  # noqa: ANN401 - whatever a record holds
    if type(value) is tuple:
        return tuple(_inside(each, without) for each in value)
    if type(value) is dict:
        return {key: _inside(each, without) for key, each in value.items()}
    return _meaning(value, *without) if isinstance(value, Record) else value


def _said(document: Document) -> dict[str, Any]:
    """Return what a file says, without the notes and names that decide nothing."""
    meaning = _meaning(document, _NOTE)
    _without(meaning, _ASIDE)
    return meaning


def _submitted(submission: Submission) -> dict[str, Any]:
    """Return what a city says; a value in a block of its own with nothing beside it is the value."""
    meaning = _said(submission)
    if submission.values is not None:
        values = meaning["values"].items()
        meaning["values"] = {name: said["value"] if said.keys() == {"value"} else said for name, said in values}
    return meaning


def _set_of(criteria: CriteriaSet) -> dict[str, Any]:
    """Return what a set says; what is left out because it follows from the rest is put in its place."""
    meaning = _said(criteria)
    groups = {group.id: str(Fraction(group.weight)) for _, group in criteria.nodes()}
    meaning |= {"weights": groups | {"": str(Fraction(criteria.weight))}, "policies": criteria.policies}
    _without(meaning, ("missing",))
    meaning.pop("points", None)
    stack = list(meaning["groups"])
    while stack:
        group = stack.pop()
        _without(group, ("missing", "points"))
        for criterion in group.get("criteria", ()):
            _without(criterion, ("missing",))
        stack.extend(group.get("groups", ()))
    return meaning


def _without(meaning: dict[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        meaning.pop(name, None)


def inputs(the_round: Round, meetings: Mapping[int, Meeting]) -> dict[str, str]:
    """Return the digest of every input of a round, by its file, as the year reads it.

    The members as they were on the set's day; of an earlier meeting, only what it decided on the next one.
    """
    found = {
        the_round.roster.file: digest(_members(the_round)),
        the_round.criteria.file: digest(_set_of(the_round.criteria)),
    }
    found |= {each.file: digest(_submitted(each)) for each in the_round.submissions.values()}
    found |= {each.file: digest(_said(each)) for each in the_round.appraisals.values()}
    if the_round.meeting is not None:
        found[the_round.meeting.file] = digest(_said(the_round.meeting))
    decided = decided_next(the_round.year, meetings)
    if decided is not None and decided[0].file not in found:
        found[decided[0].file] = digest(_meaning(decided[1]))
    return found


def _members(the_round: Round) -> dict[str, Any]:
    """Return the members on the set's day, and their number on the meeting's where votes are measured by it.

    One that is on record only since a later day counts where it took part.
    """
    part = the_round.submissions.keys() | the_round.appraisals.keys()
    standings = the_round.standings.values()
    found: dict[str, Any] = {
        each.id: each._asdict() for each in standings if each.membership == "member" or each.id in part
    }
    meeting = the_round.meeting
    if meeting is not None:
        bases = {ballot.rule.base for ballot in meeting.ballots.values() if ballot.rule is not None}
        if "members" in bases or meeting.quorum is not None:
            found["*"] = the_round.roster.count(meeting.day)
    return found


def changes(lock: Lock, the_round: Round, meetings: Mapping[int, Meeting]) -> tuple[Change, ...]:
    """Return which inputs are no longer what was locked."""
    return _changes(lock, inputs(the_round, meetings))


def _changes(lock: Lock, now: Mapping[str, str]) -> tuple[Change, ...]:
    found = [Change(file, "removed") for file in lock.inputs if file not in now]
    found += [
        Change(file, "added" if file not in lock.inputs else "changed")
        for file, each in now.items()
        if lock.inputs.get(file) != each
    ]
    return tuple(sorted(found))


def locked(result: Result) -> dict[str, Any]:
    """Return what a lock keeps of a result: all but its state, seal and history."""
    decided = decided_next(result.round.year, result.on_record)
    return {
        "year": result.round.year,
        "illustrative": result.round.illustrative,
        "inputs": inputs(result.round, result.on_record),
        "ranking": tuple(_place(each, result) for each in result.placed),
        "not_ranked": {each.member: each.reason for each in result.left_out},
        "nominated": result.nominations.members,
        "settled_by": result.nominations.settled_by,
        "decided": result.decided,
        "next": LockedNext.model_construct(year=decided[1].year, host=decided[1].host or "")
        if decided is not None
        else None,
        "accepted_warnings": tuple(_accepted(result.round)),
    }


def _accepted(the_round: Round) -> Iterator[LockedWarning]:
    """Yield the warnings that the files of a round accept."""
    documents = (the_round.roster, *the_round.documents, *((the_round.meeting,) if the_round.meeting else ()))
    for document in documents:
        for each in document.accepted:
            yield LockedWarning(file=document.file, code=each.code, at=each.at, reason=each.reason)


def _place(each: Placed, result: Result) -> LockedPlace:
    root = each.sheet.root
    groups = {node.id: node.points for node in root.children if isinstance(node, Node) and node.points is not None}
    return LockedPlace.model_construct(
        member=each.member,
        rank=each.rank,
        total=each.total,
        groups=groups,
        nominated=each.member in result.nominations.members,
        leaves=digest(
            [
                [leaf.id, leaf.outcome, leaf.given.value, leaf.share, leaf.points]
                for leaf in sorted(root.leaves(), key=lambda leaf: leaf.id)
            ]
        ),
    )


def seal(kept: Mapping[str, Any]) -> str:
    """Return the digest of all that a lock says."""
    return digest({name: _dumped(kept[name]) for name in _SEALED if name not in _LATER or kept[name]})


def _dumped(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, tuple):
        return [_dumped(each) for each in value]
    return _inside(value, ())


def sealed(lock: Lock) -> bool:
    """Whether a lock still says what it said when it was written."""
    return lock.seal == seal({name: getattr(lock, name) for name in _SEALED})


def lock_of(result: Result, history: tuple[Event, ...]) -> Lock:
    """Freeze a result; its history ends with its locking."""
    return _sealing(locked(result), history)


def unlocked(lock: Lock, event: Event) -> Lock:
    """Return a lock after its opening; what it keeps of the result stays, and so does the seal that it had."""
    return _sealing({name: getattr(lock, name) for name in _SEALED}, (*lock.history, event))


def short_seal(seal: str) -> str:
    """Return the first digits of a seal, as they stand on paper: XXXX-XXXX-XXXX-XXXX."""
    return "-".join(seal[at : at + 4] for at in range(0, SHORT, 4)).upper()


SHORT = 16
"""How many digits of a seal stand on paper."""


def _sealing(kept: Mapping[str, Any], history: tuple[Event, ...]) -> Lock:
    kept = {**kept, "state": history[-1].action, "history": history}
    return Lock(**kept, seal=seal(kept))


def drift(lock: Lock, result: Result) -> Drift:
    """Compare a result with its lock."""
    now = locked(result)
    before = {each.member: each for each in lock.ranking}
    after = {each.member: each for each in now["ranking"]}
    moved = tuple(
        Moved(member, before.get(member), after.get(member))
        for member in dict.fromkeys((*before, *after))
        if before.get(member) != after.get(member)
    )
    decisions = tuple(
        name
        for name in ("nominated", "decided", "next", "not_ranked", "settled_by")
        if getattr(lock, name) != now[name]
    )
    return Drift(_changes(lock, now["inputs"]), moved, decisions, not sealed(lock))
