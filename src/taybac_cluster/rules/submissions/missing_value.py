"""A criterion for which a city gives no value."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.submission import Value
from taybac_cluster.rules import walk
from taybac_cluster.rules.outcomes import EFFECTS
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.submissions import unknown_criterion
from taybac_cluster.rules.walk import City, Year

_SAID = Words(
    " khi đã có số liệu; chưa có thì để nguyên, vì đã ghi lý do",
    " once there is one; until then leave it, since the reason is given",
)


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the values expected of a city's class with those it gives; what the panel has ruled on is settled."""
    for year in walk.years(cluster):
        for city in year.cities:
            values, asked = city.submission.values, city.expected.asked
            if values is None or values.keys() >= asked or city.standing is None or city.submission.partial:
                continue
            mistyped = unknown_criterion.mistyped(city, year.criteria)
            for name in year.criteria.criteria:
                if name in asked and name not in values and name not in mistyped:
                    yield from _told(cluster, year, city, name, said=False)
        for block in year.blocks:
            reason = block.said.missing if isinstance(block.said, Value) and block.said.value is None else None
            if reason is not None and block.name in block.city.expected.asked:
                yield from _told(cluster, year, block.city, block.name, said=bool(reason.vi.strip()))


def _told(cluster: Cluster, year: Year, city: City, name: str, *, said: bool) -> Iterator[Diagnostic]:
    ruled = city.appraisal is not None and name in city.appraisal.changes
    if not ruled and not walk.appraisal_unclear(cluster, year.round.year, city):
        place = city.submission.key("values", name)
        effect, otherwise = EFFECTS[year.criteria.policies[name]], _SAID if said else _not_said(name)
        yield RULE.at(place, id=name, name=year.criteria.criteria[name].name, effect=effect, otherwise=otherwise)


def _not_said(name: str) -> Words:
    return Words(
        f"; nếu thật sự không có số liệu thì ghi “{name}:” rồi xuống dòng, thụt vào “missing: lý do”",
        f"; if there is none, write “{name}:” and on an indented line below “missing: reason”",
    )


RULE = Rule(
    code="R411",
    name="missing-value",
    title=Words(
        "Tiêu chí chưa có giá trị",
        "A criterion without a value",
    ),
    why=Words(
        "Theo quy định của bộ tiêu chí, thiếu giá trị có thể mất điểm hoặc không được xếp hạng.",
        "By the rules of the set a missing value may cost points, or the place in the ranking.",
    ),
    message=Words(
        "chưa có giá trị của “{name}” ({id}): {effect}",
        "there is no value for “{name}” ({id}): {effect}",
    ),
    hint=Words(
        "ghi “{id}: giá trị” dưới “values:”{otherwise}",
        "write “{id}: value” under “values:”{otherwise}",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4\n", ""),),
    good=(
        Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4\n", ""),
        Edit(
            "appraisals/2023/sa-pa.yaml",
            "marks:",
            "changes:\n  van-ban:\n    not_applicable: true\n    reason: Năm nay không phát sinh\nmarks:",
        ),
    ),
    severity="warning",
    check=check,
)
