"""More votes than those who may vote."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.meeting import Ballot, Meeting
from taybac_cluster.rules import walk
from taybac_cluster.rules.meetings.more_votes_than_ballots import too_many
from taybac_cluster.rules.rule import Edit, Rule

_VOTERS = Words("thành viên được ghi là bỏ phiếu", "voters named")
_PRESENT = Words("thành viên có mặt", "members present")
_MEMBERS = Words("thành viên của cụm", "members of the cluster")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the votes on each candidate with those who could vote on it, where the record says who these are."""
    for meeting in cluster.meetings.values():
        for name, ballot in meeting.ballots.items():
            for candidate, tally in ballot.votes.items():
                if too_many(ballot, tally)[1] is not None:
                    continue  # more-votes-than-ballots says so
                votes = tally.for_ + (tally.against or 0) + (tally.abstain or 0)
                for most, who in _bases(cluster, meeting, ballot, candidate):
                    if votes > most:
                        place = meeting.key("ballots", name, "votes", candidate)
                        yield RULE.at(place, id=candidate, count=votes, most=most, who=who)
                        break


def _bases(cluster: Cluster, meeting: Meeting, ballot: Ballot, candidate: str) -> Iterator[tuple[int, Words]]:
    """Yield how many could vote: a city that may not vote on itself is not among them."""

    def without_own(voters: tuple[str, ...]) -> int:
        return len(voters) - (not ballot.own_vote and candidate in voters)

    if ballot.voters:
        yield without_own(ballot.voters), _VOTERS
    if meeting.present is not None and ballot.date in (None, meeting.held_on):
        yield without_own(meeting.present), _PRESENT
    if cluster.roster is not None:
        members = sum(walk.members_on(cluster, meeting.day))
        if members:
            yield members - (not ballot.own_vote), _MEMBERS


RULE = Rule(
    code="R602",
    name="more-votes-than-voters",
    title=Words(
        "Số phiếu bầu nhiều hơn số người được bỏ phiếu",
        "More votes than voters",
    ),
    why=Words(
        "Mỗi thành viên một phiếu; nơi không được tự bỏ phiếu cho mình thì bớt một phiếu.",
        "Each member has one vote; a city that may not vote on itself has one fewer.",
    ),
    message=Words(
        "“{id}” có {count} phiếu nhưng chỉ có {most} {who}",
        "“{id}” has {count} votes but there are only {most} {who}",
    ),
    hint=Words(
        "kiểm tra lại số phiếu và danh sách có mặt; nếu biên bản đúng như vậy thì giữ nguyên",
        "check the votes and the list of those present; if the minutes really say so, leave it",
    ),
    bad=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nomination:\n    rule:\n      base: present\n      threshold: 50\n    votes:\n      sa-pa:\n"
            "        for: 3\ndecisions:",
        ),
    ),
    good=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nomination:\n    rule:\n      base: present\n      threshold: 50\n    votes:\n      sa-pa:\n"
            "        for: 2\ndecisions:",
        ),
    ),
    severity="warning",
    check=check,
)
