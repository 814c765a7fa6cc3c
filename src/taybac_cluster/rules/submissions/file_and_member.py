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
        "The file’s name and the member inside disagree",
    ),
    why=Words(
        "Mỗi đô thị chỉ được sửa tệp của mình; tên tệp là cách biết tệp của ai.",
        "A city may change only its own file; the file’s name tells whose it is.",
    ),
    message=Words(
        "tệp tên là {file} nhưng bên trong ghi đô thị “{id}”",
        "the file is named {file} but inside it says “{id}”",
    ),
    hint=Words(
        "nếu là báo cáo của {own} thì ghi member: {own}; nếu là của {id} thì đổi tên tệp thành {right}",
        "if it is the report of {own}, write member: {own}; if it is that of {id}, rename the file to {right}",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "member: sa-pa", "member: yen-bai"),),
    check=check,
)
