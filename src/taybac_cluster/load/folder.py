"""The data folder: where each file stands, and the whole of it as one cluster."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from taybac_cluster.diagnostics import Diagnostic, Spot, folded, nearest
from taybac_cluster.load.document import read
from taybac_cluster.model.cluster import Cluster, of_year
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.lock import Lock
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.papers import Papers
from taybac_cluster.model.record import Document
from taybac_cluster.model.submission import Appraisal, Submission
from taybac_cluster.rules.reading.files import LINK, MISPLACED_FILE, UNREADABLE_FILE

MEMBERS = "members.yaml"
PAPERS = "papers.yaml"
_YEAR_FILE = re.compile(r"([0-9]{4})\.yaml")
_YEAR = re.compile(r"[0-9]{4}")
_MEMBER_FILE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml")
_YAML = (".yaml", ".yml")
_LITTER = ("thumbs.db", "desktop.ini")
_FOLDERS = ("criteria", "submissions", "appraisals", "meetings", "evidence", "results")

D = TypeVar("D", bound=Document)


class Found(NamedTuple):
    """A file of the folder that is read: its path there, kind, year and, where it is a city's, the member."""

    file: str
    kind: str
    year: int | None = None
    member: str | None = None


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
    """What came of reading a folder."""

    root: str
    cluster: Cluster = field(default_factory=Cluster)
    faults: list[Diagnostic] = field(default_factory=list)
    files: list[Found] = field(default_factory=list)


def find(start: Path) -> Path | None:
    """Return the nearest `data` folder with a members file at or above a folder."""
    for folder in (start, *start.parents):
        if (folder / "data" / MEMBERS).is_file():
            return folder / "data"
        if folder.name == "data" and (folder / MEMBERS).is_file():
            return folder
    return None


def years(root: str) -> list[int]:
    """Return the years that have a criteria set, oldest first, by the files' names alone."""
    return _year_files(f"{root}/criteria")


def locks(root: str) -> list[int]:
    """Return the years that have a lock, oldest first, by the files' names alone."""
    return _year_files(f"{root}/results")


def meetings(root: str) -> list[int]:
    """Return the years that have a meeting on record, oldest first, by the files' names alone."""
    return _year_files(f"{root}/meetings")


def _year_files(path: str) -> list[int]:
    return sorted(int(match[1]) for entry in _entries(path) if (match := _YEAR_FILE.fullmatch(entry.name)))


def _entries(path: str) -> list[os.DirEntry[str]]:
    """Return what stands in a folder, hidden names left out; nothing where it cannot be looked into."""
    try:
        return _looked_into(path)
    except OSError:
        return []


def _looked_into(path: str) -> list[os.DirEntry[str]]:
    with os.scandir(path) as entries:
        return sorted((entry for entry in entries if not _is_litter(entry.name)), key=lambda entry: entry.name)


def _is_litter(name: str) -> bool:
    """Whether a system or an editor left a file there: nobody handed it in."""
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _LITTER


def has_papers(root: str) -> bool:
    """Whether there is a papers file, be it a link that leads nowhere."""
    return os.path.lexists(f"{root}/{PAPERS}")


def survey(root: str, year: int | None = None) -> tuple[list[Found], list[Diagnostic]]:
    """List the files to read, and what stands in the folder that should not; `year` limits it to what `rank` reads."""
    faults = list(_strangers(root, only_likely=year is not None))
    found = [Found(MEMBERS, "members")]
    if year is None and has_papers(root):
        found.append(Found(PAPERS, "papers"))
    for folder, kind in (("criteria", "criteria"), ("meetings", "meeting"), ("results", "lock")):
        for name, _ in _listed(root, folder, faults):
            match = _YEAR_FILE.fullmatch(name)
            if match is None:
                asked = (
                    year is None or (kind == "meeting" and name.endswith(_YAML)) or of_year(f"{folder}/{name}", year)
                )
                if (folder, name) != ("criteria", "templates") and asked:
                    faults.append(_misplaced(f"{folder}/{name}", f"{folder}/{_year_in(name)}.yaml"))
            elif year is None or kind == "meeting" or int(match[1]) == year:
                found.append(Found(f"{folder}/{name}", kind, int(match[1])))
    if year is None:
        found.extend(_templates(root, faults))
    for folder, kind in (("submissions", "submission"), ("appraisals", "appraisal")):
        found.extend(_by_member(root, folder, kind, year, faults))
    return found, faults


def _templates(root: str, faults: list[Diagnostic]) -> Iterator[Found]:
    for name, _ in _listed(root, "criteria/templates", faults):
        if name.endswith(".yaml"):
            yield Found(f"criteria/templates/{name}", "template")
        else:
            faults.append(_misplaced(f"criteria/templates/{name}", f"criteria/templates/{_id_in(name, 'ten')}.yaml"))


def _by_member(root: str, folder: str, kind: str, year: int | None, faults: list[Diagnostic]) -> Iterator[Found]:
    for name, _ in _listed(root, folder, faults):
        if year is not None and not of_year(f"{folder}/{name}", year):
            continue
        if not _YEAR.fullmatch(name):
            right = f"{folder}/{_year_in(name)}/"
            faults.append(
                _misplaced(f"{folder}/{name}", f"{right}{_id_in(name)}.yaml" if name.endswith(_YAML) else right)
            )
            continue
        for file, _ in _listed(root, f"{folder}/{name}", faults):
            if match := _MEMBER_FILE.fullmatch(file):
                yield Found(f"{folder}/{name}/{file}", kind, int(name), match[1])
            else:
                faults.append(_misplaced(f"{folder}/{name}/{file}", f"{folder}/{name}/{_id_in(file)}.yaml"))


