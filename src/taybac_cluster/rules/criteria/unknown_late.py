"""The deduction for lateness is not among the set's deductions."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up `late` among the deductions."""
    for criteria in walk.criteria_sets(cluster):
        known = [item.id for item in criteria.deductions.items]
        if criteria.late is not None and criteria.late not in known and not criteria.partial:
            yield RULE.at(criteria.at("late"), id=criteria.late, suggestion=suggestion(criteria.late, known))


RULE = Rule(
    code="R214",
    name="unknown-late",
    title=Words(
        "Điểm trừ cho việc nộp muộn không có trong bộ tiêu chí",
        "A deduction for lateness that the set does not have",
    ),
    why=Words(
        "“late” nêu mã của điểm trừ dành cho việc nộp muộn; mã sai thì không đề xuất được điểm trừ.",
        "“late” names the deduction for lateness; with a wrong id none can be proposed.",
    ),
    message=Words(
        "không có điểm trừ nào mang mã “{id}”",
        "there is no deduction “{id}”",
    ),
    hint=Words("{suggestion}", "{suggestion}"),
    bad=(Edit("criteria/2023.yaml", "deadline: 2023-09-10", "deadline: 2023-09-10\nlate: nop-muonn"),),
    good=(Edit("criteria/2023.yaml", "deadline: 2023-09-10", "deadline: 2023-09-10\nlate: nop-muon"),),
    check=check,
)
