"""A meeting with fewer members present than its quorum."""

from collections.abc import Iterator

from taybac_cluster.decide.votes import quorum
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.figures import threshold
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare those present with the quorum of the members on the meeting's day, in exact fractions."""
    for meeting in cluster.meetings.values():
        if meeting.quorum is None or meeting.present is None:
            continue
        members, _ = walk.members_on(cluster, meeting.day)
        present = len(set(meeting.present))
        if quorum(meeting, members) is False:
            least = threshold(meeting.quorum.threshold)
            yield RULE.at(meeting.key("present"), present=present, members=members, threshold=least)


RULE = Rule(
    code="R604",
    name="no-quorum",
    title=Words(
        "Chưa đủ số thành viên tối thiểu để họp",
        "A meeting without a quorum",
    ),
    why=Words(
        "Quyết định của hội nghị không đủ số thành viên tối thiểu có thể bị khiếu nại.",
        "What a meeting decides without its quorum can be disputed.",
    ),
    message=Words(
        "có mặt {present}/{members} thành viên, quy định ít nhất {threshold}",
        "{present} of {members} members present; at least {threshold} are required",
    ),
    hint=Words(
        "kiểm tra lại danh sách có mặt; nếu đúng thì ghi rõ trong biên bản",
        "check the list of those present; if it is right, say so in the minutes",
    ),
    bad=(Edit("meetings/2023.yaml", "present:", "quorum:\n  threshold: 67\npresent:"),),
    good=(Edit("meetings/2023.yaml", "present:", "quorum:\n  threshold: 66\npresent:"),),
    severity="warning",
    check=check,
)
