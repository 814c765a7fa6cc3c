"""Who hosts a meeting, and why."""

import datetime
from collections.abc import Callable, Sequence

from taybac_cluster.decide.host import Hosting, OnRecord, Waiting
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Language, Location
from taybac_cluster.views.page import Block, Column, Facts, Grid, Lines, Page, Phrase, Row, Table, Title
from taybac_cluster.views.words import all_said, full_name, listed, say, some_of

_HOST = Words("Đơn vị đăng cai {year}", "Host {year}")
_THEME = Words("Chủ đề {year}", "Theme {year}")
_SEMINAR = Words("Chủ đề hội thảo", "Seminar")
_HEAD = Words("Cụm trưởng {year}", "Head {year}")
_WHY = Words("Căn cứ", "Basis")
_BASIS = {
    "held": Words("đã tổ chức, theo {file}", "held it, by {file}"),
    "decision": Words("quyết định của hội nghị, theo {file}", "decided by the meeting, by {file}"),
    "proposal": Words(
        "ĐỀ XUẤT theo vòng quay, chờ hội nghị quyết định", "PROPOSED by the rotation, for the meeting to decide"
    ),
    "accepted": Words(
        "ĐỀ XUẤT vì đã nhận lời đăng cai, theo {file}; chờ hội nghị quyết định",
        "PROPOSED because it accepted to host, by {file}; for the meeting to decide",
    ),
    "none": Words("chưa có quyết định và chưa đề xuất được", "neither decided nor to be proposed"),
}
_NOBODY = Words("chưa rõ", "not known")
_ALIKE = Words(
    "{names} ngang nhau theo thứ tự luân phiên; hội nghị chọn", "{names} come first alike; the meeting must choose"
)
_NO_MEMBERS = Words("không còn thành viên nào vào ngày 31/12/{year}", "there is no member on 31 December {year}")
_FAULTY = Words("tệp hội nghị có lỗi, chưa đề xuất được", "a meeting file has faults, so nothing can be proposed")
_TITLE = Words("Đơn vị đăng cai hội nghị năm {year}", "Host of the {year} meeting")
_WAITING = Words("Thứ tự chờ đăng cai", "Who has waited longest")
_LAST = (Words("Đô thị", "City"), Words("Lần đăng cai gần nhất", "Last on record as host"))
_NEVER = Words("chưa có thông tin", "none on record")
_ACCEPTED = Words("đã nhận lời", "accepted")
_REFUSED = Words("đã từ chối{reason}", "declined{reason}")
_UNKNOWN = Words("Chưa có thông tin về đơn vị đăng cai các năm: {years}.", "No host is on record for: {years}.")

_HISTORY = Words("Các kỳ hội nghị có trong hồ sơ – {cluster}", "The meetings on record – {cluster}")
_BY_YEAR = (
    Words("Năm", "Year"),
    Words("Đăng cai", "Host"),
    Words("Cụm trưởng", "Head"),
    Words("Chủ đề", "Theme"),
)
_NO_HISTORY = Words("Chưa có hồ sơ hội nghị nào.", "No meeting is on record.")
_INSTEAD = Words("trước đó đã quyết định {name}", "{name} had been decided on")


def name_of(member: str, roster: Roster, day: datetime.date, lang: Language) -> str:
    """Name a member by its id, as it was called on a day; the id itself where it is unknown."""
    known = roster.by_id.get(member)
    return known.on(day).name.to(lang) if known else member


def next_facts(hosting: Hosting, roster: Roster, lang: Language, *, few: bool = False) -> tuple[tuple[str, str], ...]:
    """Return the host, the ground and the themes as facts; of many candidates only a `few`, if so asked."""
    who = name_of(hosting.host, roster, hosting.day, lang) if hosting.host else say(_NOBODY, lang)
    facts = [(say(_HOST, lang, year=hosting.year), who), (say(_WHY, lang), ground(hosting, roster, lang, few=few))]
    if hosting.head:
        facts.append((say(_HEAD, lang, year=hosting.year), name_of(hosting.head, roster, hosting.day, lang)))
    if hosting.theme:
        facts.append((say(_THEME, lang, year=hosting.year), hosting.theme.to(lang)))
    if hosting.seminar:
        facts.append((say(_SEMINAR, lang), hosting.seminar.to(lang)))
    return tuple(facts)


def ground(hosting: Hosting, roster: Roster, lang: Language, line: int | None = None, *, few: bool = False) -> str:
    """Say in words on what ground somebody hosts, or why nobody can be named."""
    if hosting.basis == "none":
        if hosting.faulty:
            return say(_FAULTY, lang)
        if not hosting.members:
            return say(_NO_MEMBERS, lang, year=hosting.year)
        if hosting.candidates:
            names = [name_of(each, roster, hosting.day, lang) for each in hosting.candidates]
            return say(_ALIKE, lang, names=(some_of if few else listed)(names, lang))
    file = hosting.location.file if hosting.location else ""
    basis = "accepted" if hosting.basis == "proposal" and hosting.location else hosting.basis
    return say(_BASIS[basis], lang, file=f"{file}:{line}" if line else file)


def page(hosting: Hosting, roster: Roster, lang: Language, line: int | None = None) -> Page:
    """Return who hosts a year, and for a proposal who waited how long."""
    facts = list(next_facts(hosting, roster, lang))
    facts[1] = (facts[1][0], ground(hosting, roster, lang, line))
    blocks: list[Block] = [Title(say(_TITLE, lang, year=hosting.year)), Facts(tuple(facts))]
    if hosting.basis in ("proposal", "none") and hosting.waiting:
        rows = tuple(
            Row(
                (
                    Phrase(
                        name_of(each.member, roster, hosting.day, lang),
                        "strong" if each.member == hosting.host else "plain",
                    ),
                    Phrase(_since(each, lang)),
                )
            )
            for each in hosting.waiting
        )
        blocks += [Title(say(_WAITING, lang), 2), Table(tuple(map(Column, all_said(_LAST, lang))), rows)]
    if hosting.unknown_years:
        blocks.append(Lines((Phrase(say(_UNKNOWN, lang, years=", ".join(map(str, hosting.unknown_years)))),)))
    return blocks


