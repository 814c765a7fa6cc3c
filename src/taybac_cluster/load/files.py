"""Take the bytes of an ordinary file, or say why not; write a file whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
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
                    return FILE_TOO_LARGE.at(Spot(file), size=f"{len(content) / MAX_BYTES:.1f}")
            return content
        finally:
            os.close(handle)
    except OSError as error:
        return UNREADABLE_FILE.at(Spot(file), reason=error.strerror or type(error).__name__)


def _refusal(info: os.stat_result, file: str) -> Diagnostic | None:
    if stat.S_ISREG(info.st_mode):
        if info.st_size > MAX_BYTES:
            return FILE_TOO_LARGE.at(Spot(file), size=f"{info.st_size / MAX_BYTES:.1f}")
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
    that reads the data folder looks at it.

    Raises:
        OSError: the folder cannot be written to, or is full; it names the file. The old file is untouched.
    """
    try:
        _put(path, content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _put(path: Path, content: bytes) -> None:
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG | 0o666 & ~_umask()
    if stat.S_ISREG(mode):
        _replace(Path(os.path.realpath(path)), content, stat.S_IMODE(mode))
    else:
        with open(path, "wb") as file:
            file.write(content)


def put_unless_changed(path: Path, before: bytes | None, content: bytes) -> bool:
    """Write a file whole if it still holds what it held, None if it was not there; return whether it did.

    Of several runs that change the same file at once, one writes.

    Raises:
        OSError: as for `put`.
    """
    with _alone(path.parent):
        now = path.read_bytes() if os.path.lexists(path) else None
        if now == before:
            put(path, content)
        return now == before


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let no other run into a folder where the system can keep it out."""
    try:
        import fcntl  # noqa: PLC0415 - Windows has none
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(path: Path, content: bytes, mode: int) -> None:
    import tempfile  # noqa: PLC0415 - most runs write nothing, and it brings hashing and random numbers

    handle, name = tempfile.mkstemp(prefix=".cluster-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
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
