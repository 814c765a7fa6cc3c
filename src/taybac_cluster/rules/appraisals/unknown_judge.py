"""Marks of a judge that the meeting file does not name."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up every judge that an appraisal names in the year's meeting file."""
    for the_round, appraisal in walk.appraisals(cluster):
        meeting = the_round.meeting
        if not appraisal.marks or f"meetings/{the_round.year}.yaml" in cluster.unread or (meeting and meeting.partial):
            continue
        known = [judge.id for judge in meeting.judges] if meeting else []
        for criterion, marks in appraisal.marks.items():
            for judge in marks:
                if judge not in known:
                    place = appraisal.key("marks", criterion, judge)
                    yield RULE.at(place, id=judge, suggestion=suggestion(judge, known))


RULE = Rule(
    code="R210",
    name="unknown-judge",
    title=Words(
        "Mã giám khảo không có trong tệp hội nghị",
        "A judge id that the meeting file does not have",
    ),
    why=Words(
        "Điểm giám khảo chỉ có giá trị khi biết giám khảo là ai và của đô thị nào.",
        "A mark counts only when it is known who the judge is and for which city he stands aside.",
    ),
    message=Words(
        "không có giám khảo “{id}” trong tệp hội nghị của năm",
        "the year’s meeting file names no judge “{id}”",
    ),
    hint=Words(
        "khai báo giám khảo trong mục “judges” của tệp hội nghị, hoặc sửa mã; {suggestion}",
        "declare the judge under “judges” in the meeting file, or correct the id; {suggestion}",
    ),
    bad=(Edit("appraisals/2023/lao-cai.yaml", "    giam-khao-2: 7", "    giam-khao-2: 7\n    giam-khao-9: 8"),),
    check=check,
)
