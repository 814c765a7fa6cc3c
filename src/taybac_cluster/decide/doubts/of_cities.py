"""What the files of each city leave open."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property, partial
from typing import get_args

from taybac_cluster.decide import replaced
from taybac_cluster.decide.doubts import marks
from taybac_cluster.decide.doubts.found import Found, Kind, Try
from taybac_cluster.decide.doubts.values import marks_of, worst_and_best
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.scales import counting
from taybac_cluster.decide.sheet import Leaf, Sheet
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet, Group, UrbanClass
from taybac_cluster.model.scales import Marks, Relative
from taybac_cluster.model.submission import Appraisal, Change, Mark, Submission


def of_cities(result: Result) -> Iterator[Found]:
    """Yield what the files of every city that has a sheet leave open."""
    classes, plain = classes_named(result.round.criteria), summed(result.round.criteria)
    sheets = [each.sheet for each in result.placed]
    sheets += [each.sheet for each in result.left_out if each.sheet is not None]
    for sheet in sheets:
        yield from _City(result, sheet, classes, plain).found()


class _City:
    """One city of a result, with its files."""

    def __init__(self, result: Result, sheet: Sheet, classes: list[str], plain: frozenset[str]) -> None:
        self.classes, self.plain = classes, plain
        self.result, self.sheet, self.id = result, sheet, sheet.member
        self.criteria = result.round.criteria
        self.submission: Submission = result.round.submissions[sheet.member]
        self.appraisal: Appraisal | None = result.round.appraisals.get(sheet.member)

    def found(self) -> Iterator[Found]:
        """Yield all that the city's files leave open."""
        yield from self.claims()
        if self.sheet.missing_percent:
            yield from self.missing()
        if self.appraisal is not None:
            yield from self.appraised(self.appraisal)
            yield from self.marked(self.appraisal)
        yield from self.late()
        yield from self.standing()

    def claims(self) -> Iterator[Found]:
        """Yield the bonuses that were claimed and not appraised."""
        for bonus in self.sheet.bonuses:
            if bonus.granted and not bonus.appraised:
                refused = partial(replaced.with_bonus, member=self.id, name=bonus.id, granted=False)
                yield Found("claim", self.id, bonus.id, (Try(None, refused),), bonus.points)

    def missing(self) -> Iterator[Found]:
        """Yield the values that are missing; too few marks are a doubt of their own."""
        ranked = self.id in self.result.reasons
        for leaf in self.sheet.root.leaves():
            if leaf.outcome == "missing" and not leaf.given.marks:
                idle = leaf.policy == "zero" and ranked
                tries = tuple(self._supplied(leaf, idle=idle)) if leaf.weight > 0 else ()
                yield self._of_leaf("missing", leaf, leaf.id, tries)

    def _supplied(self, leaf: Leaf, *, idle: bool) -> Iterator[Try]:
        """Yield the tries of a missing value: no points, which may be what it has, and full points."""
        if isinstance(leaf.scale, Marks):
            changes = [
                partial(replaced.with_marks, member=self.id, name=leaf.id, marks=marks_of(leaf.scale, mark))
                for mark in (Decimal(0), leaf.scale.out_of)
            ]
        else:
            changes = [
                partial(replaced.with_figure, member=self.id, name=leaf.id, figure=figure)
                for figure in worst_and_best(self.result, leaf)
            ]
        yield Try("none", None if idle else changes[0])
        yield Try("full", changes[1])

    def appraised(self, appraisal: Appraisal) -> Iterator[Found]:
        """Yield what the panel changed in a value, a gate or a bonus; the try is the city's own word."""
        leaves = {leaf.id: leaf for leaf in self.sheet.root.leaves()} if appraisal.changes else {}
        for name, change in appraisal.changes.items():
            if name in leaves and self._differs(name, change):
                yield self._of_leaf("appraisal", leaves[name], name, self._own("changes", name), "changes")
        for gate in self.criteria.gates:
            own = self.submission.gates.get(gate.id)
            if gate.id in appraisal.gates and appraisal.gates[gate.id].value != bool(own and own.value):
                yield Found("appraisal", self.id, gate.id, self._own("gates", gate.id), about="gates")
        for item in self.criteria.bonuses.items:
            own = self.submission.bonuses.get(item.id)
            if item.id in appraisal.bonuses and appraisal.bonuses[item.id].granted != bool(own and own.value):
                yield Found("appraisal", self.id, item.id, self._own("bonuses", item.id), item.points, about="bonuses")

    def _differs(self, name: str, change: Change) -> bool:
        own = self.submission.value(name)
        said = (change.value, change.numerator, change.denominator)
        return change.not_applicable or said != ((own.value, own.numerator, own.denominator) if own else (None,) * 3)

    def _own(self, part: str, name: str) -> tuple[Try, ...]:
        return (Try(None, partial(replaced.own_word, member=self.id, part=part, name=name)),)

    def marked(self, appraisal: Appraisal) -> Iterator[Found]:
        """Yield judges' marks that are left out, too few, or far apart."""
        for leaf in self.sheet.root.leaves() if appraisal.marks else ():
            given = appraisal.marks.get(leaf.id)
            if given and isinstance(leaf.scale, Marks) and leaf.outcome != "not_applicable":
                yield from self._marks(leaf, leaf.scale, given)

    def _marks(self, leaf: Leaf, scale: Marks, given: Mapping[str, Mark]) -> Iterator[Found]:
        judges = self.result.round.meeting.judges if self.result.round.meeting else ()
        counted = dict(counting(given, judges, self.id))
        for judge, mark in given.items():
            if mark.mark is not None and judge not in counted:
                change = partial(marks.own_counted, member=self.id, name=leaf.id, judge=judge)
                yield self._of_leaf("mark", leaf, judge, (Try("counted", change),), "own")
        if counted and leaf.outcome == "missing":
            change = partial(marks.few_counted, member=self.id, name=leaf.id, scale=scale)
            yield self._of_leaf("mark", leaf, leaf.id, (Try("counted", change),), "few")
        if counted and scale.spread is not None and max(counted.values()) - min(counted.values()) > scale.spread:
            ordered = sorted(counted, key=lambda judge: counted[judge])
            tries = (
                Try("without_lowest", partial(marks.without, member=self.id, name=leaf.id, judge=ordered[0])),
                Try("without_highest", partial(marks.without, member=self.id, name=leaf.id, judge=ordered[-1])),
            )
            yield self._of_leaf("mark", leaf, leaf.id, tries, "apart")

    def late(self) -> Iterator[Found]:
        """Yield a submission after the deadline for which nothing was deducted."""
        deadline, day, late = self.criteria.deadline, self.submission.submitted_on, self.criteria.late
        if deadline is None or day is None or day <= deadline:
            return
        deducted = self.appraisal.deductions if self.appraisal is not None else {}
        if late is None:
            if not deducted:
                yield Found("late", self.id, None)
        elif late not in deducted:
            points = next((item.points for item in self.criteria.deductions.items if item.id == late), None)
            change = partial(replaced.with_deduction, member=self.id, name=late, taken=True)
            yield Found("late", self.id, None, (Try(None, change),), points)

    def standing(self) -> Iterator[Found]:
        """Yield a class, or a membership, that is not known."""
        standing, relative = self.sheet.standing, self.result.relative
        if standing.urban_class is None and self.classes:
            tries = tuple(
                Try(each, partial(Round.with_class, member=self.id, urban_class=each)) for each in self.classes
            )
            yield Found("class_unknown", self.id, None, tries, None, relative)
        if standing.membership == "unknown":
            tries = (Try(None, partial(replaced.left_out, member=self.id)),)
            yield Found("membership_unknown", self.id, None, tries, moves_others=relative)

    def _of_leaf(self, kind: Kind, leaf: Leaf, name: str, tries: tuple[Try, ...], about: str | None = None) -> Found:
        """Return what is open of a criterion: it moves the total by its points, if they are added."""
        plain = leaf.id in self.plain and leaf.policy != "exclude" and not self._carries
        swing = leaf.weight if plain else None
        return Found(kind, self.id, name, tries, swing, isinstance(leaf.scale, Relative), about, leaf.id)

    @cached_property
    def _carries(self) -> bool:
        root = self.sheet.root
        return root.carried is not None or any(node.carried is not None or not node.counts for node in root.nodes())


def classes_named(criteria: CriteriaSet) -> list[str]:
    """Return the classes that a set names in `per_class` or `applies_to`, from the highest."""
    named = {name for each in criteria.criteria.values() for name in (*each.per_class, *(each.applies_to or ()))}
    return [name for name in get_args(UrbanClass) if name in named]


def summed(criteria: CriteriaSet) -> frozenset[str]:
    """Return the criteria whose points are added in every group above them."""

    def below(group: Group) -> list[str]:
        if group.combine != "sum":
            return []
        return [each.id for each in group.criteria] + [name for child in group.groups for name in below(child)]

    return (
        frozenset(name for group in criteria.groups for name in below(group))
        if criteria.combine == "sum"
        else frozenset()
    )
