"""Where one member stands among the others, criterion by criterion."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import Leaf, Used


class Among(NamedTuple):
    """A member's place on one criterion among those to whom it applies, and how far it is from their mean."""

    place: int
    tied: bool
    of: int
    lead: Fraction
    """Points by which its share exceeds the mean share; negative where it falls short."""


def among(result: Result, member: str) -> dict[str, Among]:
    """Compare a member's shares with all members that have a sheet, by criterion."""
    found = {}
    for leaf in result.sheets[member].root.leaves():
        if leaf.share is None:
            continue
        shares, mean = result.spreads[leaf.id]
        worse, up_to = bisect_left(shares, leaf.share), bisect_right(shares, leaf.share)
        lead = (leaf.share - mean) * Fraction(leaf.weight)
        found[leaf.id] = Among(len(shares) - up_to + 1, up_to - worse > 1, len(shares), lead)
    return found


def extremes(found: Mapping[str, Among], most: int) -> tuple[list[str], list[str]]:
    """Return the criteria on which a member leads the mean by most points, and those on which it trails by most."""
    ordered = sorted(found, key=lambda name: (-found[name].lead, name))
    ahead = [name for name in ordered[:most] if found[name].lead > 0]
    return ahead, [name for name in ordered[::-1][:most] if found[name].lead < 0]


def by_criterion(result: Result) -> dict[str, dict[str, Leaf]]:
    """Return every member's leaf, by criterion and member."""
    found: dict[str, dict[str, Leaf]] = {}
    for member, sheet in result.sheets.items():
        for leaf in sheet.root.leaves():
            found.setdefault(leaf.id, {})[member] = leaf
    return found


def pool(leaves: Mapping[str, Leaf]) -> list[Fraction]:
    """Return the numbers that a relative scale looks at."""
    return [Fraction(leaf.given.value) for leaf in leaves.values() if _counts(leaf.outcome, leaf.given.value)]  # type: ignore[arg-type]


def _counts(outcome: str, value: Used | None) -> bool:
    return outcome == "scored" and value is not None and not isinstance(value, (str, bool))
