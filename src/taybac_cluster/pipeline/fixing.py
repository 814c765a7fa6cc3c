"""What can safely be fixed in a folder, by everything that is checked."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.fixing import Fixed
from taybac_cluster.load.fixing import fixed as fixed_files
from taybac_cluster.load.folder import read_folder
from taybac_cluster.pipeline.checking import Checked, checked


class Fixes(NamedTuple):
    """What can safely be fixed, and what was found in the folder as it is where nothing can."""

    files: tuple[Fixed, ...]
    found: Checked | None


def fixed(root: Path, wanted: Callable[[str], bool], today: datetime.date | None = None) -> Fixes:
    """Work out what can safely be fixed in the wanted files; nothing is written."""
    rounds: list[Checked] = []

    def faults(instead: Mapping[str, bytes]) -> tuple[Iterable[Diagnostic], Mapping[str, int]]:
        rounds[:] = [checked(read_folder(str(root), instead=instead), today)]
        return rounds[0].diagnostics, rounds[0].more

    files = fixed_files(str(root), wanted, faults)
    return Fixes(files, None if files else rounds[0])
