"""A number below zero where none can be."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Location
from taybac_cluster.rules import walk
from taybac_cluster.rules.expected import TRAITS
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at counts, at values that are compared with the best, and at numerators."""
    for year in walk.years(cluster):
        for said in year.unusual:
            if said.number < 0 and TRAITS[said.scale.kind].never_negative(said.scale):
                yield _told(said.location, said.city, said.name, said.number)
        for block in year.blocks:
            if block.said.numerator is not None and block.said.numerator < 0:
                place = block.document.at(block.part, block.name, "numerator")
                yield _told(place, block.city, block.name, block.said.numerator)


def _told(location: Location, city: walk.City, name: str, value: Decimal) -> Diagnostic:
    return RULE.at(location, name=city.expected.criteria[name].name, value=value)


RULE = Rule(
    code="R409",
    name="negative-value",
    title=Words(
        "Số âm ở chỗ không thể âm",
        "A negative number where none is possible",
    ),
    why=Words(
        "Số đếm, tử số và giá trị so với đô thị tốt nhất không thể âm; số âm còn làm sai điểm của đô thị khác.",
        "Counts, numerators and values measured against the best are never negative; one would also spoil others’ "
        "points.",
    ),
    message=Words(
        "“{name}” không thể là {value}",
        "“{name}” cannot be {value}",
    ),
    hint=Words(
        "bỏ dấu trừ, hoặc kiểm tra lại số",
        "remove the minus sign, or check the number",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4", "  van-ban: -4"),),
    check=check,
)
