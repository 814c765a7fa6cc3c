"""Why a command cannot answer, in words that say what there is instead."""

import datetime
from collections.abc import Sequence

from taybac_cluster.decide.what_if import CannotSetError
from taybac_cluster.diagnostics import Diagnostic, Span, Words, suggestion
from taybac_cluster.model.meeting import Meeting, last_day
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Language
from taybac_cluster.views.diagnostics import Finding
from taybac_cluster.views.host import name_of
from taybac_cluster.views.words import day, listed, say

_NO_SET = Words(
    "năm {year} không có bộ tiêu chí (criteria/{year}.yaml) nên không có gì để xếp hạng",
    "there is no criteria set for {year} (criteria/{year}.yaml), so there is nothing to rank",
)
_NOBODY_SCORED = Words(
    "vào ngày xét của năm {year} không có thành viên nào", "on the day that counts for {year} nobody was a member"
)
_YEARS = Words("các năm xếp hạng được: {years}", "the years that can be ranked: {years}")
_NO_YEARS = Words("chưa có năm nào xếp hạng được", "there is no year yet that can be ranked")
_ENDED = Words(
    "từ ngày {day} cụm không còn thành viên nào; đơn vị kế thừa:",
    "since {day} nobody is a member of the cluster; the successors:",
)
_SUCCESSORS = Words("  {name}: {successors}", "  {name}: {successors}")
_MEETING = {
    "title": Words("hội nghị năm {year} có trong hồ sơ:", "the {year} meeting is on record:"),
    "held_on": Words("  ngày: {text}", "  held on: {text}"),
    "host": Words("  đơn vị đăng cai: {text}", "  host: {text}"),
    "head": Words("  cụm trưởng: {text}", "  head: {text}"),
    "theme": Words("  chủ đề: {text}", "  theme: {text}"),
    "nominated": Words("  đã đề nghị khen thưởng: {text}", "  nominated: {text}"),
    "next": Words("  đăng cai kỳ sau ({year}): {text}", "  next host ({year}): {text}"),
}
_FAULTY = Words(
    "dữ liệu có lỗi nên chưa làm được; sửa các lỗi trên rồi làm lại\n",
    "the data have faults, so this cannot be done; fix them first\n",
)
_FAULTY_RANKING = Words(
    "dữ liệu có lỗi nên chưa xếp hạng; sửa các lỗi trên, hoặc dùng --allow-incomplete để xếp hạng phần còn lại\n",
    "the data have faults, so nothing is ranked; fix them, or rank the rest with --allow-incomplete\n",
)
_UNPROVED = Words(
    "năm {year}: chưa kiểm chứng được vì các lỗi trên\n", "{year} cannot be verified because of the faults above\n"
)
_UNDECIDED = Words(
    "chú ý: meetings/{year}.yaml chưa ghi hội nghị đề nghị ai (decisions.nominated); đã chốt kết quả tính",
    "note: meetings/{year}.yaml does not say whom the meeting nominated (decisions.nominated); "
    "what is locked is the computed result",
)

