"""A number such as 1.200 on a scale that compares the cities: perhaps the point separates thousands."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.expected import counts_whole_things, looks_like_thousands
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the numbers with three decimals on relative scales, where no bound would show that they are too small."""
    for year in walk.years(cluster):
        for said in year.unusual:
            if said.scale.kind != "relative" or counts_whole_things(said.criterion, said.scale):
                continue
            if looks_like_thousands(said.criterion, said.number):
                meant = f"{said.number * 1000:.0f}"
                yield RULE.at(said.location, name=said.criterion.name, value=f"{said.number:f}", meant=meant)


RULE = Rule(
    code="R422",
    name="thousands-with-point",
    title=Words("Dấu chấm có thể là dấu ngăn hàng nghìn", "A point that may separate thousands"),
    why=Words(
        "Trong tệp, dấu chấm là dấu thập phân: 1.200 là một phẩy hai. Thang này so các đô thị với nhau, nên một số "
        "ghi nhầm làm sai điểm của mọi đô thị.",
        "In a file the point is a decimal point: 1.200 is one and a fifth. This scale compares the cities, so that one "
        "wrong number changes everybody’s points.",
    ),
    message=Words(
        "“{name}” là {value}: có phải muốn ghi {meant} không?",
        "“{name}” is {value}: is {meant} meant?",
    ),
    hint=Words(
        "nếu dấu chấm ngăn hàng nghìn thì ghi {meant}; nếu đúng là {value} thì bỏ bớt số 0 ở cuối, hoặc giữ nguyên",
        "if the point separates thousands, write {meant}; if {value} is right, leave it, or drop the zeros at the end",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "          kind: linear\n          worst: 2\n          best: 10\n        plausible:\n          min: 0\n"
            "          max: 200\n",
            "          kind: relative\n          method: minmax\n          better: higher\n",
        ),
        Edit("submissions/2023/lao-cai.yaml", "  cay-xanh: 6.5", "  cay-xanh: 1.200"),
    ),
    good=(
        Edit(
            "criteria/2023.yaml",
            "          kind: linear\n          worst: 2\n          best: 10\n        plausible:\n          min: 0\n"
            "          max: 200\n",
            "          kind: relative\n          method: minmax\n          better: higher\n",
        ),
    ),
    severity="warning",
    check=check,
)
