"""What-if in words and as data: what was supposed, what stood before, and why something cannot be set."""

from fractions import Fraction

from taybac_cluster.decide.result import Counted, Replaced, WhatIf
from taybac_cluster.decide.what_if import CannotSetError
from taybac_cluster.diagnostics import Diagnostic, Span, Words, suggestion
from taybac_cluster.model.record import Language
from taybac_cluster.views.diagnostics import Finding
from taybac_cluster.views.named import title_of
from taybac_cluster.views.words import number, say

BANNER = Words(
    "GIẢ ĐỊNH: đây không phải kết quả của năm {year}; không chốt được.",
    "WHAT IF: this is not the result of {year}, and it cannot be locked.",
)
_SET = Words("{who}, “{title}”{judge}: {old} → {new}", "{who}, “{title}”{judge}: {old} → {new}")
_JUDGE = Words(" (giám khảo {judge})", " (judge {judge})")
_CRITERIA = Words("Theo bộ tiêu chí {file}", "On the criteria set {file}")
_WITHOUT = Words("Chưa có số liệu cho: {ids}", "No values for: {ids}")
_IGNORED = Words("Số liệu không dùng đến: {ids}", "Values that are ignored: {ids}")
_COUNTED = {
    "missing": Words("không có số liệu", "missing"),
    "na": Words("không áp dụng", "not applicable"),
    True: Words("có", "yes"),
    False: Words("không", "no"),
}
_FAULTS = {
    "form": Words(
        "“{text}” không đúng dạng; viết: --set ĐÔ-THỊ.MÃ=GIÁ-TRỊ, ví dụ --set mot-do-thi.mot-tieu-chi=38.5",
        "“{text}” cannot be read; write --set MEMBER.ID=VALUE, such as --set a-city.a-criterion=38.5",
    ),
    "twice": Words("“{text}” được đặt hai lần", "“{text}” is set twice"),
    "member": Words("không có đô thị nào mang mã “{text}”", "there is no member “{text}”"),
    "no_submission": Words(
        "“{text}” không có báo cáo năm này nên không đặt giá trị được",
        "“{text}” has no submission this year, so nothing of it can be set",
    ),
    "not_competing": Words(
        "“{text}” không tham gia xét năm này nên không đặt giá trị được",
        "“{text}” does not compete this year, so nothing of it can be set",
    ),
    "id": Words(
        "không có tiêu chí, điều kiện, điểm cộng hay điểm trừ nào mang mã “{text}”",
        "there is no criterion, gate, bonus or deduction “{text}”",
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


def refusal(error: CannotSetError | Diagnostic, lang: Language) -> str:
    """Say why something cannot be set, and what could be meant; or the error that it would be in the files."""
    if isinstance(error, Diagnostic):
        return Finding(error, lang, error.file, Span()).message
    legal = error.legal[0] if error.fault in ("comma", "mark") else "; ".join(error.legal)
    text = say(_FAULTS[error.fault], lang, text=error.text, legal=legal)
    if error.fault in _SUGGESTED:
        text += "; " + say(suggestion(error.text, list(error.legal)), lang)
    return text


def lines(what_if: WhatIf, lang: Language) -> list[str]:
    """Say what is supposed, a line each."""
    result = what_if.before
    found = [say(_CRITERIA, lang, file=what_if.criteria)] if what_if.criteria is not None else []
    for words, ids in ((_WITHOUT, what_if.without_value), (_IGNORED, what_if.ignored)):
        if ids:
            found.append(say(words, lang, ids=", ".join(ids)))
    return found + [
        say(
            _SET,
            lang,
            who=result.round.standings[each.member].name.to(lang),
            title=title_of(result, each.id, lang),
            judge=say(_JUDGE, lang, judge=each.judge) if each.judge is not None else "",
            old=counted(each.value[0], lang),
            new=counted(each.value[1], lang),
        )
        for each in what_if.set
    ]


def counted(value: Counted, lang: Language) -> str:
    """Write what counts for an id."""
    if isinstance(value, bool | str):
        return say(_COUNTED[value], lang) if value in _COUNTED else str(value)
    return number(value, lang, 2 if isinstance(value, Fraction) else None)


def record(what_if: WhatIf | None) -> dict[str, object] | None:
    """Return what was supposed and what stood before as data; None for a plain result."""
    if what_if is None:
        return None
    before = what_if.before
    ranking = [{"member": each.member, "rank": each.rank, "total": each.total} for each in before.placed]
    found: dict[str, object] = {"set": [_replaced(each) for each in what_if.set], "criteria": what_if.criteria}
    if what_if.criteria is not None:
        found |= {"without_value": list(what_if.without_value), "ignored": list(what_if.ignored)}
    return {**found, "before": {"ranking": ranking, "nominations": list(before.nominations.members)}}


def _replaced(each: Replaced) -> dict[str, object]:
    judge = {} if each.judge is None else {"judge": each.judge}
    return {"member": each.member, "id": each.id, **judge, "value": list(each.value)}
