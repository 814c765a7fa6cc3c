"""The story on one screen: read, check, decide. Every stage takes values and returns values."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from taybac_cluster.decide.host import Hosting, host
from taybac_cluster.decide.result import Result, decide
from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.folder import Reading, read_folder, years
from taybac_cluster.load.places import locate
from taybac_cluster.model.cluster import Cluster, Round
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster


@dataclass(frozen=True)
class Checked:
    """A folder that was read and checked; the diagnostics have lines and columns."""

    root: Path
    cluster: Cluster
    diagnostics: tuple[Diagnostic, ...]
    files: int

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that make the data wrong."""
        return tuple(each for each in self.diagnostics if each.severity == "error")


class Refusal(Exception):
    """Why a command cannot do what was asked; the root of what is not a fault of ours."""


class NothingToRankError(Refusal):
    """The year has no criteria set, or nobody was a member then."""

    def __init__(self, year: int, known: list[int], meeting: Meeting | None, roster: Roster | None) -> None:
        super().__init__(f"nothing to rank in {year}")
        self.year, self.known, self.meeting, self.roster = year, known, meeting, roster


class FaultyDataError(Refusal):
    """Files that the answer needs have faults."""

    def __init__(self, checked: Checked, faults: Iterable[Diagnostic]) -> None:
        super().__init__("the data have faults")
        self.checked, self.faults = checked, tuple(faults)


def check(root: Path, year: int | None = None, today: datetime.date | None = None) -> Checked:
    """Read the folder, or what one year needs, and apply every rule."""
    return checked(read_folder(str(root), year), today)


def checked(reading: Reading, today: datetime.date | None = None) -> Checked:
    """Apply every rule to what was read, and find the lines of what is to be said."""
    from taybac_cluster.rules.registry import check as apply  # noqa: PLC0415 - half of the commands check nothing

    cluster = replace(reading.cluster, today=today)
    found = [*reading.faults, *apply(cluster)]
    return Checked(Path(reading.root), cluster, tuple(locate(found, reading.root) if found else ()), len(reading.files))


def ranked(root: Path, year: int, *, allow_incomplete: bool = False) -> tuple[Result, Checked]:
    """Rank a year.

    Raises:
        NothingToRankError: the year has no criteria set, or nobody was a member.
        FaultyDataError: one of the year's files has an error; with `allow_incomplete`, one that all cities share.
    """
    if year not in years(str(root)):
        reading = read_folder(str(root), year)
        raise NothingToRankError(year, years(str(root)), reading.cluster.meetings.get(year), reading.cluster.roster)
    found = check(root, year)
    the_round, meetings = usable(found, year, allow_incomplete=allow_incomplete)
    if not the_round.standings:
        raise NothingToRankError(year, years(str(root)), the_round.meeting, the_round.roster)
    result = decide(the_round, meetings)
    if result.next.basis in ("proposal", "none") and _old_faults(found, year):
        result = replace(result, next=result.next._replace(host=None, basis="none", candidates=(), faulty=True))
    return result, found


def usable(found: Checked, year: int, *, allow_incomplete: bool) -> tuple[Round, dict[int, Meeting]]:
    """Return the year's round without what has faults, or refuse."""
    faults = [each for each in found.errors if _of_year(each.file, year)]
    shared = [each for each in faults if _shared(each.file, year)]
    if (faults and not allow_incomplete) or shared or year not in found.cluster.rounds:
        raise FaultyDataError(found, faults or found.errors)
    broken = {each.file for each in found.errors}
    meetings = {each: meeting for each, meeting in found.cluster.meetings.items() if meeting.file not in broken}
    the_round = found.cluster.rounds[year]
    faulty = {Path(each.file).stem: each.file for each in faults if each.file.count("/") > 1}
    return replace(
        the_round,
        submissions={member: each for member, each in the_round.submissions.items() if member not in faulty},
        appraisals={member: each for member, each in the_round.appraisals.items() if member not in faulty},
        meeting=meetings.get(year),
        faulty={member: file for member, file in faulty.items() if member in the_round.standings},
    ), meetings


def _of_year(file: str, year: int) -> bool:
    """Whether a year's ranking needs a file."""
    parts = file.split("/")
    return len(parts) == 1 or parts[1].removesuffix(".yaml") == str(year)


def _shared(file: str, year: int) -> bool:
    """Whether no city can be ranked without a file."""
    return file.count("/") == 0 or file in ("submissions", "appraisals", f"criteria/{year}.yaml")


def _old_faults(found: Checked, year: int) -> bool:
    return any(each.file.startswith("meetings/") and not _of_year(each.file, year) for each in found.errors)


def membership(root: Path, on: datetime.date | None) -> tuple[Roster, datetime.date, int | None]:
    """Return the members file with the day asked for, else the newest criteria set's day and its year.

    Raises:
        FaultyDataError: the members file has an error, or no file gives a day.
    """
    newest = max(years(str(root)), default=None) if on is None else None
    found = checked(read_folder(str(root), newest or 0))
    needed = [each for each in found.errors if each.file in ("members.yaml", f"criteria/{newest}.yaml")]
    roster = found.cluster.roster
    if needed or roster is None:
        raise FaultyDataError(found, needed or found.errors)
    if on is not None:
        return roster, on, None
    if newest is None:
        days = [date for member in roster.members for stay in member.member for date in (stay.seen, stay.from_, stay.until) if date]
        return roster, max(days, default=datetime.date.min), None
    return roster, found.cluster.criteria[newest].as_of, newest


def hosted(root: Path, year: int) -> tuple[Hosting, Roster, int | None]:
    """Tell who hosts a year's meeting, why, and on which line that is written.

    Raises:
        FaultyDataError: the members file or a meeting file has an error.
    """
    from taybac_cluster.load.places import nearest_span, spans  # noqa: PLC0415 - only this command needs a line

    found = checked(read_folder(str(root), year))
    needed = [each for each in found.errors if each.file == "members.yaml" or each.file.startswith("meetings/")]
    if needed or found.cluster.roster is None:
        raise FaultyDataError(found, needed or found.errors)
    hosting = host(year, found.cluster.roster, found.cluster.meetings)
    line = nearest_span(spans(str(root), hosting.place.file), hosting.place).line if hosting.place else None
    return hosting, found.cluster.roster, line
