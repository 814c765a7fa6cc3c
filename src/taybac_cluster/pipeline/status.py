"""How far a year has come, and what keeps it from being locked."""

from pathlib import Path
from typing import NamedTuple

from taybac_cluster.decide.doubts import Doubts
from taybac_cluster.decide.progress import Progress, progress
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.result import Result, decide
from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.folder import read_folder
from taybac_cluster.model.cluster import Round
from taybac_cluster.pipeline import behind, refuse_without_criteria
from taybac_cluster.pipeline.checking import Checked, checked
from taybac_cluster.pipeline.faults import usable
from taybac_cluster.pipeline.locking import Blocked, blocking
from taybac_cluster.pipeline.refusals import FaultyDataError


class YearStatus(NamedTuple):
    """A year as a checklist."""

    year: int
    checked: Checked
    round: Round | None
    result: Result | None
    """The result of what has no fault; None where nothing can be ranked."""
    proof: Proof | Unreadable | None
    blocked: tuple[Blocked, ...]
    members: tuple[Progress, ...]
    doubts: Doubts

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The faults that keep the year from being locked."""
        return self.checked.errors

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The warnings of the year's files."""
        return self.checked.warnings(self.year)

    @property
    def blocks(self) -> bool:
        """Whether `lock` would refuse."""
        return bool(self.errors or self.blocked)


def status(root: Path, year: int) -> YearStatus:
    """Say how far a year has come.

    Raises:
        NothingToRankError: the year has no criteria set.
        FaultyDataError: what may be its criteria set stands under another name.
    """
    found = checked(read_folder(str(root), year), locks=False)
    refuse_without_criteria(found, year)
    the_round, result = found.cluster.rounds.get(year), None
    try:
        the_round, on_record = usable(found, year, allow_incomplete=True)
        result = decide(the_round, on_record)
    except FaultyDataError:
        pass
    proof, doubted = behind(found, result) if result else (None, Doubts())
    blocked = tuple(blocking(result, proof)) if result and not found.errors else ()
    members = progress(the_round, result.sheets if result else {}) if the_round else ()
    return YearStatus(year, found, the_round, result, proof, blocked, members, doubted)
