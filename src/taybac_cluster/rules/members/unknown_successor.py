"""A successor whose id is no member's."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up the id of every successor that has one."""
    if cluster.roster is None:
        return
    known = cluster.roster.by_id
    for at, member in enumerate(cluster.roster.members):
        for index, successor in enumerate(member.successors):
            if successor.id is not None and successor.id not in known:
                place = cluster.roster.at("members", at, "successors", index, "id")
                others = [each for each in known if each != member.id]
                yield RULE.at(place, id=successor.id, suggestion=suggestion(successor.id, others))


RULE = Rule(
    code="R706",
    name="unknown-successor",
    title=Words(
        "Đơn vị kế thừa mang mã chưa có trong members.yaml",
        "A successor with an id that no member has",
    ),
    why=Words(
        "Chỉ ghi “id” khi đơn vị kế thừa đã là thành viên, để nối lịch sử của hai đơn vị.",
        "A successor has an “id” only once it is a member itself; it connects the two histories.",
    ),
    message=Words(
        "chưa có thành viên nào mang mã “{id}”",
        "no member has the id “{id}”",
    ),
    hint=Words(
        "thêm đơn vị vào mục “members”, hoặc xóa dòng “id”; {suggestion}",
        "add the unit to “members”, or delete the line “id”; {suggestion}",
    ),
    bad=(
        Edit(
            "members.yaml",
            "      until: 2024-12-31",
            "      until: 2024-12-31\n    successors:\n      - name: phường Yên Bái\n        id: phuong-yen-bai",
        ),
    ),
    good=(
        Edit(
            "members.yaml",
            "      until: 2024-12-31",
            "      until: 2024-12-31\n    successors:\n      - name: phường Yên Bái",
        ),
    ),
    severity="warning",
    check=check,
)
