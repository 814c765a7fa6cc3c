"""A day on which members are read that is not in the set's year."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the year of `as_of` with the set's, where everyone who has submitted is a member all the same."""
    for year in walk.years(cluster):
        if walk.as_of_elsewhere(year) and all(city.standing is not None for city in year.cities):
            yield RULE.at(year.criteria.at("as_of"), day=year.criteria.as_of, year=year.round.year)


RULE = Rule(
    code="R328",
    name="as-of-in-another-year",
    title=Words("Thời điểm xét không thuộc năm của bộ tiêu chí", "A day of reckoning outside the set’s year"),
    why=Words(
        "Tư cách thành viên và loại đô thị được xét vào ngày “as_of”; sai năm thì đô thị bị xét nhầm loại, hoặc không "
        "còn là thành viên.",
        "Membership and classes are read on “as_of”; with a wrong year a city has another class, or is not a member.",
    ),
    message=Words(
        "“as_of” là {day} nhưng bộ tiêu chí là của năm {year}",
        "“as_of” is {day} but the set is that of {year}",
    ),
    hint=Words(
        "sửa năm của “as_of” thành {year}; nếu ngày ấy đúng thì giữ nguyên",
        "correct the year of “as_of” to {year}; if the day is right, leave it",
    ),
    bad=(Edit("criteria/2023.yaml", "as_of: 2023-09-24", "as_of: 2022-09-24"),),
    severity="warning",
    check=check,
)
