"""A share of 1 typed where a percentage is due: 0.455 for 45.5."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.expected import HUNDRED, looks_like_share
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for numbers below 1 on criteria in per cent whose scale is of another size."""
    for year in walk.years(cluster):
        for said in year.unusual:
            if said.scale.kind != "ratio" and looks_like_share(said.criterion, said.scale, said.number):
                meant = Decimal(f"{(said.number * HUNDRED).normalize():f}")
                yield RULE.at(said.location, name=said.criterion.name, value=f"{said.number:f}", meant=meant)


RULE = Rule(
    code="R405",
    name="share-for-percentage",
    title=Words(
        "Ghi phần của 1 thay cho phần trăm",
        "A share of 1 instead of a percentage",
    ),
    why=Words(
        "Đơn vị là phần trăm: 45,5% ghi là 45.5. Nếu ghi 0.455 thì đô thị bị chấm như chưa tới nửa phần trăm.",
        "The unit is per cent: 45.5% is written 45.5. As 0.455 the city is scored as less than half a per cent.",
    ),
    message=Words(
        "“{name}” tính bằng %, nhưng tệp ghi {value}: có phải là {meant}% không?",
        "“{name}” is in per cent, but the file says {value}: is {meant}% meant?",
    ),
    hint=Words(
        "ghi {meant}; nếu đúng là {value}% thì giữ nguyên",
        "write {meant}; if it really is {value}%, leave it",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  nuoc-thai: 45.5", "  nuoc-thai: 0.455"),),
    severity="warning",
    check=check,
)
