"""Read the folder and apply every rule."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.folder import Reading, read_folder
from taybac_cluster.load.locations import locate
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.registry import check as apply


class Checked(NamedTuple):
    """A folder that was read and checked; the diagnostics have lines and columns."""

    root: Path
    cluster: Cluster
    diagnostics: tuple[Diagnostic, ...]
    read: tuple[str, ...]
    """The files that were looked at, by their paths in the folder."""

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.read)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that make the data wrong."""
        return tuple(each for each in self.diagnostics if each.severity == "error")


def check(root: Path, year: int | None = None, today: datetime.date | None = None) -> Checked:
    """Read the folder and apply every rule; for one year, read what it needs and look for errors alone."""
    return checked(read_folder(str(root), year), today, errors_only=year is not None)


def checked(reading: Reading, today: datetime.date | None = None, *, errors_only: bool = False) -> Checked:
    """Apply the rules to what was read, and find the line of every diagnostic."""
    cluster = replace(reading.cluster, today=today)
    found = [*reading.faults, *apply(cluster, errors_only=errors_only)]
    located = tuple(locate(found, reading.root) if found else ())
    return Checked(Path(reading.root), cluster, located, tuple(each.file for each in reading.files))
