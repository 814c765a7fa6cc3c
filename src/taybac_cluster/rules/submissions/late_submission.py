"""A submission after the deadline, for which the panel has deducted nothing."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.submission import Appraisal
from taybac_cluster.rules import walk
from taybac_cluster.rules.figures import comma
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.submission_days import in_the_future, submitted_after

_NO_ITEM = Words(
    "bộ tiêu chí không quy định điểm trừ cho nộp muộn; tổ thẩm định quyết định",
    "the set has no deduction for lateness; the panel decides",
)


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every day of submission with the deadline."""
    for year in walk.years(cluster):
        deadline, meeting = year.criteria.deadline, year.round.meeting
        if deadline is None:
            continue
        for city in submitted_after(year, deadline):
            day = city.submission.submitted_on
            if day is None or (city.appraisal is not None and _deducted(city.appraisal, year.criteria)):
                continue
            if walk.appraisal_unclear(cluster, year.round.year, city):
                continue
            if in_the_future(day, cluster.today) or (meeting and meeting.held_on and day > meeting.held_on):
                continue
            place = city.submission.at("submitted_on")
            yield RULE.at(place, deadline=deadline, days=(day - deadline).days, hint=_hint(year.criteria))


def _deducted(appraisal: Appraisal, criteria: CriteriaSet) -> bool:
    """Whether the panel has deducted for lateness; for anything, where the set does not say which deduction that is."""
    return criteria.late in appraisal.deductions if criteria.late is not None else bool(appraisal.deductions)


def _hint(criteria: CriteriaSet) -> Words:
    item = next((item for item in criteria.deductions.items if item.id == criteria.late), None)
    if item is None:
        return _NO_ITEM
    return Words(
        f"tổ thẩm định cân nhắc điểm trừ “{item.name.vi}” ({item.id}, {comma(item.points)} điểm) trong tệp thẩm định",
        f"the panel may deduct “{item.name.to('en')}” ({item.id}, {item.points} points) in the appraisal",
    )


RULE = Rule(
    code="R416",
    name="late-submission",
    title=Words(
        "Nộp báo cáo muộn",
        "A submission after the deadline",
    ),
    why=Words(
        "Nộp muộn không bị trừ điểm tự động: tổ thẩm định quyết định và ghi lý do.",
        "A late submission loses no points by itself: the panel decides and gives the reason.",
    ),
    message=Words(
        "nộp muộn {days} ngày so với hạn {deadline}",
        "submitted {days} days after the deadline, {deadline}",
    ),
    hint=Words("{hint}", "{hint}"),
    bad=(Edit("submissions/2023/sa-pa.yaml", "submitted_on: 2023-09-08", "submitted_on: 2023-09-15"),),
    good=(
        Edit("submissions/2023/sa-pa.yaml", "submitted_on: 2023-09-08", "submitted_on: 2023-09-15"),
        Edit(
            "appraisals/2023/sa-pa.yaml", "marks:", "deductions:\n  nop-muon:\n    reason: nộp sau hạn 5 ngày\nmarks:"
        ),
    ),
    severity="warning",
    check=check,
)
