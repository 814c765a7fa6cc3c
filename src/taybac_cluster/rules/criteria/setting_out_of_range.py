"""A number of a criteria set or a meeting outside what it can be."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.record import Document, Route
from taybac_cluster.model.scales import Marks
from taybac_cluster.rules import walk
from taybac_cluster.rules.expected import TRAITS
from taybac_cluster.rules.rule import Edit, Rule

Setting = tuple[Route, Decimal | int | None, Decimal | int | None, Decimal | int | None]
"""Where it stands, what it says, the lowest and the highest it may be."""

MOST_DECIMALS = 6
_ABOVE_NONE = Words("lớn hơn 0", "above 0")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every setting with its range."""
    for criteria in walk.criteria_sets(cluster):
        yield from _compared(criteria, _of_set(criteria))
        yield from _not_above_none(criteria)
    for meeting in cluster.meetings.values():
        yield from _compared(meeting, _of_meeting(meeting))


def _of_set(criteria: CriteriaSet) -> Iterator[Setting]:
    yield ("decimals",), criteria.decimals, 0, MOST_DECIMALS
    yield ("ranking", "max_missing_percent"), criteria.ranking.max_missing_percent, 0, 100
    yield ("bonuses", "cap"), criteria.bonuses.cap, 0, None
    yield ("deductions", "cap"), criteria.deductions.cap, 0, None
    rule = criteria.nomination
    if rule is not None:
        yield ("nomination", "quota"), rule.quota, 1, None
        yield ("nomination", "min_points"), rule.min_points, 0, criteria.weight
        yield ("nomination", "min_group_percent"), rule.min_group_percent, 0, 100
    for scaled in walk.scales(criteria):
        if isinstance(scaled.scale, Marks):
            if scaled.says("at_least"):
                yield (*scaled.route, "at_least"), scaled.scale.at_least, 1, None
            if scaled.says("spread"):
                yield (*scaled.route, "spread"), scaled.scale.spread, 0, None


def _of_meeting(meeting: Meeting) -> Iterator[Setting]:
    if meeting.quorum is not None and isinstance(meeting.quorum.threshold, Decimal):
        yield ("quorum", "threshold"), meeting.quorum.threshold, 0, 100
    for name, ballot in meeting.ballots.items():
        if ballot.rule is not None and isinstance(ballot.rule.threshold, Decimal):
            yield ("ballots", name, "rule", "threshold"), ballot.rule.threshold, 0, 100
        for field in ("issued", "returned", "valid"):
            yield ("ballots", name, field), getattr(ballot, field), 0, None
        for candidate, tally in ballot.votes.items():
            for key, votes in (("for", tally.for_), ("against", tally.against), ("abstain", tally.abstain)):
                yield ("ballots", name, "votes", candidate, key), votes, 0, None


def _compared(document: Document, settings: Iterator[Setting]) -> Iterator[Diagnostic]:
    for route, value, low, high in settings:
        if value is None or ((low is None or value >= low) and (high is None or value <= high)):
            continue
        legal = Words(f"từ {low} đến {high}", f"from {low} to {high}")
        if high is None:
            legal = Words(f"{low} trở lên", f"{low} or more")
        yield RULE.at(document.at(*route), field=str(route[-1]), value=value, legal=legal)


def _not_above_none(criteria: CriteriaSet) -> Iterator[Diagnostic]:
    for route, criterion in criteria.leaves():
        if criterion.step is not None and criterion.step <= 0:
            yield RULE.at(criteria.at(*route, "step"), field="step", value=criterion.step, legal=_ABOVE_NONE)
    for scaled in walk.scales(criteria):
        field = TRAITS[scaled.scale.kind].above_none
        if field is not None and scaled.says(field) and (value := getattr(scaled.scale, field)) <= 0:
            yield RULE.at(criteria.at(*scaled.route, field), field=field, value=value, legal=_ABOVE_NONE)


RULE = Rule(
    code="R313",
    name="setting-out-of-range",
    title=Words(
        "Số trong quy định nằm ngoài khoảng cho phép",
        "A number in a rule that is out of range",
    ),
    why=Words(
        "Phần trăm ngoài 0–100, số lượng đề nghị bằng 0 hoặc số phiếu âm thì không tính được, hoặc cho kết quả vô "
        "nghĩa.",
        "A percentage outside 0 to 100, a quota of 0 or a negative count gives no result, or a meaningless one.",
    ),
    message=Words(
        "“{field}” là {value}; phải {legal}",
        "“{field}” is {value}; it must be {legal}",
    ),
    hint=Words(
        "ghi một số {legal}",
        "write a number that is {legal}",
    ),
    bad=(Edit("criteria/2023.yaml", "  quota: 1", "  quota: 1\n  min_group_percent: 500"),),
    good=(Edit("criteria/2023.yaml", "  quota: 1", "  quota: 1\n  min_group_percent: 50"),),
    check=check,
)
