"""Bands where a worse value gets more points than a better one."""

from collections.abc import Iterator
from itertools import pairwise

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Bands
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare each band's points with those of the better band before it."""
    for criteria in walk.criteria_sets(cluster):
        for scaled in walk.scales(criteria):
            if isinstance(scaled.scale, Bands) and scaled.says("bands"):
                for index, (before, band) in enumerate(pairwise(scaled.scale.bands), 1):
                    if band.points > before.points:
                        place = criteria.at(*scaled.route, "bands", index, "points")
                        yield RULE.at(
                            place, name=scaled.criterion.name, points=band.points, before=before.points, band=index + 1
                        )


RULE = Rule(
    code="R307",
    name="band-points-out-of-order",
    title=Words(
        "Mức kém hơn lại được nhiều điểm hơn",
        "A worse band with more points",
    ),
    why=Words(
        "Thường do gõ nhầm hoặc chép nhầm hai dòng; nếu đúng là chủ ý thì giữ nguyên.",
        "Usually a typing mistake or two lines swapped; if it is intended, leave it.",
    ),
    message=Words(
        "“{name}”: mức thứ {band} được {points} điểm, nhiều hơn mức đứng trước ({before})",
        "“{name}”: band {band} gives {points} points, more than the one before it ({before})",
    ),
    hint=Words(
        "kiểm tra lại điểm của hai mức",
        "check the points of the two bands",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "            - at_least: 60\n              points: 10\n            - at_least: 30\n              points: 5",
            "            - at_least: 60\n              points: 5\n            - at_least: 30\n              points: 10",
        ),
    ),
    severity="warning",
    check=check,
)
