"""A stay that says neither when the city joined nor by when it was on record."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.members import Stay
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for stays with no beginning, and for members with no stay."""
    if cluster.roster is None or cluster.roster.partial:
        return
    for at, member in enumerate(cluster.roster.members):
        for stay in member.member or (Stay(),):
            if stay.from_ is None and stay.seen is None:
                yield RULE.at(cluster.roster.key("members", at, "member"), id=member.id)
                break


RULE = Rule(
    code="R703",
    name="stay-without-date",
    title=Words(
        "Thành viên không có ngày vào cụm",
        "A membership without a beginning",
    ),
    why=Words(
        "Không có “from” hoặc “seen” thì không biết chắc đô thị là thành viên từ ngày nào.",
        "With neither “from” nor “seen” there is no date on which the city is known to be a member.",
    ),
    message=Words(
        "“{id}” không có “from” và cũng không có “seen”",
        "“{id}” has neither “from” nor “seen”",
    ),
    hint=Words(
        "ghi “from: ngày vào cụm”; nếu chưa rõ thì ghi “seen: ngày đã thấy tên trong danh sách thành viên”",
        "write “from: the date of joining”, or, if unknown, “seen: a date by which it was on record as a member”",
    ),
    bad=(Edit("members.yaml", "      from: 2015-01-01\n      until: 2024-12-31", "      until: 2024-12-31"),),
    good=(
        Edit(
            "members.yaml",
            "      from: 2015-01-01\n      until: 2024-12-31",
            "      seen: 2018-12-31\n      until: 2024-12-31",
        ),
    ),
    check=check,
)
