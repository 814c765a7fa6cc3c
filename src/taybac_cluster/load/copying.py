"""A criteria set of one year as the draft of another: its days and name moved, all else as it is."""

import datetime
import re

from taybac_cluster.load.editing import put
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.record import LocalText


def for_year(text: str, criteria: CriteriaSet, year: int, note: str) -> str:
    """Return the text of a set for another year, `note` as a comment above it.

    Made-up figures stay marked as such; any other set becomes a draft.
    """
    old = criteria.as_of.year if criteria.year is None else criteria.year
    text = put(text.replace("\r\n", "\n"), ["year"], year)
    if criteria.status == "official":
        text = put(text, ["status"], "draft")
    for key, date in (("as_of", criteria.as_of), ("deadline", criteria.deadline)):
        if date is not None:
            text = put(text, [key], _moved(date, year - old))
    text = _renamed(text, criteria.name, old, year)
    first, _, rest = text.partition("\n")
    head = f"# {note}\n"
    return f"{first}\n{head}{rest}" if first.startswith("# yaml-language-server") else head + text


def _moved(date: datetime.date, years: int) -> datetime.date:
    try:
        return date.replace(year=date.year + years)
    except ValueError:  # 29 February
        return date.replace(year=date.year + years, day=28)


def _renamed(text: str, name: LocalText, old: int, year: int) -> str:
    """Put the new year in the place of the old one in the set's name."""
    for route, said in ((["name", "vi"], name.vi), (["name", "en"], name.en)):
        renamed = re.sub(rf"(?<!\d){old}(?!\d)", str(year), said or "")
        if said and renamed != said:
            text = put(text, route if name.en is not None else ["name"], renamed)
    return text
