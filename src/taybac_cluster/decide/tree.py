"""A member's tree of points: criteria scored, groups combined, and what does not apply carried.

Under `sum` the printed points are added, with one line more for what does not apply; under another combine only exact
shares count below the node.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from operator import is_
from typing import Any, NamedTuple

from taybac_cluster.decide.exact import ZERO, printed, printed_part
from taybac_cluster.decide.scales import share_of
from taybac_cluster.decide.sheet import NONE, Given, Leaf, Node, Used, share_of_children
from taybac_cluster.model.criteria import CriteriaSet, Criterion, Group, Missing
from taybac_cluster.model.members import Standing
from taybac_cluster.model.scales import Relative, Scale

Worth = Callable[[Any], tuple[Fraction, Decimal | None]]


class _Line(NamedTuple):
    """A criterion as it is for all members of a class."""

    criterion: Criterion
    scale: Scale
    policy: Missing
    applies: bool
    prints: bool
    """Whether its points are printed and added."""
    worth: Worth | None
    """The function from a value to its share and points; None where that needs the other members' values."""


class _City(NamedTuple):
    """What a member's tree is made from."""

    urban_class: str | None
    values: Mapping[str, Given]
    against: Mapping[str, Fraction]


class Scorer:
    """Builds the trees of the sheets; remembers what many sheets share: the points of a value, the weights."""

    def __init__(self, criteria: CriteriaSet) -> None:
        self.criteria, self.policies, self.decimals = criteria, criteria.policies, criteria.decimals
        self.lines: dict[tuple[str, str | None], tuple[_Line, ...]] = {}
        self.weights: dict[tuple[str, tuple[bool, ...]], tuple[Fraction, Fraction]] = {}

    def root(self, standing: Standing, values: Mapping[str, Given], against: Mapping[str, Fraction]) -> Node:
        """Return the whole tree of one member; `against` holds its shares on the relative scales."""
        criteria, city = self.criteria, _City(standing.urban_class, values, against)
        summed = criteria.combine == "sum"
        children = tuple(self._group(group, city, prints=summed) for group in criteria.groups)
        return self._node(None, criteria.combine, criteria.weight, children, prints=True)

    def with_value(
        self, node: Node, urban_class: str | None, criterion: str, value: Used, *, prints: bool = True
    ) -> Node:
        """Return a member's tree with another value of a scored criterion; only the groups around it are combined anew.

        The scale is not one that looks at the others. `prints`: the node's points are printed.
        """
        below = prints and node.combine == "sum"

        def again(child: Leaf | Node) -> Leaf | Node:
            if isinstance(child, Node):
                return self.with_value(child, urban_class, criterion, value, prints=below)
            if child.id != criterion or node.group is None:
                return child
            lines = self._lines(node.group, urban_class, prints=below)
            given = child.given._replace(value=value, parts=None)
            line = next(each for each in lines if each.criterion.id == criterion)
            return self._leaf(line, _City(urban_class, {criterion: given}, {}))

        children = tuple(again(child) for child in node.children)
        if all(map(is_, children, node.children)):
            return node
        return self._node(node.group, node.combine, node.weight, children, prints=prints)

    def _group(self, group: Group, city: _City, *, prints: bool) -> Node:
        below = prints and group.combine == "sum"
        groups = tuple(self._group(child, city, prints=below) for child in group.groups)
        lines = self._lines(group, city.urban_class, prints=below)
        leaves = tuple([self._leaf(line, city) for line in lines])
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

    def _leaf(self, line: _Line, city: _City) -> Leaf:
        criterion, scale, policy, applies, prints, worth = line
        given = city.values[criterion.id]
        if given.not_applicable or not applies:
            return Leaf(criterion, scale, "not_applicable", given, policy, None, None)
        if given.value is None:
            share = None if policy == "exclude" else ZERO
            points = printed(ZERO, self.decimals) if prints and share is not None else None
            return Leaf(criterion, scale, "missing", given, policy, share, points)
        if worth is None:
            share = city.against.get(criterion.id, ZERO)
            points = printed_part(share, criterion.points, self.decimals) if prints else None
        else:
            share, points = worth(given.value)
        return Leaf(criterion, scale, "scored", given, policy, share, points)

    def _scoring(self, scale: Scale, full: Decimal, *, prints: bool) -> Worth:
        """Return the function from a value to its share and points; it remembers, for many cities give the same."""
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
            share = share_of_children(combine, children)
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
