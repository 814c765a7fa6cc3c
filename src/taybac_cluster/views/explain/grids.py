"""The sheet of one city as a plain table, and two cities side by side: a line for each thing that has points."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from taybac_cluster.decide.among import Among, among
from taybac_cluster.decide.exact import printed
from taybac_cluster.decide.seat import against
from taybac_cluster.decide.sheet import Leaf, Node, Sheet, Used
from taybac_cluster.decide.would_take import Chance, chances
from taybac_cluster.model.record import Language
from taybac_cluster.views.explain.sources import source
from taybac_cluster.views.explain.story import Story
from taybac_cluster.views.named import title_of
from taybac_cluster.views.page import Grid

Cell = str | int | Decimal | None
_SIDE_BY_SIDE = ("kind", "id", "code", "name", "points", "points_against", "difference")
_PERCENT_DECIMALS = 6


class _Line(NamedTuple):
    """One line of a city's sheet; its fields are the headings."""

    kind: str
    id: str | None = None
    code: str | None = None
    name: str | None = None
    value: Cell = None
    outcome: str | None = None
    source: str | None = None
    points: Decimal | None = None
    weight: Decimal | None = None
    lost: Decimal | None = None
    place: int | None = None
    place_of: int | None = None
    rise_at: Cell = None
    """The first value that alone gains a better place."""
    rise_to: int | None = None
    nominated_at: Cell = None
    """The first value that alone gains the nomination."""


def grid(story: Story, criterion: str | None, lang: Language) -> Grid:
    """Return every line of a city's sheet, or one criterion; against another city, the points of both.

    `kind` is group, criterion, carried (in the group of that id, or in the whole), bonus, deduction, bonuses and
    deductions (what counts of them), total; deductions are not negative. A city with no score has no lines.
    """
    if story.other is not None and criterion is None:
        return Grid(_SIDE_BY_SIDE, tuple(_side_by_side(story, story.other, lang)))
    lines = _sheet(story, story.sheet, lang) if story.sheet is not None else ()
    return Grid(_Line._fields, tuple(each for each in lines if criterion in (None, each.id)))


def _sheet(story: Story, sheet: Sheet, lang: Language) -> Iterator[_Line]:
    found = {each.criterion: each for each in chances(story.result, story.member)}
    yield from _node(sheet.root, among(story.result, story.member), found, lang)
    for kind, items in (("bonus", sheet.bonuses), ("deduction", sheet.deductions)):
        for item in items:
            yield _Line(
                kind, item.id, name=item.name.to(lang), outcome="granted" if item.granted else "refused",
                source="appraised" if item.appraised else "self_assessed", points=item.points if item.granted else None,
            )  # fmt: skip
    yield _Line("bonuses", points=sheet.bonus_points)
    yield _Line("deductions", points=sheet.deduction_points)
    yield _Line("total", points=sheet.total, weight=sheet.root.weight)


def _node(node: Node, ranks: Mapping[str, Among], found: Mapping[str, Chance], lang: Language) -> Iterator[_Line]:
    if node.group is not None:
        yield _Line("group", node.id, name=node.group.name.to(lang), points=node.points, weight=node.weight)
    for child in node.children:
        if isinstance(child, Node):
            yield from _node(child, ranks, found, lang)
        else:
            yield _leaf(child, ranks.get(child.id), found.get(child.id), lang)
    if node.carried is not None:
        yield _Line("carried", node.id or None, points=node.carried)


def _leaf(leaf: Leaf, rank: Among | None, chance: Chance | None, lang: Language) -> _Line:
    place, seat = (chance.place, chance.nomination) if chance is not None else (None, None)
    return _Line(
        "criterion",
        leaf.id,
        leaf.criterion.code,
        leaf.criterion.name.to(lang),
        value=_value(leaf.given.value) if leaf.outcome == "scored" else None,
        outcome=leaf.outcome,
        source=source(leaf),
        points=leaf.points,
        weight=leaf.weight,
        lost=leaf.weight - leaf.points if leaf.points is not None else None,
        place=rank.place if rank else None,
        place_of=rank.of if rank else None,
        rise_at=_value(place.value) if place else None,
        rise_to=place.rank if place else None,
        nominated_at=_value(seat.value) if seat else None,
    )


def _value(value: Used | None) -> Cell:
    """Write a value as it counts; a percentage that does not end, with six decimals."""
    if isinstance(value, bool):
        return str(value).lower()
    return printed(value, _PERCENT_DECIMALS) if isinstance(value, Fraction) else value


def _side_by_side(story: Story, other: str, lang: Language) -> Iterator[tuple[Cell, ...]]:
    found = against(story.result, story.member, other)
    if found is None or story.sheet is None:
        return
    criteria = story.result.round.criteria.criteria
    for kind, name, pair in found.lines(story.sheet.root):
        code, title = None, None
        if kind == "criterion":
            code, title = criteria[name].code, criteria[name].name.to(lang)
        elif kind == "group":
            title = title_of(story.result, name, lang)
        yield kind, name or None, code, title, pair.mine, pair.its, pair.difference
