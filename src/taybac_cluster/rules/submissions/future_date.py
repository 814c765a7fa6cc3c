"""A year or a day of submission that has not come yet."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.submission_days import submitted_after


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare what is submitted with today, where somebody says what day it is."""
    today = cluster.today
    if today is None:
        return
    for kind in (cluster.submissions, cluster.appraisals):
        for year in (each for each in kind if each > today.year):
            for document in kind[year].values():
                if document.year == year:
                    yield RULE.at(document.at("year"), date=str(year), today=today)
    for each in walk.years(cluster):
        for city in submitted_after(each, today):
            if city.submission.submitted_on is not None and each.round.year <= today.year:
                date = city.submission.submitted_on
                yield RULE.at(city.submission.at("submitted_on"), date=date, today=today)


RULE = Rule(
    code="R418",
    name="future-date",
    title=Words(
        "Năm hoặc ngày chưa tới",
        "A year or a date in the future",
    ),
    why=Words(
        "Báo cáo nêu việc đã làm; năm hoặc ngày ở tương lai thường do gõ nhầm.",
        "A submission reports what was done; a year or a date in the future is usually mistyped.",
    ),
    message=Words(
        "{date} chưa tới (hôm nay là {today})",
        "{date} is in the future (today is {today})",
    ),
    hint=Words(
        "sửa năm hoặc ngày cho đúng",
        "correct the year or the date",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "submitted_on: 2023-09-08", "submitted_on: 2032-09-08"),),
    severity="warning",
    check=check,
)
