"""What can safely be mended in a folder, by everything that is checked."""

import datetime
from collections.abc import Callable
from pathlib import Path

from taybac_cluster.load.mending import Mended
from taybac_cluster.load.mending import mended as mended_files
from taybac_cluster.pipeline import check


def mended(root: Path, wanted: Callable[[str], bool], today: datetime.date | None = None) -> tuple[Mended, ...]:
    """Work out what can safely be mended in the wanted files; nothing is written."""
    return mended_files(str(root), wanted, lambda copy: check(Path(copy), today=today).diagnostics)
