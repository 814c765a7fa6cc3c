"""A city that the members file does not know."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words, suggestion
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every member that a file names with the members file."""
    if cluster.roster is None:
        return
    known = cluster.roster.by_id
    for _, _, document in walk.city_files(cluster):
        if document.member not in known:
            yield RULE.at(document.at("member"), id=document.member, suggestion=suggestion(document.member, list(known)))
    for meeting in cluster.meetings.values():
        for member, place, _ in walk.named_in(meeting):
            if member not in known:
                yield RULE.at(place, id=member, suggestion=suggestion(member, list(known)))
    for index, member in enumerate(cluster.roster.cluster.rotation.sequence):
        if member not in known:
            place = cluster.roster.at("cluster", "rotation", "sequence", index)
            yield RULE.at(place, id=member, suggestion=suggestion(member, list(known)))


RULE = Rule(
    code="R201",
    name="unknown-member",
    title=Words(
        "Mã đô thị không có trong members.yaml",
        "A member id that members.yaml does not have",
    ),
    why=Words(
        "Báo cáo hoặc biên bản phải gắn với đúng một đô thị; gõ sai mã thì điểm có thể rơi vào đô thị khác hoặc mất.",
        "A report or a record must belong to one city; with a wrong id, points could go to another city or be lost.",
    ),
    message=Words(
        "không có đô thị nào mang mã “{id}”",
        "no member has the id “{id}”",
    ),
    hint=Words(
        "{suggestion}",
        "{suggestion}",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", 'member: sa-pa', 'member: sapa'),),
    good=(),
    check=check,
)
