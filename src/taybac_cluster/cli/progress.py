"""What a long computation needs: numpy, and a bar on a terminal that shows how far it is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from taybac_cluster.cli.extras import install
from taybac_cluster.cli.language import say
from taybac_cluster.cli.output import fail, is_terminal

_PATIENCE = 1.0
"""Seconds after which a bar shows how far it is."""


@contextmanager
def numpy_needed() -> Iterator[None]:
    """Say how to install numpy where it is missing: it is an extra, for this command alone."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "numpy":
            raise
        line = install(["stability"])
        fail(say(f"lệnh này cần numpy; cài bằng: {line}", f"this command needs numpy; install it by: {line}"), 2)


@contextmanager
def progress(doing: tuple[str, str] = ("đang thử", "trying")) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that shows the progress, on a terminal and only when it takes long."""
    if not is_terminal(sys.stderr):
        yield lambda _done, _of: None
        return
    from time import monotonic

    from rich.console import Console
    from rich.progress import Progress

    bar, began = Progress(console=Console(stderr=True), transient=True), monotonic()
    task = bar.add_task(say(*doing), total=None)

    def step(done: int, of: int) -> None:
        if not bar.live.is_started and monotonic() - began > _PATIENCE:
            bar.start()
        bar.update(task, completed=done, total=of)

    try:
        yield step
    finally:
        bar.stop()
