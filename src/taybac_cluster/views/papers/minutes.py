"""Biên bản bình xét: who met, what was scored, what was voted and decided."""

from collections.abc import Iterator

from taybac_cluster.decide.votes import Vote, count, quorum
from taybac_cluster.model.meeting import Ballot, Meeting, last_day
from taybac_cluster.model.submission import Person
from taybac_cluster.views.papers.blocks import (
    BLANK,
    Block,
    Column,
    Grid,
    Heading,
    Line,
    Paper,
    Paragraph,
    Signature,
    Signatures,
)
from taybac_cluster.views.papers.office import Desk, Source, counted
from taybac_cluster.views.papers.outcome import (
    adjustments,
    changes,
    differing,
    list_of_nominated,
    not_carried,
    not_eligible,
    not_ranked,
    ranking,
)
from taybac_cluster.views.words import day, number, threshold

_SUBJECT = "Hội nghị bình xét kết quả thi đua năm {year}"
_BALLOTS = {
    "nomination": "Đề nghị khen thưởng",
    "host": "Đơn vị đăng cai",
    "tie": "Bỏ phiếu chọn trong số các đô thị có tổng điểm bằng nhau",
    "theme": "Chủ đề",
}
_BASES = {
    "members": "tổng số thành viên",
    "present": "số thành viên có mặt",
    "valid": "số phiếu hợp lệ",
}
_VERDICTS = {"carried": "thông qua", "not_carried": "không thông qua", "counted": "đã kiểm phiếu"}
_SETTLED = {
    "ballots.tie": "bỏ phiếu chọn trong số các đô thị có tổng điểm bằng nhau",
    "decisions.nominated": "quyết định của hội nghị",
}


def minutes(source: Source) -> Paper:
    """Return the minutes."""
    desk = Desk(source, "minutes")
    meeting = source.result.round.meeting or Meeting(year=source.year)
    sections = (
        ("THỜI GIAN, ĐỊA ĐIỂM", _when(desk, meeting)),
        ("THÀNH PHẦN THAM DỰ", _who(desk, meeting)),
        ("BỘ TIÊU CHÍ", _criteria(desk)),
        ("KẾT QUẢ CHẤM ĐIỂM", _scored(desk)),
        ("BIỂU QUYẾT", _votes(desk, meeting)),
        ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", _nominated(desk)),
        ("KỲ HỌP TỚI", _next(desk, meeting)),
        ("Ý KIẾN KHÁC", _dissent(meeting)),
    )
    blocks: list[Block] = [desk.letterhead(dated=False), Heading("BIÊN BẢN", desk.subject(_SUBJECT)), *desk.status()]
    blocks += desk.body() if desk.words.body else []
    for numeral, (title, parts) in zip(("I", "II", "III", "IV", "V", "VI", "VII", "VIII"), sections, strict=True):
        blocks += [Paragraph(f"{numeral}. {title}", "heading"), *parts]
    blocks += [Paragraph(_closing(desk, meeting)), *desk.stamp(), _signed(desk, meeting)]
    return desk.paper(f"Biên bản hội nghị bình xét năm {source.year}", blocks)


def _when(desk: Desk, meeting: Meeting) -> Iterator[Block]:
    start = desk.recorded(meeting.started_at, "giờ bắt đầu", "started_at")
    on = day(meeting.held_on, "vi") if meeting.held_on else desk.recorded(None, "ngày họp", "held_on")
    yield Paragraph(f"Thời gian bắt đầu: {start}, ngày {on}.")
    yield Paragraph(f"Địa điểm: {desk.recorded(meeting.place, 'nơi họp', 'place')}.")
    for label, member, key in (("Đơn vị đăng cai", meeting.host, "host"), ("Cụm trưởng", meeting.head, "head")):
        yield Paragraph(f"{label}: {desk.city(member) if member else desk.recorded(None, label.lower(), key)}.")
    for label, text in (("Chủ đề năm", meeting.theme), ("Chủ đề hội thảo", meeting.seminar)):
        if text:
            yield Paragraph(f"{label}: “{text.to('vi')}”.")


