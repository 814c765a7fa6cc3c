"""The ranking as data: the JSON object that is a contract, and the plain table."""

from decimal import Decimal

from taybac_cluster.decide.doubts import Doubts
from taybac_cluster.decide.host import Hosting
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.rank import Placed
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Leaf, Node
from taybac_cluster.model.record import Language
from taybac_cluster.views import doubts, what_if
from taybac_cluster.views.page import (
    Grid,
)
from taybac_cluster.views.rank.how import not_on_record
from taybac_cluster.views.standing import why

_NO_DOUBTS = Doubts()


def record(
    result: Result, lang: Language, lock: Proof | Unreadable | None = None, found: Doubts = _NO_DOUBTS
) -> dict[str, object]:
    """Return the ranking as the JSON object that is a contract."""
    return {
        "year": result.round.year,
        "illustrative": result.round.illustrative,
        "draft": result.round.draft,
        "points": result.round.criteria.weight,
        "as_of": result.round.criteria.as_of.isoformat(),
        "provisional": result.provisional,
        "ranking": [_row(result, each, lang) for each in result.placed],
        "not_ranked": [
            {
                "member": each.member,
                "name": each.standing.name.to(lang),
                "reason": each.reason,
                "message": why(each, result, lang),
            }
            for each in result.left_out
        ],
        "membership_unknown": [each.id for each in not_on_record(result)],
        "nominations": list(result.nominations.members),
        "settled_by": result.nominations.settled_by,
        "decided": None if result.decided is None else list(result.decided),
        "decisions_needed": decisions_needed(result),
        **doubts.record(found, result, lang),
        "what_if": what_if.record(result.what_if),
        "lock": lock.state if lock is not None else None,
        "next": next_record(result.next, lang),
    }


def decisions_needed(result: Result) -> list[dict[str, object]]:
    """List what the meeting must settle."""
    needed: list[dict[str, object]] = []
    if result.nominations.open_seats:
        seats = result.nominations.open_seats
        needed.append({"kind": "tie", "seats": seats.seats, "candidates": list(seats.candidates)})
    if result.next.basis == "none" and result.next.candidates:
        needed.append({"kind": "host", "seats": 1, "candidates": list(result.next.candidates)})
    elif result.next.basis == "proposal" and result.next.host:
        needed.append({"kind": "host", "seats": 1, "candidates": [result.next.host]})
    return needed


def next_record(hosting: Hosting, lang: Language) -> dict[str, object]:
    """Return the next host as data."""
    return {
        "year": hosting.year,
        "host": hosting.host,
        "basis": hosting.basis,
        "theme": hosting.theme.to(lang) if hosting.theme else None,
        "candidates": list(hosting.candidates),
    }


def _row(result: Result, each: Placed, lang: Language) -> dict[str, object]:
    sheet = each.sheet
    groups = [child for child in sheet.root.children if isinstance(child, Node)]
    top = {node.id for node in groups}
    nodes = [node for node in sheet.root.nodes() if node.id not in top]
    return {
        "rank": each.rank,
        "tied": each.tied,
        "tie_break": each.by,
        "member": each.member,
        "name": sheet.standing.name.to(lang),
        "class": sheet.standing.urban_class,
        "total": each.total,
        "self_assessed": result.self_assessed(each.member),
        "groups": {node.id: node.points for node in groups},
        "subgroups": {node.id: node.points for node in nodes},
        "carried": {node.id: node.carried for node in sheet.root.nodes() if node.carried is not None},
        "carried_total": sheet.root.carried,
        "bonuses": sheet.bonus_points,
        "deductions": sheet.deduction_points,
        "criteria": {leaf.id: _leaf(leaf) for leaf in sheet.root.leaves()},
        "eligible": not result.reasons[each.member],
        "nominated": each.member in result.nominations.members,
        "reasons": list(result.reasons[each.member]),
    }


def _leaf(leaf: Leaf) -> dict[str, object]:
    value = leaf.given.value if leaf.outcome == "scored" else None
    return {"value": value, "points": leaf.points, "outcome": leaf.outcome}


def grid(result: Result, lang: Language) -> Grid:
    """Return the ranking as a plain table, those with no place below it."""
    groups = [group.id for group in result.round.criteria.groups]
    status = _status(result)
    before = ("rank", "tied", "member", "name", "type", "class", "total", "self_assessed")
    after = ("carried", "bonuses", "deductions", "eligible", "nominated", "reasons", "status")
    # An id has no underscore: group_total can be no other group's heading.
    named = (f"group_{each}" if each in before + after else each for each in groups)
    headings = (*before, *named, *after)
    rows: list[tuple[str | int | Decimal | None, ...]] = []
    none = Decimal(0).scaleb(-result.round.criteria.decimals)
    for each in result.placed:
        standing, root = each.sheet.standing, each.sheet.root
        rows.append((
            each.rank, _yes(each.tied), each.member, standing.name.to(lang), standing.type, standing.urban_class,
            each.total, result.self_assessed(each.member), *(child.points for child in root.children),
            root.carried or none, each.sheet.bonus_points, each.sheet.deduction_points,
            _yes(not result.reasons[each.member]),
            _yes(each.member in result.nominations.members), " ".join(result.reasons[each.member]), status,
        ))  # fmt: skip
    for out in result.left_out:
        standing = out.standing
        blanks = [None] * (len(groups) + 3)
        rows.append((
            None, None, out.member, standing.name.to(lang), standing.type, standing.urban_class, None, None, *blanks,
            _yes(False), _yes(False), out.reason, status,  # noqa: FBT003
        ))  # fmt: skip
    return Grid(headings, tuple(rows))


def _status(result: Result) -> str:
    """Return what a row must say of itself: made up, a draft or official, and whether it is supposed."""
    status = "illustrative" if result.round.illustrative else "draft" if result.round.draft else "official"
    return f"what_if {status}" if result.what_if is not None else status


def _yes(answer: bool) -> str:  # noqa: FBT001
    return "true" if answer else "false"
