"""A vote on a tie for a city that is not among the equal ones."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.rules.decision import computed_of
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.walk import Year


def audit(year: Year) -> Iterator[Diagnostic]:
    """Compare the names on the tie's ballot with the candidates for the open seats."""
    meeting = year.round.meeting
    ballot = meeting.ballots.get("tie") if meeting is not None else None
    if meeting is None or ballot is None:
        return
    found = computed_of(year)
    if found is None:
        return
    candidates = found.nominations.tie.candidates if found.nominations.tie is not None else ()
    for name in ballot.votes:
        if name not in candidates:
            place = meeting.key("ballots", "tie", "votes", name)
            yield RULE.at(place, id=name, candidates=_listed(candidates))


def _listed(candidates: tuple[str, ...]) -> Words:
    if not candidates:
        return Words("không có đô thị nào phải bỏ phiếu chọn", "there is no tie to be settled by vote")
    ids = ", ".join(candidates)
    return Words(f"các đô thị được chọn là: {ids}", f"the candidates are: {ids}")


RULE = Rule(
    code="R615",
    name="vote-for-no-candidate",
    title=Words(
        "Bỏ phiếu cho đô thị không thuộc diện bỏ phiếu chọn",
        "A vote on a tie for a city that is not a candidate",
    ),
    why=Words(
        "Cuộc bỏ phiếu “tie” chỉ chọn trong số các đô thị có tổng điểm bằng nhau ở vị trí cuối; phiếu cho đô thị khác "
        "không được tính.",
        "The ballot “tie” chooses only among the cities with equal totals at the last seat; other votes do not count.",
    ),
    message=Words(
        "phiếu cho “{id}” không được tính: {candidates}",
        "the votes on “{id}” do not count: {candidates}",
    ),
    hint=Words(
        "kiểm tra lại biên bản kiểm phiếu và kết quả xếp hạng (cluster rank); nếu đúng như vậy thì giữ nguyên",
        "check the minutes of the count and the ranking (cluster rank); if both are right, leave it",
    ),
    bad=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  tie:\n    votes:\n      lao-cai:\n        for: 2\ndecisions:",
        ),
    ),
    severity="warning",
    audit=audit,
)
