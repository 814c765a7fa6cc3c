"""An appraisal of a city that has not submitted."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for the submission of every appraisal."""
    elsewhere = {(each.year, each.member) for year, _, each in walk.city_files(cluster) if each.year != year}
    for year, files in cluster.appraisals.items():
        if cluster.may_hold("submissions", year):
            continue
        for member, appraisal in files.items():
            file = f"submissions/{year}/{member}.yaml"
            if appraisal.member != member or (year, member) in elsewhere:
                continue  # file-and-member reports whose it is, folder-and-year that the submission is in a wrong one
            if member not in cluster.submissions.get(year, {}) and file not in cluster.unread:
                yield RULE.at(appraisal.at("member"), file=file)


RULE = Rule(
    code="R213",
    name="appraisal-without-submission",
    title=Words(
        "Thẩm định một đô thị chưa nộp báo cáo",
        "An appraisal of a city that has not submitted",
    ),
    why=Words(
        "Kết quả thẩm định sửa số liệu trong báo cáo của đô thị; không có báo cáo thì không có gì để sửa.",
        "An appraisal changes a city’s submission; without one there is nothing to change.",
    ),
    message=Words(
        "có kết quả thẩm định nhưng không có báo cáo {file}",
        "there is an appraisal but no submission {file}",
    ),
    hint=Words(
        "bổ sung báo cáo của đô thị, hoặc xóa tệp thẩm định này",
        "add the city’s submission, or delete this appraisal",
    ),
    bad={"submissions/2023/lao-cai.yaml": None},
    check=check,
)