_NOT_LOCKED = Words("năm {year} chưa chốt kết quả", "the result of {year} is not locked")
_NONE_LOCKED = Words("chưa có năm nào chốt kết quả", "no year is locked")
_LOCKED_YEARS = Words("; các năm đã chốt: {years}", "; the locked years: {years}")
_LOCKED = Words(
    'kết quả năm {year} đã chốt; muốn sửa thì mở lại: cluster unlock {year} --reason "lý do"',
    '{year} is locked; to change it, open it first: cluster unlock {year} --reason "why"',
)
_OBSTACLES = {
    "draft": Words(
        "chưa chốt được năm {year}: còn tệp là dự thảo (status: draft): {files}; sửa thành status: official",
        "{year} cannot be locked yet: these files are drafts (status: draft): {files}; write status: official",
    ),
    "open_seat": Words(
        "chưa chốt được năm {year}: hội nghị còn phải quyết định một vị trí đề nghị; xem cluster rank {year}",
        "{year} cannot be locked yet: the meeting has still to decide a seat; see cluster rank {year}",
    ),
    "drift": Words(
        "dữ liệu năm {year} đã thay đổi so với kết quả đã chốt; xem cluster verify {year}, "
        'mở lại bằng cluster unlock {year} --reason "lý do"',
        "{year} is locked and its data have changed; see cluster verify {year}, "
        'open it with cluster unlock {year} --reason "why"',
    ),
    "edited": Words(
        "tệp chốt results/{year}.yaml đã bị sửa tay nên không dùng được; khôi phục tệp từ lịch sử git",
        "the lock results/{year}.yaml was edited by hand and cannot be used; restore it from git",
    ),
}
_UNWRITABLE = Words(
    "không ghi results/{year}.yaml vì sẽ không đọc lại được: {fault}",
    "results/{year}.yaml is not written, because it could not be read again: {fault}",
)
_CHANGED = Words(
    "một lệnh khác vừa ghi results/{year}.yaml; lệnh này chưa ghi gì, hãy xem lại rồi làm lại",
    "another run has just written results/{year}.yaml; this one wrote nothing: look at it, then try again",
)
_NOTHING_SUBMITTED = Words(
    "{member} chưa có báo cáo tự chấm năm {year}, nên chưa có gì để thẩm định",
    "{member} has no submission in {year}, so there is nothing to appraise",
)
_NO_MEETING = Words(
    "không có hồ sơ hội nghị năm {year} (meetings/{year}.yaml)",
    "no meeting of {year} is on record (meetings/{year}.yaml)",
)
_MEETINGS = Words("; các năm có hồ sơ: {years}", "; the years on record: {years}")
_CANNOT_SET = {
    "form": Words(
        "“{text}” không đúng dạng; viết: --set ĐÔ_THỊ.MÃ=GIÁ_TRỊ, ví dụ --set mot-do-thi.mot-tieu-chi=38.5",
        "“{text}” cannot be read; write --set MEMBER.ID=VALUE, such as --set a-city.a-criterion=38.5",
    ),
    "twice": Words("“{text}” được đặt hai lần", "“{text}” is set twice"),
    "member": Words("không có đô thị nào mang mã “{text}”", "there is no member “{text}”"),
    "no_submission": Words(
        "“{text}” không có báo cáo năm này nên không đặt giá trị được",
        "“{text}” has no submission this year, so nothing of it can be set",
    ),
    "not_competing": Words(
        "“{text}” không tham gia bình xét năm này nên không đặt giá trị được",
        "“{text}” does not compete this year, so nothing of it can be set",
    ),
    "id": Words(
        "không có tiêu chí, điều kiện, điểm cộng hay điểm trừ nào mang mã “{text}”",
        "there is no criterion, gate, bonus or deduction “{text}”",
    ),
    "code": Words(
        "“{text}” là mã số của tiêu chí; ở đây gõ: {legal}", "“{text}” is the code of a criterion; here type: {legal}"
    ),
    "judge": Words("không có giám khảo nào mang mã “{text}”", "there is no judge “{text}”"),
    "no_judges": Words(
        "“{text}”: tệp hội nghị của năm không có danh sách giám khảo",
        "“{text}”: the year’s meeting file names no judges",
    ),
    "judge_needed": Words(
        "“{text}” do giám khảo chấm; ghi cả mã giám khảo: --set {text}.GIÁM-KHẢO=8",
        "“{text}” is marked by judges; name the judge: --set {text}.JUDGE=8",
    ),
    "not_marked": Words("“{text}” không do giám khảo chấm", "“{text}” is not marked by judges"),
    "number": Words(
        "“{text}”: giá trị phải là một số, ví dụ 38.5; hoặc missing (không có số liệu), na (không áp dụng)",
        "“{text}”: the value must be a number, such as 38.5; or missing, or na (not applicable)",
    ),
    "comma": Words("“{text}”: dùng dấu chấm thập phân: {legal}", "“{text}”: write a decimal point: {legal}"),
    "negative": Words("“{text}”: thang điểm này không nhận số âm", "“{text}”: this scale takes no negative numbers"),
    "ratio": Words(
        "“{text}”: giá trị phải là hai số, tử số/mẫu số, mẫu số lớn hơn 0, ví dụ 812/930",
        "“{text}”: the value must be two numbers, numerator/denominator, the latter above 0, such as 812/930",
    ),
    "level": Words(
        "“{text}”: giá trị phải là một trong các mức: {legal}", "“{text}”: the value must be one of the levels: {legal}"
    ),
    "answer": Words(
        "“{text}”: giá trị phải là true (có) hoặc false (không)", "“{text}”: the value must be true or false"
    ),
    "mark": Words("“{text}”: điểm phải từ 0 đến {legal}", "“{text}”: the mark must be from 0 to {legal}"),
}
_SUGGESTED = ("member", "id", "judge")


def no_meeting(year: int, known: list[int], lang: Language) -> str:
    """Say that no meeting of a year is on record, and which are."""
    text = say(_NO_MEETING, lang, year=year)
    return text + say(_MEETINGS, lang, years=", ".join(map(str, known))) if known else text


def nothing_submitted(member: str, year: int, lang: Language) -> str:
    """Say that a city has not submitted, so that nothing of it can be appraised."""
    return say(_NOTHING_SUBMITTED, lang, member=member, year=year)


