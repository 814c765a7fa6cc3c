"""What can safely be fixed in a folder, by everything that is checked."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.fixing import Fixed
from taybac_cluster.load.fixing import fixed as fixed_files
from taybac_cluster.load.folder import read_folder
from taybac_cluster.pipeline.checking import checked


def fixed(root: Path, wanted: Callable[[str], bool], today: datetime.date | None = None) -> tuple[Fixed, ...]:
    """Work out what can safely be fixed in the wanted files; nothing is written."""

    def faults(instead: Mapping[str, bytes]) -> tuple[Iterable[Diagnostic], Mapping[str, int]]:
        found = checked(read_folder(str(root), instead=instead), today)
        return found.diagnostics, found.more

    return fixed_files(str(root), wanted, faults)
