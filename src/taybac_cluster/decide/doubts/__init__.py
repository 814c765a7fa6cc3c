"""What a reader must know before signing a result, and which of it could change the nominations.

A doubt is decisive where its try, made alone, changes who is nominated or who stands for an open seat. A try replaces
one thing in a city's files, as a what-if does, and the nominations are made again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from taybac_cluster.decide.doubts.ballots import of_ballots
from taybac_cluster.decide.doubts.found import Found, Kind, together
from taybac_cluster.decide.doubts.of_cities import of_cities
from taybac_cluster.decide.doubts.trying import Outcome, Trying
from taybac_cluster.decide.nominate import OpenSeats, departures
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Diagnostic

_KINDS: Sequence[str] = get_args(Kind)


class Doubt(NamedTuple):
    """One thing that a reader must know; `nominations` and `open_seats` are what its try gives, if it is decisive."""

    kind: Kind
    decisive: bool
    members: tuple[str, ...] = ()
    """Whose value, gate, … it is."""
    id: str | None = None
    """Of a criterion, gate, bonus, judge or ballot; of a warning its code; None for several tried together."""
    assumed: tuple[str, ...] | None = None
    """The tries that come out so."""
    nominations: tuple[str, ...] | None = None
    open_seats: OpenSeats | None = None
    number: int | None = None
    """How many warnings."""
    criterion: str | None = None
    about: str | None = None
    """What of several things its kind can be."""


class Doubts(NamedTuple):
    """All doubts of a result in order, and how many tries were not made."""

    found: tuple[Doubt, ...] = ()
    untried: int = 0

    @property
    def decisive(self) -> tuple[Doubt, ...]:
        """Those that could change the nominations."""
        return tuple(each for each in self.found if each.decisive)


def doubts(result: Result, diagnostics: Iterable[Diagnostic] = (), proof: Proof | Unreadable | None = None) -> Doubts:
    """Find all doubts of a result; `diagnostics` are those of the year's files."""
    tried, untried = _tried(result, tuple(of_cities(result)))
    found = [*tried, *_gates(result), *_ballots(result), *_decided(result), *_lock(proof), *_faulty(result)]
    found += _warnings(diagnostics)
    members = [*(each.member for each in result.placed), *(each.member for each in result.left_out)]
    places = {member: at for at, member in enumerate(members)}

    def order(doubt: Doubt) -> tuple[object, ...]:
        place = min((places.get(each, len(places)) for each in doubt.members), default=-1)
        what = doubt.id is None, doubt.id or "", doubt.criterion or "", doubt.assumed or ()
        return not doubt.decisive, _KINDS.index(doubt.kind), place, *what

    return Doubts(tuple(sorted(found, key=order)), untried)


def _tried(result: Result, founds: tuple[Found, ...]) -> tuple[list[Doubt], int]:
    """Try what the cities' files leave open: each thing alone, then several of a kind where none alone decides."""
    trying = Trying(result)
    outcomes = trying.all(founds)
    groups: dict[tuple[str, Kind], list[int]] = {}
    for at, found in enumerate(founds):
        groups.setdefault((found.member, found.kind), []).append(at)
    undecided = [
        [founds[at] for at in group]
        for group in groups.values()
        if len(group) > 1 and not any(outcome.nominations for at in group for outcome in outcomes[at])
    ]
    combined = tuple(each for group in undecided if (each := together(tuple(group))) is not None)
    outcomes = [*outcomes, *trying.all(combined)]
    everything = zip((*founds, *combined), outcomes, strict=True)
    return [_doubt(found, outcome) for found, each in everything for outcome in each], trying.untried


def _doubt(found: Found, outcome: Outcome) -> Doubt:
    then = outcome.nominations
    return Doubt(
        found.kind,
        then is not None,
        (found.member,),
        found.id,
        outcome.assumed or None,
        None if then is None else then.members,
        None if then is None else then.open_seats,
        criterion=found.criterion,
        about=found.about,
    )


def _gates(result: Result) -> Iterator[Doubt]:
    """Yield the gates that nominated cities and candidates answered by themselves, one doubt a gate."""
    seats = result.nominations.open_seats
    near = {*result.nominations.members, *(seats.candidates if seats else ())}
    alone: dict[str, list[str]] = {gate.id: [] for gate in result.round.criteria.gates}
    for each in result.placed:
        for gate in each.sheet.gates if each.member in near else ():
            if gate.answered and not gate.appraised:
                alone[gate.id].append(each.member)
    for name, members in alone.items():
        if members:
            yield Doubt("gate", decisive=True, members=tuple(members), id=name)


def _ballots(result: Result) -> Iterator[Doubt]:
    meeting, roster = result.round.meeting, result.round.roster
    for ballot in of_ballots(meeting, roster) if meeting is not None else ():
        members = tuple(each for each in ballot.members if each in roster.by_id)
        yield Doubt("ballot", ballot.decisive, members, ballot.name, about=ballot.about)


def _decided(result: Result) -> Iterator[Doubt]:
    if result.decided is not None:
        beyond, absent = departures(result.decided, result.nominations)
        if beyond or absent:
            yield Doubt("decided_otherwise", decisive=True, members=(*beyond, *absent))


def _lock(proof: Proof | Unreadable | None) -> Iterator[Doubt]:
    if proof is not None and proof.state in ("drifted", "unreadable"):
        yield Doubt("drift", decisive=True, about=proof.state)


def _faulty(result: Result) -> Iterator[Doubt]:
    if result.round.faulty:
        yield Doubt("faulty", decisive=True, members=tuple(result.round.faulty))


def _warnings(diagnostics: Iterable[Diagnostic]) -> Iterator[Doubt]:
    for code, number in Counter(each.code for each in diagnostics if each.severity == "warning").items():
        yield Doubt("warning", decisive=False, id=code, number=number)
