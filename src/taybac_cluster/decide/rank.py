"""Places from printed totals: ties are broken by the written rule, or stay ties."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from taybac_cluster.decide.sheet import NONE, Sheet
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.members import Standing
from taybac_cluster.model.record import LocalText

Reason = Literal["no_submission", "not_competing", "faulty", "rejected", "too_much_missing", "not_applicable"]


class Placed(NamedTuple):
    """One member's place: shared where `tied`; `by` names the tie-break id that set it apart from its equals.

    `above_by` names the tie-break id that put the previous city ahead, where their totals are equal.
    """

    sheet: Sheet
    rank: int
    tied: bool
    by: str | None
    above_by: str | None = None

    @property
    def member(self) -> str:
        """The member's id."""
        return self.sheet.member

    @property
    def total(self) -> Decimal:
        """The printed total."""
        return self.sheet.total if self.sheet.total is not None else NONE


class LeftOut(NamedTuple):
    """A member that has no place, and why."""

    standing: Standing
    reason: Reason
    text: LocalText | None = None
    """What the city wrote, where it does not compete."""
    criteria: tuple[str, ...] = ()
    percent: Fraction | None = None
    file: str | None = None
    sheet: Sheet | None = None

    @property
    def member(self) -> str:
        """The member's id."""
        return self.standing.id


def left_out(the_round: Round, sheets: dict[str, Sheet]) -> list[LeftOut]:
    """Return who has no place, and why, in the order of the members file."""
    found = []
    for standing in the_round.standings.values():
        submission, sheet = the_round.submissions.get(standing.id), sheets.get(standing.id)
        if standing.id in the_round.faulty:
            found.append(LeftOut(standing, "faulty", file=the_round.faulty[standing.id]))
        elif submission is not None and submission.not_competing is not None:
            found.append(LeftOut(standing, "not_competing", submission.not_competing))
        elif sheet is not None:
            found.extend(_unplaced(sheet, the_round.criteria))
        elif standing.membership == "member":
            found.append(LeftOut(standing, "no_submission"))
    return found


def has_place(sheet: Sheet, criteria: CriteriaSet) -> bool:
    """Whether a member that submitted is ranked."""
    return not any(_unplaced(sheet, criteria))


def _unplaced(sheet: Sheet, criteria: CriteriaSet) -> Iterable[LeftOut]:
    most = criteria.ranking.max_missing_percent
    if sheet.rejected:
        yield LeftOut(sheet.standing, "rejected", criteria=sheet.rejected, sheet=sheet)
    elif most is not None and sheet.missing_percent > Fraction(most):
        missing = tuple(leaf.id for leaf in sheet.root.leaves() if leaf.outcome == "missing")
        yield LeftOut(sheet.standing, "too_much_missing", criteria=missing, percent=sheet.missing_percent, sheet=sheet)
    elif sheet.total is None:
        yield LeftOut(sheet.standing, "not_applicable", sheet=sheet)


def rank(sheets: Iterable[Sheet], tie_break: Sequence[str]) -> list[Placed]:
    """Give places: 1, 2, 2, 4. Equal totals go by the printed points of each id in turn, higher first.

    An id that does not apply to one of the tied is skipped for all of them. Members that stay equal stand in the order
    of their ids, which decides nothing.
    """
    placed: list[Placed] = []
    scored = list(sheets)
    totals = {sheet.member: sheet.total if sheet.total is not None else NONE for sheet in scored}
    for equals in _classes(scored, totals):
        for group, by, above_by in _apart(equals, tie_break):
            place = len(placed) + 1
            ordered = sorted(group, key=lambda sheet: sheet.member)
            placed.extend(Placed(sheet, place, len(group) > 1, by, above_by) for sheet in ordered)
    return placed


def _classes(sheets: Iterable[Sheet], worths: Mapping[str, Decimal | Fraction]) -> list[list[Sheet]]:
    """Gather those of equal worth, the worthiest first."""
    found: dict[Decimal | Fraction, list[Sheet]] = {}
    for sheet in sheets:
        found.setdefault(worths[sheet.member], []).append(sheet)
    return [found[worth] for worth in sorted(found, reverse=True)]


def _apart(
    equals: list[Sheet], tie_break: Sequence[str], by: str | None = None, above_by: str | None = None
) -> list[tuple[list[Sheet], str | None, str | None]]:
    """Tell equals apart; each group of those still equal comes with the id that set it apart, if any did.

    And with the id that set it apart from the group before it.
    """
    if len(equals) == 1:
        return [(equals, by, above_by)]
    for at, name in enumerate(tie_break):
        points = {sheet.member: sheet.printed_points(name) for sheet in equals}
        worths = {member: worth for member, worth in points.items() if worth is not None}
        if len(worths) < len(points) or len(set(worths.values())) == 1:
            continue
        parts = _classes(equals, worths)
        return [
            each
            for count, part in enumerate(parts)
            for each in _apart(part, tie_break[at + 1 :], name, name if count else above_by)
        ]
    return [(equals, by, above_by)]
