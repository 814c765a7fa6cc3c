"""The folder of a dossier: which of its files are ours, and the writing of all of them."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.load.files import put

_NOTICE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:docx|pdf)")
_HEAD = 16384
"""The head of a page stands in its first bytes: so many are read."""


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


def _first_kilobytes(folder: Path, name: str) -> str:
    """Return the beginning of a file of the folder as text; nothing where there is none."""
    try:
        with (folder / name).open("rb") as file:
            return file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return ""


class Shown(NamedTuple):
    """What the page of a year says of itself in its head."""

    year: int
    nominated: str
    host: str
    state: str


_META = re.compile(r'<meta name="cluster-([a-z]+)" content="([^"]*)">')
_KEPT = re.compile(r"ket-qua-([0-9]{4})\.html")


def shown_by(folder: Path, name: str) -> Shown | None:
    """Return what the head of a page in the folder says; None where there is no such page of ours."""
    said = {key: unescape(text) for key, text in _META.findall(_first_kilobytes(folder, name))}
    if not said.get("year", "").isdecimal():
        return None
    return Shown(int(said["year"]), said.get("nominated", ""), said.get("host", ""), said.get("state", ""))


def earlier(folder: Path, year: int) -> tuple[list[Shown], dict[str, bytes]]:
    """Return the pages of other years in the folder, and the files that keep one which this export would replace."""
    keep: dict[str, bytes] = {}
    found = [shown for name in _kept(folder) if (shown := shown_by(folder, name)) and shown.year != year]
    last = shown_by(folder, "ket-qua.html")
    if last is not None and last.year != year:
        found = [each for each in found if each.year != last.year] + [last]
        for ending, twin in (("html", "en.html"), ("en.html", "html")):
            page = folder / f"ket-qua.{ending}"
            if page.is_file():
                old, new = f'href="ket-qua.{twin}"', f'href="ket-qua-{last.year}.{twin}"'
                keep[f"ket-qua-{last.year}.{ending}"] = page.read_bytes().replace(old.encode(), new.encode(), 1)
    return found, keep


def _kept(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if _KEPT.fullmatch(each.name)) if folder.is_dir() else []
