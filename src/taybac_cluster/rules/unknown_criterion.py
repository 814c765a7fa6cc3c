"""A value for a criterion that the year's set does not have."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up every criterion that a submission or an appraisal names."""
    for the_round, submission in walk.submissions(cluster):
        known = the_round.criteria.criteria
        if submission.values is not None and not submission.values.keys() <= known.keys():
            for name in submission.values.keys() - known.keys():
                yield RULE.at(submission.key("values", name), id=name, suggestion=suggestion(name, list(known)))
    for the_round, appraisal in walk.appraisals(cluster):
        known = the_round.criteria.criteria
        for part, names in (("changes", appraisal.changes), ("marks", appraisal.marks)):
            for name in names.keys() - known.keys():
                yield RULE.at(appraisal.key(part, name), id=name, suggestion=suggestion(name, list(known)))


RULE = Rule(
    code="R207",
    name="unknown-criterion",
    title=Words(
        "Mã tiêu chí không có trong bộ tiêu chí của năm",
        "A criterion id that the year’s set does not have",
    ),
    why=Words(
        "Giá trị ghi dưới một mã sai sẽ không được chấm cho tiêu chí nào.",
        "A value under a wrong id would be scored for no criterion.",
    ),
    message=Words(
        "bộ tiêu chí năm này không có tiêu chí “{id}”",
        "this year’s criteria set has no criterion “{id}”",
    ),
    hint=Words(
        "{suggestion}",
        "{suggestion}",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", '  cay-xanh: 7.2', '  cay-xanhh: 7.2\n  cay-xanh: 7.2'),),
    good=(),
    check=check,
)
