"""A screen as a file that is handed over: Word, PDF, a page of its own, and of a year's scores a workbook."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taybac_cluster.cli.language import current
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.result import Result
from taybac_cluster.views.page import Page

if TYPE_CHECKING:
    from taybac_cluster.views.papers.office import Source


class Handed(NamedTuple):
    """The result that a screen shows, and how it stands to its lock."""

    result: Result
    lock: Proof | Unreadable | None

    @property
    def source(self) -> "Source":
        """What papers and score book are written from."""
        from taybac_cluster.model.papers import Papers
        from taybac_cluster.views.papers.office import Source

        return Source(self.result, Papers(), self.lock)

    def status(self) -> Sequence[str]:
        """Return what every output says in its body."""
        from taybac_cluster.views.papers.office import status

        return list(status(self.source, current()))

    def book(self, only: str | None = None) -> bytes:
        """Return the score book, or the sheets of one city."""
        from taybac_cluster.export.xlsx import render

        return render(self.source, only)


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
    return (handed.status(), handed.source.meeting_day) if handed else ((), _NO_DAY)
