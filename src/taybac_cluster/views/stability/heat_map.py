"""The heat-map of places: how often each city came to each place."""

from typing import NamedTuple

from taybac_cluster.decide.stability.answers import Firmness, Stability
from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.page import Cell, Column, Phrase, Row, Shade, Table
from taybac_cluster.views.stability.sentence import city, share_text
from taybac_cluster.views.words import all_said

_ROWS = 20
"""Of more members only so many around the cut are shown."""
_NARROW = 80
"""The columns that the heat-map must do with."""
_PLACE = 5
"""The columns of one place: three digits and the gutter."""
_HEADINGS = (Words("Đô thị", "City"), Words("Đề nghị", "Chosen"))


class _Window(NamedTuple):
    """A column of the heat-map: a place, or all before or after those shown."""

    label: str
    first: int
    last: int


def members_shown(firm: Stability) -> tuple[Firmness, ...]:
    """Return all members, or of many those around the cut."""
    if len(firm.members) <= _ROWS:
        return firm.members
    first = max(min(_cut(firm) - _ROWS // 2, len(firm.members) - _ROWS), 0)
    return firm.members[first : first + _ROWS]


def _cut(firm: Stability) -> int:
    """Return the place in the ranking after which nobody is put forward."""
    return max((at for at, each in enumerate(firm.members, 1) if _mark(firm, each.member)), default=0)


def _mark(firm: Stability, member: str) -> str:
    if member in firm.base.members:
        return "★"
    return "?" if firm.base.open_seats is not None and member in firm.base.open_seats.candidates else ""


def heat_map(firm: Stability, lang: Language) -> Table:
    """Return a row a city, and a column a place; of many, those around the cut."""
    heading, chosen = all_said(_HEADINGS, lang)
    shown, cut = members_shown(firm), _cut(firm)
    labels = [f"{city(firm, each.member, lang)} {_mark(firm, each.member)}".rstrip() for each in shown]
    beside = max(map(len, (*labels, heading))) + len(chosen) + 2 * 2
    windows = _windows(len(firm.members), cut, max((_NARROW - beside) // _PLACE, 3))
    nominates = firm.result.round.criteria.nomination is not None
    # Narrower still, the last places are left out rather than a number cut.
    places = [Column(window.label, True, beside + _PLACE * at) for at, window in enumerate(windows, 1)]  # noqa: FBT003
    columns = [Column(heading), *places]
    rows = []
    for label, each in zip(labels, shown, strict=True):
        cells: list[Cell] = [Phrase(label, "strong" if _mark(firm, each.member) else "plain")]
        cells += [Shade(sum(each.rank_shares[window.first - 1 : window.last])) for window in windows]
        rows.append(Row((*cells, Phrase(share_text(each.nominated, lang))) if nominates else tuple(cells)))
        if firm.members[cut - 1] is each and each is not shown[-1]:
            rows.append(Row((Phrase(""),), cut=True))
    return Table((*columns, Column(chosen, right=True)) if nominates else tuple(columns), tuple(rows))


def _windows(many: int, cut: int, room: int) -> list[_Window]:
    """Return a column a place where they fit; else those around the cut, with all before and all after together."""
    if many <= room:
        return [_Window(str(place), place, place) for place in range(1, many + 1)]
    room -= 1
    first = max(min(cut - room // 2, many - room), 1)
    if first > 1:
        first, room = first + 1, room - 1
    last = min(first + room - 1, many)
    windows = [_Window(str(place), place, place) for place in range(first, last + 1)]
    before = [_Window(f"≤{first - 1}" if first > 2 else "1", 1, first - 1)] if first > 1 else []  # noqa: PLR2004 - one place
    after = [_Window(f"≥{last + 1}" if last + 1 < many else str(many), last + 1, many)] if last < many else []
    return [*before, *windows, *after]
