"""The sheet of values: what counts for every city, in cells that may be changed."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.export.xlsx.cells import Page, Shown, here
from taybac_cluster.export.xlsx.scales import NOT_APPLICABLE, followed, label
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.scales import Levels, Ratio

FIRST = 4
"""The column of the first city, here and on the sheet of points."""
NAME_WIDTH = 44


def slug(name: str) -> str:
    """Return an id as it stands in a defined name."""
    return name.replace("-", "_")


class Values:
    """Where each value stands."""

    def __init__(self, page: Page, first: int, criteria: CriteriaSet, sheets: Sequence[Sheet]) -> None:
        self.page, self.sheets, self.rows = page, sheets, dict[str, int]()
        _heads(page, first, sheets, ("Mã", "Tiêu chí", "Đơn vị", "Điểm tối đa"))
        self.first = self.row = first + 1
        if sheets:
            self._tree(sheets[0].root)
        self.last = max(self.row - 1, self.first)
        for title, items in (
            ("Điều kiện bắt buộc", criteria.gates),
            ("Điểm cộng", criteria.bonuses.items),
            ("Điểm trừ", criteria.deductions.items),
        ):
            if items:
                self._heading(title)
                for item in items:
                    self._answers(item.id, item.name.to("vi"))

    def _heading(self, title: str) -> None:
        for column in range(FIRST + len(self.sheets)):
            self.page.text(self.row, column, title if column == 1 else "", "group")
        self.row += 1

    def _tree(self, node: Node) -> None:
        if node.group is not None:
            self._heading(node.group.name.to("vi"))
        for child in node.children:
            if isinstance(child, Leaf):
                self._leaf(child)
            else:
                self._tree(child)

    def _leaf(self, pattern: Leaf) -> None:
        page, row, criterion = self.page, self.row, pattern.criterion
        leaves = [next(leaf for leaf in sheet.root.leaves() if leaf.id == pattern.id) for sheet in self.sheets]
        self.rows[pattern.id] = row
        page.text(row, 0, criterion.code or "", "code")
        page.wrapped(row, 1, label(pattern), "name", NAME_WIDTH)
        page.text(row, 2, criterion.unit.to("vi") if criterion.unit else "", "plain")
        page.put(row, 3, criterion.points, "value")
        ratio = isinstance(criterion.scale, Ratio)
        for at, (sheet, leaf) in enumerate(zip(self.sheets, leaves, strict=True)):
            column = FIRST + at
            if ratio:
                self._ratio(row, column, sheet, leaf)
            else:
                self._value(row, column, leaf)
            page.define(f"value.{slug(sheet.member)}.{slug(leaf.id)}", row, column)
        if ratio:
            page.text(row + 1, 1, "– tử số")
            page.text(row + 2, 1, "– mẫu số")
        self.row += 3 if ratio else 1

    def _value(self, row: int, column: int, leaf: Leaf) -> None:
        closed = leaf.outcome == "not_applicable" and not leaf.given.not_applicable
        look = "closed" if closed else "input" if followed(leaf) else "fixed"
        self.page.put(row, column, _shown(leaf), look)
        if isinstance(leaf.scale, Levels) and not closed:
            names = list(leaf.scale.levels)
            if sum(map(len, names)) + len(names) < 250 and not any("," in each for each in names):  # noqa: PLR2004
                rule = {"validate": "list", "source": names, "error_type": "warning"}
                self.page.sheet.data_validation(row, column, row, column, rule)

    def _ratio(self, row: int, column: int, sheet: Sheet, leaf: Leaf) -> None:
        above, below = here(row + 1, column), here(row + 2, column)
        away = leaf.outcome == "not_applicable"
        parts: tuple[Shown, Shown] = leaf.given.parts if leaf.given.parts and not away else (None, None)
        if away:
            parts = (NOT_APPLICABLE, None)
        text = (
            f'IF(AND(ISNUMBER({above}),ISNUMBER({below})),IF({below}=0,"",100*{above}/{below}),'
            f'IF({above}="{NOT_APPLICABLE}","{NOT_APPLICABLE}",""))'
        )
        self.page.formula(row, column, text, _shown(leaf), "value")
        closed = away and not leaf.given.not_applicable
        for down, name in ((1, "numerator"), (2, "denominator")):
            self.page.put(row + down, column, parts[down - 1], "closed" if closed else "input")
            self.page.define(f"{name}.{slug(sheet.member)}.{slug(leaf.id)}", row + down, column)

    def _answers(self, name: str, title: str) -> None:
        page, row = self.page, self.row
        self.rows[name] = row
        for column, text in enumerate(("", title, "có/không", "")):
            page.wrapped(row, column, text, "name", NAME_WIDTH)
        for at, sheet in enumerate(self.sheets):
            page.put(row, FIRST + at, _answer(sheet, name), "input")
            page.define(f"value.{slug(sheet.member)}.{slug(name)}", row, FIRST + at)
        self.row += 1

    def cell(self, name: str, at: int) -> str:
        """Return the cell of a city's value."""
        return self.page.cell(self.rows[name], FIRST + at)


def _heads(page: Page, row: int, sheets: Sequence[Sheet], headings: Sequence[str]) -> None:
    for column, heading in enumerate(headings):
        page.text(row, column, heading, "head")
    for at, sheet in enumerate(sheets):
        page.wrapped(row, FIRST + at, sheet.standing.name.to("vi"), "head", _HEAD_LETTERS)
    page.sheet.set_column(0, 0, 8)
    page.sheet.set_column(1, 1, NAME_WIDTH)
    page.sheet.set_column(2, 3, 10)
    page.sheet.set_column(FIRST, FIRST + max(len(sheets) - 1, 0), 11)
    page.sheet.freeze_panes(row + 1, FIRST)
    page.sheet.repeat_rows(row)
    page.sheet.repeat_columns(0, FIRST - 1)
    if len(sheets) > _A_PAGE:
        page.sheet.fit_to_pages(-(-len(sheets) // _A_PAGE), 0)


_A_PAGE, _HEAD_LETTERS = 14, 9
heads = _heads


def _shown(leaf: Leaf) -> Shown:
    if leaf.outcome == "not_applicable":
        return NOT_APPLICABLE
    value = leaf.given.value
    return value if leaf.outcome == "scored" and isinstance(value, (bool, str, Decimal, Fraction)) else None


def _answer(sheet: Sheet, name: str) -> bool:
    granted = any(item.id == name and item.granted for item in (*sheet.bonuses, *sheet.deductions))
    return granted or any(gate.id == name and gate.passed for gate in sheet.gates)
