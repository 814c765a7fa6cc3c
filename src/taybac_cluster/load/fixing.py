"""Fix what is safe to fix, by position in the text: comments and layout stay as they are.

The rules look at the whole folder with the fixed texts in the place of its files', so that they can say what is still
wrong after a round; nothing is written before all of it is known.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.diagnostics import Diagnostic, Spot
from taybac_cluster.load.characters import decode, lines
from taybac_cluster.load.files import put, take
from taybac_cluster.load.survey import survey

MOST_ROUNDS = 12
"""A fix may uncover another fault on the same line; no file needs more rounds than this."""

_BOM = b"\xef\xbb\xbf"

Check = Callable[[Mapping[str, bytes]], tuple[Iterable[Diagnostic], Mapping[str, int]]]
"""Reports what is wrong in the folder, each at its line, where these files had these contents; and how many more."""


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
    """Return the wanted files of a folder that can be fixed, as they would be; nothing is written.

    In a file with more faults than are reported, those that are reported are fixed.
    """
    files = [each.file for each in survey(root).found if wanted(each.file)]
    before = {file: content for file in files if isinstance(content := take(root, file), bytes)}
    after = {file: text.encode() for file, content in before.items() if (text := tidy(content))}
    places = dict.fromkeys(after, 0)
    for _ in range(MOST_ROUNDS):
        found, more = check(after)
        fresh = _round(after, found)
        for file, (content, count) in fresh.items():
            after[file], places[file] = content, places[file] + count
        if not fresh or more:
            break
    return tuple(
        Fixed(file, before[file], content, places[file]) for file, content in after.items() if content != before[file]
    )


def _round(contents: Mapping[str, bytes], found: Iterable[Diagnostic]) -> dict[str, tuple[bytes, int]]:
    """Return the files that change when all that was found is fixed, with the number of places."""
    fixes: dict[str, list[Diagnostic]] = {}
    for each in found:
        if each.fix is not None and each.file in contents:
            fixes.setdefault(each.file, []).append(each)
    fresh = {file: apply(contents[file], of_file) for file, of_file in fixes.items()}
    return {file: each for file, each in fresh.items() if each[0] != contents[file]}


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
