"""Who is put forward: the best that are eligible, and what the meeting must settle where a tie crosses the cut."""

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.sheet import Sheet
from taybac_cluster.decide.votes import carried
from taybac_cluster.model.criteria import CriteriaSet, Nomination
from taybac_cluster.model.meeting import Meeting

SettledBy = Literal["ballots.tie", "decisions.nominated"]


class OpenSeats(NamedTuple):
    """Seats that the rules leave to the meeting, and who stands for them."""

    seats: int
    candidates: tuple[str, ...]


class Nominations(NamedTuple):
    """Who the rules put forward, in the order of the ranking."""

    members: tuple[str, ...] = ()
    open_seats: OpenSeats | None = None
    settled_by: SettledBy | None = None
    tie: OpenSeats | None = None
    """The tie across the cut, settled or not."""


def shortcomings(sheet: Sheet, criteria: CriteriaSet) -> tuple[str, ...]:
    """Return why a member is not eligible: `gate:ID`, `min_points`, `min_group_percent:ID`; empty where it is."""
    reasons = [f"gate:{gate.id}" for gate in sheet.gates if not gate.passed]
    rule = criteria.nomination
    if rule is None:
        return tuple(reasons)
    if rule.min_points is not None and (sheet.total is None or sheet.total < rule.min_points):
        reasons.append("min_points")
    if rule.min_group_percent is not None:
        least = Fraction(rule.min_group_percent) / 100
        for child in sheet.root.children:
            if not child.counts or child.weight <= 0:
                continue
            printed = child.points
            reached = child.share or Fraction(0) if printed is None else Fraction(printed) / Fraction(child.weight)
            if reached < least:
                reasons.append(f"min_group_percent:{child.id}")
    return tuple(reasons)


def nominate(placed: Sequence[Placed], criteria: CriteriaSet, meeting: Meeting | None, members: int = 0) -> Nominations:
    """Put forward the best `quota` of those eligible; a tie across the cut follows `at_tie`.

    `members` is how many members the cluster has on the meeting's day: some votes are measured by it.
    """
    eligible = [each for each in placed if not shortcomings(each.sheet, criteria)]
    return put_forward(eligible, criteria.nomination, meeting, members)


def put_forward(
    eligible: Sequence[Placed], rule: Nomination | None, meeting: Meeting | None, members: int, ahead: int = 0
) -> Nominations:
    """Put forward the best `quota` of members that are eligible; `ahead` more stand before them and have seats."""
    quota = rule.quota - ahead if rule is not None else 0
    if rule is None or quota <= 0:
        return Nominations()
    if len(eligible) <= quota:
        return Nominations(tuple(each.member for each in eligible))
    last, first_out = eligible[quota - 1], eligible[quota]
    if last.rank != first_out.rank:
        return Nominations(tuple(each.member for each in eligible[:quota]))
    sure = tuple(each.member for each in eligible if each.rank < last.rank)
    candidates = tuple(each.member for each in eligible if each.rank == last.rank)
    tie = OpenSeats(quota - len(sure), candidates)
    if rule.at_tie == "all":
        return Nominations((*sure, *candidates), tie=tie)
    if rule.at_tie == "none":
        return Nominations(sure, tie=tie)
    chosen, settled_by = _settled(tie, meeting, members)
    return Nominations((*sure, *chosen), None if chosen else tie, settled_by, tie)


def departures(decided: Sequence[str], found: Nominations) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return whom a meeting put forward beyond the rules, and whom it left out against them.

    Seats that the rules leave open are the meeting's to give: to any of the candidates, but to no more than there are.
    """
    taken = tuple(each for each in decided if found.open_seats and each in found.open_seats.candidates)
    given = taken if found.open_seats and len(taken) <= found.open_seats.seats else ()
    beyond = tuple(each for each in decided if each not in found.members and each not in given)
    return beyond, tuple(each for each in found.members if each not in decided)


def _settled(tie: OpenSeats, meeting: Meeting | None, members: int) -> tuple[tuple[str, ...], SettledBy | None]:
    """Return whom the meeting chose for the open seats: by the ballot on the tie, else by what it decided.

    Each counts only if it names exactly as many candidates as there are seats.
    """
    if meeting is None:
        return (), None
    ballot = meeting.ballots.get("tie")
    won = carried(ballot, meeting, members) if ballot is not None else frozenset()
    ways: tuple[tuple[SettledBy, Collection[str]], ...] = (
        ("ballots.tie", won),
        ("decisions.nominated", meeting.decisions.nominated or ()),
    )
    for settled_by, named in ways:
        chosen = tuple(each for each in tie.candidates if each in named)
        if len(chosen) == tie.seats:
            return chosen, settled_by
    return (), None
