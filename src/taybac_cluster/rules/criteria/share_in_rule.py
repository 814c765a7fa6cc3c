"""A percentage of 1 or less in a rule of the set or of a vote: perhaps a share was typed."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.record import Location, Percent
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at every percentage of the criteria sets and of the meetings."""
    for criteria in walk.criteria_sets(cluster):
        yield from _small(_of_set(criteria))
    for meeting in cluster.meetings.values():
        yield from _small(_of_meeting(meeting))


def _of_set(criteria: CriteriaSet) -> Iterator[tuple[Location, Percent | None]]:
    yield criteria.at("ranking", "max_missing_percent"), criteria.ranking.max_missing_percent
    if criteria.nomination is not None:
        yield criteria.at("nomination", "min_group_percent"), criteria.nomination.min_group_percent


def _of_meeting(meeting: Meeting) -> Iterator[tuple[Location, Percent | None]]:
    if meeting.quorum is not None:
        yield meeting.at("quorum", "threshold"), meeting.quorum.threshold
    for name, ballot in meeting.ballots.items():
        if ballot.rule is not None:
            yield meeting.at("ballots", name, "rule", "threshold"), ballot.rule.threshold


def _small(percentages: Iterator[tuple[Location, Percent | None]]) -> Iterator[Diagnostic]:
    """Say of every number above 0 and up to 1 what it is as a percentage; a fraction such as 2/3 is meant."""
    for place, percent in percentages:
        if isinstance(percent, Decimal) and 0 < percent <= 1:
            meant = Decimal(f"{(percent * 100).normalize():f}")
            yield RULE.at(place, field=str(place.route[-1]), value=percent, meant=meant)


RULE = Rule(
    code="R325",
    name="share-in-rule",
    title=Words("Tỷ lệ phần trăm từ 1 trở xuống trong quy định", "A percentage of 1 or less in a rule"),
    why=Words(
        "Quy định ghi bằng phần trăm: khoảng hai phần ba là 66.7, không phải 0.667. Ghi nhầm thì quy định hầu như "
        "không còn tác dụng.",
        "Rules are written in per cent: about two thirds is 66.7, not 0.667. Typed as a share, a rule hardly "
        "demands anything.",
    ),
    message=Words(
        "“{field}” là {value}%: có phải muốn ghi {meant}% không?",
        "“{field}” is {value}%: is {meant}% meant?",
    ),
    hint=Words(
        "ghi “{field}: {meant}”; nếu đúng là {value}% thì giữ nguyên",
        "write “{field}: {meant}”; if {value}% is really meant, leave it",
    ),
    bad=(Edit("criteria/2023.yaml", "  quota: 1", "  quota: 1\n  min_group_percent: 0.5"),),
    good=(Edit("criteria/2023.yaml", "  quota: 1", "  quota: 1\n  min_group_percent: 50"),),
    severity="warning",
    check=check,
)
