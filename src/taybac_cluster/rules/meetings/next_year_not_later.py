"""A next meeting that is not after this one."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the year of the next meeting, and of every offer to host, with the meeting's own."""
    for meeting in cluster.meetings.values():
        coming = meeting.decisions.next
        if coming is not None and coming.year <= meeting.year:
            yield RULE.at(meeting.at("decisions", "next", "year"), next=coming.year, year=meeting.year)
        for index, offer in enumerate(meeting.offers):
            if offer.year <= meeting.year:
                yield RULE.at(meeting.at("offers", index, "year"), next=offer.year, year=meeting.year)


RULE = Rule(
    code="R606",
    name="next-year-not-later",
    title=Words(
        "Hội nghị tới không sau hội nghị này",
        "A next meeting that is not later",
    ),
    why=Words(
        "Hội nghị chỉ quyết định nơi đăng cai cho các năm sau.",
        "A meeting decides who hosts in later years only.",
    ),
    message=Words(
        "hội nghị tới ghi năm {next}, không sau năm {year} của hội nghị này",
        "the next meeting is said to be in {next}, which is not after {year}",
    ),
    hint=Words(
        "sửa năm của hội nghị tới",
        "correct the year of the next meeting",
    ),
    bad=(Edit("meetings/2023.yaml", "    year: 2024", "    year: 2023"),),
    check=check,
)
