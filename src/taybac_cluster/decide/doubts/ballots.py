"""Ballots of the year's meeting on which a decision cannot rest without a word."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from taybac_cluster.decide.votes import Vote, chosen, count
from taybac_cluster.model.meeting import Ballot, Meeting
from taybac_cluster.model.members import Roster

About = Literal["not_carried", "no_rule", "not_measured", "too_many"]


class OpenBallot(NamedTuple):
    """One ballot, what is wrong with it, and for which candidates."""

    name: str
    about: About
    members: tuple[str, ...]
    decisive: bool = False


def of_ballots(meeting: Meeting, roster: Roster) -> Iterator[OpenBallot]:
    """Yield the ballots that did not carry, have no rule, cannot be measured, or have more votes than voters."""
    members = roster.count(meeting.day)
    for name, ballot in meeting.ballots.items():
        votes = count(ballot, meeting, members)
        decided = chosen(meeting, name)
        failed = without_votes(ballot, votes, decided)
        if failed:
            yield OpenBallot(name, "not_carried", failed, decisive=name != "theme")
        elif ballot.rule is not None and votes and not any(vote.verdict != "not_carried" for vote in votes):
            yield OpenBallot(name, "not_carried", tuple(vote.candidate for vote in votes))
        if ballot.rule is None:
            yield OpenBallot(name, "no_rule", tuple(vote.candidate for vote in votes))
        elif any(vote.verdict == "counted" for vote in votes):
            yield OpenBallot(name, "not_measured", tuple(vote.candidate for vote in votes))
        if more := too_many(ballot, meeting, members):
            yield OpenBallot(name, "too_many", more)


def without_votes(ballot: Ballot, votes: list[Vote], decided: tuple[str, ...]) -> tuple[str, ...]:
    """Return who was decided on although the ballot, by its stated rule, did not carry for it."""
    if ballot.rule is None:
        return ()
    others = {vote.candidate for vote in votes if vote.verdict != "not_carried"}
    return tuple(each for each in decided if each not in others)


def too_many(ballot: Ballot, meeting: Meeting, members: int) -> tuple[str, ...]:
    """Return the candidates with more votes than there were voters; all where more ballots were issued than that."""
    present = len(set(meeting.present)) if meeting.present is not None else members or None
    bounds = [each for each in (ballot.issued, ballot.returned, present) if each is not None]
    issued = ballot.issued if ballot.issued is not None else 0
    if present is not None and issued > present:
        return tuple(ballot.votes)
    return tuple(
        candidate
        for candidate, tally in ballot.votes.items()
        if bounds and tally.for_ + (tally.against or 0) + (tally.abstain or 0) > min(bounds)
    )
