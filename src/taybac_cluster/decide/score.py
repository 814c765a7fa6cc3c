"""Every member's sheet, from the values of a round."""

from collections.abc import Container, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache

from taybac_cluster.decide.adjust import adjusted
from taybac_cluster.decide.given import given
from taybac_cluster.decide.scales import relative
from taybac_cluster.decide.sheet import Given, Sheet, Used
from taybac_cluster.decide.tree import Scorer
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import Criterion
from taybac_cluster.model.scales import Relative, Scale
from taybac_cluster.model.submission import Appraisal


def score(the_round: Round, *, self_assessed: bool = False, only: Container[str] | None = None) -> dict[str, Sheet]:
    """Score every member that submitted, or `only` some, by id.

    With `self_assessed`, everything of the appraisals but the judges' marks is left out. Scores on relative scales are
    right only where nobody is left out.
    """
    ruled: Mapping[str, Appraisal] = {} if self_assessed else the_round.appraisals
    values = {
        member: given(the_round, scales, the_round.submissions[member], ruled.get(member))
        for member, scales in _scales(the_round).items()
        if only is None or member in only
    }
    criteria = the_round.criteria
    scorer = Scorer(criteria.policies, criteria.decimals, _relative_shares(the_round, values))
    return {member: _sheet(the_round, scorer, member, each, ruled) for member, each in values.items()}


def with_value(the_round: Round, sheet: Sheet, criterion: str, value: Used) -> Sheet:
    """Score one member again with another value of one criterion, one that is not scored against the others."""
    values = {leaf.id: leaf.given for leaf in sheet.root.leaves()}
    values[criterion] = values[criterion]._replace(value=value, parts=None)
    against = {(leaf.id, sheet.member): leaf.share for leaf in sheet.root.leaves() if leaf.share is not None}
    scorer = Scorer(the_round.criteria.policies, the_round.criteria.decimals, against)
    return _sheet(the_round, scorer, sheet.member, values, the_round.appraisals)


def _scales(the_round: Round) -> dict[str, list[tuple[str, Scale]]]:
    """Return every criterion's scale by its id, for each member that gave values."""

    @cache
    def scales(urban_class: str | None) -> list[tuple[str, Scale]]:
        return [(name, each.scale_for(urban_class)) for name, each in the_round.criteria.criteria.items()]

    return {
        member: scales(the_round.standings[member].urban_class)
        for member, submission in the_round.submissions.items()
        if submission.values is not None and member in the_round.standings
    }


def _sheet(
    the_round: Round,
    scorer: Scorer,
    member: str,
    values: Mapping[str, Given],
    ruled: Mapping[str, Appraisal],
) -> Sheet:
    standing = the_round.standings[member]
    root = scorer.root(the_round, standing, values)
    return adjusted(the_round, standing, root, the_round.submissions[member], ruled.get(member))


def _relative_shares(the_round: Round, values: Mapping[str, Mapping[str, Given]]) -> dict[tuple[str, str], Fraction]:
    """Return the shares that depend on all members' values, by criterion and member."""
    return {
        (name, member): share
        for name, criterion in the_round.criteria.criteria.items()
        if isinstance(criterion.scale, Relative)
        for member, share in _against_the_others(the_round, criterion, values).items()
    }


def _against_the_others(
    the_round: Round, criterion: Criterion, values: Mapping[str, Mapping[str, Given]]
) -> dict[str, Fraction]:
    """Score one criterion of all members that have a value, each by the scale of its class."""
    pool: dict[str, Fraction] = {}
    classes = {member: the_round.standings[member].urban_class for member in values}
    for member, each in values.items():
        value = each[criterion.id].value
        if criterion.applies(classes[member]) and not each[criterion.id].not_applicable and isinstance(value, Decimal):
            pool[member] = Fraction(value)
    shares: dict[str, Fraction] = {}
    for urban_class in {classes[member] for member in pool}:
        scale = criterion.scale_for(urban_class)
        if isinstance(scale, Relative):
            found = relative(scale, pool, criterion.points)
            shares |= {member: share for member, share in found.items() if classes[member] == urban_class}
    return shares
