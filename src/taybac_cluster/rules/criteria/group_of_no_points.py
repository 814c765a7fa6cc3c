"""A group, or a whole set, that is worth nothing."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import Group
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for groups with parts whose points are none; below such a group nothing more is said."""
    for criteria in walk.criteria_sets(cluster):
        found: list[tuple[str | int, ...]] = []
        if criteria.points == 0 and not any(group.weight for group in criteria.groups):
            yield RULE.at(criteria.at("points"), name=criteria.name)
        for route, group in criteria.nodes():
            if group.weight == 0 and (group.groups or group.criteria) and not _of_parts(group):
                if not any(route[: len(above)] == above for above in found):
                    yield RULE.at(criteria.at(*route, "points"), name=group.name)
                found.append(route)


def _of_parts(group: Group) -> Decimal:
    """Add up the parts of a group: if they have points, the group's own do not add up, which another rule reports."""
    weights = [child.weight for child in group.groups] + [each.points for each in group.criteria]
    return sum(weights, Decimal(0))


RULE = Rule(
    code="R304",
    name="group-of-no-points",
    title=Words(
        "Nhóm có 0 điểm",
        "A group of 0 points",
    ),
    why=Words(
        "Điểm của nhóm được chia theo điểm các phần bên trong; 0 điểm thì không có gì để chia.",
        "A group’s score is shared out by the points of its parts; with 0 points there is nothing to share.",
    ),
    message=Words(
        "nhóm “{name}” có 0 điểm",
        "the group “{name}” has 0 points",
    ),
    hint=Words(
        "cho điểm các tiêu chí bên trong, hoặc bỏ nhóm",
        "give points to its criteria, or remove the group",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "gates:\n  - id: khong-o-nhiem",
            "  - id: trat-tu\n    name: Trật tự đô thị\n    criteria:\n      - id: via-he\n"
            "        name: Vỉa hè thông thoáng\n        points: 0\n        scale:\n          kind: yes_no\n"
            "gates:\n  - id: khong-o-nhiem",
        ),
        Edit("submissions/2023/sa-pa.yaml", "  cay-xanh: 7.2", "  via-he: true\n  cay-xanh: 7.2"),
        Edit("submissions/2023/lao-cai.yaml", "  cay-xanh: 6.5", "  via-he: false\n  cay-xanh: 6.5"),
    ),
    check=check,
)
