"""A percentage below zero, where nothing in the criterion expects one."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.expected import TRAITS, below_zero
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for numbers below 0 on criteria in per cent; what can never be negative is another rule's."""
    for year in walk.years(cluster):
        for said in year.unusual:
            if said.scale.kind == "ratio" or TRAITS[said.scale.kind].never_negative(said.scale):
                continue
            if below_zero(said.criterion, said.scale, said.number):
                yield RULE.at(said.location, name=said.criterion.name, value=said.number)


RULE = Rule(
    code="R421",
    name="negative-percentage",
    title=Words("Tỷ lệ phần trăm âm", "A negative percentage"),
    why=Words(
        "Phần của một tổng thể không bao giờ âm; dấu trừ thường do gõ nhầm hoặc do dấu gạch đầu dòng.",
        "A part of a whole is never negative; mostly the minus sign is a typing mistake or was meant as a dash.",
    ),
    message=Words(
        "“{name}” là {value}%, nhỏ hơn 0",
        "“{name}” is {value}%, which is below 0",
    ),
    hint=Words(
        "bỏ dấu trừ; nếu tiêu chí này có thể âm (ví dụ tốc độ tăng) thì ghi “min” nhỏ hơn 0 ở mục “plausible” "
        "trong bộ tiêu chí",
        "remove the minus sign; if this criterion can be negative (a rate of growth), give it a “min” below 0 "
        "under “plausible” in the set",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  nuoc-thai: 45.5", "  nuoc-thai: -45.5"),),
    severity="warning",
    check=check,
)
