"""What papers, score book and page are written from."""

from pathlib import Path

from taybac_cluster import pipeline
from taybac_cluster.pipeline.dossier import doubts_of, papers_of
from taybac_cluster.views.papers.office import Source


def source_of(root: Path, year: int, *, doubts: bool = True) -> Source:
    """Return the result of a year with the papers file, the lock and what must be known before signing.

    Raises:
        Refusal: the year cannot be ranked, or the papers file has an error.
    """
    result, found = pipeline.ranked(root, year)
    lock = pipeline.proof_of(found, result)
    source = Source(result, papers_of(root, found), lock)
    return Source(result, source.papers, lock, doubts_of(root, result, lock)) if doubts else source
