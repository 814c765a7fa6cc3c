"""Points at the worst that are negative or more than the criterion's."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Linear, Ratio, Relative
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare `at_worst` with 0 and with the criterion's points."""
    for criteria in walk.criteria_sets(cluster):
        for scaled in walk.scales(criteria):
            scale, points = scaled.scale, scaled.criterion.points
            if not isinstance(scale, (Linear, Ratio, Relative)) or not scaled.says("at_worst") or points < 0:
                continue
            if scale.at_worst < 0 or scale.at_worst > points:
                place = criteria.at(*scaled.route, "at_worst")
                yield RULE.at(place, name=scaled.criterion.name, at_worst=scale.at_worst, points=points)


RULE = Rule(
    code="R311",
    name="at-worst-out-of-range",
    title=Words(
        "Điểm ở mức kém nhất (at_worst) nằm ngoài khoảng cho phép",
        "Points at the worst (at_worst) are out of range",
    ),
    why=Words(
        "at_worst là số điểm, không phải phần trăm: từ 0 đến điểm của tiêu chí.",
        "at_worst is a number of points, not a percentage: from 0 to the criterion’s points.",
    ),
    message=Words(
        "“{name}”: at_worst là {at_worst}, phải từ 0 đến {points}",
        "“{name}”: at_worst is {at_worst}; it must be from 0 to {points}",
    ),
    hint=Words(
        "ghi số điểm được ở mức “worst”, từ 0 đến {points}",
        "write the points that “worst” gets, from 0 to {points}",
    ),
    bad=(Edit("criteria/2023.yaml", "          best: 10\n", "          best: 10\n          at_worst: 50\n"),),
    good=(Edit("criteria/2023.yaml", "          best: 10\n", "          best: 10\n          at_worst: 15\n"),),
    check=check,
)