def _misplaced(file: str, expected: str) -> Diagnostic:
    return MISPLACED_FILE.at(Spot(file), expected=expected)


def _year_in(name: str) -> str:
    """Return the year that a misnamed file is probably of."""
    return next(iter(_YEAR.findall(name)), "2023")


def _id_in(name: str, example: str = "sa-pa") -> str:
    """Return the id that a misnamed file of a city probably means; copies and downloads add a number in brackets."""
    if not name.lower().endswith(_YAML):
        return example
    return folded(re.sub(r"\([0-9]+\)", "", name.rpartition(".")[0])) or example


def _listed(root: str, folder: str, faults: list[Diagnostic]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """List a folder's entries; a link in its place is refused and not followed.

    A folder that is there and cannot be looked into is a fault: nothing read must not look like nothing wrong.
    """
    path = f"{root}/{folder}"
    if os.path.islink(path):
        faults.append(LINK.at(Spot(folder)))
        return
    try:
        entries = _looked_into(path)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        faults.append(_misplaced(folder, f"{folder}/"))
        return
    except OSError as error:
        faults.append(UNREADABLE_FILE.at(Spot(folder), reason=error.strerror or type(error).__name__))
        return
    for entry in entries:
        if entry.name.upper() not in ("README.MD", "README.VI.MD"):
            yield entry.name, entry


def _strangers(root: str, *, only_likely: bool) -> Iterator[Diagnostic]:
    """Report what no command would ever read: a file that nobody reads must not look accepted.

    With `only_likely`, that alone which is likely to be one of the files or folders under another name.
    """
    for entry in _entries(root):
        name = entry.name
        if name in (MEMBERS, PAPERS, *_FOLDERS) or name.upper().startswith("README"):
            continue
        near = nearest(folded(name), _FOLDERS, 1) if not name.lower().endswith(_YAML) else []
        if (
            name.lower().endswith(_YAML)
            or near
            or (not only_likely and (entry.is_dir(follow_symlinks=False) or entry.is_symlink()))
        ):
            yield _misplaced(
                name, f"{near[0]}/" if near else ", ".join((MEMBERS, PAPERS, *(f"{each}/" for each in _FOLDERS)))
            )


def evidence(root: str, years: Iterable[int] | None = None) -> tuple[dict[int, frozenset[str]], list[Diagnostic]]:
    """List the evidence files by year, as member/name; links are refused."""
    listed: dict[int, frozenset[str]] = {}
    faults: list[Diagnostic] = []
    wanted = None if years is None else {str(year) for year in years}
    for name, entry in _listed(root, "evidence", faults):
        if not _YEAR.fullmatch(name):
            faults.append(_misplaced(f"evidence/{name}", f"evidence/{_year_in(name)}/"))
        elif wanted is None or name in wanted:
            listed[int(name)] = frozenset(_files(root, f"evidence/{name}", "", faults, entry))
    return listed, faults


def _files(root: str, folder: str, inside: str, faults: list[Diagnostic], entry: Any = None) -> Iterator[str]:
    if entry is not None and entry.is_symlink():
        faults.append(LINK.at(Spot(folder)))
        return
    for each in _entries(f"{root}/{folder}"):
        if each.is_symlink():
            faults.append(LINK.at(Spot(f"{folder}/{each.name}")))
        elif each.is_dir(follow_symlinks=False):
            yield from _files(root, f"{folder}/{each.name}", f"{inside}{each.name}/", faults)
        else:
            yield f"{inside}{each.name}"


def read_folder(root: str, year: int | None = None) -> Reading:
    """Read the whole folder, or what one year's ranking needs."""
    found, faults = survey(root, year)
    reading = Reading(root, faults=faults, files=found)
    misplaced = frozenset((each.file, str(each.params.get("expected", ""))) for each in faults)
    by_kind: dict[str, list[tuple[Found, Document]]] = {kind: [] for kind in KINDS}
    unread: set[str] = set()
    for each in found:
        record, wrong = read(root, each.file, KINDS[each.kind])
        faults.extend(wrong)
        if record is None:
            unread.add(each.file)
        else:
            by_kind[each.kind].append((each, record))
    listed, wrong = evidence(root, None if year is None else [year])
    faults.extend(wrong)
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
        misplaced=misplaced,
    )
    return reading


def _years(found: list[tuple[Found, Document]], model: type[D]) -> dict[int, D]:
    return {each.year: record for each, record in found if isinstance(record, model) and each.year is not None}


def _members(found: list[tuple[Found, Document]], model: type[D]) -> dict[int, dict[str, D]]:
    """Gather the cities' files by the year and the member that their paths name."""
    gathered: dict[int, dict[str, D]] = {}
    for each, record in found:
        if isinstance(record, model) and each.year is not None and each.member is not None:
            gathered.setdefault(each.year, {})[each.member] = record
    return gathered
