"""Thông báo: what one city achieved, why, and what it would take; its own doubts alone."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.decide.among import among, extremes
from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.seat import seat
from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.decide.would_take import Chance, Gain
from taybac_cluster.views.doubts import message
from taybac_cluster.views.papers.blocks import Address, Block, Column, Grid, Heading, Line, Paper, Paragraph
from taybac_cluster.views.papers.office import STEMS, Desk, Source, capital, counted, place_of
from taybac_cluster.views.papers.outcome import adjustments, changes, name_of
from taybac_cluster.views.scales import shown_value, value_text
from taybac_cluster.views.standing import reason_text, why
from taybac_cluster.views.words import number

_SUBJECT = "Kết quả chấm điểm, xếp hạng năm {year} của {member}"
_OPENING = "{cluster} thông báo kết quả chấm điểm năm {year} của {member} theo {criteria} như sau:"


def notice(source: Source, member: str) -> Paper:
    """Return the notice to a member."""
    desk = Desk(source, "notice", member)
    subject = desk.subject(_SUBJECT)
    blocks: list[Block] = [
        desk.letterhead(),
        Heading("THÔNG BÁO", subject),
        *desk.status(),
        Address((desk.city(member),)),
        *desk.body(_OPENING),
    ]
    parts = [("Kết quả", list(_result(desk, member)))]
    sheet = source.result.sheets.get(member)
    placed = source.result.places.get(member)
    if sheet is not None:
        parts.append(("Điểm từng tiêu chí", [_criteria(desk, sheet)]))
        ruled = [f"{line}." for line in (*changes(desk, member), *adjustments(desk, member))]
        parts.append(("Kết quả thẩm định, điểm cộng, điểm trừ", [Paragraph(line, "item") for line in ruled]))
    if placed is not None:
        parts.append(("Cần cải thiện gì để tăng hạng", list(_improve(placed, source.chances(member)))))
    parts.append(("Nội dung cần lưu ý", [Paragraph(text, "item") for text in _own_doubts(source, member)]))
    for at, (title, body) in enumerate((part for part in parts if part[1]), 1):
        blocks += [Paragraph(f"{at}. {title}", "heading"), *body]
    blocks += [
        Paragraph("Trên đây là thông báo của cụm; đề nghị đô thị rà soát và phản hồi nếu số liệu chưa đúng./."),
        *desk.stamp(),
        desk.signatures(),
    ]
    return desk.paper(f"Thông báo {subject[0].lower()}{subject[1:]}", blocks, f"{STEMS['notice']}/{member}")


def _own_doubts(source: Source, member: str) -> Iterator[str]:
    """Yield what a reader must know of this city's own report; of a doubt that several share, its own part."""
    for each in source.doubts.found:
        if member in each.members and each.kind in _OF_A_CITY:
            yield message(each._replace(members=(member,)), source.result, "vi")


_OF_A_CITY = ("claim", "gate", "missing", "appraisal", "mark", "late", "class_unknown", "membership_unknown", "faulty")


def _result(desk: Desk, member: str) -> Iterator[Block]:
    result = desk.result
    placed = result.places.get(member)
    if placed is None:
        out = next((each for each in result.left_out if each.member == member), None)
        reason = why(out, result, "vi") if out else "không thuộc diện xét"
        yield Paragraph(f"Không xếp hạng: {reason}.")
        return
    yield Paragraph(
        f"Tổng điểm: {number(placed.total, 'vi')}/{number(result.round.criteria.weight, 'vi')} điểm; hạng "
        f"{place_of(placed.rank, tied=placed.tied)} trong {counted(len(result.placed))} đô thị được xếp hạng; "
        f"đô thị tự chấm {number(result.self_assessed(member), 'vi')} điểm."
    )
    yield Paragraph(_outcome(desk, placed))
    gap = _gap(desk, placed)
    if gap:
        yield Paragraph(gap)
    if result.decided is not None and (member in result.decided) != (member in result.nominations.members):
        verb = "có" if member in result.decided else "không có"
        yield Paragraph(
            f"Hội nghị quyết định khác với kết quả tính theo bộ tiêu chí: {desk.city(member)} {verb} trong "
            "danh sách hội nghị đề nghị khen thưởng.",
            "note",
        )
    best, worst = _extremes(desk, placed)
    if best:
        yield Paragraph(f"Mạnh nhất so với mặt bằng chung: {best}.")
    if worst:
        yield Paragraph(f"Yếu nhất so với mặt bằng chung: {worst}.")


