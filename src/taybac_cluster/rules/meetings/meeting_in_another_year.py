"""A meeting whose day is not in its year."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the day of every meeting with its year."""
    for meeting in cluster.meetings.values():
        if meeting.held_on is not None and meeting.held_on.year != meeting.year:
            yield RULE.at(meeting.at("held_on"), day=meeting.held_on, year=meeting.year)


RULE = Rule(
    code="R605",
    name="meeting-in-another-year",
    title=Words(
        "Ngày họp không thuộc năm của hội nghị",
        "A meeting’s date in another year",
    ),
    why=Words(
        "Thành viên, nơi đăng cai và thời gian chờ được tính theo năm; ngày sai năm thường do gõ nhầm.",
        "Members, hosts and waiting times go by year; a date in another year is usually mistyped.",
    ),
    message=Words(
        "hội nghị năm {year} nhưng họp ngày {day}",
        "the meeting of {year} was held on {day}",
    ),
    hint=Words(
        "sửa “held_on” cho đúng; nếu đúng là họp sang năm khác thì giữ nguyên",
        "correct “held_on”; if it really was held in another year, leave it",
    ),
    bad=(Edit("meetings/2023.yaml", "held_on: 2023-09-24", "held_on: 2024-01-24"),),
    severity="warning",
    check=check,
)
