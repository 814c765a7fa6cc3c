"""A criterion on which every city gets all the points."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.rules.outcomes import extents
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import YEN_BAI
from taybac_cluster.rules.walk import Year


def audit(year: Year) -> Iterator[Diagnostic]:
    """Look for criteria on which all cities with a value, at least three, have full marks."""
    found = extents(year)
    for route, criterion in year.criteria.leaves() if found else ():
        if criterion.id in found and found[criterion.id].end == "full":
            place = year.criteria.at(*route, "id")
            yield RULE.at(place, name=criterion.name, count=found[criterion.id].cities)


RULE = Rule(
    code="R320",
    name="everybody-full",
    title=Words(
        "Tiêu chí mà đô thị nào cũng được trọn điểm",
        "A criterion on which everybody gets full points",
    ),
    why=Words(
        "Tiêu chí này không phân biệt các đô thị: nó chỉ cộng cùng một số điểm cho tất cả.",
        "Such a criterion does not distinguish the cities: it adds the same points to all.",
    ),
    message=Words(
        "“{name}”: cả {count} đô thị có giá trị đều được trọn điểm",
        "“{name}”: all {count} cities with a value get full points",
    ),
    hint=Words(
        "nếu không chủ ý như vậy thì nâng ngưỡng, hoặc chuyển thành điều kiện bắt buộc (“gates”)",
        "unless this is intended, raise the threshold, or make it a gate (“gates”)",
    ),
    bad=(
        Edit("criteria/2023.yaml", "          full_at: 10\n", "          full_at: 3\n"),
        *YEN_BAI,
    ),
    severity="warning",
    audit=audit,
)
