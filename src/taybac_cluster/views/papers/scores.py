"""Phụ lục bảng điểm: every city and every criterion, landscape, a dozen cities a table."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.views.papers.blocks import AnnexHeading, Block, Column, Grid, Line, Paper, Paragraph
from taybac_cluster.views.papers.office import STEMS, Desk, Source, long_day
from taybac_cluster.views.papers.outcome import not_eligible, not_ranked, outcome
from taybac_cluster.views.words import number, place_text

MOST_CITIES = 11
"""As many as a landscape page has room for."""

_NOTES = (
    "Ghi chú: “–”: không áp dụng hoặc không có điểm riêng; “thiếu”: không có số liệu; “=”: đồng hạng. Điểm quy đổi là "
    "phần điểm của các tiêu chí không áp dụng, tính theo tỷ lệ đạt của các tiêu chí còn lại trong cùng nhóm."
)


def scores(source: Source) -> Paper:
    """Return the annex."""
    desk = Desk(source, "scores")
    to = Desk(source, "proposal")
    number_and_day = to.number().replace("Số: ", "số ")
    issuer = desk.issuer.name.to("vi") if desk.issuer else desk.known(None, "cơ quan ban hành", "issuers[].name")
    attached = f"(Kèm theo Tờ trình {number_and_day} {long_day(to.numbered.date)} của {issuer})"
    heading = AnnexHeading("Phụ lục", f"BẢNG ĐIỂM CÁC ĐÔ THỊ NĂM {source.year}", attached)
    desk.lacks += [each for each in to.lacks if each not in desk.lacks]
    if to.numbered.date is None:
        desk.known(None, "ngày tờ trình", f"years.{source.year}.proposal.date")
    placed = source.result.placed
    blocks: list[Block] = [heading, *desk.status()]
    blocks.append(Paragraph(f"{source.result.round.criteria.name.to('vi')}.", "quiet"))
    parts = (placed[at : at + MOST_CITIES] for at in range(0, len(placed), MOST_CITIES))
    blocks += [_table(desk, part) for part in parts]
    blocks.append(Paragraph(_NOTES, "quiet"))
    for title, lines in (("Không đủ điều kiện được đề nghị", not_eligible(desk)), ("Không xếp hạng", not_ranked(desk))):
        if lines:
            blocks.append(Paragraph(title, "heading"))
            blocks += [Paragraph(f"{line}.", "item") for line in lines]
    blocks += desk.stamp()
    return desk.paper(f"Phụ lục: bảng điểm các đô thị năm {source.year}", blocks, STEMS["scores"], landscape=True)


def _table(desk: Desk, placed: Sequence[Placed]) -> Grid:
    cities = [Column(each.sheet.standing.name.to("vi"), 62 / MOST_CITIES, "center") for each in placed]
    columns = (Column("Mã", 5, "center"), Column("Tiêu chí", 27), Column("Điểm tối đa", 6, "center"), *cities)
    sheets = [each.sheet for each in placed]
    rows = [*_tree(sheets[0].root, [sheet.root for sheet in sheets]), *_totals(desk, placed)]
    return Grid(columns, tuple(rows), small=True)


def _tree(pattern: Node, nodes: Sequence[Node]) -> Iterator[Line]:
    """Yield the rows of a group: its children, what was carried, and before them its own sum."""
    if pattern.group is not None:
        code, name = pattern.group.code or "", pattern.group.name.to("vi")
        yield Line(
            (code, name, number(pattern.weight, "vi"), *(number(node.points, "vi") for node in nodes)), strong=True
        )
    for at, child in enumerate(pattern.children):
        below = [node.children[at] for node in nodes]
        if isinstance(child, Leaf):
            yield _leaf(child, [each for each in below if isinstance(each, Leaf)])
        else:
            yield from _tree(child, [each for each in below if isinstance(each, Node)])
    if any(node.carried is not None for node in nodes):
        yield Line(("", "Điểm quy đổi", "", *(number(node.carried, "vi") for node in nodes)))


def _leaf(pattern: Leaf, leaves: Sequence[Leaf]) -> Line:
    cells = ["thiếu" if leaf.outcome == "missing" and not leaf.points else number(leaf.points, "vi") for leaf in leaves]
    return Line((pattern.criterion.code or "", pattern.criterion.name.to("vi"), number(pattern.weight, "vi"), *cells))


def _totals(desk: Desk, placed: Sequence[Placed]) -> Iterator[Line]:
    result, sheets = desk.result, [each.sheet for each in placed]
    criteria = result.round.criteria
    if criteria.bonuses.items:
        yield _sums("Điểm cộng", criteria.bonuses.cap, sheets, "bonus_points")
    if criteria.deductions.items:
        yield _sums("Điểm trừ", criteria.deductions.cap, sheets, "deduction_points")
    totals = (number(each.total, "vi") for each in placed)
    yield Line(("", "TỔNG ĐIỂM", number(criteria.weight, "vi"), *totals), strong=True)
    yield Line(("", "HẠNG", "", *(place_text(str(each.rank), each.tied) for each in placed)), strong=True)
    yield Line(("", "Tự chấm", "", *(number(result.self_assessed(each.member), "vi") for each in placed)))
    yield Line(("", "Kết quả", "", *(outcome(result, each) for each in placed)))


def _sums(name: str, cap: Decimal | None, sheets: Sequence[Sheet], field: str) -> Line:
    most = f"không quá {number(cap, 'vi')}" if cap is not None else ""
    return Line(("", name, most, *(number(getattr(sheet, field), "vi") for sheet in sheets)))
