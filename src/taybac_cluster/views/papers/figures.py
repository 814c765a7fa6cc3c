"""The figures of a dossier as data: those of `rank`, without the doubts."""

from taybac_cluster.model.record import Language
from taybac_cluster.views import rank
from taybac_cluster.views.page import Grid
from taybac_cluster.views.papers.office import Source

_INTERNAL = ("doubts", "doubts_untried")


def record(source: Source, lang: Language) -> dict[str, object]:
    """Return the ranking as the JSON object that is a contract; doubts are for the chair alone."""
    whole = rank.record(source.result, lang, source.lock)
    return {key: value for key, value in whole.items() if key not in _INTERNAL}


def grid(source: Source, lang: Language) -> Grid:
    """Return the ranking as a plain table."""
    return rank.grid(source.result, lang)
