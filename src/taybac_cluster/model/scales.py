"""How a value becomes points: the eight scales, as a criteria set writes them.

Each scale names the fields of its line in the criteria file; its arithmetic is in `decide.scales`, its words in
`views.scales`.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from taybac_cluster.model.record import Number, Record, Whole, is_blank

ZERO = Decimal(0)
Better = Literal["higher", "lower"]


class Linear(Record):
    """A straight line from `at_worst` points at `worst` to full points at `best`; worst > best: lower is better."""

    kind: Literal["linear"]
    worst: Number
    best: Number
    at_worst: Number = ZERO


class Ratio(Record):
    """As linear, of 100 × numerator ÷ denominator: the submission gives the two raw numbers."""

    kind: Literal["ratio"]
    worst: Number
    best: Number
    at_worst: Number = ZERO


class Band(Record):
    """One step of a banded scale: the points for a value at least, or at most, a bound."""

    at_least: Number | None = None
    at_most: Number | None = None
    points: Number


class Bands(Record):
    """Points by steps: those of the first band that holds, else none."""

    kind: Literal["bands"]
    bands: tuple[Band, ...]


def _level(name: str) -> str:
    if is_blank(name):
        raise PydanticCustomError("blank_level", "the name of a level")
    return name


class Levels(Record):
    """Points by a named level, compared without case; no level is named `___`, which is a blank in a submission."""

    kind: Literal["levels"]
    levels: dict[Annotated[str, AfterValidator(_level), WithJsonSchema({"not": {"pattern": "^_{3,}$"}})], Number]


class YesNo(Record):
    """Full points for yes, none for no."""

    kind: Literal["yes_no"]


class Count(Record):
    """A count: its part of `full_at`, at most all of the points."""

    kind: Literal["count"]
    full_at: Number


class Relative(Record):
    """Against the other members' values of the same year."""

    kind: Literal["relative"]
    method: Literal["minmax", "best", "rank"]
    better: Better
    at_worst: Number = ZERO


class Marks(Record):
    """Judges' marks out of `out_of`, combined; fewer than `at_least` marks count as missing."""

    kind: Literal["marks"]
    out_of: Number
    combine: Literal["mean", "trimmed_mean", "median"] = "mean"
    at_least: Whole = 1
    spread: Number | None = None


Scale = Annotated[Linear | Ratio | Bands | Levels | YesNo | Count | Relative | Marks, Field(discriminator="kind")]
SCALES: Mapping[str, type[Record]] = {
    get_args(each.model_fields["kind"].annotation)[0]: each for each in get_args(get_args(Scale)[0])
}
"""The scales by their kind."""
