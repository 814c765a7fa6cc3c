"""A year's values on another criteria set, such as next year's draft.

The members and classes stay those of the year's own day. Values, answers, bonuses, deductions and marks that the other
set has no id for, or that its scale cannot take, are ignored.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple, TypeVar

from taybac_cluster.decide.scales import level_key
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.scales import Levels, Marks, Ratio, Scale, YesNo
from taybac_cluster.model.submission import Appraisal, Change, Figure, Mark, Submission

T = TypeVar("T")


class OtherSet(NamedTuple):
    """The round on another set; the ids of that set without any value, and the ids of what is ignored."""

    round: Round
    without_value: tuple[str, ...]
    ignored: tuple[str, ...]


def on_other_set(the_round: Round, criteria: CriteriaSet) -> OtherSet:
    """Put a year's values on another set; the year's `as_of` and `deadline` stay."""
    own = the_round.criteria
    other = criteria.model_copy(update={"year": the_round.year, "as_of": own.as_of, "deadline": own.deadline})
    found = replace(the_round, criteria=other, submissions={}, appraisals={})
    ignored: set[str] = set()
    for member, submission in the_round.submissions.items():
        usable = _Usable(found, member, ignored)
        appraisal = the_round.appraisals.get(member)
        found = found.with_files(
            member, usable.submission(submission), usable.appraisal(appraisal) if appraisal is not None else None
        )
    names = (each.id for _, each in own.named())
    return OtherSet(found, tuple(_without_value(found)), tuple(name for name in names if name in ignored))


class _Usable:
    """Keeps what a set can use of one city's files; notes the ids of the rest."""

    def __init__(self, the_round: Round, member: str, ignored: set[str]) -> None:
        criteria, standing = the_round.criteria, the_round.standings.get(member)
        urban_class = standing.urban_class if standing is not None else None
        self.scales = {name: each.scale_for(urban_class) for name, each in criteria.criteria.items()}
        self.gates = {gate.id for gate in criteria.gates}
        self.bonuses = {item.id for item in criteria.bonuses.items}
        self.deductions = {item.id: item.points for item in criteria.deductions.items}
        self.ignored = ignored

    def submission(self, submission: Submission) -> Submission:
        values = submission.values
        kept = {
            "values": None if values is None else self._kept(values, self._fits),
            "gates": self._kept(submission.gates, lambda name, _: name in self.gates),
            "bonuses": self._kept(submission.bonuses, lambda name, _: name in self.bonuses),
        }
        return submission.model_copy(update=kept)

    def appraisal(self, appraisal: Appraisal) -> Appraisal:
        kept = {
            "changes": self._kept(appraisal.changes, self._can_change),
            "gates": self._kept(appraisal.gates, lambda name, _: name in self.gates),
            "bonuses": self._kept(appraisal.bonuses, lambda name, _: name in self.bonuses),
            "deductions": self._kept(appraisal.deductions, lambda name, each: self._can_deduct(name, each.points)),
            "marks": self._kept(appraisal.marks, self._can_mark),
        }
        return appraisal.model_copy(update=kept)

    def _kept(self, items: Mapping[str, T], usable: Callable[[str, T], bool]) -> dict[str, T]:
        kept = {name: each for name, each in items.items() if usable(name, each)}
        self.ignored.update(items.keys() - kept.keys())
        return kept

    def _fits(self, name: str, figure: Figure) -> bool:
        return name in self.scales and (_is_empty(figure) or fits(self.scales[name], figure))

    def _can_change(self, name: str, change: Change) -> bool:
        return self._fits(name, change) and (change.not_applicable or not isinstance(self.scales[name], Marks))

    def _can_deduct(self, name: str, points: Decimal | None) -> bool:
        return name in self.deductions and (points is None or points <= self.deductions[name])

    def _can_mark(self, name: str, marks: Mapping[str, Mark]) -> bool:
        scale = self.scales.get(name)
        return isinstance(scale, Marks) and all(
            each.mark is None or each.mark <= scale.out_of for each in marks.values()
        )


def fits(scale: Scale, figure: Figure) -> bool:
    """Whether a scale can take a value."""
    value = figure.meant(ratio=isinstance(scale, Ratio))
    if isinstance(scale, Levels):
        return isinstance(value, str) and level_key(value) in {level_key(name) for name in scale.levels}
    if isinstance(scale, YesNo):
        return isinstance(value, bool)
    return value is not None and not isinstance(value, bool | str) and not isinstance(scale, Marks)


def _is_empty(figure: Figure) -> bool:
    return figure.value is None and figure.numerator is None and figure.denominator is None


def _without_value(the_round: Round) -> Iterable[str]:
    """Yield the criteria of which no city has a value or a mark, and the gates that nobody answered."""
    submissions, appraisals = the_round.submissions.values(), the_round.appraisals.values()
    figures = [item for each in submissions for item in (each.values or {}).items()]
    given = {name for name, value in figures if not _is_empty(value)}
    given |= {name for each in appraisals for name, change in each.changes.items() if not _is_empty(change)}
    given |= {name for each in appraisals for name, marks in each.marks.items() if marks}
    answered = {name for each in submissions for name in each.gates} | {
        name for each in appraisals for name in each.gates
    }
    classes = {
        the_round.standings[member].urban_class for member in the_round.submissions if member in the_round.standings
    }
    for name, criterion in the_round.criteria.criteria.items():
        if name not in given and any(criterion.applies(each) for each in classes):
            yield name
    yield from (gate.id for gate in the_round.criteria.gates if gate.id not in answered)
