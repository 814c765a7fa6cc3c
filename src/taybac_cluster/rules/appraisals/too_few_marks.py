"""A city with fewer marks on a criterion than the scale needs, once the judges have begun."""

from collections.abc import Iterator

from taybac_cluster.decide.scales import combined_mark, counting
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Location
from taybac_cluster.model.scales import Marks
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Rule
from taybac_cluster.rules.walk import City, Year

_EFFECTS = {
    "zero": Words("tiêu chí này được 0 điểm", "the criterion scores no points"),
    "exclude": Words("tiêu chí này không chấm", "the criterion is left out"),
    "reject": Words("đô thị sẽ không được xếp hạng", "the city will not be ranked"),
}


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Count the marks of every competing city on every criterion that has marks for any city."""
    for year in walk.years(cluster):
        begun = {name for _, appraisal in year.appraised for name in appraisal.marks}
        for name in (each for each in year.criteria.criteria if each in begun):
            if not isinstance(year.criteria.criteria[name].scale, Marks):
                continue
            for city in year.cities:
                if city.submission.values is None or city.standing is None:
                    continue
                if _too_few(year, city, name) and not walk.appraisal_unclear(cluster, year.round.year, city):
                    effect = _EFFECTS[year.criteria.policies[name]]
                    criterion = year.criteria.criteria[name]
                    yield RULE.at(_place(city, name), name=criterion.name, effect=effect)


def _too_few(year: Year, city: City, name: str) -> bool:
    scale, appraisal = city.expected.scales[name], city.appraisal
    if not isinstance(scale, Marks) or name in city.expected.excluded:
        return False
    if appraisal is None:
        return True
    if name in appraisal.changes and appraisal.changes[name].not_applicable:
        return False
    judges = year.round.meeting.judges if year.round.meeting is not None else ()
    marks = counting(appraisal.marks.get(name, {}), judges, city.id)
    return combined_mark(scale, [mark for _, mark in marks]) is None


def _place(city: City, name: str) -> Location:
    if city.appraisal is None:
        return city.submission.at("member")
    return city.appraisal.key("marks", name)


RULE = Rule(
    code="R511",
    name="too-few-marks",
    title=Words(
        "Chưa đủ số giám khảo chấm",
        "Too few marks",
    ),
    why=Words(
        "Ít giám khảo chấm hơn “at_least” thì coi như chưa có giá trị (trimmed_mean cần ít nhất 3 giám khảo "
        "chấm); điểm cho đô thị của mình không tính.",
        "With fewer marks than “at_least” the value counts as missing (trimmed_mean needs three); marks for one’s "
        "own city do not count.",
    ),
    message=Words(
        "chưa đủ số giám khảo chấm “{name}”: {effect}",
        "too few marks for “{name}”: {effect}",
    ),
    hint=Words(
        "bổ sung điểm ở mục “marks” trong tệp thẩm định của đô thị",
        "add marks under “marks” in the city’s appraisal",
    ),
    bad={"appraisals/2023/sa-pa.yaml": None},
    severity="warning",
    check=check,
)
