"""Levels or bands of which the highest does not give the criterion's points."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Bands, Levels
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the highest points of levels and bands with the criterion's."""
    for criteria in walk.criteria_sets(cluster):
        for scaled in walk.scales(criteria):
            scale, field = scaled.scale, "levels"
            if isinstance(scale, Levels):
                highest = max(scale.levels.values(), default=None)
            elif isinstance(scale, Bands):
                highest, field = max((band.points for band in scale.bands), default=None), "bands"
            else:
                continue
            if highest is not None and highest != scaled.criterion.points and scaled.says(field):
                yield RULE.at(
                    criteria.key(*scaled.route, field),
                    name=scaled.criterion.name,
                    highest=highest,
                    points=scaled.criterion.points,
                )


RULE = Rule(
    code="R308",
    name="best-is-not-full",
    title=Words(
        "Mức cao nhất không bằng điểm của tiêu chí",
        "A highest level that is not the criterion’s points",
    ),
    why=Words(
        "Làm tốt nhất phải được đúng trọn điểm của tiêu chí, không hơn không kém; nếu không tổng điểm sẽ sai.",
        "The best must get exactly the criterion’s points, no more and no less, or the totals go wrong.",
    ),
    message=Words(
        "“{name}”: mức cao nhất được {highest} điểm nhưng tiêu chí có {points} điểm",
        "“{name}”: the highest level gives {highest} points but the criterion has {points}",
    ),
    hint=Words(
        "sửa mức cao nhất thành {points}, hoặc sửa điểm của tiêu chí thành {highest}",
        "change the highest level to {points}, or the criterion’s points to {highest}",
    ),
    bad=(Edit("criteria/2023.yaml", "            cấp tỉnh: 10", "            cấp tỉnh: 12"),),
    check=check,
)
