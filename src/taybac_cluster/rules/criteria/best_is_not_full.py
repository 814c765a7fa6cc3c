"""Levels whose highest does not give the criterion's points, or bands that give more."""

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
            scale, points = scaled.scale, scaled.criterion.points
            if isinstance(scale, Levels):
                field, highest = "levels", max(scale.levels.values(), default=points)
                wrong = highest != points
            elif isinstance(scale, Bands):
                field, highest = "bands", max((band.points for band in scale.bands), default=points)
                wrong = highest > points
            else:
                continue
            if wrong and scaled.says(field):
                yield RULE.at(
                    criteria.key(*scaled.route, field),
                    name=scaled.criterion.name,
                    highest=highest,
                    points=points,
                )


RULE = Rule(
    code="R308",
    name="best-is-not-full",
    title=Words(
        "Điểm cao nhất của thang khác điểm của tiêu chí",
        "The highest points of a scale are not those of the criterion",
    ),
    why=Words(
        "Mức cao nhất phải được đúng số điểm của tiêu chí và không mức nào được hơn; nếu không, tổng điểm sẽ sai.",
        "The highest level must give exactly the criterion’s points, and no band more; otherwise the totals are wrong.",
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
