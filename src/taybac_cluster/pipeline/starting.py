"""Begin a file: what `cluster new` writes, made of what the folder already says."""

import datetime
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.load.copying import for_year
from taybac_cluster.load.files import begin, take
from taybac_cluster.load.folder import years
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Language
from taybac_cluster.pipeline.checking import Checked, check
from taybac_cluster.pipeline.refusals import (
    FaultyDataError,
    LockedYearError,
    NothingSubmittedError,
    NothingToRankError,
    UnknownNameError,
)
from taybac_cluster.views.starters import appraisal, criteria, meeting, papers, submission
from taybac_cluster.views.words import say


class Begun(NamedTuple):
    """A file to write: its path in the data folder and its text."""

    file: str
    text: str


def new_submission(root: Path, year: int, member: str, lang: Language) -> Begun:
    """Return a city's file of a year, to fill in.

    Raises:
        NothingToRankError: the year has no criteria set.
        UnknownNameError: no such member on the set's day.
        LockedYearError: the year is locked.
        FaultyDataError: the members file or the set has an error.
    """
    the_round, found = round_of(root, year)
    open_still(found, year)
    _known(the_round, member)
    before = before_of(found, year, member)
    text = submission.text(the_round.criteria, the_round.standings[member], year, before, lang)
    return Begun(f"submissions/{year}/{member}.yaml", text)


def new_appraisal(root: Path, year: int, member: str, lang: Language) -> Begun:
    """Return the panel's file on a city, to fill in.

    Raises:
        NothingSubmittedError: the city has handed in nothing.
        NothingToRankError, UnknownNameError, LockedYearError, FaultyDataError: as for a submission.
    """
    the_round, found = round_of(root, year)
    open_still(found, year)
    _known(the_round, member)
    said = the_round.submissions.get(member)
    if said is None:
        raise NothingSubmittedError(year, member)
    text = appraisal.text(the_round.criteria, the_round.standings[member], said, the_round.meeting, lang)
    return Begun(f"appraisals/{year}/{member}.yaml", text)


def new_criteria(root: Path, year: int, source: int | None, lang: Language) -> Begun:
    """Return a year's criteria set: a short sample, or a copy of another year's.

    Raises:
        NothingToRankError: the source year has no criteria set.
        FaultyDataError: that set has an error.
    """
    file = f"criteria/{year}.yaml"
    if source is None:
        return Begun(file, criteria.text(year, lang))
    the_round, _ = round_of(root, source)
    content = take(str(root), the_round.criteria.file)
    assert isinstance(content, bytes)  # noqa: S101 - it was read a moment ago
    note = say(criteria.FROM, lang, year=source)
    return Begun(file, for_year(content.decode("utf-8-sig"), the_round.criteria, year, note))


def new_meeting(root: Path, year: int, lang: Language) -> Begun:
    """Return the record of a year's meeting, to fill in.

    Raises:
        LockedYearError: the year is locked.
        FaultyDataError: the members file has an error.
    """
    roster, found = _roster(root)
    open_still(found, year)
    standings = roster.on(datetime.date(year, 12, 31)).values()
    members = [each for each in standings if each.membership == "member"] or list(standings)
    return Begun(f"meetings/{year}.yaml", meeting.text(year, members, lang))


def new_papers(root: Path, lang: Language) -> Begun:
    """Return the letterheads and signers, to fill in.

    Raises:
        FaultyDataError: the members file has an error.
    """
    since = max(years(str(root)), default=datetime.MINYEAR)
    roster, _ = _roster(root)
    return Begun("papers.yaml", papers.text(roster, datetime.date(since, 1, 1), lang))


def write(root: Path, begun: Begun) -> Path:
    """Write a file that is not there yet, its folders too, and return its path.

    Raises:
        FileExistsError: it is there.
        OSError: it cannot be written.
    """
    path = root / begun.file
    begin(path, begun.text.encode())
    return path


def round_of(root: Path, year: int) -> tuple[Round, Checked]:
    """Return a year's round as far as its members and criteria go; errors in other files do not matter.

    Raises:
        NothingToRankError: the year has no criteria set.
        FaultyDataError: the members file or the set has an error.
    """
    found = check(root)
    needed = [each for each in found.errors if each.file in ("members.yaml", f"criteria/{year}.yaml")]
    if needed:
        raise FaultyDataError(found, needed)
    if year not in found.cluster.rounds:
        raise NothingToRankError(year, years(str(root)), found.cluster.meetings.get(year), found.cluster.roster)
    return found.cluster.rounds[year], found


def open_still(found: Checked, year: int) -> None:
    """Make sure that a year is not locked.

    Raises:
        LockedYearError: it is.
    """
    lock = found.cluster.locks.get(year)
    if lock is not None and lock.state == "locked":
        raise LockedYearError(year)


def before_of(found: Checked, year: int, member: str) -> submission.Before | None:
    """Return what a city said in the newest year before this one."""
    for earlier in sorted((each for each in found.cluster.submissions if each < year), reverse=True):
        if said := found.cluster.submissions[earlier].get(member):
            return submission.Before(earlier, said, found.cluster.appraisals.get(earlier, {}).get(member))
    return None


def _known(the_round: Round, member: str) -> None:
    if member not in the_round.standings:
        raise UnknownNameError(member, list(the_round.standings))


def _roster(root: Path) -> tuple[Roster, Checked]:
    found = check(root)
    roster = found.cluster.roster
    if roster is None or any(each.file == "members.yaml" for each in found.errors):
        raise FaultyDataError(found, [each for each in found.errors if each.file == "members.yaml"] or found.errors)
    return roster, found
