"""A part that is larger than its whole."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.expected import above_hundred
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for ratios above 100 % on criteria that do not expect them."""
    for year in walk.years(cluster):
        for said in year.unusual:
            if said.scale.kind == "ratio" and above_hundred(said.criterion, said.scale, said.number):
                place = said.document.at(*said.route, "numerator")
                yield RULE.at(place, said.document.at(*said.route, "denominator"), name=said.criterion.name)


RULE = Rule(
    code="R407",
    name="numerator-above-denominator",
    title=Words(
        "Tử số lớn hơn mẫu số",
        "A numerator above its denominator",
    ),
    why=Words(
        "Một phần không thể lớn hơn toàn bộ; thường do ghi ngược hai số hoặc khác đơn vị.",
        "A part cannot be larger than the whole; usually the two numbers are swapped or in different units.",
    ),
    message=Words(
        "“{name}”: tử số lớn hơn mẫu số, tỷ lệ sẽ trên 100%",
        "“{name}”: the numerator is above the denominator, which makes more than 100%",
    ),
    hint=Words(
        "kiểm tra xem hai số có bị ghi ngược hoặc khác đơn vị không",
        "check whether the two numbers are swapped or in different units",
    ),
    bad=(
        Edit(
            "submissions/2023/sa-pa.yaml",
            "    numerator: 812\n    denominator: 930\n",
            "    numerator: 930\n    denominator: 812\n",
        ),
    ),
    severity="warning",
    check=check,
)
