"""Iterators shared by rules."""

import datetime
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from taybac_cluster.model.cluster import Cluster, Round
from taybac_cluster.model.criteria import CriteriaSet, Criterion
from taybac_cluster.model.meeting import Meeting, last_day
from taybac_cluster.model.members import ClusterName, Member, Roster, Standing
from taybac_cluster.model.record import LocalText, Location, Route, Scalar
from taybac_cluster.model.scales import Ratio, Scale
from taybac_cluster.model.submission import Appraisal, Change, Submission, Value
from taybac_cluster.rules.expected import Expected, Usual, percentage

T = TypeVar("T")

CityFile = tuple[int, str, Submission | Appraisal]
"""A submission or an appraisal, after the year and the member that its path names."""


class City(NamedTuple):
    """A city that has submitted for a year, by the name of its file."""

    id: str
    submission: Submission
    appraisal: Appraisal | None
    standing: Standing | None
    """What it was on the set's day; None where it was no member then."""
    expected: Expected


class Said(NamedTuple):
    """One value that a submission or an appraisal gives for a criterion of the set."""

    city: City
    document: Submission | Appraisal
    route: Route
    value: Scalar

    @property
    def name(self) -> str:
        """The criterion's id."""
        return str(self.route[1])

    @property
    def criterion(self) -> Criterion:
        """The criterion."""
        return self.city.expected.criteria[self.name]

    @property
    def scale(self) -> Scale:
        """The scale that holds for the city."""
        return self.city.expected.scales[self.name]

    @property
    def usual(self) -> Usual:
        """The range in which nothing is to be said of a number."""
        return self.city.expected.usual[self.name]

    @property
    def number(self) -> Decimal:
        """The value of one that is a number."""
        return cast("Decimal", self.value)

    @property
    def location(self) -> Location:
        """Where it is written."""
        return self.document.at(*self.route)


class Given(NamedTuple):
    """A value of a submission or a change of an appraisal, for a criterion of the set."""

    city: City
    document: Submission | Appraisal
    part: str
    name: str
    said: Value | Change

    @property
    def percent(self) -> Decimal | None:
        """The percentage of a ratio's two numbers; None where it has none."""
        numerator, denominator = self.said.numerator, self.said.denominator
        if numerator is None or denominator is None or denominator <= 0:
            return None
        ratio = isinstance(self.city.expected.scales[self.name], Ratio)
        return percentage(numerator, denominator) if ratio else None

    @property
    def location(self) -> Location:
        """Where the whole of it is written."""
        return self.document.at(self.part, self.name)


class Citation(NamedTuple):
    """A file that a submission names as evidence, and where."""

    city: City
    route: Route
    name: str

    @property
    def location(self) -> Location:
        """Where it is written."""
        return self.city.submission.at(*self.route)

    @property
    def file(self) -> str:
        """The file's path under the year's folder of evidence, as texts are compared."""
        return unicodedata.normalize("NFC", f"{self.city.id}/{self.name}")


class Scaled(NamedTuple):
    """A scale of a criteria set: a criterion's own, or a class's."""

    criteria: CriteriaSet
    route: Route
    criterion: Criterion
    scale: Scale
    own: Scale | None
    """For a class's scale, the criterion's own; else None."""

    def says(self, *fields: str) -> bool:
        """Whether the scale says something of its own in one of the fields, so that a fault is reported once."""
        return self.own is None or any(
            getattr(self.own, each, None) != getattr(self.scale, each, None) for each in fields
        )


