"""A ballot under a name that no result is read from."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule

NAMES = ("nomination", "host", "tie", "theme")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the name of every ballot with those that are known."""
    for meeting in cluster.meetings.values():
        for name in meeting.ballots:
            if name not in NAMES:
                yield RULE.at(meeting.key("ballots", name), name=name)


RULE = Rule(
    code="R612",
    name="unknown-ballot",
    title=Words("Tên cuộc bỏ phiếu không đúng quy ước", "A ballot under an unknown name"),
    why=Words(
        "Chương trình chỉ biết bốn cuộc bỏ phiếu; ghi tên khác thì kết quả bỏ phiếu không được dùng ở đâu cả.",
        "Only four ballots are known; votes under another name are used nowhere.",
    ),
    message=Words("không có cuộc bỏ phiếu nào tên “{name}”", "there is no ballot “{name}”"),
    hint=Words(
        "dùng một trong: nomination (đề nghị khen thưởng), host (nơi đăng cai), tie (chọn trong số các đô thị có tổng "
        "điểm bằng nhau), theme (chủ đề)",
        "use one of: nomination (who is put forward), host (who hosts next), tie (a choice among equal totals), "
        "theme (the next theme)",
    ),
    bad=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nominations:\n    votes:\n      sa-pa:\n        for: 2\ndecisions:",
        ),
    ),
    good=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nomination:\n    votes:\n      sa-pa:\n        for: 2\ndecisions:",
        ),
    ),
    check=check,
)
