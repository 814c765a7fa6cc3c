"""A file whose name and content name two cities."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the member in a file with the one in its path; an id that nobody has is another rule's."""
    known = cluster.roster.by_id if cluster.roster else {}
    for _, named, document in walk.city_files(cluster):
        if document.member != named and document.member in known:
            place = document.at("member")
            yield RULE.at(place, id=document.member, file=f"{named}.yaml", own=named, right=f"{document.member}.yaml")


RULE = Rule(
    code="R205",
    name="file-and-member",
    title=Words(
        "Tên tệp và mã đô thị bên trong không khớp",
        "The file name and the member inside do not match",
    ),
    why=Words(
        "Tên tệp cho biết tệp của đô thị nào; mỗi đô thị chỉ được sửa tệp của mình.",
        "The file name says whose file it is; a city may change only its own.",
    ),
    message=Words(
        "tên tệp là {file} nhưng bên trong ghi đô thị “{id}”",
        "the file is named {file} but inside it says “{id}”",
    ),
    hint=Words(
        "nếu là của {own} thì ghi “member: {own}”; nếu là của {id} thì đổi tên tệp thành {right}",
        "if it belongs to {own}, write “member: {own}”; if it belongs to {id}, rename the file to {right}",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "member: sa-pa", "member: yen-bai"),),
    check=check,
)
