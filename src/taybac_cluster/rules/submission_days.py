"""The day of a submission, for the rules that compare it with another."""

import datetime
from collections.abc import Iterator

from taybac_cluster.rules.walk import City, Year


def submitted_after(year: Year, day: datetime.date) -> Iterator[City]:
    """Yield every city that submitted after a day."""
    for city in year.cities:
        submitted_on = city.submission.submitted_on
        if submitted_on is not None and submitted_on > day:
            yield city


def in_the_future(day: datetime.date, today: datetime.date | None) -> bool:
    """Whether a day lies in the future; no, where the day of the run is not known."""
    return today is not None and day > today
