"""What was read of a data folder, and the round of one year in it."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.lock import Lock
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster, Standing
from taybac_cluster.model.papers import Papers
from taybac_cluster.model.submission import Appraisal, Submission

T = TypeVar("T")

_YEAR = re.compile(r"[0-9]{4}")


def of_year(file: str, year: int) -> bool:
    """Whether a file may belong to `year`, even if it is misnamed; a file of no year belongs to every year.

    Templates, locks and evidence belong to no year but the one in their path. A file that is no YAML belongs to a year
    only if it is named after it.
    """
    folder, _, inside = file.partition("/")
    name = inside.partition("/")[0]
    _, dot, ending = name.rpartition(".")
    if not inside or name == str(year) or name == f"{year}.yaml":
        return True
    if folder == "evidence" or (folder, name) == ("criteria", "templates"):
        return False
    told = _YEAR.findall(name)
    if folder == "results":
        return str(year) in told
    return str(year) in told or (not told and (not dot or ending.lower() in ("yaml", "yml")))


@dataclass(frozen=True, eq=False)
class Round:
    """A year that can be ranked: its criteria set, and who said what on the day that the set names."""

    criteria: CriteriaSet
    roster: Roster
    submissions: Mapping[str, Submission] = field(default_factory=dict)
    appraisals: Mapping[str, Appraisal] = field(default_factory=dict)
    meeting: Meeting | None = None
    faulty: Mapping[str, str] = field(default_factory=dict)
    """The members whose files have faults, and the first such file."""

    @property
    def year(self) -> int:
        """The year of the round."""
        return self.criteria.year or self.criteria.as_of.year

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """What every member was on the set's day, by id; unknown membership included."""
        return self.roster.on(self.criteria.as_of)

    def with_files(self, member: str, submission: Submission | None, appraisal: Appraisal | None) -> "Round":
        """Return the round with one city's files replaced; None takes a file away."""
        return self._keeping(
            replace(
                self,
                submissions=_with(self.submissions, member, submission),
                appraisals=_with(self.appraisals, member, appraisal),
            ),
            self.standings,
        )

    def with_class(self, member: str, urban_class: str) -> "Round":
        """Return the round with a city of another class."""
        standing = self.standings[member]._replace(urban_class=urban_class)
        return self._keeping(replace(self), {**self.standings, member: standing})

    @staticmethod
    def _keeping(the_round: "Round", standings: dict[str, Standing]) -> "Round":
        """Give a round its standings, so that they are not looked up again."""
        vars(the_round)["standings"] = standings
        return the_round

    @property
    def illustrative(self) -> bool:
        """Whether any figure of the round is made up."""
        return any(each.status == "illustrative" for each in self.documents)

    @property
    def draft(self) -> bool:
        """Whether any file of the round is a draft."""
        return bool(self.drafts)

    @property
    def drafts(self) -> tuple[str, ...]:
        """The files of the round that are drafts."""
        return tuple(each.file for each in self.documents if each.status == "draft")

    @property
    def documents(self) -> tuple[CriteriaSet | Submission | Appraisal, ...]:
        """The files of the round that have a status: the set's, and those of the cities."""
        return (self.criteria, *self.submissions.values(), *self.appraisals.values())


def _with(files: Mapping[str, T], member: str, file: T | None) -> Mapping[str, T]:
    """Return files by member with one member's replaced, or taken out."""
    others = {name: each for name, each in files.items() if name != member or file is not None}
    return others if file is None else {**others, member: file}


@dataclass(frozen=True)
class Cluster:
    """The whole of what was read."""

    roster: Roster | None = None
    criteria: Mapping[int, CriteriaSet] = field(default_factory=dict)
    templates: tuple[CriteriaSet, ...] = ()
    submissions: Mapping[int, Mapping[str, Submission]] = field(default_factory=dict)
    appraisals: Mapping[int, Mapping[str, Appraisal]] = field(default_factory=dict)
    meetings: Mapping[int, Meeting] = field(default_factory=dict)
    locks: Mapping[int, Lock] = field(default_factory=dict)
    papers: Papers | None = None
    evidence: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """The files under evidence/<year>/, as member/name, by year."""
    unread: frozenset[str] = frozenset()
    """The files that are there but could not be made into records."""
    misplaced: Mapping[str, str | None] = field(default_factory=dict)
    """What is not read for its name or place, and the path that was probably meant; None where nobody knows."""
    today: datetime.date | None = None
    """The day of the run, for the one rule that no file can answer: whether a year lies in the future."""

    def may_hold(self, folder: str, year: int) -> bool:
        """Whether a file of the year that a folder lacks may only be misnamed; then only that is reported."""
        return any(
            file == folder
            or (file.startswith(f"{folder}/") and of_year(file, year))
            or ("/" not in file and (meant == f"{folder}/" or file.endswith((".yaml", ".yml"))))
            for file, meant in self.misplaced.items()
        )

    @cached_property
    def rounds(self) -> dict[int, Round]:
        """The years that have both a criteria set and members, oldest first."""
        if self.roster is None:
            return {}
        return {
            year: Round(
                criteria,
                self.roster,
                self.submissions.get(year, {}),
                self.appraisals.get(year, {}),
                self.meetings.get(year),
            )
            for year, criteria in sorted(self.criteria.items())
        }
