"""A class whose scale is of another kind than the criterion's."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the kind of each class's scale with the criterion's."""
    for criteria in walk.criteria_sets(cluster):
        for scaled in walk.scales(criteria):
            if scaled.own is not None and scaled.own.kind != scaled.scale.kind:
                yield RULE.at(
                    criteria.at(*scaled.route, "kind"),
                    name=scaled.criterion.name,
                    kind=scaled.scale.kind,
                    own=scaled.own.kind,
                )


RULE = Rule(
    code="R315",
    name="class-changes-scale",
    title=Words(
        "“per_class” đổi loại thang điểm",
        "“per_class” with another kind of scale",
    ),
    why=Words(
        "Mọi đô thị báo cáo cùng một loại giá trị; “per_class” chỉ thay ngưỡng theo loại đô thị, không thay loại "
        "thang.",
        "All cities report the same kind of value; “per_class” replaces thresholds for a class, not the kind of scale.",
    ),
    message=Words(
        "“{name}”: thang chung là {own} nhưng ở đây là {kind}",
        "“{name}”: the scale is {own} but here it is {kind}",
    ),
    hint=Words(
        "bỏ dòng “kind” ở đây, hoặc tách thành hai tiêu chí có “applies_to” khác nhau",
        "remove the line “kind” here, or make two criteria with different “applies_to”",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "        unit: m²/người\n",
            "        unit: m²/người\n        per_class:\n          III:\n            kind: ratio\n",
        ),
    ),
    good=(
        Edit(
            "criteria/2023.yaml",
            "        unit: m²/người\n",
            "        unit: m²/người\n        per_class:\n          III:\n            best: 9\n",
        ),
    ),
    check=check,
)
