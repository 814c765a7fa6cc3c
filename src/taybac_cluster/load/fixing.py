"""Fix what is safe to fix, by position in the text: comments and layout stay as they are.

The work is done on a copy of the folder, so that rules over the whole of it can say what is still wrong after a round,
and nothing is written before all of it is known.
"""

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.diagnostics import Diagnostic, Spot
from taybac_cluster.load.characters import decode, lines
from taybac_cluster.load.files import put, take
from taybac_cluster.load.folder import evidence, survey

MOST_ROUNDS = 12
"""A fix may uncover another fault on the same line; no file needs more rounds than this."""

_BOM = b"\xef\xbb\xbf"

Check = Callable[[str], Iterable[Diagnostic]]
"""Says what is wrong in the folder of this path, with places."""


class Fixed(NamedTuple):
    """A file that was fixed: what it held, what it holds now, and at how many places."""

    file: str
    before: bytes
    after: bytes
    places: int

    @property
    def bom(self) -> bool:
        """Whether a byte order mark was taken away."""
        return self.before.startswith(_BOM)

    @property
    def line_ends(self) -> bool:
        """Whether line ends of other systems were replaced."""
        return b"\r" in self.before

    @property
    def composed(self) -> bool:
        """Whether letters written as letter and mark were put together."""
        import unicodedata  # noqa: PLC0415 - only a fixed file is asked

        return not unicodedata.is_normalized("NFC", self.before.decode("utf-8", "replace"))


def fixed(root: str, wanted: Callable[[str], bool], check: Check) -> tuple[Fixed, ...]:
    """Return the wanted files of a folder that can be fixed, as they would be; nothing is written to the folder."""
    with _copied(root) as (copy, before):
        mine = {file: content for file, content in before.items() if wanted(file)}
        after = {file: text.encode() for file, content in mine.items() if (text := tidy(content))}
        places = dict.fromkeys(after, 0)
        _write(copy, after)
        for _ in range(MOST_ROUNDS):
            found = [each for each in check(copy) if each.fix is not None and each.file in after]
            fixes = {file: [each for each in found if each.file == file] for file in {each.file for each in found}}
            fresh = {file: apply(after[file], told) for file, told in fixes.items()}
            fresh = {file: each for file, each in fresh.items() if each[0] != after[file]}
            if not fresh:
                break
            for file, (content, count) in fresh.items():
                after[file], places[file] = content, places[file] + count
            _write(copy, {file: after[file] for file in fresh})
    return tuple(
        Fixed(file, mine[file], content, places[file]) for file, content in after.items() if content != mine[file]
    )


def tried(root: str, files: Mapping[str, bytes], check: Check) -> tuple[Diagnostic, ...]:
    """Return what would be wrong in a folder if it had these files; nothing is written to the folder."""
    with _copied(root) as (copy, _):
        _write(copy, files)
        return tuple(check(copy))


def tidy(content: bytes) -> str:
    """Return the text as it should be kept: no byte order mark, line feeds, NFC; nothing where it is not to be read."""
    return "\n".join(lines(decode(content, "")[1]))


def apply(content: bytes, fixes: Iterable[Diagnostic]) -> tuple[bytes, int]:
    """Return a normal text with fixes put into their spans, from the end backwards, and how many fitted in."""
    text = content.decode()
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    placed = {
        (_offset(starts, span.line, span.column), _offset(starts, span.end_line, span.end_column), each.fix)
        for each in fixes
        if each.fix is not None and (span := each.where.span if isinstance(each.where, Spot) else None)
    }
    kept: list[tuple[int, int, str]] = []
    for start, end, write in sorted(placed):
        if not kept or start >= kept[-1][1]:  # what overlaps waits for the next round
            kept.append((start, end, write))
    for start, end, write in reversed(kept):
        text = text[:start] + write + text[end:]
    return text.encode(), len(kept)


def _offset(starts: list[int], line: int, column: int) -> int:
    return starts[line - 1] + column - 1


def write(root: str, files: Iterable[Fixed]) -> None:
    """Write the fixed files, each whole; one that was changed in the meantime is left alone.

    Raises:
        OSError: a file cannot be written; those before it are written whole.
    """
    for each in files:
        if take(root, each.file) == each.before:
            put(Path(root, each.file), each.after)


@contextmanager
def _copied(root: str) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """Copy what is read of a folder; evidence by its names alone."""
    contents = {each.file: content for each in survey(root)[0] if isinstance(content := take(root, each.file), bytes)}
    with tempfile.TemporaryDirectory(prefix="cluster-fix-") as copy:
        listed, _ = evidence(root)
        _write(copy, {f"evidence/{year}/{name}": b"" for year, names in listed.items() for name in names})
        _write(copy, contents)
        yield copy, contents


def _write(folder: str, files: Mapping[str, bytes]) -> None:
    for file, content in files.items():
        path = os.path.join(folder, file)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as out:
            out.write(content)
