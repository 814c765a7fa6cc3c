"""A doubt as it is found, before anything is tried."""

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple

from taybac_cluster.model.cluster import Round

Kind = Literal[
    "claim", "gate", "missing", "appraisal", "mark", "late", "class_unknown", "membership_unknown", "ballot",
    "decided_otherwise", "drift", "faulty", "warning",
]  # fmt: skip
Change = Callable[[Round], Round]


class Try(NamedTuple):
    """One thing to replace in a city's files."""

    assumed: str | None
    """What is assumed: `full`, a class, …; None where there is one try only."""
    change: Change | None
    """None where it leaves all as it is."""


class Found(NamedTuple):
    """One thing behind a result that a city's files leave open."""

    kind: Kind
    member: str
    id: str | None
    tries: tuple[Try, ...] = ()
    swing: Decimal | None = Decimal(0)
    """By how many points the tries can move the city's total at most; None: by any number."""
    moves_others: bool = False
    """Whether the tries can move the points of other cities."""
    about: str | None = None
    criterion: str | None = None


def together(founds: tuple[Found, ...]) -> Found | None:
    """Return several doubts of one kind and city as one, each assumption tried for all that have it; None for fewer."""
    tries = []
    for assumed in dict.fromkeys(each.assumed for found in founds for each in found.tries):
        changes = [
            each.change
            for found in founds
            for each in found.tries
            if each.assumed == assumed and each.change is not None
        ]
        if len(changes) > 1:
            tries.append(Try(assumed, _all(changes)))
    if not tries:
        return None
    swings = [found.swing for found in founds]
    swing = None if None in swings else sum((each for each in swings if each is not None), Decimal(0))
    others = any(found.moves_others for found in founds)
    return Found(founds[0].kind, founds[0].member, None, tuple(tries), swing, others)


def _all(changes: list[Change]) -> Change:
    def change(the_round: Round) -> Round:
        for each in changes:
            the_round = each(the_round)
        return the_round

    return change
