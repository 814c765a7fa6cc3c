"""What changes when a criterion is left out or cities are scored otherwise."""

from collections.abc import Iterator

from taybac_cluster.decide.stability.answers import Decided, Stability
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.page import Column, Phrase, Row, Table
from taybac_cluster.views.stability.heat_map import members_shown
from taybac_cluster.views.stability.sentence import by_change, change_text, city, counted, what
from taybac_cluster.views.words import all_said, number, place_text, say

_RESCALED = Words(
    "Điểm của phần còn lại được quy về {points}, nên các ngưỡng giữ nguyên ý nghĩa.",
    "The points of the rest are rescaled to {points}, so that thresholds keep their meaning.",
)
_GROUPED = Words("{change}: bỏ {items}", "{change}: without {items}")
_SAME_ONES = Words(
    "Không đổi: bỏ bất kỳ mục nào trong số {counts} còn lại.", "No change: without any of the other {counts}."
)
_WAYS = (Words("Đô thị", "City"), Words("Hạng", "Rank"))
_OWN_WAY, _CLASS_WAY = Words("Tự chấm", "Own"), Words("Loại {name}", "Class {name}")
_OWN = Words("Theo số liệu tự chấm, chưa thẩm định: {change}.", "By the cities’ own values, not appraised: {change}.")
_AS_CLASS = Words("Coi mọi đô thị là loại {name}: {change}.", "Every city scored as if of class {name}: {change}.")


def left_out(firm: Stability, lang: Language) -> Iterator[Phrase]:
    """Say what changes where one criterion or group is left out, those of one effect together."""
    yield Phrase(say(_RESCALED, lang, points=number(firm.result.round.criteria.weight, lang)), "dim")
    for change, variants in by_change(firm, lang).items():
        yield Phrase(say(_GROUPED, lang, change=change, items=what(firm, variants, lang)), "warn")
    if same := [each for each in firm.left_out if not each.changed]:
        yield Phrase(say(_SAME_ONES, lang, counts=counted(same, lang)))


def ways(firm: Stability, lang: Language) -> Table:
    """Return the places of every city, scored as it is and otherwise."""
    variants = [*([firm.own] if firm.own else []), *firm.classes]
    headings = [
        say(_OWN_WAY if each.kind == "own" else _CLASS_WAY, lang, name=", ".join(each.ids)) for each in variants
    ]
    ways = [firm.base, *(each.decided for each in variants)]
    rows = [
        Row((Phrase(city(firm, each.member, lang)), *(Phrase(_rank_in(way, each.member)) for way in ways)))
        for each in members_shown(firm)
    ]
    return Table(tuple(Column(each) for each in (*all_said(_WAYS, lang), *headings)), tuple(rows))


def _rank_in(way: Decided, member: str) -> str:
    if member not in way.ranks:
        return "–"
    candidates = way.open_seats.candidates if way.open_seats else ()
    tied = sum(rank == way.ranks[member] for rank in way.ranks.values()) > 1
    return f"{place_text(str(way.ranks[member]), tied):<4}" + (
        "★" if member in way.members else "?" if member in candidates else ""
    )


def changes(firm: Stability, lang: Language) -> Iterator[Phrase]:
    """Say whom each other way of scoring would nominate."""
    for each in (*([firm.own] if firm.own else []), *firm.classes):
        change = change_text(firm, each.decided, lang)
        words = say(_OWN, lang, change=change) if each.kind == "own" else ""
        yield Phrase(
            words or say(_AS_CLASS, lang, name=", ".join(each.ids), change=change), "warn" if each.changed else "plain"
        )
