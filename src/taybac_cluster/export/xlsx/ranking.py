"""The sheet of places: rank, eligibility and nomination as formulas, and whether they are what the program computed."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Node, Sheet
from taybac_cluster.export.xlsx.cells import Page, Shown, here
from taybac_cluster.export.xlsx.points import Points
from taybac_cluster.export.xlsx.values import Values, slug
from taybac_cluster.views.named import title_of
from taybac_cluster.views.standing import why

_RANK, _NAME, _TOTAL = 0, 1, 2
_NAME_WIDTH, _HEAD_LETTERS = 22, 9
_ONE_PAGE = 20
"""So many cities stand on one page with their chart."""


class Ranking:
    """Writes the sheet; columns are found by their headings."""

    def __init__(self, page: Page, first: int, result: Result, values: Values, points: Points) -> None:
        self.page, self.result, self.values, self.points = page, result, values, points
        self.sheets, self.head, self.first = values.sheets, first, first + 1
        self.last = first + len(self.sheets)
        self.placed = {each.member: each for each in result.placed}
        self.columns: dict[str, int] = {}
        self._figures()
        self._places()
        self._eligible()
        self._nominated()
        self._checked()
        self._left_out()
        self._set_up()

    # ---- cells ----

    def _column(self, heading: str) -> int:
        column = self.columns[heading] = len(self.columns)
        self.page.wrapped(self.head, column, heading, "head", _HEAD_LETTERS)
        return column

    def _each(self, heading: str, formula: list[str], values: Sequence[Shown], look: str) -> int:
        """Write a column of formulas."""
        column = self._column(heading)
        for at, (text, value) in enumerate(zip(formula, values, strict=True)):
            self.page.formula(self.first + at, column, text, value, look)
        return column

    def _static(self, heading: str, values: Sequence[Shown], look: str) -> int:
        """Write a column of plain figures."""
        column = self._column(heading)
        for at, value in enumerate(values):
            self.page.put(self.first + at, column, "" if value is None else value, look)
        return column

    def _at(self, column: int, at: int) -> str:
        return here(self.first + at, column)

    def _all(self, column: int) -> str:
        first = here(self.first, column)
        letter = first.rstrip("0123456789")
        return f"${letter}${self.first + 1}:${letter}${self.last + 1}"

    def _of(self, members: Sequence[Sheet]) -> list[Placed | None]:
        return [self.placed.get(each.member) for each in members]

    # ---- columns ----

    def _figures(self) -> None:
        """Write total and groups; the rank's own column comes first and is filled in when it is known."""
        for heading in ("Hạng", "Đô thị"):
            self._column(heading)
        for at, sheet in enumerate(self.sheets):
            self.page.wrapped(self.first + at, _NAME, sheet.standing.name.to("vi"), "name", _NAME_WIDTH)
        points, indices = self.points, range(len(self.sheets))
        texts = [f'IF({points.cell(points.ranked, at)},{points.cell(points.total, at)},"")' for at in indices]
        self._each("Tổng điểm", texts, [each.total if each else None for each in self._of(self.sheets)], "total")
        self.groups = []
        for child in self.sheets[0].root.children if self.sheets else ():
            row = points.parts[child.id]
            look = "points" if row.prints else "share"
            worth = [
                (each.points if row.prints else each.share)
                for each in (next(c for c in sheet.root.children if c.id == child.id) for sheet in self.sheets)
            ]
            name = child.group.name.to("vi") if isinstance(child, Node) and child.group else child.id
            column = self._each(self._free(name), [points.cell(row.row, at) for at in indices], worth, look)
            self.groups.append((child, column, row.prints))
        for heading, at_row, field in (
            ("Điểm cộng", points.bonus, "bonus_points"),
            ("Điểm trừ", points.deduction, "deduction_points"),
        ):
            if at_row is not None:
                texts = [points.cell(at_row, at) for at in indices]
                self._each(self._free(heading), texts, [getattr(sheet, field) for sheet in self.sheets], "points")
        own = [self.result.self_assessed(sheet.member) for sheet in self.sheets]
        self._static(self._free("Tự chấm"), own, "fixed")

    def _free(self, heading: str) -> str:
        """Return a heading that no column has yet: a group may be called as one of ours."""
        while heading in self.columns:
            heading += " "
        return heading

    def _places(self) -> None:
        """Write the place by the total, then after each tie-break id, and the place that comes of them."""
        total, totals = self.columns["Tổng điểm"], self._all(self.columns["Tổng điểm"])
        worth: list[Decimal | None] = [each.total if each else None for each in self._of(self.sheets)]
        stage = [
            None if mine is None else 1 + sum(each is not None and each > mine for each in worth) for mine in worth
        ]
        texts = [
            f'IF(ISNUMBER({self._at(total, at)}),1+SUMPRODUCT(ISNUMBER({totals})*({totals}>{self._at(total, at)})),"")'
            for at in range(len(self.sheets))
        ]
        column = self._each("Hạng theo tổng điểm", texts, stage, "plain")
        for name in self.result.round.criteria.ranking.tie_break:
            column, stage = self._apart(name, column, stage)
        for at, (sheet, place) in enumerate(zip(self.sheets, stage, strict=True)):
            self.page.formula(self.first + at, _RANK, self._at(column, at), place, "place")
            self.page.define(f"rank.{slug(sheet.member)}", self.first + at, _RANK)

    def _apart(self, name: str, before: int, stage: list[int | None]) -> tuple[int, list[int | None]]:
        """Tell equals apart by one id; an id that does not apply to one of them is skipped for all of them."""
        title = title_of(self.result, name, "vi")
        keys = [sheet.printed_points(name) for sheet in self.sheets]
        shown = [None if key is None else key for key in keys]
        key = self._each(
            self._free(f"Điểm phụ: {title}"), [self._key(name, at) for at in range(len(keys))], shown, "helper"
        )
        places, points = self._all(before), self._all(key)
        texts, after = [], list[int | None]()
        for at, place in enumerate(stage):
            mine, own = self._at(before, at), self._at(key, at)
            equal = f"({places}={mine})"
            better = f"SUMPRODUCT({equal}*({points}>{own}))"
            texts.append(f'IF(ISNUMBER({mine}),{mine}+IF(SUMPRODUCT({equal}*(1-ISNUMBER({points})))>0,0,{better}),"")')
            after.append(_after(place, at, stage, keys))
        return self._each(self._free(f"Hạng sau điểm phụ: {title}"), texts, after, "plain"), after

    def _key(self, name: str, at: int) -> str:
        if name in self.points.parts:
            points = self.points.cell(self.points.parts[name].row, at)
            return f'IF(ISNUMBER({points}),{points},"")'
        cell = self.points.cell(self.points.items[name], at)
        deducted = any(item.id == name for item in self.result.round.criteria.deductions.items)
        return f"-{cell}" if deducted else cell

    def _eligible(self) -> None:
        """Write whether a city passes every gate and reaches what a nomination asks for."""
        criteria, rule = self.result.round.criteria, self.result.round.criteria.nomination
        reasons = [self._reasons(sheet) for sheet in self.sheets]
        gates = [
            ",".join(f"{self.values.cell(gate.id, at)}=TRUE" for gate in criteria.gates)
            for at in range(len(self.sheets))
        ]
        passed = [not any(reason.startswith("gate:") for reason in each) for each in reasons]
        parts = [self._each("Đạt điều kiện bắt buộc", [f"AND({text or 'TRUE'})" for text in gates], passed, "answer")]
        if rule and rule.min_points is not None:
            texts = [
                f"N({self._at(self.columns['Tổng điểm'], at)})>={rule.min_points:f}" for at in range(len(self.sheets))
            ]
            reached = ["min_points" not in each and self._ranked(at) for at, each in enumerate(reasons)]
            parts.append(self._each(f"Đạt {rule.min_points:f} điểm", texts, reached, "answer"))
        if rule and rule.min_group_percent is not None:
            texts = [self._groups_reach(Fraction(rule.min_group_percent), at) for at in range(len(self.sheets))]
            reached = [not any(reason.startswith("min_group") for reason in each) for each in reasons]
            parts.append(self._each("Đạt mức từng nhóm", texts, reached, "answer"))
        texts = [
            f"AND(ISNUMBER({self._at(_RANK, at)}),{','.join(self._at(part, at) for part in parts)})"
            for at in range(len(self.sheets))
        ]
        eligible = [not each and self._ranked(at) for at, each in enumerate(reasons)]
        self._each("Đủ điều kiện", texts, eligible, "answer")

    def _reasons(self, sheet: Sheet) -> tuple[str, ...]:
        from taybac_cluster.decide.nominate import shortcomings  # noqa: PLC0415 - of those with no place too

        return shortcomings(sheet, self.result.round.criteria)

    def _ranked(self, at: int) -> bool:
        return self.sheets[at].member in self.placed

    def _groups_reach(self, percent: Fraction, at: int) -> str:
        parts = []
        for child, column, prints in self.groups:
            if child.weight > 0:
                least = float(percent / 100 * (Fraction(child.weight) if prints else 1))
                cell = self._at(column, at)
                parts.append(f"IF(ISNUMBER({cell}),ROUND({cell}-{least!r},9)>=0,TRUE)")
        return f"AND({','.join(parts) or 'TRUE'})"

    def _nominated(self) -> None:
        """Write who is put forward: the best within the quota; a tie across the cut by the set's word or the vote."""
        rule, chosen = self.result.round.criteria.nomination, self.result.nominations
        ranks, eligible = self._all(_RANK), self._all(self.columns["Đủ điều kiện"])
        may = [self._ranked(at) and not self.result.reasons[sheet.member] for at, sheet in enumerate(self.sheets)]
        places = [each.rank if each else None for each in self._of(self.sheets)]
        indices = range(len(self.sheets))
        ahead = [sum(may[i] and _less(places[i], places[at]) for i in indices) for at in indices]
        equal = [sum(may[i] and places[i] == places[at] for i in indices) for at in indices]
        rank = [self._at(_RANK, at) for at in indices]
        before = self._each(
            "Đủ điều kiện, đứng trước",
            [f"SUMPRODUCT({eligible}*ISNUMBER({ranks})*({ranks}<{cell}))" for cell in rank],
            [each if places[at] is not None else sum(may) for at, each in enumerate(ahead)],
            "helper",
        )
        beside = self._each(
            "Đủ điều kiện, cùng hạng", [f"SUMPRODUCT({eligible}*({ranks}={cell}))" for cell in rank], equal, "helper"
        )
        named = chosen.members if chosen.tie else self.result.decided or ()
        vote = self._static("Hội nghị chọn (số cố định)", [sheet.member in named for sheet in self.sheets], "settled")
        quota = rule.quota if rule else 0
        tied = self._tied(rule.at_tie if rule else "none", quota, before, vote)
        texts = [self._put_forward(quota, at, before, beside, tied[at]) for at in indices]
        nominated = [sheet.member in chosen.members for sheet in self.sheets]
        column = self._each("Đề nghị khen thưởng", texts, nominated, "chosen")
        for at, sheet in enumerate(self.sheets):
            self.page.define(f"nominated.{slug(sheet.member)}", self.first + at, column)

    def _tied(self, at_tie: str, quota: int, before: int, vote: int) -> list[str]:
        """Return for each city what becomes of it where a tie crosses the cut."""
        if at_tie != "vote":
            return ["TRUE" if at_tie == "all" else "FALSE"] * len(self.sheets)
        eligible = self._all(self.columns["Đủ điều kiện"])
        found = []
        for at in range(len(self.sheets)):
            same = f"({self._all(_RANK)}={self._at(_RANK, at)})*{eligible}"
            seats = f"SUMPRODUCT({same}*{self._all(vote)})={quota}-{self._at(before, at)}"
            found.append(f"AND({self._at(vote, at)},{seats})")
        return found

    def _put_forward(self, quota: int, at: int, before: int, beside: int, tied: str) -> str:
        ahead, equal = self._at(before, at), self._at(beside, at)
        eligible = self._at(self.columns["Đủ điều kiện"], at)
        return f"IF({eligible},IF({ahead}+{equal}<={quota},TRUE,IF({ahead}>={quota},FALSE,{tied})),FALSE)"

    def _checked(self) -> None:
        """Write what the program computed, and whether the formulas give the same."""
        placed = self._of(self.sheets)
        recorded = (
            (
                "Tổng điểm theo chương trình",
                [each.total if each else None for each in placed],
                "fixed",
                self.columns["Tổng điểm"],
            ),
            ("Hạng theo chương trình", [each.rank if each else None for each in placed], "plain", _RANK),
            (
                "Đề nghị theo chương trình",
                [sheet.member in self.result.nominations.members for sheet in self.sheets],
                "answer",
                self.columns["Đề nghị khen thưởng"],
            ),
        )
        pairs = [(self._static(heading, values, look), live) for heading, values, look, live in recorded]
        same = [",".join(f"{self._at(a, at)}={self._at(b, at)}" for a, b in pairs) for at in range(len(self.sheets))]
        texts = [f'IF(AND({each}),"khớp","khác")' for each in same]
        column = self._each("Đối chiếu", texts, ["khớp"] * len(self.sheets), "plain")
        wrong = self.page.book.add_format({"bg_color": "#ffc7ce", "font_color": "#9c0006", "bold": True})
        rule = {"type": "cell", "criteria": "==", "value": '"khác"', "format": wrong}
        self.page.sheet.conditional_format(self.first, column, max(self.last, self.first), column, rule)

    def _left_out(self) -> None:
        row = self.last + 2
        for each in self.result.left_out:
            reason = f"Không xếp hạng: {why(each, self.result, 'vi')}"
            self.page.text(row, _NAME, each.standing.name.to("vi"))
            self.page.text(row, _TOTAL, reason, "text")
            if each.sheet is None:
                column = self.columns["Đề nghị khen thưởng"]
                self.page.put(row, column, False, "answer")  # noqa: FBT003
                self.page.define(f"nominated.{slug(each.member)}", row, column)
            row += 1
        self.row = row + 1

    def _set_up(self) -> None:
        sheet = self.page.sheet
        sheet.set_column(0, len(self.columns) - 1, 11)
        sheet.set_column(_NAME, _NAME, _NAME_WIDTH)
        sheet.freeze_panes(self.first, _TOTAL)
        sheet.repeat_rows(self.head)
        sheet.repeat_columns(_RANK, _NAME)
        printed = [(child, column) for child, column, prints in self.groups if prints]
        if self.sheets and printed:
            self._chart(printed)

    def _chart(self, groups: Sequence[tuple[object, int]]) -> None:
        """Draw the totals as bars of their groups, best at the top."""
        chart = self.page.book.add_chart({"type": "bar", "subtype": "stacked"})
        for at, (_, column) in enumerate(groups):
            chart.add_series(
                {
                    "name": [self.page.name, self.head, column],
                    "categories": [self.page.name, self.first, _NAME, self.last, _NAME],
                    "values": [self.page.name, self.first, column, self.last, column],
                    "fill": {"color": _COLOURS[at % len(_COLOURS)]},
                    "gap": 40,
                }
            )
        chart.set_title({"name": "Điểm theo nhóm tiêu chí", "name_font": {"size": 12}})
        chart.set_y_axis({"reverse": True})
        chart.set_x_axis({"num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#d9d9d9"}}})
        chart.set_legend({"position": "bottom"})
        many = len(self.sheets) > _ONE_PAGE
        chart.set_size({"width": 900, "height": 120 + (20 if many else 28) * len(self.sheets)})
        if many:
            self.page.sheet.set_h_pagebreaks([self.row])
        self.page.sheet.insert_chart(self.row, _NAME, chart, {"description": "Biểu đồ điểm theo nhóm tiêu chí"})


_COLOURS = ("#2e7d4f", "#2f6fab", "#b7791f", "#7b4fa3", "#a13d3d", "#4f6d7a", "#6b8e23", "#8b5a2b", "#555555")


def _less(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one < other


def _after(
    place: int | None, at: int, stage: Sequence[int | None], keys: Sequence[Decimal | Fraction | None]
) -> int | None:
    """Return the place after a tie-break, as the formula works it out."""
    if place is None:
        return None
    equal = [key for key, each in zip(keys, stage, strict=True) if each == place]
    mine = keys[at]
    if mine is None or any(key is None for key in equal):
        return place
    return place + sum(key is not None and key > mine for key in equal)
