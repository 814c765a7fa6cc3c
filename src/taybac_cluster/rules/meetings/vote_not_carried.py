"""A decision for a candidate whose vote, by its own stated rule, was not carried."""

from collections.abc import Iterator

from taybac_cluster.decide.exact import printed
from taybac_cluster.decide.votes import Vote, count
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.record import Location
from taybac_cluster.rules import walk
from taybac_cluster.rules.figures import comma, threshold
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare what was decided with the count of the votes on it; a vote with no stated rule says nothing."""
    for meeting in cluster.meetings.values():
        members, _ = walk.members_on(cluster, meeting.day)
        for name, ballot in meeting.ballots.items():
            decided = _decided(meeting, name)
            for vote in count(ballot, meeting, members) if decided else ():
                if vote.verdict == "not_carried" and vote.candidate in decided and ballot.rule is not None:
                    place = meeting.key("ballots", name, "votes", vote.candidate)
                    yield RULE.at(
                        decided[vote.candidate],
                        place,
                        id=vote.candidate,
                        votes=_share(vote),
                        least=threshold(ballot.rule.threshold),
                    )


def _decided(meeting: Meeting, ballot: str) -> dict[str, Location]:
    """Return whom the meeting chose in the matter of a ballot, and where that is written."""
    if ballot == "host":
        coming = meeting.decisions.next
        host = coming.host if coming is not None else None
        return {host: meeting.at("decisions", "next", "host")} if host is not None else {}
    nominated = enumerate(meeting.decisions.nominated or ()) if ballot in ("nomination", "tie") else ()
    return {member: meeting.at("decisions", "nominated", index) for index, member in nominated}


def _share(vote: Vote) -> Words:
    votes = f"{vote.tally.for_}/{vote.base}"
    if vote.share is None:
        return Words(votes, votes)
    percent = printed(100 * vote.share, 1)
    return Words(f"{votes} = {comma(percent)}%", f"{votes} = {percent}%")


RULE = Rule(
    code="R611",
    name="vote-not-carried",
    title=Words(
        "Quyết định chọn đô thị chưa đủ phiếu",
        "A decision without enough votes",
    ),
    why=Words(
        "Tỷ lệ phiếu được tính theo mục “rule”; chưa đạt mà vẫn quyết định thì mọi kết quả in ra đều nói rõ.",
        "Votes are measured by the stated “rule”; if a decision falls short of it, every output says so.",
    ),
    message=Words(
        "hội nghị quyết định chọn “{id}” nhưng số phiếu chưa đạt: {votes}, quy định {least}",
        "“{id}” was decided on but its vote falls short: {votes}, the rule says {least}",
    ),
    hint=Words(
        "kiểm tra lại số phiếu và mục “rule”; nếu hội nghị đúng là quyết định như vậy thì giữ nguyên",
        "check the votes and the “rule”; if the meeting really decided so, leave it",
    ),
    bad=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nomination:\n    rule:\n      base: members\n      threshold: 80\n    votes:\n      sa-pa:\n"
            "        for: 2\ndecisions:",
        ),
    ),
    good=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nomination:\n    rule:\n      base: members\n      threshold: 66\n    votes:\n      sa-pa:\n"
            "        for: 2\ndecisions:",
        ),
    ),
    severity="warning",
    check=check,
)
