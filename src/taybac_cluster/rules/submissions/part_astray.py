"""A part of a value, such as its denominator, that lost its indent and stands at the level of the criteria."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import LocalText, Scalar
from taybac_cluster.model.submission import Submission, Value
from taybac_cluster.rules import walk
from taybac_cluster.rules.block import block, in_quotes, to_type
from taybac_cluster.rules.rule import Edit, Rule

PARTS = ("value", "numerator", "denominator", "missing", "evidence", "note")
"""The keys of a value's own block."""


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Find the parts that stand below a criterion's value and not in it: one error a criterion."""
    for year in walk.years(cluster):
        for city in year.cities:
            for owner, parts in astray(city).items():
                values = city.submission.values or {}
                given = [*_lines(values[owner]), *((part, _typed(values[part].value)) for part in parts)]
                first, *others = (city.submission.key("values", part) for part in parts)
                name = city.expected.criteria[owner].name
                yield RULE.at(first, *others, key=", ".join(parts), name=name, lines=to_type(block(owner, *given)))


def astray(city: walk.City) -> dict[str, list[str]]:
    """Return the parts that lost their indent, by the criterion that they stand below."""
    values, criteria = city.submission.values or {}, city.expected.criteria
    found: dict[str, list[str]] = {}
    if not any(part in values and part not in criteria for part in PARTS):
        return found
    owner = None
    for name in values:
        if name in criteria or name not in PARTS:
            owner = name if name in criteria else None
        elif owner is not None:
            found.setdefault(owner, []).append(name)
    return found


def below(given: walk.Given) -> bool:
    """Whether a part of a criterion's value stands below it."""
    return isinstance(given.document, Submission) and given.name in astray(given.city)


def _lines(said: Value) -> Iterator[tuple[str, str]]:
    """Yield what the criterion's own block says, as it is typed."""
    for part in ("value", "numerator", "denominator", "missing", "note"):
        if part in said.model_fields_set and (given := getattr(said, part)) is not None:
            yield part, _typed(given)


def _typed(given: Scalar | LocalText | None) -> str:
    if given is None:
        return "___"
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, Decimal):
        return f"{given:f}"
    return in_quotes(given if isinstance(given, str) else given.vi)


RULE = Rule(
    code="R424",
    name="part-astray",
    title=Words(
        "Một phần của giá trị không thụt vào dưới tiêu chí của nó",
        "A part of a value that is not indented below its criterion",
    ),
    why=Words(
        "Tử số, mẫu số, ghi chú đứng ngang hàng với các tiêu chí thì bị hiểu là tiêu chí, và giá trị ở trên bị thiếu.",
        "A numerator, denominator or note in line with the criteria is taken for one of them, and the value above is "
        "incomplete.",
    ),
    message=Words(
        "“{key}” thuộc về “{name}” ở trên, nhưng không thụt vào dưới tiêu chí ấy",
        "“{key}” belongs to “{name}” above, but is not indented below it",
    ),
    hint=Words(
        "gõ lại các dòng của tiêu chí này, thụt vào như sau:\n{lines}",
        "type the lines of this criterion again, indented as here:\n{lines}",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "    denominator: 930", "  denominator: 930"),),
    check=check,
)
