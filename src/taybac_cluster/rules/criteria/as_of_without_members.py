"""A day outside the set's year on which cities that have submitted are no members."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Count the cities that are no members on a day in another year: one wrong day is one error."""
    for year in walk.years(cluster):
        strangers = sum(city.standing is None for city in year.cities)
        if walk.as_of_elsewhere(year) and strangers:
            day = year.criteria.as_of
            yield RULE.at(year.criteria.at("as_of"), day=day, year=year.round.year, count=strangers)


RULE = Rule(
    code="R327",
    name="as-of-without-members",
    title=Words(
        "Vào thời điểm xét, đô thị đã nộp báo cáo không phải là thành viên",
        "A day on which those who have submitted are not members",
    ),
    why=Words(
        "Tư cách thành viên và loại đô thị được xét vào ngày “as_of”; ghi sai năm thì không chấm được đô thị nào.",
        "Membership and classes are read on “as_of”; with a wrong year no city can be scored.",
    ),
    message=Words(
        "“as_of” là {day} nhưng bộ tiêu chí là của năm {year}: vào ngày ấy, {count} đô thị đã nộp báo cáo không phải "
        "là thành viên",
        "“as_of” is {day} but the set is that of {year}: on that day, cities that have submitted are not members "
        "({count})",
    ),
    hint=Words("sửa năm của “as_of” thành {year}", "correct the year of “as_of” to {year}"),
    bad=(Edit("criteria/2023.yaml", "as_of: 2023-09-24", "as_of: 2013-09-24"),),
    check=check,
)
