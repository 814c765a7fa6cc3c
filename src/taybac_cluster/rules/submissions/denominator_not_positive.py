"""A denominator of zero or below."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at every denominator."""
    for year in walk.years(cluster):
        for block in year.blocks:
            if block.said.denominator is not None and block.said.denominator <= 0:
                place = block.document.at(block.part, block.name, "denominator")
                name = block.city.expected.criteria[block.name].name
                yield RULE.at(place, name=name, value=block.said.denominator)


RULE = Rule(
    code="R408",
    name="denominator-not-positive",
    title=Words(
        "Mẫu số bằng 0 hoặc âm",
        "A denominator of zero or below",
    ),
    why=Words(
        "Tỷ lệ là tử số chia cho mẫu số; mẫu số phải lớn hơn 0.",
        "A ratio is the numerator divided by the denominator, which must be above 0.",
    ),
    message=Words(
        "“{name}”: mẫu số là {value}",
        "“{name}”: the denominator is {value}",
    ),
    hint=Words(
        "ghi tổng số làm mẫu số; nếu không có đối tượng để tính thì thay hai dòng này bằng “missing: lý do”",
        "write the whole as the denominator; if there is nothing to count, put “missing: reason” in place of the "
        "two lines",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "    denominator: 930\n", "    denominator: 0\n"),),
    check=check,
)
