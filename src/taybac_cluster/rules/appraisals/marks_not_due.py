"""Marks for a criterion that is not marked, or a value in the place of marks."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Marks
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule

_NOT_MARKED = Words(
    "không chấm bằng điểm giám khảo",
    "is not scored by judges’ marks",
)
_MARKED = Words(
    "chấm bằng điểm giám khảo, không sửa bằng giá trị",
    "is scored by judges’ marks and cannot be changed to a value",
)
_CHANGE = Words(
    "nếu tổ thẩm định sửa giá trị thì chuyển sang mục “changes”; nếu không thì xóa",
    "if the panel corrects the value, move it to “changes”; otherwise delete it",
)
_MARK = Words(
    "ghi điểm ở mục “marks”; trong “changes” chỉ được ghi “not_applicable: true”",
    "give marks under “marks”; for this criterion “changes” takes only “not_applicable: true”",
)


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the kind of scale with the part of the appraisal that names the criterion."""
    for the_round, appraisal in walk.appraisals(cluster):
        criteria = the_round.criteria.criteria
        for name in appraisal.marks:
            if name in criteria and not isinstance(criteria[name].scale, Marks):
                place = appraisal.key("marks", name)
                yield RULE.at(place, name=criteria[name].name, what=_NOT_MARKED, write=_CHANGE)
        for name, change in appraisal.changes.items():
            if name in criteria and isinstance(criteria[name].scale, Marks) and not change.not_applicable:
                place = appraisal.key("changes", name)
                yield RULE.at(place, name=criteria[name].name, what=_MARKED, write=_MARK)


RULE = Rule(
    code="R508",
    name="marks-not-due",
    title=Words(
        "Điểm giám khảo cho tiêu chí không do giám khảo chấm, hoặc ngược lại",
        "Marks for a criterion that is not marked, or a value for one that is",
    ),
    why=Words(
        "Chỉ tiêu chí có thang “marks” mới có điểm giám khảo; các tiêu chí khác có giá trị.",
        "Only criteria with the scale “marks” have judges’ marks; all others have values.",
    ),
    message=Words(
        "“{name}” {what}",
        "“{name}” {what}",
    ),
    hint=Words("{write}", "{write}"),
    bad=(
        Edit(
            "appraisals/2023/lao-cai.yaml",
            "marks:\n",
            "marks:\n  cay-xanh:\n    giam-khao-2: 8\n",
        ),
    ),
    check=check,
)
