"""The record of a year's meeting to fill in: only the year is certain at first, the rest stands behind a `#`."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.members import Standing
from taybac_cluster.model.record import Language
from taybac_cluster.views.starters.lines import BLANK, comment, key, off
from taybac_cluster.views.words import full_name, say

_HEAD = Words(
    """\
Hội nghị giao ban năm {year}: vai trò, thành phần dự, bỏ phiếu, quyết định.

Bỏ dấu # ở những dòng cần dùng và thay ___ bằng nội dung. Điều chưa biết thì để nguyên sau dấu #,
không đoán. Các đô thị ghi bằng mã: {members}

Viết xong, kiểm tra bằng lệnh: cluster validate --year {year}""",
    """\
The meeting of {year}: roles, attendance, ballots, decisions.

Take the # away from the lines that you use, and put what was in the place of ___. What is not known
stays behind its #; nothing is guessed. Cities are written by their ids: {members}

When done, check it: cluster validate --year {year}""",
)
_DAY = Words("Ngày họp, địa điểm", "The day and the venue")
_ROLES = Words("Cụm trưởng, đơn vị đăng cai", "The head of the cluster, the host")
_THEME = Words("Chủ đề năm của cụm; chủ đề hội thảo", "The cluster’s theme of the year; the seminar’s own")
_CHAIR = Words("Chủ tọa, thư ký", "The chair and the secretary")
_JUDGES = Words("Giám khảo; id dùng trong tệp thẩm định", "The judges; their ids are used in the appraisals")
_PRESENT = Words("Đô thị có mặt: xóa dòng của đô thị vắng mặt", "Cities present: delete those that were not")
_BALLOTS = Words(
    "Bỏ phiếu. base: members (thành viên), present (có mặt) hoặc valid (phiếu hợp lệ); threshold là tỷ lệ %",
    "Ballots. base: members, present or valid (votes); the threshold is a percentage",
)
_DECISIONS = Words("Quyết định của hội nghị", "What the meeting decided")


def text(year: int, members: list[Standing], lang: Language) -> str:
    """Return the record of a meeting of which nothing is known yet."""
    listed = ", ".join(f"{each.id} ({full_name(each, lang)})" for each in members)
    ids = [key(each.id) for each in members]
    parts = (
        (_DAY, [f"held_on: {year}-09-30", f"place: {BLANK}"]),
        (_ROLES, [f"head: {BLANK}", f"host: {BLANK}"]),
        (_THEME, [f"theme: {BLANK}", f"seminar: {BLANK}"]),
        (
            _CHAIR,
            [
                line
                for role in ("chair", "secretary")
                for line in (f"{role}:", f"  name: {BLANK}", f"  title: {BLANK}", f"  member: {BLANK}")
            ],
        ),
        (_JUDGES, ["judges:", "  - id: giam-khao-1", f"    name: {BLANK}", f"    member: {BLANK}"]),
        (_PRESENT, ["present:", *(f"  - {each}" for each in ids)]),
        (_BALLOTS, _ballots(ids)),
        (_DECISIONS, _decisions(year, ids)),
    )
    lines = [*comment(say(_HEAD, lang, year=year, members=listed)), "", f"year: {year}"]
    for words, body in parts:
        lines += ["", *comment(say(words, lang)), *off(body)]
    return "\n".join(lines) + "\n"


def _ballots(ids: list[str]) -> list[str]:
    rule = ["    rule:", "      base: members", "      threshold: 80", f"      source: {BLANK}"]
    votes = [line for each in ids for line in (f"      {each}:", f"        for: {BLANK}")]
    return ["ballots:", "  nomination:", *rule, "    votes:", *votes, "  host:", "    votes:", *votes[:2]]


def _decisions(year: int, ids: list[str]) -> list[str]:
    nominated = ["  nominated:", *(f"    - {each}" for each in ids[:3])]
    following = ["  next:", f"    year: {year + 1}", f"    host: {BLANK}", f"    theme: {BLANK}"]
    return ["decisions:", *nominated, *following, "  directions:", f"    - {BLANK}"]
