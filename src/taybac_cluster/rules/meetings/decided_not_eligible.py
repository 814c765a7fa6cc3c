"""A city put forward by the meeting although it has no place, or is not eligible by the rules."""

from collections.abc import Iterator

from taybac_cluster.decide.nominate import shortcomings
from taybac_cluster.decide.sheet import NONE, Sheet
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.rules.decision import computed
from taybac_cluster.rules.figures import comma
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.walk import Year

_LEFT_OUT = {
    "no_submission": Words("chưa nộp báo cáo", "it has not submitted"),
    "not_competing": Words("không tham gia bình xét", "it does not compete"),
    "rejected": Words("thiếu giá trị bắt buộc", "a value that is required is missing"),
    "too_much_missing": Words("thiếu quá nhiều giá trị", "too many values are missing"),
    "not_applicable": Words("không tiêu chí nào áp dụng", "no criterion applies to it"),
}
_NO_PLACE = Words("không có trong bảng xếp hạng", "it has no place in the ranking")


def audit(year: Year) -> Iterator[Diagnostic]:
    """Look up everyone the meeting put forward among those whom the rules find eligible."""
    found, meeting = computed(year), year.round.meeting
    if found is None or meeting is None:
        return
    placed = {each.member: each.sheet for each in found.placed}
    left_out = {each.member: each.reason for each in found.left_out}
    for index, member in enumerate(meeting.decisions.nominated or ()):
        reasons: list[Words] = []
        if member in placed:
            sheet = placed[member]
            reasons = [_reason(each, year.criteria, sheet) for each in shortcomings(sheet, year.criteria)]
        elif member in left_out:
            reasons = [_LEFT_OUT.get(left_out[member], _NO_PLACE)]
        elif member in year.round.standings:
            reasons = [_NO_PLACE]
        if reasons:
            why = Words("; ".join(each.vi for each in reasons), "; ".join(each.en for each in reasons))
            yield RULE.at(meeting.at("decisions", "nominated", index), id=member, why=why)


def _reason(reason: str, criteria: CriteriaSet, sheet: Sheet) -> Words:
    kind, _, name = reason.partition(":")
    least = criteria.nomination.min_points if criteria.nomination else None
    if kind == "gate":
        gate = next(each.name for each in criteria.gates if each.id == name)
        return Words(f"không đạt điều kiện “{gate.vi}”", f"it does not pass the gate “{gate.to('en')}”")
    if kind == "min_points" and least is not None:
        total = sheet.total or NONE
        return Words(f"{comma(total)} điểm, cần ít nhất {comma(least)} điểm", f"{total} points, {least} are needed")
    group = next(each.name for each in criteria.groups if each.id == name)
    return Words(f"nhóm “{group.vi}” chưa đạt mức tối thiểu", f"the group “{group.to('en')}” is below its minimum")


RULE = Rule(
    code="R609",
    name="decided-not-eligible",
    title=Words(
        "Hội nghị đề nghị đô thị không đủ điều kiện",
        "A decided city that is not eligible",
    ),
    why=Words(
        "Biên bản ghi đúng điều hội nghị quyết định; khác với quy định thì mọi kết quả in ra đều nói rõ.",
        "The minutes record what was decided; if that departs from the rules, every output says so.",
    ),
    message=Words(
        "hội nghị đề nghị “{id}” nhưng theo quy định thì không đủ điều kiện: {why}",
        "the meeting nominated “{id}”, which by the rules is not eligible: {why}",
    ),
    hint=Words(
        "kiểm tra lại biên bản; nếu hội nghị đúng là quyết định như vậy thì giữ nguyên",
        "check the minutes; if the meeting really decided so, leave it",
    ),
    bad=(
        Edit("submissions/2023/sa-pa.yaml", "  khong-o-nhiem: true", "  khong-o-nhiem: false"),
        Edit("meetings/2023.yaml", "  nominated:\n    - sa-pa", "  nominated:\n    - lao-cai\n    - sa-pa"),
    ),
    severity="warning",
    audit=audit,
)
