"""A group that decides nearly everything."""

from collections.abc import Iterator
from fractions import Fraction

from taybac_cluster.decide.exact import printed
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule

MOST = Fraction(60, 100)
"""A group with more than this part of the whole is reported."""


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every top group of a year's set with the whole. A template is published as it is."""
    for criteria in cluster.criteria.values():
        whole = sum(Fraction(group.weight) for group in criteria.groups)
        if len(criteria.groups) == 1 or whole <= 0:
            continue
        for index, group in enumerate(criteria.groups):
            share = Fraction(group.weight) / whole
            if share > MOST:
                place = criteria.at("groups", index, "id" if group.points is None else "points")
                yield RULE.at(place, name=group.name, percent=printed(100 * share, 0), most=printed(100 * MOST, 0))


RULE = Rule(
    code="R321",
    name="group-outweighs",
    title=Words(
        "Một nhóm chiếm quá nhiều điểm",
        "A group with most of the points",
    ),
    why=Words(
        "Một nhóm chiếm quá nhiều điểm thì gần như chỉ nhóm ấy quyết định kết quả; nên cân nhắc trước khi ban hành.",
        "A group with most of the points decides almost alone; consider this before the set is adopted.",
    ),
    message=Words(
        "nhóm “{name}” chiếm {percent}% tổng điểm",
        "the group “{name}” has {percent}% of all points",
    ),
    hint=Words(
        "nếu không chủ ý như vậy thì chia lại điểm để không nhóm nào quá {most}%",
        "unless this is intended, share the points so that no group has more than {most}%",
    ),
    bad=(
        Edit("criteria/2023.yaml", "    name: Xanh\n    points: 60", "    name: Xanh\n    points: 70"),
        Edit("criteria/2023.yaml", "        points: 40\n", "        points: 50\n"),
        Edit("criteria/2023.yaml", "\npoints: 100", "\npoints: 110"),
    ),
    severity="warning",
    check=check,
)
