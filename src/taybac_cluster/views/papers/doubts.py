"""Nội dung cần lưu ý: an internal note for the chair, with every doubt and what it would change."""

from taybac_cluster.decide.doubts import Doubt
from taybac_cluster.views.doubts import message, untried
from taybac_cluster.views.papers.blocks import Address, Block, Column, Grid, Heading, Line, Paper, Paragraph
from taybac_cluster.views.papers.office import Desk, Source, counted
from taybac_cluster.views.papers.outcome import differing

_SUBJECT = "Các nội dung cần lưu ý trước khi ký kết quả năm {year} (lưu hành nội bộ)"
_SOME = "Kết quả năm {year} có các nội dung sau cần lưu ý; mỗi nội dung được thử riêng, mọi số liệu khác giữ nguyên."
_GATE = "đô thị nào không đạt điều kiện thì không còn trong danh sách"
_NONE = "Không có nội dung nào cần lưu ý về kết quả năm {year}."


def doubts(source: Source) -> Paper:
    """Return the note."""
    desk = Desk(source, "doubts")
    subject = desk.subject(_SUBJECT)
    decisive = source.doubts.decisive
    others = tuple(each for each in source.doubts.found if not each.decisive)
    blocks: list[Block] = [
        desk.letterhead(),
        Heading("BÁO CÁO", subject),
        *desk.status(),
        Address(tuple(each.to("vi") for each in desk.words.to) or ("Chủ tọa hội nghị",)),
        *desk.body(_SOME if source.doubts.found else _NONE),
        Paragraph(
            f"Danh sách đề nghị theo bộ tiêu chí: {desk.cities(source.result.nominations.members) or 'chưa có'}."
        ),
        *differing(desk),
    ]
    if decisive:
        blocks += [Paragraph("Có thể làm thay đổi danh sách đề nghị", "heading"), _decisive(desk, decisive)]
    if others:
        blocks += [Paragraph("Không làm thay đổi danh sách đề nghị", "heading"), *_others(desk, others)]
    if text := untried(source.doubts, "vi"):
        blocks.append(Paragraph(text, "note"))
    blocks += [*desk.stamp(), desk.signatures()]
    return desk.paper(f"Nội dung cần lưu ý năm {source.year}", blocks)


def _decisive(desk: Desk, found: tuple[Doubt, ...]) -> Grid:
    columns = (Column("TT", 7, "center"), Column("Nội dung", 58), Column("Khi đó, danh sách đề nghị", 35))
    rows = tuple(
        Line((str(at), message(each, desk.result, "vi"), _then(desk, each))) for at, each in enumerate(found, 1)
    )
    return Grid(columns, rows, small=True)


def _then(desk: Desk, doubt: Doubt) -> str:
    if doubt.nominations is None:
        return _GATE if doubt.kind == "gate" else "–"
    text = desk.cities(doubt.nominations) or "không có đô thị nào"
    seats = doubt.open_seats
    if seats is None:
        return text
    return f"{text}; hội nghị chọn {counted(seats.seats)} trong số {desk.cities(seats.candidates)}"


def _others(desk: Desk, found: tuple[Doubt, ...]) -> list[Paragraph]:
    return [Paragraph(message(each, desk.result, "vi"), "item") for each in found]
