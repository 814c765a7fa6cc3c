"""What a vote says by its own stated rule, in exact fractions; without a rule it is counted and never carried."""

from fractions import Fraction
from typing import Literal, NamedTuple

from taybac_cluster.model.meeting import Ballot, Meeting, Tally

Verdict = Literal["carried", "not_carried", "counted"]


class Vote(NamedTuple):
    """One candidate's count, the base it is measured on, and what the stated rule makes of it."""

    candidate: str
    tally: Tally
    base: int | None
    share: Fraction | None
    verdict: Verdict


def base_of(ballot: Ballot, meeting: Meeting, members: int, candidate: str | None = None) -> int | None:
    """Return the number of votes that is 100%; None where it is not on record.

    Where a city may not vote on itself it is not counted in the base of its own candidacy.
    """
    if ballot.rule is None:
        return None
    if ballot.rule.base == "members":
        base: int | None = members or None
    elif ballot.rule.base == "present":
        base = len(meeting.present) if meeting.present is not None else None
    else:
        base = ballot.valid if ballot.valid is not None else ballot.returned
    if base is not None and not ballot.own_vote and candidate is not None and ballot.rule.base != "valid":
        voters = meeting.present if ballot.rule.base == "present" else None
        base -= 1 if voters is None or candidate in voters else 0
    return base


def count(ballot: Ballot, meeting: Meeting, members: int) -> list[Vote]:
    """Measure every candidate of a ballot by its rule, most votes first."""
    votes = []
    for candidate, tally in ballot.votes.items():
        base = base_of(ballot, meeting, members, candidate)
        share = Fraction(tally.for_, base) if base else None
        verdict: Verdict = "counted"
        if ballot.rule is not None and share is not None:
            least = Fraction(ballot.rule.threshold) / 100
            reached = share > least if ballot.rule.above else share >= least
            verdict = "carried" if reached else "not_carried"
        votes.append(Vote(candidate, tally, base, share, verdict))
    return sorted(votes, key=lambda vote: (-vote.tally.for_, vote.candidate))


def quorum(meeting: Meeting, members: int) -> bool | None:
    """Return whether enough members were present; None where the rule, or who was present, is not on record."""
    if meeting.quorum is None or meeting.present is None or not members:
        return None
    return Fraction(len(set(meeting.present)), members) >= Fraction(meeting.quorum.threshold) / 100


def carried(ballot: Ballot, meeting: Meeting, members: int) -> frozenset[str]:
    """Return the candidates whose vote was carried by the stated rule."""
    return frozenset(vote.candidate for vote in count(ballot, meeting, members) if vote.verdict == "carried")


def chosen(meeting: Meeting, ballot: str) -> tuple[str, ...]:
    """Return whom the meeting decided on in the matter of a ballot."""
    if ballot == "host":
        coming = meeting.decisions.next
        return (coming.host,) if coming is not None and coming.host is not None else ()
    nominated = meeting.decisions.nominated or ()
    if ballot == "tie":
        return tuple(each for each in nominated if each in meeting.ballots["tie"].votes)
    return nominated if ballot == "nomination" else ()


def lost(meeting: Meeting, members: int) -> dict[str, tuple[str, ...]]:
    """Return whom the meeting chose although the vote on them did not carry by its own rule, by ballot."""
    found = {}
    for name, ballot in meeting.ballots.items():
        votes = {vote.candidate: vote.verdict for vote in count(ballot, meeting, members)}
        if names := tuple(each for each in chosen(meeting, name) if votes.get(each) == "not_carried"):
            found[name] = names
    return found
