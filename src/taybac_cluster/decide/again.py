"""Who would be put forward if one city's files said otherwise; only what that touches is scored again."""

from bisect import bisect_right
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from taybac_cluster.decide.adjust import adjusted
from taybac_cluster.decide.given import given
from taybac_cluster.decide.nominate import Nominations, put_forward, shortcomings
from taybac_cluster.decide.rank import has_place, rank
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.score import Values, against_the_others, scales_of
from taybac_cluster.decide.sheet import NONE, Given, Sheet
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.scales import Relative


class Again:
    """Decides a result again; `scored` counts the sheets that took."""

    def __init__(self, result: Result) -> None:
        self.result, self.scorer, self.scored = result, result.scorer, 0
        self.eligible = {each.member for each in result.eligible}
        self.placed = {each.member: each.sheet for each in result.placed}
        self._known: dict[str, dict[str, Fraction]] = {}
        self.totals = [-each.total for each in result.placed]
        """In the order of the places, negated: rising."""

    @property
    def least_in(self) -> Decimal:
        """The lowest total that is put forward, or could be."""
        rule = self.result.round.criteria.nomination
        return self._last_in(self.eligible, {}, rule.quota if rule else 0)

    def nominations(self, the_round: Round, member: str) -> Nominations:
        """Return who is put forward in a round in which one member's files differ."""
        changed = self._changed(the_round, member)
        rule, criteria = the_round.criteria.nomination, the_round.criteria
        placed = {name: sheet for name, sheet in changed.items() if sheet is not None and has_place(sheet, criteria)}
        eligible = self.eligible - changed.keys()
        eligible |= {name for name, sheet in placed.items() if not shortcomings(sheet, criteria)}
        least = self._last_in(eligible, placed, rule.quota if rule else 0)
        sheets = [each for each in self._down_to(least) if each.member not in changed]
        sheets += [sheet for sheet in placed.values() if _total(sheet) >= least]
        ranked = rank(sheets, criteria.ranking.tie_break)
        chosen = [each for each in ranked if each.member in eligible]
        return put_forward(chosen, rule, the_round.meeting, self.result.voters)

    def _last_in(self, eligible: set[str], placed: Mapping[str, Sheet], quota: int) -> Decimal:
        """Return the lowest total that can be put forward: whoever has less changes nothing."""
        new = sorted((_total(sheet) for name, sheet in placed.items() if name in eligible), reverse=True)
        found = 0
        for each in self.result.placed:
            while new and new[0] >= each.total:
                found += 1
                if found == quota:
                    return new[0]
                new.pop(0)
            if each.member in eligible and each.member not in placed:
                found += 1
                if found == quota:
                    return each.total
        return NONE

    def _down_to(self, least: Decimal) -> list[Sheet]:
        return [each.sheet for each in self.result.placed[: bisect_right(self.totals, -least)]]

    def _changed(self, the_round: Round, member: str) -> dict[str, Sheet | None]:
        """Score a member again, and whoever is scored against it; None: it takes no part."""
        submission = the_round.submissions.get(member)
        values: dict[str, Given] = {}
        if submission is not None:
            scales = scales_of(the_round, the_round.standings[member].urban_class)
            values = given(the_round, scales, submission, the_round.appraisals.get(member))
        shares = self._shares(the_round, member, values)
        changed: dict[str, Sheet | None] = {} if values else {member: None}
        for name in dict.fromkeys((*([member] if values else ()), *shares)):
            own = values if name == member else self._values[name]
            against = {**self._against(name), **shares.get(name, {})}
            root = self.scorer.root(the_round.standings[name], own, against)
            changed[name] = adjusted(the_round, name, root, the_round.appraisals.get(name))
            self.scored += 1
        return changed

    def _shares(self, the_round: Round, member: str, values: Mapping[str, Given]) -> dict[str, dict[str, Fraction]]:
        """Return the shares on relative scales that differ, by member and criterion."""
        differing: dict[str, dict[str, Fraction]] = {}
        for name in self._relative:
            if values and self._counted(self.result.round, member, self._values[member][name]) == self._counted(
                the_round, member, values[name]
            ):
                continue
            criterion = the_round.criteria.criteria[name]
            everyone = {**self._values, member: values} if values else _without(self._values, member)
            for each, share in against_the_others(the_round, criterion, everyone).items():
                if each == member or share != self._against(each).get(name):
                    differing.setdefault(each, {})[name] = share
        return differing

    def _counted(self, the_round: Round, member: str, each: Given) -> object:
        """Return what a member's own share on a relative scale depends on, the other members aside."""
        return each.value, each.not_applicable, the_round.standings[member].urban_class

    @cached_property
    def _relative(self) -> list[str]:
        return [name for name, each in self.result.round.criteria.criteria.items() if isinstance(each.scale, Relative)]

    @cached_property
    def _values(self) -> Values:
        return {name: {leaf.id: leaf.given for leaf in each.root.leaves()} for name, each in self.result.sheets.items()}

    def _against(self, member: str) -> dict[str, Fraction]:
        """Return a member's shares on the relative scales."""
        if not self._relative:
            return {}
        if member not in self._known:
            leaves = self.result.sheets[member].root.leaves()
            self._known[member] = {
                leaf.id: leaf.share for leaf in leaves if leaf.id in self._relative and leaf.share is not None
            }
        return self._known[member]


def _total(sheet: Sheet) -> Decimal:
    return NONE if sheet.total is None else sheet.total


def _without(values: Values, member: str) -> Values:
    return {name: each for name, each in values.items() if name != member}
