"""The record of a meeting, as one would read it out, and where what was decided differs from what is computed."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from taybac_cluster.decide.nominate import departures
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.votes import Vote, count, quorum
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.meeting import Ballot, Meeting, Offer, last_day
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Language, LocalText
from taybac_cluster.model.submission import Person
from taybac_cluster.views.page import Block, Column, Facts, Lines, Notice, Page, Phrase, Row, Table, Title
from taybac_cluster.views.words import day, full_name, listed, number, percent, say

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
_UNKNOWN = Words("chưa có ghi nhận", "not on record")
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
_ABSENT = Words("Vắng: {names}", "Absent: {names}")
_NO_ATTENDANCE = Words("Danh sách có mặt: chưa có ghi nhận.", "Who was present: not on record.")
_QUORUM = Words(
    "Cần {threshold} thành viên có mặt{source}: {verdict}",
    "Quorum of {threshold} of the members{source}: {verdict}",
)
_REACHED = {True: Words("đủ", "reached"), False: Words("KHÔNG ĐỦ", "NOT REACHED")}
_BALLOTS = {
    "nomination": Words("Bỏ phiếu: đề nghị khen thưởng", "Ballot: nomination"),
    "host": Words("Bỏ phiếu: đơn vị đăng cai", "Ballot: host"),
    "tie": Words("Bỏ phiếu: phân định suất bằng điểm", "Ballot: the tie"),
}
_BALLOT = Words("Bỏ phiếu: {name}", "Ballot: {name}")
_RULE = Words("Quy tắc: {how} {threshold} của {base}{source}.", "Rule: {how} {threshold} of {base}{source}.")
_HOW = {True: Words("quá", "above"), False: Words("ít nhất", "at least")}
_BASES = {
    "members": Words("tổng số thành viên", "all members"),
    "present": Words("số thành viên có mặt", "the members present"),
    "valid": Words("số phiếu hợp lệ", "the valid votes"),
}
_NO_RULE = Words(
    "Không nêu quy tắc: chỉ ghi số phiếu, không kết luận là thông qua.",
    "No rule is stated: the votes are counted, and nothing is said to be carried.",
)
_SLIPS = Words(
    "Phiếu: phát ra {issued}, thu về {returned}, hợp lệ {valid}.",
    "Slips: issued {issued}, returned {returned}, valid {valid}.",
)
_KIND = {True: Words("Bỏ phiếu kín.", "A secret ballot."), False: Words("Biểu quyết công khai.", "An open vote.")}
_OWN = Words("Đô thị không bỏ phiếu cho chính mình.", "A city does not vote on itself.")
_COLUMNS = Words("Đô thị|Tán thành|Không|Trắng|Trên|Tỷ lệ|Kết luận", "City|For|Against|Abstain|Of|Share|Verdict")
_VERDICTS = {
    "carried": Words("thông qua", "carried"),
    "not_carried": Words("không thông qua", "not carried"),
    "counted": Words("đã kiểm phiếu", "counted"),
}
_NOMINATED = Words("Đề nghị khen thưởng: {names}", "Nominated: {names}")
_NEXT_HOST = Words("Đăng cai năm {year}: {name}", "Host of {year}: {name}")
_NEXT_HEAD = Words("Cụm trưởng năm {year}: {name}", "Head of {year}: {name}")
_NEXT_THEME = Words("Chủ đề năm {year}: {text}", "Theme of {year}: {text}")
_NEXT_SEMINAR = Words("Chủ đề hội thảo năm {year}: {text}", "Seminar of {year}: {text}")
_OFFERS = {
    True: Words("{name} nhận đăng cai năm {year}{reason}", "{name} accepted to host in {year}{reason}"),
    False: Words("{name} từ chối đăng cai năm {year}{reason}", "{name} declined to host in {year}{reason}"),
}
_NO_DECISION = Words("Chưa có ghi nhận.", "Not on record.")
_NOT_COMPUTED = Words(
    "Năm này không có bộ tiêu chí nên không có kết quả tính để so.",
    "There is no criteria set for this year, so nothing is computed to compare.",
)
_FAULTY = Words(
    "Dữ liệu năm này có lỗi nên chưa tính được để so; xem cluster validate.",
    "The year’s data have faults, so nothing is computed to compare; see cluster validate.",
)
_SAME = Words("Danh sách đề nghị khớp với kết quả tính.", "The list nominated is as computed.")
_EXTRA = Words(
    "{name}: hội nghị đề nghị, cách tính không đề nghị ({why})",
    "{name}: nominated by the meeting, not by the criteria ({why})",
)
_LEFT = Words(
    "{name}: cách tính đề nghị, hội nghị không đề nghị (hạng {rank})",
    "{name}: nominated by the criteria, not by the meeting (place {rank})",
)
_WHY_RANK = Words("hạng {rank}", "place {rank}")
_WHY_TIE = Words(
    "đồng hạng {rank}, số suất còn lại cho các đô thị bằng điểm: {seats}",
    "tied at place {rank}; open seats between equals: {seats}",
)
_WHY_OUT = Words("không xếp hạng", "not ranked")
_WHY_SHORT = Words("hạng {rank}, chưa đủ điều kiện", "place {rank}, not eligible")


class Session(NamedTuple):
    """A meeting, the members it is of, and the computed result of its year where there is one."""

    meeting: Meeting
    roster: Roster
    result: Result | None
    faulty: bool = False

    def name(self, member: str, lang: Language, day: datetime.date | None = None) -> str:
        """Name a member with its type, as it was called on the meeting's day or another."""
        known = self.roster.by_id.get(member)
        return full_name(known.on(day or self.meeting.day), lang) if known else member

    def short_name(self, member: str) -> str:
        """Name a member without its type, in the language in which titles are written."""
        known = self.roster.by_id.get(member)
        return known.on(self.meeting.day).name.vi if known else member

    def names(self, members: tuple[str, ...], lang: Language) -> str:
        """Name several members."""
        return listed([self.name(member, lang) for member in members], lang)

    @property
    def members(self) -> int:
        """How many members there are on the day."""
        return self.roster.count(self.meeting.day)


