"""A member id that Windows does not allow as the name of a file."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule

RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{digit}" for digit in range(10)), *(f"lpt{digit}" for digit in range(10)))
)
"""Names of devices: Windows opens the device, whatever ending the file has."""


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the id of every member with the names of devices."""
    if cluster.roster is None:
        return
    for at, member in enumerate(cluster.roster.members):
        if member.id in RESERVED:
            yield RULE.at(cluster.roster.at("members", at, "id"), id=member.id)


RULE = Rule(
    code="R709",
    name="windows-name",
    title=Words("Mã mà Windows không cho dùng làm tên tệp", "An id that Windows does not allow as a file name"),
    why=Words(
        "Mã của đô thị là tên tệp báo cáo; Windows dành riêng các tên như con, nul, com1 cho thiết bị.",
        "A city’s id is the name of its files; Windows keeps names such as con, nul and com1 for devices.",
    ),
    message=Words(
        "không dùng “{id}” làm mã được: trên Windows không tạo được tệp {id}.yaml",
        "“{id}” cannot be an id: Windows cannot make a file {id}.yaml",
    ),
    hint=Words(
        "đặt mã dài hơn theo tên đô thị, ví dụ thị trấn {id} thì ghi thi-tran-{id}",
        "take a longer id from the city’s name, such as thi-tran-{id}",
    ),
    bad=(
        Edit(
            "members.yaml",
            "      until: 2024-12-31\n",
            "      until: 2024-12-31\n  - id: nul\n    name: Núi Lớn\n    member:\n      from: 2015-01-01\n",
        ),
    ),
    good=(
        Edit(
            "members.yaml",
            "      until: 2024-12-31\n",
            "      until: 2024-12-31\n  - id: nui-lon\n    name: Núi Lớn\n    member:\n      from: 2015-01-01\n",
        ),
    ),
    check=check,
)
