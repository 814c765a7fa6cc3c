"""Why a question cannot be answered from the data: not a fault of ours, and said to the user in a sentence."""

from collections.abc import Iterable
from typing import Literal

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.pipeline.checking import Checked


class Refusal(Exception):  # noqa: N818 - what a command does, not a fault
    """The root of all refusals."""


class NothingToRankError(Refusal):
    """The year has no criteria set, or nobody was a member then."""

    def __init__(self, year: int, known: list[int], meeting: Meeting | None, roster: Roster | None) -> None:
        super().__init__(f"nothing to rank in {year}")
        self.year, self.known, self.meeting, self.roster = year, known, meeting, roster


class NoMeetingError(Refusal):
    """No meeting of the year is on record."""

    def __init__(self, year: int, known: list[int]) -> None:
        super().__init__(f"no meeting of {year}")
        self.year, self.known = year, known


class NothingSubmittedError(Refusal):
    """A city without a submission has nothing to appraise."""

    def __init__(self, year: int, member: str) -> None:
        super().__init__(f"no submission of {member} in {year}")
        self.year, self.member = year, member


class LockedYearError(Refusal):
    """A year that is locked: its files stay as they are."""

    def __init__(self, year: int) -> None:
        super().__init__(f"{year} is locked")
        self.year = year


class UnknownNameError(Refusal):
    """The round has no such member or criterion."""

    def __init__(self, name: str, legal: list[str]) -> None:
        super().__init__(f"no {name}")
        self.name, self.legal = name, legal


class FaultyDataError(Refusal):
    """Files that the answer needs have faults."""

    def __init__(self, checked: Checked, faults: Iterable[Diagnostic], *, rest: bool = False) -> None:
        super().__init__("the data have faults")
        self.checked, self.faults, self.rest = checked, tuple(faults), rest
        """What was checked, what is wrong, and whether the cities without faults could be ranked."""


LockFault = Literal["none", "no_lock", "drifted", "open", "edited"]
"""The year has no lock; no year has one; the data changed since; a seat is still open; the lock was edited by hand."""


class LockRefusal(Refusal):
    """A lock cannot be made, opened or proved."""

    def __init__(self, kind: LockFault, year: int, years: list[int] | None = None) -> None:
        super().__init__(f"{kind}: {year}")
        self.kind, self.year, self.years = kind, year, years or []
