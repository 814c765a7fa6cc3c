"""A criterion on which no city gets any points."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.rules.outcomes import FEWEST, extents
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample import YEN_BAI
from taybac_cluster.rules.walk import Year

_ALL_NONE = Words("cả {n} đô thị có giá trị đều được 0 điểm", "all {n} cities with a value get 0 points")
_NO_CLASS = Words("không áp dụng cho đô thị nào của năm này", "it applies to no city of the year")


def audit(year: Year) -> Iterator[Diagnostic]:
    """Look for criteria that give nobody points, or that apply to nobody, where enough cities have submitted."""
    if len(year.cities) < FEWEST:
        return
    found = extents(year)
    classes = {city.expected.urban_class: city.expected.excluded for city in year.cities}.values()
    for route, criterion in year.criteria.leaves():
        what: Words | None = None
        if all(criterion.id in excluded for excluded in classes):
            what = _NO_CLASS
        elif criterion.id in found and found[criterion.id].end == "none":
            what = Words(*(words.format(n=found[criterion.id].cities) for words in _ALL_NONE))
        if what is not None:
            yield RULE.at(year.criteria.at(*route, "id"), name=criterion.name, what=what)


RULE = Rule(
    code="R319",
    name="nobody-scores",
    title=Words(
        "Tiêu chí không đô thị nào được điểm",
        "A criterion on which nobody scores",
    ),
    why=Words(
        "Thường do ngưỡng quá cao, nhầm chiều tốt xấu, hoặc các đô thị hiểu sai đơn vị.",
        "Usually the threshold is too high, the direction is wrong, or everyone misread the unit.",
    ),
    message=Words(
        "“{name}”: {what}",
        "“{name}”: {what}",
    ),
    hint=Words(
        "kiểm tra lại thang điểm, đơn vị và “applies_to” của tiêu chí",
        "check the criterion’s scale, unit and “applies_to”",
    ),
    bad=(
        Edit("criteria/2023.yaml", "            - at_least: 60\n", "            - at_least: 98\n"),
        Edit("criteria/2023.yaml", "            - at_least: 30\n", "            - at_least: 95\n"),
        *YEN_BAI,
    ),
    severity="warning",
    audit=audit,
)
