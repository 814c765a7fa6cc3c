"""One run of `cluster validate`: which files it is about, what is wrong with them, and what can be fixed."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taybac_cluster import pipeline
from taybac_cluster.cli.excerpts import prefix_of, shown
from taybac_cluster.cli.language import Language, current, say
from taybac_cluster.cli.output import emit, unwritable
from taybac_cluster.cli.scope import Wanted, wanted
from taybac_cluster.load.survey import survey
from taybac_cluster.views.diagnostics import Finding, brought, findings
from taybac_cluster.views.words import plural

if TYPE_CHECKING:
    from taybac_cluster.diagnostics import Diagnostic
    from taybac_cluster.pipeline.checking import Checked
    from taybac_cluster.pipeline.fixing import Fixes


@dataclass(frozen=True)
class Run:
    """What was asked for."""

    root: Path
    paths: tuple[Path, ...] = ()
    year: int | None = None
    changed_from: str | None = None

    @cached_property
    def wanted(self) -> Wanted:
        """Whether a file is one to show and judge."""
        if not self.paths and self.year is None:
            return lambda _: True
        here = survey(str(self.root))
        known = [*(each.file for each in here.found), *(each.file for each in here.faults)]
        return wanted(self.root, self.paths, self.year, known)

    @cached_property
    def changed(self) -> frozenset[str] | None:
        """The files that the change touches; None where every file counts."""
        if self.changed_from is None:
            return None
        from taybac_cluster.cli.refusals import comparing
        from taybac_cluster.load.changes import changed

        with comparing():
            return changed(str(self.root), self.changed_from)


class Answer(NamedTuple):
    """What a run found in the files that it is about."""

    found: list[Finding]
    """What is wrong, in words and with its lines."""
    files: list[str]
    """The files that were looked at."""
    accepted: int
    """How many warnings the files accept."""


def check(run: Run, lang: Language, known: "Checked | None" = None) -> Answer:
    """Check the folder and keep what the run is about; what is `known` of it already is not looked for again."""
    found = known or pipeline.check(run.root, today=_today())
    said = findings((each for each in found.diagnostics if run.wanted(each.file)), lang, found.more)
    if run.changed_from is not None:
        said = brought(said, findings(_before(run.root, run.changed_from), lang))
    prefix = prefix_of(run.root)
    accepted = sum(run.wanted(each.file) for each in found.accepted)
    return Answer(shown(said, run.root), [prefix + file for file in found.read if run.wanted(file)], accepted)


def _before(root: Path, ref: str) -> "tuple[Diagnostic, ...]":
    """Return the faults that were there before the change."""
    from taybac_cluster.cli.refusals import comparing
    from taybac_cluster.pipeline.diff import before

    with comparing():
        return before(root, ref, _today()).diagnostics


def fix(run: Run) -> "tuple[str, Checked | None]":
    """Fix what is safe to fix, and say how much that was; where it is nothing, return what was found."""
    from taybac_cluster.load.fixing import write

    fixed, found = _fixed(run)
    try:
        write(str(run.root), fixed)
    except OSError as error:
        unwritable(error.filename or run.root, error)
    places = sum(each.places + each.bom + each.line_ends + each.composed for each in fixed)
    text = say(
        f"đã sửa {places} chỗ trong {len(fixed)} tệp",
        f"fixed {plural(places, 'place', 'places')} in {plural(len(fixed), 'file', 'files')}",
    )
    return text, found


def show_fixes(run: Run) -> int:
    """Print what could be fixed as a diff, and return the exit code: 1 where there is something."""
    from taybac_cluster.export.patch import Patch, render
    from taybac_cluster.load.fixing import tidy

    prefix, fixed = prefix_of(run.root), _fixed(run).files
    patches = [
        Patch(
            prefix + each.file,
            tidy(each.before),
            each.after.decode(),
            tuple(key for key in ("bom", "line_ends", "composed") if getattr(each, key)),
        )
        for each in fixed
    ]
    emit(render(patches, current()))
    return 1 if fixed else 0


def _fixed(run: Run) -> "Fixes":
    from taybac_cluster.pipeline.fixing import fixed

    return fixed(run.root, lambda file: run.wanted(file) and (run.changed is None or file in run.changed), _today())


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011, TID251 - no file can say which years lie in the future
