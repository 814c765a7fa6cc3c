"""Begin a file: what `cluster new` needs to know of the folder, and the writing of it."""

import datetime
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.diagnostics import folded
from taybac_cluster.load.copying import for_year
from taybac_cluster.load.files import begin, take
from taybac_cluster.load.survey import years
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.members import Roster, Standing
from taybac_cluster.model.submission import Before, Submission
from taybac_cluster.pipeline.checking import Checked, check
from taybac_cluster.pipeline.refusals import (
    FaultyDataError,
    LockedYearError,
    NothingSubmittedError,
    NothingToRankError,
    UnknownNameError,
)


class City(NamedTuple):
    """One city in a year's round, with what it said before."""

    round: Round
    standing: Standing
    before: Before | None


def city(root: Path, year: int, member: str) -> City:
    """Return a city of a year that is not locked.

    Raises:
        LockedYearError: the year is locked.
        NothingToRankError, UnknownNameError, FaultyDataError: as `city_of`.
    """
    the_round, found = round_of(root, year)
    open_still(found, year)
    return _city(the_round, found, member)


def city_of(root: Path, year: int, member: str) -> City:
    """Return a city of a year.

    Raises:
        NothingToRankError: the year has no criteria set.
        UnknownNameError: no such member on the set's day.
        FaultyDataError: the members file or the set has an error.
    """
    return _city(*round_of(root, year), member)


def _city(the_round: Round, found: Checked, typed: str) -> City:
    """Return the city of an id or a name."""
    names = {folded(each.name.vi): each.id for each in the_round.standings.values()}
    member = typed if typed in the_round.standings else names.get(folded(typed), "")
    if not member:
        raise UnknownNameError(typed, list(the_round.standings))
    return City(the_round, the_round.standings[member], before(found, the_round.year, member))


def submitted(root: Path, year: int, member: str) -> tuple[City, Submission]:
    """Return a city and what it handed in.

    Raises:
        NothingSubmittedError: it has handed in nothing.
        NothingToRankError, LockedYearError, UnknownNameError, FaultyDataError: as `city`.
    """
    asked = city(root, year, member)
    if asked.standing.id not in asked.round.submissions:
        raise NothingSubmittedError(year, asked.standing.id)
    return asked, asked.round.submissions[asked.standing.id]


def copied(root: Path, source: int, year: int, note: str) -> str:
    """Return the text of a criteria set as the draft of another year's, with a note above it.

    Raises:
        NothingToRankError: the source year has no criteria set.
        FaultyDataError: that set has an error.
    """
    criteria = round_of(root, source)[0].criteria
    content = take(str(root), criteria.file)
    assert isinstance(content, bytes)  # noqa: S101 - it was read a moment ago
    return for_year(content.decode("utf-8-sig"), criteria, year, note)


def members(root: Path, year: int) -> list[Standing]:
    """Return who was a member at the end of a year that is not locked; where nobody is known to be, who may have been.

    Raises:
        LockedYearError: the year is locked.
        FaultyDataError: the members file has an error.
    """
    found = check(root)
    open_still(found, year)
    standings = _roster(found).on(datetime.date(year, 12, 31)).values()
    return [each for each in standings if each.membership == "member"] or list(standings)


def roster(root: Path) -> tuple[Roster, int]:
    """Return the members file, and the newest year that has a criteria set.

    Raises:
        FaultyDataError: the members file has an error.
    """
    return _roster(check(root)), max(years(str(root)), default=datetime.MINYEAR)


def write(root: Path, file: str, text: str) -> Path:
    """Write a file that is not there yet, its folders too, and return its path.

    Raises:
        FileExistsError: it is there.
        OSError: it cannot be written.
    """
    begin(root / file, text.encode())
    return root / file


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


def before(found: Checked, year: int, member: str) -> Before | None:
    """Return what a city said in the newest year before this one."""
    for earlier in sorted((each for each in found.cluster.submissions if each < year), reverse=True):
        if said := found.cluster.submissions[earlier].get(member):
            return Before(earlier, said, found.cluster.appraisals.get(earlier, {}).get(member))
    return None


def _roster(found: Checked) -> Roster:
    faults = [each for each in found.errors if each.file == "members.yaml"]
    if faults or found.cluster.roster is None:
        raise FaultyDataError(found, faults or found.errors)
    return found.cluster.roster
