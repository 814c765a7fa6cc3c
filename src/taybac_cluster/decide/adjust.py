"""From a tree of points to a sheet: bonuses, deductions, gates, what is missing, and the total."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.exact import ZERO, printed
from taybac_cluster.decide.sheet import Adjustment, GateAnswer, Leaf, Node, Sheet
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.submission import Appraisal, Submission


def adjusted(the_round: Round, member: str, root: Node, ruled: Appraisal | None) -> Sheet:
    """Return the sheet of a member's tree; the total is not below 0."""
    criteria, decimals = the_round.criteria, the_round.criteria.decimals
    standing, submission = the_round.standings[member], the_round.submissions[member]
    bonuses = tuple(_bonuses(the_round, submission, ruled))
    deductions = tuple(_deductions(the_round, ruled))
    plus = _capped(bonuses, criteria.bonuses.cap, decimals)
    minus = _capped(deductions, criteria.deductions.cap, decimals)
    total = with_adjustments(root, plus, minus, decimals)
    missing = [leaf for leaf in root.leaves() if leaf.outcome == "missing"]
    rejected = tuple(leaf.id for leaf in missing if leaf.policy == "reject")
    gates = tuple(_gates(the_round, submission, ruled))
    percent = _percent(missing, root) if missing else ZERO
    return Sheet(standing, root, bonuses, deductions, plus, minus, gates, total, percent, rejected)


def with_adjustments(root: Node, plus: Decimal, minus: Decimal, decimals: int) -> Decimal | None:
    """Return the total, which is not below 0; None where nothing applies."""
    return None if root.points is None else max(root.points + plus - minus, printed(ZERO, decimals))


def _percent(missing: list[Leaf], root: Node) -> Fraction:
    """Return the typed points of missing criteria, as a percentage of those that apply."""
    typed = sum((Fraction(leaf.weight) for leaf in root.leaves() if leaf.outcome != "not_applicable"), ZERO)
    return 100 * sum((Fraction(leaf.weight) for leaf in missing), ZERO) / typed if typed else ZERO


def _capped(items: tuple[Adjustment, ...], cap: Decimal | None, decimals: int) -> Decimal:
    if not items:
        return printed(ZERO, decimals)
    whole = sum((Fraction(item.points) for item in items if item.granted), ZERO)
    return printed(whole if cap is None else min(whole, Fraction(cap)), decimals)


def _bonuses(the_round: Round, submission: Submission, ruled: Appraisal | None) -> Iterable[Adjustment]:
    """Yield the bonuses claimed or ruled on: a claim counts until it is refused; one granted counts unclaimed too."""
    for item in the_round.criteria.bonuses.items:
        claim = submission.bonuses.get(item.id)
        ruling = ruled.bonuses.get(item.id) if ruled else None
        if ruling is not None and ruled is not None:
            place = ruled.at("bonuses", item.id)
            yield Adjustment(item.id, item.name, item.points, ruling.granted, True, ruling.reason, place)  # noqa: FBT003
        elif claim is not None and claim.value:
            place = submission.at("bonuses", item.id)
            yield Adjustment(item.id, item.name, item.points, True, False, claim.note, place)  # noqa: FBT003


def _deductions(the_round: Round, ruled: Appraisal | None) -> Iterable[Adjustment]:
    for item in the_round.criteria.deductions.items:
        ruling = ruled.deductions.get(item.id) if ruled else None
        if ruling is not None and ruled is not None:
            points = item.points if ruling.points is None else ruling.points
            place = ruled.at("deductions", item.id)
            yield Adjustment(item.id, item.name, points, True, True, ruling.reason, place)  # noqa: FBT003


def _gates(the_round: Round, submission: Submission, ruled: Appraisal | None) -> Iterable[GateAnswer]:
    for gate in the_round.criteria.gates:
        answer = submission.gates.get(gate.id)
        ruling = ruled.gates.get(gate.id) if ruled else None
        if ruling is not None and ruled is not None:
            place = ruled.at("gates", gate.id)
            yield GateAnswer(gate.id, gate.name, ruling.value, True, True, ruling.reason, place)  # noqa: FBT003
        elif answer is not None and answer.value is not None:
            place = submission.at("gates", gate.id)
            yield GateAnswer(gate.id, gate.name, answer.value, True, False, answer.note, place)  # noqa: FBT003
        else:
            yield GateAnswer(gate.id, gate.name, False, False, False, None, None)  # noqa: FBT003
