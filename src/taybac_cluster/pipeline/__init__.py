"""The story on one screen: read, check, decide. Every stage takes values and returns values."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from taybac_cluster.decide.host import Hosting, OnRecord, history, host
from taybac_cluster.decide.result import Result, decide
from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.folder import Reading, meetings, read_folder, years
from taybac_cluster.load.locations import Spans, locate, nearest_span, spans
from taybac_cluster.model.cluster import Cluster, Round, of_year
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Location

if TYPE_CHECKING:
    from taybac_cluster.views.lock import Proof, Unreadable


class Checked(NamedTuple):
    """A folder that was read and checked; the diagnostics have lines and columns."""

    root: Path
    cluster: Cluster
    diagnostics: tuple[Diagnostic, ...]
    read: tuple[str, ...]
    """The files that were looked at, by their paths in the folder."""

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.read)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that make the data wrong."""
        return tuple(each for each in self.diagnostics if each.severity == "error")


class Refusal(Exception):  # noqa: N818 - what a command does, not a fault
    """Why a command cannot do what was asked; the root of what is not a fault of ours."""


class NothingToRankError(Refusal):
    """The year has no criteria set, or nobody was a member then."""

    def __init__(self, year: int, known: list[int], meeting: Meeting | None, roster: Roster | None) -> None:
        super().__init__(f"nothing to rank in {year}")
        self.year, self.known, self.meeting, self.roster = year, known, meeting, roster


class NoMeetingError(Refusal):
    """A year of which no meeting is on record."""

    def __init__(self, year: int, known: list[int]) -> None:
        super().__init__(f"no meeting of {year}")
        self.year, self.known = year, known


class LockRefusal(Refusal):
    """Why a lock cannot be made, opened or proved.

    There is `none`, or `no_lock` at all; its year has `drifted` or is still `open`; it was `edited` by hand.
    """

    def __init__(
        self,
        kind: Literal["none", "no_lock", "drifted", "open", "edited"],
        year: int,
        years: list[int] | None = None,
    ) -> None:
        super().__init__(f"{kind}: {year}")
        self.kind, self.year, self.years = kind, year, years or []


class UnknownNameError(Refusal):
    """A member or criterion that the round does not have."""

    def __init__(self, name: str, legal: list[str]) -> None:
        super().__init__(f"no {name}")
        self.name, self.legal = name, legal


class FaultyDataError(Refusal):
    """Files that the answer needs have faults."""

    def __init__(self, checked: Checked, faults: Iterable[Diagnostic], *, rest: bool = False) -> None:
        super().__init__("the data have faults")
        self.checked, self.faults, self.rest = checked, tuple(faults), rest
        """What was checked, what is wrong, and whether the cities without faults could be ranked."""


def check(root: Path, year: int | None = None, today: datetime.date | None = None) -> Checked:
    """Read the folder and apply every rule; for one year, read what it needs and look for errors alone."""
    return checked(read_folder(str(root), year), today, errors_only=year is not None)


def checked(reading: Reading, today: datetime.date | None = None, *, errors_only: bool = False) -> Checked:
    """Apply the rules to what was read, and find the lines of what is to be said."""
    from taybac_cluster.rules.registry import check as apply  # noqa: PLC0415 - half of the commands check nothing

    cluster = replace(reading.cluster, today=today)
    found = [*reading.faults, *apply(cluster, errors_only=errors_only)]
    located = tuple(locate(found, reading.root) if found else ())
    return Checked(Path(reading.root), cluster, located, tuple(each.file for each in reading.files))


def ranked(root: Path, year: int, *, allow_incomplete: bool = False) -> tuple[Result, Checked]:
    """Rank a year.

    Raises:
        NothingToRankError: the year has no criteria set, or nobody is known to have been a member.
        FaultyDataError: one of the year's files has an error; with `allow_incomplete`, one that all cities share.
            A fault of the lock stands in no answer's way.
    """
    if year not in years(str(root)):
        found = check(root, year)
        _not_lost(found, year, "criteria")
        raise NothingToRankError(year, years(str(root)), found.cluster.meetings.get(year), found.cluster.roster)
    found = check(root, year)
    the_round, on_record = usable(found, year, allow_incomplete=allow_incomplete)
    if not the_round.submissions and not any(each.membership == "member" for each in the_round.standings.values()):
        raise NothingToRankError(year, years(str(root)), the_round.meeting, the_round.roster)
    result = decide(the_round, on_record)
    if _could_differ(result.next, found):
        result = replace(result, next=result.next._replace(host=None, basis="none", candidates=(), faulty=True))
    return result, found


