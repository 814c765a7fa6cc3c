"""What a city says of itself for a year, and what the panel made of it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from taybac_cluster.model.engine import Before, Record
from taybac_cluster.model.record import Date, Document, Number, Scalar, Status, Text, Whole


def _as_answer(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    return value if isinstance(value, Mapping) else {"value": value}


class Person(Record):
    """A person or a role, with the office held on the day."""

    name: str | None = None
    title: Text | None = None
    member: str | None = None
    organization: Text | None = None


class Value(Record):
    """A value for one criterion: given, as numerator and denominator, or said to be missing and why."""

    value: Scalar | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    missing: Text | None = None
    evidence: tuple[str, ...] = ()
    note: Text | None = None


class Answer(Record):
    """Yes or no, to a gate or a bonus."""

    value: bool = True
    evidence: tuple[str, ...] = ()
    note: Text | None = None


Answers = dict[str, Annotated[Answer, Before(_as_answer)]]


class Submission(Document):
    """One city's self-assessment for a year."""

    member: str
    year: Whole
    status: Status
    submitted_on: Date | None = None
    prepared_by: Person | None = None
    values: dict[str, Scalar | Value] | None = None
    gates: Answers = {}
    bonuses: Answers = {}
    highlights: Text | None = None
    not_competing: Text | None = None
    note: Text | None = None

    def value(self, criterion: str) -> Value | None:
        """Return what the city says for a criterion; None where it says nothing."""
        given = (self.values or {}).get(criterion)
        return given if given is None or isinstance(given, Value) else Value(value=given)


class Change(Record):
    """What the panel put in the place of a city's value, and why."""

    value: Scalar | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    missing: bool = False
    not_applicable: bool = False
    reason: Text


class GateRuling(Record):
    """What the panel found of a gate, and why."""

    value: bool
    reason: Text


class BonusRuling(Record):
    """Whether the panel granted a claimed bonus, and why."""

    granted: bool
    reason: Text


class DeductionRuling(Record):
    """A deduction, of the item's points or fewer, and why."""

    points: Number | None = None
    reason: Text


class Mark(Record):
    """One judge's mark for one criterion, or why there is none."""

    mark: Number | None = None
    abstain: Text | None = None


def _as_mark(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    return {"mark": value} if isinstance(value, Decimal) else value


class Appraisal(Document):
    """What the checking panel changed in a submission."""

    member: str
    year: Whole
    status: Status | None = None
    appraised_by: tuple[Person, ...] = ()
    appraised_on: Date | None = None
    changes: dict[str, Change] = {}
    gates: dict[str, GateRuling] = {}
    bonuses: dict[str, BonusRuling] = {}
    deductions: dict[str, DeductionRuling] = {}
    marks: dict[str, dict[str, Annotated[Mark, Before(_as_mark)]]] = {}
    note: Text | None = None
