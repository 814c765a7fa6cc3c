"""What a city said in an earlier year, and what the panel made of it."""

from typing import NamedTuple

from taybac_cluster.model.submission import Appraisal, Submission


class Before(NamedTuple):
    """A city's own word of an earlier year, with the panel's."""

    year: int
    submission: Submission
    appraisal: Appraisal | None = None
