"""A mark below 0 or above what the criterion is marked out of."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Marks
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every mark with the scale that holds for the city."""
    for year in walk.years(cluster):
        for city, appraisal in year.appraised:
            for name, marks in appraisal.marks.items():
                scale = city.expected.scales.get(name)
                if not isinstance(scale, Marks):
                    continue
                for judge, mark in marks.items():
                    if mark.mark is not None and (mark.mark < 0 or mark.mark > scale.out_of):
                        place = appraisal.at("marks", name, judge)
                        yield RULE.at(place, judge=judge, mark=mark.mark, most=scale.out_of)


RULE = Rule(
    code="R504",
    name="mark-out-of-range",
    title=Words(
        "Điểm giám khảo ngoài khoảng cho phép",
        "A judge’s mark out of range",
    ),
    why=Words(
        "Điểm giám khảo được chấm trên thang ghi ở “out_of”; điểm ngoài thang làm sai điểm chung.",
        "Marks are given out of “out_of”; one outside that range makes the combined mark wrong.",
    ),
    message=Words(
        "“{judge}” chấm {mark}, thang điểm từ 0 đến {most}",
        "“{judge}” gave {mark}, the scale goes from 0 to {most}",
    ),
    hint=Words(
        "ghi điểm từ 0 đến {most}",
        "write a mark from 0 to {most}",
    ),
    bad=(Edit("appraisals/2023/lao-cai.yaml", "    giam-khao-2: 7", "    giam-khao-2: 70"),),
    check=check,
)
