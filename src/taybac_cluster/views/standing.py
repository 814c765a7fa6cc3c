"""Why a city has no place, and why it is not eligible, in words."""

from taybac_cluster.decide.rank import LeftOut, Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Words, shortened
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import title_of
from taybac_cluster.views.visible import visible
from taybac_cluster.views.words import number, percent, say

_BRIEF = 40
"""In brief, a name is cut to so many letters."""
_REASONS = {
    "gate": Words("không đạt điều kiện bắt buộc “{name}”", "gate not passed: “{name}”"),
    "gate_open": Words("chưa trả lời điều kiện bắt buộc “{name}”", "gate not answered: “{name}”"),
    "min_points": Words("dưới {points} điểm", "below {points} points"),
    "min_group_percent": Words("nhóm “{name}” dưới {percent} số điểm", "group “{name}” below {percent} of its points"),
}
_LEFT_OUT = {
    "no_submission": Words("chưa nộp báo cáo tự chấm", "has not submitted"),
    "not_competing": Words("không tham gia bình xét: {text}", "does not compete: {text}"),
    "faulty": Words("tệp {file} có lỗi, chưa được chấm", "its file {file} has faults and was not scored"),
    "rejected": Words("thiếu số liệu bắt buộc: {criteria}", "a required value is missing: {criteria}"),
    "too_much_missing": Words(
        "thiếu số liệu của {percent} số điểm áp dụng, quá mức {most}",
        "values for {percent} of the points that apply are missing, above {most}",
    ),
    "not_applicable": Words("không có tiêu chí nào áp dụng và có số liệu", "no criterion applies and has a value"),
}


def reason_text(result: Result, each: Placed, reason: str, lang: Language, *, noted: bool = True) -> str:
    """Say in words why a member is not eligible; in brief, or with its note if it is `noted`."""
    kind, _, name = reason.partition(":")
    rule = result.round.criteria.nomination
    if kind == "gate":
        gate = next(answer for answer in each.sheet.gates if answer.id == name)
        title = gate.name.to(lang) if noted else shortened(gate.name.to(lang), _BRIEF)
        text = say(_REASONS["gate" if gate.answered else "gate_open"], lang, name=title)
        return text + (f" ({gate.reason.to(lang)})" if noted and gate.reason else "")
    if kind == "min_points":
        return say(_REASONS[kind], lang, points=number(rule.min_points if rule else None, lang))
    least = percent(rule.min_group_percent or 0 if rule else 0, lang)
    return say(_REASONS[kind], lang, name=title_of(result, name, lang), percent=least)


def why(each: LeftOut, result: Result, lang: Language) -> str:
    """Say in words why a member has no place."""
    most = result.round.criteria.ranking.max_missing_percent
    return say(
        _LEFT_OUT[each.reason],
        lang,
        text=each.text.to(lang) if each.text else "",
        file=visible(each.file or ""),
        criteria=", ".join(title_of(result, name, lang) for name in each.criteria),
        percent=percent(each.percent or 0, lang, 1),
        most=percent(most or 0, lang),
    )
