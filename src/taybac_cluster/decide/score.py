"""Every member's sheet, from the values of a round."""

from collections.abc import Container, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache

from taybac_cluster.decide.adjust import adjusted, with_adjustments
from taybac_cluster.decide.given import given
from taybac_cluster.decide.scales import relative
from taybac_cluster.decide.sheet import Given, Sheet, Used
from taybac_cluster.decide.tree import Scorer
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import Criterion
from taybac_cluster.model.scales import Relative, Scale

Values = Mapping[str, Mapping[str, Given]]
"""What counts, by member and criterion."""


def score(
    the_round: Round,
    scorer: Scorer | None = None,
    *,
    self_assessed: bool = False,
    only: Container[str] | None = None,
) -> dict[str, Sheet]:
    """Score every member that submitted, or `only` some, by id; with a scorer of the round's set if there is one.

    With `self_assessed`, everything of the appraisals but the judges' marks is left out. Scores on relative scales are
    right only where nobody is left out.
    """
    ruled = {} if self_assessed else the_round.appraisals
    values = {
        member: given(the_round, scales, the_round.submissions[member], ruled.get(member))
        for member, scales in _scales(the_round).items()
        if only is None or member in only
    }
    scorer, against = scorer or Scorer(the_round.criteria), _relative_shares(the_round, values)
    sheets = {}
    for member, each in values.items():
        root = scorer.root(the_round.standings[member], each, against.get(member, {}))
        sheets[member] = adjusted(the_round, member, root, ruled.get(member))
    return sheets


def with_value(sheet: Sheet, criterion: str, value: Used, scorer: Scorer) -> Sheet:
    """Return a sheet with another value of one criterion that is scored, and not against the others.

    Bonuses, deductions, gates and what is missing stay as they are.
    """
    root = scorer.with_value(sheet.root, sheet.standing.urban_class, criterion, value)
    total = with_adjustments(root, sheet.bonus_points, sheet.deduction_points, scorer.decimals)
    return sheet._replace(root=root, total=total)


def _scales(the_round: Round) -> dict[str, list[tuple[str, Scale]]]:
    """Return every criterion's scale by its id, for each member that gave values."""

    @cache
    def scales(urban_class: str | None) -> list[tuple[str, Scale]]:
        return scales_of(the_round, urban_class)

    return {
        member: scales(the_round.standings[member].urban_class)
        for member, submission in the_round.submissions.items()
        if submission.values is not None and member in the_round.standings
    }


def scales_of(the_round: Round, urban_class: str | None) -> list[tuple[str, Scale]]:
    """Return every criterion's scale for a class."""
    return [(name, each.scale_for(urban_class)) for name, each in the_round.criteria.criteria.items()]


def _relative_shares(the_round: Round, values: Values) -> dict[str, dict[str, Fraction]]:
    """Return the shares that depend on all members' values, by member and criterion."""
    shares: dict[str, dict[str, Fraction]] = {}
    for name, criterion in the_round.criteria.criteria.items():
        if isinstance(criterion.scale, Relative):
            for member, share in against_the_others(the_round, criterion, values).items():
                shares.setdefault(member, {})[name] = share
    return shares


def against_the_others(the_round: Round, criterion: Criterion, values: Values) -> dict[str, Fraction]:
    """Score one relative criterion of all members that have a value, each by the scale of its class."""
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
