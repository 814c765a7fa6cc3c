"""A judge's mark for his own member, which is left out."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for marks of the judges who belong to the city."""
    for year in walk.years(cluster):
        if year.round.meeting is None or not year.round.meeting.judges:
            continue
        home = {judge.id: judge.member for judge in year.round.meeting.judges}
        for city, appraisal in year.appraised:
            for name, marks in appraisal.marks.items():
                for judge, mark in marks.items():
                    if mark.mark is not None and home.get(judge) == city.id:
                        yield RULE.at(appraisal.key("marks", name, judge), judge=judge, id=city.id)


RULE = Rule(
    code="R506",
    name="own-mark",
    title=Words(
        "Giám khảo chấm đô thị của mình",
        "A judge’s mark for the judge’s own city",
    ),
    why=Words(
        "Điểm của giám khảo cho đô thị của mình không được tính.",
        "A judge’s mark for the judge’s own city does not count.",
    ),
    message=Words(
        "giám khảo “{judge}” là người của “{id}”: điểm này không được tính",
        "the judge “{judge}” belongs to “{id}”: this mark is left out",
    ),
    hint=Words(
        "thay điểm bằng “{judge}:” rồi xuống dòng, thụt vào “abstain: không chấm đô thị của mình”; nếu ghi nhầm "
        "đô thị của giám khảo thì sửa trong tệp hội nghị",
        "replace the mark by “{judge}:” and on an indented line below “abstain: own city”; if the judge’s city is "
        "wrong, correct it in the meeting file",
    ),
    bad=(Edit("appraisals/2023/lao-cai.yaml", "    giam-khao-2: 7", "    giam-khao-2: 7\n    giam-khao-1: 9"),),
    severity="warning",
    check=check,
)
