"""The criteria of one city as a table: value, points, what was lost, its place, and what it would take."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from taybac_cluster.decide.among import Among, among
from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.decide.would_take import Chance, chances
from taybac_cluster.diagnostics import Words, shortened
from taybac_cluster.model.record import Language
from taybac_cluster.views.explain.story import Story
from taybac_cluster.views.page import Block, Cell, Column, Lines, Phrase, Role, Row, Table
from taybac_cluster.views.scales import value_text
from taybac_cluster.views.words import all_said, number, place_text, say

_VALUE = 10
"""A value that is a text is cut to so many letters in the table."""
_HEADINGS = (
    Words("Mã", "Code"),
    Words("Tiêu chí", "Criterion"),
    Words("Giá trị", "Value"),
    Words("Điểm", "Points"),
    Words("Mất", "Lost"),
    Words("Hạng", "Place"),
    Words("Cần đạt", "To gain"),
    Words("Mã để gõ", "Id"),
)
_AWAY = Words("–", "–")
_MISSING = Words("thiếu số liệu", "missing")
CARRIED = Words("quy đổi (không áp dụng)", "carried (not applicable)")
_TO_PLACE, _TO_SEAT = Words("{value} → {rank}", "{value} → {rank}"), Words("{value} → ★", "{value} → ★")
_LEGEND = Words(
    "“*”: thẩm định đã sửa. “Cần đạt”: giá trị đầu tiên đem lại hạng đó (★: được đề nghị) khi chỉ đổi riêng tiêu chí "
    "ấy.",
    "“*”: changed by the panel. “To gain”: the first value that gains that place (★: the nomination), all else as it "
    "is.",
)
_NO_CHANCE = Words(
    "Chỉ cải thiện riêng một tiêu chí thì chưa đủ để tăng hạng.", "No criterion changed alone gains a better place."
)
_FIRST = Words("Đang đứng đầu.", "In first place.")


def criteria(story: Story, sheet: Sheet, lang: Language) -> Iterator[Block]:
    """Yield the table of all criteria, those of a group together, and what its columns mean.

    Codes stand first; where most criteria have none, the ids do.
    """
    placed = story.placed
    found = {each.criterion: each for each in chances(story.result, story.member)} if placed else {}
    ranks = among(story.result, story.member)
    coded = not _mostly_uncoded(sheet)
    rows = tuple(_rows(sheet.root, ranks, found, lang, coded=coded))
    code, name, value, points, lost, place, gain, id_ = all_said(_HEADINGS, lang)
    yield Table(
        (
            Column(code if coded else id_), Column(name, cut=True), Column(value, cut=True), Column(points, right=True),
            Column(lost, right=True), Column(place, right=True), Column(gain, cut=True),
            *([Column(id_, from_width=110)] if coded else []),
        ),
        rows,
    )  # fmt: skip
    lines = [Phrase(say(_LEGEND, lang), "dim")]
    if placed and not any(each.place or each.nomination for each in found.values()):
        first = placed.rank == 1 and not placed.tied
        lines.append(Phrase(say(_FIRST if first else _NO_CHANCE, lang)))
    yield Lines(tuple(lines))


def uncoded(sheet: Sheet) -> list[str]:
    """Return the ids of the criteria without a code, in the table's order; none where the table shows them first."""
    return [] if _mostly_uncoded(sheet) else [leaf.id for leaf in sheet.root.leaves() if not leaf.criterion.code]


def _mostly_uncoded(sheet: Sheet) -> bool:
    codes = [bool(leaf.criterion.code) for leaf in sheet.root.leaves()]
    return sum(codes) * 2 < len(codes)


def _rows(
    node: Node, ranks: Mapping[str, Among], found: Mapping[str, Chance], lang: Language, *, coded: bool
) -> Iterator[Row]:
    if node.group is not None:
        points = "–" if node.points is None else _of(number(node.points, lang), number(node.weight, lang))
        title = Phrase(node.group.name.to(lang), "strong")
        heading = (title, Phrase(""), Phrase(points, "strong"), *[Phrase("")] * 3)
        yield Row(_beside(node.id if coded else "", "", heading, coded=coded))
    for child in node.children:
        if isinstance(child, Node):
            yield from _rows(child, ranks, found, lang, coded=coded)
        else:
            cells = tuple(_cells(child, ranks.get(child.id), found.get(child.id), lang))
            yield Row(_beside(child.id, child.criterion.code or "", cells, coded=coded))
    if node.carried is not None:
        words = (say(CARRIED, lang), "", f"+{number(node.carried, lang)}", "", "", "")
        yield Row(_beside("", "", tuple(Phrase(word, "dim") for word in words), coded=coded))


def _beside(name: str, code: str, cells: tuple[Cell, ...], *, coded: bool) -> tuple[Cell, ...]:
    """Set the code before the cells and the id after them, or the id alone before them."""
    return (Phrase(code), *cells, Phrase(name, "dim")) if coded else (Phrase(name, "dim"), *cells)


def _of(points: str, weight: str) -> str:
    return f"{points}/{weight}"


def _cells(leaf: Leaf, rank: Among | None, chance: Chance | None, lang: Language) -> Iterator[Cell]:
    changed = leaf.given.appraised and leaf.given.route[:1] == ("changes",)
    yield Phrase(leaf.criterion.name.to(lang))
    yield Phrase(_value(leaf, lang) + ("*" if changed else ""), _role(leaf))
    if leaf.share is None:
        yield Phrase("–", "dim")
    elif leaf.points is None:
        yield Phrase(number(leaf.share, lang, 4))
    else:
        yield Phrase(_of(number(leaf.points, lang), number(leaf.weight, lang)))
    lost = leaf.weight - leaf.points if leaf.points is not None else None
    yield Phrase(number(lost, lang) if lost else "")
    yield Phrase(place_text(str(rank.place), rank.tied) if rank else "")
    yield Phrase(_gain(leaf, chance, lang))


def _value(leaf: Leaf, lang: Language) -> str:
    if leaf.outcome == "scored":
        return _short(leaf, leaf.given.value, lang)
    return say(_AWAY if leaf.outcome == "not_applicable" else _MISSING, lang)


def _short(leaf: Leaf, value: object, lang: Language) -> str:
    """Write a value without its unit, the end of a long one left out."""
    if isinstance(value, Decimal | Fraction) and leaf.scale.kind != "ratio":
        return number(value, lang) + ("%" if leaf.criterion.unit and leaf.criterion.unit.to(lang) == "%" else "")
    return shortened(value_text(leaf, value, lang), _VALUE)


def _role(leaf: Leaf) -> Role:
    return "plain" if leaf.outcome == "scored" else "dim" if leaf.outcome == "not_applicable" else "warn"


def _gain(leaf: Leaf, chance: Chance | None, lang: Language) -> str:
    """Write the first value that gains the nomination, else that which gains a better place."""
    if chance is None:
        return ""
    if chance.nomination is not None:
        return say(_TO_SEAT, lang, value=_short(leaf, chance.nomination.value, lang))
    if chance.place is not None:
        return say(_TO_PLACE, lang, value=_short(leaf, chance.place.value, lang), rank=chance.place.rank)
    return ""
