"""Bands of which one can never hold, because an earlier one always holds first."""

from collections.abc import Iterator
from itertools import pairwise

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Band, Bands
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule

_FALL = Words("giảm dần", "fall")
_RISE = Words("tăng dần", "rise")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare each band's bound with the one before: at_least must fall, at_most must rise."""
    for criteria in walk.criteria_sets(cluster):
        for scaled in walk.scales(criteria):
            if isinstance(scaled.scale, Bands) and scaled.says("bands"):
                for index, (before, band) in enumerate(pairwise(scaled.scale.bands), 1):
                    if (field := _out_of_order(before, band)) is not None:
                        yield RULE.at(
                            criteria.at(*scaled.route, "bands", index, field),
                            name=scaled.criterion.name,
                            field=field,
                            bound=getattr(band, field),
                            before=getattr(before, field),
                            order=_FALL if field == "at_least" else _RISE,
                        )


def _out_of_order(before: Band, band: Band) -> str | None:
    if before.at_least is not None and band.at_least is not None and band.at_least >= before.at_least:
        return "at_least"
    if before.at_most is not None and band.at_most is not None and band.at_most <= before.at_most:
        return "at_most"
    return None


RULE = Rule(
    code="R306",
    name="bands-out-of-order",
    title=Words(
        "Các mức điểm sai thứ tự",
        "Bands in the wrong order",
    ),
    why=Words(
        "Mức đầu tiên mà giá trị đạt được sẽ được chọn, nên mức đứng sau một mức dễ đạt hơn không bao giờ được xét.",
        "The first band that a value reaches is taken, so one that comes after an easier one is never used.",
    ),
    message=Words(
        "“{name}”: {field} {bound} đứng sau {before}; các mức “{field}” phải {order}",
        "“{name}”: {field} {bound} comes after {before}; the bounds of “{field}” must {order}",
    ),
    hint=Words(
        "xếp các mức từ tốt nhất đến kém nhất",
        "put the bands in order from best to worst",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "            - at_least: 60\n              points: 10\n            - at_least: 30\n              points: 5",
            "            - at_least: 60\n              points: 10\n            - at_least: 70\n              points: 5",
        ),
    ),
    check=check,
)
