"""Công văn: who hosts the next meeting, and on what theme."""

from collections.abc import Iterator

from taybac_cluster.model.meeting import last_day
from taybac_cluster.views.papers.blocks import BLANK, Address, Paper, Paragraph
from taybac_cluster.views.papers.office import Desk, Source
from taybac_cluster.views.papers.outcome import not_carried
from taybac_cluster.views.words import day

_ABOUT = "V/v đơn vị đăng cai và chủ đề hội nghị năm {next_year}"
_HELD = "Hội nghị giao ban năm {year} của {cluster} họp ngày {held_on} tại {place} đã thống nhất về kỳ họp tới như sau:"
_NOT_HELD = "{cluster} thông báo về hội nghị giao ban năm {next_year} như sau:"
_ASK = "Đề nghị các đô thị thành viên phối hợp với đơn vị đăng cai chuẩn bị nội dung theo chủ đề nêu trên./."


def hosting(source: Source) -> Paper:
    """Return the letter."""
    desk = Desk(source, "hosting")
    meeting = source.result.round.meeting
    held = meeting is not None and meeting.held_on and meeting.place and source.result.next.basis == "decision"
    about = desk.subject(_ABOUT)
    blocks = [
        desk.letterhead(about=about),
        Address(desk.addressees()),
        *desk.status(),
        *desk.body(_HELD if held else _NOT_HELD),
        *(Paragraph(f"{at}. {text}") for at, text in enumerate(_points(desk), 1)),
        *not_carried(desk, "host"),
        Paragraph(_ASK),
        *desk.stamp(),
        desk.signatures(),
    ]
    return desk.paper(f"Công văn {about}", blocks)


def _points(desk: Desk) -> Iterator[str]:
    coming = desk.result.next
    on = coming.held_on or last_day(coming.year)
    yield f"Đơn vị đăng cai năm {coming.year}: {_host(desk)}."
    if coming.head:
        yield f"Cụm trưởng năm {coming.year}: {desk.city(coming.head, on)}."
    theme = coming.theme.to("vi") if coming.theme else BLANK
    if not coming.theme:
        desk.recorded(None, f"chủ đề năm {coming.year}", "decisions.next.theme")
    yield f"Chủ đề năm {coming.year}: {_quoted(theme)}."
    if coming.seminar:
        yield f"Chủ đề hội thảo: {_quoted(coming.seminar.to('vi'))}."


def _host(desk: Desk) -> str:
    coming = desk.result.next
    on = coming.held_on or last_day(coming.year)
    if coming.basis == "none" or coming.host is None:
        if coming.candidates:
            names = ", ".join(desk.city(each, on) for each in coming.candidates)
            return f"{BLANK} (ngang nhau theo thứ tự luân phiên, chờ hội nghị quyết định: {names})"
        return desk.recorded(None, f"đơn vị đăng cai năm {coming.year}", "decisions.next.host")
    name = desk.city(coming.host, on)
    if coming.basis == "held":
        return f"{name}, đã tổ chức" + (f" ngày {day(coming.held_on, 'vi')}" if coming.held_on else "")
    if coming.basis == "proposal":
        return f"{name} (đề xuất theo thứ tự luân phiên, chờ hội nghị quyết định)"
    return name


def _quoted(text: str) -> str:
    return text if text == BLANK else f"“{text}”"
