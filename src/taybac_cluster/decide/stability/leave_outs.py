"""The decision without one criterion, or without a group; the points of the rest are rescaled."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Literal

import numpy as np

from taybac_cluster.decide.stability.answers import Decided
from taybac_cluster.decide.stability.field import Bools, Field, Floats, LeafShares, NodeShares
from taybac_cluster.decide.stability.places import decided_by, read
from taybac_cluster.decide.stability.points import GUARD, counted_by
from taybac_cluster.model.criteria import CriteriaSet


def leave_outs(criteria: CriteriaSet) -> Iterator[tuple[Literal["criterion", "group"], str, frozenset[str]]]:
    """Yield every criterion and every group with the criteria that go with it."""
    for name in criteria.criteria:
        yield "criterion", name, frozenset((name,))
    for route, group in criteria.nodes():
        yield "group", group.id, frozenset(leaf.id for at, leaf in criteria.leaves() if at[: len(route)] == route)


def without(field: Field, left_out: Collection[str]) -> Decided | None:
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
    return read(among, decided_by(among, (weights * (field.full / weights.sum()))[None, :]))


def _ties_left(field: Field, root: NodeShares, left_out: Collection[str]) -> Iterator[tuple[str, Floats | None, Bools]]:
    """Yield the tie-breaks that are still there, with who still has any."""
    before, after = _groups(field.root), _groups(root)
    for name, worth, has in field.ties:
        if name in after or (name not in before and name not in left_out):
            yield name, worth, after.get(name, has)


def _columns_of(node: NodeShares, names: Collection[str]) -> list[int]:
    found: list[int] = []
    for child in node.children:
        if isinstance(child, NodeShares):
            found += _columns_of(child, names)
        elif child.id in names:
            found.append(child.column)
    return found


def _pruned(node: NodeShares, left_out: Collection[str]) -> NodeShares:
    """Return the node without some criteria, and without groups that are empty then."""
    children: list[LeafShares | NodeShares] = []
    for child in node.children:
        if isinstance(child, NodeShares):
            if (rest := _pruned(child, left_out)).children:
                children.append(rest)
        elif child.id not in left_out:
            children.append(child)
    counts = np.logical_or.reduce(counted_by(children, len(node.counts)), axis=0)
    return replace(node, children=tuple(children), counts=counts)


def _groups(node: NodeShares) -> dict[str, Bools]:
    """Return the members on whom anything counts, by the id of each group below."""
    found: dict[str, Bools] = {}
    for child in node.children:
        if isinstance(child, NodeShares):
            found |= {child.id: child.counts, **_groups(child)}
    return found


def _complete(field: Field, weights: Floats, left_out: Collection[str]) -> Bools:
    """Return which members have enough values left to be ranked."""
    complete = np.array([names <= set(left_out) for names in field.rejected], bool)
    if field.most_missing is None:
        return complete
    missing, typed = weights @ field.missing, weights @ field.applies
    return complete & (100 * missing <= (field.most_missing + GUARD) * typed)
