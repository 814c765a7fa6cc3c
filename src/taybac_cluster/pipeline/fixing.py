"""What can safely be fixed in a folder, by everything that is checked."""

import datetime
from collections.abc import Callable
from pathlib import Path

from taybac_cluster.load.fixing import Fixed
from taybac_cluster.load.fixing import fixed as fixed_files
from taybac_cluster.pipeline.checking import check


def fixed(root: Path, wanted: Callable[[str], bool], today: datetime.date | None = None) -> tuple[Fixed, ...]:
    """Work out what can safely be fixed in the wanted files; nothing is written."""
    return fixed_files(str(root), wanted, lambda copy: check(Path(copy), today=today).diagnostics)
