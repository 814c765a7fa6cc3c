"""An answer to a gate that the year's set does not have."""

from collections.abc import Iterator, Mapping

from taybac_cluster.diagnostics import Diagnostic, Words, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import Gate
from taybac_cluster.model.submission import Appraisal, Submission
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up every gate that a submission or an appraisal names."""
    for the_round in walk.rounds(cluster).values():
        if the_round.criteria.partial:
            continue
        known = {gate.id: gate for gate in the_round.criteria.gates}
        for submission in the_round.submissions.values():
            if not submission.gates.keys() <= known.keys():
                yield from _unknown(submission, known)
        for appraisal in the_round.appraisals.values():
            yield from _unknown(appraisal, known)


def _unknown(document: Submission | Appraisal, known: Mapping[str, Gate]) -> Iterator[Diagnostic]:
    for name in document.gates:
        if name not in known:
            yield RULE.at(document.key("gates", name), id=name, suggestion=suggestion(name, list(known)))


RULE = Rule(
    code="R208",
    name="unknown-gate",
    title=Words(
        "Mã điều kiện bắt buộc không có trong bộ tiêu chí",
        "A gate id that the criteria set does not have",
    ),
    why=Words(
        "Trả lời dưới mã sai thì điều kiện coi như chưa trả lời, và đô thị không được đề nghị khen thưởng.",
        "A gate answered under a wrong id counts as not answered, and the city cannot be nominated.",
    ),
    message=Words(
        "bộ tiêu chí của năm không có điều kiện bắt buộc “{id}”",
        "the year’s criteria set has no gate “{id}”",
    ),
    hint=Words("{suggestion}", "{suggestion}"),
    bad=(
        Edit(
            "submissions/2023/sa-pa.yaml",
            "gates:\n  khong-o-nhiem: true",
            "gates:\n  khong-o-nhiem: true\n  o-nhiem: true",
        ),
    ),
    check=check,
)
