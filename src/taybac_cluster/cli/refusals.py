"""What a command says when the data do not let it answer, and the exit code of each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from taybac_cluster.cli.language import current
from taybac_cluster.cli.output import colour, fail, width
from taybac_cluster.pipeline import FaultyDataError, NothingToRankError


@contextmanager
def refused(root: Path) -> Iterator[None]:
    """Turn a refusal into words on stderr and an exit code: 1 for faulty data, 2 for nothing to do it on."""
    try:
        yield
    except FaultyDataError as refusal:
        from taybac_cluster.cli.showing import shown  # noqa: PLC0415 - only a fault needs words
        from taybac_cluster.export.diagnostics import render  # noqa: PLC0415
        from taybac_cluster.views.diagnostics import told  # noqa: PLC0415
        from taybac_cluster.views.refusals import faulty  # noqa: PLC0415
        import sys  # noqa: PLC0415

        found = shown(told(refusal.faults, current()), root)
        text = render(found, root, current(), width=width(), colour=colour(sys.stderr))
        fail(text + faulty(current()), 1)
    except NothingToRankError as refusal:
        from taybac_cluster.views.refusals import nothing_to_rank  # noqa: PLC0415

        fail(nothing_to_rank(refusal.year, refusal.known, refusal.meeting, refusal.roster, current()), 2)
