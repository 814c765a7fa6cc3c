"""The sheet of points: from the values up to each city's total, and whether it may be ranked."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.export.xlsx.cells import Page, Shown, here, rounded
from taybac_cluster.export.xlsx.scales import NOT_APPLICABLE, Scales, followed, formula, guarded, label
from taybac_cluster.export.xlsx.values import FIRST, NAME_WIDTH, Values, heads, slug
from taybac_cluster.model.criteria import Adjustments, CriteriaSet
from taybac_cluster.views.words import number

_WEIGHT = 3
_LONGEST = 8000
"""Excel takes 8 192 letters in a formula."""


class Row(NamedTuple):
    """Where a part of the tree stands, and whether its points are printed or only its share."""

    row: int
    prints: bool


class Points:
    """Where everything stands that is worked out for a city."""

    def __init__(self, page: Page, first: int, criteria: CriteriaSet, values: Values, scales: Scales) -> None:
        self.page, self.criteria, self.values, self.scales = page, criteria, values, scales
        self.sheets, self.decimals = values.sheets, criteria.decimals
        self.parts, self.items = dict[str, Row](), dict[str, int]()
        heads(page, first, self.sheets, ("Mã", "Tiêu chí", "", "Điểm tối đa"))
        self.row = first + 1
        self.root = (
            self._tree(self.sheets[0].root, [sheet.root for sheet in self.sheets], prints=True) if self.sheets else 0
        )
        self.bonus = self._adjusted("Điểm cộng", criteria.bonuses, "bonuses", "bonus_points")
        self.deduction = self._adjusted("Điểm trừ", criteria.deductions, "deductions", "deduction_points")
        self.total = self._total()
        self.ranked = self._ranked()

    def cell(self, row: int, at: int) -> str:
        """Return a cell of a city as another sheet refers to it."""
        return self.page.cell(row, FIRST + at)

    # ---- the tree ----

    def _tree(self, pattern: Node, nodes: Sequence[Node], *, prints: bool) -> int:
        """Write a node: its own row, those of its children, and what is carried; return its row."""
        own = self.row
        below = prints and pattern.combine == "sum"
        self.parts[pattern.id] = Row(own, prints)
        self.row += 1
        rows: list[tuple[int, Decimal]] = []
        for at, child in enumerate(pattern.children):
            matching = [node.children[at] for node in nodes]
            if isinstance(child, Leaf):
                rows.append(
                    (self._leaf(child, [leaf for leaf in matching if isinstance(leaf, Leaf)], below), child.weight)
                )
            else:
                inner = [node for node in matching if isinstance(node, Node)]
                rows.append((self._tree(child, inner, prints=below), child.weight))
        name = pattern.group.name.to("vi") if pattern.group else "Cộng các nhóm"
        self._head(own, pattern.group.code if pattern.group else None, name, pattern.weight, strong=True)
        if below:
            self._summed(own, nodes, rows)
        else:
            self._combined(own, pattern.combine, nodes, rows, prints=prints)
        return own

    def _head(self, row: int, code: str | None, name: str, weight: Decimal | None, *, strong: bool = False) -> None:
        look = "group" if strong else "name"
        self.page.text(row, 0, code or "", "group" if strong else "code")
        self.page.wrapped(row, 1, name, look, NAME_WIDTH)
        self.page.text(row, 2, "", look)
        self.page.put(row, _WEIGHT, weight, "sum" if strong else "value")

    def _leaf(self, pattern: Leaf, leaves: Sequence[Leaf], prints: bool) -> int:  # noqa: FBT001
        row = self.row
        self.parts[pattern.id] = Row(row, prints)
        self._head(row, pattern.criterion.code, label(pattern) + ("" if prints else " (tỷ lệ đạt)"), pattern.weight)
        for at, (sheet, leaf) in enumerate(zip(self.sheets, leaves, strict=True)):
            column, worth = FIRST + at, leaf.points if prints else leaf.share
            if leaf.outcome == "not_applicable" and not leaf.given.not_applicable:
                self.page.text(row, column, "–", "closed")
            elif not followed(leaf):
                self.page.put(row, column, "–" if worth is None else worth, "fixed" if prints else "share")
            else:
                text = self._worth(leaf, sheet, self.values.cell(leaf.id, at), prints=prints)
                self.page.formula(row, column, text, worth, "points" if prints else "share")
            if prints:
                self.page.define(f"points.{slug(sheet.member)}.{slug(leaf.id)}", row, column)
        self.row += 1
        return row

    def _worth(self, leaf: Leaf, sheet: Sheet, value: str, *, prints: bool) -> str:
        worth = formula(self.scales, leaf, sheet.standing.urban_class, value, share=not prints)
        missing = '""' if leaf.policy == "exclude" else "0"
        return guarded(leaf.scale, value, rounded(worth, self.decimals) if prints else worth, missing)

    def _summed(self, own: int, nodes: Sequence[Node], rows: list[tuple[int, Decimal]]) -> None:
        """Write what applies, what is carried, and the sum of the printed points."""
        applying, carried = self.row, self.row + 1
        self._head(applying, None, "– điểm tối đa của phần áp dụng", None)
        self._head(carried, None, "– điểm quy đổi của phần không áp dụng", None)
        self.row += 2
        whole = "+".join(here(row, _WEIGHT).replace("D", "$D") for row, _ in rows)
        for at, node in enumerate(nodes):
            column = FIRST + at
            cells = [here(row, column) for row, _ in rows]
            weights = [f"IF(ISNUMBER({cell}),$D{row + 1},0)" for cell, (row, _) in zip(cells, rows, strict=True)]
            counting = sum((child.weight for child in node.children if child.counts), Decimal(0))
            self._formula(applying, column, "+".join(weights), counting, "helper")
            left, taken = f"({whole}-{here(applying, column)})", here(applying, column)
            earned = f"SUM({_ranges(cells)})"
            text = f'IF(OR({taken}=0,ROUND({left},11)=0),"",{rounded(f"{earned}/{taken}*{left}", self.decimals)})'
            self._formula(carried, column, text, node.carried, "points")
            summed = f"ROUND(SUM({_ranges(cells)},{here(carried, column)}),{self.decimals})"
            self._formula(own, column, f'IF({taken}=0,"",{summed})', node.points, "sum")

    def _combined(
        self, own: int, combine: str, nodes: Sequence[Node], rows: list[tuple[int, Decimal]], *, prints: bool
    ) -> None:
        """Write the share of a node whose children's points are not printed, or its points."""
        for at, node in enumerate(nodes):
            column = FIRST + at
            share = _share(combine, [(here(row, column), f"$D{row + 1}") for row, _ in rows])
            none = f"COUNT({','.join(here(row, column) for row, _ in rows)})=0"
            if prints:
                text = f'IF({none},"",{rounded(f"({share})*$D{own + 1}", self.decimals)})'
                self._formula(own, column, text, node.points, "sum")
            else:
                self._formula(own, column, f'IF({none},"",{share})', node.share, "share")

    def _formula(self, row: int, column: int, text: str, value: Shown, look: str) -> None:
        """Write a formula; a plain figure where Excel would not take one so long."""
        if len(text) > _LONGEST:
            self.page.put(row, column, "" if value is None else value, "fixed")
        else:
            self.page.formula(row, column, text, value, look)

    # ---- what is added and taken off, the total, the right to a place ----

    def _adjusted(self, title: str, rule: Adjustments, field: str, total: str) -> int | None:
        if not rule.items:
            return None
        first = self.row
        for item in rule.items:
            self._head(self.row, None, f"– {item.name.to('vi')}", item.points)
            self.items[item.id] = self.row
            for at, sheet in enumerate(self.sheets):
                ruled = next((each for each in getattr(sheet, field) if each.id == item.id), None)
                worth = f"$D{self.row + 1}" if ruled is None or ruled.points == item.points else f"{ruled.points:f}"
                text = f"IF({self.values.cell(item.id, at)}=TRUE,{worth},0)"
                value = ruled.points if ruled and ruled.granted else Decimal(0)
                self.page.formula(self.row, FIRST + at, text, value, "points")
            self.row += 1
        most = f" (không quá {number(rule.cap, 'vi')})" if rule.cap is not None else ""
        self._head(self.row, None, title + most, rule.cap, strong=True)
        for at, sheet in enumerate(self.sheets):
            summed = f"SUM({here(first, FIRST + at)}:{here(self.row - 1, FIRST + at)})"
            capped = f"MIN({summed},$D{self.row + 1})" if rule.cap is not None else summed
            self.page.formula(self.row, FIRST + at, rounded(capped, self.decimals), getattr(sheet, total), "sum")
        self.row += 1
        return self.row - 1

    def _total(self) -> int:
        self._head(self.row, None, "TỔNG ĐIỂM", self.criteria.weight, strong=True)
        for at, sheet in enumerate(self.sheets):
            column = FIRST + at
            whole = here(self.root, column)
            whole += f"+{here(self.bonus, column)}" if self.bonus is not None else ""
            whole += f"-{here(self.deduction, column)}" if self.deduction is not None else ""
            text = f'IF(ISNUMBER({here(self.root, column)}),MAX(ROUND({whole},{self.decimals}),0),"")'
            self.page.formula(self.row, column, text, sheet.total, "total")
            self.page.define(f"total.{slug(sheet.member)}", self.row, column)
        self.row += 1
        return self.row - 1

    def _ranked(self) -> int:
        """Write whether a city may be ranked: it has a total, lacks no required value, and not too much."""
        values, most = self.values, self.criteria.ranking.max_missing_percent
        missing, rejected, ranked = self.row, self.row + 1, self.row + 2
        self._head(missing, None, "– tỷ lệ điểm của tiêu chí thiếu số liệu (%)", most)
        self._head(rejected, None, "– số tiêu chí bắt buộc thiếu số liệu", None)
        self._head(ranked, None, "– được xếp hạng", None)
        weights = values.page.rows(values.first, values.last, _WEIGHT)
        required = [name for name, policy in self.criteria.policies.items() if policy == "reject"]
        for at, sheet in enumerate(self.sheets):
            column = FIRST + at
            given = values.page.rows(values.first, values.last, column)
            typed = f'SUMPRODUCT({weights}*({given}<>"{NOT_APPLICABLE}"))'
            text = f'IF({typed}=0,0,100*SUMPRODUCT({weights}*({given}=""))/{typed})'
            self.page.formula(missing, column, text, sheet.missing_percent, "helper")
            lost = "+".join(f'IF({values.cell(name, at)}="",1,0)' for name in required) or "0"
            self._formula(rejected, column, lost, len(sheet.rejected), "helper")
            conditions = [f"ISNUMBER({here(self.total, column)})", f"{here(rejected, column)}=0"]
            if most is not None:
                conditions.append(f"ROUND({here(missing, column)}-$D{missing + 1},9)<=0")
            may = sheet.total is not None and not sheet.rejected and (most is None or sheet.missing_percent <= most)
            self.page.formula(ranked, column, f"AND({','.join(conditions)})", may, "plain")
        self.row += 3
        return ranked


