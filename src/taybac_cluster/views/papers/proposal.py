"""Tờ trình: the cluster asks the association to commend the cities that it puts forward."""

from taybac_cluster.views.papers.blocks import Address, Heading, Paper, Paragraph
from taybac_cluster.views.papers.office import Desk, Source
from taybac_cluster.views.papers.outcome import differing, list_of_nominated, not_carried, not_ranked, passed_over

_SUBJECT = "Về việc đề nghị khen thưởng các đô thị tiêu biểu năm {year}"
_HELD = (
    "Ngày {held_on}, tại {place}, {cluster} tổ chức hội nghị giao ban năm {year}, thẩm định và bình xét kết quả thực "
    "hiện của các đô thị thành viên theo {criteria}."
)
_NOT_HELD = "{cluster} đã chấm điểm kết quả thực hiện năm {year} của các đô thị thành viên theo {criteria}."
_RESULT = "Có {ranked} đô thị được xếp hạng; bảng điểm chi tiết của từng đô thị ở phụ lục kèm theo."
_ASK = "Trên cơ sở đó, {cluster} trân trọng đề nghị {association} xem xét, khen thưởng {count} đô thị sau:"


def proposal(source: Source) -> Paper:
    """Return the tờ trình."""
    desk = Desk(source, "proposal")
    meeting = source.result.round.meeting
    subject = desk.subject(_SUBJECT)
    held = _HELD if meeting and meeting.held_on and meeting.place else _NOT_HELD
    blocks = [
        desk.letterhead(),
        Heading("TỜ TRÌNH", subject),
        *desk.status(),
        Address(desk.addressees()),
        *desk.grounds(),
        *desk.body(held, _RESULT, _ASK),
        list_of_nominated(desk),
        *passed_over(desk),
        *differing(desk),
        *not_carried(desk, "nomination"),
        *(Paragraph(f"Không xếp hạng: {text}.", "note") for text in not_ranked(desk)),
        Paragraph(f"Kèm theo: biên bản bình xét; phụ lục bảng điểm các đô thị năm {source.year}."),
        Paragraph("Kính trình xem xét, quyết định./."),
        *desk.stamp(),
        desk.signatures(),
    ]
    return desk.paper(f"Tờ trình {subject[0].lower()}{subject[1:]}", blocks)
