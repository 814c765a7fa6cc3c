"""A value for a criterion that the year's set does not have."""

from collections.abc import Iterator, Mapping

from taybac_cluster.diagnostics import Diagnostic, Words, by_title, nearest, suggestion, titled, without_bullet
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.submission import Submission
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.submissions import part_astray

MOST_SEARCHED = 50
"""At most so many unknown ids of a year are looked up: more are no typing mistakes."""

_FEW = 3
_OF_A_VALUE_HINT = Words(
    "dòng này thuộc một tiêu chí: đặt ngay dưới dòng mã tiêu chí ấy và thụt vào thêm 2 dấu cách",
    "this line belongs to a criterion: put it below the line of its id and indent it by 2 more spaces",
)


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up every criterion that a submission or an appraisal names."""
    for year in walk.years(cluster):
        titles, codes = _named(year.criteria)
        some = suggestion("", list(titles))
        for count, (submission, name) in enumerate(_unknown(year)):
            meant = some
            if count < MOST_SEARCHED:
                free = [each for each in titles if each not in (submission.values or ())]
                meant = _by_code(name, year.criteria, codes) or _by_name(name, year.criteria, titles, free)
            yield RULE.at(submission.key("values", name), id=name, suggestion=meant)
    for the_round, appraisal in walk.appraisals(cluster):
        known = list(the_round.criteria.criteria)
        for part, names in (("changes", appraisal.changes), ("marks", appraisal.marks)):
            for name in names:
                if name not in the_round.criteria.criteria:
                    yield RULE.at(appraisal.key(part, name), id=name, suggestion=suggestion(name, known))


def mistyped(city: walk.City, criteria: CriteriaSet) -> set[str]:
    """Return the criteria whose ids a city probably mistyped; they are not reported as missing too."""
    values = city.submission.values or {}
    unknown = [name for name in values if name not in city.expected.scales]
    if not unknown or len(unknown) > MOST_SEARCHED:
        return set()
    titles, codes = _named(criteria)
    free = [each for each in titles if each not in values]
    return {each for name in unknown if (each := _likeliest(name, titles, codes, free)) is not None}


def _named(criteria: CriteriaSet) -> tuple[dict[str, str], dict[str, str]]:
    """Return what every id is called, and which id every code has."""
    every = criteria.criteria.values()
    return {each.id: each.name.vi for each in every}, {each.code: each.id for each in every if each.code is not None}


def _likeliest(name: str, titles: Mapping[str, str], codes: Mapping[str, str], free: list[str]) -> str | None:
    near = nearest(name, free, 1)
    return codes.get(name) or titled(name, titles) or (near[0] if near else None)


def _unknown(year: walk.Year) -> Iterator[tuple[Submission, str]]:
    for city in year.cities:
        values = city.submission.values or {}
        if values.keys() <= city.expected.scales.keys():
            continue
        reported = {part for parts in part_astray.astray(city).values() for part in parts}
        for name, value in values.items():
            if name in reported or name in city.expected.scales:
                continue
            if city.submission.partial and not value.model_fields_set:
                continue  # what stands in it is reported already: a group with its criteria
            yield city.submission, name


def _by_code(name: str, criteria: CriteriaSet, codes: Mapping[str, str]) -> Words | None:
    """Say which id the criterion of a code has."""
    found = codes.get(name)
    if found is None:
        return None
    said = _with_name(criteria, found)
    return Words(f"ghi mã của tiêu chí {name}: {said.vi}", f"write the id of criterion {name}: {said.en}")


def _with_name(criteria: CriteriaSet, found: str) -> Words:
    name = criteria.criteria[found].name
    return Words(f"{found} ({name.vi})", f"{found} ({name.to('en')})")


def _by_name(name: str, criteria: CriteriaSet, titles: Mapping[str, str], free: list[str]) -> Words:
    """Say what could be meant, with the names of the likeliest."""
    if name in part_astray.PARTS:
        return _OF_A_VALUE_HINT
    if bare := without_bullet(name, titles):
        return bare
    near = nearest(name, free) or (free if len(free) <= _FEW else [])
    listed = [_with_name(criteria, each) for each in near]
    vi, en = "; ".join(each.vi for each in listed), "; ".join(each.en for each in listed)
    return by_title(name, titles) or (
        Words(f"có phải là: {vi}?", f"did you mean: {en}?") if near else suggestion(name, free)
    )


RULE = Rule(
    code="R207",
    name="unknown-criterion",
    title=Words(
        "Mã tiêu chí không có trong bộ tiêu chí của năm",
        "A criterion id that the year’s set does not have",
    ),
    why=Words(
        "Giá trị ghi dưới mã sai không được chấm cho tiêu chí nào.",
        "A value under a wrong id is scored for no criterion.",
    ),
    message=Words(
        "bộ tiêu chí của năm không có tiêu chí “{id}”",
        "the year’s criteria set has no criterion “{id}”",
    ),
    hint=Words(
        "{suggestion} – nếu năm nay không có tiêu chí này thì xóa dòng",
        "{suggestion} – if the year has no such criterion, delete the line",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  cay-xanh: 7.2", "  cay-xanh: 7.2\n  mat-nuoc: 7.2"),),
    check=check,
)
