"""How firm an order is: the same decision under other weights, without a criterion, by other words and scales.

Weights: every criterion's points are multiplied by an independent uniform factor in 1 ± `percent` %, or drawn uniformly
on the simplex (`free`), and rescaled so that they add up to the set's points; the shares stay. Every draw is scored,
rounded (half up), carried, adjusted, ranked, told apart and gated by the rules of `score`, `rank` and `nominate`, but
in binary floats with a guard before each rounding, all draws of a chunk at once. With 0 % it is the exact decision.

Leaving something out is such a draw as well: the remaining points are rescaled to the set's points, so that
`min_points` keeps its meaning. This is the one module that needs numpy.

Source of the measure: Lahdelma and Salminen, SMAA-2 (Operations Research 49, 2001): rank acceptability indices.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Literal, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from taybac_cluster.decide.nominate import Nominations, OpenSeats, nominate
from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result, placed_and_left
from taybac_cluster.decide.score import Leaf, Node, Sheet, score
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.members import Standing

Method = Literal["around", "free"]
Step = Callable[[int, int], None]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Whole = NDArray[np.intp]

PERCENT = 30.0
DRAWS = 10_000
SEED = 1

_CHUNK = 2**16
"""Cells (draws × members) that are worked on at once: half a megabyte, which stays in a processor's cache."""
_GUARD = 1e-9
"""In points: what binary floats may be short of a half that is exact."""
_MOST_GUARD = 1e-3
"""In units of the last printed digit, for sets of so many decimals that the guard in points would be a digit."""
_ALIKE = 12
"""Digits to which two shares are compared where no points are printed."""


class Plan(NamedTuple):
    """What is drawn: how many draws, how far around the typed points (0 to 100 %), from which seed (PCG64)."""

    method: Method = "around"
    percent: float = PERCENT
    draws: int = DRAWS
    seed: int = SEED


class Firmness(NamedTuple):
    """One member over all draws; a place shared by k members counts 1/k in each of its k places."""

    member: str
    rank_shares: tuple[float, ...]
    """The share of the draws in place 1, 2, …; adds up to 1."""
    nominated: float
    """The share of the draws in which it is put forward; an open seat counts its part for each candidate."""
    rank_low: int
    """The best place it ever took."""
    rank_high: int


class Decided(NamedTuple):
    """Who is where and who is put forward, under one way of scoring."""

    ranks: Mapping[str, int]
    members: tuple[str, ...]
    open_seats: OpenSeats | None = None

    def same(self, other: Self) -> bool:
        """Whether the same are put forward, and the same seats left open between the same."""
        return set(self.members) == set(other.members) and _seats(self) == _seats(other)

    def entered(self, base: Self) -> tuple[str, ...]:
        """Return who is put forward here and was not there."""
        return tuple(member for member in self.members if member not in base.members)

    def moved(self, base: Self) -> int:
        """Return how many members have another place than there, or a place only here or there."""
        everyone = self.ranks.keys() | base.ranks.keys()
        return sum(self.ranks.get(member) != base.ranks.get(member) for member in everyone)


class Variant(NamedTuple):
    """The decision with something left out (`criterion`, `group`), or scored otherwise (`own`, `class`)."""

    kind: Literal["criterion", "group", "own", "class"]
    ids: tuple[str, ...]
    decided: Decided
    changed: bool
    """Whether others are put forward, or other seats are open."""


class Stability(NamedTuple):
    """How firm the decision of a round is."""

    result: Result
    plan: Plan
    base: Decided
    members: tuple[Firmness, ...]
    """Those ranked, in the order of the ranking."""
    unchanged: float
    """The share of the draws that put forward exactly the same."""
    same_order: float
    """The share of the draws in which every place is the same."""
    left_out: tuple[Variant, ...]
    own: Variant | None
    """As the cities assessed themselves; None where nothing was appraised."""
    classes: tuple[Variant, ...]
    """Every city scored as if of one class; classes that the set treats alike are one variant."""


