"""Freeze a result, and prove later that it still follows: digests of meanings, not of bytes.

A comment, a layout, the order of keys or of criteria, 7.2 or 7.20, a default written out or left out: none of these
changes a digest. A number, a text, a name on the set's day does.
"""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.score import Node
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.lock import Lock, LockedNext, LockedPlace
from taybac_cluster.model.record import Document, LocalText


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


def digest(value: object) -> str:
    """Return the digest of a value by its meaning."""
    text = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a record holds
    if isinstance(value, LocalText):
        return [value.vi, value.en] if value.en is not None else value.vi
    if isinstance(value, Decimal | Fraction):
        return {"number": str(Fraction(value))}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        parts = [_plain(each) for each in value]
        named = parts and all(isinstance(each, dict) and "id" in each for each in parts)
        return sorted(parts, key=lambda each: str(each["id"])) if named else parts
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _meaning(document: Document) -> dict[str, Any]:
    return document.model_dump(exclude_defaults=True)


def inputs(the_round: Round) -> dict[str, str]:
    """Return the digest of every input of a round, by its file; the members as they were on the set's day."""
    standings = {each.id: each._asdict() for each in the_round.standings.values()}
    found = {the_round.roster.file: digest(standings), the_round.criteria.file: digest(_meaning(the_round.criteria))}
    documents: list[Document] = [*the_round.submissions.values(), *the_round.appraisals.values()]
    if the_round.meeting is not None:
        documents.append(the_round.meeting)
    return found | {document.file: digest(_meaning(document)) for document in documents}


def changes(lock: Lock, the_round: Round) -> tuple[Change, ...]:
    """Tell which inputs are no longer what was locked."""
    now = inputs(the_round)
    found = [Change(file, "removed") for file in lock.inputs if file not in now]
    found += [Change(file, "added" if file not in lock.inputs else "changed") for file, each in now.items() if lock.inputs.get(file) != each]
    return tuple(sorted(found))


def locked(result: Result) -> dict[str, Any]:
    """Return what a lock keeps of a result, but its state, seal and history."""
    kept = {
        "year": result.round.year,
        "illustrative": result.round.illustrative,
        "inputs": inputs(result.round),
        "ranking": tuple(_place(each, result) for each in result.placed),
        "not_ranked": {each.member: each.reason for each in result.left_out},
        "nominated": result.nominations.members,
        "settled_by": result.nominations.settled_by,
        "decided": result.decided,
        "next": None,
    }
    if result.next.host is not None and result.next.basis in ("decision", "held"):
        kept["next"] = LockedNext(year=result.next.year, host=result.next.host)
    return kept


def _place(each: Placed, result: Result) -> LockedPlace:
    root = each.sheet.root
    groups = {node.id: node.points for node in root.children if isinstance(node, Node) and node.points is not None}
    return LockedPlace(
        member=each.member,
        rank=each.rank,
        total=each.total,
        groups=groups,
        nominated=each.member in result.nominations.members,
        leaves=digest([[leaf.id, leaf.outcome, leaf.given.value, leaf.share, leaf.points] for leaf in sorted(root.leaves(), key=lambda leaf: leaf.id)]),
    )


def seal(kept: Mapping[str, Any]) -> str:
    """Return the digest of all that a lock keeps of a result."""
    names = ("year", "illustrative", "inputs", "ranking", "not_ranked", "nominated", "settled_by", "decided", "next")
    return digest({name: _dumped(kept[name]) for name in names})


def _dumped(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, tuple):
        return [_dumped(each) for each in value]
    return value.model_dump(exclude_defaults=True) if isinstance(value, LockedPlace | LockedNext) else value


def sealed(lock: Lock) -> bool:
    """Whether a lock still says what it said when it was written."""
    return lock.seal == seal({name: getattr(lock, name) for name in Lock.model_fields})


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
        name for name in ("nominated", "decided", "next", "not_ranked", "settled_by") if getattr(lock, name) != now[name]
    )
    return Drift(changes(lock, result.round), moved, decisions, not sealed(lock))
