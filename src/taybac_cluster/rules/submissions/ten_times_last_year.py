"""A value ten times that of the year before, or a tenth of it."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import Criterion
from taybac_cluster.model.submission import Value
from taybac_cluster.rules import walk
from taybac_cluster.rules.expected import TRAITS, percentage, shown
from taybac_cluster.rules.outcomes import counted
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.walk import City, Year

_TIMES = 10
_TENFOLD = Words("gấp từ 10 lần trở lên", "ten times or more")
_TENTH = Words("chỉ còn một phần mười hoặc ít hơn", "a tenth or less")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every city's numbers with those of the newest earlier year in which it submitted."""
    last: dict[str, tuple[Year, City]] = {}
    names: dict[int, tuple[str, ...]] = {}
    for year in walk.years(cluster):
        names.clear()
        for city in year.cities:
            before = last.get(city.id)
            if before is not None and city.submission.values:
                earlier, then = before
                if id(earlier) not in names:
                    names[id(earlier)] = tuple(_comparable(earlier, year))
                yield from _compared(earlier, then, city, names[id(earlier)])
        last.update((city.id, (year, city)) for city in year.cities if city.submission.values)


def _comparable(earlier: Year, year: Year) -> Iterator[str]:
    """Yield the criteria that both years have, measured the same way."""
    for name, criterion in year.criteria.criteria.items():
        before = earlier.criteria.criteria.get(name)
        if before is not None and _measures(criterion) and _measures(before) and _unit(criterion) == _unit(before):
            yield name


def _measures(criterion: Criterion) -> bool:
    return TRAITS[criterion.scale.kind].measures


def _unit(criterion: Criterion) -> str | None:
    return criterion.unit.vi.strip().casefold() if criterion.unit else None


def _compared(earlier: Year, then: City, city: City, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    values, before = city.submission.values or {}, then.submission.values or {}
    for name in names:
        new, old = _number(values.get(name)), _number(before.get(name))
        # Two numbers of the same magnitude are never ten times apart: most pairs end here.
        if new is None or old is None or new.adjusted() == old.adjusted():
            continue
        if then.appraisal is not None and name in then.appraisal.changes:
            ruled = counted(then, name)
            old = ruled if isinstance(ruled, Decimal) else old
        if new > 0 and old > 0 and (new >= _TIMES * old or old >= _TIMES * new):
            yield RULE.at(
                city.submission.at("values", name),
                then.submission.at("values", name),
                name=city.expected.criteria[name].name,
                value=shown(new),
                before=shown(old),
                year=earlier.round.year,
                times=_TENFOLD if new > old else _TENTH,
            )


def _number(said: Value | None) -> Decimal | None:
    if said is None:
        return None
    if said.numerator is not None and said.denominator is not None and said.denominator > 0:
        return percentage(said.numerator, said.denominator)
    return said.value if isinstance(said.value, Decimal) else None


_SET_OF_2022 = Edit(
    "criteria/2022.yaml",
    "",
    "year: 2022\nname: Bộ tiêu chí năm 2022\nstatus: illustrative\nas_of: 2022-09-24\ngroups:\n  - id: xanh\n"
    "    name: Xanh\n    criteria:\n      - id: cay-xanh\n        name: Đất cây xanh bình quân\n"
    "        unit: m²/người\n        points: 40\n        scale:\n          kind: linear\n          worst: 2\n"
    "          best: 10\n",
)

RULE = Rule(
    code="R419",
    name="ten-times-last-year",
    title=Words(
        "Giá trị gấp mười lần năm trước, hoặc chỉ bằng một phần mười",
        "A value ten times last year’s, or a tenth of it",
    ),
    why=Words(
        "Thay đổi lớn như vậy trong một năm thường do lạc dấu thập phân hoặc đổi đơn vị.",
        "Such a change within a year usually comes from a misplaced decimal point or another unit.",
    ),
    message=Words(
        "“{name}” là {value}, {times} so với năm {year} ({before})",
        "“{name}” is {value}, {times} of the value in {year} ({before})",
    ),
    hint=Words(
        "kiểm tra dấu thập phân và đơn vị; nếu đúng thì giải thích ở mục “note”",
        "check the decimal point and the unit; if the value is right, explain it in “note”",
    ),
    bad=(
        _SET_OF_2022,
        Edit(
            "submissions/2022/sa-pa.yaml",
            "",
            "member: sa-pa\nyear: 2022\nstatus: illustrative\nvalues:\n  cay-xanh: 72\n",
        ),
    ),
    good=(
        _SET_OF_2022,
        Edit(
            "submissions/2022/sa-pa.yaml",
            "",
            "member: sa-pa\nyear: 2022\nstatus: illustrative\nvalues:\n  cay-xanh: 7.1\n",
        ),
    ),
    severity="warning",
    check=check,
)
