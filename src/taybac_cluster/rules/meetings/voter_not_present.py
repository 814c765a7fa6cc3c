"""A voter that was not present."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up every voter among those present, where these are on record."""
    for meeting in cluster.meetings.values():
        if meeting.present is None:
            continue
        for name, ballot in meeting.ballots.items():
            for index, member in enumerate(ballot.voters):
                if member not in meeting.present:
                    yield RULE.at(meeting.at("ballots", name, "voters", index), meeting.key("present"), id=member)


RULE = Rule(
    code="R603",
    name="voter-not-present",
    title=Words(
        "Đô thị bỏ phiếu không có mặt",
        "A voter that was not present",
    ),
    why=Words(
        "Chỉ thành viên có mặt mới được bỏ phiếu; nếu không, kết quả bỏ phiếu có thể bị khiếu nại.",
        "Only members who are present vote; otherwise the vote can be disputed.",
    ),
    message=Words(
        "“{id}” bỏ phiếu nhưng không có trong danh sách có mặt",
        "“{id}” voted but is not on the list of those present",
    ),
    hint=Words(
        "thêm “{id}” vào mục “present”, hoặc bỏ khỏi “voters”",
        "add “{id}” to “present”, or remove it from “voters”",
    ),
    bad=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nomination:\n    voters:\n      - sa-pa\n      - yen-bai\n    votes:\n      sa-pa:\n"
            "        for: 2\ndecisions:",
        ),
    ),
    check=check,
)
