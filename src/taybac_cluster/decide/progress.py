"""How far a year has come: of each member what was handed in, appraised and marked, and what is still missing."""

from collections.abc import Mapping
from typing import NamedTuple

from taybac_cluster.decide.sheet import Sheet
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.scales import Marks


class Progress(NamedTuple):
    """How far one member has come."""

    member: str
    submitted: bool
    competing: bool
    appraised: bool
    missing: tuple[str, ...] = ()
    """The criteria without a value, or with too few marks."""
    claims: tuple[str, ...] = ()
    """The bonuses that the member claims and nobody has appraised."""
    gates: tuple[str, ...] = ()
    """The gates that nobody has answered."""
    marks: tuple[int, int] = (0, 0)
    """How many marks were given, of how many that the judges can give."""
    faulty: str | None = None
    """The first of its files with an error."""


def progress(the_round: Round, sheets: Mapping[str, Sheet]) -> tuple[Progress, ...]:
    """Return how far every member of the year, and whoever may be one, has come."""
    return tuple(_of(member, the_round, sheets.get(member)) for member in the_round.standings)


def _of(member: str, the_round: Round, sheet: Sheet | None) -> Progress:
    submission = the_round.submissions.get(member)
    faulty = the_round.faulty.get(member)
    competing = submission is None or submission.not_competing is None
    found = Progress(
        member,
        submission is not None or faulty is not None,
        competing,
        member in the_round.appraisals,
        faulty=faulty,
    )
    if sheet is None or not competing:
        return found
    leaves = list(sheet.root.leaves())
    judged = [leaf for leaf in leaves if isinstance(leaf.scale, Marks) and leaf.outcome != "not_applicable"]
    judges = the_round.meeting.judges if the_round.meeting else ()
    due = sum(each.member != member for each in judges)
    return found._replace(
        missing=tuple(leaf.id for leaf in leaves if leaf.outcome == "missing"),
        claims=tuple(item.id for item in sheet.bonuses if item.granted and not item.appraised),
        gates=tuple(gate.id for gate in sheet.gates if not gate.answered),
        marks=(sum(len(leaf.given.marks) for leaf in judged), due * len(judged)),
    )
