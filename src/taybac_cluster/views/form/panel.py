"""The panel's workbook: each city's word beside the panel's with its reason, the judges' marks, and the meeting."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from taybac_cluster.decide.form import MISSING, NOT_APPLICABLE, Field, identity, panel_fields
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import Criterion, Gate, Group, Item
from taybac_cluster.model.record import Language
from taybac_cluster.model.scales import Marks
from taybac_cluster.views.form.book import Book, Entry, Row, Sheet
from taybac_cluster.views.form.city import WRONG, value_text
from taybac_cluster.views.words import full_name, number, say

_NAMES = {
    "appraisals": Words("Thẩm định", "Appraisals"),
    "marks": Words("Điểm giám khảo", "Marks"),
    "meeting": Words("Hội nghị", "Meeting"),
}
_TITLES = {
    "appraisals": Words("THẨM ĐỊNH BÁO CÁO TỰ CHẤM NĂM {year}", "APPRAISAL OF THE SUBMISSIONS OF {year}"),
    "marks": Words("ĐIỂM GIÁM KHẢO NĂM {year}", "JUDGES’ MARKS OF {year}"),
    "meeting": Words("HỘI NGHỊ NĂM {year}", "THE MEETING OF {year}"),
}
_NOTES = {
    "appraisals": Words(
        "Chỉ ghi ở chỗ tổ thẩm định thay đổi, luôn kèm lý do. Không áp dụng: ghi “{na}”; "
        "không công nhận số liệu: ghi “{missing}”; tỷ lệ hai số: ghi tử số/mẫu số. Điểm trừ: ghi có, hoặc số điểm.",
        "Write only what the panel changes, always with the reason. Does not apply: “{na}”; not accepted: “{missing}”; "
        "a ratio: numerator/denominator. Deductions: yes (có), or the points.",
    ),
    "marks": Words(
        "Ghi điểm; giám khảo không chấm thì ghi lý do bằng chữ.",
        "A mark; where a judge gives none, the reason in words.",
    ),
    "meeting": Words(
        "Ghi ngày họp, đô thị có mặt, số phiếu tán thành, đô thị được đề nghị khen thưởng. Số liệu chính thức: ghi có "
        "khi đã thẩm định xong; còn dự thảo thì chưa chốt được kết quả.",
        "The day, the cities present, the votes for each, and the cities nominated. Figures are official: yes (có) "
        "once they are appraised; a year with drafts cannot be locked.",
    ),
}
_HEADS = {
    "appraisals": Words(
        "Mã|Nội dung|Đơn vị|Đô thị tự chấm|Tổ thẩm định|Lý do", "Code|What|Unit|The city said|The panel|Reason"
    ),
    "marks": Words("Đô thị|Tiêu chí|Thang|Giám khảo|Điểm hoặc lý do", "City|Criterion|Out of|Judge|Mark or reason"),
    "meeting": Words(
        "Mã|Đô thị|Số liệu chính thức|Có mặt|Phiếu tán thành đề nghị khen thưởng|Phiếu tán thành đăng cai|Được đề nghị",
        "Id|City|Figures are official|Present|Votes for the nomination|Votes for hosting|Nominated",
    ),
}
_WIDTHS = {"appraisals": (7, 50, 12, 22, 22, 44), "marks": (22, 50, 8, 26, 22), "meeting": (16, 30, 14, 12, 22, 22, 14)}
_HELD = Words("Ngày họp (ngày/tháng/năm)", "Held on (day/month/year)")
_GATE = Words("Điều kiện: {name}", "Condition: {name}")
_BONUS = Words("Điểm cộng: {name} ({points} điểm)", "Bonus: {name} ({points} points)")
_DEDUCTION = Words("Điểm trừ: {name} ({points} điểm)", "Deduction: {name} ({points} points)")
_MEETING = ("official", "held_on", "present", "votes", "nominated")


def book(the_round: Round, lang: Language) -> Book:
    """Return the panel's workbook, with what the files say already."""
    fields = panel_fields(the_round)
    rulings = [each for each in fields if each.part not in ("mark", *_MEETING)]
    marks = [each for each in fields if each.part == "mark"]
    sheets = [_sheet("appraisals", the_round, _rulings(the_round, rulings, lang), lang)]
    if marks:
        sheets.append(_sheet("marks", the_round, _marks(the_round, marks, lang), lang))
    sheets.append(_sheet("meeting", the_round, _meeting(the_round, fields, lang), lang))
    classes = {member: each.urban_class for member, each in the_round.standings.items()}
    says = {"kind": "panel", "year": str(the_round.year), "member": "", "lang": lang}
    says["criteria"] = identity(the_round.criteria, classes)
    return Book(tuple(sheets), says, wrong=tuple(say(each, lang) for each in WRONG))  # type: ignore[arg-type]


