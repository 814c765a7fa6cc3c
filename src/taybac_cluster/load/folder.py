"""The whole data folder as one cluster."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.document import examine
from taybac_cluster.load.files import MAX_BYTES, take, too_large
from taybac_cluster.load.node import Stand
from taybac_cluster.load.survey import Found, evidence, found_at, survey
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.lock import Lock
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.papers import Papers
from taybac_cluster.model.record import Document
from taybac_cluster.model.submission import Appraisal, Submission

D = TypeVar("D", bound=Document)

KINDS: Mapping[str, type[Document]] = {
    "members": Roster,
    "criteria": CriteriaSet,
    "template": CriteriaSet,
    "submission": Submission,
    "appraisal": Appraisal,
    "meeting": Meeting,
    "lock": Lock,
    "papers": Papers,
}


@dataclass
class Reading:
    """What was read of a folder: the cluster, the faults and the files."""

    root: str
    cluster: Cluster = field(default_factory=Cluster)
    faults: list[Diagnostic] = field(default_factory=list)
    files: list[Found] = field(default_factory=list)
    instead: Mapping[str, bytes] = field(default_factory=dict)
    """Contents that were read instead of those in the folder, by file."""
    stands: dict[str, Stand] = field(default_factory=dict)
    """Where to look up the lines of files that can be read only once they are fixed."""


def read_folder(root: str, year: int | None = None, instead: Mapping[str, bytes] | None = None) -> Reading:
    """Read the whole folder, or what one year's ranking needs; some files may have other contents `instead`.

    Files in `instead` may also be new ones.
    """
    here = survey(root, year)
    there = {each.file for each in here.found}
    here.found += [each for file in instead or () if file not in there and (each := found_at(file))]
    reading = Reading(root, faults=here.faults, files=here.found, instead=instead or {})
    by_kind: dict[str, list[tuple[Found, Document]]] = {kind: [] for kind in KINDS}
    unread: set[str] = set()
    for each in here.found:
        content, model = _content(reading, each.file), KINDS[each.kind]
        if isinstance(content, Diagnostic):
            here.faults.append(content)
            unread.add(each.file)
            continue
        record, wrong, stand = examine(content, each.file, model)
        here.faults.extend(wrong)
        if stand is not None:
            reading.stands[each.file] = stand
        if record is None:
            unread.add(each.file)
        else:
            by_kind[each.kind].append((each, record))
    listed = evidence(here, None if year is None else [year])
    reading.cluster = Cluster(
        roster=next((record for _, record in by_kind["members"] if isinstance(record, Roster)), None),
        criteria=_years(by_kind["criteria"], CriteriaSet),
        templates=tuple(record for _, record in by_kind["template"] if isinstance(record, CriteriaSet)),
        submissions=_members(by_kind["submission"], Submission),
        appraisals=_members(by_kind["appraisal"], Appraisal),
        meetings=_years(by_kind["meeting"], Meeting),
        locks=_years(by_kind["lock"], Lock),
        papers=next((record for _, record in by_kind["papers"] if isinstance(record, Papers)), None),
        evidence=listed,
        unread=frozenset(unread),
        misplaced=here.misplaced,
    )
    return reading


def _content(reading: Reading, file: str) -> bytes | Diagnostic:
    content = reading.instead.get(file)
    if content is None:
        return take(reading.root, file)
    return content if len(content) <= MAX_BYTES else too_large(file, len(content))


def _years(found: list[tuple[Found, Document]], model: type[D]) -> dict[int, D]:
    return {each.year: record for each, record in found if isinstance(record, model) and each.year is not None}


def _members(found: list[tuple[Found, Document]], model: type[D]) -> dict[int, dict[str, D]]:
    """Gather the cities' files by the year and the member that their paths name."""
    gathered: dict[int, dict[str, D]] = {}
    for each, record in found:
        if isinstance(record, model) and each.year is not None and each.member is not None:
            gathered.setdefault(each.year, {})[each.member] = record
    return gathered
