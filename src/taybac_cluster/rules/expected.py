"""What a criteria set expects of the values of a city of one class: their kind, their levels, the usual range.

It is worked out once for a class, so that a usual value costs a look-up and a comparison. Only what falls outside is
looked at by the rules, each of which knows its own exact bound.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from taybac_cluster.decide.exact import printed
from taybac_cluster.decide.scales import level_key
from taybac_cluster.model.criteria import CriteriaSet, Criterion
from taybac_cluster.model.record import Scalar
from taybac_cluster.model.scales import Count, Levels, Linear, Marks, Ratio, Relative, Scale

ONE = Decimal(1)
HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)
THOUSANDS = -3
"""The exponent of a number with three decimals, which may be thousands written with a point."""
_PERCENTAGE = Context(prec=28)
"""More digits of a percentage decide nothing: it is only compared with what is usual."""
_MOST_TYPED = 6

_LARGE_PERCENTAGE = Decimal(10)
"""A scale that goes no higher than this may well be meant for percentages below 1."""


class Usual(NamedTuple):
    """The range in which no rule has anything to say of a number, and whether it is plain only without a point."""

    low: Decimal
    high: Decimal
    whole: bool

    def holds(self, number: Decimal) -> bool:
        """Whether a number lies in the range."""
        return self.low <= number <= self.high and (not self.whole or number.same_quantum(ONE))


_ANY = Usual(Decimal("-Infinity"), Decimal("Infinity"), whole=False)


class Expected:
    """What the criteria of a set expect of a city's values."""

    def __init__(self, criteria: CriteriaSet, urban_class: str | None) -> None:
        by_id = criteria.criteria
        self.criteria = by_id
        self.urban_class = urban_class
        self.scales: dict[str, Scale] = {name: each.scale_for(urban_class) for name, each in by_id.items()}
        kinds = {name: TRAITS[scale.kind].takes for name, scale in self.scales.items()}
        self.kinds: dict[str, type] = {name: kind for name, kind in kinds.items() if kind is not None}
        """What is typed for a criterion; not for the scales whose values are no single one: ratio and marks."""
        self.usual = {name: _usual(each, self.scales[name]) for name, each in by_id.items()}
        self.levels = {name: set(scale.levels) for name, scale in self.scales.items() if isinstance(scale, Levels)}
        """Every way in which a level was written so far that names a legal one."""
        excluded = {name for name, each in by_id.items() if not each.applies(urban_class)}
        self.excluded = frozenset(excluded)
        """The criteria that do not apply to the class."""
        self.asked = frozenset(
            name for name, scale in self.scales.items() if name not in excluded and not isinstance(scale, Marks)
        )
        """The criteria for which a city of the class must give a value."""

    def is_usual(self, name: str, value: Scalar | None) -> bool:
        """Whether a value is of the kind that a criterion takes, and nothing is to be said of it."""
        if type(value) is not self.kinds.get(name):
            return False
        if isinstance(value, Decimal):
            return self.usual[name].holds(value)
        return not isinstance(value, str) or value in self.levels[name] or self.is_level(name, value)

    def is_level(self, name: str, text: str) -> bool:
        """Whether a text names a level of a criterion; what was found is remembered."""
        scale = self.scales[name]
        found = isinstance(scale, Levels) and level_key(text) in {level_key(each) for each in scale.levels}
        if found:
            self.levels[name].add(text)
        return found


def is_percentage(criterion: Criterion) -> bool:
    """Whether a criterion's unit says that its values are percentages."""
    return criterion.unit is not None and criterion.unit.vi.lstrip().startswith("%")


def counts_whole_things(criterion: Criterion, scale: Scale) -> bool:
    """Whether the values of a criterion have no decimals: a count, or steps of whole ones."""
    return isinstance(scale, Count) or (criterion.step is not None and criterion.step >= 1 and criterion.step % 1 == 0)


def looks_like_share(criterion: Criterion, scale: Scale, value: Decimal) -> bool:
    """Whether a number typed for a percentage is probably a share of 1: 0.93 for 93."""
    if not is_percentage(criterion) or not 0 < value <= 1:
        return False
    low = criterion.plausible.min if criterion.plausible else None
    if low is not None and value < low <= value * HUNDRED:
        return True
    bounds = thresholds(scale)
    return value < 1 and (max(bounds) >= _LARGE_PERCENTAGE if bounds else isinstance(scale, Relative))


