"""A year as a checklist: what is done, what is missing, who must do it, and what keeps the year from being locked."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from taybac_cluster.decide.doubts import Doubts
from taybac_cluster.decide.progress import Progress
from taybac_cluster.decide.proof import Proof
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.votes import count as counted
from taybac_cluster.decide.votes import lost
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.record import Language
from taybac_cluster.views import doubts
from taybac_cluster.views.cautions import cautions
from taybac_cluster.views.diagnostics import Finding, kinds
from taybac_cluster.views.meeting.ballots import BALLOTS
from taybac_cluster.views.named import names
from taybac_cluster.views.notices import notices
from taybac_cluster.views.page import Block, Column, Grid, Lines, Notice, Page, Phrase, Row, Table, Title
from taybac_cluster.views.proof import notice
from taybac_cluster.views.words import all_said, listed, plural, say

_MOST = 12
"""So many files with faults are named."""

_TITLE = Words("Tình hình năm {year} – {cluster}", "The year {year} – {cluster}")
_TITLE_BARE = Words("Tình hình năm {year}", "The year {year}")
_READY = Words(
    "Đã đủ điều kiện để chốt kết quả: cluster lock {year}", "Nothing blocks the lock any more: cluster lock {year}"
)
_BLOCKED = Words("CHƯA CHỐT ĐƯỢC: còn {count} việc phải xong trước", "NOT READY TO LOCK: {count} to be done first")
_TO_DO = Words("Phải xong trước khi chốt", "To be done before the lock")
_ERRORS = Words("{file}: {count}; {who}", "{file}: {count}; {who}")
_MORE = Words(
    "… và {count} tệp khác; xem đủ bằng cluster validate", "… and {count} more files; cluster validate has all"
)
_OBSTACLES = {
    "draft": Words("{file} còn là dự thảo (status: draft); {who}", "{file} is still a draft (status: draft); {who}"),
    "open_seat": Words(
        "{file}: hội nghị chưa chọn trong số các đô thị có tổng điểm bằng nhau ({names})",
        "{file}: the meeting has still to choose between equals ({names})",
    ),
    "drift": Words(
        "dữ liệu đã thay đổi so với kết quả đã chốt ({file}); xem cluster verify {year}",
        "the data have changed since the result was locked ({file}); see cluster verify {year}",
    ),
    "edited": Words(
        "tệp chốt {file} đã bị sửa tay; khôi phục tệp từ lịch sử git",
        "the lock {file} was edited by hand; restore it from git",
    ),
}
_WHO = {
    "submissions": Words("người làm: {name}", "to do: {name}"),
    "evidence": Words("người làm: {name}", "to do: {name}"),
    "appraisals": Words("người làm: tổ thẩm định", "to do: the panel"),
    "": Words("người làm: bộ phận thư ký", "to do: the secretariat"),
}
_CITIES = Words("Các đô thị", "The cities")
_HEADINGS = (
    Words("Đô thị", "City"),
    Words("Báo cáo", "Submission"),
    Words("Thẩm định", "Appraisal"),
    Words("Còn thiếu", "Missing"),
    Words("Điểm cộng chờ thẩm định", "Claims open"),
    Words("Mã", "Id"),
)
_MARKS = Words("Điểm giám khảo", "Marks")
_DONE = {True: Words("✓ đã nộp", "✓ submitted"), False: Words("· chưa nộp", "· not yet")}
_NOT_COMPETING = Words("không tham gia", "not competing")
_FAULTY = Words("! có lỗi", "! faulty")
_APPRAISED = {True: Words("✓ đã có", "✓ done"), False: Words("· chưa có", "· not yet")}
_COUNTS = Words(
    "Đã nộp báo cáo {submitted}/{members}; đã thẩm định {appraised}/{submitted}; còn thiếu {missing} số liệu; "
    "{claims} điểm cộng chờ thẩm định.",
    "Submitted {submitted} of {members}; appraised {appraised} of {submitted}; values missing: {missing}; claims open: "
    "{claims}.",
)
_MEETING = Words("Hội nghị và cảnh báo", "The meeting and the warnings")
_NO_MEETING = Words("Chưa có hồ sơ hội nghị (meetings/{year}.yaml).", "No meeting is on record (meetings/{year}.yaml).")
_BALLOT = Words("{name}: {count} đô thị được bỏ phiếu, {verdict}", "{name}: {count} voted on, {verdict}")
_CARRIED = Words("{carried} đạt mức thông qua", "{carried} carried")
_NO_RULE = Words("chưa nêu quy tắc nên không kết luận", "no rule is stated, so none is called carried")
_WITHOUT = Words("hội nghị chọn {names} dù không đạt", "the meeting chose {names} all the same")
_DECIDED = Words("Hội nghị đề nghị khen thưởng: {names}", "Nominated by the meeting: {names}")
_UNDECIDED = Words(
    "Chưa ghi hội nghị đề nghị ai (decisions.nominated).", "Whom the meeting nominated is not on record."
)
_NO_NEXT = Words("Chưa ghi đơn vị đăng cai kỳ tới (decisions.next).", "The next host is not on record.")
_WARNINGS = Words(
    "{count} cảnh báo: {codes}; xem cluster validate --year {year}",
    "{count}: {codes}; see cluster validate --year {year}",
)
_NO_WARNING = Words("Không có cảnh báo.", "No warnings.")


class Checklist(NamedTuple):
    """What the page shows: the year's round and result as far as there are any, its faults, and what blocks."""

    year: int
    round: Round | None
    result: Result | None
    proof: object
    errors: Sequence[Finding]
    warnings: Sequence[Finding]
    blocked: Sequence[tuple[str, str]]
    """What keeps a year without errors from being locked: the kind, and the file."""
    members: Sequence[Progress]
    doubts: Doubts = Doubts()

    @property
    def locked(self) -> bool:
        """Whether the year is locked, be it that its data changed since."""
        return isinstance(self.proof, Proof) and self.proof.lock.state == "locked"


