"""Marks of a judge that the meeting file does not name."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words, suggestion
from taybac_cluster.model.cluster import Cluster, Round
from taybac_cluster.model.record import Location
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up the judges of every appraisal in the meeting file of a year that names some."""
    for the_round in walk.rounds(cluster).values():
        known = judges_of(cluster, the_round)
        if not known:
            continue  # no-judges says so once
        for judge, marks in marks_by_judge(the_round).items():
            if judge not in known:
                first, *rest = marks
                yield RULE.at(first, *rest, id=judge, count=len(marks), suggestion=suggestion(judge, known))


def judges_of(cluster: Cluster, the_round: Round) -> list[str] | None:
    """Return the ids of a year's judges; None where the meeting file could not be read whole."""
    meeting = the_round.meeting
    if f"meetings/{the_round.year}.yaml" in cluster.unread or (meeting is not None and meeting.partial):
        return None
    return [judge.id for judge in meeting.judges] if meeting is not None else []


def marks_by_judge(the_round: Round) -> dict[str, list[Location]]:
    """Return where each judge's marks of a year stand."""
    found: dict[str, list[Location]] = {}
    for appraisal in the_round.appraisals.values():
        for criterion, marks in appraisal.marks.items():
            for judge in marks:
                found.setdefault(judge, []).append(appraisal.key("marks", criterion, judge))
    return found


RULE = Rule(
    code="R210",
    name="unknown-judge",
    title=Words("Mã giám khảo không có trong tệp hội nghị", "A judge id that the meeting file does not have"),
    why=Words(
        "Điểm giám khảo chỉ có giá trị khi biết giám khảo là ai và của đô thị nào.",
        "A mark counts only where it is known who the judge is and which city the judge belongs to.",
    ),
    message=Words(
        "không có giám khảo “{id}” trong mục judges của tệp hội nghị (số điểm đã chấm với mã này: {count})",
        "the meeting file names no judge “{id}” under judges (marks under this id: {count})",
    ),
    hint=Words(
        "sửa mã cho đúng, hoặc bổ sung giám khảo vào mục judges của tệp hội nghị; {suggestion}",
        "correct the id, or add the judge under judges in the meeting file; {suggestion}",
    ),
    bad=(Edit("appraisals/2023/lao-cai.yaml", "    giam-khao-2: 7", "    giam-khao-2: 7\n    giam-khao-9: 8"),),
    check=check,
)
