"""Diagnostics with the lines they are about."""

import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path

from taybac_cluster.cli.options import data_root
from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.export.diagnostics import FIX
from taybac_cluster.load.characters import lines, written
from taybac_cluster.load.files import take
from taybac_cluster.views.diagnostics import Excerpt, Finding


def shown(found: Iterable[Finding], root: Path) -> list[Finding]:
    """Give each diagnostic its line, and its file as seen from the working folder, else from the data folder."""
    rows: dict[str, list[str]] = {}

    def row(file: str, line: int) -> str:
        if file not in rows:
            content = take(str(root), file)
            rows[file] = [] if isinstance(content, Diagnostic) else lines(written(content))
        return rows[file][line - 1] if line <= len(rows[file]) else ""

    prefix = prefix_of(root)
    return [
        each._replace(
            file=prefix + each.file,
            row=row(each.file, each.span.line),
            last_row=row(each.file, each.span.end_line) if each.span.end_line != each.span.line else "",
            also=tuple(Excerpt(prefix + also.file, also.span, row(also.file, also.span.line)) for also in each.also),
        )
        for each in found
    ]


def fix_of(root: Path, paths: Sequence[Path] = (), year: int | None = None) -> str:
    """Return the command that fixes the same files; it names the folder unless the files or the working folder do."""
    folder = [] if paths or data_root(None) == root else ["--data", str(root)]
    years = ["--year", str(year)] if year is not None else []
    return " ".join([FIX, *map(shlex.quote, (*folder, *years, *map(str, paths)))])


def prefix_of(root: Path) -> str:
    """Return what stands before a file's path in the data folder: nothing where that is outside the working folder."""
    try:
        inside = root.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except (ValueError, OSError):
        return ""
    return "" if inside == "." else f"{inside}/"
