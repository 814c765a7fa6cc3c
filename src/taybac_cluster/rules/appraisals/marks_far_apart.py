"""Judges' marks that lie further apart than the set allows."""

from collections.abc import Iterator

from taybac_cluster.decide.scales import counting
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Marks
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the highest and the lowest mark that count with `spread`."""
    for year in walk.years(cluster):
        judges = year.round.meeting.judges if year.round.meeting is not None else ()
        for city, appraisal in year.appraised:
            for name, marks in appraisal.marks.items():
                scale = city.expected.scales.get(name)
                if not isinstance(scale, Marks) or scale.spread is None:
                    continue
                given = [mark for _, mark in counting(marks, judges, city.id)]
                if given and max(given) - min(given) > scale.spread:
                    yield RULE.at(
                        appraisal.key("marks", name),
                        name=city.expected.criteria[name].name,
                        low=min(given),
                        high=max(given),
                        most=scale.spread,
                    )


RULE = Rule(
    code="R507",
    name="marks-far-apart",
    title=Words(
        "Điểm các giám khảo chênh nhau quá mức",
        "Judges’ marks far apart",
    ),
    why=Words(
        "Chênh quá mức ghi ở “spread” thường do hiểu tiêu chí khác nhau hoặc gõ nhầm; nên xem lại trước khi họp.",
        "Marks more than “spread” apart usually mean a different reading of the criterion, or a typing mistake; "
        "check before the meeting.",
    ),
    message=Words(
        "“{name}”: điểm từ {low} đến {high}, chênh quá {most}",
        "“{name}”: marks from {low} to {high}, more than {most} apart",
    ),
    hint=Words(
        "hỏi lại các giám khảo; nếu đúng thì giữ nguyên",
        "ask the judges again; if they stand by their marks, leave them",
    ),
    bad=(
        Edit("meetings/2023.yaml", "present:", "  - id: giam-khao-3\npresent:"),
        Edit("appraisals/2023/lao-cai.yaml", "    giam-khao-2: 7", "    giam-khao-2: 7\n    giam-khao-3: 2"),
    ),
    good=(
        Edit("meetings/2023.yaml", "present:", "  - id: giam-khao-3\npresent:"),
        Edit("appraisals/2023/lao-cai.yaml", "    giam-khao-2: 7", "    giam-khao-2: 7\n    giam-khao-3: 3"),
    ),
    severity="warning",
    check=check,
)