def not_locked(year: int | None, locked_years: list[int], lang: Language) -> str:
    """Say that a year is not locked and which years are; without a year, that none is."""
    if year is None:
        return say(_NONE_LOCKED, lang)
    text = say(_NOT_LOCKED, lang, year=year)
    return text + say(_LOCKED_YEARS, lang, years=", ".join(map(str, locked_years))) if locked_years else text


def locked(year: int, lang: Language) -> str:
    """Say that a year is locked and how it is opened."""
    return say(_LOCKED, lang, year=year)


def lock_refused(kind: str, year: int, files: Sequence[str], lang: Language) -> str:
    """Say what keeps a year from being locked or opened."""
    return say(_OBSTACLES[kind], lang, year=year, files=", ".join(files))


def unwritable_lock(year: int, fault: str, lang: Language) -> str:
    """Say that a lock is not written because it could not be read again."""
    return say(_UNWRITABLE, lang, year=year, fault=fault)


def changed_meanwhile(year: int, lang: Language) -> str:
    """Say that another run wrote a lock in the meantime."""
    return say(_CHANGED, lang, year=year)


def faulty(lang: Language, *, ranking: bool = False) -> str:
    """Say that faults keep something from being done; a ranking can be made of the rest."""
    return say(_FAULTY_RANKING if ranking else _FAULTY, lang)


def unproved(year: int, lang: Language) -> str:
    """Say that faults keep a year from being verified."""
    return say(_UNPROVED, lang, year=year)


def undecided(year: int, lang: Language) -> str:
    """Say that a year is locked with no decision of its meeting on record."""
    return say(_UNDECIDED, lang, year=year)


def nothing_to_rank(year: int, known: list[int], meeting: Meeting | None, roster: Roster | None, lang: Language) -> str:
    """Say why a year cannot be ranked, which years can, and what else is known of it."""
    lines = [say(_NOBODY_SCORED if year in known else _NO_SET, lang, year=year)]
    others = [each for each in known if each != year]
    lines.append(say(_YEARS, lang, years=", ".join(map(str, others))) if others else say(_NO_YEARS, lang))
    if roster is not None:
        lines += _ended(year, roster, lang)
        if meeting is not None:
            lines += _on_record(meeting, roster, lang)
    return "\n".join(lines)


def _ended(year: int, roster: Roster, lang: Language) -> list[str]:
    """Say since when nobody is a member, where that was before the year's end."""
    last = max((stay.until for member in roster.members for stay in member.member if stay.until), default=None)
    if last is None or last >= datetime.date(year, 12, 31) or roster.on(datetime.date(year, 12, 31)):
        return []
    lines = [say(_ENDED, lang, day=day(last + datetime.timedelta(days=1), lang))]
    for member in roster.members:
        if member.successors and member.membership(last) == "member":
            successors = "; ".join(each.name.to(lang) for each in member.successors)
            lines.append(say(_SUCCESSORS, lang, name=name_of(member.id, roster, last, lang), successors=successors))
    return lines


def _on_record(meeting: Meeting, roster: Roster, lang: Language) -> list[str]:
    facts: list[tuple[str, str]] = []
    if meeting.held_on:
        facts.append(("held_on", day(meeting.held_on, lang)))
    for key, member in (("host", meeting.host), ("head", meeting.head)):
        if member:
            facts.append((key, name_of(member, roster, meeting.day, lang)))
    if meeting.theme:
        facts.append(("theme", meeting.theme.to(lang)))
    decisions = meeting.decisions
    if decisions.nominated:
        facts.append(
            ("nominated", listed([name_of(each, roster, meeting.day, lang) for each in decisions.nominated], lang))
        )
    lines = [say(_MEETING["title"], lang, year=meeting.year)]
    lines += [say(_MEETING[key], lang, text=text) for key, text in facts]
    if decisions.next and decisions.next.host:
        host = name_of(decisions.next.host, roster, last_day(decisions.next.year), lang)
        lines.append(say(_MEETING["next"], lang, year=decisions.next.year, text=host))
    return lines


def cannot_suppose(error: CannotSetError | Diagnostic, lang: Language) -> str:
    """Say why something cannot be set, and what could be meant; or the error that it would be in the files."""
    if isinstance(error, Diagnostic):
        return Finding(error, lang, error.file, Span()).message
    legal = error.legal[0] if error.fault in ("comma", "mark") else "; ".join(error.legal)
    text = say(_CANNOT_SET[error.fault], lang, text=error.text, legal=legal)
    if error.fault in _SUGGESTED:
        text += "; " + say(suggestion(error.text, list(error.legal)), lang)
    return text
