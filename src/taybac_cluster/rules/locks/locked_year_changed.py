"""A locked year whose inputs are no longer what was locked."""

from collections.abc import Iterable, Iterator

from taybac_cluster.decide.lock import Change, changes
from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.lock import Lock
from taybac_cluster.model.record import Document, Location
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.sample_lock import LOCK

_KINDS = {
    "changed": Words("bị thay đổi", "was changed"),
    "added": Words("được thêm vào", "was added"),
    "removed": Words("không còn", "is gone"),
}


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every locked year's inputs, as the year reads them, with the digests in its lock."""
    unsaid = cluster.unread | {each.file for each in _documents(cluster) if each.partial}
    for year, lock in cluster.locks.items():
        if lock.state != "locked" or lock.partial:
            continue
        for change in _changes(lock, year, cluster):
            if not any(each == change.file or change.file.startswith(f"{each}/") for each in unsaid):
                inside = (change.file,) if change.kind != "added" else ()
                here = lock.key("inputs", *inside)
                yield RULE.at(Location(change.file), here, file=change.file, year=year, kind=_KINDS[change.kind])


def _changes(lock: Lock, year: int, cluster: Cluster) -> Iterable[Change]:
    """Compare what a year reads with its lock; without a criteria set, return which of its files are gone."""
    the_round = cluster.rounds.get(year)
    if the_round is not None:
        return changes(lock, the_round, cluster.meetings)
    there = {each.file for each in _documents(cluster)}
    return [Change(file, "removed") for file in lock.inputs if file not in there]


def _documents(cluster: Cluster) -> Iterator[Document]:
    if cluster.roster is not None:
        yield cluster.roster
    yield from (*cluster.criteria.values(), *cluster.meetings.values())
    for kind in (cluster.submissions, cluster.appraisals):
        for files in kind.values():
            yield from files.values()


RULE = Rule(
    code="R801",
    name="locked-year-changed",
    title=Words(
        "Dữ liệu của năm đã chốt bị thay đổi",
        "A locked year whose data changed",
    ),
    why=Words(
        "Kết quả đã công bố không được thay đổi mà không ai biết: muốn sửa phải mở lại và ghi lý do.",
        "A published result must not change silently: to change it, unlock the year with a reason that is kept.",
    ),
    message=Words(
        "{file} {kind} sau khi chốt kết quả năm {year}",
        "{file} {kind} after the result of {year} was locked",
    ),
    hint=Words(
        'khôi phục tệp như cũ; nếu hội nghị cho phép sửa: cluster unlock {year} --reason "lý do", sửa tệp, rồi '
        "cluster lock {year}",
        'restore the file; if the meeting allows a change: cluster unlock {year} --reason "why", change the '
        "file, then cluster lock {year}",
    ),
    bad=(
        Edit("submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: 7.3"),
        Edit("results/2023.yaml", "", LOCK),
    ),
    good=(
        Edit("submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: 7.20  # đo ngày 1/9"),
        Edit("results/2023.yaml", "", LOCK),
    ),
    check=check,
)