def met(root: Path, year: int) -> tuple[Meeting, Roster, Result | None, bool]:
    """Return a year's meeting, the members, and the computed result; or that faults keep it from being computed.

    Raises:
        NoMeetingError: there is no meeting of the year on record.
        FaultyDataError: the members file or the meeting's has an error.
    """
    found = check(root, year)
    if year not in meetings(str(root)):
        _not_lost(found, year, "meetings")
        raise NoMeetingError(year, meetings(str(root)))
    needed = [each for each in found.errors if each.file in ("members.yaml", f"meetings/{year}.yaml")]
    roster, meeting = found.cluster.roster, found.cluster.meetings.get(year)
    if needed or roster is None or meeting is None:
        raise FaultyDataError(found, needed or found.errors)
    if year not in years(str(root)):
        return meeting, roster, None, False
    try:
        the_round, on_record = usable(found, year, allow_incomplete=False)
    except FaultyDataError:
        return meeting, roster, None, True
    return meeting, roster, decide(the_round, on_record), False


def known(result: Result, member: str, criterion: str | None = None) -> None:
    """Make sure that a member, and a criterion, are of the round.

    Raises:
        UnknownNameError: one is not; it names what could be meant.
    """
    if member not in result.round.standings:
        raise UnknownNameError(member, list(result.round.standings))
    if criterion is not None and criterion not in result.round.criteria.criteria:
        raise UnknownNameError(criterion, list(result.round.criteria.criteria))


def line_of(root: Path) -> Callable[[Location], int]:
    """Return the function from a place to its line; a file is looked at once."""
    looked: dict[str, Spans] = {}

    def line(place: Location) -> int:
        if place.file not in looked:
            looked[place.file] = spans(str(root), place.file)
        return nearest_span(looked[place.file], place).line

    return line


def lock_of(found: Checked, result: Result) -> "Proof | Unreadable | None":
    """Tell how a result stands to its lock, if there is one."""
    file = f"results/{result.round.year}.yaml"
    if any(each.file == file for each in found.errors):
        from taybac_cluster.views.lock import Unreadable  # noqa: PLC0415 - a year without a lock needs none of this

        return Unreadable(file)
    return proof_of(found, result)


def proof_of(found: Checked, result: Result) -> "Proof | None":
    """Compare a result with its lock, if there is one."""
    lock = found.cluster.locks.get(result.round.year)
    if lock is None:
        return None
    from taybac_cluster import __version__  # noqa: PLC0415 - a year without a lock needs none of this
    from taybac_cluster.decide.lock import drift  # noqa: PLC0415
    from taybac_cluster.views.lock import Proof  # noqa: PLC0415

    return Proof(lock, result, drift(lock, result), __version__)


def usable(found: Checked, year: int, *, allow_incomplete: bool) -> tuple[Round, dict[int, Meeting]]:
    """Return the year's round without what has faults, or refuse."""
    faults = [each for each in found.errors if _of_year(each.file, year)]
    shared = [each for each in faults if _shared(each.file, year)]
    if (faults and not allow_incomplete) or shared or year not in found.cluster.rounds:
        raise FaultyDataError(found, faults or found.errors, rest=not shared and year in found.cluster.rounds)
    broken = {each.file for each in found.errors}
    on_record = {each: meeting for each, meeting in found.cluster.meetings.items() if meeting.file not in broken}
    the_round = found.cluster.rounds[year]
    faulty = {_city_of(each): each.file for each in faults if each.file.count("/") > 1}
    return replace(
        the_round,
        submissions={member: each for member, each in the_round.submissions.items() if member not in faulty},
        appraisals={member: each for member, each in the_round.appraisals.items() if member not in faulty},
        meeting=on_record.get(year),
        faulty={member: file for member, file in faulty.items() if member in the_round.standings},
    ), on_record