class Year:
    """A round, its cities, and iterators over what they report."""

    def __init__(self, the_round: Round) -> None:
        self.round = the_round
        self.cities = list(_cities(the_round))

    @property
    def criteria(self) -> CriteriaSet:
        """The year's criteria set."""
        return self.round.criteria

    @cached_property
    def appraised(self) -> list[tuple[City, Appraisal]]:
        """Every city of the year that was appraised."""
        return [(city, city.appraisal) for city in self.cities if city.appraisal is not None]

    def given(self) -> Iterator[Given]:
        """Yield every value that a city or the panel gives for a criterion of the set."""
        for city in self.cities:
            scales = city.expected.scales
            for name, value in (city.submission.values or {}).items():
                if name in scales:
                    yield Given(city, city.submission, "values", name, value)
            if city.appraisal is not None:
                for name, change in city.appraisal.changes.items():
                    if name in scales:
                        yield Given(city, city.appraisal, "changes", name, change)

    @cached_property
    def blocks(self) -> list[Given]:
        """The values that are more than a value alone: with a note or evidence, of two numbers, missing, or blank."""
        return [each for each in self.given() if each.said.value is None or len(each.said.model_fields_set) > 1]

    @property
    def odd(self) -> list[Said]:
        """Values of another kind than the scale's, and texts that name no level."""
        return self._doubtful[0]

    @property
    def unusual(self) -> list[Said]:
        """Numbers outside the usual range, or with a point where none is usual; of a ratio, the percentage."""
        return self._doubtful[1]

    @cached_property
    def _doubtful(self) -> tuple[list[Said], list[Said]]:
        odd: list[Said] = []
        unusual: list[Said] = []
        for each in self.given():
            expected = each.city.expected
            if each.said.value is not None:
                kind = expected.kinds.get(each.name)
                if kind is not None and not expected.is_usual(each.name, each.said.value):
                    said = Said(each.city, each.document, (each.part, each.name, "value"), each.said.value)
                    (unusual if type(said.value) is kind is Decimal else odd).append(said)
            elif (percent := each.percent) is not None and not expected.usual[each.name].holds(percent):
                unusual.append(Said(each.city, each.document, (each.part, each.name), percent))
        return odd, unusual

    @cached_property
    def citations(self) -> list[Citation]:
        """Every file that is named as evidence, with values, gates and bonuses."""
        found = [
            Citation(block.city, (block.part, block.name, "evidence", index), name)
            for block in self.blocks
            if isinstance(block.said, Value)
            for index, name in enumerate(block.said.evidence)
        ]
        for city in self.cities:
            for part, answers in (("gates", city.submission.gates), ("bonuses", city.submission.bonuses)):
                for answer, said in answers.items():
                    if said.evidence:
                        route = (part, answer, "evidence")
                        found += [Citation(city, (*route, index), name) for index, name in enumerate(said.evidence)]
        return found


MOST_PARTS = 500
"""A set of more groups, criteria, gates, bonuses and deductions is an error, and the only one that is reported."""


def years(cluster: Cluster) -> list[Year]:
    """Return every year that has a criteria set of a bearable size and members, oldest first."""
    return _once(
        cluster,
        "years",
        lambda: [Year(each) for each in rounds(cluster).values() if parts(each.criteria) <= MOST_PARTS],
    )


def parts(criteria: CriteriaSet) -> int:
    """Return how many groups, criteria, gates, bonuses and deductions a set has."""
    return sum(1 for _ in criteria.named())


def rounds(cluster: Cluster) -> dict[int, Round]:
    """Return every year that has a criteria set, with nobody as a member where the members file could not be read."""
    if cluster.roster is not None:
        return cluster.rounds
    nobody = Roster(cluster=ClusterName(id="khong-ro", name=LocalText("")), members=())
    return _once(cluster, "rounds", lambda: replace(cluster, roster=nobody).rounds)


def city_files(cluster: Cluster) -> list[CityFile]:
    """Return every submission and appraisal."""
    return _once(
        cluster,
        "city_files",
        lambda: [
            (year, member, document)
            for kind in (cluster.submissions, cluster.appraisals)
            for year, files in kind.items()
            for member, document in files.items()
        ],
    )


def appraisals(cluster: Cluster) -> Iterator[tuple[Round, Appraisal]]:
    """Yield every appraisal of a year that has a criteria set."""
    for the_round in rounds(cluster).values():
        for appraisal in the_round.appraisals.values():
            yield the_round, appraisal


def appraisal_unclear(cluster: Cluster, year: int, city: City) -> bool:
    """Whether the panel may have said more of a city than could be read."""
    if city.appraisal is not None:
        return city.appraisal.partial
    return f"appraisals/{year}/{city.id}.yaml" in cluster.unread


def criteria_sets(cluster: Cluster) -> tuple[CriteriaSet, ...]:
    """Return every criteria set, those of no year too."""
    return (*cluster.criteria.values(), *cluster.templates)


def scales(criteria: CriteriaSet) -> Iterator[Scaled]:
    """Yield every scale of a set, each class's after the criterion's own."""
    for route, criterion in criteria.leaves():
        yield Scaled(criteria, (*route, "scale"), criterion, criterion.scale, None)
        for urban_class, scale in criterion.per_class.items():
            yield Scaled(criteria, (*route, "per_class", urban_class), criterion, scale, criterion.scale)


