"""A city's file of a year to fill in: every criterion that applies, with what is asked and what it was before."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.criteria import CriteriaSet, Criterion, Gate, Group, Item
from taybac_cluster.model.members import Standing
from taybac_cluster.model.record import Language
from taybac_cluster.model.scales import Marks, Ratio, Scale
from taybac_cluster.model.submission import Before
from taybac_cluster.views.scales import scale_words
from taybac_cluster.views.starters.lines import BLANK, comment, heading, key, off, typed
from taybac_cluster.views.words import day, full_name, number, say

_HEAD = Words(
    """\
Báo cáo tự chấm năm {year} của {name}.

Thay mỗi chỗ {blank} bằng giá trị. Chưa có thì để nguyên {blank}: tệp vẫn hợp lệ, chỉ có cảnh báo.
Số viết bằng dấu chấm thập phân, không có đơn vị: 45.5
Có viết là true, không viết là false.

Không có số liệu, ghi lý do:
  ID:
    missing: chưa có số liệu kiểm kê
Kèm ghi chú, minh chứng (tệp đặt trong evidence/{year}/{member}/):
  ID:
    value: 45.5
    note: theo số đo của trạm
    evidence:
      - bao-cao.pdf

Viết xong, kiểm tra bằng lệnh: cluster validate --year {year}""",
    """\
Self-assessment of {name} for {year}.

Put a value in the place of each {blank}. What is not there yet stays {blank}: a warning, no error.
Numbers have a decimal point and no unit: 45.5
Yes is written true, no is written false.

Where there are no figures, give the reason:
  ID:
    missing: no inventory yet
With a note or evidence (files in evidence/{year}/{member}/):
  ID:
    value: 45.5
    note: as measured by the plant
    evidence:
      - report.pdf

