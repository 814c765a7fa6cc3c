"""Read the folder and apply every rule."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.diagnostics import MOST_FAULTS, Diagnostic
from taybac_cluster.load.folder import Reading, read_folder
from taybac_cluster.load.locations import locate
from taybac_cluster.model.cluster import Cluster, of_year
from taybac_cluster.rules.accepted import settle
from taybac_cluster.rules.registry import check as apply


class Checked(NamedTuple):
    """A folder that was read and checked. The diagnostics have lines and columns, but for warnings that are counted."""

    root: Path
    cluster: Cluster
    diagnostics: tuple[Diagnostic, ...]
    read: tuple[str, ...]
    """The files that were looked at, by their paths in the folder."""
    accepted: tuple[Diagnostic, ...]
    """The warnings that the files accept, with a reason: they are counted and not shown."""
    more: Mapping[str, int]
    """How many faults of a file are left out, by its path: of each file, the first thousand are kept."""

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.read)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that make the data wrong."""
        return tuple(each for each in self.diagnostics if each.severity == "error")

    def warnings(self, year: int) -> tuple[Diagnostic, ...]:
        """Return the warnings of a year's files."""
        found = (each for each in self.diagnostics if each.severity == "warning")
        return tuple(each for each in found if of_year(each.file, year))


def check(
    root: Path, year: int | None = None, today: datetime.date | None = None, *, warnings: bool = False
) -> Checked:
    """Read the folder and apply every rule; for one year, read what it needs, and count the `warnings` if asked to.

    Of one year the locks are not checked: they prevent no answer.
    """
    if year is None:
        return checked(read_folder(str(root)), today)
    return checked(read_folder(str(root), year), today, errors_only=not warnings, locks=False, counting=True)


def checked(
    reading: Reading,
    today: datetime.date | None = None,
    *,
    errors_only: bool = False,
    locks: bool = True,
    counting: bool = False,
) -> Checked:
    """Apply the rules to what was read, and find the line of every diagnostic; with `counting` not of warnings."""
    cluster = replace(reading.cluster, today=today)
    found = [*reading.faults, *apply(cluster, errors_only=errors_only, locks=locks)]
    found, accepted = (found, []) if errors_only else settle(found, cluster)
    shown, more = _capped(found)
    counted = [each for each in shown if counting and each.severity == "warning"]
    placed = [each for each in shown if not counting or each.severity == "error"]
    located = tuple(locate(placed, reading.root, reading.instead, reading.stands) if placed else ())
    read = tuple(each.file for each in reading.files)
    return Checked(Path(reading.root), cluster, (*located, *counted), read, tuple(accepted), more)


def _capped(found: list[Diagnostic]) -> tuple[list[Diagnostic], dict[str, int]]:
    """Return the faults without what is too many in a file, errors before warnings, and how many were left out."""
    kept: dict[str, list[Diagnostic]] = {}
    more: Counter[str] = Counter()
    for each in sorted(found, key=lambda each: each.severity != "error"):
        of_file = kept.setdefault(each.file, [])
        if len(of_file) < MOST_FAULTS:
            of_file.append(each)
        else:
            more[each.file] += 1
        if each.more:
            more[each.file] += each.more
    return [each for of_file in kept.values() for each in of_file], more
