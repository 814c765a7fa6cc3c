"""The last seat and two members side by side, as data."""

from taybac_cluster.decide.seat import Against, Pair, Seat


def seat_record(seat: Seat | None) -> dict[str, object] | None:
    """Return how far a member is from the last seat."""
    if seat is None:
        return None
    found: dict[str, object] = {"gap": seat.gap, "holder": seat.holder}
    return found if seat.by is None else {**found, "by": seat.by}


def against_record(against: Against | None) -> dict[str, object] | None:
    """Return two members criterion by criterion: points as mine and its, and by how much the first has more."""
    if against is None:
        return None
    return {
        "member": against.member,
        "criteria": {name: _points(pair) for name, pair in against.criteria.items()},
        "groups": {name: _points(pair) for name, pair in against.groups.items()},
        "bonuses": list(against.bonuses),
        "deductions": list(against.deductions),
        "total": list(against.total),
    }


def _points(pair: Pair) -> dict[str, object]:
    return {"points": list(pair), "difference": pair.difference}