When done, check it: cluster validate --year {year}""",
)
_STATUS = Words(
    "draft: dự thảo. Khi nộp chính thức, sửa thành official", "draft until it is handed in; then write official"
)
_DAY = Words("Ngày nộp, viết năm-tháng-ngày", "The day it is handed in, year-month-day")
_DEADLINE = Words("; hạn nộp {deadline}", "; due by {deadline}")
_AUTHOR = Words("Người lập, chức vụ", "Who prepared it, and the office held")
_TITLE = Words("{code}{name}{unit}: {points} điểm", "{code}{name}{unit}: {points} points")
_RATIO = Words(
    "Ghi hai số liệu gốc, mỗi số một dòng lùi vào: numerator: … (tử số) và denominator: … (mẫu số)",
    "Give the two raw numbers, each on an indented line: numerator: … and denominator: …",
)
_LAST = Words("Năm {year}: {value}", "{year}: {value}")
_LAST_APPRAISED = Words("Năm {year}: {value} (thẩm định: {appraised})", "{year}: {value} (appraised: {appraised})")
_MARKED = Words("giám khảo chấm, đô thị không điền", "marked by judges; nothing to fill in")
_GATES = Words(
    "Điều kiện bắt buộc: true là đạt, false là không đạt", "Conditions for being nominated: true is met, false is not"
)
_BONUSES = Words("Điểm cộng: true là đề nghị cộng, false là không", "Bonuses: true claims it, false does not")
_BONUS = Words("{name}: {points} điểm", "{name}: {points} points")
_HIGHLIGHTS = Words("Việc làm nổi bật trong năm", "The year’s highlights")
_NOT_COMPETING = Words(
    "Không tham gia bình xét: bỏ dấu # và ghi lý do, rồi xóa phần values",
    "Not competing: take the # away, give the reason, and delete values",
)


def text(criteria: CriteriaSet, city: Standing, year: int, before: Before | None, lang: Language) -> str:
    """Return the file of a city, not yet filled in."""
    lines = [
        *comment(say(_HEAD, lang, year=year, name=full_name(city, lang), member=city.id, blank=BLANK)),
        "",
        f"member: {key(city.id)}",
        f"year: {year}",
        *comment(say(_STATUS, lang)),
        "status: draft",
        *_handed_in(criteria.deadline, criteria.as_of, lang),
        "",
        *_values(criteria, city, before, lang),
        *_answers("gates", _GATES, criteria.gates, before, lang),
        *_answers("bonuses", _BONUSES, criteria.bonuses.items, before, lang),
        *comment(say(_HIGHLIGHTS, lang)),
        *off([f"highlights: {BLANK}"]),
        *comment(say(_NOT_COMPETING, lang)),
        *off([f"not_competing: {BLANK}"]),
    ]
    return "\n".join(lines) + "\n"


def title(criterion: Criterion, lang: Language) -> str:
    """Name a criterion with its code, unit and points."""
    return say(
        _TITLE,
        lang,
        code=f"{criterion.code} " if criterion.code else "",
        name=criterion.name.to(lang),
        unit=f" ({criterion.unit.to(lang)})" if criterion.unit else "",
        points=number(criterion.points, lang),
    )


def _handed_in(deadline: datetime.date | None, as_of: datetime.date, lang: Language) -> list[str]:
    due = say(_DEADLINE, lang, deadline=day(deadline, lang)) if deadline else ""
    return [
        *comment(say(_DAY, lang) + due),
        *off([f"submitted_on: {deadline or as_of}"]),
        *comment(say(_AUTHOR, lang)),
        *off(["prepared_by:", f"  name: {BLANK}", f"  title: {BLANK}"]),
    ]


def _values(criteria: CriteriaSet, city: Standing, before: Before | None, lang: Language) -> Iterator[str]:
    asked = {
        each.id: each.scale_for(city.urban_class)
        for each in criteria.criteria.values()
        if each.applies(city.urban_class)
    }
    yield "values:" if any(not isinstance(scale, Marks) for scale in asked.values()) else "values: {}"
    for _, group in criteria.nodes():
        if any(each.id in asked for each in group.criteria):
            yield from _group(group, asked, before, lang)


def _group(group: Group, asked: dict[str, Scale], before: Before | None, lang: Language) -> Iterator[str]:
    yield heading(group.name.to(lang), "  ")
    yield ""
    for each in group.criteria:
        if each.id in asked:
            yield from _criterion(each, asked[each.id], before, lang)
            yield ""


def _criterion(criterion: Criterion, scale: Scale, before: Before | None, lang: Language) -> Iterator[str]:
    yield from comment(title(criterion, lang), "  ")
    if isinstance(scale, Marks):
        yield from comment(f"{criterion.id}: {say(_MARKED, lang)}", "  ")
        return
    yield from comment(scale_words(scale, criterion.points, lang), "  ")
    if isinstance(scale, Ratio):
        yield from comment(say(_RATIO, lang), "  ")
    if before is not None:
        yield from comment(last_value(criterion.id, before, lang), "  ")
    yield f"  {key(criterion.id)}: {BLANK}"


def last_value(criterion: str, before: Before, lang: Language) -> str:
    """Say what the city's value was, and what the panel put in its place; nothing where there was none."""
    given = before.submission.value(criterion)
    if given is None or typed(given) == BLANK:
        return ""
    ruled = before.appraisal.changes.get(criterion) if before.appraisal else None
    appraised = ruled.value if ruled is not None else None
    if not isinstance(appraised, Decimal | bool | str):
        return say(_LAST, lang, year=before.year, value=typed(given))
    return say(_LAST_APPRAISED, lang, year=before.year, value=typed(given), appraised=typed(appraised))


def _answers(
    part: str, words: Words, items: tuple[Gate, ...] | tuple[Item, ...], before: Before | None, lang: Language
) -> Iterator[str]:
    if not items:
        return
    yield from comment(say(words, lang))
    yield f"{part}:"
    answered = getattr(before.submission, part) if before is not None else {}
    for item in items:
        name = item.name.to(lang)
        if isinstance(item, Item):
            name = say(_BONUS, lang, name=name, points=number(item.points, lang))
        yield from comment(name, "  ")
        last = typed(answered[item.id].value) if item.id in answered else BLANK
        if before is not None and last != BLANK:
            yield from comment(say(_LAST, lang, year=before.year, value=last), "  ")
        yield f"  {key(item.id)}: {BLANK}"
    yield ""
