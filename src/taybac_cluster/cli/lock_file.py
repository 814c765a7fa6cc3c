"""Write a lock and say so."""

from pathlib import Path

from taybac_cluster.cli.language import say
from taybac_cluster.cli.output import named, tell, unwritable
from taybac_cluster.pipeline.locking import LockFile, write


def write_lock(root: Path, new: LockFile) -> None:
    """Write a lock and say where, or exit with 2 where it cannot be written.

    Raises:
        LockChangedError: another run wrote it in the meantime.
    """
    try:
        path = named(write(root, new))
    except OSError as error:
        unwritable(root / new.lock.file, error)
    tell(say(f"đã ghi {path}", f"wrote {path}"))
