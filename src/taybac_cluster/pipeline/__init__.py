"""The story on one screen: read, check, decide. Every stage takes values and returns values.

What cannot be answered raises a refusal; `faults` says which faults prevent which answer. `locking` and `fixing` work
out what is to be written.
"""

import datetime
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from taybac_cluster import __version__
from taybac_cluster.decide.doubts import Doubts, doubts
from taybac_cluster.decide.host import Hosting, OnRecord, history, host
from taybac_cluster.decide.lock import drift
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.result import Result, decide
from taybac_cluster.load.folder import read_folder
from taybac_cluster.load.locations import tree
from taybac_cluster.load.node import Node, span
from taybac_cluster.load.survey import meetings, years
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Location
from taybac_cluster.pipeline.checking import Checked, check, checked
from taybac_cluster.pipeline.faults import (
    could_differ,
    meetings_without,
    of_lock,
    of_meetings,
    refuse_if_misplaced,
    usable,
)
from taybac_cluster.pipeline.refusals import FaultyDataError, NoMeetingError, NothingToRankError, UnknownNameError

__all__ = [
    "Checked",
    "behind",
    "check",
    "checked",
    "criterion_of",
    "hosted",
    "line_of",
    "member_of",
    "membership",
    "met",
    "proof_of",
    "ranked",
    "ranked_of",
]


def ranked(root: Path, year: int, *, allow_incomplete: bool = False, warnings: bool = False) -> tuple[Result, Checked]:
    """Rank a year; with `warnings` look for those too.

    Raises:
        NothingToRankError: the year has no criteria set, or nobody is known to have been a member.
        FaultyDataError: one of the year's files has an error; with `allow_incomplete`, one that all cities share.
            Lock faults never prevent a ranking.
    """
    found = check(root, year, warnings=warnings)
    refuse_without_criteria(found, year)
    return ranked_of(found, year, allow_incomplete=allow_incomplete), found


def ranked_of(found: Checked, year: int, *, allow_incomplete: bool = False) -> Result:
    """Rank a year of a folder that was read and checked.

    Raises:
        NothingToRankError: nobody is known to have been a member.
        FaultyDataError: as above, or the year has no criteria set.
    """
    the_round, on_record = usable(found, year, allow_incomplete=allow_incomplete)
    if not the_round.submissions and not any(each.membership == "member" for each in the_round.standings.values()):
        raise NothingToRankError(year, years(str(found.root)), the_round.meeting, the_round.roster)
    result = decide(the_round, on_record)
    if could_differ(result.next, found):
        result = replace(result, next=result.next._replace(host=None, basis="none", candidates=(), faulty=True))
    return result


def refuse_without_criteria(found: Checked, year: int) -> None:
    """Refuse where the year has no criteria set.

    Raises:
        NothingToRankError: it has none.
        FaultyDataError: what may be its criteria set stands under another name.
    """
    ranked_years = years(str(found.root))
    if year not in ranked_years:
        refuse_if_misplaced(found, "criteria", year)
        raise NothingToRankError(year, ranked_years, found.cluster.meetings.get(year), found.cluster.roster)


def proof_of(found: Checked, result: Result) -> Proof | Unreadable | None:
    """Compare a result with its lock, if there is one."""
    faults = of_lock(found, result.round.year)
    if faults:
        return Unreadable(faults[0].file)
    lock = found.cluster.locks.get(result.round.year)
    return Proof(lock, result, drift(lock, result), __version__) if lock is not None else None


def behind(found: Checked, result: Result) -> tuple[Proof | Unreadable | None, Doubts]:
    """Return what a reader must know before signing a result: how it stands to its lock, and its doubts."""
    lock = proof_of(found, result)
    return lock, doubts(result, found.warnings(result.round.year), lock)


class Met(NamedTuple):
    """A year's meeting, the members, the computed result if there is one, and whether faults prevent it."""

    meeting: Meeting
    roster: Roster
    result: Result | None
    faulty: bool
    checked: Checked


