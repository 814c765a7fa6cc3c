"""The texts of files that are begun: what `cluster new` writes, and what a form fills in."""

from collections.abc import Callable
from pathlib import Path

from taybac_cluster.cli.language import current
from taybac_cluster.pipeline import starting
from taybac_cluster.views.starters import appraisal, criteria, meeting, papers, submission

FILES = {
    "submission": "submissions/{year}/{member}.yaml",
    "appraisal": "appraisals/{year}/{member}.yaml",
    "criteria": "criteria/{year}.yaml",
    "meeting": "meetings/{year}.yaml",
    "papers": "papers.yaml",
}
"""The kinds of file, and where each stands in the data folder."""


def begun(root: Path, kind: str, year: int, member: str, source: int | None = None) -> tuple[str, str]:
    """Return where a new file stands and its text; a city may be named by its id or its name."""
    lang = current()
    if kind == "submission":
        city = starting.city(root, year, member)
        member = city.standing.id
        text = submission.text(city.round.criteria, city.standing, year, city.before, lang)
    elif kind == "appraisal":
        city, said = starting.submitted(root, year, member)
        member = city.standing.id
        text = appraisal.text(city.round.criteria, city.standing, said, city.round.meeting, lang)
    elif kind == "criteria" and source is not None:
        text = starting.copied(root, source, year, criteria.copied_from(source, lang))
    elif kind == "criteria":
        text = criteria.text(year, lang)
    elif kind == "meeting":
        text = meeting.text(year, starting.members(root, year), lang)
    else:
        text = papers.text(*starting.roster(root), lang)
    return FILES[kind].format(year=year, member=member), text


def beginnings(root: Path) -> Callable[[str, int, str], str]:
    """Return the function that writes the texts of the files that a form fills in; a workbook needs no hints."""

    def text(kind: str, year: int, member: str) -> str:
        if kind == "appraisal":
            return appraisal.short(starting.city(root, year, member).standing, year, current())
        return begun(root, kind, year, member)[1]

    return text
