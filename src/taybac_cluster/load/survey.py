"""What stands where in the data folder: the files that are read, and those whose name or place is wrong."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.diagnostics import Diagnostic, Spot, Words, folded, nearest
from taybac_cluster.model.cluster import of_year
from taybac_cluster.rules.reading.files import LINK, MISPLACED_FILE, UNREADABLE_FILE

MEMBERS = "members.yaml"
PAPERS = "papers.yaml"
_FOLDERS = ("criteria", "submissions", "appraisals", "meetings", "evidence", "results")
_KINDS = {
    "criteria": "criteria",
    "meetings": "meeting",
    "results": "lock",
    "submissions": "submission",
    "appraisals": "appraisal",
}
_YEAR_FILE = re.compile(r"([0-9]{4})\.yaml")
_YEAR = re.compile(r"[0-9]{4}")
_MEMBER_FILE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml")
_YAML = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
_LITTER = ("thumbs.db", "desktop.ini")
_DEEPEST = 32
"""Deeper folders of evidence are not searched."""

_A_YEAR = Words("<năm>", "<year>")
_A_CITY = Words("<mã đô thị>", "<member id>")
_A_NAME = Words("<tên>", "<name>")
_ANYTHING = Words(
    f"{MEMBERS}, {PAPERS}, " + ", ".join(f"{each}/" for each in _FOLDERS),
    f"{MEMBERS}, {PAPERS}, " + ", ".join(f"{each}/" for each in _FOLDERS),
)


_COPY = re.compile(r"\([0-9]+\)|\b(?:copy of|bản sao của)\b|[\s_-]+(?:copy|bản sao|sao chép)\b", re.IGNORECASE)
"""What computers and people add to the name of a copy."""


class Found(NamedTuple):
    """A file of the folder that is read: its path there, kind, year and, where it is a city's, the member."""

    file: str
    kind: str
    year: int | None = None
    member: str | None = None


@dataclass
class Survey:
    """What was found in a folder; with a `year`, only what its ranking needs."""

    root: str
    year: int | None = None
    found: list[Found] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    misplaced: dict[str, str | None] = field(default_factory=dict)
    """What is not read for its name or place, and the path that was probably meant; None where nobody knows."""

    def misplace(self, file: str, expected: str | Words, meant: str | None = None) -> None:
        """Note what stands in a wrong place, and how it should be named."""
        self.faults.append(MISPLACED_FILE.at(Spot(file), write=self._instead(file, expected)))
        self.misplaced[file] = expected if isinstance(expected, str) else meant

    def _instead(self, file: str, expected: str | Words) -> Words:
        """Say what to do with a file in a wrong place: a copy of one that is there, a form of Excel, or another."""
        if file.lower().endswith((".xlsx", ".xls")):
            return Words(
                "nếu là biểu Excel đã điền thì nhập vào bằng lệnh: cluster import TỆP.xlsx",
                "if it is a filled-in Excel form, import it with: cluster import FILE.xlsx",
            )
        if isinstance(expected, str) and expected.endswith(".yaml") and os.path.lexists(f"{self.root}/{expected}"):
            return Words(
                f"đã có tệp {expected}: giữ bản đúng dưới tên ấy và xóa bản kia",
                f"there is {expected} already: keep the right one under that name and delete the other",
            )
        vi, en = expected if isinstance(expected, Words) else (expected, expected)
        return Words(f"đặt tên và chỗ theo mẫu: {vi}", f"name and place it like: {en}")


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


def has_papers(root: str) -> bool:
    """Whether there is a papers file, be it a link that leads nowhere."""
    return os.path.lexists(f"{root}/{PAPERS}")


def found_at(file: str) -> Found | None:
    """Return the file that stands, or will stand, at a path; None where no such file is read."""
    folder, _, name = file.rpartition("/")
    if folder in _KINDS and (match := _YEAR_FILE.fullmatch(name)):
        return Found(file, _KINDS[folder], int(match[1]))
    above, _, year = folder.partition("/")
    if above in _KINDS and _YEAR.fullmatch(year) and (match := _MEMBER_FILE.fullmatch(name)):
        return Found(file, _KINDS[above], int(year), match[1])
    return None


