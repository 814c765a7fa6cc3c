"""A locked year whose inputs are no longer what was locked."""

from collections.abc import Iterator

from taybac_cluster.decide.lock import changes
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Place
from taybac_cluster.rules.rule import Rule
from taybac_cluster.rules.sample_lock import LOCK

_KINDS = {
    "changed": Words("đã thay đổi", "was changed"),
    "added": Words("được thêm vào", "was added"),
    "removed": Words("không còn", "is gone"),
}


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every locked year's inputs, as the year reads them, with the digests in its lock."""
    for year, lock in cluster.locks.items():
        the_round = cluster.rounds.get(year)
        if lock.state != "locked" or the_round is None or lock.partial:
            continue
        partial = {each.file for each in (*the_round.submissions.values(), *the_round.appraisals.values()) if each.partial}
        for change in changes(lock, the_round):
            if change.file in cluster.unread or change.file in partial:
                continue
            gone = change.kind == "removed"
            here = lock.key("inputs", change.file)
            where = here if gone else Place(change.file)
            also = () if gone or change.kind == "added" else (here,)
            yield RULE.at(where, *also, file=change.file, year=year, kind=_KINDS[change.kind], lock=lock.file)


RULE = Rule(
    code="R801",
    name="locked-year-changed",
    title=Words("Năm đã khoá kết quả mà dữ liệu thay đổi", "A locked year whose data changed"),
    why=Words(
        "Kết quả đã công bố không được thay đổi âm thầm: mọi thay đổi phải mở khoá với lý do được lưu lại.",
        "A result that was announced must not change silently: a change takes an unlocking with a reason that is kept.",
    ),
    message=Words("{file} {kind} sau khi kết quả năm {year} đã khoá", "{file} {kind} after the result of {year} was locked"),
    hint=Words(
        "khôi phục tệp như cũ; hoặc, nếu hội nghị cho phép sửa: cluster unlock {year} --reason “lý do”, sửa, rồi cluster lock {year}",
        "restore the file; or, if the meeting allows a change: cluster unlock {year} --reason “why”, change it, then cluster lock {year}",
    ),
    bad={"results/2023.yaml": LOCK, "submissions/2023/yen-bai.yaml": "member: yen-bai\nyear: 2023\nstatus: illustrative\nnot_competing: Năm nay không dự\n"},
    good={"results/2023.yaml": LOCK},
    check=check,
)
