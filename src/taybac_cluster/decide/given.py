"""What counts for each criterion: the panel's word where it gives one, else the city's; the judges' marks."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from taybac_cluster.decide.scales import combined_mark, counting
from taybac_cluster.decide.sheet import Given, Used
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.record import Route
from taybac_cluster.model.scales import Marks, Ratio, Scale
from taybac_cluster.model.submission import Appraisal, Change, Figure, Submission, Value


def given(
    the_round: Round, scales: Iterable[tuple[str, Scale]], submission: Submission, ruled: Appraisal | None
) -> dict[str, Given]:
    """Return what counts for every criterion; without `ruled`, what the city says itself, and the marks."""
    appraisal = the_round.appraisals.get(submission.member)
    said = submission.values or {}
    found = {}
    for name, scale in scales:
        change = ruled.changes.get(name) if ruled is not None else None
        if isinstance(scale, Marks):
            found[name] = _marked(the_round, name, scale, appraisal, change)
        elif change is not None and ruled is not None:
            found[name] = _changed(ruled, name, change, scale, said.get(name))
        else:
            found[name] = _submitted(submission, name, scale)
    return found


@cache
def _route(block: str, name: str) -> Route:
    """Return the route of a criterion in every city's file: the same one, of which many sheets need one each."""
    return block, name


def _changed(ruled: Appraisal, name: str, change: Change, scale: Scale, claimed: Value | None) -> Given:
    value, parts = _used(change, scale)
    return Given(
        value,
        parts,
        ruled,
        _route("changes", name),
        appraised=True,
        claimed=claimed,
        reason=change.reason,
        not_applicable=change.not_applicable,
    )


def _submitted(submission: Submission, name: str, scale: Scale) -> Given:
    said = (submission.values or {}).get(name)
    if said is None:
        return Given(None)
    value, parts = _used(said, scale)
    return Given(value, parts, submission, _route("values", name), claimed=said, reason=said.missing)


def _used(said: Figure, scale: Scale) -> tuple[Used | None, tuple[Decimal, Decimal] | None]:
    """Return the value that a scale looks at and, of a ratio, the two raw numbers."""
    ratio = isinstance(scale, Ratio)
    return said.meant(ratio=ratio), said.parts if ratio else None


def _marked(the_round: Round, name: str, scale: Marks, appraisal: Appraisal | None, change: Change | None) -> Given:
    """Return the judges' marks as one; a judge's mark for his own member is left out."""
    if change is not None and change.not_applicable:
        return Given(
            None, None, appraisal, _route("changes", name), appraised=True, reason=change.reason, not_applicable=True
        )
    if appraisal is None or name not in appraisal.marks:
        return Given(None)
    judges = the_round.meeting.judges if the_round.meeting else ()
    marks = counting(appraisal.marks[name], judges, appraisal.member)
    combined = combined_mark(scale, [mark for _, mark in marks])
    return Given(combined, None, appraisal, _route("marks", name), appraised=True, marks=marks)
