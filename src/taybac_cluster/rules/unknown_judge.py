"""Marks of a judge that the meeting file does not name."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up every judge that an appraisal names in the year's meeting file."""
    for the_round, appraisal in walk.appraisals(cluster):
        if f"meetings/{the_round.year}.yaml" in cluster.unread:
            continue
        known = [judge.id for judge in the_round.meeting.judges] if the_round.meeting else []
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
    bad=(
        Edit("criteria/2023.yaml", "          kind: count\n          full_at: 10", "          kind: marks\n          out_of: 10"),
        Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4\n", ""),
        Edit("submissions/2023/lao-cai.yaml", "  van-ban: 6\n", ""),
        Edit("appraisals/2023/lao-cai.yaml", "changes:", "marks:\n  van-ban:\n    giam-khao-9: 8\nchanges:"),
        Edit("submissions/2023/sa-pa.yaml", "  cay-xanh: 7.2", "  cay-xanh: 7.2"),
    ),
    good=(),
    check=check,
)
