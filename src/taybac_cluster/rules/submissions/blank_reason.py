"""A reason that says nothing."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import LocalText, Location
from taybac_cluster.model.submission import Appraisal, Value
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.walk import Year


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the reasons of rulings, of judges who abstain, of missing values and of cities that do not compete."""
    for year in walk.years(cluster):
        for text, place in _of_submissions(year):
            if not text.vi.strip():
                yield RULE.at(place, key=str(place.route[-1]))
    for _, appraisal in walk.appraisals(cluster):
        for text, place in _of_appraisal(appraisal):
            if not text.vi.strip():
                yield RULE.at(place, key=str(place.route[-1]))


def _of_submissions(year: Year) -> Iterator[tuple[LocalText, Location]]:
    for city in year.cities:
        if city.submission.not_competing is not None:
            yield city.submission.not_competing, city.submission.at("not_competing")
    for block in year.blocks:
        if isinstance(block.said, Value) and block.said.missing is not None:
            yield block.said.missing, block.document.at(block.part, block.name, "missing")


def _of_appraisal(appraisal: Appraisal) -> Iterator[tuple[LocalText, Location]]:
    for part, rulings in (
        ("changes", appraisal.changes),
        ("gates", appraisal.gates),
        ("bonuses", appraisal.bonuses),
        ("deductions", appraisal.deductions),
    ):
        for name, ruling in rulings.items():
            yield ruling.reason, appraisal.at(part, name, "reason")
    for name, marks in appraisal.marks.items():
        for judge, mark in marks.items():
            if mark.abstain is not None:
                yield mark.abstain, appraisal.at("marks", name, judge, "abstain")


RULE = Rule(
    code="R501",
    name="blank-reason",
    title=Words(
        "Lý do để trống",
        "A blank reason",
    ),
    why=Words(
        "Đô thị bị sửa số liệu, bị trừ điểm hoặc bị loại phải biết vì sao; biên bản cũng ghi lý do này.",
        "A city whose figure is changed, or whose points are taken off, must know why; the minutes give the "
        "reason too.",
    ),
    message=Words(
        "mục “{key}” để trống",
        "“{key}” is blank",
    ),
    hint=Words(
        "ghi lý do bằng một câu ngắn",
        "give the reason in a short sentence",
    ),
    bad=(Edit("appraisals/2023/lao-cai.yaml", "    reason: Số liệu của trạm đo", '    reason: " "'),),
    check=check,
)
