"""A tie-break by an id that the set does not have."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up every id of the tie-break among what has points."""
    for criteria in walk.criteria_sets(cluster):
        if criteria.partial:
            continue
        gates = {gate.id for gate in criteria.gates}
        known = [each.id for _, each in criteria.named() if each.id not in gates]
        for index, name in enumerate(criteria.ranking.tie_break):
            if name not in known:
                place = criteria.at("ranking", "tie_break", index)
                yield RULE.at(place, id=name, suggestion=suggestion(name, known))


RULE = Rule(
    code="R211",
    name="unknown-tie-break",
    title=Words(
        "Mã tiêu chí phụ không có trong bộ tiêu chí",
        "A tie-break by an id that does not exist",
    ),
    why=Words(
        "Khi tổng điểm bằng nhau, các đô thị được so theo điểm của những mã này; mã sai thì hai đô thị có thể bị "
        "xếp đồng hạng.",
        "Equal totals are compared by the points of these ids; with a wrong id two cities could share a place "
        "without reason.",
    ),
    message=Words(
        "không có nhóm hay tiêu chí “{id}” để so khi tổng điểm bằng nhau",
        "there is no group or criterion “{id}” to break ties by",
    ),
    hint=Words("{suggestion}", "{suggestion}"),
    bad=(Edit("criteria/2023.yaml", "  tie_break:\n    - xanh", "  tie_break:\n    - xanhh"),),
    check=check,
)
