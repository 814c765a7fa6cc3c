"""What a form asks: the cells of a city's form and of the panel's workbook, each with what the files say already.

A cell is known by its name: `value.ID`, `gate.MEMBER.ID`, and so on, with `_` for the `-` of an id.
"""

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from taybac_cluster.decide.lock import digest
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet, Criterion
from taybac_cluster.model.record import LocalText
from taybac_cluster.model.scales import Levels, Marks, Ratio, Scale, YesNo
from taybac_cluster.model.submission import Appraisal, Submission, Value

Kind = Literal["number", "level", "yes_no", "text", "lines", "date", "person", "ruling", "deduction", "mark"]
Answer = Decimal | bool | str | datetime.date | tuple[str, ...] | None

NOT_APPLICABLE, MISSING = "không áp dụng", "thiếu"
"""What the panel writes for a value that does not apply, or that it does not accept as there."""


class Field(NamedTuple):
    """A cell to fill in."""

    part: str
    """What it is about: value, numerator, denominator, missing, note, evidence, gate, bonus, …"""
    id: str
    """The id of a criterion, gate, bonus or deduction; empty where the part is all."""
    kind: Kind
    given: Answer = None
    member: str = ""
    """The city, in the panel's workbook."""
    judge: str = ""
    criterion: Criterion | None = None
    scale: Scale | None = None

    @property
    def name(self) -> str:
        """The defined name of the cell."""
        parts = (self.part, self.judge, self.member, self.id)
        return ".".join(each.replace("-", "_") for each in parts if each)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that may be chosen; the panel may also say that a value is missing or does not apply."""
        levels = tuple(self.scale.levels) if isinstance(self.scale, Levels) else ()
        if self.kind == "ruling" and levels:
            return (*levels, NOT_APPLICABLE, MISSING)
        return levels if self.kind == "level" else ()


class CellFault(NamedTuple):
    """What is wrong with a cell: a key of the words for it, with what they need."""

    ref: str
    kind: str
    field: Field | None = None
    params: Mapping[str, object] = {}
    number: Decimal | None = None
    """A number that is unusual and may be right all the same."""


GENERAL: Mapping[str, Kind] = {
    "submitted_on": "date",
    "prepared_by": "person",
    "not_competing": "text",
    "highlights": "text",
}
"""The cells of a city's form that are about the whole of it."""


def city_fields(criteria: CriteriaSet, urban_class: str | None, said: Submission | None) -> tuple[Field, ...]:
    """Return the cells of a city's form, in order; what judges mark is not asked."""
    general = [Field(part, "", kind, _general(part, said)) for part, kind in GENERAL.items()]
    criteria_cells = [
        field
        for each, scale in asked(criteria, urban_class)
        if not isinstance(scale, Marks)
        for field in _criterion(each, scale, said.value(each.id) if said else None)
    ]
    gates = [
        Field("gate", each.id, "yes_no", _answered(said.gates if said else {}, each.id)) for each in criteria.gates
    ]
    bonuses = [
        Field("bonus", each.id, "yes_no", _answered(said.bonuses if said else {}, each.id))
        for each in criteria.bonuses.items
    ]
    return (*general, *criteria_cells, *gates, *bonuses)


def asked(criteria: CriteriaSet, urban_class: str | None) -> list[tuple[Criterion, Scale]]:
    """Return the criteria that apply to a class, in order, with the scale that holds for it."""
    applying = (each for each in criteria.criteria.values() if each.applies(urban_class))
    return [(each, each.scale_for(urban_class)) for each in applying]


def kind_of(scale: Scale | None) -> Kind:
    """Return what is typed for a value of a scale."""
    return "level" if isinstance(scale, Levels) else "yes_no" if isinstance(scale, YesNo) else "number"


def _criterion(criterion: Criterion, scale: Scale, said: Value | None) -> Iterator[Field]:
    parts: tuple[tuple[str, Kind], ...] = (("value", kind_of(scale)),)
    if isinstance(scale, Ratio):
        parts = (("numerator", "number"), ("denominator", "number"))
    for part, kind in (*parts, ("missing", "text"), ("note", "text"), ("evidence", "lines")):
        yield Field(part, criterion.id, kind, plain(getattr(said, part, None)), criterion=criterion, scale=scale)


def _general(part: str, said: Submission | None) -> Answer:
    value = getattr(said, part, None)
    if part == "prepared_by" and value is not None:
        return ", ".join(each for each in (value.name, value.title.vi if value.title else None) if each) or None
    return plain(value)


def _answered(answers: Mapping[str, object], name: str) -> Answer:
    return plain(getattr(answers.get(name), "value", None))


def plain(value: object) -> Answer:
    """Return what a cell shows of a value: the Vietnamese of a text, nothing of a blank or an empty list."""
    value = value.vi if isinstance(value, LocalText) else value
    if isinstance(value, str):
        return None if not value.strip("_") else value
    if isinstance(value, tuple):
        return tuple(str(each) for each in value) or None
    return value if isinstance(value, Decimal | bool | datetime.date) else None