def tried(result: Result, plan: Plan, step: Step = lambda _done, _of: None) -> Stability:
    """Try the decision of a round under other weights, words and scales; `step` is told how much is done."""
    field = _field(result)
    variants = list(_leave_outs(result.round.criteria))
    classes = _treatments(result.round.criteria)
    whole = plan.draws + len(variants) + len(classes)
    base = _as_decided(result.placed, result.nominations)
    placed = field.only(_places_of(field, result.placed))
    tally = _drawn(placed, plan, base, lambda done: step(done, whole))
    left_out = []
    for at, (kind, name, criteria) in enumerate(variants, plan.draws):
        step(at, whole)
        if (decided := _without(field, criteria)) is not None:
            left_out.append(Variant(kind, (name,), decided, not decided.same(base)))
    scored = []
    for at, names in enumerate(classes, plan.draws + len(variants)):
        step(at, whole)
        decided = _as_class(result, names[0])
        scored.append(Variant("class", names, decided, not decided.same(base)))
    step(whole, whole)
    own = _own(result)
    return Stability(
        result,
        plan,
        base,
        *tally,
        tuple(left_out),
        None if own is None else Variant("own", (), own, not own.same(base)),
        tuple(scored),
    )


def _seats(decided: Decided) -> tuple[int, frozenset[str]]:
    seats = decided.open_seats
    return (seats.seats, frozenset(seats.candidates)) if seats else (0, frozenset())


# ---- the round in arrays ----


class _Leaf(NamedTuple):
    """A criterion that has points: its column among the weights, and every member's share (0 where it has none)."""

    id: str
    column: int
    shares: Floats
    counts: Bools


@dataclass(frozen=True)
class _Node:
    """A group, or the root: whether points are printed for it, and for whom anything in it counts."""

    id: str
    combine: str
    prints: bool
    children: "tuple[_Leaf | _Node, ...]"
    counts: Bools

    @property
    def columns(self) -> list[int]:
        """The columns of every criterion below."""
        return [at for child in self.children for at in ([child.column] if isinstance(child, _Leaf) else child.columns)]


@dataclass(frozen=True)
class _Field:
    """What all draws share: who takes part, the tree of shares, what is added to the points, and the rules."""

    members: tuple[str, ...]
    root: _Node
    points: Floats
    """The typed points of every column."""
    full: float
    decimals: int
    adjust: Floats
    """Bonuses less deductions, in units of the last digit."""
    passes: Bools
    """Who passes every gate."""
    ties: tuple[tuple[str, Floats | None, Bools], ...]
    """Each tie-break's id, its values where no draw moves them, and who has any."""
    missing: Bools
    applies: Bools
    """By column and member."""
    rejected: tuple[frozenset[str], ...]
    """By member: the criteria whose missing value keeps it out of the ranking."""
    most_missing: float | None
    criteria: CriteriaSet
    tie: OpenSeats | None
    """The tie across the cut that the meeting settled, if it did, and for whom."""
    chosen: frozenset[str]

    @property
    def unit(self) -> float:
        """How many units of the last digit make a point."""
        return float(10**self.decimals)

    def only(self, at: Whole) -> Self:
        """Return the field of some of its members."""
        return replace(
            self,
            members=tuple(self.members[each] for each in at),
            root=_taken(self.root, at),
            adjust=self.adjust[at],
            passes=self.passes[at],
            ties=tuple((name, None if worth is None else worth[:, at], has[at]) for name, worth, has in self.ties),
            missing=self.missing[:, at],
            applies=self.applies[:, at],
            rejected=tuple(self.rejected[each] for each in at),
        )


def _taken(node: _Node, at: Whole) -> _Node:
    children = tuple(
        child._replace(shares=child.shares[at], counts=child.counts[at])
        if isinstance(child, _Leaf)
        else _taken(child, at)
        for child in node.children
    )
    return replace(node, children=children, counts=node.counts[at])


