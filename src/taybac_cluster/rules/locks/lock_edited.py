"""A lock that no longer says what it said when it was written."""

from collections.abc import Iterator

from taybac_cluster.decide.lock import sealed
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample_lock import LOCK


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Work the seal of every lock out again."""
    for lock in cluster.locks.values():
        if not lock.partial and not sealed(lock):
            yield RULE.at(lock.at("seal"), file=lock.file)


RULE = Rule(
    code="R802",
    name="lock-edited",
    title=Words(
        "Tệp chốt kết quả bị sửa tay",
        "A lock that was edited by hand",
    ),
    why=Words(
        "Tệp chốt kết quả chỉ do lệnh cluster lock và cluster unlock ghi; đã sửa tay thì không chứng minh được gì.",
        "A lock is written only by cluster lock and cluster unlock; edited by hand it proves nothing.",
    ),
    message=Words(
        "{file} đã bị sửa tay: nội dung không khớp với mã đối chiếu",
        "{file} was edited by hand: its content does not match its seal",
    ),
    hint=Words(
        "khôi phục tệp từ lịch sử Git; muốn sửa kết quả thì dùng lệnh cluster unlock",
        "restore the file from Git; to change a result use cluster unlock",
    ),
    bad=(Edit("results/2023.yaml", "", LOCK.replace("rank: 1", "rank: 2")),),
    good=(Edit("results/2023.yaml", "", LOCK),),
    check=check,
)
