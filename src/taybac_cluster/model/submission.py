"""What a city says of itself for a year, and what the panel made of it."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, StringConstraints

from taybac_cluster.model.record import Accepted, Date, Document, Number, Record, Scalar, Status, Text, Whole, is_blank

Blank = Annotated[str, StringConstraints(pattern=r"^_{3,}$")]


class Person(Record):
    """A person or a role, with the office held on the day."""

    name: str | None = None
    title: Text | None = None
    member: str | None = None
    organization: Text | None = None


class Figure(Record):
    """What somebody gives for a criterion: one value, or two numbers whose percentage is meant."""

    value: Scalar | None = None
    numerator: Number | None = None
    denominator: Number | None = None

    @property
    def parts(self) -> tuple[Decimal, Decimal] | None:
        """The numerator and the denominator, where they make a percentage."""
        if self.numerator is None or not self.denominator:
            return None
        return self.numerator, self.denominator

    def meant(self, *, ratio: bool) -> Decimal | Fraction | str | bool | None:
        """Return what is meant: the value or, for a `ratio`, the exact percentage; None if it is missing."""
        if not ratio:
            return self.value
        if self.parts is None:
            return None
        numerator, denominator = self.parts
        return 100 * Fraction(numerator) / Fraction(denominator)


def _unless_blank(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    return None if is_blank(value) else value


class Value(Figure):
    """A city's value for one criterion, or why there is none.

    `___` is a blank in a form that is yet to be filled: the value is missing, and `blank` says why.
    """

    value: Annotated[Scalar | None, BeforeValidator(_unless_blank)] = None
    missing: Text | None = None
    evidence: tuple[str, ...] = ()
    note: Text | None = None

    @property
    def blank(self) -> bool:
        """Whether the file has `___` in the place of the value."""
        return "value" in self.model_fields_set and self.value is None


class Answer(Record):
    """Yes or no, to a gate or a bonus.

    `___` is a blank that is yet to be filled: a gate is not answered, a bonus not claimed, and the value is None.
    """

    value: Annotated[bool | None, BeforeValidator(_unless_blank, json_schema_input_type=bool | Blank)] = True
    evidence: tuple[str, ...] = ()
    note: Text | None = None

    @property
    def blank(self) -> bool:
        """Whether the file has `___` in the place of the answer."""
        return self.value is None


def _as_block(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    return value if isinstance(value, dict | Record) else {"value": value}


Values = dict[str, Annotated[Value, BeforeValidator(_as_block, json_schema_input_type=Scalar | Value)]]
"""By criterion. A value alone stands for a block that holds only it."""
Answers = dict[str, Annotated[Answer, BeforeValidator(_as_block, json_schema_input_type=bool | Blank | Answer)]]
"""By gate or bonus. A bare true, false or blank stands for a block that holds only it."""


class Submission(Document):
    """One city's self-assessment for a year."""

    accepted: tuple[Accepted, ...] = ()

    member: str
    year: Whole
    status: Status
    submitted_on: Date | None = None
    prepared_by: Person | None = None
    values: Values | None = None
    gates: Answers = {}
    bonuses: Answers = {}
    highlights: Text | None = None
    not_competing: Text | None = None
    note: Text | None = None

    def value(self, criterion: str) -> Value | None:
        """Return what the city gives for a criterion; None if the file does not name it."""
        return (self.values or {}).get(criterion)


class Change(Figure):
    """What the panel put in the place of a city's value, and why."""

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


Marks = dict[str, Annotated[Mark, BeforeValidator(_as_mark, json_schema_input_type=Number | Mark)]]
"""By judge. A number alone is a mark."""


class Appraisal(Document):
    """What the checking panel changed in a submission."""

    accepted: tuple[Accepted, ...] = ()

    member: str
    year: Whole
    status: Status | None = None
    appraised_by: tuple[Person, ...] = ()
    appraised_on: Date | None = None
    changes: dict[str, Change] = {}
    gates: dict[str, GateRuling] = {}
    bonuses: dict[str, BonusRuling] = {}
    deductions: dict[str, DeductionRuling] = {}
    marks: dict[str, Marks] = {}
    note: Text | None = None


class Before(NamedTuple):
    """What a city said in an earlier year, and what the panel made of it."""

    year: int
    submission: Submission
    appraisal: Appraisal | None = None
