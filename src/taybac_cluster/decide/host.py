"""Who hosts a year's meeting, and on what ground."""

import datetime
from collections.abc import Mapping
from typing import Literal, NamedTuple

from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import LocalText, Place

Basis = Literal["held", "decision", "proposal", "none"]


class Waiting(NamedTuple):
    """A member that could host, and the last year in which it is on record as host; None where there is none."""

    member: str
    last: int | None
    refused: LocalText | None = None


class Hosting(NamedTuple):
    """Who hosts a year, and why: it did, it was decided, the rotation proposes it, or nothing can be proposed."""

    year: int
    host: str | None
    basis: Basis
    theme: LocalText | None = None
    seminar: LocalText | None = None
    head: str | None = None
    place: Place | None = None
    waiting: tuple[Waiting, ...] = ()
    """For a proposal: every member that could host, the longest wait first."""
    candidates: tuple[str, ...] = ()
    """Who comes first alike, where no single one does."""
    unknown_years: tuple[int, ...] = ()
    """Years between the first and the asked for one with no host on record."""
    members: int = 0
    """How many members there are on 31 December of the year."""
    faulty: bool = False
    """Whether a meeting file with faults kept the rotation from proposing anybody."""


def hosts(meetings: Mapping[int, Meeting]) -> dict[int, tuple[str, Basis, Place]]:
    """Return the hosts on record by year: held, else as decided by an earlier meeting."""
    found: dict[int, tuple[str, Basis, Place]] = {}
    for _, meeting in sorted(meetings.items()):
        coming = meeting.decisions.next
        if coming is not None and coming.host is not None:
            found[coming.year] = (coming.host, "decision", meeting.at("decisions", "next", "host"))
    for year, meeting in meetings.items():
        if meeting.host is not None:
            found[year] = (meeting.host, "held", meeting.at("host"))
    return found


def host(year: int, roster: Roster, meetings: Mapping[int, Meeting]) -> Hosting:
    """Tell who hosts the meeting of a year: as held, as decided by the newest earlier meeting, else as proposed."""
    meeting = meetings.get(year)
    if meeting is not None and meeting.host is not None:
        place = meeting.at("host")
        return Hosting(year, meeting.host, "held", meeting.theme, meeting.seminar, meeting.head, place)
    earlier = [meetings[each] for each in sorted(meetings, reverse=True) if each < year]
    for each in earlier:
        coming = each.decisions.next
        if coming is not None and coming.year == year and coming.host is not None:
            place = each.at("decisions", "next", "host")
            return Hosting(year, coming.host, "decision", coming.theme, coming.seminar, coming.head, place)
    return _proposed(year, roster, meetings)


def next_host(year: int, roster: Roster, meetings: Mapping[int, Meeting]) -> Hosting:
    """Tell who hosts after a year: the next year's meeting, or that of the year its decision names."""
    meeting = meetings.get(year)
    coming = meeting.decisions.next if meeting is not None else None
    asked = host(coming.year if coming is not None and coming.year > year else year + 1, roster, meetings)
    if asked.theme is None and coming is not None and coming.year == asked.year:
        return Hosting(
            asked.year,
            asked.host,
            asked.basis,
            coming.theme,
            coming.seminar,
            coming.head,
            asked.place,
            asked.waiting,
            asked.candidates,
            asked.unknown_years,
            asked.members,
        )
    return asked


def _proposed(year: int, roster: Roster, meetings: Mapping[int, Meeting]) -> Hosting:
    """Propose by the cluster's rotation, from the hosts on record before the year; never the sitting host."""
    on_record = {each: found for each, found in hosts(meetings).items() if each < year}
    members = [each.id for each in roster.members if each.membership(datetime.date(year, 12, 31)) == "member"]
    sitting = on_record[max(on_record)][0] if on_record and max(on_record) == year - 1 else None
    last = {found[0]: each for each, found in sorted(on_record.items())}
    refused = {
        offer.member: offer.reason or LocalText(vi="", en="")
        for _, meeting in sorted(meetings.items())
        for offer in meeting.offers
        if offer.year == year and not offer.accepted
    }
    accepted = [
        offer.member
        for _, meeting in sorted(meetings.items())
        for offer in meeting.offers
        if offer.year == year and offer.accepted and offer.member in members
    ]
    waiting = [Waiting(each, last.get(each), refused.get(each)) for each in members if each != sitting]
    unknown = tuple(each for each in range(min(on_record, default=year), year) if each not in on_record)
    free = [each for each in waiting if each.refused is None]
    if accepted:
        first = accepted[-1:]
    elif roster.cluster.rotation.order == "fixed":
        first = _next_in_order(roster.cluster.rotation.sequence, on_record, {each.member for each in free})
    else:
        least = min((each.last or 0 for each in free), default=None)
        first = [each.member for each in free if (each.last or 0) == least]
    ordered = tuple(
        sorted(waiting, key=lambda each: (each.refused is not None, each.last or 0, members.index(each.member)))
    )
    if len(first) == 1:
        return Hosting(year, first[0], "proposal", waiting=ordered, unknown_years=unknown, members=len(members))
    return Hosting(
        year, None, "none", waiting=ordered, candidates=tuple(first), unknown_years=unknown, members=len(members)
    )


def _next_in_order(
    sequence: tuple[str, ...], on_record: Mapping[int, tuple[str, Basis, Place]], free: set[str]
) -> list[str]:
    """Return the first free member after the newest host that stands in the order."""
    newest = [found[0] for _, found in sorted(on_record.items(), reverse=True) if found[0] in sequence]
    start = sequence.index(newest[0]) + 1 if newest else 0
    turned = sequence[start:] + sequence[:start]
    return [each for each in turned if each in free][:1]
