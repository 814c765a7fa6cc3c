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
        for route, name, points in _printed(criteria):
            if _is_too_fine(points, criteria):
                yield RULE.at(criteria.at(*route), name=name, points=points, decimals=criteria.decimals)
    for the_round, appraisal in walk.appraisals(cluster):
        for name, ruling in appraisal.deductions.items():
            if ruling.points is not None and _is_too_fine(ruling.points, the_round.criteria):
                place, decimals = appraisal.at("deductions", name, "points"), the_round.criteria.decimals
                yield RULE.at(place, name=name, points=ruling.points, decimals=decimals)


def _is_too_fine(points: Decimal, criteria: CriteriaSet) -> bool:
    """Whether points would be rounded; not asked of a set whose decimals are out of range."""
    in_range = 0 <= criteria.decimals <= MOST_DECIMALS
    return in_range and (Fraction(points) * 10**criteria.decimals).denominator != 1


def _printed(criteria: CriteriaSet) -> Iterator[tuple[Route, LocalText | str, Decimal]]:
    if criteria.combine != "sum":
        yield ("points",), criteria.name, criteria.weight
    else:
        for index, group in enumerate(criteria.groups):
            yield from _of_group(("groups", index), group)
    for part, adjustments in (("bonuses", criteria.bonuses), ("deductions", criteria.deductions)):
        if adjustments.cap is not None:
            yield (part, "cap"), "cap", adjustments.cap
        for index, item in enumerate(adjustments.items):
            yield (part, "items", index, "points"), item.name, item.points


def _of_group(route: Route, group: Group) -> Iterator[tuple[Route, LocalText, Decimal]]:
    """Yield the criteria below a group that adds up; else the group, below which only shares are combined."""
    if group.combine != "sum":
        yield (*route, "points"), group.name, group.weight
        return
    for index, child in enumerate(group.groups):
        yield from _of_group((*route, "groups", index), child)
    for index, criterion in enumerate(group.criteria):
        yield (*route, "criteria", index, "points"), criterion.name, criterion.points


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
