"""The record of a year's meeting: who was there, what was voted, what was decided."""

import datetime
from typing import Literal

from pydantic import Field

from taybac_cluster.model.record import Accepted, Date, Document, Percent, Record, Slug, Text, Texts, Whole
from taybac_cluster.model.submission import Person


class Judge(Record):
    """One who gives marks; his mark for his own member is left out."""

    id: Slug
    name: str | None = None
    member: str | None = None


class VotingRule(Record):
    """What a vote must reach: a percentage of the base, or a fraction such as 2/3, with the source of the rule."""

    base: Literal["members", "present", "valid"]
    threshold: Percent
    source: Text | None = None
    above: bool = False
    """Whether the threshold must be passed and not only reached ("quá bán")."""


class Quorum(Record):
    """How many of the members must be present, as a percentage or a fraction, with the source of the rule."""

    threshold: Percent
    source: Text | None = None


class Tally(Record):
    """What was counted for one candidate."""

    for_: Whole = Field(default=0, alias="for")
    against: Whole | None = None
    abstain: Whole | None = None


class Ballot(Record):
    """One vote of the meeting."""

    rule: VotingRule | None = None
    secret: bool | None = None
    date: Date | None = None
    issued: Whole | None = None
    returned: Whole | None = None
    valid: Whole | None = None
    voters: tuple[str, ...] = ()
    own_vote: bool = True
    """Whether a city may vote on itself."""
    votes: dict[str, Tally]
    note: Text | None = None


class Offer(Record):
    """A seat of the host offered to a member, and the answer."""

    year: Whole
    member: str
    accepted: bool
    reason: Text | None = None


class Next(Record):
    """What was decided on the next meeting."""

    year: Whole
    host: str | None = None
    head: str | None = None
    theme: Text | None = None
    seminar: Text | None = None


class Decisions(Record):
    """What the meeting decided."""

    nominated: tuple[str, ...] | None = None
    next: Next | None = None
    directions: Texts = ()


class Meeting(Document):
    """The yearly conference of the cluster."""

    accepted: tuple[Accepted, ...] = ()

    year: Whole
    sources: Texts = ()
    held_on: Date | None = None
    started_at: str | None = None
    ended_at: str | None = None
    place: Text | None = None
    head: str | None = None
    host: str | None = None
    theme: Text | None = None
    seminar: Text | None = None
    association_theme: Text | None = None
    agenda: Texts = ()
    chair: Person | None = None
    secretary: Person | None = None
    judges: tuple[Judge, ...] = ()
    guests: tuple[Person, ...] = ()
    delegates: tuple[Person, ...] = ()
    present: tuple[str, ...] | None = None
    absent: tuple[str, ...] = ()
    quorum: Quorum | None = None
    ballots: dict[str, Ballot] = {}
    offers: tuple[Offer, ...] = ()
    decisions: Decisions = Decisions.model_construct()
    dissent: Texts = ()
    note: Text | None = None

    @property
    def day(self) -> datetime.date:
        """The day on which members and names are read: the meeting's, else the last of its year."""
        return self.held_on or last_day(self.year)


def last_day(year: int) -> datetime.date:
    """Return the last day of a year, as far as there are dates."""
    return datetime.date(min(max(year, datetime.MINYEAR), datetime.MAXYEAR), 12, 31)