def is_read(file: str) -> bool:
    """Whether a file at a path of the folder is read."""
    return file in (MEMBERS, PAPERS) or found_at(file) is not None


def survey(root: str, year: int | None = None) -> Survey:
    """List the files to read, and what stands in the folder that should not; `year` limits it to what `rank` reads."""
    here = Survey(root, year)
    _top(here)
    for folder in ("criteria", "meetings", "results"):
        _by_year(here, folder, _KINDS[folder])
    if year is None:
        _templates(here)
    for folder in ("submissions", "appraisals"):
        _by_member(here, folder, _KINDS[folder])
    return here


def evidence(here: Survey, years: Iterable[int] | None = None) -> dict[int, frozenset[str]]:
    """List the evidence files by year, as member/name; links are refused."""
    wanted = None if years is None else {str(year) for year in years}
    listed = {}
    for name in _listed(here, "evidence"):
        if not _YEAR.fullmatch(name):
            here.misplace(f"evidence/{name}", _path("evidence", _year_in(name, here), ""))
        elif wanted is None or name in wanted:
            listed[int(name)] = frozenset(_files_below(here, f"evidence/{name}"))
    return listed


def _top(here: Survey) -> None:
    """List what stands at the top, and report what no command would ever read.

    For one year, only what is likely to be one of the files or folders under another name.
    """
    here.found.append(Found(MEMBERS, "members"))
    if here.year is None and has_papers(here.root):
        here.found.append(Found(PAPERS, "papers"))
    for entry in _entries(here.root):
        name = entry.name
        if name in (MEMBERS, PAPERS, *_FOLDERS) or name.upper().startswith("README"):
            continue
        is_yaml = name.lower().endswith(_YAML)
        near = nearest(folded(name), _FOLDERS, 1) if not is_yaml else []
        is_other = entry.is_dir(follow_symlinks=False) or entry.is_symlink()
        if near:
            lost = not os.path.lexists(f"{here.root}/{near[0]}")
            here.misplace(name, Words(f"{near[0]}/", f"{near[0]}/"), f"{near[0]}/" if lost else None)
        elif is_yaml:
            here.misplace(name, _ANYTHING, None if os.path.lexists(f"{here.root}/{MEMBERS}") else MEMBERS)
        elif is_other and here.year is None:
            here.misplace(name, _ANYTHING)


def _by_year(here: Survey, folder: str, kind: str) -> None:
    for name in _listed(here, folder):
        if match := _YEAR_FILE.fullmatch(name):
            if here.year is None or kind == "meeting" or int(match[1]) == here.year:
                here.found.append(Found(f"{folder}/{name}", kind, int(match[1])))
        elif (folder, name) != ("criteria", "templates") and _is_asked_for(here, folder, name):
            here.misplace(f"{folder}/{name}", _path(folder, _year_in(name, here, folder), ".yaml"))


def _is_asked_for(here: Survey, folder: str, name: str) -> bool:
    """Whether a misnamed file may be of the year; a meeting of any year may name the host."""
    if here.year is None or (folder == "meetings" and name.lower().endswith(_YAML)):
        return True
    return of_year(f"{folder}/{name}", here.year)


def _templates(here: Survey) -> None:
    folder = "criteria/templates"
    for name in _listed(here, folder):
        if name.endswith(".yaml"):
            here.found.append(Found(f"{folder}/{name}", "template"))
        else:
            here.misplace(f"{folder}/{name}", _path(folder, _id_in(name) or _A_NAME, ".yaml"))


