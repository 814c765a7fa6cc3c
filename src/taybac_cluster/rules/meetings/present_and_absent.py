"""A member on record as present and as absent."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the two lists."""
    for meeting in cluster.meetings.values():
        present = meeting.present or ()
        for index, member in enumerate(meeting.absent):
            if member in present:
                yield RULE.at(meeting.at("absent", index), meeting.at("present", present.index(member)), id=member)


RULE = Rule(
    code="R607",
    name="present-and-absent",
    title=Words(
        "Một đô thị vừa có mặt vừa vắng mặt",
        "A member both present and absent",
    ),
    why=Words(
        "Số thành viên có mặt quyết định hội nghị có đủ số tối thiểu và kết quả bỏ phiếu có đạt hay không.",
        "Those present decide whether there is a quorum and whether a vote is carried.",
    ),
    message=Words(
        "“{id}” có trong cả hai mục “present” và “absent”",
        "“{id}” is both under “present” and under “absent”",
    ),
    hint=Words(
        "bỏ khỏi một trong hai danh sách",
        "remove it from one of the lists",
    ),
    bad=(Edit("meetings/2023.yaml", "decisions:", "absent:\n  - lao-cai\ndecisions:"),),
    good=(Edit("meetings/2023.yaml", "decisions:", "absent:\n  - yen-bai\ndecisions:"),),
    check=check,
)
