"""From the values of a round to every member's sheet: points of criteria, nodes, adjustments and the total.

A sheet keeps what it was made from, so that an explanation is a view of it and not a second computation. Under `sum`
the printed points are added, with one line more for what does not apply; under another combine only exact shares count
below the node.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Literal, NamedTuple

from taybac_cluster.decide.exact import ONE, ZERO, kept, power, printed, printed_part
from taybac_cluster.decide.scales import combined_mark, counting, relative, share_of
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import Criterion, Group, Missing
from taybac_cluster.model.members import Standing
from taybac_cluster.model.record import Document, LocalText, Location, Route, Scalar
from taybac_cluster.model.scales import Marks, Ratio, Relative, Scale
from taybac_cluster.model.submission import Appraisal, Change, Submission, Value

Outcome = Literal["scored", "missing", "not_applicable"]
Used = Decimal | Fraction | str | bool
Worth = Callable[[Any], tuple[Fraction, Decimal | None]]
NONE = Decimal(0)


class Given(NamedTuple):
    """The word that counts for one criterion: whose it is, where it stands, and what it says."""

    value: Used | None
    parts: tuple[Decimal, Decimal] | None = None
    """Numerator and denominator, where the value is their percentage."""
    document: Document | None = None
    route: Route = ()
    appraised: bool = False
    claimed: Value | Scalar | None = None
    reason: LocalText | None = None
    not_applicable: bool = False
    marks: tuple[tuple[str, Decimal], ...] = ()

    @property
    def location(self) -> Location | None:
        """Where it is written; None where nobody said anything."""
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
    """What the points that do not apply were carried at; None where all apply or no points are printed."""

    @property
    def id(self) -> str:
        """The group's id; empty for the root."""
        return self.group.id if self.group else ""

    @property
    def share(self) -> Fraction | None:
        """The exact share of what applies; None where nothing does."""
        if self.exact is not None or not self.counts:
            return self.exact
        return _combined(self.combine, _parts(self.children))

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
    """Whether a gate was passed, and by whose word; `answered` is false where nobody said."""

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

        None for what does not apply. A bonus that was not claimed gives 0, a deduction takes away.
        """
        parts: Iterable[Node | Leaf] = chain(self.root.nodes(), self.root.leaves())
        for part in parts:
            if part.id == name:
                return part.share if part.points is None else part.points
        granted = (item.points for item in self.bonuses if item.id == name and item.granted)
        taken = (-item.points for item in self.deductions if item.id == name)
        return next(granted, next(taken, NONE))


def score(the_round: Round, *, self_assessed: bool = False, only: Container[str] | None = None) -> dict[str, Sheet]:
    """Score every member that submitted, or `only` some, by id.

    With `self_assessed`, everything of the appraisals but the judges' marks is left out. Shares against the others are
    right only where nobody is left out.
    """
    criteria = the_round.criteria

    @cache
    def scales(urban_class: str | None) -> list[tuple[str, Scale]]:
        return [(name, criterion.scale_for(urban_class)) for name, criterion in criteria.criteria.items()]

    given = {
        member: _given(
            the_round,
            scales(the_round.standings[member].urban_class),
            submission,
            the_round.appraisals.get(member),
            self_assessed,
        )
        for member, submission in the_round.submissions.items()
        if submission.values is not None and member in the_round.standings and (only is None or member in only)
    }
    against = _relative_shares(the_round, given)
    scorer = _Scorer(criteria.policies, criteria.decimals, against)
    sheets = {}
    for member, values in given.items():
        standing = the_round.standings[member]
        appraisal = the_round.appraisals.get(member)
        root = scorer.root(the_round, standing, values)
        ruled = None if self_assessed else appraisal
        sheets[member] = adjusted(the_round, standing, root, the_round.submissions[member], ruled)
    return sheets


def with_value(the_round: Round, sheet: Sheet, criterion: str, value: Used) -> Sheet:
    """Score one member again with another value of one criterion whose scale does not look at the others."""
    words = {leaf.id: leaf.given for leaf in sheet.root.leaves()}
    words[criterion] = words[criterion]._replace(value=value, parts=None)
    against = {(leaf.id, sheet.member): leaf.share for leaf in sheet.root.leaves() if leaf.share is not None}
    scorer = _Scorer(the_round.criteria.policies, the_round.criteria.decimals, against)
    root = scorer.root(the_round, sheet.standing, words)
    ruled = the_round.appraisals.get(sheet.member)
    return adjusted(the_round, sheet.standing, root, the_round.submissions[sheet.member], ruled)


def _given(
    the_round: Round,
    scales: Iterable[tuple[str, Scale]],
    submission: Submission,
    appraisal: Appraisal | None,
    self_assessed: bool,  # noqa: FBT001
) -> dict[str, Given]:
    """Tell the word that counts for every criterion."""
    changes = {} if appraisal is None or self_assessed else appraisal.changes
    said = submission.values or {}
    words = {}
    for name, scale in scales:
        if isinstance(scale, Marks):
            words[name] = _marked(the_round, name, scale, appraisal, changes.get(name))
            continue
        claimed = said.get(name)
        if (change := changes.get(name)) is not None and appraisal is not None:
            value, parts = _worth(change, scale)
            words[name] = Given(
                value,
                parts,
                appraisal,
                ("changes", name),
                appraised=True,
                claimed=claimed,
                reason=change.reason,
                not_applicable=change.not_applicable,
            )
        elif claimed is not None:
            value, parts = _worth(claimed, scale)
            reason = claimed.missing if isinstance(claimed, Value) else None
            words[name] = Given(value, parts, submission, ("values", name), claimed=claimed, reason=reason)
        else:
            words[name] = Given(None)
    return words


def _worth(said: Value | Change | Scalar, scale: Scale) -> tuple[Used | None, tuple[Decimal, Decimal] | None]:
    """Return the value that a scale looks at: of a ratio, the exact percentage of the two raw numbers."""
    if not isinstance(said, (Value, Change)):
        return (None if isinstance(scale, Ratio) else said), None
    if not isinstance(scale, Ratio):
        return said.value, None
    if said.numerator is None or not said.denominator:
        return None, None
    return 100 * Fraction(said.numerator) / Fraction(said.denominator), (said.numerator, said.denominator)


def _marked(the_round: Round, name: str, scale: Marks, appraisal: Appraisal | None, change: Change | None) -> Given:
    """Make one mark of the judges'; a judge's mark for his own member is left out."""
    if change is not None and change.not_applicable:
        return Given(
            None, None, appraisal, ("changes", name), appraised=True, reason=change.reason, not_applicable=True
        )
    if appraisal is None or name not in appraisal.marks:
        return Given(None)
    judges = the_round.meeting.judges if the_round.meeting else ()
    marks = counting(appraisal.marks[name], judges, appraisal.member)
    combined = combined_mark(scale, [mark for _, mark in marks])
    return Given(combined, None, appraisal, ("marks", name), appraised=True, marks=marks)


def _relative_shares(the_round: Round, given: Mapping[str, Mapping[str, Given]]) -> dict[tuple[str, str], Fraction]:
    """Work out the shares that depend on all members' values, by criterion and member."""
    shares: dict[tuple[str, str], Fraction] = {}
    for name, criterion in the_round.criteria.criteria.items():
        if not isinstance(criterion.scale, Relative):
            continue
        pool: dict[str, Fraction] = {}
        for member, words in given.items():
            word, urban_class = words[name], the_round.standings[member].urban_class
            if criterion.applies(urban_class) and not word.not_applicable and isinstance(word.value, Decimal):
                pool[member] = Fraction(word.value)
        by_class = {the_round.standings[member].urban_class for member in pool}
        for urban_class in by_class:
            scale = criterion.scale_for(urban_class)
            if isinstance(scale, Relative):
                found = relative(scale, pool, criterion.points)
                for member in pool:
                    if the_round.standings[member].urban_class == urban_class:
                        shares[name, member] = found[member]
    return shares


