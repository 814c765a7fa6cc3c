"""What cells of a form say together: a value and a reason for none, half of a ratio, a ruling without a reason."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from taybac_cluster.decide.form import Answer, CellFault, Field, written
from taybac_cluster.rules.expected import above_hundred, is_percentage, percentage

_VALUES = ("value", "numerator", "denominator")
_RULINGS = ("value", "gate", "bonus", "deduction")


def together(fields: tuple[Field, ...], values: Mapping[str, Answer], refs: Mapping[str, str]) -> Iterator[CellFault]:
    """Yield what is wrong with cells that are right one by one."""
    form = _Form({(each.part, each.member, each.id): each for each in fields}, values)
    for field in fields:
        if (kind := _fault(field, form)) is not None:
            yield CellFault(refs.get(field.name, ""), kind, field)
        elif field.part == "denominator" and (fault := _ratio(field, form)):
            yield fault._replace(ref=refs.get(field.name, ""))


def outside(field: Field, number: Decimal) -> CellFault | None:
    """Return the fault of a percentage above 100, or of a number outside the usual range of its criterion."""
    criterion, scale = field.criterion, field.scale
    if criterion is None or scale is None:
        return None
    in_per_cent = is_percentage(criterion) or scale.kind == "ratio"
    if in_per_cent and above_hundred(criterion, scale, number):
        return CellFault("", "above_100", field, {"text": written(number)}, number)
    low, high = (criterion.plausible.min, criterion.plausible.max) if criterion.plausible else (None, None)
    if (low is not None and number < low) or (high is not None and number > high):
        return CellFault("", "implausible", field, {"text": written(number), "low": low, "high": high}, number)
    return None


class _Form(NamedTuple):
    """The cells of a form and what they say."""

    fields: Mapping[tuple[str, str, str], Field]
    values: Mapping[str, Answer]

    def said(self, part: str, beside: Field) -> Answer:
        """Return what another cell of the same city and criterion says."""
        field = self.fields.get((part, beside.member, beside.id))
        return self.values.get(field.name) if field is not None else None

    def is_read(self, part: str, beside: Field) -> bool:
        """Whether another cell is there and has no fault of its own."""
        field = self.fields.get((part, beside.member, beside.id))
        return field is not None and field.name in self.values


def _fault(field: Field, form: _Form) -> str | None:
    """Return what is wrong with a cell beside the others; nothing is said of a cell that has a fault of its own."""
    if field.name not in form.values:
        return None
    said = form.values[field.name]
    if said is None:
        return _empty(field, form)
    if field.part == "missing" and any(form.said(part, field) is not None for part in _VALUES):
        return "value_and_missing"
    if field.part == "reason" and not any(form.said(part, field) is not None for part in _RULINGS):
        return "reason_alone" if all(form.is_read(p, field) for p in _RULINGS if _has(form, p, field)) else None
    if field.part == "not_competing" and any(
        form.values.get(each.name) is not None for each in form.fields.values() if each.part in _VALUES
    ):
        return "values_and_not_competing"
    return None


def _has(form: _Form, part: str, beside: Field) -> bool:
    return (part, beside.member, beside.id) in form.fields


def _empty(field: Field, form: _Form) -> str | None:
    """Return why a cell must not be empty."""
    if field.part in ("numerator", "denominator"):
        other = "denominator" if field.part == "numerator" else "numerator"
        return "half_ratio" if form.said(other, field) is not None else None
    if field.part == "reason":
        ruled = [form.said(part, field) for part in _RULINGS if part != "deduction"]
        taken = form.said("deduction", field)
        return "no_reason" if any(each is not None for each in ruled) or taken not in (None, False) else None
    return None


def _ratio(field: Field, form: _Form) -> CellFault | None:
    """Look at the percentage that two numbers make."""
    top, bottom = form.said("numerator", field), form.values.get(field.name)
    if not isinstance(top, Decimal) or not isinstance(bottom, Decimal):
        return None
    return outside(field, round(percentage(top, bottom), 6))
