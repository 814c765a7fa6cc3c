"""What papers, score book and page are written from."""

from pathlib import Path

from taybac_cluster import pipeline
from taybac_cluster.pipeline.dossier import papers_of
from taybac_cluster.views.papers.office import Source


def source_of(root: Path, year: int) -> Source:
    """Return the result of a year with the papers file and the lock.

    Raises:
        Refusal: the year cannot be ranked, or the papers file has an error.
    """
    result, found = pipeline.ranked(root, year)
    return Source(result, papers_of(root, found), pipeline.proof_of(found, result))