class _Line(NamedTuple):
    """A criterion as it stands for all members of a class."""

    criterion: Criterion
    scale: Scale
    policy: Missing
    applies: bool
    prints: bool
    """Whether it has points of its own, which are printed and added."""
    worth: Worth | None
    """From a value to its share and points; None where that takes the others' values."""


class _Scorer:
    """Builds the trees of the sheets; keeps what is the same for many: what a value is worth, each weight."""

    def __init__(
        self, policies: Mapping[str, Missing], decimals: int, against: Mapping[tuple[str, str], Fraction]
    ) -> None:
        self.policies, self.decimals, self.against = policies, decimals, against
        self.lines: dict[tuple[str, str | None], tuple[_Line, ...]] = {}
        self.weights: dict[tuple[str, tuple[bool, ...]], tuple[Fraction, Fraction]] = {}

    def root(self, the_round: Round, standing: Standing, words: Mapping[str, Given]) -> Node:
        criteria = the_round.criteria
        summed = criteria.combine == "sum"
        children = tuple(self._group(group, standing, words, prints=summed) for group in criteria.groups)
        return self._node(None, criteria.combine, criteria.weight, children, prints=True)

    def _group(self, group: Group, standing: Standing, words: Mapping[str, Given], *, prints: bool) -> Node:
        below = prints and group.combine == "sum"
        groups = tuple(self._group(child, standing, words, prints=below) for child in group.groups)
        lines = self._lines(group, standing.urban_class, prints=below)
        leaves = tuple([self._leaf(line, standing, words[line.criterion.id]) for line in lines])
        return self._node(group, group.combine, group.weight, groups + leaves, prints=prints)

    def _lines(self, group: Group, urban_class: str | None, *, prints: bool) -> tuple[_Line, ...]:
        key = (group.id, urban_class)
        if key not in self.lines:
            self.lines[key] = tuple(self._line(each, urban_class, prints=prints) for each in group.criteria)
        return self.lines[key]

    def _line(self, criterion: Criterion, urban_class: str | None, *, prints: bool) -> _Line:
        scale = criterion.scale_for(urban_class)
        worth = None if isinstance(scale, Relative) else self._scoring(scale, criterion.points, prints=prints)
        policy = self.policies[criterion.id]
        return _Line(criterion, scale, policy, criterion.applies(urban_class), prints, worth)

    def _leaf(self, line: _Line, standing: Standing, given: Given) -> Leaf:
        criterion, scale, policy, applies, prints, worth = line
        if given.not_applicable or not applies:
            return Leaf(criterion, scale, "not_applicable", given, policy, None, None)
        if given.value is None:
            share = None if policy == "exclude" else ZERO
            points = printed(ZERO, self.decimals) if prints and share is not None else None
            return Leaf(criterion, scale, "missing", given, policy, share, points)
        if worth is None:
            share = self.against.get((criterion.id, standing.id), ZERO)
            points = printed_part(share, criterion.points, self.decimals) if prints else None
        else:
            share, points = worth(given.value)
        return Leaf(criterion, scale, "scored", given, policy, share, points)

    def _scoring(
        self, scale: Scale, full: Decimal, *, prints: bool
    ) -> Callable[[Any], tuple[Fraction, Decimal | None]]:
        """Return the function from a value to its share and points, which remembers: many cities say the same."""
        share_by = share_of(scale, full)

        @lru_cache(maxsize=None, typed=True)
        def scored(value: Any) -> tuple[Fraction, Decimal | None]:  # noqa: ANN401 - what the scale takes
            share = share_by(value)
            return share, printed_part(share, full, self.decimals) if prints else None

        return scored

    def _node(
        self, group: Group | None, combine: str, weight: Decimal, children: tuple[Leaf | Node, ...], *, prints: bool
    ) -> Node:
        """Combine what applies; carry what does not."""
        counting = [child for child in children if child.counts and child.weight > 0]
        if not counting:
            return Node(group, combine, weight, children, False, None, None, None)  # noqa: FBT003
        if not prints or combine != "sum":
            share = _combined(combine, _parts(children))
            points = printed_part(share, weight, self.decimals) if prints else None
            return Node(group, combine, weight, children, True, share, points, None)  # noqa: FBT003
        earned = sum((child.points or NONE for child in counting), NONE)
        carried = None
        if len(counting) < len(children):
            applying, absent = self._split(group, children)
            carried = printed(Fraction(earned) / applying * absent, self.decimals) if absent else None
        points = earned + (carried or NONE)
        return Node(group, combine, weight, children, True, None, points, carried)  # noqa: FBT003

    def _split(self, group: Group | None, children: tuple[Leaf | Node, ...]) -> tuple[Fraction, Fraction]:
        """Return the typed points that apply and those that do not."""
        key = (group.id if group else "", tuple(child.counts for child in children))
        if key not in self.weights:
            applying = sum((Fraction(child.weight) for child in children if child.counts), ZERO)
            self.weights[key] = applying, sum((Fraction(child.weight) for child in children), ZERO) - applying
        return self.weights[key]