def _ranges(cells: list[str]) -> str:
    """Write cells of a column as a list in which neighbours stand together."""
    numbers = [int("".join(filter(str.isdigit, cell))) for cell in cells]
    parts: list[list[int]] = []
    for at, row in enumerate(numbers):
        if parts and row == numbers[at - 1] + 1:
            parts[-1][1] = at
        else:
            parts.append([at, at])
    return ",".join(cells[first] if first == last else f"{cells[first]}:{cells[last]}" for first, last in parts)


def _share(combine: str, children: list[tuple[str, str]]) -> str:
    """Combine the shares of what counts by its weights."""
    whole = "(" + "+".join(f"IF(ISNUMBER({cell}),{weight},0)" for cell, weight in children) + ")"
    lowest = f"MIN({','.join(cell for cell, _ in children)})"
    if combine == "sum":
        return "(" + "+".join(f"IF(ISNUMBER({cell}),{cell}*{weight},0)" for cell, weight in children) + f")/{whole}"
    if combine == "minimum":
        return lowest
    if combine == "harmonic":
        parts = "+".join(f"IF(ISNUMBER({cell}),{weight}/{cell},0)" for cell, weight in children)
        return f"IF({lowest}=0,0,{whole}/({parts}))"
    parts = ",".join(f"IF(ISNUMBER({cell}),{cell}^({weight}/{whole}),1)" for cell, weight in children)
    return f"IF({lowest}=0,0,PRODUCT({parts}))"
