"""What would be fixed, as a unified diff for people: nothing in it can control a terminal."""

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.visible import visible
from taybac_cluster.views.words import listed, say

_NOTES = {
    "bom": Words("bỏ dấu BOM ở đầu tệp", "byte order mark removed"),
    "line_ends": Words("xuống dòng kiểu LF", "line ends become LF"),
    "composed": Words("chữ có dấu viết ở dạng dựng sẵn (NFC)", "letters with marks in composed form (NFC)"),
}


class Patch(NamedTuple):
    """A file before and after, as normal text, and what else was put right in all of it: keys of the notes."""

    file: str
    before: str
    after: str
    notes: tuple[str, ...] = ()


def render(patches: Iterable[Patch], lang: Language) -> str:
    """Return the diff, a file after the other; what cannot be seen in a diff is said in a line before it."""
    return "".join(line for each in patches for line in _file(each, lang))


def _file(each: Patch, lang: Language) -> list[str]:
    name = visible(each.file)
    notes = [f"# {name}: {listed([say(_NOTES[key], lang) for key in each.notes], lang)}\n"] if each.notes else []
    diff = difflib.unified_diff(each.before.splitlines(), each.after.splitlines(), name, name, lineterm="")
    return notes + [visible(line.replace("\t", "    ") if line[:1] == " " else line) + "\n" for line in diff]
