"""A screen as a file that is handed over: Word, PDF, a page of its own, and of a year's scores a workbook."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from taybac_cluster.cli.language import current
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.result import Result
from taybac_cluster.views.page import Page


class Handed(NamedTuple):
    """The result that a screen shows, and how it stands to its lock."""

    result: Result
    lock: Proof | Unreadable | None

    @property
    def day(self) -> datetime.date:
        """The day that a file is dated by."""
        meeting = self.result.round.meeting
        return (meeting.held_on if meeting else None) or self.result.round.criteria.as_of

    def status(self) -> Sequence[str]:
        """Return what every output says in its body."""
        from taybac_cluster.model.papers import Papers
        from taybac_cluster.views.papers.office import Source, status

        return list(status(Source(self.result, Papers(), self.lock), current()))

    def book(self, only: str | None = None) -> bytes:
        """Return the score book, or the sheets of one city."""
        from taybac_cluster.export.xlsx import render
        from taybac_cluster.model.papers import Papers
        from taybac_cluster.views.papers.office import Source

        return render(Source(self.result, Papers(), self.lock), only)


def of_year(root: Path, year: int) -> Handed | None:
    """Return a year's result for what else is shown of it; None where it has none."""
    from taybac_cluster import pipeline
    from taybac_cluster.pipeline.refusals import Refusal

    try:
        result, found = pipeline.ranked(root, year)
    except Refusal:
        return None
    return Handed(result, pipeline.proof_of(found, result))


_NO_DAY = datetime.date(2000, 1, 1)
"""The day of a file that is about no year."""

Of = Callable[[], Handed | None] | None


def word(page: Callable[[], Page], of: Of) -> bytes:
    """Return a screen as a Word file."""
    from taybac_cluster.export.docx import render
    from taybac_cluster.views.papers.screen import paper

    return render(paper(page(), *_about(of), current()))


def pdf(page: Callable[[], Page], of: Of) -> bytes:
    """Return a screen as a PDF file."""
    from taybac_cluster.export.typst import render
    from taybac_cluster.views.papers.screen import paper

    return render(paper(page(), *_about(of), current()))


def html(page: Callable[[], Page], of: Of) -> bytes:
    """Return a screen as a page that stands alone."""
    from taybac_cluster.export.html import screen
    from taybac_cluster.views.site.year import frame

    return screen(page(), current(), _about(of)[0], frame(current())).encode()


def _about(of: Of) -> tuple[Sequence[str], datetime.date]:
    handed = of() if of else None
    return (handed.status(), handed.day) if handed else ((), _NO_DAY)
