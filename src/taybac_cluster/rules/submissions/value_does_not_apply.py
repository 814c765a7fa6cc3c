"""A value for a criterion that does not apply to the city's class."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Location
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule

_UNKNOWN = Words("chưa rõ loại", "of no known class")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for values of criteria that are limited to other classes."""
    for year in walk.years(cluster):
        if walk.as_of_mistyped(year):
            continue  # the classes are those of a wrong day
        for city in year.cities:
            excluded = city.expected.excluded
            if not excluded or city.standing is None:
                continue
            urban_class = city.expected.urban_class
            kind = Words(f"loại {urban_class}", f"of class {urban_class}") if urban_class else _UNKNOWN
            for name, place in _said(city):
                criterion = year.criteria.criteria.get(name)
                if name in excluded and criterion is not None and criterion.applies_to:
                    classes = ", ".join(criterion.applies_to)
                    yield RULE.at(place, name=criterion.name, kind=kind, classes=classes)


def _said(city: walk.City) -> Iterator[tuple[str, Location]]:
    """Yield every criterion of which the city or the panel says something that would count if it applied."""
    for name in city.submission.values or ():
        yield name, city.submission.key("values", name)
    if city.appraisal is not None:
        for name, change in city.appraisal.changes.items():
            if not change.not_applicable:
                yield name, city.appraisal.key("changes", name)
        for name in city.appraisal.marks:
            yield name, city.appraisal.key("marks", name)


RULE = Rule(
    code="R412",
    name="value-does-not-apply",
    title=Words(
        "Giá trị của tiêu chí không áp dụng cho loại đô thị này",
        "A value for a criterion that does not apply to the city’s class",
    ),
    why=Words(
        "Giá trị này không được tính; nếu đô thị thuộc loại khác thì phải sửa members.yaml.",
        "The value is ignored; if the city is of another class, members.yaml must say so.",
    ),
    message=Words(
        "“{name}” chỉ áp dụng cho loại {classes}, đô thị này {kind}: giá trị không được tính",
        "“{name}” applies only to {classes}, and this city is {kind}: the value is ignored",
    ),
    hint=Words(
        "xóa dòng này; nếu loại đô thị chưa đúng thì ghi loại và ngày công nhận vào members.yaml",
        "delete the line; if the class is not right, record it with its date in members.yaml",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "      - id: van-ban\n",
            "      - id: van-ban\n        applies_to:\n          - I\n          - II\n",
        ),
    ),
    good=(
        Edit(
            "criteria/2023.yaml",
            "      - id: van-ban\n",
            "      - id: van-ban\n        applies_to:\n          - I\n          - II\n",
        ),
        Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4\n", ""),
    ),
    severity="warning",
    check=check,
)
