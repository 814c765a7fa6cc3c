"""The sheet of criteria, and each scale as a formula over its cells."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from taybac_cluster.decide.sheet import Leaf
from taybac_cluster.export.xlsx.cells import Page
from taybac_cluster.model.criteria import CriteriaSet, Criterion
from taybac_cluster.model.scales import Bands, Count, Levels, Linear, Ratio, Scale, YesNo
from taybac_cluster.views.scales import scale_words

NOT_APPLICABLE = "không áp dụng"
FIXED = ("relative", "marks")
"""Scales that look beyond one value: their points are plain figures."""
_MOST_BANDS = 50
_WIDE = 46
_HEADINGS = (
    "Mã", "Tiêu chí", "Loại đô thị", "Điểm tối đa", "Cách tính điểm", "Mức kém nhất", "Mức tốt nhất",
    "Điểm ở mức kém nhất", "Số lượng đủ điểm", "Các mức và điểm của từng mức",
)  # fmt: skip
_POINTS, _WORST, _BEST, _AT_WORST, _FULL_AT, _STEPS = 3, 5, 6, 7, 8, 9


class Spot(NamedTuple):
    """Where the fields of a scale stand: its row, and how many steps it has."""

    row: int
    steps: int = 0


class Scales:
    """The sheet of criteria: a row for every scale that a criterion has for some class."""

    def __init__(self, page: Page, first: int, criteria: CriteriaSet) -> None:
        self.page, self.row = page, first + 1
        self.spots: dict[tuple[str, str | None], Spot] = {}
        for column, heading in enumerate(_HEADINGS):
            page.text(first, column, heading, "head")
        for column, width in enumerate((8, _WIDE, 10, 9, _WIDE, 10, 10, 10, 10, 12, 12, 12, 12)):
            page.sheet.set_column(column, column, width)
        page.sheet.freeze_panes(first + 1, 2)
        page.sheet.repeat_rows(first)
        for criterion in criteria.criteria.values():
            self.spots[criterion.id, None] = self._write(criterion, criterion.scale, "chung")
            for urban_class, scale in criterion.per_class.items():
                self.spots[criterion.id, urban_class] = self._write(criterion, scale, urban_class)

    def spot(self, leaf: Leaf, urban_class: str | None) -> Spot:
        """Return where the scale of a leaf stands."""
        return self.spots.get((leaf.id, urban_class), self.spots[leaf.id, None])

    def _write(self, criterion: Criterion, scale: Scale, urban_class: str) -> Spot:
        page, row = self.page, self.row
        page.text(row, 0, criterion.code or "", "code")
        page.wrapped(row, 1, criterion.name.to("vi"), "name", _WIDE)
        page.text(row, 2, urban_class, "plain")
        page.put(row, _POINTS, criterion.points, "value")
        page.wrapped(row, 4, scale_words(scale, criterion.points, "vi"), "name", _WIDE)
        for column, field in ((_WORST, "worst"), (_BEST, "best"), (_AT_WORST, "at_worst"), (_FULL_AT, "full_at")):
            page.put(row, column, getattr(scale, field, None), "value")
        steps = _steps(scale)
        for at, (bound, points) in enumerate(steps):
            page.put(row, _STEPS + at, bound, "value")
            page.put(row + 1, _STEPS + at, points, "value")
        if steps:
            page.text(row + 1, _STEPS - 1, "điểm:", "plain")
        self.row = row + (2 if steps else 1)
        return Spot(row, len(steps))

    def at(self, spot: Spot, column: int, down: int = 0) -> str:
        return self.page.absolute(spot.row + down, column)

    def steps(self, spot: Spot, down: int) -> str:
        first, last = self.at(spot, _STEPS, down), self.at(spot, _STEPS + spot.steps - 1, down)
        return f"{first}:{last.rpartition('!')[2]}"


def _steps(scale: Scale) -> list[tuple[Any, Decimal]]:
    if isinstance(scale, Bands):
        return [(each.at_least if each.at_least is not None else each.at_most, each.points) for each in scale.bands]
    return list(scale.levels.items()) if isinstance(scale, Levels) else []


def followed(leaf: Leaf) -> bool:
    """Whether Excel can say the scale of a leaf."""
    return leaf.scale.kind not in FIXED and len(_steps(leaf.scale)) <= _MOST_BANDS


def formula(scales: Scales, leaf: Leaf, urban_class: str | None, value: str, *, share: bool) -> str:
    """Return what a value is worth as a formula: in points, or as a share of them."""
    spot = scales.spot(leaf, urban_class)
    whole = scales.at(spot, _POINTS)
    text = FORMULAS[leaf.scale.kind](scales, spot, leaf.scale, value, whole)
    return f"({text})/{whole}" if share else text


def guarded(scale: Scale, value: str, worth: str, missing: str) -> str:
    """Return the formula that first looks whether there is a value, and of the right kind."""
    asked = {"levels": f"ISTEXT({value})", "yes_no": f"ISLOGICAL({value})"}.get(scale.kind, f"ISNUMBER({value})")
    return f'IF({value}="{NOT_APPLICABLE}","",IF({value}="",{missing},IF({asked},{worth},NA())))'


def _line(scales: Scales, spot: Spot, scale: Linear | Ratio, value: str, whole: str) -> str:
    worst, best, low = (scales.at(spot, column) for column in (_WORST, _BEST, _AT_WORST))
    up = scale.best >= scale.worst
    over, under = f"ROUND({value}-{best},10)", f"ROUND({value}-{worst},10)"
    if isinstance(scale, Linear):
        over, under = f"{value}-{best}", f"{value}-{worst}"
    reached, below = (f"{over}>=0", f"{under}<0") if up else (f"{over}<=0", f"{under}>0")
    return f"IF({reached},{whole},IF({below},0,{low}+({whole}-{low})*({value}-{worst})/({best}-{worst})))"


def _bands(scales: Scales, spot: Spot, scale: Bands, value: str, _whole: str) -> str:
    text = "0"
    for at, band in reversed(list(enumerate(scale.bands))):
        sign = ">=" if band.at_least is not None else "<="
        bound, points = scales.at(spot, _STEPS + at), scales.at(spot, _STEPS + at, 1)
        text = f"IF({value}{sign}{bound},{points},{text})"
    return text


def _levels(scales: Scales, spot: Spot, _scale: Levels, value: str, _whole: str) -> str:
    return f"SUMPRODUCT((LOWER({scales.steps(spot, 0)})=LOWER(TRIM({value})))*{scales.steps(spot, 1)})"


def _yes_no(_scales: Scales, _spot: Spot, _scale: YesNo, value: str, whole: str) -> str:
    return f"IF({value}=TRUE,{whole},0)"


def _count(scales: Scales, spot: Spot, _scale: Count, value: str, whole: str) -> str:
    return f"{whole}*MIN(MAX({value}/{scales.at(spot, _FULL_AT)},0),1)"


FORMULAS: Mapping[str, Callable[[Scales, Spot, Any, str, str], str]] = {
    "linear": _line,
    "ratio": _line,
    "bands": _bands,
    "levels": _levels,
    "yes_no": _yes_no,
    "count": _count,
}


def label(leaf: Leaf) -> str:
    """Name a criterion, and say where its points are plain figures."""
    mark = "" if followed(leaf) else " (số cố định: so với các đô thị khác, hoặc giám khảo chấm)"
    return leaf.criterion.name.to("vi") + mark
