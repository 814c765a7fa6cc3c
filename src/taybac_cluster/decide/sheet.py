"""A member's sheet: the tree of its points, its bonuses, deductions and gates, and the total.

A sheet keeps what it was made from, so that an explanation is a view of it and not a second computation.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Literal, NamedTuple

from taybac_cluster.decide.combine import combined, weighted
from taybac_cluster.model.criteria import Criterion, Group, Missing
from taybac_cluster.model.members import Standing
from taybac_cluster.model.record import Document, LocalText, Location, Route
from taybac_cluster.model.scales import Scale
from taybac_cluster.model.submission import Value

Outcome = Literal["scored", "missing", "not_applicable"]
Used = Decimal | Fraction | str | bool
"""What counts for a criterion, a gate or an item."""
NONE = Decimal(0)


class Given(NamedTuple):
    """What counts for one criterion: the value, who gave it, and where it is written."""

    value: Used | None
    parts: tuple[Decimal, Decimal] | None = None
    """Numerator and denominator, where the value is their percentage."""
    document: Document | None = None
    route: Route = ()
    appraised: bool = False
    claimed: Value | None = None
    reason: LocalText | None = None
    not_applicable: bool = False
    marks: tuple[tuple[str, Decimal], ...] = ()

    @property
    def location(self) -> Location | None:
        """Where it is written; None where nobody gave anything."""
        return self.document.at(*self.route) if self.document is not None else None


class Leaf(NamedTuple):
    """One criterion of one member's sheet."""

    criterion: Criterion
    scale: Scale
    outcome: Outcome
    given: Given
    policy: Missing
    share: Fraction | None
    points: Decimal | None

    @property
    def id(self) -> str:
        """The criterion's id."""
        return self.criterion.id

    @property
    def weight(self) -> Decimal:
        """The criterion's points, as typed."""
        return self.criterion.points

    @property
    def counts(self) -> bool:
        """Whether the criterion has points of its own here: it applies, and is not excluded as missing."""
        return self.share is not None


class Node(NamedTuple):
    """One group of one member's sheet, or its root."""

    group: Group | None
    combine: str
    weight: Decimal
    children: tuple["Leaf | Node", ...]
    counts: bool
    """Whether anything in the group applies."""
    exact: Fraction | None
    """The share, where it was needed to work out the points."""
    points: Decimal | None
    carried: Decimal | None
    """Points given for criteria that do not apply; None where all apply or no points are printed."""

    @property
    def id(self) -> str:
        """The group's id; empty for the root."""
        return self.group.id if self.group else ""

    @property
    def share(self) -> Fraction | None:
        """The exact share of what applies; None where nothing does."""
        if self.exact is not None or not self.counts:
            return self.exact
        return share_of_children(self.combine, self.children)

    def leaves(self) -> Iterable[Leaf]:
        """Yield every criterion below, in order."""
        for child in self.children:
            if isinstance(child, Leaf):
                yield child
            else:
                yield from child.leaves()

    def nodes(self) -> Iterable["Node"]:
        """Yield every group below, parents before children."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.nodes()


def share_of_children(combine: str, children: tuple[Leaf | Node, ...]) -> Fraction:
    """Combine the shares of the children that count."""
    counting = [child for child in children if child.counts and child.weight > 0]
    return combined(combine, weighted([(child.share or Fraction(0), child.weight) for child in counting]))


class Adjustment(NamedTuple):
    """A bonus granted or refused, or a deduction."""

    id: str
    name: LocalText
    points: Decimal
    granted: bool
    appraised: bool
    reason: LocalText | None
    location: Location | None


class GateAnswer(NamedTuple):
    """Whether a gate was passed, and who answered; `answered` is false where nobody did."""

    id: str
    name: LocalText
    passed: bool
    answered: bool
    appraised: bool
    reason: LocalText | None
    location: Location | None


class Sheet(NamedTuple):
    """One member's whole score."""

    standing: Standing
    root: Node
    bonuses: tuple[Adjustment, ...]
    deductions: tuple[Adjustment, ...]
    bonus_points: Decimal
    deduction_points: Decimal
    gates: tuple[GateAnswer, ...]
    total: Decimal | None
    """None where nothing applies."""
    missing_percent: Fraction
    rejected: tuple[str, ...]
    """The criteria whose missing value keeps the member out of the ranking."""

    @property
    def member(self) -> str:
        """The member's id."""
        return self.standing.id

    def printed_points(self, name: str) -> Decimal | Fraction | None:
        """Return the points of a group, criterion, bonus or deduction by id; its share where no points are printed.

        None for what does not apply. A bonus that was not claimed gives 0, a deduction is negative.
        """
        parts: Iterable[Node | Leaf] = chain(self.root.nodes(), self.root.leaves())
        for part in parts:
            if part.id == name:
                return part.share if part.points is None else part.points
        granted = (item.points for item in self.bonuses if item.id == name and item.granted)
        taken = (-item.points for item in self.deductions if item.id == name)
        return next(granted, next(taken, NONE))
