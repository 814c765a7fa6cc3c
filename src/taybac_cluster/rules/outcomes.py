"""What the cities of a year reach on a criterion, for the rules that look at all of them."""

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from taybac_cluster.decide.scales import Share, share_of
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Scalar
from taybac_cluster.model.scales import Marks, Ratio, Relative
from taybac_cluster.rules.walk import City, Year

if TYPE_CHECKING:
    from taybac_cluster.model.submission import Figure

EFFECTS = {
    "zero": Words("được 0 điểm", "it scores no points"),
    "exclude": Words(
        "không chấm, điểm chuyển cho phần còn lại của nhóm",
        "it is left out, and the rest of its group carries the points",
    ),
    "reject": Words("đô thị sẽ không được xếp hạng", "the city will not be ranked"),
}
"""What a missing value means, by the policy of its criterion."""

FEWEST = 3
"""With fewer values nothing can be said of a criterion."""


class Extent(NamedTuple):
    """Whether all cities with a value reach the same end of a criterion, and how many these are."""

    end: Literal["none", "full"]
    cities: int


def extents(year: Year) -> dict[str, Extent]:
    """Return the criteria on which all cities with a value, at least three, have no points or all of them.

    A criterion of no points, and one that judges mark, is left out.
    """
    kept = vars(year)
    if "extents" not in kept:
        found = ((name, _extent(year, name)) for name in year.criteria.criteria) if len(year.cities) >= FEWEST else ()
        kept["extents"] = {name: extent for name, extent in found if extent is not None}
    return cast("dict[str, Extent]", kept["extents"])


def _extent(year: Year, name: str) -> Extent | None:
    """Look at city after city until two differ: only where all are alike is the whole year looked at."""
    criterion = year.criteria.criteria[name]
    if isinstance(criterion.scale, Marks) or criterion.points <= 0:
        return None
    if isinstance(criterion.scale, Relative):
        found = [value for city in year.cities if (value := counted(city, name)) is not None]
        return Extent("full", len(found)) if len(found) >= FEWEST and len(set(found)) == 1 else None
    count, first = 0, None
    functions: dict[str | None, Share] = {}
    known: dict[str | None, dict[Scalar | Fraction, Fraction]] = {}
    for city in year.cities:
        value = counted(city, name)
        if value is None:
            continue
        urban_class = city.expected.urban_class
        shares = known.setdefault(urban_class, {})
        share = shares.get(value)
        if share is None:
            if urban_class not in functions:
                functions[urban_class] = share_of(city.expected.scales[name], criterion.points)
            share = shares[value] = functions[urban_class](value)
            if 0 < share < 1 or share != (share if first is None else first):
                return None
            first = share
        count += 1
    return Extent("full" if first else "none", count) if count >= FEWEST else None


def counted(city: City, name: str) -> Scalar | Fraction | None:
    """Return the value that counts for a city: the appraisal's where it gives one; None where there is none."""
    _, submission, appraisal, _, expected = city
    if submission.values is None or name in expected.excluded:
        return None
    said: Figure | None = submission.values.get(name)
    if appraisal is not None:
        said = appraisal.changes.get(name, said)
    return None if said is None else said.meant(ratio=isinstance(expected.scales[name], Ratio))
