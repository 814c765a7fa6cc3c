"""Doubts in words: one sentence each, that says what it is, whose, and what would change."""

from taybac_cluster.decide.doubts import Doubt, Doubts
from taybac_cluster.decide.nominate import departures
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Words, shortened
from taybac_cluster.model.record import Language
from taybac_cluster.views.named import names, title_of
from taybac_cluster.views.words import day, number, say

_BRIEF = 40
"""In brief, a name is cut to so many letters."""
WHAT = {
    "claim": Words(
        "Điểm cộng “{title}” (+{points}) của {who} chưa thẩm định",
        "The bonus “{title}” (+{points}) of {who} is claimed, not appraised",
    ),
    "gate": Words(
        "Điều kiện “{title}”: {who} tự trả lời, chưa thẩm định",
        "The condition “{title}” rests on what {who} say themselves, not appraised",
    ),
    "missing": Words("{who} không có số liệu “{title}”", "{who} has no value for “{title}”"),
    "appraisal:changes": Words(
        "Thẩm định sửa số liệu “{title}” của {who}", "The panel changed the value of “{title}” of {who}"
    ),
    "appraisal:gates": Words(
        "Thẩm định kết luận khác với {who} về điều kiện “{title}”",
        "The panel ruled on the condition “{title}” otherwise than {who} says",
    ),
    "appraisal:bonuses": Words(
        "Thẩm định kết luận khác với {who} về điểm cộng “{title}”",
        "The panel ruled on the bonus “{title}” otherwise than {who} says",
    ),
    "mark:own": Words(
        "Điểm “{title}” mà giám khảo “{judge}” chấm cho đô thị của mình ({who}) không được tính",
        "The mark for “{title}” that the judge “{judge}” gave his own member ({who}) is left out",
    ),
    "mark:few": Words(
        "“{title}” của {who} chưa đủ số giám khảo chấm nên coi là không có số liệu",
        "“{title}” of {who} has too few marks and counts as missing",
    ),
    "mark:apart": Words(
        "Điểm các giám khảo chấm “{title}” của {who} chênh nhau quá mức quy định",
        "The judges’ marks for “{title}” of {who} are further apart than the rules allow",
    ),
    "late": Words(
        "{who} nộp báo cáo muộn {days} ngày so với hạn {deadline}, chưa bị trừ điểm",
        "{who} submitted {days} days after the deadline, {deadline}, and nothing was deducted",
    ),
    "class_unknown": Words(
        "Chưa có thông tin về loại đô thị của {who} nên dùng thang điểm chung",
        "The class of {who} is not known, so the common scale is used",
    ),
    "membership_unknown": Words(
        "Chưa có thông tin {who} đã là thành viên vào ngày {as_of}",
        "{who} is not on record as a member on {as_of}",
    ),
    "ballot:not_carried": Words(
        "{ballot}: {who} không đủ số phiếu theo quy tắc đã nêu",
        "{ballot}: {who} did not carry by the stated rule",
    ),
    "ballot:no_rule": Words(
        "{ballot}: không nêu quy tắc nên không kết luận là thông qua",
        "{ballot}: no rule is stated, so nothing is said to be carried",
    ),
    "ballot:not_measured": Words(
        "{ballot}: chưa có thông tin về tổng số để tính tỷ lệ phiếu",
        "{ballot}: the number that the votes are measured by is not on record",
    ),
    "ballot:too_many": Words(
        "{ballot}: số phiếu nhiều hơn số có mặt hoặc số phiếu phát ra",
        "{ballot}: more votes than were issued, or more issued than present",
    ),
    "drift:drifted": Words(
        "Dữ liệu đã thay đổi so với kết quả đã chốt", "The data have changed since the result was locked"
    ),
    "drift:unreadable": Words(
        "Tệp kết quả đã chốt không đọc được nên chưa đối chiếu được",
        "The lock cannot be read, so the result is not compared with it",
    ),
    "faulty": Words("{who} không được tính vì tệp dữ liệu có lỗi", "{who} is left out because of faults in its files"),
    "warning": Words(
        "{number} cảnh báo {code} trong các tệp của năm (xem: cluster rules {code})",
        "{number} warnings {code} in the year’s files (see: cluster rules {code})",
    ),
}
_BRIEFLY = {"class_unknown": Words("Chưa rõ loại đô thị của {who}", "The class of {who} is not known")}
_TOGETHER = {
    "claim": Words("Các điểm cộng chưa thẩm định của {who}", "The bonuses of {who} that are not appraised, together"),
    "missing": Words("Các số liệu còn thiếu của {who}", "The missing values of {who}, together"),
    "appraisal": Words(
        "Các nội dung của {who} mà thẩm định đã sửa", "All that the panel changed in the report of {who}, together"
    ),
    "mark": Words("Các điểm giám khảo cần xem lại của {who}", "The marks of {who} that are open, together"),
}
_IF = {
    "claim": Words("không được chấp nhận", "refused"),
    "appraisal": Words("giữ như {who} tự báo cáo", "as {who} reported"),
    "late": Words("trừ {points} điểm", "{points} points are deducted"),
    "membership_unknown": Words("không tính đô thị này", "left out"),
    "none": Words("không được điểm nào", "given no points"),
    "full": Words("được trọn điểm", "given full points"),
    "counted": Words("được tính", "counted"),
    "without_lowest": Words("bỏ điểm thấp nhất", "the lowest is left out"),
    "without_highest": Words("bỏ điểm cao nhất", "the highest is left out"),
}
_IF_CLASS = Words("là đô thị loại {name}", "of class {name}")
_IF_CLASS_BRIEFLY = Words("là loại {name}", "of class {name}")
_OR = Words(" hoặc ", " or ")
_SENTENCE = Words("{what}: nếu {condition}, {then}.", "{what}: if {condition}, {then}.")
_REPLACES = Words("{new} thay {old} trong danh sách đề nghị", "{new} would be nominated in place of {old}")
_IN_PLACE = Words("{new} thay {old}", "{new} replaces {old}")
_ADDED = Words("{new} có thêm trong danh sách đề nghị", "{new} would be nominated too")
_REMOVED = Words("{old} không còn trong danh sách đề nghị", "{old} would not be nominated")
_OPEN = Words(
    "hội nghị phải chọn {seats} trong số {candidates}",
    "the meeting would have to choose {seats} of {candidates}",
)
_SETTLED = Words("hội nghị không phải bỏ phiếu chọn nữa", "the meeting would have no seat left to decide")
_BEYOND = Words("đề nghị thêm {names}", "it nominated {names}, which the rules do not")
_ABSENT = Words("không đề nghị {names}", "it did not nominate {names}, which the rules do")
_DECIDED = Words("Hội nghị quyết định khác với kết quả tính: {how}.", "The meeting decided against the result: {how}.")
_BALLOTS = {
    "nomination": Words("Bỏ phiếu đề nghị khen thưởng", "Ballot on the nominations"),
    "host": Words("Bỏ phiếu chọn đơn vị đăng cai", "Ballot on the host"),
    "tie": Words("Bỏ phiếu chọn trong số các đô thị có tổng điểm bằng nhau", "Ballot on the tie"),
    "theme": Words("Bỏ phiếu chọn chủ đề", "Ballot on the theme"),
}
_UNTRIED = Words(
    "{number} khả năng chưa được thử, nên có thể còn nội dung cần lưu ý khác.",
    "{number} possibilities were not tried, so there may be more that could change the nominations.",
)


