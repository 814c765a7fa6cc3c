"""The page of a year in both languages, and the index of the years in a folder."""

from collections.abc import Iterable

from taybac_cluster.cli.extras import install, missing
from taybac_cluster.cli.language import say
from taybac_cluster.cli.output import tell
from taybac_cluster.decide.stability.answers import Plan, Stability
from taybac_cluster.export import csv, json
from taybac_cluster.load.dossier import Shown
from taybac_cluster.model.record import Language
from taybac_cluster.views.papers.figures import grid, record
from taybac_cluster.views.papers.office import Source
from taybac_cluster.views.site import Index, Site, Year, site


def both(source: Source) -> dict[str, Site]:
    """Return the page of a year by language."""
    firm = _firm(source)
    return {lang: _site(source, firm, lang) for lang in _LANGUAGES}


_LANGUAGES: tuple[Language, ...] = ("vi", "en")


def _site(source: Source, firm: Stability | None, lang: Language) -> Site:
    figures = json.render(record(source, lang)), csv.render(grid(source, lang))
    return site(source, firm, figures, lang)


def _firm(source: Source) -> Stability | None:
    """Return how firm the places are; without numpy None, and a message says so."""
    if not source.result.placed:
        return None
    if missing("stability"):
        line = install(["stability"])
        tell(say(f"trang kết quả không có độ ổn định; cài bằng: {line}", f"the page lacks the stability: {line}"))
        return None
    from taybac_cluster.decide.stability import tried

    return tried(source.result, Plan())


def index_of(newest: Site, others: Iterable[Shown]) -> bytes:
    """Return the index of the years, the newest first."""
    from taybac_cluster.export.html import index

    here = Shown(newest.year, newest.nominated, newest.host, newest.status[-1].text)
    years = []
    for each in sorted((here, *others), key=lambda shown: -shown.year):
        stem = "ket-qua" if each.year == newest.year else f"ket-qua-{each.year}"
        years.append(Year(each.year, f"{stem}.html", f"{stem}.en.html", each.nominated, each.host, each.state))
    return index(Index(f"{newest.cluster}: kết quả các năm", tuple(years))).encode()
