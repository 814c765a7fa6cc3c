"""An id that two things of one file have."""

import unicodedata
from collections.abc import Iterable, Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Document, Route
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the ids of a criteria set's parts, of the members, and of a meeting's judges."""
    for criteria in walk.criteria_sets(cluster):
        yield from _twice(criteria, (((*route, "id"), each.id) for route, each in criteria.named()))
    if cluster.roster is not None:
        members = enumerate(cluster.roster.members)
        yield from _twice(cluster.roster, ((("members", index, "id"), each.id) for index, each in members))
    for meeting in cluster.meetings.values():
        judges = enumerate(meeting.judges)
        yield from _twice(meeting, ((("judges", index, "id"), each.id) for index, each in judges))


def _twice(document: Document, named: Iterable[tuple[Route, str]]) -> Iterator[Diagnostic]:
    seen: dict[str, Route] = {}
    for route, name in named:
        first = seen.setdefault(name if name.isascii() else unicodedata.normalize("NFC", name), route)
        if first is not route:
            yield RULE.at(document.at(*route), document.at(*first), id=name)


RULE = Rule(
    code="R314",
    name="duplicate-id",
    title=Words(
        "Một mã dùng hai lần",
        "An id used twice",
    ),
    why=Words(
        "Giá trị, điểm và phiếu được gắn theo mã; mã trùng thì không biết thuộc về phần nào.",
        "Values, points and votes are matched by id; with an id used twice it is unclear what they belong to.",
    ),
    message=Words(
        "mã “{id}” đã dùng ở chỗ khác trong tệp này",
        "the id “{id}” is used elsewhere in this file",
    ),
    hint=Words(
        "đặt mã khác cho một trong hai; nhóm, tiêu chí, điều kiện bắt buộc, điểm cộng và điểm trừ không được trùng mã",
        "give one of them another id; groups, criteria, gates, bonuses and deductions may not share one",
    ),
    bad=(Edit("criteria/2023.yaml", "    - id: sang-kien\n", "    - id: van-ban\n"),),
    check=check,
)