def message(doubt: Doubt, result: Result, lang: Language, *, brief: bool = False) -> str:
    """Say what a doubt is, whose, and what would change; in brief beneath a title that says what would change."""
    if doubt.kind == "decided_otherwise":
        return _decided(result, lang)
    what = _what(doubt, result, lang, brief=brief)
    if doubt.nominations is None:
        return f"{what}."
    return say(
        _SENTENCE,
        lang,
        what=what,
        condition=_condition(doubt, result, lang, brief=brief),
        then=would_be(doubt, result, lang, brief=brief),
    )


def would_be(doubt: Doubt, result: Result, lang: Language, *, brief: bool = False) -> str:
    """Say how the nominations would differ, as a clause."""
    then, now = doubt.nominations or (), result.nominations.members
    new = names(result, tuple(each for each in then if each not in now), lang)
    old = names(result, tuple(each for each in now if each not in then), lang)
    seats = doubt.open_seats
    if seats is not None:
        return say(_OPEN, lang, seats=seats.seats, candidates=names(result, seats.candidates, lang))
    if not new and not old:
        return say(_SETTLED, lang)
    if brief and new and old:
        return say(_IN_PLACE, lang, new=new, old=old)
    return say(_REPLACES if new and old else _ADDED if new else _REMOVED, lang, new=new, old=old)