def _outcome(desk: Desk, placed: Placed) -> str:
    result, name = desk.result, desk.city(placed.member)
    rule, chosen = result.round.criteria.nomination, result.nominations
    if placed.member in chosen.members:
        return f"Theo bộ tiêu chí, {name} được đề nghị khen thưởng."
    if result.reasons[placed.member]:
        reasons = "; ".join(reason_text(result, placed, reason, "vi") for reason in result.reasons[placed.member])
        return f"{capital(name)} không đủ điều kiện được đề nghị khen thưởng: {reasons}."
    if chosen.open_seats and placed.member in chosen.open_seats.candidates:
        return f"{capital(name)} có tổng điểm bằng đô thị khác ở vị trí cuối của danh sách, chờ hội nghị quyết định."
    if rule is None:
        return "Bộ tiêu chí không quy định số lượng đề nghị."
    return f"{capital(name)} đủ điều kiện nhưng ngoài số lượng đề nghị ({counted(rule.quota)} đô thị)."


def _gap(desk: Desk, placed: Placed) -> str:
    """Say how far an eligible city is from the last one that is nominated, or from the first that is not."""
    found = seat(desk.result, placed.member)
    if found is None or found.holder is None or not found.gap:
        return ""
    total = desk.result.places[found.holder].total
    other = f"{desk.city(found.holder)}, {number(total, 'vi')} điểm"
    gap = f"{number(abs(found.gap), 'vi')} điểm"
    if found.gap > 0:
        return f"Khoảng cách tới đô thị cuối cùng trong danh sách đề nghị ({other}): {gap}."
    return f"Khoảng cách với đô thị đủ điều kiện đứng ngay sau danh sách đề nghị ({other}): {gap}."


def _extremes(desk: Desk, placed: Placed) -> tuple[str, str]:
    """Name the criteria in which the city leads and trails the mean by most points."""
    names = {leaf.id: name_of(leaf) for leaf in placed.sheet.root.leaves()}
    ahead, behind = extremes(among(desk.result, placed.member), 3)
    return "; ".join(names[each] for each in ahead), "; ".join(names[each] for each in behind)


def _criteria(desk: Desk, sheet: Sheet) -> Grid:
    columns = (
        Column("Tiêu chí", 52),
        Column("Giá trị", 20, "center"),
        Column("Điểm", 14, "center"),
        Column("Điểm tối đa", 14, "center"),
    )
    rows = list(_rows(sheet.root))
    criteria = desk.result.round.criteria
    if criteria.bonuses.items:
        rows.append(Line(("Điểm cộng", "", number(sheet.bonus_points, "vi"), _most(criteria.bonuses.cap))))
    if criteria.deductions.items:
        rows.append(Line(("Điểm trừ", "", number(sheet.deduction_points, "vi"), _most(criteria.deductions.cap))))
    rows.append(Line(("TỔNG ĐIỂM", "", number(sheet.total, "vi"), number(criteria.weight, "vi")), strong=True))
    return Grid(columns, tuple(rows), small=True)


def _most(cap: Decimal | None) -> str:
    return f"không quá {number(cap, 'vi')}" if cap is not None else ""


def _rows(node: Node) -> Iterator[Line]:
    if node.group is not None:
        cells = (node.group.name.to("vi"), "", number(node.points, "vi"), number(node.weight, "vi"))
        yield Line(cells, strong=True)
    for child in node.children:
        if isinstance(child, Leaf):
            yield Line((name_of(child), _value(child), number(child.points, "vi"), number(child.weight, "vi")))
        else:
            yield from _rows(child)
    if node.carried is not None:
        yield Line(("Điểm quy đổi của phần không áp dụng", "", number(node.carried, "vi"), ""))


def _value(leaf: Leaf) -> str:
    if leaf.outcome == "scored":
        return shown_value(leaf, "vi")
    return "thiếu số liệu" if leaf.outcome == "missing" else "không áp dụng"


def _improve(placed: Placed, found: tuple[Chance, ...]) -> Iterator[Block]:
    chances = [each for each in found if each.place or each.nomination]
    if placed.rank == 1 and not placed.tied and not chances:
        yield Paragraph("Đang đứng đầu.")
        return
    if not chances:
        yield Paragraph("Chỉ cải thiện riêng một tiêu chí thì chưa đủ để tăng hạng.")
        return
    yield Paragraph(
        "Mỗi dòng chỉ thay đổi một tiêu chí, mọi số liệu khác giữ nguyên; giá trị nêu là mức đầu tiên đạt được."
    )
    columns = (
        Column("Tiêu chí", 42),
        Column("Hiện nay", 14, "center"),
        Column("Để tăng hạng", 22, "center"),
        Column("Để được đề nghị", 22, "center"),
    )
    leaves = {leaf.id: leaf for leaf in placed.sheet.root.leaves()}
    rows = []
    for each in chances:
        leaf = leaves[each.criterion]
        rows.append(
            Line((name_of(leaf), shown_value(leaf, "vi"), _gain(each.place, leaf), _gain(each.nomination, leaf)))
        )
    yield Grid(columns, tuple(rows), small=True)


def _gain(gain: Gain | None, leaf: Leaf) -> str:
    return f"{value_text(leaf, gain.value, 'vi')} (hạng {gain.rank})" if gain else "–"
