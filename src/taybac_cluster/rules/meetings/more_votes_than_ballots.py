"""More votes than there were ballots."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.meeting import Ballot, Tally
from taybac_cluster.rules.rule import Edit, Rule

_WORDS = {
    "issued": Words("số phiếu phát ra", "ballots issued"),
    "returned": Words("số phiếu thu về", "ballots returned"),
    "valid": Words("số phiếu hợp lệ", "valid ballots"),
}
_VOTES = Words("số phiếu bầu cho “{id}”", "votes on “{id}”")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the counts of every ballot: valid, returned, issued, and the votes on each candidate."""
    for meeting in cluster.meetings.values():
        for name, ballot in meeting.ballots.items():
            route = ("ballots", name)
            for less, more in (("valid", "returned"), ("returned", "issued"), ("valid", "issued")):
                fewer, most = getattr(ballot, less), getattr(ballot, more)
                skipped = less == "valid" and more == "issued" and ballot.returned is not None
                if fewer is not None and most is not None and fewer > most and not skipped:
                    yield RULE.at(
                        meeting.at(*route, less),
                        meeting.at(*route, more),
                        what=_WORDS[less],
                        count=fewer,
                        whole=_WORDS[more],
                        most=most,
                    )
            for candidate, tally in ballot.votes.items():
                votes, field = too_many(ballot, tally)
                if field is not None:
                    yield RULE.at(
                        meeting.key(*route, "votes", candidate),
                        meeting.at(*route, field),
                        what=Words(*(words.format(id=candidate) for words in _VOTES)),
                        count=votes,
                        whole=_WORDS[field],
                        most=getattr(ballot, field),
                    )


def too_many(ballot: Ballot, tally: Tally) -> tuple[int, str | None]:
    """Compare a candidate's votes with the ballots.

    An abstention may be a ballot that was not valid: it counts against those returned or issued, where these are known.
    """
    decided = tally.for_ + (tally.against or 0)
    cast = decided + (tally.abstain or 0)
    wider = next((field for field in ("returned", "issued") if getattr(ballot, field) is not None), "valid")
    for votes, field in ((decided, "valid"), (cast, wider)):
        most = getattr(ballot, field)
        if most is not None and votes > most:
            return votes, field
    return cast, None


RULE = Rule(
    code="R601",
    name="more-votes-than-ballots",
    title=Words(
        "Số phiếu không khớp nhau",
        "More votes than ballots",
    ),
    why=Words(
        "Phiếu hợp lệ không nhiều hơn phiếu thu về, phiếu thu về không nhiều hơn phiếu phát ra, số phiếu bầu "
        "không nhiều hơn số phiếu.",
        "No more ballots can be valid than were returned, nor returned than were issued, nor can there be more "
        "votes than ballots.",
    ),
    message=Words(
        "{what} là {count}, nhiều hơn {whole} ({most})",
        "{what}: {count}, more than {whole} ({most})",
    ),
    hint=Words(
        "kiểm tra lại biên bản kiểm phiếu; nếu biên bản đúng như vậy thì giữ nguyên",
        "check the minutes of the count; if they really say so, leave it",
    ),
    bad=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nomination:\n    issued: 2\n    returned: 2\n    valid: 2\n    votes:\n      sa-pa:\n"
            "        for: 2\n        against: 1\ndecisions:",
        ),
    ),
    good=(
        Edit(
            "meetings/2023.yaml",
            "decisions:",
            "ballots:\n  nomination:\n    issued: 2\n    returned: 2\n    valid: 2\n    votes:\n      sa-pa:\n"
            "        for: 2\n        against: 0\ndecisions:",
        ),
    ),
    severity="warning",
    check=check,
)
