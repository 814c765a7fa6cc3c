"""A stay in the cluster that ends before it begins."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the end of every stay with its beginning."""
    if cluster.roster is None:
        return
    for at, member in enumerate(cluster.roster.members):
        for index, stay in enumerate(member.member):
            if stay.until is None:
                continue
            for key, start in (("from", stay.from_), ("seen", stay.seen)):
                if start is not None and stay.until < start:
                    # A single stay is written without a list.
                    route = ("members", at, "member", *((index,) if len(member.member) > 1 else ()), "until")
                    yield RULE.at(
                        cluster.roster.at(*route),
                        id=member.id,
                        until=stay.until,
                        key=key,
                        start=start,
                    )
                    break


RULE = Rule(
    code="R701",
    name="stay-ends-before-start",
    title=Words(
        "Ngày rời cụm trước ngày vào cụm",
        "A membership that ends before it begins",
    ),
    why=Words(
        "Với hai ngày ngược nhau, đô thị không là thành viên vào ngày nào cả.",
        "With the two dates reversed the city was never a member.",
    ),
    message=Words(
        "“{id}”: ngày rời cụm (until) {until} trước ngày {key} {start}",
        "“{id}”: until {until} is before {key} {start}",
    ),
    hint=Words(
        "sửa một trong hai ngày",
        "correct one of the two dates",
    ),
    bad=(Edit("members.yaml", "      until: 2024-12-31", "      until: 2014-12-31"),),
    check=check,
)
