"""More ballots issued than members present."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the ballots issued at the meeting with those present at it."""
    for meeting in cluster.meetings.values():
        if meeting.present is None:
            continue
        present = len(set(meeting.present))
        for name, ballot in meeting.ballots.items():
            if ballot.issued is not None and ballot.issued > present and ballot.date in (None, meeting.held_on):
                place = meeting.at("ballots", name, "issued")
                yield RULE.at(place, meeting.key("present"), count=ballot.issued, most=present)


RULE = Rule(
    code="R614",
    name="more-ballots-than-present",
    title=Words("Số phiếu phát ra nhiều hơn số thành viên có mặt", "More ballots issued than members present"),
    why=Words(
        "Mỗi thành viên có mặt nhận một phiếu; số liệu không khớp thì kết quả bỏ phiếu có thể bị khiếu nại.",
        "Each member present gets one ballot; where the counts do not match, the vote can be disputed.",
    ),
    message=Words(
        "phát ra {count} phiếu nhưng chỉ có {most} thành viên có mặt (mục present)",
        "{count} ballots were issued but only {most} members were present (under present)",
    ),
    hint=Words(
        "kiểm tra lại biên bản kiểm phiếu và danh sách có mặt; nếu đúng như vậy thì giữ nguyên",
        "check the minutes of the count and the list of those present; if both are right, leave them",
    ),
    bad=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nomination:\n    issued: 3\n    votes:\n      sa-pa:\n        for: 2\ndecisions:",
        ),
    ),
    good=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nomination:\n    issued: 2\n    votes:\n      sa-pa:\n        for: 2\ndecisions:",
        ),
    ),
    severity="warning",
    check=check,
)
