"""A bonus or deduction that the year's set does not have."""

from collections.abc import Iterable, Iterator, Mapping

from taybac_cluster.diagnostics import Diagnostic, Words, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import Item
from taybac_cluster.model.record import Document
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up every bonus and deduction that a submission or an appraisal names."""
    for the_round in walk.rounds(cluster).values():
        if the_round.criteria.partial:
            continue
        bonuses = {item.id: item for item in the_round.criteria.bonuses.items}
        deductions = {item.id: item for item in the_round.criteria.deductions.items}
        for submission in the_round.submissions.values():
            if submission.bonuses and not submission.bonuses.keys() <= bonuses.keys():
                yield from _unknown(submission, "bonuses", submission.bonuses, bonuses)
        for appraisal in the_round.appraisals.values():
            yield from _unknown(appraisal, "bonuses", appraisal.bonuses, bonuses)
            yield from _unknown(appraisal, "deductions", appraisal.deductions, deductions)


def _unknown(document: Document, part: str, names: Iterable[str], known: Mapping[str, Item]) -> Iterator[Diagnostic]:
    for name in names:
        if name not in known:
            yield RULE.at(document.key(part, name), id=name, suggestion=suggestion(name, list(known)))


RULE = Rule(
    code="R209",
    name="unknown-item",
    title=Words(
        "Mã điểm cộng, điểm trừ không có trong bộ tiêu chí",
        "A bonus or deduction id that the criteria set does not have",
    ),
    why=Words(
        "Chỉ được cộng điểm, trừ điểm theo quy định trong bộ tiêu chí của năm.",
        "A bonus or deduction counts only if the year’s set provides for it.",
    ),
    message=Words(
        "bộ tiêu chí của năm không có điểm cộng hay điểm trừ “{id}”",
        "the year’s criteria set has no bonus or deduction “{id}”",
    ),
    hint=Words("{suggestion}", "{suggestion}"),
    bad=(Edit("submissions/2023/sa-pa.yaml", "highlights:", "bonuses:\n  sang-kienn: true\nhighlights:"),),
    good=(Edit("submissions/2023/sa-pa.yaml", "highlights:", "bonuses:\n  sang-kien: true\nhighlights:"),),
    check=check,
)
