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
        "Nhóm không có gì bên trong, hoặc lẫn nhóm con với tiêu chí",
        "A group with nothing in it, or with groups and criteria mixed",
    ),
    why=Words(
        "Điểm của nhóm là từ các tiêu chí bên trong; nhóm rỗng không ai có điểm, nhóm lẫn lộn không rõ cách gộp.",
        "A group’s points come from what is in it; an empty one gives none, a mixed one cannot be combined clearly.",
    ),
    message=Words(
        "nhóm “{name}” {what}",
        "the group “{name}” {what}",
    ),
    hint=Words(
        "thêm tiêu chí vào nhóm, hoặc bỏ nhóm; nhóm có nhóm con thì đặt mọi tiêu chí vào các nhóm con",
        "add criteria to it or take the group out; where there are sub-groups, put every criterion into one of them",
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
