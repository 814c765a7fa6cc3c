"""The data folder as it was in a commit, read out of git: nothing is checked out."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.load.files import MAX_BYTES, held
from taybac_cluster.load.git import Repository, UnreadableCommitError, git

_READ = (".yaml", ".yml")
_LINK, _SUBMODULE = "120000", "160000"


class _Entry(NamedTuple):
    """A file of a commit, by its path in the data folder."""

    mode: str
    id: str
    size: int
    path: str


@contextmanager
def data_of(found: Repository, commit: str) -> Iterator[Path]:
    """Make a temporary folder with the data of a commit, as far as they are read.

    Of evidence and of files that are too large only the names are there. A link leads nowhere, a submodule is empty.

    Raises:
        UnreadableCommitError: git does not have the files, or they cannot be written here.
    """
    with _temporary() as folder:
        entries = list(_entries(found, commit))
        contents = _contents(found, commit, [each.id for each in entries if _is_read(each)])
        try:
            for each in sorted(entries, key=lambda each: each.mode == _LINK):  # nothing is written through a link
                _write(folder, each, contents.get(each.id, b""))
        except OSError as error:
            raise UnreadableCommitError(commit, error.strerror or type(error).__name__) from None
        yield folder


@contextmanager
def _temporary() -> Iterator[Path]:
    """Make a temporary folder and remove it at the end; what killed runs left behind is removed first."""
    for left in Path(tempfile.gettempdir()).glob(f"{_OURS}????????"):
        _remove_if_left(left)
    with tempfile.TemporaryDirectory(prefix=_OURS) as folder, held(Path(folder)):
        yield Path(folder)


_OURS = "taybac-cluster-commit-"


def _remove_if_left(folder: Path) -> None:
    """Remove the folder of a run that is no more; an empty one may be of a run that is about to hold it."""
    if folder.is_symlink():
        return
    with held(folder, wait=False) as alone, suppress(OSError):
        if alone and any(folder.iterdir()):
            shutil.rmtree(folder)


def _entries(found: Repository, commit: str) -> Iterator[_Entry]:
    listed = git(
        found.top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, *([found.inside] if found.inside else [])
    )
    if listed.returncode:
        raise UnreadableCommitError(commit, listed.stderr.decode("utf-8", "replace").strip())
    for line in listed.stdout.split(b"\0"):
        if not line:
            continue
        head, _, name = line.partition(b"\t")
        mode, _, blob, size = head.decode("ascii").split()
        path = os.fsdecode(name).removeprefix(found.inside)
        if not {"", ".", ".."} & set(path.split("/")):
            yield _Entry(mode, blob, int(size) if size.isdigit() else 0, path)


def _is_read(each: _Entry) -> bool:
    return each.path.lower().endswith(_READ) and each.size <= MAX_BYTES and each.mode not in (_LINK, _SUBMODULE)


def _contents(found: Repository, commit: str, ids: list[str]) -> dict[str, bytes]:
    """Return the contents of files by their ids."""
    output = git(found.top, "cat-file", "--batch", given="".join(f"{each}\n" for each in ids).encode()).stdout
    contents: dict[str, bytes] = {}
    at = 0
    for each in ids:
        end = output.find(b"\n", at)
        head = output[at:end].split()
        if len(head) != 3 or head[1] != b"blob":  # noqa: PLR2004 - its id, type and size
            raise UnreadableCommitError(commit, f"{each[:12]}")
        size = int(head[2])
        contents[each] = output[end + 1 : end + 1 + size]
        at = end + size + 2
    return contents


def _write(folder: Path, each: _Entry, content: bytes) -> None:
    path = folder / each.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if each.mode == _SUBMODULE:
        path.mkdir(exist_ok=True)
    elif each.mode == _LINK:
        path.symlink_to("-")
    else:
        path.write_bytes(content)
        if each.size > MAX_BYTES and each.path.lower().endswith(_READ):
            os.truncate(path, each.size)