def page(session: Session, lang: Language) -> Page:
    """Return the record of a meeting as a page."""
    meeting = session.meeting
    blocks: list[Block] = [
        Title(say(_TITLE, lang, year=meeting.year, cluster=session.roster.cluster.name.to(lang))),
        Facts(tuple(_facts(session, lang))),
    ]
    blocks += _people("guests", [_person(each, session, lang) for each in meeting.guests], lang)
    blocks += _people("delegates", [_person(each, session, lang) for each in meeting.delegates], lang)
    blocks += [Title(say(_SECTIONS["attendance"], lang), 2), Lines(tuple(_attendance(session, lang)))]
    blocks += _people("agenda", [each.to(lang) for each in meeting.agenda], lang)
    judges = [Person(name=each.name or each.id, member=each.member) for each in meeting.judges]
    blocks += _people("judges", [_person(each, session, lang) for each in judges], lang)
    for name, ballot in meeting.ballots.items():
        blocks += list(_ballot(session, name, ballot, lang))
    blocks += _people("offers", [_offer(each, session, lang) for each in meeting.offers], lang)
    blocks += [Title(say(_SECTIONS["decisions"], lang), 2), Lines(tuple(_decisions(session, lang)), bullets=True)]
    blocks += _people("directions", [each.to(lang) for each in meeting.decisions.directions], lang)
    blocks += _people("dissent", [each.to(lang) for each in meeting.dissent], lang)
    return [*blocks, *_differences(session, lang)]


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
        names = session.names(meeting.present, lang)
        yield Phrase(say(_PRESENT, lang, count=len(meeting.present), members=session.members, names=names))
    if meeting.absent:
        yield Phrase(say(_ABSENT, lang, names=session.names(meeting.absent, lang)))
    reached = quorum(meeting, session.members)
    if meeting.quorum is not None and reached is not None:
        source = _source(meeting.quorum.source, lang)
        text = say(
            _QUORUM,
            lang,
            threshold=percent(meeting.quorum.threshold, lang),
            source=source,
            verdict=say(_REACHED[reached], lang),
        )
        yield Phrase(text, "plain" if reached else "bad")


def _source(source: LocalText | None, lang: Language) -> str:
    return f" ({source.to(lang)})" if source else ""


def _ballot(session: Session, name: str, ballot: Ballot, lang: Language) -> Iterator[Block]:
    yield Title(say(_BALLOTS[name], lang) if name in _BALLOTS else say(_BALLOT, lang, name=name), 2)
    lines = []
    if ballot.rule is None:
        lines.append(Phrase(say(_NO_RULE, lang), "warn"))
    else:
        rule = ballot.rule
        lines.append(Phrase(say(
            _RULE, lang, how=say(_HOW[rule.above], lang), threshold=percent(rule.threshold, lang),
            base=say(_BASES[rule.base], lang), source=_source(rule.source, lang),
        )))  # fmt: skip
    if ballot.secret is not None:
        lines.append(Phrase(say(_KIND[ballot.secret], lang)))
    if not ballot.own_vote:
        lines.append(Phrase(say(_OWN, lang)))
    if any(each is not None for each in (ballot.issued, ballot.returned, ballot.valid)):
        slips = {key: number(getattr(ballot, key), lang) for key in ("issued", "returned", "valid")}
        lines.append(Phrase(say(_SLIPS, lang, **slips)))
    if ballot.note:
        lines.append(Phrase(ballot.note.to(lang)))
    yield Lines(tuple(lines))
    headings = say(_COLUMNS, lang).split("|")
    columns = tuple(Column(heading, right=0 < at < 6) for at, heading in enumerate(headings))  # noqa: PLR2004 - the numbers
    yield Table(columns, tuple(_vote(session, vote, lang) for vote in count(ballot, session.meeting, session.members)))


