"""A notice numbered for who is no member."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the members that have a number of their own."""
    papers, roster = cluster.papers, cluster.roster
    if papers is None or roster is None:
        return
    for year, kinds in papers.years.items():
        for kind, paper in kinds.items():
            for member in paper.numbers:
                if member not in roster.by_id or kind != "notice":
                    yield RULE.at(papers.key("years", year, kind, "numbers", member), member=member)


RULE = Rule(
    code="R758",
    name="paper-to-nobody",
    title=Words(
        "Số văn bản gửi nơi không có",
        "A paper numbered for an unknown member",
    ),
    why=Words(
        "Mỗi đô thị thành viên nhận một thông báo; số ghi cho mã khác không được in trên văn bản nào.",
        "Every member receives a notice; a number for another id is printed on no paper.",
    ),
    message=Words(
        "không có thông báo nào gửi “{member}”",
        "there is no notice to “{member}”",
    ),
    hint=Words(
        "ghi mã đô thị như trong members.yaml; mục “numbers” chỉ dùng cho loại “notice”",
        "write a member’s id as in members.yaml; “numbers” is only for “notice”",
    ),
    bad=(Edit("papers.yaml", "", "years:\n  2023:\n    notice:\n      numbers:\n        sapa: 6\n"),),
    good=(Edit("papers.yaml", "", "years:\n  2023:\n    notice:\n      numbers:\n        sa-pa: 6\n"),),
    check=check,
)
