"""Two stays of a member that overlap."""

import datetime
from collections.abc import Iterator
from itertools import pairwise

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.members import Stay
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare each stay, in the order of time, with the one before."""
    if cluster.roster is None:
        return
    for at, member in enumerate(cluster.roster.members):
        if len(member.member) == 1:
            continue
        ordered = sorted(enumerate(member.member), key=lambda each: _start(each[1]))
        for (first, before), (index, stay) in pairwise(ordered):
            if before.until is None or _start(stay) <= before.until:
                place = cluster.roster.at("members", at, "member", index)
                yield RULE.at(place, cluster.roster.at("members", at, "member", first), id=member.id)


def _start(stay: Stay) -> datetime.date:
    return stay.from_ or stay.seen or datetime.date.min


RULE = Rule(
    code="R702",
    name="overlapping-stays",
    title=Words(
        "Hai giai đoạn là thành viên chồng lên nhau",
        "Two memberships that overlap",
    ),
    why=Words(
        "Danh sách ở mục “member” là các lần vào rồi ra khỏi cụm; lần sau phải bắt đầu sau khi lần trước kết thúc.",
        "The list under “member” says when the city joined and left; each time begins after the one before has ended.",
    ),
    message=Words(
        "“{id}”: giai đoạn này bắt đầu khi giai đoạn trước chưa kết thúc",
        "“{id}”: this membership begins before the one before it has ended",
    ),
    hint=Words(
        "ghi “until” cho giai đoạn trước, hoặc gộp hai giai đoạn làm một",
        "give the earlier one its “until”, or merge the two",
    ),
    bad=(
        Edit(
            "members.yaml",
            "    member:\n      from: 2015-01-01\n      until: 2024-12-31",
            "    member:\n      - from: 2015-01-01\n        until: 2020-12-31\n      - from: 2020-06-01",
        ),
    ),
    good=(
        Edit(
            "members.yaml",
            "    member:\n      from: 2015-01-01\n      until: 2024-12-31",
            "    member:\n      - from: 2015-01-01\n        until: 2020-12-31\n      - from: 2021-01-01",
        ),
    ),
    check=check,
)
