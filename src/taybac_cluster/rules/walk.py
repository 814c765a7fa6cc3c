"""Ways through a cluster that several rules take."""

import datetime
from collections.abc import Iterator

from taybac_cluster.model.cluster import Cluster, Round
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.record import Place, Route
from taybac_cluster.model.submission import Appraisal, Submission


def city_files(cluster: Cluster) -> Iterator[tuple[int, str, Submission | Appraisal]]:
    """Yield every submission and appraisal, with the year and the member that its path names."""
    for kind in (cluster.submissions, cluster.appraisals):
        for year, files in kind.items():
            for member, document in files.items():
                yield year, member, document


def submissions(cluster: Cluster) -> Iterator[tuple[Round, Submission]]:
    """Yield every submission of a year that has a criteria set and of a city that is known."""
    for the_round in cluster.rounds.values():
        for submission in the_round.submissions.values():
            if submission.member in the_round.roster.by_id:
                yield the_round, submission


def appraisals(cluster: Cluster) -> Iterator[tuple[Round, Appraisal]]:
    """Yield every appraisal of a year that has a criteria set."""
    for the_round in cluster.rounds.values():
        for appraisal in the_round.appraisals.values():
            yield the_round, appraisal


def day_of(meeting: Meeting) -> datetime.date:
    """Return the meeting's day; the last of its year where it is not on record."""
    return meeting.held_on or datetime.date(meeting.year, 12, 31)


def named_in(meeting: Meeting) -> Iterator[tuple[str, Place, datetime.date]]:
    """Yield every member that a meeting names, where, and the day on which it must be one."""
    day = day_of(meeting)
    single: list[tuple[Route, str | None]] = [(("head",), meeting.head), (("host",), meeting.host)]
    for role, person in (("chair", meeting.chair), ("secretary", meeting.secretary)):
        if person is not None:
            single.append(((role, "member"), person.member))
    for index, judge in enumerate(meeting.judges):
        single.append((("judges", index, "member"), judge.member))
    for index, delegate in enumerate(meeting.delegates):
        single.append((("delegates", index, "member"), delegate.member))
    for name, members in (("present", meeting.present or ()), ("absent", meeting.absent)):
        single.extend(((name, index), member) for index, member in enumerate(members))
    single.extend((("decisions", "nominated", at), member) for at, member in enumerate(meeting.decisions.nominated or ()))
    for name, ballot in meeting.ballots.items():
        single.extend((("ballots", name, "votes", member), member) for member in ballot.votes)
        single.extend((("ballots", name, "voters", at), member) for at, member in enumerate(ballot.voters))
    for route, member in single:
        if member is not None:
            part = meeting.key(*route) if len(route) > 1 and route[-1] == member else meeting.at(*route)
            yield member, part, day
    coming = meeting.decisions.next
    if coming is not None:
        then = datetime.date(coming.year, 12, 31) if 1 <= coming.year <= 9998 else day  # noqa: PLR2004 - what a date can hold
        for role, member in (("host", coming.host), ("head", coming.head)):
            if member is not None:
                yield member, meeting.at("decisions", "next", role), then
    for index, offer in enumerate(meeting.offers):
        yield offer.member, meeting.at("offers", index, "member"), day