def identity(criteria: CriteriaSet, urban_classes: Mapping[str, str | None]) -> str:
    """Return the digest of what a criteria set asks of cities: ids, units, points and kinds of values, not names."""
    return digest(
        [
            [
                [each.id, each.unit.vi if each.unit else None, each.points, scale.kind, sorted(_choices(scale))]
                for urban_class in urban_classes.values()
                for each, scale in asked(criteria, urban_class)
            ],
            *([each.id for each in items] for items in (criteria.gates, criteria.bonuses.items)),
        ]
    )


def _choices(scale: Scale) -> tuple[str, ...]:
    return tuple(scale.levels) if isinstance(scale, Levels) else ()


def written(value: Answer) -> str:
    """Return one text for a value, equal for equal values: how a form remembers what it was made of."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def panel_fields(the_round: Round) -> tuple[Field, ...]:
    """Return the cells of the panel's workbook: rulings on each city that handed in values, marks, the meeting."""
    return (*_rulings(the_round), *_marks(the_round), *_meeting(the_round))


def competing(the_round: Round) -> list[str]:
    """Return the cities that handed in values, in the order of the members file."""
    return [
        member
        for member in the_round.standings
        if (said := the_round.submissions.get(member)) is not None and said.not_competing is None
    ]


def _rulings(the_round: Round) -> Iterator[Field]:
    criteria = the_round.criteria
    for member in competing(the_round):
        found = the_round.appraisals.get(member)
        for each, scale in asked(criteria, the_round.standings[member].urban_class):
            if not isinstance(scale, Marks):
                change = found.changes.get(each.id) if found else None
                yield Field("value", each.id, "ruling", _changed(change), member, criterion=each, scale=scale)
                yield _reason(member, each.id, change)
        for part, items in (("gate", criteria.gates), ("bonus", criteria.bonuses.items)):
            for item in items:
                ruling = _ruling(found, part, item.id)
                value = getattr(ruling, "value" if part == "gate" else "granted", None)
                yield Field(part, item.id, "yes_no", plain(value), member)
                yield _reason(member, item.id, ruling)
        for item in criteria.deductions.items:
            taken = found.deductions.get(item.id) if found else None
            points = None if taken is None else plain(taken.points) if taken.points is not None else True
            yield Field("deduction", item.id, "deduction", points, member)
            yield _reason(member, item.id, taken)


def _reason(member: str, name: str, ruling: object) -> Field:
    return Field("reason", name, "text", plain(getattr(ruling, "reason", None)), member)


def _ruling(found: Appraisal | None, part: str, name: str) -> object:
    if found is None:
        return None
    return found.gates.get(name) if part == "gate" else found.bonuses.get(name)


def _changed(ruling: object) -> Answer:
    if ruling is None:
        return None
    if getattr(ruling, "not_applicable", False):
        return NOT_APPLICABLE
    if getattr(ruling, "missing", False):
        return MISSING
    numerator, denominator = getattr(ruling, "numerator", None), getattr(ruling, "denominator", None)
    if numerator is not None and denominator is not None:
        return f"{numerator:f}/{denominator:f}"
    return plain(getattr(ruling, "value", None))


def _marks(the_round: Round) -> Iterator[Field]:
    judges = the_round.meeting.judges if the_round.meeting else ()
    for member in competing(the_round):
        found = the_round.appraisals.get(member)
        for each, scale in asked(the_round.criteria, the_round.standings[member].urban_class):
            if isinstance(scale, Marks):
                given = found.marks.get(each.id, {}) if found else {}
                for judge in judges:
                    if judge.member != member:
                        yield Field("mark", each.id, "mark", _mark(given.get(judge.id)), member, judge.id, each, scale)


def _mark(given: object) -> Answer:
    mark = getattr(given, "mark", None)
    return plain(mark) if mark is not None else plain(getattr(given, "abstain", None))


BALLOTS = ("nomination", "host")


def _meeting(the_round: Round) -> Iterator[Field]:
    met = the_round.meeting
    yield Field("held_on", "", "date", met.held_on if met else None)
    present = met.present if met else None
    for member in the_round.standings:
        yield Field("present", "", "yes_no", None if present is None else member in present, member)
    for ballot in BALLOTS:
        votes = met.ballots[ballot].votes if met and ballot in met.ballots else {}
        for member in the_round.standings:
            counted = getattr(votes.get(member), "for_", None)
            yield Field("votes", ballot, "number", None if counted is None else Decimal(counted), member)
    for member in competing(the_round):
        status = the_round.submissions[member].status
        if status != "illustrative":
            yield Field("official", "", "yes_no", status == "official", member)
    decided = met.decisions.nominated if met else None
    for member in the_round.standings:
        yield Field("nominated", "", "yes_no", None if decided is None else member in decided, member)
