"""A result in arrays: what all draws have in common."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from taybac_cluster.decide.nominate import OpenSeats
from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.model.criteria import CriteriaSet

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Whole = NDArray[np.intp]


class LeafShares(NamedTuple):
    """A criterion that has points: its column among the weights, and every member's share (0 where it has none)."""

    id: str
    column: int
    shares: Floats
    counts: Bools


@dataclass(frozen=True)
class NodeShares:
    """A group, or the root: whether points are printed for it, and for whom anything in it counts."""

    id: str
    combine: str
    prints: bool
    children: "tuple[LeafShares | NodeShares, ...]"
    counts: Bools

    @property
    def columns(self) -> list[int]:
        """The columns of every criterion below."""
        return [
            at for child in self.children for at in ([child.column] if isinstance(child, LeafShares) else child.columns)
        ]


@dataclass(frozen=True)
class Field:
    """What all draws share: who takes part, the tree of shares, what is added to the points, and the rules."""

    members: tuple[str, ...]
    root: NodeShares
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


def _taken(node: NodeShares, at: Whole) -> NodeShares:
    children = tuple(
        child._replace(shares=child.shares[at], counts=child.counts[at])
        if isinstance(child, LeafShares)
        else _taken(child, at)
        for child in node.children
    )
    return replace(node, children=children, counts=node.counts[at])


def field_of(result: Result) -> Field:
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
    return Field(
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


def _tree(nodes: Sequence[Node], columns: Mapping[str, int], *, prints: bool) -> NodeShares:
    """Lay the same node of every member's sheet side by side; criteria of no points are left out."""
    if not nodes:
        return NodeShares("", "sum", prints, (), np.zeros(0, bool))
    first = nodes[0]
    below = prints and first.combine == "sum"
    children: list[LeafShares | NodeShares] = []
    for at, child in enumerate(first.children):
        if isinstance(child, Node):
            beside = [node.children[at] for node in nodes]
            children.append(_tree([each for each in beside if isinstance(each, Node)], columns, prints=below))
        elif child.id in columns:
            given = [node.children[at].share for node in nodes]
            shares = np.array([float(share or 0) for share in given])
            counts = np.array([share is not None for share in given])
            children.append(LeafShares(child.id, columns[child.id], shares, counts))
    return NodeShares(first.id, first.combine, prints, tuple(children), np.array([node.counts for node in nodes]))


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


def places_of(field: Field, placed: Sequence[Placed]) -> Whole:
    """Return the positions of the ranked members in the field."""
    ranked = {each.member for each in placed}
    return np.flatnonzero(np.array([member in ranked for member in field.members], bool))