def untried(doubts: Doubts, lang: Language) -> str | None:
    """Say how many tries were not made; None where all were."""
    return say(_UNTRIED, lang, number=doubts.untried) if doubts.untried else None


def record(doubts: Doubts, result: Result, lang: Language) -> dict[str, object]:
    """Return the doubts as the two keys of the JSON objects that have them."""
    return {
        "doubts": [_entry(each, result, lang) for each in doubts.found],
        "doubts_untried": doubts.untried,
    }


def _entry(doubt: Doubt, result: Result, lang: Language) -> dict[str, object]:
    seats, needed = doubt.open_seats, None
    if doubt.nominations is not None:
        tie = {"kind": "tie", "seats": seats.seats, "candidates": list(seats.candidates)} if seats is not None else None
        needed = [tie] if tie else []
    return {
        "kind": doubt.kind,
        "decisive": doubt.decisive,
        "members": list(doubt.members),
        "id": doubt.id,
        "criterion": doubt.criterion,
        "assumed": None if doubt.assumed is None else list(doubt.assumed),
        "nominations": None if doubt.nominations is None else list(doubt.nominations),
        "decisions_needed": needed,
        "count": doubt.number,
        "message": message(doubt, result, lang),
    }


def _what(doubt: Doubt, result: Result, lang: Language, *, brief: bool) -> str:
    who = names(result, doubt.members, lang)
    if doubt.kind in _TOGETHER and doubt.id is None:
        return say(_TOGETHER[doubt.kind], lang, who=who)
    kind = doubt.kind if doubt.about is None else f"{doubt.kind}:{doubt.about}"
    words = (_BRIEFLY.get(kind) if brief else None) or WHAT[kind]
    named = doubt.criterion or doubt.id
    title = title_of(result, named, lang) if named is not None else ""
    return say(
        words,
        lang,
        who=who,
        title=shortened(title, _BRIEF) if brief else title,
        judge=doubt.id,
        code=doubt.id,
        number=doubt.number,
        ballot=say(_BALLOTS[doubt.id], lang) if doubt.kind == "ballot" and doubt.id in _BALLOTS else doubt.id,
        points=_points(doubt, result, lang),
        as_of=day(result.round.criteria.as_of, lang),
        **_lateness(doubt, result, lang),
    )


def _points(doubt: Doubt, result: Result, lang: Language) -> str:
    """Return the points of a bonus, or of the deduction for lateness."""
    criteria = result.round.criteria
    name = criteria.late if doubt.kind == "late" else doubt.id
    items = (*criteria.bonuses.items, *criteria.deductions.items)
    return next((number(item.points, lang) for item in items if item.id == name), "")


def _lateness(doubt: Doubt, result: Result, lang: Language) -> dict[str, object]:
    deadline = result.round.criteria.deadline
    if doubt.kind != "late" or deadline is None:
        return {"days": "", "deadline": ""}
    submitted = result.round.submissions[doubt.members[0]].submitted_on or deadline
    return {"days": (submitted - deadline).days, "deadline": day(deadline, lang)}


def _condition(doubt: Doubt, result: Result, lang: Language, *, brief: bool) -> str:
    """Say what is assumed."""
    if doubt.kind == "class_unknown":
        return say(_IF_CLASS_BRIEFLY if brief else _IF_CLASS, lang, name=say(_OR, lang).join(doubt.assumed or ()))
    assumed = doubt.assumed or (doubt.kind,)
    who, points = names(result, doubt.members, lang), _points(doubt, result, lang)
    return say(_OR, lang).join(say(_IF[each], lang, who=who, points=points) for each in assumed)


def _decided(result: Result, lang: Language) -> str:
    beyond, absent = departures(result.decided or (), result.nominations)
    parts = [
        say(words, lang, names=names(result, members, lang))
        for words, members in ((_BEYOND, beyond), (_ABSENT, absent))
        if members
    ]
    return say(_DECIDED, lang, how="; ".join(parts))
