"""A meeting with the members it is of and the computed result of its year."""

import datetime
from typing import NamedTuple

from taybac_cluster.decide.doubts import Doubts
from taybac_cluster.decide.proof import Proof, Unreadable
from taybac_cluster.decide.result import Result
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Language, LocalText
from taybac_cluster.views.words import full_name, listed


class Session(NamedTuple):
    """A meeting, the members it is of, and the computed result of its year where there is one."""

    meeting: Meeting
    roster: Roster
    result: Result | None
    faulty: bool = False
    doubts: Doubts = Doubts()
    proof: Proof | Unreadable | None = None

    def name(self, member: str, lang: Language, day: datetime.date | None = None) -> str:
        """Name a member with its type, as it was called on the meeting's day or another."""
        known = self.roster.by_id.get(member)
        return full_name(known.on(day or self.meeting.day), lang) if known else member

    def short_name(self, member: str) -> str:
        """Name a member without its type, in the language in which titles are written."""
        known = self.roster.by_id.get(member)
        return known.on(self.meeting.day).name.vi if known else member

    def names(self, members: tuple[str, ...], lang: Language) -> str:
        """Name several members."""
        return listed([self.name(member, lang) for member in members], lang)

    @property
    def members(self) -> int:
        """How many members there are on the day."""
        return self.roster.count(self.meeting.day)


def by_source(source: LocalText | None, lang: Language) -> str:
    """Write the source of a rule, in brackets after it."""
    return f" ({source.to(lang)})" if source else ""
