"""A city's form: every criterion that applies with its scale in words and last year's value, and yellow cells."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from taybac_cluster.decide.form import Field, city_fields, identity
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import Criterion, Gate, Group, Item
from taybac_cluster.model.record import Language
from taybac_cluster.model.scales import Ratio, Scale
from taybac_cluster.model.submission import Before
from taybac_cluster.views.form.book import Book, Entry, Row, Sheet
from taybac_cluster.views.scales import scale_words
from taybac_cluster.views.words import ILLUSTRATIVE, day, full_name, number, say

_NAME = Words("Báo cáo tự chấm", "Submission")
_TITLE = Words("BÁO CÁO TỰ CHẤM NĂM {year} – {name}", "SUBMISSION {year} – {name}")
_HOW = Words(
    "Điền các ô màu vàng rồi lưu lại và gửi về Ban thư ký. Không có số liệu thì ghi lý do ở cột G. "
    "Minh chứng: mỗi dòng một tên tệp.",
    "Fill in the yellow cells, save, and send the file back. Where there are no figures, give the reason in column G. "
    "Evidence: one file name a line.",
)
_DUE = Words(" Hạn nộp: {day}.", " Due by {day}.")
LEFT = (Words("Còn thiếu", "Still missing:"), Words("ô", "cells"))
_HEADS = Words(
    "Mã|Tiêu chí|Đơn vị|Thang điểm|Năm trước|Giá trị|Lý do, nếu không có số liệu|Ghi chú|Minh chứng (mỗi dòng một tệp)",
    "Code|Criterion|Unit|Scale|Before|Value|Reason, if there are no figures|Note|Evidence (one file a line)",
)
_WIDTHS = (7, 38, 10, 34, 14, 16, 24, 24, 24)
_GENERAL: Mapping[str, Words] = {
    "submitted_on": Words("Ngày nộp (ngày/tháng/năm)", "Handed in on (day/month/year)"),
    "prepared_by": Words("Người lập (họ tên, chức vụ)", "Prepared by (name, title)"),
    "not_competing": Words("Không tham gia bình xét: ghi lý do", "Not competing: the reason"),
    "highlights": Words("Việc làm nổi bật trong năm", "The year’s highlights"),
}
_GATES = Words("Điều kiện bắt buộc: có hay không", "Conditions: yes or no")
_BONUSES = Words("Điểm cộng đề nghị: có hay không", "Bonuses claimed: yes or no")
_POINTS = Words("{name} ({points} điểm)", "{name} ({points} points)")
_PART = {
    "numerator": Words("{name} – tử số", "{name} – numerator"),
    "denominator": Words("{name} – mẫu số", "{name} – denominator"),
}
_LAST = Words("{value} ({year})", "{value} ({year})")
_APPRAISED = Words("{value} ({year}; thẩm định: {appraised})", "{value} ({year}; appraised: {appraised})")
_NUMBER = Words("Ghi một số, không kèm đơn vị", "A number, without its unit")
_USUAL = Words("Ghi một số, thường từ {low} đến {high}", "A number, usually from {low} to {high}")
_CHOOSE = Words("Chọn một trong danh sách", "Choose from the list")
WRONG = (
    Words("Giá trị cần xem lại", "Please look again"),
    Words(
        "Ô này cần một số trong khoảng hợp lý, không kèm đơn vị. Nếu số đúng là như vậy thì bấm Yes.",
        "A number in the usual range is meant here, without its unit. If it is right, choose Yes.",
    ),
    Words("Chọn một giá trị trong danh sách.", "Choose from the list."),
)


def book(the_round: Round, member: str, before: Before | None, lang: Language) -> Book:
    """Return a city's form, with what its file says already."""
    city, criteria = the_round.standings[member], the_round.criteria
    fields = {
        (each.part, each.id): each
        for each in city_fields(criteria, city.urban_class, the_round.submissions.get(member))
    }
    due = say(_DUE, lang, day=day(criteria.deadline, lang)) if criteria.deadline else ""
    rows = (
        Row((say(_TITLE, lang, year=the_round.year, name=full_name(city, lang)),), "title"),
        Row((say(_HOW, lang) + due,), "note"),
        *([Row((say(ILLUSTRATIVE, lang),), "note")] if the_round.illustrative else []),
        Row((), "note"),
        *_general(fields, lang),
        Row(tuple(say(_HEADS, lang).split("|")), "head"),
        *(row for _, group in criteria.nodes() for row in _group(group, city.urban_class, fields, before, lang)),
        *_answers(_GATES, criteria.gates, fields, before, lang),
        *_answers(_BONUSES, criteria.bonuses.items, fields, before, lang),
    )
    sheet = Sheet(say(_NAME, lang), _WIDTHS, rows, (say(LEFT[0], lang), say(LEFT[1], lang)))
    return Book((sheet,), marks_of(the_round, member, lang), wrong=tuple(say(each, lang) for each in WRONG))  # type: ignore[arg-type]


