"""Points below zero."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.record import Route
from taybac_cluster.model.scales import Bands, Levels
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the points of groups, criteria, bands, levels, bonuses and deductions."""
    for criteria in walk.criteria_sets(cluster):
        for route, points in _points(criteria):
            if points < 0:
                yield RULE.at(criteria.at(*route), points=points)


def _points(criteria: CriteriaSet) -> Iterator[tuple[Route, Decimal]]:
    if criteria.points is not None:
        yield ("points",), criteria.points
    for route, each in criteria.named():
        points = getattr(each, "points", None)
        if points is not None:
            yield (*route, "points"), points
    for scaled in walk.scales(criteria):
        scale = scaled.scale
        if isinstance(scale, Bands) and scaled.says("bands"):
            for index, band in enumerate(scale.bands):
                yield (*scaled.route, "bands", index, "points"), band.points
        if isinstance(scale, Levels) and scaled.says("levels"):
            for name, points in scale.levels.items():
                yield (*scaled.route, "levels", name), points


RULE = Rule(
    code="R302",
    name="negative-points",
    title=Words(
        "Điểm âm",
        "Points below zero",
    ),
    why=Words(
        "Tiêu chí chỉ cho điểm; muốn trừ điểm thì dùng mục “deductions”, và ở đó cũng ghi số dương.",
        "A criterion only gives points; what takes points away belongs under “deductions”, where the number is "
        "positive too.",
    ),
    message=Words(
        "ghi {points} điểm: điểm không được âm",
        "{points} points: points cannot be negative",
    ),
    hint=Words(
        "ghi số dương hoặc 0; nếu là điểm trừ thì chuyển sang mục “deductions” và ghi số dương",
        "write a positive number or 0; if points are to be taken off, move it to “deductions” and write a "
        "positive number",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "      name: Nộp muộn\n      points: 1",
            "      name: Nộp muộn\n      points: -1",
        ),
    ),
    check=check,
)
