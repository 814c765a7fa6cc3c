"""A judge with neither a mark nor a word that he abstains, or with both."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule

_NEITHER = Words("không có điểm và cũng không ghi “abstain” (không chấm)", "has neither a mark nor “abstain”")
_BOTH = Words("vừa có điểm vừa ghi “abstain”", "has a mark and “abstain” too")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the form of every mark."""
    for _, appraisal in walk.appraisals(cluster):
        for name, marks in appraisal.marks.items():
            for judge, mark in marks.items():
                if (mark.mark is None) == (mark.abstain is None) and not (mark.mark is None and appraisal.partial):
                    place = appraisal.key("marks", name, judge)
                    yield RULE.at(place, judge=judge, what=_NEITHER if mark.mark is None else _BOTH)


RULE = Rule(
    code="R505",
    name="mark-form",
    title=Words(
        "Giám khảo chưa có điểm, hoặc vừa có điểm vừa ghi không chấm",
        "A judge with no mark, or with a mark and an abstention",
    ),
    why=Words(
        "Mỗi giám khảo hoặc cho điểm, hoặc không chấm và nêu lý do.",
        "A judge either gives a mark, or abstains and says why.",
    ),
    message=Words(
        "giám khảo “{judge}” {what}",
        "the judge “{judge}” {what}",
    ),
    hint=Words(
        "ghi “{judge}: 8”, hoặc “{judge}:” rồi xuống dòng, thụt vào “abstain: lý do”",
        "write “{judge}: 8”, or “{judge}:” and on an indented line below “abstain: reason”",
    ),
    bad=(
        Edit(
            "appraisals/2023/lao-cai.yaml",
            "    giam-khao-2: 7",
            "    giam-khao-2:\n      mark: 7\n      abstain: không dự buổi chấm",
        ),
    ),
    check=check,
)