def _vote(session: Session, vote: Vote, lang: Language) -> Row:
    share = number(100 * vote.share, lang, 1) + " %" if vote.share is not None else "–"
    cells = [session.name(vote.candidate, lang)]
    cells += [number(each, lang) for each in (vote.tally.for_, vote.tally.against, vote.tally.abstain, vote.base)]
    return Row(tuple(Phrase(cell) for cell in (*cells, share, say(_VERDICTS[vote.verdict], lang))))


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
    if session.result is None:
        yield Lines((Phrase(say(_FAULTY if session.faulty else _NOT_COMPUTED, lang)),))
        return
    found = list(differences(session, lang))
    if not found:
        yield Notice(say(_SAME, lang), "good")
    else:
        yield Lines(tuple(Phrase(each, "warn") for each in found), bullets=True)


def differences(session: Session, lang: Language) -> Iterator[str]:
    """Yield in words every city that the meeting nominated and the criteria do not, and the other way round."""
    if session.result is None:
        return
    chosen = session.result.nominations
    beyond, left = departures(session.meeting.decisions.nominated or (), chosen)
    placed = {each.member: each for each in session.result.placed}
    for member in beyond:
        each = placed.get(member)
        why = say(_WHY_OUT, lang)
        if each is not None and chosen.open_seats and member in chosen.open_seats.candidates:
            why = say(_WHY_TIE, lang, rank=each.rank, seats=chosen.open_seats.seats)
        elif each is not None:
            short = bool(session.result.reasons[member])
            why = say(_WHY_SHORT if short else _WHY_RANK, lang, rank=each.rank)
        yield say(_EXTRA, lang, name=session.name(member, lang), why=why)
    for member in left:
        yield say(_LEFT, lang, name=session.name(member, lang), rank=placed[member].rank)


def record(session: Session, lang: Language) -> dict[str, object]:
    """Return the record of a meeting as data: everything in the file, and what was worked out of it."""
    meeting = session.meeting
    found: dict[str, object] = {
        "year": meeting.year,
        "held_on": meeting.held_on.isoformat() if meeting.held_on else None,
        "place": _text(meeting.place, lang),
        "head": meeting.head,
        "host": meeting.host,
        "theme": _text(meeting.theme, lang),
        "seminar": _text(meeting.seminar, lang),
        "association_theme": _text(meeting.association_theme, lang),
        "started_at": meeting.started_at,
        "ended_at": meeting.ended_at,
        "chair": _person_record(meeting.chair, lang),
        "secretary": _person_record(meeting.secretary, lang),
        "guests": [_person_record(each, lang) for each in meeting.guests],
        "delegates": [_person_record(each, lang) for each in meeting.delegates],
        "judges": [{"id": each.id, "name": each.name, "member": each.member} for each in meeting.judges],
        "agenda": [each.to(lang) for each in meeting.agenda],
        "members": session.members,
        "present": list(meeting.present) if meeting.present is not None else None,
        "absent": list(meeting.absent),
        "quorum": quorum(meeting, session.members),
        "ballots": {name: _ballot_record(session, ballot, lang) for name, ballot in meeting.ballots.items()},
        "offers": [
            {"year": each.year, "member": each.member, "accepted": each.accepted, "reason": _text(each.reason, lang)}
            for each in meeting.offers
        ],
        "nominated": list(meeting.decisions.nominated) if meeting.decisions.nominated is not None else None,
        "next": None,
        "directions": [each.to(lang) for each in meeting.decisions.directions],
        "dissent": [each.to(lang) for each in meeting.dissent],
        "note": _text(meeting.note, lang),
        "sources": [each.to(lang) for each in meeting.sources],
        "computed": list(session.result.nominations.members) if session.result else None,
        "differences": list(differences(session, lang)),
    }
    coming = meeting.decisions.next
    if coming is not None:
        found["next"] = {
            "year": coming.year,
            "host": coming.host,
            "head": coming.head,
            "theme": _text(coming.theme, lang),
            "seminar": _text(coming.seminar, lang),
        }
    return found


def _text(text: LocalText | None, lang: Language) -> str | None:
    return text.to(lang) if text else None


def _person_record(person: Person | None, lang: Language) -> dict[str, object] | None:
    if person is None:
        return None
    return {
        "name": person.name,
        "title": _text(person.title, lang),
        "organization": _text(person.organization, lang),
        "member": person.member,
    }


def _ballot_record(session: Session, ballot: Ballot, lang: Language) -> dict[str, object]:
    rule = ballot.rule
    return {
        "rule": {
            "base": rule.base,
            "threshold": rule.threshold if isinstance(rule.threshold, Decimal) else percent(rule.threshold, lang),
            "above": rule.above,
            "source": _text(rule.source, lang),
        }
        if rule
        else None,
        "secret": ballot.secret,
        "date": ballot.date.isoformat() if ballot.date else None,
        "voters": list(ballot.voters),
        "own_vote": ballot.own_vote,
        "note": _text(ballot.note, lang),
        "issued": ballot.issued,
        "returned": ballot.returned,
        "valid": ballot.valid,
        "votes": {
            vote.candidate: {
                "for": vote.tally.for_,
                "against": vote.tally.against,
                "abstain": vote.tally.abstain,
                "base": vote.base,
                "share": Fraction(vote.share) if vote.share is not None else None,
                "verdict": vote.verdict,
            }
            for vote in count(ballot, session.meeting, session.members)
        },
    }
