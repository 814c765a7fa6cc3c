"""Who hosts a year's meeting, and on what ground."""

import datetime
from collections.abc import Mapping
from typing import Literal, NamedTuple

from taybac_cluster.model.meeting import Meeting, Next, last_day
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import LocalText, Location

Basis = Literal["held", "decision", "proposal", "none"]


class Waiting(NamedTuple):
    """A member that could host, and the last year in which it is on record as host; None where there is none."""

    member: str
    last: int | None
    refused: LocalText | None = None
    accepted: bool = False
    """Whether it has accepted an offer of that year."""


class Hosting(NamedTuple):
    """Who hosts a year, and why: it did, it was decided, the rotation proposes it, or nothing can be proposed."""

    year: int
    host: str | None
    basis: Basis
    theme: LocalText | None = None
    seminar: LocalText | None = None
    head: str | None = None
    location: Location | None = None
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
    held_on: datetime.date | None = None
    """The day of the meeting, where it is on record: what the city was called is asked on it."""

    @property
    def day(self) -> datetime.date:
        """The day on which names are read: the meeting's, else the last of its year."""
        return self.held_on or last_day(self.year)


class OnRecord(NamedTuple):
    """What is known of the meeting of a year: as held, else as an earlier meeting decided it; None: not known."""

    year: int
    host: str | None = None
    basis: Literal["held", "decision"] | None = None
    head: str | None = None
    theme: LocalText | None = None
    seminar: LocalText | None = None
    location: Location | None = None
    """Where the host is written."""
    decided: str | None = None
    """Who had been decided on, where another held it."""
    held_on: datetime.date | None = None

    @property
    def day(self) -> datetime.date:
        """The day on which names are read: the meeting's, else the last of its year."""
        return self.held_on or last_day(self.year)


def history(meetings: Mapping[int, Meeting]) -> tuple[OnRecord, ...]:
    """Return every year from the first on record to the last known, with those between of which nothing is known."""
    decided = {each.decisions.next.year for each in meetings.values() if each.decisions.next is not None}
    known = meetings.keys() | decided
    return tuple(_on_record(year, meetings) for year in range(min(known), max(known) + 1)) if known else ()


def _on_record(year: int, meetings: Mapping[int, Meeting]) -> OnRecord:
    meeting = meetings.get(year)
    by, coming = _decision_on(year, meetings) or (None, None)
    held = meeting.host if meeting is not None else None
    chosen = coming.host if coming is not None else None
    place = None
    if meeting is not None and held is not None:
        place = meeting.at("host")
    elif by is not None and chosen is not None:
        place = by.at("decisions", "next", "host")
    known: list[Meeting | Next] = [each for each in (meeting, coming) if each is not None]
    return OnRecord(
        year,
        held or chosen,
        "held" if held else "decision" if chosen else None,
        next((each.head for each in known if each.head is not None), None),
        next((each.theme for each in known if each.theme is not None), None),
        next((each.seminar for each in known if each.seminar is not None), None),
        place,
        chosen if held and chosen != held else None,
        meeting.held_on if meeting is not None else None,
    )


def _decision_on(year: int, meetings: Mapping[int, Meeting]) -> tuple[Meeting, Next] | None:
    """Return the newest earlier meeting that decided on a year's meeting; one that named the host is preferred."""
    found = [
        (meeting, meeting.decisions.next)
        for each, meeting in sorted(meetings.items(), reverse=True)
        if each < year and meeting.decisions.next is not None and meeting.decisions.next.year == year
    ]
    return next((each for each in found if each[1].host is not None), found[0] if found else None)


def decided_next(year: int, meetings: Mapping[int, Meeting]) -> tuple[Meeting, Next] | None:
    """Return what was decided on the meeting after a year's, and by which meeting: that year's or an earlier one.

    Later meetings do not count: this is what was known when the year was decided.
    """
    known = {each: meeting for each, meeting in meetings.items() if each <= year}
    found = _decision_on(_next_year(year, meetings), known)
    return found if found is not None and found[1].host is not None else None


def _next_year(year: int, meetings: Mapping[int, Meeting]) -> int:
    """Return the year of the next meeting: the one that a year's decision names, else the year after."""
    meeting = meetings.get(year)
    coming = meeting.decisions.next if meeting is not None else None
    return coming.year if coming is not None and coming.year > year else year + 1


