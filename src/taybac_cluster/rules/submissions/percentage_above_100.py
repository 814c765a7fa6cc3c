"""A percentage above 100."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.expected import above_hundred, is_percentage
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for numbers above 100 on criteria in per cent that do not expect them."""
    for year in walk.years(cluster):
        for said in year.unusual:
            plain = is_percentage(said.criterion) and said.scale.kind != "ratio"
            if plain and above_hundred(said.criterion, said.scale, said.number):
                yield RULE.at(said.location, name=said.criterion.name, value=said.number)


RULE = Rule(
    code="R406",
    name="percentage-above-100",
    title=Words(
        "Tỷ lệ trên 100%",
        "A percentage above 100",
    ),
    why=Words(
        "Một phần không thể lớn hơn toàn bộ; thường do mất dấu thập phân hoặc nhầm đơn vị.",
        "A part is never more than the whole; usually the decimal point is lost or the unit is another.",
    ),
    message=Words(
        "“{name}” là {value}%, quá 100%",
        "“{name}” is {value}%, more than 100%",
    ),
    hint=Words(
        "kiểm tra dấu thập phân; nếu tiêu chí này có thể vượt 100% thì ghi “max” lớn hơn ở mục “plausible” trong "
        "bộ tiêu chí",
        "check the decimal point; if this criterion can exceed 100%, give it a larger “max” under “plausible” in "
        "the set",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  nuoc-thai: 45.5", "  nuoc-thai: 455"),),
    severity="warning",
    check=check,
)
