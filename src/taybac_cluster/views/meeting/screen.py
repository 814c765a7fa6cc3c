"""The record of a meeting as a page."""

from collections.abc import Iterator

from taybac_cluster.decide.votes import quorum
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.meeting import Offer, last_day
from taybac_cluster.model.record import Language, LocalText
from taybac_cluster.model.submission import Person
from taybac_cluster.views.cautions import cautions
from taybac_cluster.views.meeting.ballots import ballot_blocks
from taybac_cluster.views.meeting.differences import differences, without_votes
from taybac_cluster.views.meeting.session import Session, by_source
from taybac_cluster.views.notices import notices
from taybac_cluster.views.page import Block, Facts, Lines, Page, Phrase, Title
from taybac_cluster.views.proof import notice
from taybac_cluster.views.words import day, say, threshold

_TITLE = Words("Hội nghị năm {year} – {cluster}", "Meeting of {year} – {cluster}")
_LABELS = {
    "held_on": Words("Ngày", "Held on"),
    "time": Words("Thời gian", "Time"),
    "place": Words("Nơi họp", "Venue"),
    "host": Words("Đơn vị đăng cai", "Host"),
    "head": Words("Cụm trưởng", "Head"),
    "chair": Words("Chủ tọa", "Chair"),
    "secretary": Words("Thư ký", "Secretary"),
    "theme": Words("Chủ đề", "Theme"),
    "seminar": Words("Chủ đề hội thảo", "Seminar"),
    "association_theme": Words("Chủ đề của hiệp hội", "The association’s theme"),
    "sources": Words("Nguồn", "Sources"),
    "note": Words("Ghi chú", "Note"),
}
_UNKNOWN = Words("chưa có thông tin", "not on record")
_SECTIONS = {
    "guests": Words("Khách mời", "Guests"),
    "delegates": Words("Đại biểu", "Delegates"),
    "attendance": Words("Thành phần", "Attendance"),
    "agenda": Words("Chương trình", "Agenda"),
    "judges": Words("Giám khảo", "Judges"),
    "decisions": Words("Quyết định", "Decisions"),
    "directions": Words("Phương hướng trọng tâm", "Directions"),
    "offers": Words("Mời đăng cai", "Offers to host"),
    "dissent": Words("Ý kiến khác", "Dissent"),
    "differences": Words("Quyết định so với kết quả tính", "Decided against computed"),
}
_PRESENT = Words("Có mặt {count}/{members} thành viên: {names}", "Present: {count} of {members} members: {names}")
_NOT_MEMBERS = Words("Có mặt, chưa có thông tin là thành viên: {names}", "Present, not on record as members: {names}")
_ABSENT = Words("Vắng: {names}", "Absent: {names}")
_NO_ATTENDANCE = Words("Danh sách có mặt: chưa có thông tin.", "Who was present: not on record.")
_QUORUM = Words(
    "Cần {threshold} thành viên có mặt{source}: {verdict}",
    "Quorum of {threshold} of the members{source}: {verdict}",
)
_REACHED = {True: Words("đủ", "reached"), False: Words("KHÔNG ĐỦ", "NOT REACHED")}
_NOMINATED = Words("Đề nghị khen thưởng: {names}", "Nominated: {names}")
_NEXT_HOST = Words("Đăng cai năm {year}: {name}", "Host of {year}: {name}")
_NEXT_HEAD = Words("Cụm trưởng năm {year}: {name}", "Head of {year}: {name}")
_NEXT_THEME = Words("Chủ đề năm {year}: {text}", "Theme of {year}: {text}")
_NEXT_SEMINAR = Words("Chủ đề hội thảo năm {year}: {text}", "Seminar of {year}: {text}")
_OFFERS = {
    True: Words("{name} nhận đăng cai năm {year}{reason}", "{name} accepted to host in {year}{reason}"),
    False: Words("{name} từ chối đăng cai năm {year}{reason}", "{name} declined to host in {year}{reason}"),
}
_NO_DECISION = Words("Chưa có thông tin.", "Not on record.")
_NOT_COMPUTED = Words(
    "Năm này không có bộ tiêu chí nên không có kết quả tính để so.",
    "There is no criteria set for this year, so nothing is computed to compare.",
)
_FAULTY = Words(
    "Dữ liệu năm này có lỗi nên chưa tính được để so; xem cluster validate.",
    "The year’s data have faults, so nothing is computed to compare; see cluster validate.",
)
_SAME = Words("Danh sách đề nghị khớp với kết quả tính.", "The list nominated is as computed.")


def page(session: Session, lang: Language) -> Page:
    """Return the record of a meeting as a page."""
    meeting = session.meeting
    blocks: list[Block] = [
        Title(say(_TITLE, lang, year=meeting.year, cluster=session.roster.cluster.name.to(lang))),
        *(notices(session.result, lang) if session.result else ()),
        *((notice(session.proof, lang),) if session.proof is not None else ()),
        Facts(tuple(_facts(session, lang))),
    ]
    blocks += _people("guests", [_person(each, session, lang) for each in meeting.guests], lang)
    blocks += _people("delegates", [_person(each, session, lang) for each in meeting.delegates], lang)
    blocks += [Title(say(_SECTIONS["attendance"], lang), 2), Lines(tuple(_attendance(session, lang)))]
    blocks += _people("agenda", [each.to(lang) for each in meeting.agenda], lang)
    judges = [Person(name=each.name or each.id, member=each.member) for each in meeting.judges]
    blocks += _people("judges", [_person(each, session, lang) for each in judges], lang)
    for name, ballot in meeting.ballots.items():
        blocks += list(ballot_blocks(session, name, ballot, lang))
    blocks += _people("offers", [_offer(each, session, lang) for each in meeting.offers], lang)
    blocks += [Title(say(_SECTIONS["decisions"], lang), 2), Lines(tuple(_decisions(session, lang)), bullets=True)]
    blocks += _people("directions", [each.to(lang) for each in meeting.decisions.directions], lang)
    blocks += _people("dissent", [each.to(lang) for each in meeting.dissent], lang)
    blocks += _differences(session, lang)
    if session.result is None:
        return blocks
    return [*blocks, *cautions(session.doubts, session.result, lang, hint=False)]


