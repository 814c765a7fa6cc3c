"""Bands that do not each have one bound of the same kind."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Band, Bands
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule

_NEITHER = Words("không có “at_least” cũng không có “at_most”", "has neither “at_least” nor “at_most”")
_BOTH = Words("có cả “at_least” lẫn “at_most”", "has both “at_least” and “at_most”")
_MIXED = Words("dùng loại ngưỡng khác với mức đầu tiên", "has another kind of bound than the first band")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the bounds that each band has."""
    for criteria in walk.criteria_sets(cluster):
        for scaled in walk.scales(criteria):
            if isinstance(scaled.scale, Bands) and scaled.says("bands"):
                first = next((band for band in scaled.scale.bands if _fault(band, band) is None), None)
                for index, band in enumerate(scaled.scale.bands):
                    what = _fault(band, first)
                    if what is not None:
                        place = criteria.at(*scaled.route, "bands", index)
                        yield RULE.at(place, name=scaled.criterion.name, band=index + 1, what=what)


def _fault(band: Band, first: Band | None) -> Words | None:
    """Return what is wrong with a band's bounds; its kind is that of the first that has one bound."""
    if band.at_least is None and band.at_most is None:
        return _NEITHER
    if band.at_least is not None and band.at_most is not None:
        return _BOTH
    return _MIXED if first and (band.at_least is None) != (first.at_least is None) else None


RULE = Rule(
    code="R305",
    name="band-bounds",
    title=Words(
        "Mức điểm phải có đúng một ngưỡng: “at_least” hoặc “at_most”",
        "A band must have one bound: “at_least” or “at_most”",
    ),
    why=Words(
        "Mức đầu tiên mà giá trị đạt được cho biết số điểm; thiếu ngưỡng hoặc lẫn hai loại ngưỡng thì không biết "
        "mức nào đạt.",
        "The first band that a value reaches gives its points; with no bound, or mixed bounds, that is unclear.",
    ),
    message=Words(
        "mức thứ {band} của “{name}” {what}",
        "band {band} of “{name}” {what}",
    ),
    hint=Words(
        "nếu càng cao càng tốt thì mọi mức ghi “at_least”; nếu càng thấp càng tốt thì mọi mức ghi “at_most”",
        "if higher is better, give every band “at_least”; if lower is better, “at_most”",
    ),
    bad=(Edit("criteria/2023.yaml", "            - at_least: 30\n", "            - at_most: 30\n"),),
    check=check,
)