def _field(result: Result) -> _Field:
    """Put every sheet of a result into arrays: those ranked, and those out by their values."""
    sheets = [each.sheet for each in result.placed]
    sheets += [each.sheet for each in result.left_out if each.sheet is not None]
    sheets.sort(key=lambda sheet: sheet.member)
    criteria, unit = result.round.criteria, 10**result.round.criteria.decimals
    # By id, so that the order of the file decides nothing; what has no points is never drawn.
    names = sorted(name for name, each in criteria.criteria.items() if each.points > 0)
    columns = {name: at for at, name in enumerate(names)}
    leaves = [{leaf.id: leaf for leaf in sheet.root.leaves()} for sheet in sheets]
    grid = [[each[name] for each in leaves] for name in names]
    settled = result.nominations if result.nominations.settled_by else None
    most = criteria.ranking.max_missing_percent
    return _Field(
        members=tuple(sheet.member for sheet in sheets),
        root=_tree([sheet.root for sheet in sheets], columns, prints=True),
        points=np.array([float(criteria.criteria[name].points) for name in names]),
        full=float(criteria.weight),
        decimals=criteria.decimals,
        adjust=np.array([float((sheet.bonus_points - sheet.deduction_points) * unit) for sheet in sheets]),
        passes=np.array([all(gate.passed for gate in sheet.gates) for sheet in sheets], bool),
        ties=tuple(_tie_values(criteria, columns, sheets)),
        missing=_table(grid, "missing"),
        applies=~_table(grid, "not_applicable"),
        rejected=tuple(frozenset(sheet.rejected) for sheet in sheets),
        most_missing=None if most is None else float(most),
        criteria=criteria,
        tie=settled.tie if settled else None,
        chosen=frozenset(settled.members) if settled else frozenset(),
    )


def _table(grid: list[list[Leaf]], outcome: str) -> Bools:
    shape = len(grid), len(grid[0]) if grid else 0
    return np.array([[leaf.outcome == outcome for leaf in row] for row in grid], bool).reshape(shape)


def _tree(nodes: Sequence[Node], columns: Mapping[str, int], *, prints: bool) -> _Node:
    """Lay the same node of every member's sheet side by side; criteria of no points are left out."""
    if not nodes:
        return _Node("", "sum", prints, (), np.zeros(0, bool))
    first = nodes[0]
    below = prints and first.combine == "sum"
    children: list[_Leaf | _Node] = []
    for at, child in enumerate(first.children):
        if isinstance(child, Node):
            beside = [node.children[at] for node in nodes]
            children.append(_tree([each for each in beside if isinstance(each, Node)], columns, prints=below))
        elif child.id in columns:
            given = [node.children[at].share for node in nodes]
            shares = np.array([float(share or 0) for share in given])
            counts = np.array([share is not None for share in given])
            children.append(_Leaf(child.id, columns[child.id], shares, counts))
    return _Node(first.id, first.combine, prints, tuple(children), np.array([node.counts for node in nodes]))


def _tie_values(
    criteria: CriteriaSet, columns: Mapping[str, int], sheets: Sequence[Sheet]
) -> Iterator[tuple[str, Floats | None, Bools]]:
    """Yield each tie-break with its values, unless they are a group's or a criterion's that is drawn."""
    drawn = columns.keys() | {group.id for _, group in criteria.nodes()}
    for name in criteria.ranking.tie_break:
        values = [sheet.printed_points(name) for sheet in sheets]
        has = np.array([value is not None for value in values], bool)
        worth = None if name in drawn else np.array([[float(value or 0) for value in values]])
        yield name, worth, has


# ---- one chunk of draws: scored, ranked, nominated ----


class _Outcome(NamedTuple):
    """Draws decided: in each row the members in the order of their places."""

    order: Whole
    starts: Bools
    """Where a new place begins."""
    nominated: Floats
    """How much of a seat each has, in the same order: 1, 0, or its part of open ones."""


def _decided(field: _Field, weights: Floats) -> _Outcome:
    """Decide every row of weights, one for each column of the field."""
    kept: dict[str, Floats] = {}
    points = _value(field.root, field, weights, kept)
    if field.root.combine != "sum":
        points = _rounded(points * (weights.sum(axis=1)[:, None] * field.unit), field)
    totals = np.maximum(points + field.adjust, 0)
    order, starts = _placed(field, totals, kept)
    eligible = np.take_along_axis(_eligible(field, weights, totals, kept), order, axis=1)
    return _Outcome(order, starts, _seated(field, order, starts, eligible))


def _rounded(units: Floats, field: _Field) -> Floats:
    """Round half up, in place; the guard makes up for what binary floats lost."""
    units += 0.5 + min(_GUARD * field.unit, _MOST_GUARD)
    return np.floor(units, out=units)


def _value(node: _Node, field: _Field, weights: Floats, kept: dict[str, Floats]) -> Floats:
    """Return a node's printed units, or its shares where it (or the root) combines shares; keep them by id."""
    if node.prints and node.combine == "sum":
        value = _added(node, field, weights, kept)
    else:
        value = _combined(node, field, weights, kept)
        if node.prints and node.id:
            value = _rounded(value * (weights[:, node.columns].sum(axis=1)[:, None] * field.unit), field)
    if node.id:
        kept[node.id] = value
    return value


