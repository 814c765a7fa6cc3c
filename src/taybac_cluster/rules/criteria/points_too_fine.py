"""Points with more places than are printed: what is rounded before it is added no longer adds up."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import CriteriaSet, Group
from taybac_cluster.model.record import LocalText, Route
from taybac_cluster.rules import walk
from taybac_cluster.rules.criteria.setting_out_of_range import MOST_DECIMALS
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the points of everything whose points are printed and added."""
    for criteria in walk.criteria_sets(cluster):
        if not 0 <= criteria.decimals <= MOST_DECIMALS:
            continue
        for route, name, points in _printed(criteria):
            if (Fraction(points) * 10**criteria.decimals).denominator != 1:
                yield RULE.at(criteria.at(*route, "points"), name=name, points=points, decimals=criteria.decimals)


def _printed(criteria: CriteriaSet) -> Iterator[tuple[Route, LocalText, Decimal]]:
    if criteria.combine != "sum":
        yield (), criteria.name, criteria.weight
    else:
        for index, group in enumerate(criteria.groups):
            yield from _of_group(("groups", index), group)
    for part, adjustments in (("bonuses", criteria.bonuses), ("deductions", criteria.deductions)):
        for index, item in enumerate(adjustments.items):
            yield (part, "items", index), item.name, item.points


def _of_group(route: Route, group: Group) -> Iterator[tuple[Route, LocalText, Decimal]]:
    """Yield the criteria below a group that adds up; else the group, below which only shares are combined."""
    if group.combine != "sum":
        yield route, group.name, group.weight
        return
    for index, child in enumerate(group.groups):
        yield from _of_group((*route, "groups", index), child)
    for index, criterion in enumerate(group.criteria):
        yield (*route, "criteria", index), criterion.name, criterion.points


RULE = Rule(
    code="R322",
    name="points-too-fine",
    title=Words(
        "Điểm lẻ hơn số chữ số được in",
        "Points with more decimals than are printed",
    ),
    why=Words(
        "Điểm của từng tiêu chí được làm tròn rồi mới cộng; điểm lẻ hơn thì đạt trọn vẹn cũng không ra đúng tổng "
        "điểm đã định.",
        "Points are rounded before they are added: with more decimals even full points do not add up to the whole.",
    ),
    message=Words(
        "“{name}” có {points} điểm, lẻ hơn {decimals} chữ số thập phân được in ra",
        "“{name}” has {points} points, but only {decimals} decimals are printed",
    ),
    hint=Words(
        "ghi điểm với nhiều nhất {decimals} chữ số thập phân, hoặc tăng “decimals” của bộ tiêu chí",
        "give points with at most {decimals} decimals, or raise “decimals” in the set",
    ),
    bad=(
        Edit("criteria/2023.yaml", "        points: 40\n", "        points: 40.005\n"),
        Edit("criteria/2023.yaml", "        points: 20\n", "        points: 19.995\n"),
    ),
    good=(
        Edit("criteria/2023.yaml", "        points: 40\n", "        points: 40.05\n"),
        Edit("criteria/2023.yaml", "        points: 20\n", "        points: 19.95\n"),
    ),
    check=check,
)
