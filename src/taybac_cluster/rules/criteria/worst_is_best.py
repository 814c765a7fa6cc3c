"""A line whose worst is its best."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Linear, Ratio
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare `worst` and `best`."""
    for criteria in walk.criteria_sets(cluster):
        for scaled in walk.scales(criteria):
            scale = scaled.scale
            if isinstance(scale, (Linear, Ratio)) and scale.worst == scale.best and scaled.says("worst", "best"):
                yield RULE.at(criteria.at(*scaled.route, "best"), name=scaled.criterion.name, value=scale.best)


RULE = Rule(
    code="R312",
    name="worst-is-best",
    title=Words(
        "Mức kém nhất bằng mức tốt nhất",
        "Worst and best are the same",
    ),
    why=Words(
        "Điểm tăng đều từ “worst” đến “best”; hai mức bằng nhau thì không biết cao hay thấp là tốt.",
        "Points rise evenly from “worst” to “best”; if they are equal it is unclear whether high or low is better.",
    ),
    message=Words(
        "“{name}”: worst và best đều là {value}",
        "“{name}”: worst and best are both {value}",
    ),
    hint=Words(
        "sửa một trong hai; nếu chỉ xét đạt hay không thì dùng thang “yes_no” hoặc “bands”",
        "correct one of them; for a plain pass or fail use the scale “yes_no” or “bands”",
    ),
    bad=(Edit("criteria/2023.yaml", "          worst: 2\n", "          worst: 10\n"),),
    check=check,
)
