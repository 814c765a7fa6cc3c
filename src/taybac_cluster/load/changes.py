"""Which files a change touches, by git."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from taybac_cluster.decide.owners import FileChange
from taybac_cluster.load.git import Repository, commit, git, merge_base, repository

_FILE, _PROGRAM = "100644", "100755"
_ORDINARY = (_FILE, _PROGRAM)
_LINK, _SUBMODULE = "120000", "160000"
_NONE = "000000"


class Entry(NamedTuple):
    """What stands at a path: its mode and the id of its content, as git has them."""

    mode: str
    id: str


class Changed(NamedTuple):
    """A file that differs, by its path in the repository; of a renamed one, `before` is the path that it had."""

    path: str
    kind: FileChange
    before: str | None = None
    ordinary: bool = True
    """Whether it is, and was, an ordinary file of the same mode: no link, no submodule."""


def changed(root: str, ref: str) -> frozenset[str]:
    """Return the files of the data folder that differ from where HEAD left `ref`, by both names of a rename.

    What is not committed yet counts too, new files included.

    Raises:
        NoComparisonError: there is no git, no repository, no such commit, or no common one.
    """
    found = repository(root)
    base = merge_base(root, commit(root, ref), commit(root, "HEAD"), ref)
    paths = (path for each in differences(found, base) for path in (each.path, each.before) if path is not None)
    return frozenset(path.removeprefix(found.inside) for path in paths if path.startswith(found.inside))


def differences(found: Repository, base: str, head: str | None = None) -> tuple[Changed, ...]:
    """Return what differs between two commits, or a commit and the working tree with its new files, by path."""
    raw = ("diff", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--ignore-submodules=dirty", "-M")
    known = list(_raw(git(found.top, *raw, base, *([head] if head else []), "--").stdout))
    if head is None:
        known = _with_new(known, dict(_new(found, len(base))))
    return tuple(sorted(_changed(*each) for each in known))


_Difference = tuple[Entry, Entry, str, str]
"""What stood at a path before, what stands there now, the path before and the path now."""


def _raw(output: bytes) -> Iterator[_Difference]:
    """Read `git diff --raw -z`: modes, ids and a status, then one path, or two for a rename."""
    fields = iter(output.split(b"\0"))
    for head in fields:
        if not head:
            continue
        before, now, old, new, status = head.decode("ascii").lstrip(":").split(" ")
        path = os.fsdecode(next(fields))
        if status[0] == "U":  # two versions that are not merged yet: it is listed once more
            continue
        yield Entry(before, old), Entry(now, new), path, os.fsdecode(next(fields)) if status[0] in "RC" else path


def _new(found: Repository, digits: int) -> Iterator[tuple[str, Entry]]:
    """Yield the files that git does not know yet, but for those that it is told to ignore."""
    for name in git(found.top, "ls-files", "-z", "--others", "--exclude-standard").stdout.split(b"\0"):
        if name:
            path = os.fsdecode(name)
            yield path.rstrip("/"), _entry(found.top, path, digits)


def _entry(top: str, path: str, digits: int) -> Entry:
    """Look at a file of the working tree without following it; a folder is a repository of its own."""
    whole = os.path.join(top, path)
    try:
        mode = os.lstat(whole).st_mode
        if stat.S_ISREG(mode):
            return Entry(_PROGRAM if mode & stat.S_IXUSR else _FILE, _id_of(whole, digits))
    except OSError:
        return Entry(_FILE, "")
    return Entry(_LINK if stat.S_ISLNK(mode) else _SUBMODULE, "")


def _id_of(path: str, digits: int) -> str:
    """Return the id that git would give to a file's content."""
    digest = hashlib.sha1(usedforsecurity=False) if digits == hashlib.sha1().digest_size * 2 else hashlib.sha256()  # noqa: S324 - git's own
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        digest.update(b"blob %d\0" % os.fstat(handle).st_size)
        while part := file.read(1 << 20):
            digest.update(part)
    return digest.hexdigest()


def _with_new(known: Iterable[_Difference], new: dict[str, Entry]) -> list[_Difference]:
    """Add new files; one with the content of a deleted file is that file renamed."""
    found: list[_Difference] = []
    for before, now, old, path in known:
        if now.mode != _NONE:
            found.append((before, now, old, path))
            continue
        same = [path] if path in new else [name for name, each in new.items() if each.id == before.id]
        if not same:
            found.append((before, now, old, path))
        elif (entry := new.pop(same[0])) != before or same[0] != path:
            found.append((before, entry, path, same[0]))
    return found + [(Entry(_NONE, ""), entry, path, path) for path, entry in new.items()]


def _changed(before: Entry, now: Entry, old: str, path: str) -> Changed:
    ordinary = all(each.mode in (*_ORDINARY, _NONE) for each in (before, now))
    if now.mode == _NONE:
        return Changed(path, "deleted", ordinary=ordinary)
    if before.mode == _NONE:
        return Changed(path, "added", ordinary=ordinary)
    same_mode = before.mode == now.mode
    if old != path:
        return Changed(path, "renamed", old, ordinary and same_mode)
    if same_mode:
        return Changed(path, "modified", ordinary=ordinary)
    return Changed(path, "mode" if ordinary else "type", ordinary=False)