def met(root: Path, year: int) -> Met:
    """Return a year's meeting with what was computed of its year.

    Raises:
        NoMeetingError: there is no meeting of the year on record.
        FaultyDataError: the members file or the meeting's has an error.
    """
    found = check(root, year, warnings=True)
    if year not in meetings(str(root)):
        refuse_if_misplaced(found, "meetings", year)
        raise NoMeetingError(year, meetings(str(root)))
    roster, meeting = found.cluster.roster, found.cluster.meetings.get(year)
    needed = [each for each in found.errors if each.file in ("members.yaml", f"meetings/{year}.yaml")]
    if needed or roster is None or meeting is None:
        raise FaultyDataError(found, needed or found.errors)
    if year not in years(str(root)):
        return Met(meeting, roster, None, faulty=False, checked=found)
    try:
        result = decide(*usable(found, year, allow_incomplete=False))
        return Met(meeting, roster, result, faulty=False, checked=found)
    except FaultyDataError:
        return Met(meeting, roster, None, faulty=True, checked=found)


def member_of(result: Result, typed: str) -> str:
    """Return the member of a round by its id, or by its name in either language.

    Raises:
        UnknownNameError: the round has no such member; it names what could be meant.
    """
    standings = result.round.standings
    if typed in standings:
        return typed
    found = [each.id for each in standings.values() if _same(typed, each.name.vi, each.name.en)]
    if len(found) != 1:
        raise UnknownNameError(typed, list(standings))
    return found[0]


def criterion_of(result: Result, typed: str) -> str:
    """Return the criterion of a round by its id, or by its code.

    Raises:
        UnknownNameError: the round has no such criterion; it names what could be meant.
    """
    criteria = result.round.criteria.criteria
    found = [typed] if typed in criteria else [each.id for each in criteria.values() if _same(typed, each.code)]
    if len(found) != 1:
        raise UnknownNameError(typed, list(criteria))
    return found[0]


def _same(typed: str, *texts: str | None) -> bool:
    """Whether what was typed is one of the texts, without case and in any Unicode form."""
    wanted = unicodedata.normalize("NFC", typed).casefold()
    return any(text is not None and unicodedata.normalize("NFC", text).casefold() == wanted for text in texts)


def line_of(root: Path) -> Callable[[Location], int]:
    """Return the function from a location to its line; each file is looked at once."""
    looked: dict[str, Node] = {}

    def line(location: Location) -> int:
        if location.file not in looked:
            looked[location.file] = tree(str(root), location.file)
        return span(looked[location.file], location).line

    return line


def membership(root: Path, on: datetime.date | None) -> tuple[Roster, datetime.date, int | None]:
    """Return the members with the day asked for, else the newest criteria set's day and its year.

    Without a criteria set the day is the last one that the members file names.

    Raises:
        FaultyDataError: the members file, or that criteria set, has an error.
    """
    newest = max(years(str(root)), default=None) if on is None else None
    found = checked(read_folder(str(root), newest or 0), errors_only=True, locks=False)
    roster = _roster(found, "members.yaml", f"criteria/{newest}.yaml")
    if on is not None:
        return roster, on, None
    if newest is not None:
        return roster, found.cluster.criteria[newest].as_of, newest
    stays = [stay for member in roster.members for stay in member.member]
    days = [day for stay in stays for day in (stay.seen, stay.from_, stay.until) if day]
    return roster, max(days, default=datetime.date.min), None


def hosted(root: Path, year: int) -> tuple[Hosting, Roster, int | None]:
    """Return who hosts a year's meeting and why, the members, and the line on which that is written.

    Raises:
        FaultyDataError: the members file has an error, or a meeting file that could name another host.
    """
    found = checked(read_folder(str(root), year), errors_only=True, locks=False)
    roster, faults = _roster(found, "members.yaml"), of_meetings(found)
    hosting = host(year, roster, meetings_without(faults, found))
    if could_differ(hosting, found):
        raise FaultyDataError(found, faults)
    return hosting, roster, line_of(root)(hosting.location) if hosting.location else None


def hosts_on_record(root: Path) -> tuple[tuple[OnRecord, ...], Roster]:
    """Return hosts, heads and themes by year, from the first on record to the last known, and the members.

    Raises:
        FaultyDataError: the members file or a meeting file has an error.
    """
    found = checked(read_folder(str(root), 0), errors_only=True, locks=False)
    roster, faults = _roster(found, "members.yaml"), of_meetings(found)
    if faults:
        raise FaultyDataError(found, faults)
    return history(found.cluster.meetings), roster


def _roster(found: Checked, *needed: str) -> Roster:
    """Return the members, or refuse where one of the needed files has an error."""
    faults = [each for each in found.errors if each.file in needed]
    if faults or found.cluster.roster is None:
        raise FaultyDataError(found, faults or found.errors)
    return found.cluster.roster