def hosts(meetings: Mapping[int, Meeting]) -> dict[int, tuple[str, Basis, Location]]:
    """Return the hosts on record by year: held, else as decided by an earlier meeting."""
    found: dict[int, tuple[str, Basis, Location]] = {}
    for year, meeting in sorted(meetings.items()):
        coming = meeting.decisions.next
        if coming is not None and coming.host is not None and coming.year > year:
            found[coming.year] = (coming.host, "decision", meeting.at("decisions", "next", "host"))
    for year, meeting in meetings.items():
        if meeting.host is not None:
            found[year] = (meeting.host, "held", meeting.at("host"))
    return found


def host(year: int, roster: Roster, meetings: Mapping[int, Meeting]) -> Hosting:
    """Return who hosts the meeting of a year: as held, as decided by the newest earlier meeting, else as proposed."""
    meeting = meetings.get(year)
    if meeting is not None and meeting.host is not None:
        place = meeting.at("host")
        return Hosting(
            year, meeting.host, "held", meeting.theme, meeting.seminar, meeting.head, place, held_on=meeting.held_on
        )
    by, coming = _decision_on(year, meetings) or (None, None)
    if by is not None and coming is not None and coming.host is not None:
        place = by.at("decisions", "next", "host")
        return Hosting(year, coming.host, "decision", coming.theme, coming.seminar, coming.head, place)
    return _proposed(year, roster, meetings)


def next_host(year: int, roster: Roster, meetings: Mapping[int, Meeting]) -> Hosting:
    """Return who hosts after a year: the next year's meeting, or that of the year its decision names."""
    meeting = meetings.get(year)
    coming = meeting.decisions.next if meeting is not None else None
    asked = host(_next_year(year, meetings), roster, meetings)
    if asked.theme is None and coming is not None and coming.year == asked.year:
        return asked._replace(theme=coming.theme, seminar=coming.seminar, head=asked.head or coming.head)
    return asked


def _proposed(year: int, roster: Roster, meetings: Mapping[int, Meeting]) -> Hosting:
    """Propose by the cluster's rotation, from the hosts on record before the year; never the sitting host.

    The sitting host is that of the year before, or of the meeting that named this year as the next.
    """
    on_record = {each: found for each, found in hosts(meetings).items() if each < year}
    members = [each.id for each in roster.members if each.membership(last_day(year)) == "member"]
    newest = max(on_record, default=year)
    sits = newest == year - 1 or (newest < year and _next_year(newest, meetings) == year)
    sitting = on_record[newest][0] if sits else None
    last = {found[0]: each for each, found in sorted(on_record.items())}
    answers = _answers(year, meetings)
    refused = {member: said for member, (said, _) in answers.items() if said is not None}
    accepted = [each for each in answers if each not in refused and each in members and each != sitting]
    waiting = [
        Waiting(each, last.get(each), refused.get(each), each in accepted) for each in members if each != sitting
    ]
    unknown = tuple(each for each in range(min(on_record, default=year), year) if each not in on_record)
    free = [each for each in waiting if each.refused is None]
    if accepted:
        first = accepted[-1:]
    elif roster.cluster.rotation.order == "fixed":
        first = _next_in_order(roster.cluster.rotation.sequence, on_record, {each.member for each in free})
    else:
        least = min((each.last or 0 for each in free), default=None)
        first = [each.member for each in free if (each.last or 0) == least]
    ordered = tuple(sorted(waiting, key=lambda each: (not each.accepted, each.refused is not None, each.last or 0)))
    if len(first) == 1:
        place = answers[first[0]][1] if accepted else None
        return Hosting(
            year, first[0], "proposal", location=place, waiting=ordered, unknown_years=unknown, members=len(members)
        )
    return Hosting(
        year, None, "none", waiting=ordered, candidates=tuple(first), unknown_years=unknown, members=len(members)
    )


def _answers(year: int, meetings: Mapping[int, Meeting]) -> dict[str, tuple[LocalText | None, Location]]:
    """Return every member's last answer to an offer of a year's seat: why not, or None for yes; and where it stands."""
    found: dict[str, tuple[LocalText | None, Location]] = {}
    for _, meeting in sorted(meetings.items()):
        for index, offer in enumerate(meeting.offers):
            if offer.year == year:
                found.pop(offer.member, None)
                reason = None if offer.accepted else offer.reason or LocalText(vi="", en="")
                found[offer.member] = (reason, meeting.at("offers", index, "accepted"))
    return found


def _next_in_order(
    sequence: tuple[str, ...], on_record: Mapping[int, tuple[str, Basis, Location]], free: set[str]
) -> list[str]:
    """Return the first free member after the newest host that stands in the order."""
    newest = [found[0] for _, found in sorted(on_record.items(), reverse=True) if found[0] in sequence]
    start = sequence.index(newest[0]) + 1 if newest else 0
    turned = sequence[start:] + sequence[:start]
    return [each for each in turned if each in free][:1]
