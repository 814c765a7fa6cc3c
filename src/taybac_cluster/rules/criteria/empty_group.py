"""A group with nothing in it, or with both groups and criteria."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule

_NOTHING = Words("không có tiêu chí nào bên trong", "has no criteria in it")
_BOTH = Words("có cả “groups” lẫn “criteria”", "has both “groups” and “criteria”")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for groups that hold neither groups nor criteria, or both."""
    for criteria in walk.criteria_sets(cluster):
        if not criteria.groups:
            yield RULE.at(criteria.key("groups"), name=criteria.name, what=_NOTHING)
        for route, group in criteria.nodes():
            if bool(group.groups) == bool(group.criteria):
                what = _BOTH if group.groups else _NOTHING
                yield RULE.at(criteria.at(*route, "id"), name=group.name, what=what)


RULE = Rule(
    code="R303",
    name="empty-group",
    title=Words(
        "Nhóm không có tiêu chí, hoặc vừa có nhóm con vừa có tiêu chí",
        "A group with no criteria, or with both groups and criteria",
    ),
    why=Words(
        "Điểm của nhóm là điểm của những gì bên trong; nhóm trống thì không ai có điểm, nhóm lẫn lộn thì không rõ "
        "cách tính.",
        "A group’s points come from its parts; an empty group gives none, and a mixed one cannot be worked out.",
    ),
    message=Words(
        "nhóm “{name}” {what}",
        "the group “{name}” {what}",
    ),
    hint=Words(
        "thêm tiêu chí vào nhóm, hoặc bỏ nhóm; nếu nhóm có nhóm con thì đặt mọi tiêu chí vào các nhóm con",
        "add criteria to the group or remove it; if it has sub-groups, put every criterion into one of them",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "gates:\n  - id: khong-o-nhiem",
            "  - id: trat-tu\n    name: Trật tự đô thị\n    criteria: []\ngates:\n  - id: khong-o-nhiem",
        ),
    ),
    check=check,
)
