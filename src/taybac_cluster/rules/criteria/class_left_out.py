"""A class with thresholds of its own to which the criterion does not apply."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the classes of `per_class` with those of `applies_to`."""
    for criteria in walk.criteria_sets(cluster):
        for route, criterion in criteria.leaves():
            for urban_class in criterion.per_class:
                if not criterion.applies(urban_class):
                    place = criteria.key(*route, "per_class", urban_class)
                    yield RULE.at(place, name=criterion.name, class_=urban_class)


RULE = Rule(
    code="R316",
    name="class-left-out",
    title=Words(
        "Có ngưỡng riêng cho loại đô thị mà tiêu chí không áp dụng",
        "Thresholds for a class to which the criterion does not apply",
    ),
    why=Words(
        "Ngưỡng này không bao giờ được dùng; có thể mục “applies_to” còn thiếu một loại.",
        "These thresholds are never used; perhaps “applies_to” lacks a class.",
    ),
    message=Words(
        "“{name}” có ngưỡng riêng cho loại {class_} nhưng mục “applies_to” không có loại này",
        "“{name}” has thresholds for class {class_}, which “applies_to” does not name",
    ),
    hint=Words(
        "thêm {class_} vào “applies_to”, hoặc bỏ ngưỡng này",
        "add {class_} to “applies_to”, or remove the thresholds",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "      - id: van-ban\n",
            "      - id: van-ban\n        applies_to:\n          - I\n          - II\n"
            "        per_class:\n          III:\n            full_at: 8\n",
        ),
        Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4\n", ""),
    ),
    severity="warning",
    check=check,
)
