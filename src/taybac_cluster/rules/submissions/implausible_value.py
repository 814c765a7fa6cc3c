"""A number outside the plausible range of its criterion."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import Plausible
from taybac_cluster.rules import walk
from taybac_cluster.rules.expected import THOUSANDS, above_hundred, below_zero, is_percentage, looks_like_share, shown
from taybac_cluster.rules.figures import comma
from taybac_cluster.rules.rule import Edit, Rule

_CHECK = Words("kiểm tra lại số và đơn vị", "check the number and its unit")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every unusual number with its range, unless a rule on percentages says more."""
    for year in walk.years(cluster):
        for said in year.unusual:
            usual, value = said.criterion.plausible, said.number
            if usual is None or _within(usual, value) or _upside_down(usual):
                continue
            if looks_like_share(said.criterion, said.scale, value) or below_zero(said.criterion, said.scale, value):
                continue
            if (is_percentage(said.criterion) or said.scale.kind == "ratio") and above_hundred(
                said.criterion, said.scale, value
            ):
                continue
            yield RULE.at(
                said.location,
                name=said.criterion.name,
                value=shown(value) if said.scale.kind == "ratio" else value,
                range=_range(usual),
                guess=_guess(usual, value),
            )


def _within(usual: Plausible, value: Decimal) -> bool:
    return (usual.min is None or value >= usual.min) and (usual.max is None or value <= usual.max)


def _upside_down(usual: Plausible) -> bool:
    return usual.min is not None and usual.max is not None and usual.min > usual.max


def _range(usual: Plausible) -> Words:
    low, high = usual.min, usual.max
    if low is not None and high is not None:
        return Words(f"từ {comma(low)} đến {comma(high)}", f"from {low} to {high}")
    if low is not None:
        return Words(f"ít nhất {comma(low)}", f"at least {low}")
    return Words(f"không quá {comma(high)}", f"at most {high}") if high is not None else Words("", "")


def _guess(usual: Plausible, value: Decimal) -> Words:
    """Name the number that was probably meant: the point lost, thousands with a point, or thousands of the unit."""
    exponent = value.as_tuple().exponent
    meant = [value.scaleb(by) for by in (-1, -2, -3)] if abs(value) >= 1 else [value * 100, value * 1000]
    if exponent == THOUSANDS:
        meant = [value * 1000]
    near = [f"{each.normalize():f}" for each in meant if _within(usual, each)]
    if not near:
        return _CHECK
    listed = ", ".join(near)
    return Words(
        f"có phải là {listed} không? (lạc dấu thập phân hoặc nhầm đơn vị nghìn)",
        f"is {listed} meant? (a misplaced decimal point, or thousands of the unit)",
    )


RULE = Rule(
    code="R404",
    name="implausible-value",
    title=Words(
        "Giá trị nằm ngoài khoảng hợp lý",
        "A value outside the plausible range",
    ),
    why=Words(
        "Số ngoài khoảng này thường do lạc dấu thập phân hoặc nhầm đơn vị; nếu đúng thì ghi nguồn ở mục “note”.",
        "Such a number usually has a misplaced decimal point or another unit; if it is right, name the source in "
        "“note”.",
    ),
    message=Words(
        "“{name}” là {value}; thường {range}",
        "“{name}” is {value}; it is usually {range}",
    ),
    hint=Words("{guess}", "{guess}"),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  cay-xanh: 7.2", "  cay-xanh: 7200"),),
    severity="warning",
    check=check,
)
