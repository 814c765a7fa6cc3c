"""Files of a year that has no criteria set."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for the criteria set of every year that has submissions or appraisals; report it once a year.

    A file that says another year inside may only stand in a wrong folder, which folder-and-year reports.
    """
    for year in sorted({*cluster.submissions, *cluster.appraisals} - {*cluster.criteria}):
        files = [each for path, _, each in walk.city_files(cluster) if path == year == each.year]
        if files and not cluster.may_hold("criteria", year) and f"criteria/{year}.yaml" not in cluster.unread:
            yield RULE.at(files[0].at("year"), year=year)


RULE = Rule(
    code="R212",
    name="no-criteria-set",
    title=Words(
        "Năm có báo cáo nhưng chưa có bộ tiêu chí",
        "A year with submissions but no criteria set",
    ),
    why=Words(
        "Không có bộ tiêu chí thì không chấm được điểm và không kiểm tra được giá trị nào.",
        "Without a criteria set nothing can be scored and no value can be checked.",
    ),
    message=Words(
        "chưa có bộ tiêu chí của năm {year} (tệp criteria/{year}.yaml)",
        "there is no criteria set for {year} (criteria/{year}.yaml)",
    ),
    hint=Words(
        "thêm tệp criteria/{year}.yaml, hoặc chuyển báo cáo sang đúng năm",
        "add criteria/{year}.yaml, or move the submission to the right year",
    ),
    bad={"submissions/2022/sa-pa.yaml": "member: sa-pa\nyear: 2022\nstatus: illustrative\nvalues:\n  cay-xanh: 7\n"},
    check=check,
)
