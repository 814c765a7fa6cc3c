"""The criteria set of a year: a tree whose leaves are criteria with points, and the rules of the decision."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from pydantic import model_validator

from taybac_cluster.model.record import (
    Accepted,
    Date,
    Document,
    Number,
    Record,
    Route,
    Slug,
    Status,
    Text,
    Texts,
    Whole,
)
from taybac_cluster.model.scales import Scale

Combine = Literal["sum", "geometric", "harmonic", "minimum"]
Missing = Literal["zero", "exclude", "reject"]
UrbanClass = Literal["đặc biệt", "I", "II", "III", "IV", "V"]


class Plausible(Record):
    """The range outside which a value is probably a mistake."""

    min: Number | None = None
    max: Number | None = None


class Criterion(Record):
    """One thing that is scored."""

    id: Slug
    code: str | None = None
    name: Text
    unit: Text | None = None
    points: Number
    scale: Scale
    per_class: dict[UrbanClass, Scale] = {}
    applies_to: tuple[UrbanClass, ...] | None = None
    missing: Missing | None = None
    plausible: Plausible | None = None
    step: Number | None = None
    evidence: Literal["required", "optional", "none"] = "optional"
    note: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _with_classes(cls, raw: Any) -> Any:  # noqa: ANN401 - whatever a file holds
        """Add the fields of the criterion's own scale to those that a class replaces, so that the whole is checked."""
        scale, per_class = (raw.get("scale"), raw.get("per_class")) if isinstance(raw, dict) else (None, None)
        if not isinstance(scale, dict) or not isinstance(per_class, dict):
            return raw
        filled = {
            name: {**scale, **fields} if isinstance(fields, dict) else fields for name, fields in per_class.items()
        }
        return {**raw, "per_class": filled}

    def scale_for(self, urban_class: str | None) -> Scale:
        """Return the scale that holds for a class; the one without `per_class` where the class is not known."""
        return self.per_class.get(urban_class, self.scale) if urban_class is not None else self.scale  # type: ignore[call-overload]

    def applies(self, urban_class: str | None) -> bool:
        """Whether the criterion applies to a class; one limited to some classes does not where none is known."""
        return self.applies_to is None or urban_class in self.applies_to


class Group(Record):
    """A node of the tree: groups or criteria, never both."""

    id: Slug
    code: str | None = None
    name: Text
    points: Number | None = None
    combine: Combine = "sum"
    missing: Missing | None = None
    groups: tuple["Group", ...] = ()
    criteria: tuple[Criterion, ...] = ()
    note: Text | None = None

    @cached_property
    def weight(self) -> Decimal:
        """The group's points: as typed, else the sum of its children's."""
        if self.points is not None:
            return self.points
        return sum((child.weight for child in self.groups), Decimal(0)) + sum(
            (each.points for each in self.criteria), Decimal(0)
        )


class Gate(Record):
    """A yes/no condition for being nominated."""

    id: Slug
    name: Text
    note: Text | None = None


class Item(Record):
    """A bonus or a deduction, and its points."""

    id: Slug
    name: Text
    points: Number
    note: Text | None = None


class Adjustments(Record):
    """Bonuses or deductions with the cap on their sum; without a cap there is no limit."""

    cap: Number | None = None
    items: tuple[Item, ...] = ()


class Ranking(Record):
    """How equal totals are ranked, and how much may be missing."""

    tie_break: tuple[str, ...] = ()
    max_missing_percent: Number | None = None


class Nomination(Record):
    """How many are put forward, and what each must reach."""

    quota: Whole
    min_points: Number | None = None
    min_group_percent: Number | None = None
    at_tie: Literal["vote", "all", "none"] = "vote"


class CriteriaSet(Document):
    """The rules of a year, as the secretariat wrote them."""

    accepted: tuple[Accepted, ...] = ()

    year: Whole | None = None
    name: Text
    status: Status
    sources: Texts = ()
    note: Text | None = None
    as_of: Date
    deadline: Date | None = None
    late: Slug | None = None
    points: Number | None = None
    decimals: Whole = 2
    combine: Combine = "sum"
    missing: Missing = "zero"
    groups: tuple[Group, ...]
    gates: tuple[Gate, ...] = ()
    bonuses: Adjustments = Adjustments.model_construct()
    deductions: Adjustments = Adjustments.model_construct()
    ranking: Ranking = Ranking.model_construct()
    nomination: Nomination | None = None

    @cached_property
    def weight(self) -> Decimal:
        """The whole's points: as typed, else the sum of the groups'."""
        return self.points if self.points is not None else sum((group.weight for group in self.groups), Decimal(0))

    @cached_property
    def criteria(self) -> dict[str, Criterion]:
        """Every criterion by its id, in the order of the file."""
        return {criterion.id: criterion for _, criterion in self.leaves()}

    @cached_property
    def policies(self) -> dict[str, Missing]:
        """What a missing value means, by criterion: its own word, else the nearest group's, else the set's."""
        found: dict[str, Missing] = {}

        def gather(group: Group, policy: Missing) -> None:
            policy = group.missing or policy
            for child in group.groups:
                gather(child, policy)
            for criterion in group.criteria:
                found[criterion.id] = criterion.missing or policy

        for group in self.groups:
            gather(group, self.missing)
        return found

    def nodes(self) -> Iterator[tuple[Route, Group]]:
        """Yield every group with its route, parents before children."""
        stack: list[tuple[Route, Group]] = []
        stack.extend((("groups", index), group) for index, group in reversed(list(enumerate(self.groups))))
        while stack:
            route, group = stack.pop()
            yield route, group
            stack.extend([((*route, "groups", index), child) for index, child in enumerate(group.groups)][::-1])

    def leaves(self) -> Iterator[tuple[Route, Criterion]]:
        """Yield every criterion with its route, in the order of the file."""
        for route, group in self.nodes():
            for index, criterion in enumerate(group.criteria):
                yield (*route, "criteria", index), criterion

    def named(self) -> Iterator[tuple[Route, Group | Criterion | Gate | Item]]:
        """Yield everything that has an id, with its route."""
        yield from self.nodes()
        yield from self.leaves()
        for index, gate in enumerate(self.gates):
            yield ("gates", index), gate
        for name, adjustments in (("bonuses", self.bonuses), ("deductions", self.deductions)):
            for index, item in enumerate(adjustments.items):
                yield (name, "items", index), item
