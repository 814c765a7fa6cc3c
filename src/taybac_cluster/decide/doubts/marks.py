"""Judges' marks counted otherwise: one's own too, too few of them, without the lowest or the highest.

A mark counts for a judge whom nobody names: he belongs to no member.
"""

from collections.abc import Mapping

from taybac_cluster.decide import replaced
from taybac_cluster.decide.scales import counting, fewest_marks
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.scales import Marks
from taybac_cluster.model.submission import Mark


def own_counted(the_round: Round, member: str, name: str, judge: str) -> Round:
    """Count a judge's mark for his own member."""
    marks = _marks(the_round, member, name)
    return replaced.with_marks(the_round, member, name, {**marks, f"({judge})": marks[judge]})


def few_counted(the_round: Round, member: str, name: str, scale: Marks) -> Round:
    """Count the marks there are, although they are too few: each as often as it takes."""
    marks = _marks(the_round, member, name)
    judges = the_round.meeting.judges if the_round.meeting is not None else ()
    counted = [mark for _, mark in counting(marks, judges, member)]
    if len(counted) >= fewest_marks(scale):
        return the_round
    repeated = {f"({at})": Mark(mark=mark) for at, mark in enumerate(counted * fewest_marks(scale))}
    return replaced.with_marks(the_round, member, name, repeated)


def without(the_round: Round, member: str, name: str, judge: str) -> Round:
    """Leave one judge's mark out."""
    marks = {each: mark for each, mark in _marks(the_round, member, name).items() if each != judge}
    return replaced.with_marks(the_round, member, name, marks)


def _marks(the_round: Round, member: str, name: str) -> Mapping[str, Mark]:
    return the_round.appraisals[member].marks[name]