def _parts(children: tuple[Leaf | Node, ...]) -> list[tuple[Fraction, Fraction]]:
    """Return the shares of what counts with their weights, which add up to 1."""
    counting = [child for child in children if child.counts and child.weight > 0]
    applying = sum((Fraction(child.weight) for child in counting), ZERO)
    return [(child.share or ZERO, Fraction(child.weight) / applying) for child in counting]


def _combined(combine: str, parts: list[tuple[Fraction, Fraction]]) -> Fraction:
    """Combine shares by their weights, which add up to 1; but for `sum`, one share of zero makes zero."""
    if combine == "sum":
        return sum((share * weight for share, weight in parts), ZERO)
    if any(share == ZERO for share, _ in parts):
        return ZERO
    if combine == "minimum":
        return min(share for share, _ in parts)
    if combine == "harmonic":
        return ONE / sum((weight / share for share, weight in parts), ZERO)
    if len({share for share, _ in parts}) == 1:
        return parts[0][0]
    product = ONE
    for share, weight in parts:
        product *= power(share, weight)
    return kept(product)


def adjusted(
    the_round: Round, standing: Standing, root: Node, submission: Submission, ruled: Appraisal | None
) -> Sheet:
    """Make the sheet of a tree: bonuses, deductions, gates and the total, not below 0."""
    criteria, decimals = the_round.criteria, the_round.criteria.decimals
    bonuses = tuple(_bonuses(the_round, submission, ruled))
    deductions = tuple(_deductions(the_round, ruled))
    plus = _capped(bonuses, criteria.bonuses.cap, decimals)
    minus = _capped(deductions, criteria.deductions.cap, decimals)
    total = None if root.points is None else max(root.points + plus - minus, printed(ZERO, decimals))
    missing = [leaf for leaf in root.leaves() if leaf.outcome == "missing"]
    rejected = tuple(leaf.id for leaf in missing if leaf.policy == "reject")
    gates = tuple(_gates(the_round, submission, ruled))
    percent = _percent(missing, root) if missing else ZERO
    return Sheet(standing, root, bonuses, deductions, plus, minus, gates, total, percent, rejected)