def _facts(session: Session, lang: Language) -> Iterator[tuple[str, str]]:
    meeting, unknown = session.meeting, say(_UNKNOWN, lang)
    yield say(_LABELS["held_on"], lang), day(meeting.held_on, lang) if meeting.held_on else unknown
    if meeting.started_at or meeting.ended_at:
        yield say(_LABELS["time"], lang), f"{meeting.started_at or '…'} – {meeting.ended_at or '…'}"
    yield say(_LABELS["place"], lang), meeting.place.to(lang) if meeting.place else unknown
    for key, member in (("host", meeting.host), ("head", meeting.head)):
        yield say(_LABELS[key], lang), session.name(member, lang) if member else unknown
    for key, person in (("chair", meeting.chair), ("secretary", meeting.secretary)):
        yield say(_LABELS[key], lang), _person(person, session, lang) if person else unknown
    texts: tuple[tuple[str, LocalText | None], ...] = (
        ("theme", meeting.theme),
        ("seminar", meeting.seminar),
        ("association_theme", meeting.association_theme),
        ("note", meeting.note),
    )
    for key, text in texts:
        if text is not None:
            yield say(_LABELS[key], lang), text.to(lang)
    if meeting.sources:
        yield say(_LABELS["sources"], lang), "; ".join(each.to(lang) for each in meeting.sources)


def _person(person: Person, session: Session, lang: Language) -> str:
    """Write a person as records do: the name, the office, the body, the city."""
    parts = [person.name or "", person.title.to(lang) if person.title else ""]
    parts.append(person.organization.to(lang) if person.organization else "")
    if person.member and not any(session.short_name(person.member) in part for part in parts[1:]):
        parts.append(session.name(person.member, lang))
    return ", ".join(part for part in parts if part) or say(_UNKNOWN, lang)


def _offer(offer: Offer, session: Session, lang: Language) -> str:
    reason = f": {offer.reason.to(lang)}" if offer.reason else ""
    return say(_OFFERS[offer.accepted], lang, name=session.name(offer.member, lang), year=offer.year, reason=reason)


def _people(key: str, lines: list[str], lang: Language) -> list[Block]:
    if not lines:
        return []
    return [Title(say(_SECTIONS[key], lang), 2), Lines(tuple(Phrase(line) for line in lines), bullets=True)]


def _attendance(session: Session, lang: Language) -> Iterator[Phrase]:
    meeting = session.meeting
    if meeting.present is None:
        yield Phrase(say(_NO_ATTENDANCE, lang))
    else:
        standings = session.roster.on(meeting.day)
        known = {member for member, each in standings.items() if each.membership == "member"}
        there = tuple(dict.fromkeys(each for each in meeting.present if each in known))
        others = tuple(dict.fromkeys(each for each in meeting.present if each not in known))
        names = session.names(there, lang)
        yield Phrase(say(_PRESENT, lang, count=len(there), members=session.members, names=names))
        if others:
            yield Phrase(say(_NOT_MEMBERS, lang, names=session.names(others, lang)), "warn")
    if meeting.absent:
        yield Phrase(say(_ABSENT, lang, names=session.names(meeting.absent, lang)))
    reached = quorum(meeting, session.members)
    if meeting.quorum is not None and reached is not None:
        source = by_source(meeting.quorum.source, lang)
        text = say(
            _QUORUM,
            lang,
            threshold=threshold(meeting.quorum.threshold, lang),
            source=source,
            verdict=say(_REACHED[reached], lang),
        )
        yield Phrase(text, "plain" if reached else "bad")


def _decisions(session: Session, lang: Language) -> Iterator[Phrase]:
    decisions = session.meeting.decisions
    if decisions.nominated is None and decisions.next is None:
        yield Phrase(say(_NO_DECISION, lang))
    if decisions.nominated is not None:
        yield Phrase(say(_NOMINATED, lang, names=session.names(decisions.nominated, lang)))
    coming = decisions.next
    if coming is None:
        return
    for words, member in ((_NEXT_HOST, coming.host), (_NEXT_HEAD, coming.head)):
        if member:
            name = session.name(member, lang, last_day(coming.year))
            yield Phrase(say(words, lang, year=coming.year, name=name))
    for words, text in ((_NEXT_THEME, coming.theme), (_NEXT_SEMINAR, coming.seminar)):
        if text:
            yield Phrase(say(words, lang, year=coming.year, text=text.to(lang)))


def _differences(session: Session, lang: Language) -> Iterator[Block]:
    if session.meeting.decisions.nominated is None:
        return
    yield Title(say(_SECTIONS["differences"], lang), 2)
    unsupported = list(without_votes(session, lang))
    if session.result is None:
        said = Phrase(say(_FAULTY if session.faulty else _NOT_COMPUTED, lang))
        yield Lines((said, *(Phrase(each, "warn") for each in unsupported)))
        return
    found = [*differences(session, lang), *unsupported]
    if not found:
        yield Lines((Phrase(f"✓ {say(_SAME, lang)}", "good"),))
    else:
        yield Lines(tuple(Phrase(each, "warn") for each in found), bullets=True)
