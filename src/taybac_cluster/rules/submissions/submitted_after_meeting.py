"""A submission after the meeting that decided on it."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.submission_days import in_the_future, submitted_after


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every day of submission with the day of the year's meeting."""
    for year in walk.years(cluster):
        held_on = year.round.meeting.held_on if year.round.meeting is not None else None
        if held_on is None:
            continue
        for city in submitted_after(year, held_on):
            day = city.submission.submitted_on
            if day is not None and not in_the_future(day, cluster.today):
                place = city.submission.at("submitted_on")
                yield RULE.at(place, day=day, held_on=held_on)


RULE = Rule(
    code="R417",
    name="submitted-after-meeting",
    title=Words(
        "Ngày nộp sau ngày họp hội nghị",
        "A submission dated after the meeting",
    ),
    why=Words(
        "Hội nghị chỉ bình xét báo cáo đã nộp; ngày nộp sau hội nghị thường do gõ nhầm.",
        "The meeting can appraise only what was submitted; a later date is usually mistyped.",
    ),
    message=Words(
        "ngày nộp {day} sau ngày họp hội nghị {held_on}",
        "submitted on {day}, after the meeting of {held_on}",
    ),
    hint=Words(
        "sửa “submitted_on” cho đúng; nếu đúng là nộp sau thì ghi rõ ở mục “note”",
        "correct “submitted_on”; if it really was submitted later, say so in “note”",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "submitted_on: 2023-09-08", "submitted_on: 2023-10-08"),),
    severity="warning",
    check=check,
)