def _added(node: _Node, field: _Field, weights: Floats, kept: dict[str, Floats]) -> Floats:
    """Add printed units, and carry what does not apply."""
    earned = np.zeros((len(weights), len(node.counts)))
    wanted = {name for name, _, _ in field.ties}
    cells = np.empty_like(earned)
    for child in node.children:
        if isinstance(child, _Leaf):
            np.multiply((weights[:, child.column] * field.unit)[:, None], child.shares, out=cells)
            earned += _rounded(cells, field)
            if child.id in wanted:
                kept[child.id] = cells.copy()
        else:
            earned += _value(child, field, weights, kept)
    counts = _counted(node.children, len(node.counts))
    lacking = np.flatnonzero(node.counts & ~counts.all(axis=0))
    if lacking.size:
        own = _weights(node, weights)
        applying, absent = own @ counts[:, lacking], own @ ~counts[:, lacking]
        earned[:, lacking] += _rounded(earned[:, lacking] / np.where(applying > 0, applying, 1) * absent, field)
    return earned


def _counted(children: Sequence[_Leaf | _Node], members: int) -> Bools:
    """Return for whom each of some children counts."""
    return np.array([child.counts for child in children], bool).reshape(len(children), members)


def _weights(node: _Node, weights: Floats) -> Floats:
    """Return the weight of every child of a node, by draw."""
    each = [
        weights[:, child.column] if isinstance(child, _Leaf) else weights[:, child.columns].sum(axis=1)
        for child in node.children
    ]
    return np.stack(each, axis=1) if each else np.zeros((len(weights), 0))


def _combined(node: _Node, field: _Field, weights: Floats, kept: dict[str, Floats]) -> Floats:
    """Combine the shares of what counts by their weights; but for `sum`, one share of zero makes zero."""
    shape = len(weights), len(node.counts)
    reached = np.full(shape, np.inf if node.combine == "minimum" else 0.0)
    applying, zero = np.zeros(shape), np.zeros(shape, bool)
    for child, weight in zip(node.children, _weights(node, weights).T, strict=True):
        if isinstance(child, _Leaf):
            shares = child.shares[None, :]
            kept[child.id] = shares
        else:
            shares = _value(child, field, weights, kept)
        counted = weight[:, None] * child.counts
        applying += counted
        zero |= child.counts & (shares <= 0)
        safe = np.where(shares > 0, shares, 1)
        if node.combine == "minimum":
            np.minimum(reached, np.where(child.counts, shares, np.inf), out=reached)
        elif node.combine == "geometric":
            reached += counted * np.log(safe)
        else:
            reached += counted * shares if node.combine == "sum" else counted / safe
    applying[applying <= 0] = 1
    if node.combine == "sum":
        return reached / applying
    if node.combine == "geometric":
        reached = np.exp(reached / applying)
    elif node.combine == "harmonic":
        reached = applying / np.where(reached > 0, reached, 1)
    return np.where(zero | ~node.counts, 0, reached)


