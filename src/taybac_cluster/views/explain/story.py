"""One city's place in a result, and where everything is written."""

from collections.abc import Callable
from typing import NamedTuple

from taybac_cluster.decide.doubts import Doubts
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.rank import LeftOut, Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Sheet
from taybac_cluster.model.record import Location

LineOf = Callable[[Location], int]


class Story(NamedTuple):
    """One member's place in a result, and where everything is written."""

    result: Result
    member: str
    line: LineOf
    doubts: Doubts = Doubts()
    proof: Proof | Unreadable | None = None
    other: str | None = None
    """Another member to compare with."""

    @property
    def placed(self) -> Placed | None:
        """The member's place, if it has one."""
        return self.result.places.get(self.member)

    @property
    def out(self) -> LeftOut | None:
        """Why the member has no place."""
        return next((each for each in self.result.left_out if each.member == self.member), None)

    @property
    def sheet(self) -> Sheet | None:
        """The member's sheet, where it submitted."""
        return self.result.sheets.get(self.member)

    def where(self, place: Location | None) -> str:
        """Write where something stands: file:line."""
        return f"{place.file}:{self.line(place)}" if place else ""
