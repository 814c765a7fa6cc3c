"""A city whose membership on the day is not on record."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Ask the membership of everyone who submits or is named by a meeting, on the day that counts."""
    for year in walk.years(cluster):
        if walk.as_of_elsewhere(year):
            continue  # one wrong day is one warning, at `as_of`
        for city in year.cities:
            if city.standing is not None and city.standing.membership == "unknown":
                yield RULE.at(city.submission.at("member"), id=city.id, day=year.criteria.as_of)
    known = cluster.roster.by_id if cluster.roster else {}
    for meeting in cluster.meetings.values():
        for member, place, day in (*walk.named_in(meeting), *walk.chosen_by(meeting)):
            if member in known and known[member].membership(day) == "unknown":
                yield RULE.at(place, id=member, day=day)


RULE = Rule(
    code="R203",
    name="membership-unknown",
    title=Words(
        "Chưa rõ đô thị có phải là thành viên tại thời điểm xét hay không",
        "A city whose membership on the relevant day is unknown",
    ),
    why=Words(
        "Ngày “seen” trong members.yaml chỉ cho biết khi ấy đô thị đã là thành viên; trước đó không có căn cứ.",
        "The “seen” date in members.yaml only says that the city was a member by then; before it there is no record.",
    ),
    message=Words(
        "chưa có căn cứ để biết “{id}” đã là thành viên vào ngày {day} hay chưa",
        "it is not on record whether “{id}” was a member on {day}",
    ),
    hint=Words(
        "nếu biết ngày gia nhập thì ghi “from: …” cho “{id}” trong members.yaml",
        "if the date of joining is known, write “from: …” for “{id}” in members.yaml",
    ),
    bad=(
        Edit(
            "members.yaml",
            "  - id: sa-pa\n    name: Sa Pa\n    member:\n      from: 2015-01-01",
            "  - id: sa-pa\n    name: Sa Pa\n    member:\n      seen: 2023-12-31",
        ),
    ),
    good=(
        Edit(
            "members.yaml",
            "  - id: sa-pa\n    name: Sa Pa\n    member:\n      from: 2015-01-01",
            "  - id: sa-pa\n    name: Sa Pa\n    member:\n      seen: 2022-12-31",
        ),
    ),
    severity="warning",
    check=check,
)
