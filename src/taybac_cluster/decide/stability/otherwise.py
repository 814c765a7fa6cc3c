"""The exact decision by other words or scales: as the cities assessed themselves, or all as one class."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from taybac_cluster.decide.nominate import Nominations, OpenSeats, nominate
from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result, placed_and_left
from taybac_cluster.decide.score import score
from taybac_cluster.decide.stability.answers import Decided
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.members import Standing


def as_decided(placed: Sequence[Placed], nominations: Nominations) -> Decided:
    """Return a decision in the form that all variants have."""
    return Decided({each.member: each.rank for each in placed}, nominations.members, nominations.open_seats)


def as_assessed(result: Result) -> Decided | None:
    """Decide as the cities assessed themselves."""
    if not result.round.appraisals.keys() & result.sheets.keys():
        return None
    placed, _ = placed_and_left(result.round, dict(result.own))
    return _redecided(result, placed)


def _redecided(result: Result, placed: Sequence[Placed]) -> Decided:
    """Nominate among sheets that were made otherwise; of ties the meeting settles only the one that it settled."""
    chosen, real = nominate(placed, result.round.criteria, None), result.nominations
    settles = real.settled_by and real.tie and chosen.open_seats and _alike(real.tie, chosen.open_seats)
    if settles and real.tie:
        won = tuple(member for member in real.tie.candidates if member in real.members)
        chosen = Nominations((*chosen.members, *won))
    return as_decided(placed, chosen)


def _alike(one: OpenSeats, other: OpenSeats) -> bool:
    return one.seats == other.seats and set(one.candidates) == set(other.candidates)


def treatments(criteria: CriteriaSet) -> list[tuple[str, ...]]:
    """Return the classes that the set names, those together that it treats alike."""
    named = {name for each in criteria.criteria.values() for name in (*each.per_class, *(each.applies_to or ()))}
    order = ("đặc biệt", "I", "II", "III", "IV", "V")

    def treatment(name: str) -> tuple[tuple[int, bool], ...]:
        return tuple((id(each.scale_for(name)), each.applies(name)) for each in criteria.criteria.values())

    found: dict[tuple[tuple[int, bool], ...], list[str]] = {}
    for name in sorted(named, key=order.index):
        found.setdefault(treatment(name), []).append(name)
    return [tuple(names) for names in found.values()]


def as_class(result: Result, name: str) -> Decided:
    """Decide with every city scored as if of one class: by its scales, and on the criteria that apply to it."""
    the_round = _Classed(**{each.name: getattr(result.round, each.name) for each in fields(Round)}, urban_class=name)
    placed, _ = placed_and_left(the_round, score(the_round))
    return _redecided(result, placed)


@dataclass(frozen=True)
class _Classed(Round):
    """A round in which every city is of one class."""

    urban_class: str = ""

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """What every member was on the set's day, but for the class."""
        return {
            name: each._replace(urban_class=self.urban_class)
            for name, each in self.roster.on(self.criteria.as_of).items()
        }