def as_of_elsewhere(year: Year) -> bool:
    """Whether the set reads members and classes on a day that is not in its year."""
    return year.criteria.as_of.year != year.round.year


def days_of(meeting: Meeting, date: datetime.date) -> tuple[datetime.date, ...]:
    """Return the days on which a member may have taken part: of a meeting without a date, both ends of its year."""
    return (date,) if meeting.held_on is not None else (date, date.replace(month=1, day=1))


def as_of_mistyped(year: Year) -> bool:
    """Whether the day on which members are read is more than a year off: what follows from it is not reported."""
    return abs(year.criteria.as_of.year - year.round.year) > 1


def stay_in_doubt(member: Member) -> bool:
    """Whether a stay ends before it begins: that is reported where it is written, and nothing follows from it."""
    starts = [(stay.until, start) for stay in member.member for start in (stay.from_, stay.seen)]
    return any(until is not None and start is not None and until < start for until, start in starts)


def named_in(meeting: Meeting) -> Iterator[tuple[str, Location, datetime.date]]:
    """Yield every member that takes part in a meeting, where it is named, and the day on which it must be one."""
    for route, member in _named(meeting):
        if member is not None:
            place = meeting.key(*route) if route[-1] == member else meeting.at(*route)
            yield member, place, meeting.day
    for index, offer in enumerate(meeting.offers):
        yield offer.member, meeting.at("offers", index, "member"), meeting.day


def chosen_by(meeting: Meeting) -> Iterator[tuple[str, Location, datetime.date]]:
    """Yield every member that a meeting chose for a later year, where it is named, and the last day of that year."""
    coming = meeting.decisions.next
    if coming is not None:
        for role, member in (("host", coming.host), ("head", coming.head)):
            if member is not None:
                yield member, meeting.at("decisions", "next", role), last_day(coming.year)


def _named(meeting: Meeting) -> Iterator[tuple[Route, str | None]]:
    yield ("head",), meeting.head
    yield ("host",), meeting.host
    for role, person in (("chair", meeting.chair), ("secretary", meeting.secretary)):
        if person is not None:
            yield (role, "member"), person.member
    for index, judge in enumerate(meeting.judges):
        yield ("judges", index, "member"), judge.member
    for index, delegate in enumerate(meeting.delegates):
        yield ("delegates", index, "member"), delegate.member
    for route, members in lists_of_members(meeting):
        for index, member in enumerate(members):
            yield (*route, index), member
    for name, ballot in meeting.ballots.items():
        for member in ballot.votes if name != "theme" else ():
            yield ("ballots", name, "votes", member), member


def lists_of_members(meeting: Meeting) -> Iterator[tuple[Route, tuple[str, ...]]]:
    """Yield every list of member ids in a meeting, and where it stands."""
    yield ("present",), meeting.present or ()
    yield ("absent",), meeting.absent
    yield ("decisions", "nominated"), meeting.decisions.nominated or ()
    for name, ballot in meeting.ballots.items():
        yield ("ballots", name, "voters"), ballot.voters


def members_on(cluster: Cluster, day: datetime.date) -> tuple[int, int]:
    """Return how many members there are on a day, and how many more there may be, for want of a record."""
    return _once(cluster, f"members_on {day}", lambda: _members_on(cluster, day))


def _members_on(cluster: Cluster, day: datetime.date) -> tuple[int, int]:
    standings = cluster.roster.on(day).values() if cluster.roster else ()
    sure = sum(standing.membership == "member" for standing in standings)
    return sure, len(standings) - sure


def _once(cluster: Cluster, name: str, work_out: Callable[[], T]) -> T:
    """Cache a value with the cluster, under a name."""
    kept, key = vars(cluster), f"{__name__}.{name}"
    if key not in kept:
        kept[key] = work_out()
    return cast("T", kept[key])


def _cities(the_round: Round) -> Iterator[City]:
    """Yield every city that has submitted; what is expected is worked out once for a class."""
    classes: dict[str | None, Expected] = {}
    for member, submission in the_round.submissions.items():
        standing = the_round.standings.get(member)
        urban_class = standing.urban_class if standing is not None else None
        if urban_class not in classes:
            classes[urban_class] = Expected(the_round.criteria, urban_class)
        yield City(member, submission, the_round.appraisals.get(member), standing, classes[urban_class])
