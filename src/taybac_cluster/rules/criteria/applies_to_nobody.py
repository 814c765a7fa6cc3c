"""A criterion that is limited to no class at all."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for empty lists of classes."""
    for criteria in walk.criteria_sets(cluster):
        for route, criterion in criteria.leaves():
            if criterion.applies_to == ():
                yield RULE.at(criteria.at(*route, "applies_to"), name=criterion.name)


RULE = Rule(
    code="R323",
    name="applies-to-nobody",
    title=Words(
        "Tiêu chí không áp dụng cho loại đô thị nào",
        "A criterion that applies to no class",
    ),
    why=Words(
        "Danh sách trống nghĩa là không đô thị nào được chấm tiêu chí này, và điểm của nó dồn sang các tiêu chí khác.",
        "With an empty list nobody is scored on the criterion, and the others carry its points.",
    ),
    message=Words(
        "danh sách loại đô thị của “{name}” để trống",
        "the list of classes of “{name}” is empty",
    ),
    hint=Words(
        "ghi các loại đô thị được chấm, mỗi loại một dòng thụt vào: “- II”; nếu áp dụng cho mọi loại thì xóa mục "
        "“applies_to”",
        "list the classes that are scored, each on an indented line: “- II”; for all classes delete “applies_to”",
    ),
    bad=(Edit("criteria/2023.yaml", "      - id: van-ban\n", "      - id: van-ban\n        applies_to: []\n"),),
    check=check,
)
