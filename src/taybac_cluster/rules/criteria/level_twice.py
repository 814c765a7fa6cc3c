"""Two levels whose names are the same when compared without case."""

from collections.abc import Iterator

from taybac_cluster.decide.scales import level_key
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Levels
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the names of a scale's levels as values are compared with them."""
    for criteria in walk.criteria_sets(cluster):
        for scaled in walk.scales(criteria):
            if isinstance(scaled.scale, Levels) and scaled.says("levels"):
                seen: dict[str, str] = {}
                for name in scaled.scale.levels:
                    first = seen.setdefault(level_key(name), name)
                    if first != name:
                        route = (*scaled.route, "levels")
                        yield RULE.at(criteria.key(*route, name), criteria.key(*route, first), level=name, first=first)


RULE = Rule(
    code="R310",
    name="level-twice",
    title=Words(
        "Hai mức trùng tên",
        "Two levels of the same name",
    ),
    why=Words(
        "Tên mức không phân biệt chữ hoa, chữ thường, nên hai mức này là một và không rõ lấy điểm nào.",
        "Names of levels are compared without case, so these two are one and it is unclear which points count.",
    ),
    message=Words(
        "mức “{level}” trùng với mức “{first}”",
        "the level “{level}” is the same as “{first}”",
    ),
    hint=Words(
        "bỏ một mức, hoặc đặt tên khác",
        "remove one of them, or give it another name",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "            cấp huyện: 5",
            "            cấp huyện: 5\n            Cấp Huyện: 4",
        ),
    ),
    check=check,
)