def _placed(field: _Field, totals: Floats, kept: Mapping[str, Floats]) -> tuple[Whole, Bools]:
    """Order every row by total, equals by the tie-breaks; an id that one of the tied does not have is skipped."""
    order = np.argsort(-totals, axis=1, kind="stable")
    ordered = np.take_along_axis(totals, order, axis=1)
    starts = np.ones(order.shape, bool)
    starts[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    spots = np.flatnonzero(_shared(starts))
    if not spots.size:
        return order, starts
    draws, members, begins = spots // order.shape[1], order.ravel()[spots], starts.ravel()[spots]
    for name, fixed, has in field.ties:
        worth = fixed if fixed is not None else kept.get(name)
        if worth is None:
            continue
        runs = np.cumsum(begins) - 1
        told = np.bincount(runs, weights=~has[members]) == 0
        values = np.broadcast_to(worth, totals.shape)[draws, members]
        values = np.where(told[runs], np.round(values, _ALIKE), 0)
        by = np.lexsort((-values, runs))
        members, values = members[by], values[by]
        begins[1:] = (runs[1:] != runs[:-1]) | (values[1:] != values[:-1])
    order.ravel()[spots], starts.ravel()[spots] = members, begins
    return order, starts


def _shared(starts: Bools) -> Bools:
    """Tell which places are shared: those where no other begins here, or none right after."""
    ends = np.ones(starts.shape, bool)
    ends[:, :-1] = starts[:, 1:]
    return ~(starts & ends)


def _eligible(field: _Field, weights: Floats, totals: Floats, kept: Mapping[str, Floats]) -> Bools:
    """Tell who passes the gates, reaches `min_points`, and `min_group_percent` of every top-level group as drawn."""
    eligible = np.broadcast_to(field.passes, totals.shape).copy()
    rule = field.criteria.nomination
    if rule is None:
        return eligible
    if rule.min_points is not None:
        eligible &= totals >= float(rule.min_points) * field.unit - _GUARD
    if rule.min_group_percent is not None:
        least = float(rule.min_group_percent) / 100 - _GUARD
        for child in field.root.children:
            full = weights[:, child.columns].sum(axis=1)[:, None] * field.unit if isinstance(child, _Node) else 0
            reached = kept[child.id] >= least * (full if isinstance(child, _Node) and child.prints else 1)
            eligible &= reached | ~child.counts
    return eligible


def _seated(field: _Field, order: Whole, starts: Bools, eligible: Bools) -> Floats:
    """Give the seats: the best eligible; a tie across the cut by `at_tie`, open seats in equal parts."""
    rule = field.criteria.nomination
    if rule is None or rule.quota <= 0:
        return np.zeros(order.shape)
    so_far = np.cumsum(eligible, axis=1)
    seated = (eligible & (so_far <= rule.quota)).astype(float)
    spots = np.flatnonzero(_shared(starts))
    if not spots.size:
        return seated
    begins = starts.ravel()[spots]
    runs = np.cumsum(begins) - 1
    can = eligible.ravel()[spots]
    candidates = np.bincount(runs, weights=can)
    before: Whole = (so_far.ravel()[spots] - can)[begins]
    seats = rule.quota - before
    crossing = (seats > 0) & (seats < candidates)
    if not crossing.any():
        return seated
    part = {"all": np.ones(len(seats)), "none": np.zeros(len(seats))}.get(
        rule.at_tie, seats / np.maximum(candidates, 1)
    )
    parts = np.where(can, part[runs], 0)
    if field.tie is not None:
        named = np.isin(np.array(field.members)[order.ravel()[spots]], field.tie.candidates)
        same = (seats == field.tie.seats) & (candidates == len(field.tie.candidates))
        same &= np.bincount(runs, weights=can & named) == len(field.tie.candidates)
        won = np.isin(np.array(field.members)[order.ravel()[spots]], list(field.chosen))
        parts = np.where(same[runs], can & won, parts)
    flat = seated.ravel()
    flat[spots] = np.where(crossing[runs], parts, flat[spots])
    return seated


# ---- many draws ----


def _drawn(
    field: _Field, plan: Plan, base: Decided, step: Callable[[int], None]
) -> tuple[tuple[Firmness, ...], float, float]:
    """Draw, decide and count: every member's places, and how often all stays as it is."""
    many = len(field.members)
    if not many:
        return (), 1.0, 1.0
    numbers = np.random.Generator(np.random.PCG64(plan.seed))
    counted = np.zeros((many, many))
    parted = np.zeros((many, many + 1))
    nominated = np.zeros(many)
    unchanged = same_order = done = 0
    seats, ranks = _seats_of(field, base), np.array([base.ranks[member] - 1 for member in field.members])
    places = np.arange(many)
    while done < plan.draws:
        rows = min(max(_CHUNK // many, 1), plan.draws - done)
        order, starts, seated = _decided(field, _factors(numbers, plan, rows, field))
        begins = np.maximum.accumulate(np.where(starts, places, 0), axis=1)
        shared = _shared(starts)
        cells = order * many + begins
        counted += np.bincount(cells[~shared], minlength=many * many).reshape(many, many)
        _share_out(parted, order, starts, begins, shared)
        nominated += np.bincount(order.ravel(), weights=seated.ravel(), minlength=many)
        unchanged += int((np.abs(seated - seats[order]) < _GUARD).all(axis=1).sum())
        same_order += int((begins == ranks[order]).all(axis=1).sum())
        done += rows
        step(done)
    tied = np.cumsum(parted, axis=1)[:, :many]
    counted += np.where(tied > _GUARD, tied, 0)
    shares = counted / plan.draws
    firm = {
        member: Firmness(
            member,
            tuple(shares[at].tolist()),
            min(float(nominated[at]) / plan.draws, 1.0),
            *(int(each) + 1 for each in np.flatnonzero(counted[at])[[0, -1]]),
        )
        for at, member in enumerate(field.members)
    }
    return tuple(firm[member] for member in base.ranks), unchanged / plan.draws, same_order / plan.draws


def _share_out(parted: Floats, order: Whole, starts: Bools, begins: Whole, shared: Bools) -> None:
    """Add 1/k for each of the k places that k members share, as a rise at the first and a fall after the last."""
    spots = np.flatnonzero(shared)
    if not spots.size:
        return
    runs = np.cumsum(starts.ravel()[spots]) - 1
    sizes = np.bincount(runs)[runs]
    members, first = order.ravel()[spots], begins.ravel()[spots]
    width = parted.shape[1]
    for at, sign in ((first, 1), (first + sizes, -1)):
        parted += np.bincount(members * width + at, weights=sign / sizes, minlength=parted.size).reshape(parted.shape)


def _factors(numbers: np.random.Generator, plan: Plan, rows: int, field: _Field) -> Floats:
    """Draw points that add up to the set's: around the typed ones, or uniformly on the simplex."""
    shape = rows, len(field.points)
    if plan.method == "free":
        drawn: Floats = numbers.standard_exponential(shape)
    else:
        drawn = field.points * numbers.uniform(1 - plan.percent / 100, 1 + plan.percent / 100, shape)
    rescaled: Floats = drawn * (field.full / drawn.sum(axis=1, keepdims=True))
    return rescaled


def _seats_of(field: _Field, base: Decided) -> Floats:
    seats = dict.fromkeys(base.members, 1.0)
    if base.open_seats is not None:
        part = base.open_seats.seats / len(base.open_seats.candidates)
        seats |= dict.fromkeys(base.open_seats.candidates, part)
    return np.array([seats.get(member, 0.0) for member in field.members])


# ---- something left out ----


def _leave_outs(criteria: CriteriaSet) -> Iterator[tuple[Literal["criterion", "group"], str, frozenset[str]]]:
    """Yield every criterion and every group with the criteria that go with it."""
    for name in criteria.criteria:
        yield "criterion", name, frozenset((name,))
    for route, group in criteria.nodes():
        yield "group", group.id, frozenset(leaf.id for at, leaf in criteria.leaves() if at[: len(route)] == route)


def _without(field: _Field, left_out: Collection[str]) -> Decided | None:
    """Decide without some criteria, the points of the rest rescaled; None where nothing with points is left."""
    columns = _columns_of(field.root, left_out)
    weights = field.points.copy()
    weights[columns] = 0
    if weights.sum() <= 0:
        return None
    root = _pruned(field.root, left_out)
    may = root.counts & _complete(field, weights, left_out)
    if not may.any():
        return Decided({}, ())
    among = replace(field, root=root, ties=tuple(_ties_left(field, root, left_out))).only(np.flatnonzero(may))
    return _read(among, _decided(among, (weights * (field.full / weights.sum()))[None, :]))


def _ties_left(field: _Field, root: _Node, left_out: Collection[str]) -> Iterator[tuple[str, Floats | None, Bools]]:
    """Yield the tie-breaks that are still there, with who still has any."""
    before, after = _groups(field.root), _groups(root)
    for name, worth, has in field.ties:
        if name in after or (name not in before and name not in left_out):
            yield name, worth, after.get(name, has)


def _columns_of(node: _Node, names: Collection[str]) -> list[int]:
    found: list[int] = []
    for child in node.children:
        if isinstance(child, _Node):
            found += _columns_of(child, names)
        elif child.id in names:
            found.append(child.column)
    return found


def _pruned(node: _Node, left_out: Collection[str]) -> _Node:
    """Return the node without some criteria, and without groups that are empty then."""
    children: list[_Leaf | _Node] = []
    for child in node.children:
        if isinstance(child, _Node):
            if (rest := _pruned(child, left_out)).children:
                children.append(rest)
        elif child.id not in left_out:
            children.append(child)
    counts = np.logical_or.reduce(_counted(children, len(node.counts)), axis=0)
    return replace(node, children=tuple(children), counts=counts)


def _groups(node: _Node) -> dict[str, Bools]:
    """Return for whom anything counts in each group below, by the group's id."""
    found: dict[str, Bools] = {}
    for child in node.children:
        if isinstance(child, _Node):
            found |= {child.id: child.counts, **_groups(child)}
    return found


def _complete(field: _Field, weights: Floats, left_out: Collection[str]) -> Bools:
    """Tell for whom what is left is complete enough to be ranked."""
    complete = np.array([names <= set(left_out) for names in field.rejected], bool)
    if field.most_missing is None:
        return complete
    missing, typed = weights @ field.missing, weights @ field.applies
    return complete & (100 * missing <= (field.most_missing + _GUARD) * typed)


def _read(field: _Field, outcome: _Outcome) -> Decided:
    """Read the one row of an outcome."""
    names = [field.members[at] for at in outcome.order[0]]
    begins = np.maximum.accumulate(np.where(outcome.starts[0], np.arange(len(names)), 0))
    parts = outcome.nominated[0]
    open_to = tuple(name for name, part in zip(names, parts, strict=True) if 0 < part < 1)
    seats = OpenSeats(round(float(parts[(parts > 0) & (parts < 1)].sum())), open_to) if open_to else None
    return Decided(
        {name: int(at) + 1 for name, at in zip(names, begins, strict=True)},
        tuple(name for name, part in zip(names, parts, strict=True) if part == 1),
        seats,
    )


# ---- other words, other scales: exactly ----


def _as_decided(placed: Sequence[Placed], nominations: Nominations) -> Decided:
    return Decided({each.member: each.rank for each in placed}, nominations.members, nominations.open_seats)


def _places_of(field: _Field, placed: Sequence[Placed]) -> Whole:
    ranked = {each.member for each in placed}
    return np.flatnonzero(np.array([member in ranked for member in field.members], bool))


def _own(result: Result) -> Decided | None:
    """Decide as the cities assessed themselves."""
    if not result.round.appraisals.keys() & result.sheets.keys():
        return None
    placed, _ = placed_and_left(result.round, dict(result.own))
    return _redecided(result, placed)


def _redecided(result: Result, placed: Sequence[Placed]) -> Decided:
    """Nominate among sheets that were made otherwise; the meeting settles the tie that it settled, no other."""
    chosen, real = nominate(placed, result.round.criteria, None), result.nominations
    settles = real.settled_by and real.tie and chosen.open_seats and _alike(real.tie, chosen.open_seats)
    if settles and real.tie:
        won = tuple(member for member in real.tie.candidates if member in real.members)
        chosen = Nominations((*chosen.members, *won))
    return _as_decided(placed, chosen)


def _alike(one: OpenSeats, other: OpenSeats) -> bool:
    return one.seats == other.seats and set(one.candidates) == set(other.candidates)


def _treatments(criteria: CriteriaSet) -> list[tuple[str, ...]]:
    """Return the classes that the set names, those together that it treats alike."""
    named = {name for each in criteria.criteria.values() for name in (*each.per_class, *(each.applies_to or ()))}
    order = ("đặc biệt", "I", "II", "III", "IV", "V")

    def treatment(name: str) -> tuple[tuple[int, bool], ...]:
        return tuple((id(each.scale_for(name)), each.applies(name)) for each in criteria.criteria.values())

    found: dict[tuple[tuple[int, bool], ...], list[str]] = {}
    for name in sorted(named, key=order.index):
        found.setdefault(treatment(name), []).append(name)
    return [tuple(names) for names in found.values()]


def _as_class(result: Result, name: str) -> Decided:
    """Decide with every city scored as if of one class: by its scales, and on the criteria that apply to it."""
    the_round = _Classed(**{each.name: getattr(result.round, each.name) for each in fields(Round)}, urban_class=name)
    placed, _ = placed_and_left(the_round, score(the_round))
    return _redecided(result, placed)


@dataclass(frozen=True)
class _Classed(Round):
    """A round in which every city is of one class."""

    urban_class: str = ""

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """What every member was on the set's day, but for the class."""
        return {
            name: each._replace(urban_class=self.urban_class)
            for name, each in self.roster.on(self.criteria.as_of).items()
        }
