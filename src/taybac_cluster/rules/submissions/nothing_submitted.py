"""A submission with neither values nor a word that the city does not compete."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for submissions that submit nothing."""
    for year in walk.years(cluster):
        for city in year.cities:
            submission = city.submission
            if submission.values is None and submission.not_competing is None and not submission.partial:
                yield RULE.at(submission.at("member"))


RULE = Rule(
    code="R414",
    name="nothing-submitted",
    title=Words(
        "Báo cáo không có giá trị nào",
        "A submission without values",
    ),
    why=Words(
        "Báo cáo phải có mục “values”; đô thị không tham gia bình xét thì ghi rõ lý do để bảng kết quả nêu đúng.",
        "A submission needs “values”; a city that does not compete says why, so that the result can say so.",
    ),
    message=Words(
        "báo cáo không có mục “values” và cũng không có “not_competing”",
        "the submission has neither “values” nor “not_competing”",
    ),
    hint=Words(
        "thêm “values:” với mỗi tiêu chí một dòng thụt vào; nếu đô thị không tham gia bình xét thì ghi "
        "“not_competing: lý do”",
        "add “values:” with an indented line for each criterion; if the city does not compete, write "
        "“not_competing: reason”",
    ),
    bad=(
        Edit(
            "submissions/2023/lao-cai.yaml",
            "values:\n  cay-xanh: 6.5\n  van-ban: 5\n  nuoc-thai: 62\n  rac-thai:\n    numerator: 700\n"
            "    denominator: 900\n  quy-hoach: cấp huyện\n",
            "",
        ),
    ),
    good=(
        Edit(
            "submissions/2023/lao-cai.yaml",
            "values:\n  cay-xanh: 6.5\n  van-ban: 5\n  nuoc-thai: 62\n  rac-thai:\n    numerator: 700\n"
            "    denominator: 900\n  quy-hoach: cấp huyện\n",
            "not_competing: đang sắp xếp lại đơn vị hành chính\n",
        ),
    ),
    check=check,
)
