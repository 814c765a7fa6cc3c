"""Take the bytes of an ordinary file, or say why not; write a file whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from taybac_cluster.diagnostics import Diagnostic, Spot
from taybac_cluster.rules.reading.files import (
    FILE_TOO_LARGE,
    FOLDER_INSTEAD,
    LINK,
    NOT_AN_ORDINARY_FILE,
    UNREADABLE_FILE,
)

MAX_BYTES = 1 << 20
"""A larger file is refused before it is opened."""

_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def take(root: str, file: str) -> bytes | Diagnostic:
    """Return the bytes of `root`/`file`, or the diagnostic of why it cannot be read.

    Looks before it opens, opens without following a link or waiting for a pipe, and looks again.
    """
    path = f"{root}/{file}"
    try:
        refused = _refusal(os.lstat(path), file)
        if refused is not None:
            return refused
        handle = os.open(path, _OPEN)
        try:
            now = os.fstat(handle)
            refused = _refusal(now, file)
            if refused is not None:
                return refused
            content = os.read(handle, now.st_size + 1)
            while len(content) != now.st_size and (part := os.read(handle, MAX_BYTES)):  # it changes as it is read
                content += part
                if len(content) > MAX_BYTES:
                    return too_large(file, len(content))
            return content
        finally:
            os.close(handle)
    except OSError as error:
        return UNREADABLE_FILE.at(Spot(file), reason=error.strerror or type(error).__name__)


def too_large(file: str, size: int) -> Diagnostic:
    """Say that a file of `size` bytes is too large to be read."""
    return FILE_TOO_LARGE.at(Spot(file), size=f"{size / MAX_BYTES:.1f}")


def _refusal(info: os.stat_result, file: str) -> Diagnostic | None:
    if stat.S_ISREG(info.st_mode):
        if info.st_size > MAX_BYTES:
            return too_large(file, info.st_size)
        return None
    if stat.S_ISLNK(info.st_mode):
        return LINK.at(Spot(file))
    if stat.S_ISDIR(info.st_mode):
        return FOLDER_INSTEAD.at(Spot(file))
    return NOT_AN_ORDINARY_FILE.at(Spot(file))


def put(path: Path, content: bytes) -> None:
    """Write `content` to `path` whole: a reader sees the old file or the new one, even if we are killed half-way.

    A link stays, and what it leads to is written. What is no ordinary file, such as a device or a pipe, is written to
    and never replaced. Killed, we may leave a file behind whose name begins with a dot and ends in `.part`: nothing
    that reads the data folder looks at it, and the next run that writes into the folder removes it.

    Raises:
        OSError: the folder cannot be written to, or is full; it names the file. The old file is untouched.
    """
    with _naming(path):
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as file:
                file.write(content)
            return
        real = Path(os.path.realpath(path))
        with _alone(real.parent):
            _replace(real, content)


def put_unless_changed(path: Path, before: bytes | None, content: bytes) -> bool:
    """Write a file whole if it still holds what it held, None if it was not there; return whether it did.

    Of several runs that change the same file at once, one writes.

    Raises:
        OSError: as for `put`.
    """
    with _naming(path), _alone(path.parent):
        now = path.read_bytes() if os.path.lexists(path) else None
        if now == before:
            _replace(path, content)
        return now == before


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let every failure name the file that was to be written."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let no other run into a folder, where the system can keep it out; what a killed one left there is removed."""
    with held(folder) as alone:
        if alone:
            _tidy(folder)
        yield


@contextmanager
def held(folder: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold a folder against other runs, and tell whether that was possible; without `wait`, at once or not at all.

    A run that ends or is killed holds nothing any more.
    """
    handle = _hold(folder, wait=wait)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            os.close(handle)


def _hold(folder: Path, *, wait: bool) -> int | None:
    try:
        import fcntl  # noqa: PLC0415 - Windows has none
    except ImportError:
        return None
    handle = None
    try:
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if handle is not None:
            os.close(handle)
        return None
    return handle


@cache
def _tidy(folder: Path) -> None:
    """Remove what killed runs left in a folder that is ours alone, once a run: a folder may hold many files."""
    for left in folder.glob(f"{_BEGINS}????????{_ENDS}"):
        left.unlink(missing_ok=True)


_BEGINS, _ENDS = ".cluster-", ".part"


def _replace(path: Path, content: bytes) -> None:
    import tempfile  # noqa: PLC0415 - most runs write nothing, and it brings hashing and random numbers

    mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=_BEGINS, suffix=_ENDS, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(stat.S_IMODE(mode))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def begin(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, and the folders on the way to it.

    Raises:
        FileExistsError: something stands at the path already, be it a link that leads nowhere.
        OSError: the folder cannot be written to, or is full.
    """
    if os.path.lexists(path):
        raise FileExistsError(17, os.strerror(17), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path, content)