def _who(desk: Desk, meeting: Meeting) -> Iterator[Block]:
    chair, secretary = _person(desk, meeting.chair), _person(desk, meeting.secretary)
    yield Paragraph(f"Chủ tọa: {chair or desk.recorded(None, 'chủ tọa', 'chair')}.")
    yield Paragraph(f"Thư ký: {secretary or desk.recorded(None, 'thư ký', 'secretary')}.")
    for title, people in (("Khách mời", meeting.guests), ("Đại biểu", meeting.delegates)):
        if people:
            yield Paragraph(f"{title}:")
            yield from (Paragraph(f"{_person(desk, each) or BLANK}.", "item") for each in people)
    members = desk.result.round.roster.count(meeting.day)
    if meeting.present is None:
        yield Paragraph(f"Đơn vị có mặt: {desk.recorded(None, 'danh sách có mặt', 'present')}.")
    else:
        yield Paragraph(
            f"Có mặt {counted(len(meeting.present))}/{counted(members)} đô thị thành viên: "
            f"{desk.cities(meeting.present)}."
        )
    yield Paragraph(f"Vắng mặt: {desk.cities(meeting.absent) or (BLANK if meeting.present is None else 'không')}.")
    reached = quorum(meeting, members)
    if meeting.quorum and reached is not None:
        verdict = "đủ" if reached else "không đủ"
        source = f" ({meeting.quorum.source.to('vi')})" if meeting.quorum.source else ""
        yield Paragraph(f"Yêu cầu {threshold(meeting.quorum.threshold, 'vi')} thành viên có mặt{source}: {verdict}.")


def _person(desk: Desk, person: Person | None) -> str:
    """Write a person: the name, the office, the body, the city."""
    if person is None:
        return ""
    parts = [person.name or "", person.title.to("vi") if person.title else ""]
    parts.append(person.organization.to("vi") if person.organization else "")
    if person.member:
        known = desk.result.round.roster.by_id.get(person.member)
        short = known.on(desk.source.meeting_day).name.vi if known else person.member
        if not any(short in part for part in parts[1:]):
            parts.append(desk.city(person.member))
    return ", ".join(part for part in parts if part)


def _criteria(desk: Desk) -> Iterator[Block]:
    criteria = desk.result.round.criteria
    yield Paragraph(
        f"Chấm theo {criteria.name.to('vi')}: {number(criteria.weight, 'vi')} điểm; thành viên và loại đô "
        f"thị tính đến ngày {day(criteria.as_of, 'vi')}."
    )
    if criteria.sources:
        yield Paragraph(f"Căn cứ: {'; '.join(each.to('vi') for each in criteria.sources)}.")


def _scored(desk: Desk) -> Iterator[Block]:
    yield ranking(desk)
    ruled = [
        (each.member, [*changes(desk, each.member), *adjustments(desk, each.member)]) for each in desk.result.placed
    ]
    found = [f"{desk.city(member)}: {'; '.join(lines)}." for member, lines in ruled if lines]
    yield from _listed("Thẩm định, điểm cộng, điểm trừ và lý do:", found)
    yield from _listed("Không đủ điều kiện được đề nghị:", [f"{text}." for text in not_eligible(desk)])
    yield from _listed("Không xếp hạng:", [f"{text}." for text in not_ranked(desk)])


def _listed(title: str, lines: list[str]) -> Iterator[Block]:
    if lines:
        yield Paragraph(title)
        yield from (Paragraph(line, "item") for line in lines)


def _votes(desk: Desk, meeting: Meeting) -> Iterator[Block]:
    if not meeting.ballots:
        yield Paragraph(f"Kết quả biểu quyết: {desk.recorded(None, 'kết quả biểu quyết', 'ballots')}.")
    for name, ballot in meeting.ballots.items():
        yield Paragraph(_BALLOTS.get(name, name), "subheading")
        yield Paragraph(_how(ballot))
        yield _tally(desk, meeting, ballot)
        if ballot.note:
            yield Paragraph(ballot.note.to("vi"), "note")
    yield from _ties(desk)


def _how(ballot: Ballot) -> str:
    """Say how a vote was taken: open or secret, the ballot papers, the rule."""
    parts = []
    if ballot.secret is not None:
        parts.append("bỏ phiếu kín" if ballot.secret else "biểu quyết công khai")
    papers = (("phát ra", ballot.issued), ("thu về", ballot.returned), ("hợp lệ", ballot.valid))
    shown = [f"{what} {counted(many) if many is not None else BLANK}" for what, many in papers]
    parts.append(f"số phiếu {', '.join(shown)}")
    rule = ballot.rule
    if rule is None:
        parts.append("không nêu quy tắc nên chỉ ghi số phiếu")
    else:
        how, source = "quá" if rule.above else "ít nhất", f" ({rule.source.to('vi')})" if rule.source else ""
        parts.append(f"thông qua khi đạt {how} {threshold(rule.threshold, 'vi')} {_BASES[rule.base]}{source}")
    if not ballot.own_vote:
        parts.append("đô thị không biểu quyết về mình")
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _tally(desk: Desk, meeting: Meeting, ballot: Ballot) -> Grid:
    votes = count(ballot, meeting, desk.result.round.roster.count(meeting.day))
    blank = "Phiếu trắng" if ballot.secret else "Không biểu quyết"
    headings = ("Nội dung", "Tán thành", "Không tán thành", blank, "Trên tổng số", "Tỷ lệ", "Kết luận")
    widths = (28, 10, 12, 12, 12, 10, 16)
    columns = tuple(
        Column(heading, width, "left" if at in (0, 6) else "center")
        for at, (heading, width) in enumerate(zip(headings, widths, strict=True))
    )
    return Grid(columns, tuple(_vote(desk, vote) for vote in votes), small=True)


