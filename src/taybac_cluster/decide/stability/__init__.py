"""How firm an order is: the same decision under other weights, without a criterion, by other words and scales.

Weights: every criterion's points are multiplied by an independent uniform factor in 1 ± `percent` %, or drawn uniformly
on the simplex (`free`), and rescaled so that they add up to the set's points; the shares stay. Every draw is scored,
rounded (half up), carried, adjusted, ranked, tie-broken and gated by the rules of `score`, `rank` and `nominate`, but
in binary floats with a guard before each rounding, all draws of a chunk at once. With 0 % it is the exact decision.

Leaving something out is such a draw as well: the remaining points are rescaled to the set's points, so that
`min_points` keeps its meaning. This is the one package that needs numpy.

Source of the measure: Lahdelma and Salminen, SMAA-2 (Operations Research 49, 2001): rank acceptability indices.
"""

from collections.abc import Callable

from taybac_cluster.decide.result import Result
from taybac_cluster.decide.stability.answers import Plan, Stability, Variant
from taybac_cluster.decide.stability.draws import drawn
from taybac_cluster.decide.stability.field import field_of, places_of
from taybac_cluster.decide.stability.leave_outs import leave_outs, without
from taybac_cluster.decide.stability.otherwise import as_assessed, as_class, as_decided, treatments

Step = Callable[[int, int], None]


def tried(result: Result, plan: Plan, step: Step = lambda _done, _of: None) -> Stability:
    """Try the decision of a round under other weights, words and scales; `step` is called with how much is done."""
    field = field_of(result)
    variants = list(leave_outs(result.round.criteria))
    classes = treatments(result.round.criteria)
    whole = plan.draws + len(variants) + len(classes)
    base = as_decided(result.placed, result.nominations)
    placed = field.only(places_of(field, result.placed))
    tally = drawn(placed, plan, base, lambda done: step(done, whole))
    left_out = []
    for at, (kind, name, criteria) in enumerate(variants, plan.draws):
        step(at, whole)
        if (decided := without(field, criteria)) is not None:
            left_out.append(Variant(kind, (name,), decided, not decided.same(base)))
    scored = []
    for at, names in enumerate(classes, plan.draws + len(variants)):
        step(at, whole)
        decided = as_class(result, names[0])
        scored.append(Variant("class", names, decided, not decided.same(base)))
    step(whole, whole)
    own = as_assessed(result)
    return Stability(
        result,
        plan,
        base,
        *tally,
        tuple(left_out),
        None if own is None else Variant("own", (), own, not own.same(base)),
        tuple(scored),
    )