def _percent(missing: list[Leaf], root: Node) -> Fraction:
    """Return the typed points of missing criteria, as a percentage of those that apply."""
    typed = sum((Fraction(leaf.weight) for leaf in root.leaves() if leaf.outcome != "not_applicable"), ZERO)
    return 100 * sum((Fraction(leaf.weight) for leaf in missing), ZERO) / typed if typed else ZERO


def _capped(items: tuple[Adjustment, ...], cap: Decimal | None, decimals: int) -> Decimal:
    if not items:
        return printed(ZERO, decimals)
    whole = sum((Fraction(item.points) for item in items if item.granted), ZERO)
    return printed(whole if cap is None else min(whole, Fraction(cap)), decimals)


def _bonuses(the_round: Round, submission: Submission, ruled: Appraisal | None) -> Iterable[Adjustment]:
    """A claimed bonus counts until it is refused; one that the panel grants counts unclaimed too."""
    for item in the_round.criteria.bonuses.items:
        claim = submission.bonuses.get(item.id)
        ruling = ruled.bonuses.get(item.id) if ruled else None
        if ruling is not None and ruled is not None:
            place = ruled.at("bonuses", item.id)
            yield Adjustment(item.id, item.name, item.points, ruling.granted, True, ruling.reason, place)  # noqa: FBT003
        elif claim is not None and claim.value:
            place = submission.at("bonuses", item.id)
            yield Adjustment(item.id, item.name, item.points, True, False, claim.note, place)  # noqa: FBT003


def _deductions(the_round: Round, ruled: Appraisal | None) -> Iterable[Adjustment]:
    for item in the_round.criteria.deductions.items:
        ruling = ruled.deductions.get(item.id) if ruled else None
        if ruling is not None and ruled is not None:
            points = item.points if ruling.points is None else ruling.points
            place = ruled.at("deductions", item.id)
            yield Adjustment(item.id, item.name, points, True, True, ruling.reason, place)  # noqa: FBT003


def _gates(the_round: Round, submission: Submission, ruled: Appraisal | None) -> Iterable[GateAnswer]:
    for gate in the_round.criteria.gates:
        answer = submission.gates.get(gate.id)
        ruling = ruled.gates.get(gate.id) if ruled else None
        if ruling is not None and ruled is not None:
            place = ruled.at("gates", gate.id)
            yield GateAnswer(gate.id, gate.name, ruling.value, True, True, ruling.reason, place)  # noqa: FBT003
        elif answer is not None:
            place = submission.at("gates", gate.id)
            yield GateAnswer(gate.id, gate.name, answer.value, True, False, answer.note, place)  # noqa: FBT003
        else:
            yield GateAnswer(gate.id, gate.name, False, False, False, None, None)  # noqa: FBT003
