"""A group or a set whose points are not the sum of its parts'."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import Group
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule

NONE = Decimal(0)


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Add up the parts of every group and of the set, where their points are typed.

    Where the criteria below add up but a group between them does not, only that group is at fault.
    """
    for criteria in walk.criteria_sets(cluster):
        if any(each.points < 0 for each in criteria.criteria.values()):
            continue  # another rule reports that, and fixing it changes every sum
        whole = sum((group.weight for group in criteria.groups), NONE)
        below = sum((_criteria(group) for group in criteria.groups), NONE)
        if criteria.points is not None and criteria.groups and criteria.points not in (whole, below):
            yield RULE.at(criteria.at("points"), name=criteria.name, typed=criteria.points, total=whole)
        for route, group in criteria.nodes():
            whole = sum((child.weight for child in group.groups), _own(group))
            typed = group.points if group.groups or group.criteria else None
            if typed is not None and typed not in (whole, _criteria(group)):
                yield RULE.at(criteria.at(*route, "points"), name=group.name, typed=typed, total=whole)


def _own(group: Group) -> Decimal:
    return sum((each.points for each in group.criteria), NONE)


def _criteria(group: Group) -> Decimal:
    """Add up all criteria in a group, at any depth."""
    return sum((_criteria(child) for child in group.groups), _own(group))


RULE = Rule(
    code="R301",
    name="points-do-not-add-up",
    title=Words(
        "Điểm của nhóm không bằng tổng điểm bên trong",
        "Points of a group that are not the sum of its parts",
    ),
    why=Words(
        "Tổng điểm công bố phải bằng điểm các tiêu chí cộng lại; nếu không thì đô thị làm tốt nhất cũng không đạt đủ.",
        "The points announced must be those of the criteria added up, or nobody could ever reach them.",
    ),
    message=Words(
        "“{name}” ghi {typed} điểm nhưng các phần bên trong cộng lại là {total} điểm",
        "“{name}” says {typed} points but its parts add up to {total}",
    ),
    hint=Words(
        "sửa điểm của một phần bên trong cho đủ {typed}, hoặc ghi “points: {total}”",
        "correct the points of a part so that they add up to {typed}, or write “points: {total}”",
    ),
    bad=(Edit("criteria/2023.yaml", "    name: Xanh\n    points: 60", "    name: Xanh\n    points: 50"),),
    good=(Edit("criteria/2023.yaml", "    name: Xanh\n    points: 60", "    name: Xanh"),),
    check=check,
)
