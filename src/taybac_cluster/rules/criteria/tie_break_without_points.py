"""A tie-break by a criterion that has no points."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import Criterion, Item
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up the points of every id of the tie-break; a group without points is an error of its own."""
    for criteria in walk.criteria_sets(cluster):
        for index, name in enumerate(criteria.ranking.tie_break):
            named = next((each for _, each in criteria.named() if each.id == name), None)
            if isinstance(named, (Criterion, Item)) and named.points == 0:
                yield RULE.at(criteria.at("ranking", "tie_break", index), id=name, name=named.name)


RULE = Rule(
    code="R326",
    name="tie-break-without-points",
    title=Words("Tiêu chí phụ không có điểm", "A tie-break without points"),
    why=Words(
        "Khi tổng điểm bằng nhau, các đô thị được so theo điểm của những mã này; mã 0 điểm thì không có gì để so.",
        "Equal totals are compared by the points of these ids; one of 0 points has nothing to compare.",
    ),
    message=Words(
        "“{name}” ({id}) có 0 điểm nên không dùng để phân hạng được",
        "“{name}” ({id}) has 0 points and cannot break a tie",
    ),
    hint=Words(
        "bỏ “{id}” khỏi tie_break, hoặc thay bằng mã của nhóm hay tiêu chí có điểm",
        "take “{id}” out of tie_break, or put the id of a group or criterion with points in its place",
    ),
    bad=(
        Edit("criteria/2023.yaml", "        points: 20\n", "        points: 0\n"),
        Edit("criteria/2023.yaml", "        points: 40\n", "        points: 60\n"),
        Edit("criteria/2023.yaml", "  tie_break:\n    - xanh", "  tie_break:\n    - van-ban"),
    ),
    good=(Edit("criteria/2023.yaml", "  tie_break:\n    - xanh", "  tie_break:\n    - van-ban"),),
    check=check,
)