def _sheet(part: str, the_round: Round, rows: Iterator[Row], lang: Language) -> Sheet:
    title = Row((say(_TITLES[part], lang, year=the_round.year),), "title")
    note = Row((say(_NOTES[part], lang, na=NOT_APPLICABLE, missing=MISSING),), "note")
    return Sheet(say(_NAMES[part], lang), _WIDTHS[part], (title, note, *rows))


def _head(part: str, lang: Language) -> Row:
    return Row(tuple(say(_HEADS[part], lang).split("|")), "head")


def _rulings(the_round: Round, fields: list[Field], lang: Language) -> Iterator[Row]:
    yield _head("appraisals", lang)
    items = {each.id: each for _, each in the_round.criteria.named()}
    for member, cells in groupby(fields, key=lambda each: each.member):
        yield Row((full_name(the_round.standings[member], lang),), "group")
        mine = list(cells)
        reasons = {each.id: each for each in mine if each.part == "reason"}
        for field in mine:
            if field.part != "reason":
                code, name, unit = _about(field, items[field.id], lang)
                said = _said(the_round, field, lang)
                yield Row((code, name, unit, said, Entry(field), Entry(reasons[field.id])))


def _about(field: Field, item: Group | Criterion | Gate | Item, lang: Language) -> tuple[str, str, str]:
    """Return the code, the name and the unit of what is ruled on."""
    if field.criterion is not None:
        unit = field.criterion.unit.to(lang) if field.criterion.unit else ""
        return field.criterion.code or "", field.criterion.name.to(lang), unit
    name = item.name.to(lang)
    if not isinstance(item, Item):
        return "", say(_GATE, lang, name=name), ""
    words = _BONUS if field.part == "bonus" else _DEDUCTION
    return "", say(words, lang, name=name, points=number(item.points, lang)), ""


def _said(the_round: Round, field: Field, lang: Language) -> str:
    said = the_round.submissions[field.member]
    if field.part == "value":
        given = said.value(field.id)
        return value_text(given, lang) if given is not None else ""
    answers: Mapping[str, object] = (
        said.gates if field.part == "gate" else said.bonuses if field.part == "bonus" else {}
    )
    return value_text(answers[field.id], lang) if field.id in answers else ""


def _marks(the_round: Round, fields: list[Field], lang: Language) -> Iterator[Row]:
    yield _head("marks", lang)
    judges = {each.id: each.name or each.id for each in the_round.meeting.judges} if the_round.meeting else {}
    for field in fields:
        name = field.criterion.name.to(lang) if field.criterion else ""
        most = number(field.scale.out_of, lang) if isinstance(field.scale, Marks) else ""
        yield Row((full_name(the_round.standings[field.member], lang), name, most, judges[field.judge], Entry(field)))


def _meeting(the_round: Round, fields: tuple[Field, ...], lang: Language) -> Iterator[Row]:
    found = {(each.part, each.id, each.member): each for each in fields if each.part in _MEETING}
    yield Row((None, say(_HELD, lang), Entry(found["held_on", "", ""])))
    yield _head("meeting", lang)
    for member, standing in the_round.standings.items():
        cells = (("official", ""), ("present", ""), ("votes", "nomination"), ("votes", "host"), ("nominated", ""))
        fields_of = (found.get((part, name, member)) for part, name in cells)
        entries = (Entry(field) if field else None for field in fields_of)
        yield Row((member, full_name(standing, lang), *entries))
