"""The folder of a dossier: which of its files are ours, and the writing of all of them."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from taybac_cluster.load.files import put

_NOTICE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:docx|pdf)")
NOTICES = "thong-bao"


def write(folder: Path, files: Mapping[str, bytes], names: Iterable[str]) -> list[str]:
    """Write the files, each whole, and remove what an earlier export left there under one of `names`.

    A name that ends in a slash is a folder of notices. Returns what was removed.

    Raises:
        OSError: the folder cannot be made or written to; files already written stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        put(folder / name, content)
    stale = sorted(set(_ours(folder, names)) - set(files))
    for name in stale:
        (folder / name).unlink()
    for name in names:
        if name.endswith("/") and (folder / name).is_dir() and not any((folder / name).iterdir()):
            (folder / name).rmdir()
    return stale


def _ours(folder: Path, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if not name.endswith("/"):
            if os.path.isfile(folder / name):
                yield name
        elif (folder / name).is_dir():
            yield from (
                f"{name}{each.name}"
                for each in (folder / name).iterdir()
                if each.is_file() and _NOTICE.fullmatch(each.name)
            )


def first_kilobytes(folder: Path, name: str, most: int = 16384) -> str:
    """Return the beginning of a file of the folder as text; nothing where there is none."""
    try:
        with (folder / name).open("rb") as file:
            return file.read(most).decode("utf-8", "replace")
    except OSError:
        return ""