def marks_of(the_round: Round, member: str, lang: Language) -> dict[str, str]:
    """Return what a city's form says of itself."""
    return {
        "kind": "submission",
        "year": str(the_round.year),
        "member": member,
        "criteria": identity(the_round.criteria, {member: the_round.standings[member].urban_class}),
        "lang": lang,
    }


def _general(fields: Mapping[tuple[str, str], Field], lang: Language) -> Iterator[Row]:
    for part, words in _GENERAL.items():
        entry = Entry(fields[part, ""])
        yield Row((None, say(words, lang), None, entry), "tall" if part == "highlights" else "row")


def _group(
    group: Group,
    urban_class: str | None,
    fields: Mapping[tuple[str, str], Field],
    before: Before | None,
    lang: Language,
) -> Iterator[Row]:
    rows = [
        row
        for each in group.criteria
        if ("missing", each.id) in fields
        for row in _criterion(each, each.scale_for(urban_class), fields, before, lang)
    ]
    if rows:
        yield Row((group.name.to(lang),), "group")
        yield from rows


def _criterion(
    criterion: Criterion,
    scale: Scale,
    fields: Mapping[tuple[str, str], Field],
    before: Before | None,
    lang: Language,
) -> Iterator[Row]:
    parts = ("numerator", "denominator") if isinstance(scale, Ratio) else ("value",)
    name, words = criterion.name.to(lang), scale_words(scale, criterion.points, lang)
    unit = criterion.unit.to(lang) if criterion.unit else ""
    for index, part in enumerate(parts):
        title = say(_PART[part], lang, name=name) if part in _PART else name
        more = [Entry(fields[each, criterion.id]) for each in ("missing", "note", "evidence")] if index == 0 else []
        fixed = (criterion.code or "", title, unit if part == "value" else "", "" if index else words)
        last = "" if index else last_value(criterion.id, before, lang)
        yield Row((*fixed, last, entry_of(fields[part, criterion.id], lang), *more), "row", (6,), (5,))


def entry_of(field: Field, lang: Language) -> Entry:
    """Return the cell of a value, with its usual range."""
    if field.kind in ("level", "yes_no"):
        return Entry(field, say(_CHOOSE, lang))
    usual = field.criterion.plausible if field.criterion and field.part == "value" else None
    if usual is None or usual.min is None or usual.max is None:
        return Entry(field, say(_NUMBER, lang))
    low, high = number(usual.min, lang), number(usual.max, lang)
    return Entry(field, say(_USUAL, lang, low=low, high=high), usual.min, usual.max)


def last_value(name: str, before: Before | None, lang: Language) -> str:
    """Write what the city's value was, and what the panel put in its place."""
    given = before.submission.value(name) if before else None
    if before is None or given is None:
        return ""
    shown = value_text(given, lang)
    ruled = before.appraisal.changes.get(name) if before.appraisal else None
    appraised = value_text(ruled, lang) if ruled is not None else ""
    if not shown:
        return ""
    words = _APPRAISED if appraised else _LAST
    return say(words, lang, value=shown, year=before.year, appraised=appraised)


def value_text(given: object, lang: Language) -> str:
    """Write a value as people read it."""
    value, top, bottom = (getattr(given, each, None) for each in ("value", "numerator", "denominator"))
    if isinstance(top, Decimal) and isinstance(bottom, Decimal):
        return f"{number(top, lang)} / {number(bottom, lang)}"
    if isinstance(value, bool):
        return say(Words("có", "yes") if value else Words("không", "no"), lang)
    if isinstance(value, Decimal):
        return number(value, lang)
    missing = getattr(given, "missing", None)
    if missing:
        return say(Words("không có số liệu", "no figures"), lang)
    return value if isinstance(value, str) and value.strip("_") else ""


def _answers(
    words: Words,
    items: tuple[Gate, ...] | tuple[Item, ...],
    fields: Mapping[tuple[str, str], Field],
    before: Before | None,
    lang: Language,
) -> Iterator[Row]:
    answers = {**before.submission.gates, **before.submission.bonuses} if before else {}
    if items:
        yield Row((say(words, lang),), "group")
    for item in items:
        part, title = "gate", item.name.to(lang)
        if isinstance(item, Item):
            part, title = "bonus", say(_POINTS, lang, name=title, points=number(item.points, lang))
        last = value_text(answers[item.id], lang) if item.id in answers else ""
        last = say(_LAST, lang, value=last, year=before.year) if last and before else ""
        entry = Entry(fields[part, item.id], say(_CHOOSE, lang))
        yield Row((None, title, None, None, last, entry), "row", (), (5,) if part == "gate" else ())