def _by_member(here: Survey, folder: str, kind: str) -> None:
    for name in _listed(here, folder):
        if here.year is not None and not of_year(f"{folder}/{name}", here.year):
            continue
        if not _YEAR.fullmatch(name):
            year = _year_in(name, here)
            is_file = name.lower().endswith(_YAML)
            here.misplace(
                f"{folder}/{name}",
                _path(folder, year, _id_in(name) or _A_CITY, ".yaml") if is_file else _path(folder, year, ""),
            )
            continue
        for file in _listed(here, f"{folder}/{name}"):
            if match := _MEMBER_FILE.fullmatch(file):
                here.found.append(Found(f"{folder}/{name}/{file}", kind, int(name), match[1]))
            else:
                here.misplace(f"{folder}/{name}/{file}", _path(folder, name, _id_in(file) or _A_CITY, ".yaml"))


# ---- names ----


def _path(*steps: str | Words) -> str | Words:
    """Join the steps of a path; the last is its ending. What is not known stands in both languages."""
    words = [step if isinstance(step, Words) else Words(step, step) for step in steps]
    path, ending = words[:-1], words[-1]
    vi = "/".join(step.vi for step in path) + (ending.vi or "/")
    en = "/".join(step.en for step in path) + (ending.en or "/")
    return vi if vi == en else Words(vi, en)


def _year_in(name: str, here: Survey, folder: str = "") -> str | Words:
    """Return the year that a misnamed file probably belongs to; where its name has none, the year that is asked for.

    A year whose own file is there needs no other.
    """
    if named := _YEAR.search(name):
        return named[0]
    if here.year and not (folder and os.path.lexists(f"{here.root}/{folder}/{here.year}.yaml")):
        return str(here.year)
    return _A_YEAR


def _id_in(name: str) -> str | None:
    """Return the id that a misnamed file of a city probably means; copies and downloads add a number in brackets."""
    ending = next((each for each in sorted(_YAML, key=len, reverse=True) if name.lower().endswith(each)), None)
    if ending is None:
        return None
    return folded(_COPY.sub("", name[: -len(ending)])) or None


# ---- folders ----


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


def _listed(here: Survey, folder: str) -> Iterator[str]:
    """List the names in a folder; a link in its place is refused and not followed.

    A folder that is there and cannot be looked into is a fault: nothing read must not look like nothing wrong.
    """
    path = f"{here.root}/{folder}"
    if os.path.islink(path):
        here.faults.append(LINK.at(Spot(folder)))
        return
    try:
        entries = _looked_into(path)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        here.misplace(folder, f"{folder}/")
        return
    except OSError as error:
        here.faults.append(_unreadable(folder, error))
        return
    for entry in entries:
        if entry.name.upper() not in ("README.MD", "README.VI.MD"):
            yield entry.name


def _files_below(here: Survey, top: str) -> Iterator[str]:
    """List the files at any depth below a folder by their paths from there, in NFC; links are refused."""
    waiting = [(top, "", 0)]
    while waiting:
        folder, inside, depth = waiting.pop()
        for name, entry in _evidence_in(here, folder):
            path = f"{folder}/{name}"
            if entry.is_symlink():
                here.faults.append(LINK.at(Spot(path)))
            elif not entry.is_dir(follow_symlinks=False):
                yield unicodedata.normalize("NFC", f"{inside}{name}")
            elif depth < _DEEPEST:
                waiting.append((path, f"{inside}{name}/", depth + 1))
            else:
                here.misplace(path, _path(*top.split("/"), _A_CITY, ""))


def _evidence_in(here: Survey, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    if os.path.islink(f"{here.root}/{folder}"):
        here.faults.append(LINK.at(Spot(folder)))
        return
    try:
        entries = _looked_into(f"{here.root}/{folder}")
    except OSError as error:
        if not isinstance(error, NotADirectoryError):
            here.faults.append(_unreadable(folder, error))
        return
    for entry in entries:
        yield entry.name, entry


def _unreadable(file: str, error: OSError) -> Diagnostic:
    return UNREADABLE_FILE.at(Spot(file), reason=error.strerror or type(error).__name__)
