"""Why a question cannot be answered from the data: not a fault of ours, and said to the user in a sentence."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.pipeline.checking import Checked

if TYPE_CHECKING:
    from taybac_cluster.decide.what_if import CannotSetError


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


class CannotSupposeError(Refusal):
    """A what-if sets something that the year does not have, or a value that would be an error in the files."""

    def __init__(self, why: "CannotSetError | Diagnostic") -> None:
        super().__init__("no such value")
        self.why = why


class NotLockedError(Refusal):
    """The year is not locked; or, without a year, none is."""

    def __init__(self, year: int | None, locked: list[int]) -> None:
        super().__init__(f"not locked: {year}")
        self.year, self.locked = year, locked


Obstacle = Literal["draft", "open_seat", "drift", "edited"]
"""A file is a draft; the meeting has still to decide a seat; the data changed since the lock; the lock was edited."""


class LockRefusal(Refusal):
    """Something keeps a year from being locked or opened; the files are those that it is in."""

    def __init__(self, kind: Obstacle, year: int, files: tuple[str, ...] = ()) -> None:
        super().__init__(f"{kind}: {year}")
        self.kind, self.year, self.files = kind, year, files


class LockUnwritableError(Refusal):
    """The text of a lock would not be read as that lock, so it is not written."""

    def __init__(self, year: int, fault: Diagnostic) -> None:
        super().__init__(f"cannot be kept: {year}")
        self.year, self.fault = year, fault


class LockChangedError(Refusal):
    """Another run changed the lock in the meantime."""

    def __init__(self, year: int) -> None:
        super().__init__(f"changed: {year}")
        self.year = year
