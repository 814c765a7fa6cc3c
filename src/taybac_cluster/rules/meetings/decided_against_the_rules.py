"""A decision that puts other cities forward than the rules do."""

from collections.abc import Iterator

from taybac_cluster.decide.nominate import departures, shortcomings
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.rules.decision import computed
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.walk import Year

_NONE = Words("không đô thị nào", "none")


def audit(year: Year) -> Iterator[Diagnostic]:
    """Compare the eligible cities of the decision with those that the rules put forward."""
    found, meeting = computed(year), year.round.meeting
    if found is None or meeting is None:
        return
    decided = list(meeting.decisions.nominated or ())
    able = {each.member for each in found.placed if not shortcomings(each.sheet, year.criteria)}
    eligible = [each for each in decided if each in able]
    if any(departures(eligible, found.nominations)):
        own = _listed(list(found.nominations.members))
        if seats := found.nominations.open_seats:
            tied = ", ".join(seats.candidates)
            own = Words(
                f"{own.vi}; còn {seats.seats} đô thị do hội nghị chọn trong số có tổng điểm bằng nhau: {tied}",
                f"{own.en}; {seats.seats} to be chosen by the meeting among equal totals: {tied}",
            )
        yield RULE.at(meeting.key("decisions", "nominated"), decided=_listed(decided), computed=own)


def _listed(ids: list[str]) -> Words:
    listed = ", ".join(ids)
    return Words(listed, listed) if ids else _NONE


RULE = Rule(
    code="R610",
    name="decided-against-the-rules",
    title=Words(
        "Quyết định của hội nghị khác kết quả tính theo quy định",
        "A decision that differs from the computed result",
    ),
    why=Words(
        "Biên bản ghi đúng điều hội nghị quyết định; khác với kết quả tính thì mọi kết quả in ra đều nói rõ.",
        "The minutes record what was decided; if the rules give another result, every output says so.",
    ),
    message=Words(
        "hội nghị đề nghị: {decided}; tính theo quy định: {computed}",
        "the meeting nominated: {decided}; by the rules: {computed}",
    ),
    hint=Words(
        "kiểm tra lại số liệu và biên bản; nếu hội nghị đúng là quyết định như vậy thì giữ nguyên",
        "check the figures and the minutes; if the meeting really decided so, leave it",
    ),
    bad=(Edit("meetings/2023.yaml", "  nominated:\n    - sa-pa", "  nominated:\n    - lao-cai"),),
    severity="warning",
    audit=audit,
)
