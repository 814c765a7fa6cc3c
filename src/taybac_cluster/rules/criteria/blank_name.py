"""A name that says nothing: of the cluster, of a member, or of anything in a criteria set."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import LocalText, Location
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at every name that an output shows."""
    for name, place in _names(cluster):
        if not name.vi.strip():
            yield RULE.at(place)


def _names(cluster: Cluster) -> Iterator[tuple[LocalText, Location]]:
    roster = cluster.roster
    if roster is not None:
        yield roster.cluster.name, roster.at("cluster", "name")
        for index, member in enumerate(roster.members):
            yield member.name, roster.at("members", index, "name")
    for criteria in walk.criteria_sets(cluster):
        yield criteria.name, criteria.at("name")
        for route, each in criteria.named():
            yield each.name, criteria.at(*route, "name")


RULE = Rule(
    code="R324",
    name="blank-name",
    title=Words(
        "Tên để trống",
        "A name that is blank",
    ),
    why=Words(
        "Bảng xếp hạng và văn bản in tên này; để trống thì không ai biết đang nói đến gì.",
        "The ranking and the papers print this name: where it is blank nobody knows what is meant.",
    ),
    message=Words(
        "tên này để trống",
        "this name is blank",
    ),
    hint=Words(
        "gõ tên tiếng Việt",
        "type the Vietnamese name",
    ),
    bad=(Edit("criteria/2023.yaml", "    name: Xanh\n", '    name: ""\n'),),
    check=check,
)
