"""The book as a whole: its sheets in order, and what each says first."""

import datetime
import io
from collections.abc import Sequence

from xlsxwriter import Workbook

from taybac_cluster.decide.sheet import Sheet
from taybac_cluster.decide.would_take import Gain
from taybac_cluster.export.text import clean
from taybac_cluster.export.xlsx.cells import Looks, Page
from taybac_cluster.export.xlsx.points import Points
from taybac_cluster.export.xlsx.ranking import Ranking
from taybac_cluster.export.xlsx.scales import Scales
from taybac_cluster.export.xlsx.values import Values
from taybac_cluster.views.named import short
from taybac_cluster.views.papers.office import Desk, Source, status
from taybac_cluster.views.papers.outcome import adjustments, changes, not_eligible, not_ranked
from taybac_cluster.views.scales import shown_value, value_text
from taybac_cluster.views.words import day

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TITLES = {
    "Xếp hạng": "Xếp hạng năm {year}",
    "Điểm": "Điểm từng tiêu chí năm {year}",
    "Số liệu": "Số liệu được tính năm {year}",
    "Tiêu chí": "Bộ tiêu chí và thang điểm năm {year}",
    "Cần cải thiện": "Cần cải thiện gì để tăng hạng, năm {year}",
    "Ghi chú": "Ghi chú về sổ điểm năm {year}",
}
_NOTE_WIDTH, _CITY_WIDTH, _NAME_WIDTH, _VALUE_WIDTH = 95, 20, 60, 18
_HOW = (
    "Ô nền vàng ở trang tính “Số liệu” sửa được: điểm, tổng điểm, hạng và danh sách đề nghị tính lại theo công thức.",
    "Để trống một ô: thiếu số liệu. Ghi “không áp dụng”: tiêu chí không áp dụng cho đô thị.",
    "Tiêu chí tỷ lệ: sửa tử số, mẫu số.",
    (
        "Số in nghiêng màu nâu là số cố định, Excel không tính lại: tiêu chí so với các đô thị khác, giám khảo chấm, "
        "kết quả hội nghị chọn giữa các đô thị có tổng điểm bằng nhau, điểm tự chấm."
    ),
    "Cột “Đối chiếu” ghi “khớp” khi tổng điểm, hạng và đề nghị theo công thức đúng như chương trình đã tính.",
)


def render(source: Source, only: str | None = None) -> bytes:
    """Return the score book, or the sheets of `only` one city; the same bytes for the same data."""
    result = source.result
    held = io.BytesIO()
    book = Workbook(held, _OPTIONS)
    on = source.meeting_day
    created = datetime.datetime(on.year, on.month, on.day)  # noqa: DTZ001 - a day has no hour
    book.set_properties({"title": clean(f"Sổ điểm năm {source.year}"), "created": created})
    book.set_calc_mode("auto")
    looks = Looks(book, result.round.criteria.decimals)
    sheets = _in_order(source, only)
    names = list(_TITLES) if only is None else [name for name in _TITLES if name != "Xếp hạng"]
    pages = {name: Page(book, looks, name) for name in names}
    first = {name: _begin(page, source, _TITLES[name], sheets if only else ()) for name, page in pages.items()}
    values = Values(pages["Số liệu"], first["Số liệu"], result.round.criteria, sheets)
    scales = Scales(pages["Tiêu chí"], first["Tiêu chí"], result.round.criteria)
    points = Points(pages["Điểm"], first["Điểm"], result.round.criteria, values, scales)
    if only is None:
        Ranking(pages["Xếp hạng"], first["Xếp hạng"], result, values, points)
    _improve(pages["Cần cải thiện"], first["Cần cải thiện"], source, sheets)
    _notes(pages["Ghi chú"], first["Ghi chú"], source, sheets)
    book.close()
    return held.getvalue()


def _in_order(source: Source, only: str | None) -> list[Sheet]:
    """Return the sheets of the ranked in their order, then of those with no place."""
    result = source.result
    found = [each.sheet for each in result.placed]
    found += [each.sheet for each in result.left_out if each.sheet is not None]
    return [each for each in found if only in (None, each.member)]


def _begin(page: Page, source: Source, title: str, city: Sequence[Sheet]) -> int:
    """Write what every sheet says first, and return the next row."""
    cluster = source.result.round.roster.cluster.name.to("vi")
    who = f"{city[0].standing.name.to('vi')} – " if city else ""
    page.text(0, 0, f"{title.format(year=source.year)} – {who}{cluster}", "title")
    row = 1
    for line in status(source, "vi"):
        page.text(row, 0, line, "status")
        row += 1
    return row + 1


def _improve(page: Page, first: int, source: Source, sheets: Sequence[Sheet]) -> None:
    headings = ("Đô thị", "Tiêu chí", "Hiện nay", "Để tăng hạng", "Hạng khi đó", "Để được đề nghị", "Hạng khi đó")
    for column, heading in enumerate(headings):
        page.text(first, column, heading, "head")
    row = first + 1
    for sheet in sheets:
        leaves = {leaf.id: leaf for leaf in sheet.root.leaves()}
        for each in source.chances(sheet.member):
            if each.place is None and each.nomination is None:
                continue
            leaf = leaves[each.criterion]
            page.wrapped(row, 0, sheet.standing.name.to("vi"), "name", _CITY_WIDTH)
            page.wrapped(row, 1, short(leaf, "vi"), "name", _NAME_WIDTH)
            page.wrapped(row, 2, shown_value(leaf, "vi"), "plain", _VALUE_WIDTH)
            for column, gain in ((3, each.place), (5, each.nomination)):
                page.wrapped(row, column, value_text(leaf, gain.value, "vi") if gain else "–", "plain", _VALUE_WIDTH)
                page.put(row, column + 1, _rank(gain), "plain")
            row += 1
    page.text(row + 1, 0, "Mỗi dòng chỉ thay đổi một tiêu chí, mọi số liệu khác giữ nguyên (số cố định).", "status")
    for column, width in enumerate((_CITY_WIDTH, _NAME_WIDTH, _VALUE_WIDTH, _VALUE_WIDTH, 10, _VALUE_WIDTH, 10)):
        page.sheet.set_column(column, column, width)
    page.sheet.freeze_panes(first + 1, 0)
    page.sheet.repeat_rows(first)


def _rank(gain: Gain | None) -> int | str:
    return gain.rank if gain else "–"


def _notes(page: Page, first: int, source: Source, sheets: Sequence[Sheet]) -> None:
    criteria = source.result.round.criteria
    desk = Desk(source, "scores")
    lines = [f"{criteria.name.to('vi')}; tính đến ngày {day(criteria.as_of, 'vi')}."]
    lines += [f"Căn cứ: {each.to('vi')}." for each in criteria.sources]
    lines += _HOW
    members = {sheet.member for sheet in sheets}
    whole = len(sheets) == len(source.result.sheets)
    if whole:
        lines += [f"Không đủ điều kiện được đề nghị: {text}." for text in not_eligible(desk)]
        lines += [f"Không xếp hạng: {text}." for text in not_ranked(desk)]
    for member in members if not whole else [sheet.member for sheet in sheets]:
        ruled = [*changes(desk, member), *adjustments(desk, member)]
        lines += [f"{desk.city(member)}: {text}." for text in ruled]
    for at, line in enumerate(lines):
        page.wrapped(first + at, 0, line, "text", _NOTE_WIDTH)
    page.sheet.set_column(0, 0, _NOTE_WIDTH)
