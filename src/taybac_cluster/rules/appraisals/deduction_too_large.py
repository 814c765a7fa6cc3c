"""A deduction of more points than the item's, or of fewer than none."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the points of every deduction with the item's."""
    for the_round, appraisal in walk.appraisals(cluster):
        items = {item.id: item for item in the_round.criteria.deductions.items}
        for name, ruling in appraisal.deductions.items():
            item = items.get(name)
            if item is not None and ruling.points is not None and (ruling.points < 0 or ruling.points > item.points):
                place = appraisal.at("deductions", name, "points")
                yield RULE.at(place, name=item.name, points=ruling.points, most=item.points)


RULE = Rule(
    code="R503",
    name="deduction-too-large",
    title=Words(
        "Điểm trừ quá mức quy định",
        "A deduction larger than the set allows",
    ),
    why=Words(
        "Tổ thẩm định được trừ bằng hoặc ít hơn mức ghi trong bộ tiêu chí, không được trừ nhiều hơn.",
        "The panel may deduct the item’s points or fewer, never more.",
    ),
    message=Words(
        "“{name}”: trừ {points} điểm, quy định từ 0 đến {most} điểm",
        "“{name}”: {points} points deducted, the set allows 0 to {most}",
    ),
    hint=Words(
        "ghi số từ 0 đến {most}, hoặc xóa dòng “points” để trừ đủ {most} điểm",
        "write a number from 0 to {most}, or delete the line “points” to deduct {most}",
    ),
    bad=(
        Edit(
            "appraisals/2023/lao-cai.yaml",
            "marks:",
            "deductions:\n  nop-muon:\n    points: 3\n    reason: nộp thiếu phụ lục\nmarks:",
        ),
    ),
    good=(
        Edit(
            "appraisals/2023/lao-cai.yaml",
            "marks:",
            "deductions:\n  nop-muon:\n    points: 0.5\n    reason: nộp thiếu phụ lục\nmarks:",
        ),
    ),
    check=check,
)
