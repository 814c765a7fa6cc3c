"""A deadline after the day on which members and classes are read."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the two days of every set."""
    for criteria in walk.criteria_sets(cluster):
        if criteria.year is not None and criteria.as_of.year != criteria.year:
            continue  # the day that is wrong is `as_of`
        if criteria.deadline is not None and criteria.deadline > criteria.as_of:
            place = criteria.at("deadline")
            yield RULE.at(place, deadline=criteria.deadline, as_of=criteria.as_of)


RULE = Rule(
    code="R318",
    name="deadline-after-as-of",
    title=Words(
        "Hạn nộp sau thời điểm xét",
        "A deadline after the day on which members are read",
    ),
    why=Words(
        "Báo cáo phải nộp trước ngày xét tư cách thành viên và loại đô thị; ngược lại thường là gõ nhầm năm hoặc "
        "tháng.",
        "Reports are due before members and classes are read; otherwise a year or month is usually mistyped.",
    ),
    message=Words(
        "hạn nộp {deadline} sau thời điểm xét {as_of}",
        "the deadline {deadline} is after “as_of”, {as_of}",
    ),
    hint=Words(
        "kiểm tra lại “deadline” và “as_of”",
        "check “deadline” and “as_of”",
    ),
    bad=(Edit("criteria/2023.yaml", "deadline: 2023-09-10", "deadline: 2023-10-09"),),
    severity="warning",
    check=check,
)
