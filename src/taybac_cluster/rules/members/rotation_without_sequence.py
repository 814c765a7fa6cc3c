"""A fixed rotation that names no order."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look whether a fixed order is written."""
    if cluster.roster is None or cluster.roster.partial:
        return
    rotation = cluster.roster.cluster.rotation
    if rotation.order == "fixed" and not rotation.sequence:
        yield RULE.at(cluster.roster.at("cluster", "rotation", "order"))


RULE = Rule(
    code="R707",
    name="rotation-without-sequence",
    title=Words(
        "Luân phiên theo thứ tự cố định nhưng chưa ghi thứ tự",
        "A fixed rotation without its order",
    ),
    why=Words(
        "Không có thứ tự thì không đề xuất được nơi đăng cai tiếp theo.",
        "Without the order no next host can be proposed.",
    ),
    message=Words(
        "ghi “order: fixed” nhưng không có mục “sequence”",
        "“order: fixed” but there is no “sequence”",
    ),
    hint=Words(
        "dưới “sequence:” ghi mã các đô thị theo thứ tự, mỗi dòng một mã sau “- ”; hoặc ghi “order: longest_wait”",
        "under “sequence:” list the ids in their order, each on a line after “- ”; or write “order: longest_wait”",
    ),
    bad=(Edit("members.yaml", "  name: Cụm mẫu", "  name: Cụm mẫu\n  rotation:\n    order: fixed"),),
    good=(
        Edit(
            "members.yaml",
            "  name: Cụm mẫu",
            "  name: Cụm mẫu\n  rotation:\n    order: fixed\n    sequence:\n      - sa-pa\n      - lao-cai",
        ),
    ),
    severity="warning",
    check=check,
)
