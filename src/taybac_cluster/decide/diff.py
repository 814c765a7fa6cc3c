"""What a change does to a year: values, points, places, nominations and the next host, before and after."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from taybac_cluster.decide.owners import Touched
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.sheet import NONE, Leaf, Sheet, Used
from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.model.criteria import CriteriaSet


class Worth(NamedTuple):
    """What counts for an id in a city's sheet, and the points that it gives; None for a gate."""

    value: Used | None
    """`missing` for none, `na` where it does not apply; None where nobody asks for it."""
    points: Decimal | None


class ItemDiff(NamedTuple):
    """A criterion, gate, bonus or deduction of a city, before and after."""

    id: str
    before: Worth
    after: Worth


class Place(NamedTuple):
    """What came out for a city."""

    rank: int | None = None
    total: Decimal | None = None
    eligible: bool = False
    nominated: bool = False


class CityDiff(NamedTuple):
    """A city before and after."""

    member: str
    before: Place
    after: Place
    replaced: tuple[ItemDiff, ...]


class End(NamedTuple):
    """A year at one end of a change: its result, None where it cannot be ranked; its errors and decisive doubts."""

    result: Result | None = None
    errors: int = 0
    doubts: int | None = None

    @property
    def nominations(self) -> tuple[str, ...] | None:
        """Who is put forward."""
        return self.result.nominations.members if self.result is not None else None

    @property
    def open_seats(self) -> int | None:
        """How many seats the meeting has yet to give."""
        if self.result is None:
            return None
        return self.result.nominations.open_seats.seats if self.result.nominations.open_seats else 0

    @property
    def next(self) -> str | None:
        """The next host."""
        return self.result.next.host if self.result is not None else None

    def place(self, member: str) -> Place:
        """Return what came out for a member."""
        if self.result is None:
            return Place()
        for each in self.result.placed:
            if each.member == member:
                nominated = member in self.result.nominations.members
                return Place(each.rank, each.total, not self.result.reasons[member], nominated)
        return Place()


class YearDiff(NamedTuple):
    """A year before and after."""

    year: int
    before: End
    after: End
    cities: tuple[CityDiff, ...]

    @property
    def effect(self) -> bool:
        """Whether a total, a place, the eligibility, a nomination, an open seat, a doubt or the next host differs."""
        return _outcome(self.before) != _outcome(self.after) or any(each.before != each.after for each in self.cities)

    @property
    def differs(self) -> bool:
        """Whether anything differs at all."""
        return self.effect or bool(self.cities) or self.before.errors != self.after.errors


def _outcome(end: End) -> tuple[object, ...]:
    return end.result is None, end.nominations, end.open_seats, end.next, end.doubts


def compared(year: int, before: End, after: End) -> YearDiff:
    """Compare a year at both ends; the cities of which anything differs stand in the order of their places after."""
    found = (_city(member, before, after) for member in _members(before, after))
    cities = [each for each in found if each.before != each.after or each.replaced]
    cities.sort(key=lambda each: (each.after.rank is None, each.after.rank or 0, each.member))
    return YearDiff(year, before, after, tuple(cities))


def _members(*ends: End) -> Iterator[str]:
    results = [end.result for end in ends if end.result is not None]
    yield from dict.fromkeys(member for result in results for member in (*result.round.standings, *result.sheets))


def _city(member: str, before: End, after: End) -> CityDiff:
    was, now = (_worths(end.result, member) for end in (before, after))
    both = before.result is not None and after.result is not None
    nothing = Worth(None, None)
    replaced = tuple(
        ItemDiff(name, was.get(name, nothing), now.get(name, nothing))
        for name in (dict.fromkeys((*now, *was)) if both else ())
        if not _same(was.get(name, nothing), now.get(name, nothing))
    )
    return CityDiff(member, before.place(member), after.place(member), replaced)


def _same(one: Worth, other: Worth) -> bool:
    """Whether nothing differs; yes is not 1."""
    return one == other and isinstance(one.value, bool) == isinstance(other.value, bool)


def _worths(result: Result | None, member: str) -> Mapping[str, Worth]:
    """Return everything in a member's sheet by its id."""
    sheet = result.sheets.get(member) if result is not None else None
    if sheet is None or result is None:
        return {}
    found = {leaf.id: Worth(_value(leaf), leaf.points) for leaf in sheet.root.leaves()}
    return found | {gate.id: Worth(gate.passed, None) for gate in sheet.gates} | _adjusted(sheet, result.round.criteria)


def _value(leaf: Leaf) -> Used | None:
    if leaf.outcome == "scored":
        return leaf.given.value
    return "missing" if leaf.outcome == "missing" else "na"


def _adjusted(sheet: Sheet, criteria: CriteriaSet) -> dict[str, Worth]:
    """Return the bonuses and deductions; those that nobody claims or takes are false."""
    granted = {item.id: item.points for item in sheet.bonuses if item.granted}
    taken = {item.id: item.points for item in sheet.deductions}
    bonuses = {each.id: Worth(each.id in granted, granted.get(each.id, NONE)) for each in criteria.bonuses.items}
    return bonuses | {each.id: Worth(each.id in taken, -taken.get(each.id, NONE)) for each in criteria.deductions.items}


class Diff(NamedTuple):
    """A change: the commit it starts from, the years and files that differ."""

    base: str
    years: tuple[YearDiff, ...]
    files: tuple[Touched, ...]
    errors: tuple[Diagnostic, ...]
    """The errors that the data have after it."""
    every_file: bool
    """Whether one of the logins may change every file."""
    beside: bool
    """Whether the base is no ancestor of the head: then what only the base has is shown as removed."""

    @property
    def effect(self) -> bool:
        """Whether it changes any result."""
        return any(each.effect for each in self.years)

    @property
    def forbidden(self) -> bool:
        """Whether it touches a file that the logins may not change."""
        return any(each.allowed is False for each in self.files)
