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


def text_of(root: Path, kind: str, year: int, member: str, source: int | None = None) -> str:
    """Return the text of a new file; refusals are the pipeline's."""
    lang = current()
    if kind == "submission":
        city = starting.city(root, year, member)
        return submission.text(city.round.criteria, city.standing, year, city.before, lang)
    if kind == "appraisal":
        city, said = starting.submitted(root, year, member)
        return appraisal.text(city.round.criteria, city.standing, said, city.round.meeting, lang)
    if kind == "criteria":
        if source is None:
            return criteria.text(year, lang)
        return starting.copied(root, source, year, criteria.copied_from(source, lang))
    if kind == "meeting":
        return meeting.text(year, starting.members(root, year), lang)
    return papers.text(*starting.roster(root), lang)


def beginnings(root: Path) -> Callable[[str, int, str], str]:
    """Return the function that writes the texts of new files in a folder."""
    return lambda kind, year, member: text_of(root, kind, year, member)
