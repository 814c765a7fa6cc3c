"""Marks in a year whose meeting file names no judges."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.appraisals.unknown_judge import judges_of, marks_by_judge
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Count the marks that wait for the list of judges: one error a year."""
    for the_round in walk.rounds(cluster).values():
        marks = marks_by_judge(the_round)
        if not marks or judges_of(cluster, the_round) != [] or cluster.may_hold("meetings", the_round.year):
            continue
        meeting = the_round.meeting
        place = meeting.at("year") if meeting is not None else next(iter(marks.values()))[0]
        count = sum(len(places) for places in marks.values())
        file = f"meetings/{the_round.year}.yaml"
        yield RULE.at(place, file=file, count=count, first=next(iter(marks)))


RULE = Rule(
    code="R512",
    name="no-judges",
    title=Words("Có điểm giám khảo nhưng chưa có danh sách giám khảo", "Marks without a list of judges"),
    why=Words(
        "Điểm giám khảo chỉ có giá trị khi biết giám khảo là ai và của đô thị nào.",
        "A mark counts only where it is known who the judge is and which city the judge belongs to.",
    ),
    message=Words(
        "tệp {file} chưa có mục judges, trong khi đã có {count} điểm giám khảo",
        "there are no judges in {file}, but there are marks by judges ({count})",
    ),
    hint=Words(
        "ghi vào {file} dòng “judges:”, dưới đó mỗi giám khảo một mục thụt vào: “- id: {first}”, rồi “name: …” và "
        "“member: …” thẳng hàng với “id”",
        "add “judges:” to {file}, and below it an indented item for each judge: “- id: {first}”, then “name: …” and "
        "“member: …” in line with “id”",
    ),
    bad=(
        Edit(
            "meetings/2023.yaml",
            "judges:\n  - id: giam-khao-1\n    member: lao-cai\n  - id: giam-khao-2\n    member: sa-pa\n",
            "",
        ),
    ),
    check=check,
)
