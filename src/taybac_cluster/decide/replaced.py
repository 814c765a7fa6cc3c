"""The same round with one thing in a city's files replaced: for what-if, and for trying a doubt.

Each function changes the file whose word counts: the appraisal where it speaks of the thing, else the submission.
Deductions, marks and what does not apply are the appraisal's alone; where a city has none, one is made. New records are
made of values that were checked: `model_construct` does not check them again.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from taybac_cluster.model.cluster import Round
from taybac_cluster.model.record import LocalText, Record
from taybac_cluster.model.submission import (
    Answer,
    Appraisal,
    BonusRuling,
    Change,
    DeductionRuling,
    Figure,
    GateRuling,
    Mark,
    Submission,
    Value,
)

R = TypeVar("R", bound=Record)
T = TypeVar("T")

SUPPOSED = LocalText("giả định", "supposed")
"""The reason that stands where a file must give one."""
MISSING = Figure.model_construct()


def with_figure(the_round: Round, member: str, name: str, figure: Figure) -> Round:
    """Replace the value of a criterion; `MISSING`: there is none."""
    submission, appraisal = _files(the_round, member)
    parts: dict[str, Any] = {key: part for key, part in figure if part is not None}
    if appraisal is not None and name in appraisal.changes:
        change = Change.model_construct(**parts, missing=figure == MISSING, reason=appraisal.changes[name].reason)
        return _appraised(the_round, appraisal, changes={**appraisal.changes, name: change})
    before = submission.value(name) or Value.model_construct()
    if figure == MISSING:
        value = Value.model_construct(missing=before.missing or SUPPOSED, note=before.note)
    else:
        value = Value.model_construct(**parts, evidence=before.evidence, note=before.note)
    return _submitted(the_round, submission, values={**(submission.values or {}), name: value})


def not_applicable(the_round: Round, member: str, name: str) -> Round:
    """Let the panel rule that a criterion does not apply to a city."""
    appraisal = _appraisal(the_round, member)
    reason = appraisal.changes[name].reason if name in appraisal.changes else SUPPOSED
    change = Change.model_construct(not_applicable=True, reason=reason)
    return _appraised(the_round, appraisal, changes={**appraisal.changes, name: change})


def with_gate(the_round: Round, member: str, name: str, *, passed: bool) -> Round:
    """Replace the answer to a gate."""
    submission, appraisal = _files(the_round, member)
    if appraisal is not None and name in appraisal.gates:
        ruling = GateRuling.model_construct(value=passed, reason=appraisal.gates[name].reason)
        return _appraised(the_round, appraisal, gates={**appraisal.gates, name: ruling})
    answer = _changed(submission.gates.get(name, Answer.model_construct()), value=passed)
    return _submitted(the_round, submission, gates={**submission.gates, name: answer})


def with_bonus(the_round: Round, member: str, name: str, *, granted: bool) -> Round:
    """Let a bonus count, or not."""
    submission, appraisal = _files(the_round, member)
    if appraisal is not None and name in appraisal.bonuses:
        ruling = BonusRuling.model_construct(granted=granted, reason=appraisal.bonuses[name].reason)
        return _appraised(the_round, appraisal, bonuses={**appraisal.bonuses, name: ruling})
    answer = _changed(submission.bonuses.get(name, Answer.model_construct()), value=granted)
    return _submitted(the_round, submission, bonuses={**submission.bonuses, name: answer})


def with_deduction(the_round: Round, member: str, name: str, *, taken: bool) -> Round:
    """Let the panel make a deduction, or not."""
    appraisal = _appraisal(the_round, member)
    others = {key: each for key, each in appraisal.deductions.items() if key != name or taken}
    deductions = {name: DeductionRuling.model_construct(reason=SUPPOSED), **others} if taken else others
    return _appraised(the_round, appraisal, deductions=deductions)


def with_marks(the_round: Round, member: str, name: str, marks: Mapping[str, Mark]) -> Round:
    """Replace the judges' marks for a criterion, which then applies."""
    appraisal = _appraisal(the_round, member)
    changes = _without(appraisal.changes, name)
    return _appraised(the_round, appraisal, changes=changes, marks={**appraisal.marks, name: dict(marks)})


def own_word(the_round: Round, member: str, part: str, name: str) -> Round:
    """Take one thing out of a city's appraisal: what the city says itself counts again."""
    appraisal = _appraisal(the_round, member)
    return _appraised(the_round, appraisal, **{part: _without(getattr(appraisal, part), name)})


def left_out(the_round: Round, member: str) -> Round:
    """Leave a city out, as one that is no member."""
    return the_round.with_files(member, None, None)


def _files(the_round: Round, member: str) -> tuple[Submission, Appraisal | None]:
    return the_round.submissions[member], the_round.appraisals.get(member)


def _appraisal(the_round: Round, member: str) -> Appraisal:
    """Return a city's appraisal, or an empty one."""
    found = the_round.appraisals.get(member)
    year = the_round.year
    return found or Appraisal.model_construct(member=member, year=year).in_file(f"appraisals/{year}/{member}.yaml")


def _submitted(the_round: Round, submission: Submission, **fields: object) -> Round:
    member = submission.member
    return the_round.with_files(member, _changed(submission, **fields), the_round.appraisals.get(member))


def _appraised(the_round: Round, appraisal: Appraisal, **fields: object) -> Round:
    member = appraisal.member
    return the_round.with_files(member, the_round.submissions[member], _changed(appraisal, **fields))


def _changed(record: R, **fields: object) -> R:
    return record.model_copy(update=fields)


def _without(items: Mapping[str, T], name: str) -> dict[str, T]:
    return {key: each for key, each in items.items() if key != name}
