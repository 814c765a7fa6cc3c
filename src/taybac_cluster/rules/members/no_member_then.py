"""A city that was no member on the day that counts."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Ask the membership of everyone who submits or is named by a meeting, on the day that counts."""
    for year in walk.years(cluster):
        if walk.as_of_elsewhere(year):
            continue  # one wrong day is one error, at `as_of`
        for city in year.cities:
            named = year.round.roster.by_id.get(city.id)
            if city.standing is None and named and not walk.stay_in_doubt(named) and city.submission.member == city.id:
                day = year.criteria.as_of
                yield RULE.at(city.submission.at("member"), id=city.id, day=day)
    known = cluster.roster.by_id if cluster.roster else {}
    for meeting in cluster.meetings.values():
        for member, place, date in walk.named_in(meeting):
            if (
                member in known
                and all(known[member].membership(day) == "no_member" for day in walk.days_of(meeting, date))
                and not walk.stay_in_doubt(known[member])
            ):
                yield RULE.at(place, id=member, day=date)


RULE = Rule(
    code="R202",
    name="no-member-then",
    title=Words(
        "Đô thị không phải là thành viên tại thời điểm xét",
        "A city that was not a member on the relevant day",
    ),
    why=Words(
        "Chỉ thành viên của cụm vào ngày ấy mới được chấm điểm, bỏ phiếu, đề nghị khen thưởng hoặc đăng cai.",
        "Only members of the cluster on that day may be scored, vote, be nominated or host.",
    ),
    message=Words(
        "“{id}” không phải là thành viên của cụm vào ngày {day}",
        "“{id}” was not a member of the cluster on {day}",
    ),
    hint=Words(
        "sửa mã cho đúng; nếu mã đúng thì xem lại ngày “from”, “until” của “{id}” trong members.yaml",
        "correct the id; if it is right, check the “from” and “until” dates of “{id}” in members.yaml",
    ),
    bad=(
        Edit("members.yaml", "      until: 2024-12-31", "      until: 2022-12-31"),
        Edit("meetings/2023.yaml", "  - lao-cai\ndecisions:", "  - lao-cai\n  - yen-bai\ndecisions:"),
    ),
    good=(Edit("meetings/2023.yaml", "  - lao-cai\ndecisions:", "  - lao-cai\n  - yen-bai\ndecisions:"),),
    check=check,
)
