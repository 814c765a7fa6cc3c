"""A member that stands twice on one list."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Document, Route
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look through the lists of the meetings, the order of rotation, and the tie-breaks."""
    for meeting in cluster.meetings.values():
        for route, members in walk.lists_of_members(meeting):
            yield from _twice(meeting, route, members)
    if cluster.roster is not None:
        yield from _twice(cluster.roster, ("cluster", "rotation", "sequence"), cluster.roster.cluster.rotation.sequence)
    for criteria in walk.criteria_sets(cluster):
        yield from _twice(criteria, ("ranking", "tie_break"), criteria.ranking.tie_break)


def _twice(document: Document, route: Route, members: tuple[str, ...]) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for index, member in enumerate(members):
        first = seen.setdefault(member, index)
        if first != index:
            yield RULE.at(document.at(*route, index), document.at(*route, first), id=member, list=str(route[-1]))


RULE = Rule(
    code="R608",
    name="named-twice",
    title=Words(
        "Một mã ghi hai lần trong cùng danh sách",
        "An id twice on one list",
    ),
    why=Words(
        "Ghi trùng làm sai số có mặt, số được đề nghị hoặc thứ tự.",
        "A double entry makes the number present, the nominations or the order wrong.",
    ),
    message=Words(
        "“{id}” đã có trong danh sách “{list}”",
        "“{id}” is already on the list “{list}”",
    ),
    hint=Words(
        "xóa một dòng; có thể một đô thị khác bị ghi nhầm",
        "delete one of the lines; perhaps another city was meant",
    ),
    bad=(Edit("meetings/2023.yaml", "  - lao-cai\ndecisions:", "  - lao-cai\n  - lao-cai\ndecisions:"),),
    check=check,
)
