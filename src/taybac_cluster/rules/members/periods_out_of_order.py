"""Periods of a member that do not stand in the order of their days."""

import datetime
from collections.abc import Iterator
from itertools import pairwise

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the day of each period with the one before; a period without a day comes first."""
    if cluster.roster is None:
        return
    for at, member in enumerate(cluster.roster.members):
        if len(member.periods) == 1:
            continue
        days = [period.from_ or datetime.date.min for period in member.periods]
        for index, (before, day) in enumerate(pairwise(days), 1):
            if day < before:
                yield RULE.at(cluster.roster.at("members", at, "periods", index), id=member.id)


RULE = Rule(
    code="R704",
    name="periods-out-of-order",
    title=Words(
        "Các giai đoạn không theo thứ tự ngày",
        "Periods out of order",
    ),
    why=Words(
        "Chương trình xếp theo ngày, nhưng người đọc dễ hiểu nhầm; giai đoạn không ghi ngày phải đứng đầu.",
        "The program reads them by date, but a reader is misled; a period without a date comes first.",
    ),
    message=Words(
        "“{id}”: giai đoạn này đứng sau một giai đoạn muộn hơn",
        "“{id}”: this period comes after a later one",
    ),
    hint=Words(
        "xếp các giai đoạn từ cũ đến mới; mỗi giai đoạn từ thứ hai trở đi phải ghi “from”",
        "put the periods in order from old to new; each from the second on has its “from”",
    ),
    bad=(
        Edit(
            "members.yaml",
            "        class: II\n",
            "        class: II\n      - from: 2020-01-01\n        class: II\n      - from: 2016-01-01\n"
            "        province: Lào Cai\n",
        ),
    ),
    good=(
        Edit(
            "members.yaml",
            "        class: II\n",
            "        class: II\n      - from: 2016-01-01\n        province: Lào Cai\n",
        ),
    ),
    severity="warning",
    check=check,
)
