"""Two periods of a member that begin on one day."""

import datetime
from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for days that two periods of a member share; no day at all is one too."""
    if cluster.roster is None:
        return
    for at, member in enumerate(cluster.roster.members):
        days = [period.from_ for period in member.periods]
        for first, second in _pairs(days) if len(set(days)) < len(days) else ():
            day = days[first]
            yield RULE.at(
                cluster.roster.at("members", at, "periods", second),
                cluster.roster.at("members", at, "periods", first),
                id=member.id,
                day=day or Words("không ghi ngày", "no day"),
            )


def _pairs(days: list[datetime.date | None]) -> Iterator[tuple[int, int]]:
    """Yield where each day that comes again stood first, and where it stands again."""
    for index, day in enumerate(days):
        if days.index(day) != index:
            yield days.index(day), index


RULE = Rule(
    code="R705",
    name="period-date-twice",
    title=Words(
        "Hai giai đoạn bắt đầu cùng một ngày",
        "Two periods from the same date",
    ),
    why=Words(
        "Không biết giai đoạn nào có hiệu lực: loại đô thị và ngưỡng điểm có thể bị lấy sai.",
        "It is unclear which of them holds: the class, and with it the thresholds, could be wrong.",
    ),
    message=Words(
        "“{id}”: hai giai đoạn cùng bắt đầu ({day})",
        "“{id}”: two periods begin together ({day})",
    ),
    hint=Words(
        "gộp hai giai đoạn làm một, hoặc sửa ngày",
        "merge the two periods, or correct the date",
    ),
    bad=(Edit("members.yaml", "        class: II\n", "        class: II\n      - province: Lào Cai\n"),),
    check=check,
)
