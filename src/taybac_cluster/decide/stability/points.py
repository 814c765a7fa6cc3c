"""The points of every member under every row of weights, rounded as `decide.tree` rounds them."""

from collections.abc import Sequence

import numpy as np

from taybac_cluster.decide.stability.field import Bools, Field, Floats, LeafShares, NodeShares

GUARD = 1e-9
"""In points: by how much binary floats may miss a half that is exact."""
_MOST_GUARD = 1e-3
"""In units of the last printed digit, for sets of so many decimals that the guard in points would be a digit."""


def rounded(units: Floats, field: Field) -> Floats:
    """Round half up, in place; the guard makes up for what binary floats lost."""
    units += 0.5 + min(GUARD * field.unit, _MOST_GUARD)
    return np.floor(units, out=units)


def value_of(node: NodeShares, field: Field, weights: Floats, kept: dict[str, Floats]) -> Floats:
    """Return a node's printed units, or its shares where it (or the root) combines shares; keep them by id."""
    if node.prints and node.combine == "sum":
        value = _added(node, field, weights, kept)
    else:
        value = _combined(node, field, weights, kept)
        if node.prints and node.id:
            value = rounded(value * (weights[:, node.columns].sum(axis=1)[:, None] * field.unit), field)
    if node.id:
        kept[node.id] = value
    return value


def _added(node: NodeShares, field: Field, weights: Floats, kept: dict[str, Floats]) -> Floats:
    """Add printed units, and carry what does not apply."""
    earned = np.zeros((len(weights), len(node.counts)))
    wanted = {name for name, _, _ in field.ties}
    cells = np.empty_like(earned)
    for child in node.children:
        if isinstance(child, LeafShares):
            np.multiply((weights[:, child.column] * field.unit)[:, None], child.shares, out=cells)
            earned += rounded(cells, field)
            if child.id in wanted:
                kept[child.id] = cells.copy()
        else:
            earned += value_of(child, field, weights, kept)
    counts = counted_by(node.children, len(node.counts))
    lacking = np.flatnonzero(node.counts & ~counts.all(axis=0))
    if lacking.size:
        own = _weights(node, weights)
        applying, absent = own @ counts[:, lacking], own @ ~counts[:, lacking]
        earned[:, lacking] += rounded(earned[:, lacking] / np.where(applying > 0, applying, 1) * absent, field)
    return earned


def counted_by(children: Sequence[LeafShares | NodeShares], members: int) -> Bools:
    """Return for each child the members on whom it counts."""
    return np.array([child.counts for child in children], bool).reshape(len(children), members)


def _weights(node: NodeShares, weights: Floats) -> Floats:
    """Return the weight of every child of a node, by draw."""
    each = [
        weights[:, child.column] if isinstance(child, LeafShares) else weights[:, child.columns].sum(axis=1)
        for child in node.children
    ]
    return np.stack(each, axis=1) if each else np.zeros((len(weights), 0))


def _combined(node: NodeShares, field: Field, weights: Floats, kept: dict[str, Floats]) -> Floats:
    """Combine the shares of what counts by their weights; but for `sum`, one share of zero makes zero."""
    shape = len(weights), len(node.counts)
    reached = np.full(shape, np.inf if node.combine == "minimum" else 0.0)
    applying, zero = np.zeros(shape), np.zeros(shape, bool)
    for child, weight in zip(node.children, _weights(node, weights).T, strict=True):
        if isinstance(child, LeafShares):
            shares = child.shares[None, :]
            kept[child.id] = shares
        else:
            shares = value_of(child, field, weights, kept)
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
