"""The decision of a round as a whole: everything that any output of it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import NamedTuple

from taybac_cluster.decide.exact import ZERO
from taybac_cluster.decide.host import Hosting, next_host
from taybac_cluster.decide.nominate import Nominations, nominate, shortcomings
from taybac_cluster.decide.rank import LeftOut, Placed, left_out, rank
from taybac_cluster.decide.score import score
from taybac_cluster.decide.sheet import Sheet, Used
from taybac_cluster.decide.tree import Scorer
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.meeting import Meeting


class Spread(NamedTuple):
    """The shares of one criterion of all to whom it applies."""

    rising: tuple[Fraction, ...]
    mean: Fraction


class Replaced(NamedTuple):
    """One thing that a what-if replaced: what counted before, and what counts then."""

    member: str
    id: str
    judge: str | None
    value: tuple[Used, Used]
    """`missing` for none, `na` where it does not apply."""


@dataclass(frozen=True)
class WhatIf:
    """What a what-if supposes, and the result without it."""

    before: "Result"
    set: tuple[Replaced, ...] = ()
    criteria: str | None = None
    """The file of another criteria set."""
    without_value: tuple[str, ...] = ()
    """The ids of that set for which no city has a value or an answer."""
    ignored: tuple[str, ...] = ()
    """The ids of values that cannot be used with that set."""


@dataclass(frozen=True)
class Result:
    """What came out of a round, and what it was made from."""

    round: Round
    scorer: Scorer
    """Scores a member of the round again; it remembers what is the same each time."""
    sheets: Mapping[str, Sheet]
    placed: tuple[Placed, ...]
    left_out: tuple[LeftOut, ...]
    nominations: Nominations
    next: Hosting
    on_record: Mapping[int, Meeting] = field(default_factory=dict)
    """The meetings of all years."""
    what_if: WhatIf | None = None
    """What was supposed; such a result is never locked."""

    @cached_property
    def own(self) -> Mapping[str, Sheet]:
        """The sheets as the cities assessed themselves; the same sheet where the panel changed nothing."""
        appraised = self.round.appraisals.keys() & self.sheets.keys()
        if not appraised:
            return self.sheets
        only = None if self.relative else appraised
        return {**self.sheets, **score(self.round, self.scorer, self_assessed=True, only=only)}

    @property
    def relative(self) -> bool:
        """Whether any share depends on the other members' values."""
        return any(criterion.scale.kind == "relative" for criterion in self.round.criteria.criteria.values())

    def self_assessed(self, member: str) -> Decimal | None:
        """Return the total that a member gave itself."""
        return self.own[member].total if member in self.own else None

    @cached_property
    def reasons(self) -> dict[str, tuple[str, ...]]:
        """Why each placed member is not eligible; empty where it is."""
        return {each.member: shortcomings(each.sheet, self.round.criteria) for each in self.placed}

    @cached_property
    def places(self) -> Mapping[str, Placed]:
        """Every placed member, by id."""
        return {each.member: each for each in self.placed}

    @cached_property
    def eligible(self) -> tuple[Placed, ...]:
        """Those placed who can be put forward, in the order of the ranking."""
        return tuple(each for each in self.placed if not self.reasons[each.member])

    @cached_property
    def voters(self) -> int:
        """How many members there are on the day of the meeting, where a vote on a tie may be measured by it."""
        return voters(self.round)

    @cached_property
    def spreads(self) -> Mapping[str, Spread]:
        """What all who have a sheet reached, by criterion."""
        found: dict[str, list[Fraction]] = {}
        for sheet in self.sheets.values():
            for leaf in sheet.root.leaves():
                if leaf.share is not None:
                    found.setdefault(leaf.id, []).append(leaf.share)
        return {name: Spread(tuple(sorted(each)), sum(each, ZERO) / len(each)) for name, each in found.items()}

    @property
    def provisional(self) -> bool:
        """Whether shares against the others may move, because a city's faulty files were left out."""
        return bool(self.round.faulty) and self.relative

    @property
    def decided(self) -> tuple[str, ...] | None:
        """Whom the meeting put forward; None where no meeting decided."""
        return self.round.meeting.decisions.nominated if self.round.meeting is not None else None


def placed_and_left(the_round: Round, sheets: dict[str, Sheet]) -> tuple[list[Placed], list[LeftOut]]:
    """Rank the sheets, those with no place apart."""
    out = left_out(the_round, sheets)
    away = {each.member for each in out}
    ranked = (sheet for member, sheet in sheets.items() if member not in away)
    return rank(ranked, the_round.criteria.ranking.tie_break), out


def nominated(the_round: Round, placed: list[Placed]) -> Nominations:
    """Nominate among the placed."""
    return nominate(placed, the_round.criteria, the_round.meeting, voters(the_round))


def voters(the_round: Round) -> int:
    """Return how many members there are on the day of the meeting, where a vote on a tie may be measured by it."""
    meeting = the_round.meeting
    return the_round.roster.count(meeting.day) if meeting is not None and "tie" in meeting.ballots else 0


def decide(the_round: Round, meetings: Mapping[int, Meeting]) -> Result:
    """Score, rank, nominate and find the next host: the story of a year."""
    return Result(the_round, *ranked(the_round), next_host(the_round.year, the_round.roster, meetings), meetings)


class Ranked(NamedTuple):
    """A round scored and ranked, and whom its rules put forward."""

    scorer: Scorer
    sheets: Mapping[str, Sheet]
    placed: tuple[Placed, ...]
    left_out: tuple[LeftOut, ...]
    nominations: Nominations


@lru_cache(maxsize=1)  # the rules ask it of a decided year, and then whoever wants the result
def ranked(the_round: Round) -> Ranked:
    """Score and rank a round, and nominate."""
    scorer = Scorer(the_round.criteria)
    sheets = score(the_round, scorer)
    placed, out = placed_and_left(the_round, sheets)
    return Ranked(scorer, sheets, tuple(placed), tuple(out), nominated(the_round, placed))
