"""What became of a city, in the words of an office, and the tables that several papers have."""

from collections.abc import Iterator

from taybac_cluster.decide.nominate import departures
from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Leaf
from taybac_cluster.decide.votes import lost
from taybac_cluster.views.papers.blocks import Column, Grid, Line, Paragraph
from taybac_cluster.views.papers.office import Desk, counted, put_forward
from taybac_cluster.views.scales import shown_value
from taybac_cluster.views.standing import reason_text, why
from taybac_cluster.views.words import number, place_text


def outcome(result: Result, placed: Placed) -> str:
    """Say in a few words what became of a ranked city, by the criteria."""
    if placed.member in result.nominations.members:
        return "Đề nghị khen thưởng"
    if result.reasons[placed.member]:
        return "Không đủ điều kiện"
    open_seats = result.nominations.open_seats
    if open_seats and placed.member in open_seats.candidates:
        return "Chờ hội nghị quyết định"
    return "Ngoài số lượng đề nghị" if result.round.criteria.nomination else "–"


def list_of_nominated(desk: Desk) -> Grid:
    """Return the cities that are put forward, in the order of the ranking."""
    placed = {each.member: each for each in desk.result.placed}
    order = {member: at for at, member in enumerate(placed)}
    rows = []
    for at, member in enumerate(sorted(put_forward(desk.result), key=lambda each: order.get(each, len(order))), 1):
        each, standing = placed.get(member), desk.result.round.standings.get(member)
        rows.append(
            Line(
                (
                    str(at),
                    desk.city(member),
                    (standing.province if standing else None) or "–",
                    number(each.total, "vi") if each else "–",
                    place_text(str(each.rank), each.tied) if each else "–",
                )
            )
        )
    columns = (
        Column("TT", 8, "center"),
        Column("Đô thị", 34),
        Column("Tỉnh", 24),
        Column("Tổng điểm", 17, "center"),
        Column("Hạng", 17, "center"),
    )
    return Grid(columns, tuple(rows))


def differing(desk: Desk) -> list[Paragraph]:
    """Say where what the meeting decided differs from what the criteria give, and which seats are open."""
    result, found = desk.result, []
    chosen = result.nominations
    if chosen.open_seats:
        names = desk.cities(chosen.open_seats.candidates)
        found.append(
            f"Còn {counted(chosen.open_seats.seats)} vị trí chờ hội nghị quyết định giữa các đô thị có tổng điểm bằng "
            f"nhau: {names}."
        )
    if result.decided is not None and any(departures(result.decided, chosen)):
        computed = desk.cities(chosen.members) or "không có đô thị nào"
        found.append(
            f"Danh sách hội nghị quyết định khác với kết quả tính theo bộ tiêu chí. Hội nghị quyết định: "
            f"{desk.cities(result.decided) or 'không có đô thị nào'}. Kết quả tính theo bộ tiêu chí: {computed}."
        )
    return [Paragraph(text, "note") for text in found]


def not_carried(desk: Desk, ballot: str) -> list[Paragraph]:
    """Say which decisions rest on a vote that did not carry by its own rule."""
    meeting, roster = desk.result.round.meeting, desk.result.round.roster
    found = lost(meeting, roster.count(meeting.day)).get(ballot) if meeting is not None else None
    if not found:
        return []
    text = f"Quyết định về {desk.cities(found)} không đạt tỷ lệ tán thành theo quy tắc biểu quyết đã nêu."
    return [Paragraph(text, "note")]


def ranking(desk: Desk) -> Grid:
    """Return the ranking with what each city said of itself and what was added and taken off."""
    result = desk.result
    rows = [
        Line(
            (
                place_text(str(each.rank), each.tied),
                desk.city(each.member),
                number(result.self_assessed(each.member), "vi"),
                number(each.sheet.root.points, "vi"),
                number(each.sheet.bonus_points, "vi"),
                number(each.sheet.deduction_points, "vi"),
                number(each.total, "vi"),
                outcome(result, each),
            ),
            strong=each.member in result.nominations.members,
        )
        for each in result.placed
    ]
    headings = ("Hạng", "Đô thị", "Tự chấm", "Điểm tiêu chí", "Điểm cộng", "Điểm trừ", "Tổng điểm", "Kết quả")
    widths = (10, 23, 11, 11, 9, 9, 11, 16)
    columns = tuple(
        Column(heading, width, "left" if heading in ("Đô thị", "Kết quả") else "center")
        for heading, width in zip(headings, widths, strict=True)
    )
    return Grid(columns, tuple(rows), small=True)


def not_ranked(desk: Desk) -> list[str]:
    """Say of every city without a place why it has none."""
    return [f"{desk.city(each.member)}: {why(each, desk.result, 'vi')}" for each in desk.result.left_out]


def not_eligible(desk: Desk) -> list[str]:
    """Say of every ranked city that may not be nominated why."""
    return [text for each in desk.result.placed if (text := _why_not(desk, each))]


def passed_over(desk: Desk) -> list[Paragraph]:
    """Say why a city may not be nominated although it is placed before one that is put forward."""
    chosen = put_forward(desk.result)
    last = max((each.rank for each in desk.result.placed if each.member in chosen), default=0)
    before = [each for each in desk.result.placed if each.rank < last and each.member not in chosen]
    texts = [text for each in before if (text := _why_not(desk, each))]
    return [Paragraph(f"Không đủ điều kiện được đề nghị: {text}.", "note") for text in texts]


def _why_not(desk: Desk, each: Placed) -> str:
    words = "; ".join(reason_text(desk.result, each, reason, "vi") for reason in desk.result.reasons[each.member])
    return f"{desk.city(each.member)} (hạng {each.rank}): {words}" if words else ""


def adjustments(desk: Desk, member: str) -> Iterator[str]:
    """Say of a city what was added, taken off or refused, and why."""
    sheet = desk.result.sheets[member]
    for item in (*sheet.bonuses, *sheet.deductions):
        sign = "−" if item in sheet.deductions else "+"
        points = f"{sign}{number(item.points, 'vi')} điểm" if item.granted else "không chấp nhận"
        basis = "" if item.appraised else " (tự chấm, chưa thẩm định)"
        reason = f"; lý do: {item.reason.to('vi')}" if item.reason and item.appraised else ""
        yield f"{item.name.to('vi')}: {points}{basis}{reason}"


def changes(desk: Desk, member: str) -> Iterator[str]:
    """Say of a city what the panel changed in its values and gates, and why."""
    sheet = desk.result.sheets[member]
    for leaf in sheet.root.leaves():
        given = leaf.given
        if given.appraised and given.route[:1] == ("changes",):
            now = {"scored": f"tính {shown_value(leaf, 'vi')}", "missing": "coi là thiếu số liệu"}
            text = now.get(leaf.outcome, "không áp dụng")
            yield f"{name_of(leaf)}: {text}; lý do: {given.reason.to('vi') if given.reason else '–'}"
    for gate in sheet.gates:
        if gate.appraised:
            verdict = "đạt" if gate.passed else "không đạt"
            yield f"{gate.name.to('vi')}: {verdict}; lý do: {gate.reason.to('vi') if gate.reason else '–'}"


def name_of(leaf: Leaf) -> str:
    """Name a criterion with its code."""
    code = f"{leaf.criterion.code} " if leaf.criterion.code else ""
    return code + leaf.criterion.name.to("vi")
