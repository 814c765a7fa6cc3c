"""A scale of levels or bands that names none."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Bands, Levels
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for levels and bands that are empty."""
    for criteria in walk.criteria_sets(cluster):
        if criteria.partial:
            continue  # a level may have been left out for a fault of its own
        for scaled in walk.scales(criteria):
            scale = scaled.scale
            field = "levels" if isinstance(scale, Levels) else "bands" if isinstance(scale, Bands) else None
            if field is not None and not getattr(scale, field) and scaled.says(field):
                yield RULE.at(criteria.key(*scaled.route, field), name=scaled.criterion.name, field=field)


RULE = Rule(
    code="R309",
    name="no-steps",
    title=Words(
        "Thang điểm không có mức nào",
        "A scale without levels",
    ),
    why=Words(
        "Không có mức nào thì không giá trị nào được điểm.",
        "Without any level no value can get points.",
    ),
    message=Words(
        "“{name}”: mục “{field}” để trống",
        "“{name}”: “{field}” is empty",
    ),
    hint=Words(
        "ghi ít nhất một mức; mức cao nhất được đúng số điểm của tiêu chí",
        "write at least one level; the highest gives the criterion’s points",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "          bands:\n            - at_least: 60\n              points: 10\n            - at_least: 30\n"
            "              points: 5\n",
            "          bands: []\n",
        ),
    ),
    check=check,
)
