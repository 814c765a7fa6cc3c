"""What the rules compute of a year that a meeting has decided, for the rules that compare the two."""

from taybac_cluster.decide.result import Ranked, ranked
from taybac_cluster.rules.walk import Year


def computed(year: Year) -> Ranked | None:
    """Rank a year on which a meeting has decided; None where it has not, or where a file could not be read whole."""
    meeting = year.round.meeting
    return computed_of(year) if meeting is not None and meeting.decisions.nominated is not None else None


def computed_of(year: Year) -> Ranked | None:
    """Rank a year; None where its rules nominate nobody, or where a file could not be read whole."""
    documents = (year.criteria, *year.round.submissions.values(), *year.round.appraisals.values())
    if year.criteria.nomination is None or any(document.partial for document in documents):
        return None
    return ranked(year.round)
