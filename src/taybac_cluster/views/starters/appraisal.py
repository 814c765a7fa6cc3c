"""The panel's file on a city: what may be changed, beside the city's own word; all of it behind a `#` at first."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Standing
from taybac_cluster.model.record import Language
from taybac_cluster.model.scales import Marks
from taybac_cluster.model.submission import Submission
from taybac_cluster.views.starters.lines import BLANK, comment, key, off, typed
from taybac_cluster.views.starters.submission import title
from taybac_cluster.views.words import full_name, number, say

_TITLE = Words("Thẩm định báo cáo tự chấm năm {year} của {name}.", "Appraisal of the {year} submission of {name}.")
_HEAD = Words(
    """\
Thẩm định báo cáo tự chấm năm {year} của {name}.

Chỉ ghi điều tổ thẩm định thay đổi; điều không ghi thì lấy theo đô thị. Bỏ dấu # ở những dòng
cần dùng, cả dòng tên phần (changes, gates, bonuses, deductions, marks). Luôn phải có lý do.

Viết xong, kiểm tra bằng lệnh: cluster validate --year {year}""",
    """\
Appraisal of the {year} submission of {name}.

Write only what the panel changes; the rest stays as the city said. Take the # away from the lines
that you use, those that name a part too (changes, gates, bonuses, deductions, marks). A reason is
always required.

When done, check it: cluster validate --year {year}""",
)
_STATUS = Words("draft: dự thảo. Thẩm định xong, sửa thành official", "draft until it is done; then write official")
_PANEL = Words("Người thẩm định và đô thị của người đó", "Who appraised it, and the city of each")
_CHANGES = Words(
    "Giá trị thay cho giá trị của đô thị; hoặc not_applicable: true, hoặc missing: true",
    "A value in the place of the city’s; or not_applicable: true, or missing: true",
)
_SAID = Words("đô thị tự chấm: {value}", "the city said: {value}")
_SAID_NOTHING = Words("đô thị không có số liệu", "the city gave nothing")
_NOT_ANSWERED = Words("đô thị chưa trả lời", "the city has not answered")
_GATES = Words("Điều kiện bắt buộc: kết luận của tổ thẩm định", "Conditions: what the panel found")
_BONUSES = Words("Điểm cộng: granted: false là không chấp nhận", "Bonuses: granted: false refuses one")
_DEDUCTIONS = Words(
    "Điểm trừ: points khi trừ ít hơn mức của mục", "Deductions: points where fewer than the item’s are taken"
)
_MARKS = Words(
    "Điểm giám khảo, trên thang ghi ở bộ tiêu chí; không chấm thì ghi abstain: lý do",
    "Judges’ marks, out of what the set says; where a judge gives none, abstain: why",
)
_POINTS = Words("{name}: {points} điểm", "{name}: {points} points")


def text(criteria: CriteriaSet, city: Standing, said: Submission, meeting: Meeting | None, lang: Language) -> str:
    """Return the panel's file on a city, with nothing changed yet."""
    year = said.year
    lines = [
        *comment(say(_HEAD, lang, year=year, name=full_name(city, lang))),
        "",
        f"member: {key(city.id)}",
        f"year: {year}",
        *comment(say(_STATUS, lang)),
        "status: draft",
        *comment(say(_PANEL, lang)),
        *off(["appraised_by:", f"  - name: {BLANK}", f"    member: {BLANK}"]),
        *_changes(criteria, city, said, lang),
        *_gates(criteria, said, lang),
        *_bonuses(criteria, said, lang),
        *_deductions(criteria, lang),
        *_marks(criteria, city, meeting, lang),
    ]
    return "\n".join(lines) + "\n"


def short(city: Standing, year: int, lang: Language) -> str:
    """Return the panel's file on a city with nothing but its head, for a workbook to fill in."""
    lines = [
        *comment(say(_TITLE, lang, year=year, name=full_name(city, lang))),
        "",
        f"member: {key(city.id)}",
        f"year: {year}",
        *comment(say(_STATUS, lang)),
        "status: draft",
    ]
    return "\n".join(lines) + "\n"


def _changes(criteria: CriteriaSet, city: Standing, said: Submission, lang: Language) -> Iterator[str]:
    asked = [each for each in criteria.criteria.values() if each.applies(city.urban_class)]
    asked = [each for each in asked if not isinstance(each.scale_for(city.urban_class), Marks)]
    yield from _part("changes", _CHANGES, lang, any_there=bool(asked))
    for each in asked:
        given = typed(said.value(each.id) or BLANK)
        own = say(_SAID, lang, value=given) if given != BLANK else say(_SAID_NOTHING, lang)
        yield from off([*comment(title(each, lang), "  "), *comment(own, "  ")])
        yield from off([f"  {key(each.id)}:", f"    value: {BLANK}", f"    reason: {BLANK}"])


def _gates(criteria: CriteriaSet, said: Submission, lang: Language) -> Iterator[str]:
    yield from _part("gates", _GATES, lang, any_there=bool(criteria.gates))
    for each in criteria.gates:
        answer = typed(said.gates[each.id].value) if each.id in said.gates else BLANK
        own = say(_SAID, lang, value=answer) if answer != BLANK else say(_NOT_ANSWERED, lang)
        yield from off([*comment(each.name.to(lang), "  "), *comment(own, "  ")])
        yield from off([f"  {key(each.id)}:", "    value: false", f"    reason: {BLANK}"])


def _bonuses(criteria: CriteriaSet, said: Submission, lang: Language) -> Iterator[str]:
    claimed = [
        each for each in criteria.bonuses.items if each.id in said.bonuses and said.bonuses[each.id].value is True
    ]
    yield from _part("bonuses", _BONUSES, lang, any_there=bool(claimed))
    for each in claimed:
        name = say(_POINTS, lang, name=each.name.to(lang), points=number(each.points, lang))
        yield from off(comment(name, "  "))
        yield from off([f"  {key(each.id)}:", "    granted: false", f"    reason: {BLANK}"])


def _deductions(criteria: CriteriaSet, lang: Language) -> Iterator[str]:
    yield from _part("deductions", _DEDUCTIONS, lang, any_there=bool(criteria.deductions.items))
    for each in criteria.deductions.items:
        name = say(_POINTS, lang, name=each.name.to(lang), points=number(each.points, lang))
        yield from off([*comment(name, "  "), f"  {key(each.id)}:", f"    reason: {BLANK}"])


def _marks(criteria: CriteriaSet, city: Standing, meeting: Meeting | None, lang: Language) -> Iterator[str]:
    judged = [
        each
        for each in criteria.criteria.values()
        if each.applies(city.urban_class) and isinstance(each.scale_for(city.urban_class), Marks)
    ]
    judges = [each.id for each in meeting.judges if each.member != city.id] if meeting else []
    yield from _part("marks", _MARKS, lang, any_there=bool(judged))
    for each in judged:
        yield from off(comment(title(each, lang), "  "))
        yield from off([f"  {key(each.id)}:", *(f"    {key(judge)}: {BLANK}" for judge in judges or ["giam-khao-1"])])


def _part(name: str, words: Words, lang: Language, *, any_there: bool) -> Iterator[str]:
    if any_there:
        yield from ("", *comment(say(words, lang)), *off([f"{name}:"]))
