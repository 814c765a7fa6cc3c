"""Which files a change touches, by git."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from taybac_cluster.decide.owners import FileChange
from taybac_cluster.load.git import Repository, commit, merge_base, output, repository, without_filters
from taybac_cluster.load.survey import is_read

_FILE, _PROGRAM = "100644", "100755"
_ORDINARY = (_FILE, _PROGRAM)
_LINK, _SUBMODULE = "120000", "160000"
_NONE = "000000"
_LARGEST = 64 << 20
"""A larger file is not read: it is not known as the old one under a new name."""


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
    """Return what differs between two commits, or a commit and the working tree with its new files, by path.

    Raises:
        NoComparisonError: git cannot tell.
    """
    raw = (
        "diff",
        "--raw",
        "-z",
        "--no-abbrev",
        "--no-ext-diff",
        "--no-textconv",
        "--ignore-submodules=dirty",
        "-M",
        "-O/dev/null",
    )
    settings = () if head else without_filters(found.top)
    known = list(_raw(output(found.top, base, *settings, *raw, base, *([head] if head else []), "--")))
    if head is None:
        unwatched = dict(_unwatched(found, base))
        known = [each for each in known if each[3] not in unwatched] + list(filter(None, unwatched.values()))
        known = _with_new(known, dict(_new(found, base)))
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


def _unwatched(found: Repository, base: str) -> Iterator[tuple[str, _Difference | None]]:
    """Yield the files whose changes git is told to overlook, with what differs in each; not those that are gone."""
    listed = output(found.top, base, "ls-files", "-z", "-v").split(b"\0")
    paths = [os.fsdecode(each[2:]) for each in listed if each[:1].islower() or each[:1] == b"S"]
    there = [path for path in paths if os.path.lexists(os.path.join(found.top, path))]
    if there:
        listed = output(found.top, base, "ls-tree", "-r", "-z", "--full-tree", base).split(b"\0")
        split = (line.partition(b"\t") for line in listed if line)
        known = {os.fsdecode(path): Entry(*head.decode("ascii").split()[::2]) for head, _, path in split}
        for path in there:
            before, now = known.get(path, Entry(_NONE, "")), _entry(found.top, path, len(base))
            yield path, (before, now, path, path) if before != now else None


def _new(found: Repository, base: str) -> Iterator[tuple[str, Entry]]:
    """Yield the files that git does not know yet; of those that it is told to ignore, the ones that we read."""
    others = ("ls-files", "-z", "--others", "--exclude-standard")
    inside = ("--", found.inside) if found.inside else ()
    ignored = output(found.top, base, *others, "--ignored", *inside).split(b"\0")
    read = (name for name in ignored if is_read(os.fsdecode(name).removeprefix(found.inside)))
    for name in (*output(found.top, base, *others).split(b"\0"), *read):
        if name:
            path = os.fsdecode(name)
            yield path.rstrip("/"), _entry(found.top, path, len(base))


def _entry(top: str, path: str, digits: int) -> Entry:
    """Look at a file of the working tree without following it; a folder is a repository of its own."""
    whole = os.path.join(top, path)
    try:
        info = os.lstat(whole)
        mode = info.st_mode
        if stat.S_ISREG(mode):
            content = _id_of(whole, digits) if info.st_size <= _LARGEST else ""
            return Entry(_PROGRAM if mode & stat.S_IXUSR else _FILE, content)
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
    by_content: dict[str, list[str]] = {}
    for name in reversed(new):
        by_content.setdefault(new[name].id, []).append(name)
    found: list[_Difference] = []
    for before, now, old, path in known:
        if now.mode != _NONE:
            found.append((before, now, old, path))
            continue
        same = path if path in new else _first_left(by_content.get(before.id, []), new)
        if same is None:
            found.append((before, now, old, path))
        elif (entry := new.pop(same)) != before or same != path:
            found.append((before, entry, path, same))
    return found + [(Entry(_NONE, ""), entry, path, path) for path, entry in new.items()]


def _first_left(names: list[str], new: dict[str, Entry]) -> str | None:
    """Return the last of the names that is still a new file, and take those behind it away."""
    while names:
        if (name := names.pop()) in new:
            return name
    return None


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