def _since(each: Waiting, lang: Language) -> str:
    text = str(each.last) if each.last is not None else say(_NEVER, lang)
    if each.accepted:
        return f"{text}; {say(_ACCEPTED, lang)}"
    if each.refused is None:
        return text
    reason = f": {each.refused.to(lang)}" if each.refused.to(lang) else ""
    return f"{text}; {say(_REFUSED, lang, reason=reason)}"


def history_page(years: Sequence[OnRecord], roster: Roster, line: Callable[[Location], int], lang: Language) -> Page:
    """Return who hosted, who led and what the theme was, year by year; what is not known is said to be unknown."""
    title = Title(say(_HISTORY, lang, cluster=roster.cluster.name.to(lang)))
    if not years:
        return [title, Lines((Phrase(say(_NO_HISTORY, lang)),))]
    headings = all_said(_BY_YEAR, lang)
    columns = tuple(Column(heading, right=at == 0) for at, heading in enumerate(headings))
    return [
        title,
        Table(columns, tuple(_year(each, roster, lang) for each in years)),
        Lines(tuple(Phrase(_source(each, roster, line, lang), "dim") for each in years if each.location), bullets=True),
    ]


def _year(each: OnRecord, roster: Roster, lang: Language) -> Row:
    unknown = Phrase(say(_NEVER, lang), "dim")
    people = [Phrase(_full_name(who, roster, each.day, lang)) if who else unknown for who in (each.host, each.head)]
    theme = Phrase(each.theme.to(lang)) if each.theme else unknown
    return Row((Phrase(str(each.year), "strong"), *people, theme))


def _full_name(member: str, roster: Roster, day: datetime.date, lang: Language) -> str:
    known = roster.by_id.get(member)
    return full_name(known.on(day), lang) if known else member


def _source(each: OnRecord, roster: Roster, line: Callable[[Location], int], lang: Language) -> str:
    """Say on what ground a year's host is known, and where another than the decided one held it."""
    file = f"{each.location.file}:{line(each.location)}" if each.location else ""
    text = f"{each.year}: {say(_BASIS[each.basis or 'none'], lang, file=file)}"
    if each.decided is None:
        return text
    return f"{text}; " + say(_INSTEAD, lang, name=name_of(each.decided, roster, each.day, lang))


def history_record(years: Sequence[OnRecord], line: Callable[[Location], int], lang: Language) -> dict[str, object]:
    """Return hosts, heads and themes by year as data; null where it is not known."""
    return {
        "version": 1,
        "years": [
            {
                "year": each.year,
                "host": each.host,
                "basis": each.basis,
                "decided_instead": each.decided,
                "head": each.head,
                "theme": each.theme.to(lang) if each.theme else None,
                "seminar": each.seminar.to(lang) if each.seminar else None,
                "file": each.location.file if each.location else None,
                "line": line(each.location) if each.location else None,
            }
            for each in years
        ],
    }


def record(hosting: Hosting, lang: Language, line: int | None = None) -> dict[str, object]:
    """Return the host of a year as data."""
    return {
        "year": hosting.year,
        "host": hosting.host,
        "basis": hosting.basis,
        "head": hosting.head,
        "theme": hosting.theme.to(lang) if hosting.theme else None,
        "seminar": hosting.seminar.to(lang) if hosting.seminar else None,
        "candidates": list(hosting.candidates),
        "waiting": [
            {
                "member": each.member,
                "last_on_record": each.last,
                "declined": each.refused is not None,
                "accepted": each.accepted,
            }
            for each in hosting.waiting
        ],
        "unknown_years": list(hosting.unknown_years),
        "file": hosting.location.file if hosting.location else None,
        "line": line,
    }


def grid(hosting: Hosting, roster: Roster, lang: Language) -> Grid:
    """Return the host of a year as a plain table, and for a proposal all who wait for it, the longest wait first."""
    headings = ("year", "member", "name", "host", "basis", "last_on_record", "accepted", "declined")
    waiting = {each.member: each for each in hosting.waiting}
    members = list(waiting) if hosting.host is None or hosting.host in waiting else [hosting.host, *waiting]
    rows = []
    for member in members:
        each, is_host = waiting.get(member), member == hosting.host
        declined = str(each.refused is not None).lower() if each else None
        rows.append(
            (
                hosting.year, member, name_of(member, roster, hosting.day, lang), str(is_host).lower(),
                hosting.basis if is_host else None, each.last if each else None,
                str(each.accepted).lower() if each else None, declined,
            )
        )  # fmt: skip
    return Grid(headings, tuple(rows))


def history_grid(years: Sequence[OnRecord], roster: Roster, lang: Language) -> Grid:
    """Return hosts, heads and themes by year as a plain table; empty where it is not known."""
    headings = ("year", "host", "host_name", "basis", "decided_instead", "head", "head_name", "theme", "seminar")

    def name(member: str | None, each: OnRecord) -> str | None:
        return name_of(member, roster, each.day, lang) if member else None

    rows = tuple(
        (
            each.year, each.host, name(each.host, each), each.basis, each.decided, each.head, name(each.head, each),
            each.theme.to(lang) if each.theme else None, each.seminar.to(lang) if each.seminar else None,
        )
        for each in years
    )  # fmt: skip
    return Grid(headings, rows)