def above_hundred(criterion: Criterion, scale: Scale, value: Decimal) -> bool:
    """Whether a percentage is above 100 although nothing in the criterion expects that."""
    return value > HUNDRED and not _expects_above_hundred(criterion, scale)


def below_zero(criterion: Criterion, scale: Scale, value: Decimal) -> bool:
    """Whether a percentage is below 0 although nothing in the criterion expects that."""
    return value < 0 and is_percentage(criterion) and not _expects_below_zero(criterion, scale)


def _expects_below_zero(criterion: Criterion, scale: Scale) -> bool:
    low = criterion.plausible.min if criterion.plausible else None
    return min(thresholds(scale), default=ONE) < 0 or (low is not None and low < 0)


def looks_like_thousands(criterion: Criterion, value: Decimal) -> bool:
    """Whether a number may be thousands written with a point: 1.200, unless the criterion asks for three decimals."""
    if value.as_tuple().exponent != THOUSANDS or not 1 <= value < THOUSAND or is_percentage(criterion):
        return False
    if criterion.step is not None and criterion.step % Decimal("0.01") != 0:
        return False
    high = criterion.plausible.max if criterion.plausible else None
    return high is None or value * THOUSAND <= high


class Traits(NamedTuple):
    """What the rules have to know of a kind of scale."""

    takes: type | None
    """What is typed as the value: Decimal, str or bool; None where it is no single one."""
    bounds: Callable[[Any], Iterable[Decimal | None]] = lambda _: ()
    """The values that a scale names as its bounds."""
    measures: bool = False
    """Whether the values measure something, so that two years' can be compared."""
    never_negative: Callable[[Any], bool] = lambda _: False
    """Whether no value can be below 0."""
    above_none: str | None = None
    """The setting that must be above 0, if there is one."""


def _ends(scale: Linear | Ratio) -> Iterable[Decimal]:
    return scale.worst, scale.best


TRAITS: Mapping[str, Traits] = {
    "linear": Traits(Decimal, _ends, measures=True),
    "ratio": Traits(None, _ends, measures=True),
    "bands": Traits(
        Decimal,
        lambda scale: (band.at_most if band.at_least is None else band.at_least for band in scale.bands),
        measures=True,
    ),
    "levels": Traits(str),
    "yes_no": Traits(bool),
    "count": Traits(Decimal, measures=True, never_negative=lambda _: True, above_none="full_at"),
    "relative": Traits(Decimal, never_negative=lambda scale: scale.method == "best"),
    "marks": Traits(None, above_none="out_of"),
}
"""Every kind of scale has its line here; a test compares them with the kinds there are."""


def thresholds(scale: Scale) -> list[Decimal]:
    """Return the values that a scale names as its bounds; none where it has none."""
    return [bound for bound in TRAITS[scale.kind].bounds(scale) if bound is not None]


def _usual(criterion: Criterion, scale: Scale) -> Usual:
    low, high, _ = _ANY
    if criterion.plausible is not None:
        low = low if criterion.plausible.min is None else criterion.plausible.min
        high = high if criterion.plausible.max is None else criterion.plausible.max
    if is_percentage(criterion) and not isinstance(scale, Ratio):
        low = max(low, ONE)
    if (is_percentage(criterion) or isinstance(scale, Ratio)) and not _expects_above_hundred(criterion, scale):
        high = min(high, HUNDRED)
    if TRAITS[scale.kind].never_negative(scale):
        low = max(low, Decimal(0))
    return Usual(low, high, counts_whole_things(criterion, scale) or scale.kind == "relative")


def _expects_above_hundred(criterion: Criterion, scale: Scale) -> bool:
    high = criterion.plausible.max if criterion.plausible else None
    return max(thresholds(scale), default=ONE) > HUNDRED or (high is not None and high > HUNDRED)


def percentage(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Return 100 × numerator / denominator, for a denominator above 0."""
    return _PERCENTAGE.divide(HUNDRED * numerator, denominator)


def shown(number: Decimal) -> Decimal:
    """Return a number as typed; a percentage of two numbers, which nobody typed, with two decimals."""
    exponent = number.as_tuple().exponent
    return printed(Fraction(number), 2) if isinstance(exponent, int) and exponent < -_MOST_TYPED else number
