"""What papers, score book and page are written from."""

from pathlib import Path

from taybac_cluster import pipeline
from taybac_cluster.decide.doubts import doubts
from taybac_cluster.pipeline.dossier import papers_of
from taybac_cluster.views.papers.office import Source


def source_of(root: Path, year: int) -> Source:
    """Return the result of a year with the papers file, the lock and what must be known before signing.

    Raises:
        Refusal: the year cannot be ranked, or the papers file has an error.
    """
    result, found = pipeline.ranked(root, year, warnings=True)
    lock = pipeline.proof_of(found, result)
    return Source(result, papers_of(root, found), lock, doubts(result, found.warnings(year), lock))
