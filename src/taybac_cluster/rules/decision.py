"""What the rules compute of a year that a meeting has decided, for the rules that compare the two."""

from typing import TYPE_CHECKING, NamedTuple

from taybac_cluster.rules.walk import Year

if TYPE_CHECKING:
    from taybac_cluster.decide.nominate import Nominations
    from taybac_cluster.decide.rank import LeftOut, Placed


class Computed(NamedTuple):
    """The ranking, who is not in it, and whom the rules put forward."""

    placed: dict[str, "Placed"]
    left_out: dict[str, "LeftOut"]
    nominations: "Nominations"
    reasons: dict[str, tuple[str, ...]]
    """Why each placed city is not eligible; empty where it is."""


def computed(year: Year) -> Computed | None:
    """Compute a year on which a meeting has decided; None where it has not, or where a file could not be read whole."""
    meeting = year.round.meeting
    if meeting is None or meeting.decisions.nominated is None:
        return None
    return _once(year)


def nominations(year: Year) -> "Nominations | None":
    """Return whom the rules of a year put forward; None where they say nothing, or a file could not be read whole."""
    found = _once(year)
    return found.nominations if found is not None else None


def _once(year: Year) -> Computed | None:
    if year.criteria.nomination is None or _partial(year):
        return None
    if "decision" not in vars(year):
        vars(year)["decision"] = _computed(year)
    found: Computed = vars(year)["decision"]
    return found


def _computed(year: Year) -> Computed:
    # Scoring costs the start of every run that decides nothing: only a decided year needs it.
    from taybac_cluster.decide.nominate import shortcomings  # noqa: PLC0415
    from taybac_cluster.decide.result import nominated, placed_and_left  # noqa: PLC0415
    from taybac_cluster.decide.score import score  # noqa: PLC0415

    placed, left_out = placed_and_left(year.round, score(year.round))
    return Computed(
        {each.member: each for each in placed},
        {each.member: each for each in left_out},
        nominated(year.round, placed),
        {each.member: shortcomings(each.sheet, year.criteria) for each in placed},
    )


def _partial(year: Year) -> bool:
    documents = (year.criteria, *year.round.submissions.values(), *year.round.appraisals.values())
    return any(document.partial for document in documents)