def page(found: Checklist, lang: Language) -> Page:
    """Return the checklist as a page: what blocks the lock first."""
    blocks: list[Block] = [Title(_title(found, lang))]
    if found.result:
        blocks += notices(found.result, lang)
    if found.proof is not None:
        blocks.append(notice(found.proof, lang))  # type: ignore[arg-type]
    to_do = list(_to_do(found, lang))
    if to_do:
        count = len(found.errors) + len(found.blocked)
        blocks.append(Notice(say(_BLOCKED, lang, count=count), "bad"))
        blocks += [Title(say(_TO_DO, lang), 2), Lines(tuple(to_do), bullets=True)]
    elif not found.locked:
        blocks.append(Notice(say(_READY, lang, year=found.year), "good"))
    if found.members and found.round:
        blocks += [Title(say(_CITIES, lang), 2), _table(found, lang), Lines((Phrase(_counts(found, lang)),))]
    blocks += [Title(say(_MEETING, lang), 2), Lines(tuple(_rest(found, lang)), bullets=True)]
    return [*blocks, *cautions(found.doubts, found.result, lang)] if found.result else blocks


def _title(found: Checklist, lang: Language) -> str:
    if found.round is None:
        return say(_TITLE_BARE, lang, year=found.year)
    return say(_TITLE, lang, year=found.year, cluster=found.round.roster.cluster.name.to(lang))


def _to_do(found: Checklist, lang: Language) -> Iterator[Phrase]:
    """Yield what blocks the lock: a line a file with errors, and a line for everything else."""
    files = Counter(each.file for each in found.errors)
    for file, count in list(files.items())[:_MOST]:
        errors = f"{count} lỗi" if lang == "vi" else plural(count, "error", "errors")
        first = next(each for each in found.errors if each.file == file)
        yield Phrase(say(_ERRORS, lang, file=file, count=errors, who=_who(found, file, lang)), "bad")
        yield Phrase(f"  {first.span.line}: {first.message}", "dim")
    if len(files) > _MOST:
        yield Phrase(say(_MORE, lang, count=len(files) - _MOST))
    for kind, file in found.blocked:
        yield Phrase(obstacle(found, kind, file, lang), "bad")


def obstacle(found: Checklist, kind: str, file: str, lang: Language) -> str:
    """Say what keeps a year without errors from being locked, and who must do it."""
    seats = found.result.nominations.open_seats if found.result else None
    candidates = names(found.result, seats.candidates, lang) if found.result and seats else ""
    who = _who(found, file, lang)
    return say(_OBSTACLES[kind], lang, file=file, year=found.year, names=candidates, who=who)


def _who(found: Checklist, file: str, lang: Language) -> str:
    """Say who must do something about a file of the data folder."""
    parts = file.split("/")
    folder = next((each for each in _WHO if each and each in parts), "")
    member = parts[-1].removesuffix(".yaml") if folder == "submissions" else parts[-2] if folder else ""
    known = found.round.roster.by_id.get(member) if found.round else None
    name = known.on(found.round.criteria.as_of).name.to(lang) if known and found.round else member
    return say(_WHO[folder], lang, name=name)


def _table(found: Checklist, lang: Language) -> Table:
    city, submitted, appraised, missing, claims, member = all_said(_HEADINGS, lang)
    judged = any(each.marks[1] for each in found.members)
    columns = [Column(city), Column(submitted), Column(appraised), Column(missing, right=True)]
    columns += [Column(say(_MARKS, lang), right=True)] if judged else []
    columns += [Column(claims, right=True), Column(member, from_width=100)]
    rows = [Row(tuple(_cells(found, each, judged=judged, lang=lang))) for each in found.members]
    return Table(tuple(columns), tuple(rows))