def _vote(desk: Desk, vote: Vote) -> Line:
    share = f"{number(100 * vote.share, 'vi', 1)}%" if vote.share is not None else "–"
    figures = (vote.tally.for_, vote.tally.against, vote.tally.abstain, vote.base)
    cells = [counted(each) if each is not None else "–" for each in figures]
    return Line((desk.city(vote.candidate), *cells, share, _VERDICTS[vote.verdict]))


def _ties(desk: Desk) -> Iterator[Block]:
    chosen = desk.result.nominations
    if chosen.tie and chosen.settled_by:
        yield Paragraph(
            f"Các đô thị có tổng điểm bằng nhau ở vị trí cuối của danh sách ({desk.cities(chosen.tie.candidates)}) "
            f"được phân định theo {_SETTLED[chosen.settled_by]}."
        )
    elif chosen.tie and not chosen.open_seats:
        rule = desk.result.round.criteria.nomination
        kept = "đều được đề nghị" if rule and rule.at_tie == "all" else "đều không được đề nghị"
        yield Paragraph(
            f"Các đô thị có tổng điểm bằng nhau ở vị trí cuối ({desk.cities(chosen.tie.candidates)}) {kept}, "
            "theo quy định của bộ tiêu chí."
        )


def _nominated(desk: Desk) -> Iterator[Block]:
    association = desk.result.round.roster.cluster.association
    to = association.to("vi") if association else desk.lack("hiệp hội", "members.yaml: cluster.association")
    if desk.result.decided is None:
        yield Paragraph("Hội nghị chưa ghi quyết định; danh sách sau đây tính theo bộ tiêu chí.", "note")
    yield Paragraph(
        f"Hội nghị thống nhất đề nghị {to} khen thưởng các đô thị sau, theo thứ tự:"
        if desk.result.decided is not None
        else "Danh sách theo thứ tự:"
    )
    yield list_of_nominated(desk)
    yield from differing(desk)
    yield from not_carried(desk, "nomination")


def _next(desk: Desk, meeting: Meeting) -> Iterator[Block]:
    coming = meeting.decisions.next
    year = coming.year if coming else meeting.year + 1
    on = last_day(year)
    host, theme = (coming.host, coming.theme) if coming else (None, None)
    name = desk.city(host, on) if host else desk.recorded(None, f"đơn vị đăng cai năm {year}", "decisions.next.host")
    yield Paragraph(f"Đơn vị đăng cai năm {year}: {name}.")
    if coming and coming.head:
        yield Paragraph(f"Cụm trưởng năm {year}: {desk.city(coming.head, on)}.")
    text = f"“{theme.to('vi')}”" if theme else desk.recorded(None, f"chủ đề năm {year}", "decisions.next.theme")
    yield Paragraph(f"Chủ đề năm {year}: {text}.")
    yield from not_carried(desk, "host")
    directions = [f"{each.to('vi').rstrip(' .;')}." for each in meeting.decisions.directions]
    yield from _listed("Phương hướng trọng tâm:", directions)


def _dissent(meeting: Meeting) -> Iterator[Block]:
    if not meeting.dissent:
        yield Paragraph("Không ghi nhận ý kiến khác.")
    yield from (Paragraph(each.to("vi"), "item") for each in meeting.dissent)


def _closing(desk: Desk, meeting: Meeting) -> str:
    end = desk.recorded(meeting.ended_at, "giờ kết thúc", "ended_at")
    return f"Hội nghị kết thúc lúc {end} cùng ngày. Biên bản đã được thông qua tại hội nghị./."


def _signed(desk: Desk, meeting: Meeting) -> Signatures:
    names = [person.name if person and person.name else None for person in (meeting.secretary, meeting.chair)]
    secretary = names[0] or desk.recorded(None, "thư ký", "secretary")
    chair = names[1] or desk.recorded(None, "chủ tọa", "chair")
    return Signatures(Signature(("CHỦ TỌA",), chair), Signature(("THƯ KÝ",), secretary), desk.copies())