def _not_lost(found: Checked, year: int, folder: str) -> None:
    """Refuse where what a folder lacks of a year stands there under another name."""
    if found.cluster.may_hold(folder, year):
        raise FaultyDataError(found, [each for each in found.errors if _of_year(each.file, year)])


def _city_of(fault: Diagnostic) -> str:
    """Return the city whose file is at fault: that of its evidence's folder, else of its name as it should be."""
    parts = fault.file.split("/")
    if parts[0] == "evidence":
        return parts[2]
    return Path(str(fault.params["expected"]) if fault.code == "R006" else fault.file).stem


def _of_year(file: str, year: int) -> bool:
    """Whether a year's ranking needs a file; it needs no lock."""
    return file.split("/", 1)[0] != "results" and of_year(file, year)


def _shared(file: str, year: int) -> bool:
    """Whether no city can be ranked without a file; the meeting's names the judges, and settles ties."""
    return file.count("/") == 0 or (file.split("/", 1)[0] in ("criteria", "meetings") and of_year(file, year))


def _could_differ(hosting: Hosting, found: Checked) -> bool:
    """Whether a meeting file with faults could name another host: one since that which does, or any for a proposal."""
    settled = Path(hosting.location.file).stem if hosting.location and hosting.basis in ("held", "decision") else ""
    names = [Path(each.file).stem for each in _of_meetings(found)]
    return any(not name.isdigit() or settled < name <= str(hosting.year) for name in names)


def _of_meetings(found: Checked) -> list[Diagnostic]:
    """Return the faults of the meetings, and of what may be their folder under another name."""
    lost = {file for file, expected in found.cluster.misplaced if expected == "meetings/"}
    return [each for each in found.errors if each.file.split("/", 1)[0] == "meetings" or each.file in lost]


def membership(root: Path, on: datetime.date | None) -> tuple[Roster, datetime.date, int | None]:
    """Return the members file with the day asked for, else the newest criteria set's day and its year.

    Raises:
        FaultyDataError: the members file has an error, or no file gives a day.
    """
    newest = max(years(str(root)), default=None) if on is None else None
    found = checked(read_folder(str(root), newest or 0), errors_only=True)
    needed = [each for each in found.errors if each.file in ("members.yaml", f"criteria/{newest}.yaml")]
    roster = found.cluster.roster
    if needed or roster is None:
        raise FaultyDataError(found, needed or found.errors)
    if on is not None:
        return roster, on, None
    if newest is None:
        days = [
            date
            for member in roster.members
            for stay in member.member
            for date in (stay.seen, stay.from_, stay.until)
            if date
        ]
        return roster, max(days, default=datetime.date.min), None
    return roster, found.cluster.criteria[newest].as_of, newest


def hosted(root: Path, year: int) -> tuple[Hosting, Roster, int | None]:
    """Tell who hosts a year's meeting, why, and on which line that is written.

    Raises:
        FaultyDataError: the members file has an error, or a meeting file that could say otherwise.
    """
    found, roster, faults = _members_and_meetings(root, year)
    broken = {each.file for each in faults}
    on_record = {each: meeting for each, meeting in found.cluster.meetings.items() if meeting.file not in broken}
    hosting = host(year, roster, on_record)
    if _could_differ(hosting, found):
        raise FaultyDataError(found, faults)
    line = line_of(root)(hosting.location) if hosting.location else None
    return hosting, roster, line


def hosts_on_record(root: Path) -> tuple[tuple[OnRecord, ...], Roster]:
    """Return hosts, heads and themes by year, from the first on record to the last known, and the members.

    Raises:
        FaultyDataError: the members file or a meeting file has an error.
    """
    found, roster, faults = _members_and_meetings(root, 0)
    if faults:
        raise FaultyDataError(found, faults)
    return history(found.cluster.meetings), roster


def _members_and_meetings(root: Path, year: int) -> tuple[Checked, Roster, list[Diagnostic]]:
    """Return what was read, the members, and the faults of the meetings."""
    found = checked(read_folder(str(root), year), errors_only=True)
    roster = found.cluster.roster
    if roster is None or any(each.file == "members.yaml" for each in found.errors):
        raise FaultyDataError(found, [each for each in found.errors if each.file == "members.yaml"] or found.errors)
    return found, roster, _of_meetings(found)