def _cells(found: Checklist, each: Progress, *, judged: bool, lang: Language) -> Iterator[Phrase]:
    yield Phrase(_name(found, each.member, lang))
    words = _DONE[each.submitted] if each.competing else _NOT_COMPETING
    yield Phrase(say(_FAULTY if each.faulty else words, lang), "bad" if each.faulty else "plain")
    due = each.submitted and each.competing
    yield Phrase(say(_APPRAISED[each.appraised], lang) if due else "")
    yield Phrase(str(len(each.missing)) if each.missing else "")
    if judged:
        yield Phrase("{}/{}".format(*each.marks) if each.marks[1] else "")
    yield Phrase(str(len(each.claims)) if each.claims else "")
    yield Phrase(each.member, "dim")


def _name(found: Checklist, member: str, lang: Language) -> str:
    return found.round.standings[member].name.to(lang) if found.round else member


def _counts(found: Checklist, lang: Language) -> str:
    submitted = [each for each in found.members if each.submitted]
    return say(
        _COUNTS, lang, members=len(found.members), submitted=len(submitted),
        appraised=sum(each.appraised for each in submitted),
        missing=sum(len(each.missing) for each in submitted), claims=sum(len(each.claims) for each in submitted),
    )  # fmt: skip


def _rest(found: Checklist, lang: Language) -> Iterator[Phrase]:
    """Yield the ballots, the decisions and the count of warnings."""
    yield from _meeting(found, lang)
    if not found.warnings:
        yield Phrase(say(_NO_WARNING, lang))
        return
    count = str(len(found.warnings)) if lang == "vi" else plural(len(found.warnings), "warning", "warnings")
    yield Phrase(say(_WARNINGS, lang, count=count, codes=kinds(found.warnings), year=found.year))


def _meeting(found: Checklist, lang: Language) -> Iterator[Phrase]:
    meeting = found.round.meeting if found.round else None
    if meeting is None or found.round is None:
        yield Phrase(say(_NO_MEETING, lang, year=found.year))
        return
    members = found.round.roster.count(meeting.day)
    against = lost(meeting, members)
    for name, ballot in meeting.ballots.items():
        votes = counted(ballot, meeting, members)
        verdict = say(_CARRIED, lang, carried=sum(vote.verdict == "carried" for vote in votes))
        parts = [verdict if ballot.rule else say(_NO_RULE, lang)]
        if name in against:
            cities = listed([_called(found.round, each, lang) for each in against[name]], lang)
            parts.append(say(_WITHOUT, lang, names=cities))
        called = say(BALLOTS[name], lang) if name in BALLOTS else name
        text = say(_BALLOT, lang, name=called, count=len(votes), verdict="; ".join(parts))
        yield Phrase(text, "warn" if name in against or not ballot.rule else "plain")
    decided = meeting.decisions.nominated
    cities = listed([_called(found.round, each, lang) for each in decided or ()], lang)
    yield Phrase(say(_UNDECIDED, lang) if decided is None else say(_DECIDED, lang, names=cities or "–"))
    if meeting.decisions.next is None:
        yield Phrase(say(_NO_NEXT, lang))


def _called(the_round: Round, member: str, lang: Language) -> str:
    known = the_round.roster.by_id.get(member)
    return known.on(the_round.criteria.as_of).name.to(lang) if known else member


# ---- the same as data ----


def record(found: Checklist, lang: Language) -> Mapping[str, object]:
    """Return the checklist as the JSON object that is a contract."""
    errors = [
        {"kind": "error", "file": each.file, "line": each.span.line, "message": each.message} for each in found.errors
    ]
    others = [
        {"kind": kind, "file": file, "line": None, "message": obstacle(found, kind, file, lang)}
        for kind, file in found.blocked
    ]
    return {
        "year": found.year,
        "illustrative": found.round.illustrative if found.round else None,
        "locked": found.locked,
        "blocking": [*errors, *others],
        "members": [
            {
                "member": each.member,
                "name": _name(found, each.member, lang),
                "submitted": each.submitted,
                "competing": each.competing,
                "appraised": each.appraised,
                "missing": list(each.missing),
                "claims": list(each.claims),
                "gates_open": list(each.gates),
                "marks": {"given": each.marks[0], "of": each.marks[1]},
                "faulty": each.faulty,
            }
            for each in found.members
        ],
        "warnings": len(found.warnings),
        **(doubts.record(found.doubts, found.result, lang) if found.result else {"doubts": [], "doubts_untried": 0}),
    }


def grid(found: Checklist, lang: Language) -> Grid:
    """Return how far every member has come as a plain table; lists of ids with spaces between."""
    headings = (
        "member",
        "name",
        "submitted",
        "competing",
        "appraised",
        "missing",
        "claims",
        "gates_open",
        "marks",
        "marks_of",
    )
    rows = tuple(
        (
            each.member, _name(found, each.member, lang), str(each.submitted).lower(), str(each.competing).lower(),
            str(each.appraised).lower(), " ".join(each.missing), " ".join(each.claims), " ".join(each.gates),
            *each.marks,
        )
        for each in found.members
    )  # fmt: skip
    return Grid(headings, rows)
