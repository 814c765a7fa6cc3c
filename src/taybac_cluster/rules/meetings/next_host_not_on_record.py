"""A next host, or next head, that is no member on record for that year."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Ask whether everyone a meeting chose for a later year is a member then."""
    known = cluster.roster.by_id if cluster.roster else {}
    for meeting in cluster.meetings.values():
        for member, place, day in walk.chosen_by(meeting):
            if (
                member in known
                and known[member].membership(day) == "no_member"
                and not walk.stay_in_doubt(known[member])
            ):
                yield RULE.at(place, id=member, year=day.year)


RULE = Rule(
    code="R613",
    name="next-host-not-on-record",
    title=Words(
        "Đơn vị được chọn cho năm sau không có trong danh sách thành viên năm ấy",
        "A choice for a later year that is not a member on record then",
    ),
    why=Words(
        "Biên bản ghi đúng điều hội nghị đã quyết định; danh sách thành viên của năm sau có thể được cập nhật sau.",
        "The minutes record what was decided; who is a member in a later year may be settled later.",
    ),
    message=Words(
        "theo members.yaml, “{id}” không còn là thành viên của cụm vào cuối năm {year}",
        "by members.yaml, “{id}” is not a member of the cluster at the end of {year}",
    ),
    hint=Words(
        "nếu hội nghị đúng là quyết định như vậy thì giữ nguyên; khi có đơn vị kế thừa thì bổ sung vào members.yaml",
        "if the meeting really decided so, leave it; once there is a successor, add it to members.yaml",
    ),
    bad=(Edit("meetings/2023.yaml", "    year: 2024\n    host: lao-cai", "    year: 2025\n    host: yen-bai"),),
    good=(Edit("meetings/2023.yaml", "    year: 2024\n    host: lao-cai", "    year: 2024\n    host: yen-bai"),),
    severity="warning",
    check=check,
)
