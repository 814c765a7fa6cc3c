"""The cluster and its members, what they were and when."""

import datetime
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from taybac_cluster.model.criteria import UrbanClass
from taybac_cluster.model.record import Accepted, Date, Document, LocalText, Record, Slug, Text

Membership = Literal["member", "unknown", "no_member"]


class Rotation(Record):
    """How a next host is proposed: who waited longest, or a fixed order of ids."""

    order: Literal["longest_wait", "fixed"] = "longest_wait"
    sequence: tuple[str, ...] = ()


class ClusterName(Record):
    """The cluster itself."""

    id: Slug
    name: Text
    association: Text | None = None
    rotation: Rotation = Rotation.model_construct()
    secretariat: tuple[str, ...] = ()
    note: Text | None = None


class Stay(Record):
    """One stay in the cluster: from the day it joined, or on record by a day; until the last day of it."""

    from_: Date | None = Field(default=None, alias="from")
    seen: Date | None = None
    until: Date | None = None

    def on(self, day: datetime.date) -> Membership:
        """Return the membership on a day, by this stay alone."""
        if self.until is not None and day > self.until:
            return "no_member"
        if self.from_ is not None:
            return "member" if day >= self.from_ else "no_member"
        return "member" if self.seen is not None and day >= self.seen else "unknown"


def _as_list(value: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    return (value,) if isinstance(value, dict | Stay) else value


Stays = Annotated[tuple[Stay, ...], BeforeValidator(_as_list, json_schema_input_type=Stay | tuple[Stay, ...])]
"""The stays of a member; most have one, which is written without a list."""


class Period(Record):
    """What a member was from a day on; fields not named go on from before."""

    from_: Date | None = Field(default=None, alias="from")
    name: Text | None = None
    type: str | None = None
    class_: UrbanClass | None = Field(default=None, alias="class")
    province: str | None = None
    source: Text | None = None


class Successor(Record):
    """A unit that took over from a member; with an id once it is a member itself."""

    name: Text
    id: Slug | None = None


class Standing(NamedTuple):
    """What a member was on a day."""

    id: str
    name: LocalText
    type: str | None
    urban_class: str | None
    province: str | None
    membership: Membership


class Member(Record):
    """One city or town."""

    id: Slug
    name: Text
    member: Stays
    periods: tuple[Period, ...] = ()
    successors: tuple[Successor, ...] = ()
    maintainers: tuple[str, ...] = ()
    note: Text | None = None

    @cached_property
    def _by_date(self) -> tuple[Period, ...]:
        return tuple(sorted(self.periods, key=lambda period: period.from_ or datetime.date.min))

    def on(self, day: datetime.date) -> Standing:
        """Return what the member was on a day; what is not known is None."""
        name, kind, urban_class, province = self.name, None, None, None
        for period in self._by_date:
            if period.from_ is not None and period.from_ > day:
                break
            name = period.name or name
            kind = period.type or kind
            urban_class = period.class_ or urban_class
            province = period.province or province
        return Standing(self.id, name, kind, urban_class, province, self.membership(day))

    def membership(self, day: datetime.date) -> Membership:
        """Return whether it was a member on a day: yes, not known (before it is on record), or no."""
        said = {stay.on(day) for stay in self.member}
        return "member" if "member" in said else "unknown" if "unknown" in said else "no_member"


class Roster(Document):
    """The file of members."""

    accepted: tuple[Accepted, ...] = ()

    cluster: ClusterName
    members: tuple[Member, ...]

    @cached_property
    def by_id(self) -> dict[str, Member]:
        """Every member by its id."""
        return {member.id: member for member in self.members}

    def on(self, day: datetime.date) -> dict[str, Standing]:
        """Return what every member was on a day, by id; those that were no members are left out."""
        standings = (member.on(day) for member in self.members)
        return {standing.id: standing for standing in standings if standing.membership != "no_member"}

    def count(self, day: datetime.date) -> int:
        """Return how many are on record as members on a day."""
        return sum(member.membership(day) == "member" for member in self.members)
