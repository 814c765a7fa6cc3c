"""Which faults prevent which answer, and what is left of a year without them."""

from dataclasses import replace
from pathlib import Path

from taybac_cluster.decide.host import Hosting
from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.model.cluster import Round, of_year
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.pipeline.checking import Checked
from taybac_cluster.pipeline.refusals import FaultyDataError


def usable(found: Checked, year: int, *, allow_incomplete: bool) -> tuple[Round, dict[int, Meeting]]:
    """Return the year's round without what has faults, and the meetings on record.

    Raises:
        FaultyDataError: a file of the year has an error; with `allow_incomplete`, one that all cities share.
    """
    faults = [each for each in found.errors if _is_of_year(each.file, year)]
    shared = [each for each in faults if _is_shared(found.cluster.misplaced.get(each.file, each.file), year)]
    if (faults and not allow_incomplete) or shared or year not in found.cluster.rounds:
        raise FaultyDataError(found, faults or found.errors, rest=not shared and year in found.cluster.rounds)
    on_record = meetings_without(found.errors, found)
    the_round = found.cluster.rounds[year]
    if not faults and on_record.get(year) is the_round.meeting:
        return the_round, on_record
    faulty = {_city_of(each, found): each.file for each in faults if each.file.count("/") > 1}
    return replace(
        the_round,
        submissions={member: each for member, each in the_round.submissions.items() if member not in faulty},
        appraisals={member: each for member, each in the_round.appraisals.items() if member not in faulty},
        meeting=on_record.get(year),
        faulty={member: file for member, file in faulty.items() if member in the_round.standings},
    ), on_record


def meetings_without(faults: tuple[Diagnostic, ...] | list[Diagnostic], found: Checked) -> dict[int, Meeting]:
    """Return the meetings whose files have none of these faults."""
    broken = {each.file for each in faults}
    return {year: meeting for year, meeting in found.cluster.meetings.items() if meeting.file not in broken}


def refuse_if_misplaced(found: Checked, folder: str, year: int) -> None:
    """Refuse where the file that a folder lacks may be there under another name: that fault is the answer.

    Raises:
        FaultyDataError: it may be.
    """
    if found.cluster.may_hold(folder, year):
        raise FaultyDataError(found, [each for each in found.errors if _is_of_year(each.file, year)])


def of_lock(found: Checked, year: int) -> list[Diagnostic]:
    """Return the errors of a year's lock, and of what may be it under another name."""
    return [
        each
        for each in found.errors
        if each.file == "results" or (each.file.startswith("results/") and of_year(each.file, year))
    ]


def could_differ(hosting: Hosting, found: Checked) -> bool:
    """Whether a meeting file with faults could name another host: a later one, or any where the host is proposed."""
    settled = Path(hosting.location.file).stem if hosting.location and hosting.basis in ("held", "decision") else ""
    names = [Path(each.file).stem for each in of_meetings(found)]
    return any(not name.isdigit() or settled < name <= str(hosting.year) for name in names)


def of_meetings(found: Checked) -> list[Diagnostic]:
    """Return the errors of the meetings, and of what may be their folder under another name."""
    lost = {file for file, meant in found.cluster.misplaced.items() if meant == "meetings/"}
    return [each for each in found.errors if each.file.split("/", 1)[0] == "meetings" or each.file in lost]


def _city_of(fault: Diagnostic, found: Checked) -> str:
    """Return the city whose file is at fault: that of its evidence's folder, else of its name as it should be."""
    parts = fault.file.split("/")
    if parts[0] == "evidence":
        return parts[2]
    return Path(found.cluster.misplaced.get(fault.file, fault.file) or "").stem


def _is_of_year(file: str, year: int) -> bool:
    """Whether a year's ranking needs a file; it needs no lock."""
    return file.split("/", 1)[0] != "results" and of_year(file, year)


def _is_shared(file: str | None, year: int) -> bool:
    """Whether no city can be ranked without a file; the meeting's names the judges, and settles ties.

    None is a misplaced file of which nobody knows what it should be: no city needs it.
    """
    if file is None:
        return False
    return file.count("/") == 0 or (file.split("/", 1)[0] in ("criteria", "meetings") and of_year(file, year))
