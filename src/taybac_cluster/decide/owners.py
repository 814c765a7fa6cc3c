"""Who may change which file: a city its own submissions and evidence, the secretariat every file."""

import re
from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from taybac_cluster.model.members import Roster

_OF_A_CITY = re.compile(r"submissions/([0-9]{4})/([^/]+)\.yaml|evidence/([0-9]{4})/([^/]+)/.+", re.DOTALL)


FileChange = Literal["added", "modified", "deleted", "renamed", "type", "mode"]


class Touched(NamedTuple):
    """A file that a change touches, by its path from the data folder; of a renamed one also the path before."""

    file: str
    change: FileChange
    before: str | None
    ordinary: bool
    """Whether it is, and was, an ordinary file of the same mode: no link, no submodule."""
    owners: tuple[str, ...]
    allowed: bool | None
    """Whether the author may change it; None if nobody asked."""


class Owners(NamedTuple):
    """Who may change the files of a data folder, by its members file and its locked years."""

    roster: Roster | None
    locked: Collection[int] = ()

    @property
    def secretariat(self) -> tuple[str, ...]:
        """The logins that may change every file; none where the members file cannot be read."""
        return self.roster.cluster.secretariat if self.roster is not None else ()

    def of(self, file: str) -> tuple[str, ...]:
        """Return the logins of whoever a file belongs to, by its path in the data folder.

        What no city owns, and the files of a locked year, belong to the secretariat.
        """
        found = _OF_A_CITY.fullmatch(file)
        if found is None or self.roster is None:
            return self.secretariat
        year, member = found[1] or found[3], found[2] or found[4]
        city = self.roster.by_id.get(member)
        return self.secretariat if city is None or int(year) in self.locked else city.maintainers

    def allow(self, logins: Iterable[str], file: str) -> bool:
        """Whether one of several logins may change a file."""
        return bool(_plain(logins) & _plain((*self.of(file), *self.secretariat)))

    def are_secretariat(self, logins: Iterable[str]) -> bool:
        """Whether one of several logins may change every file."""
        return bool(_plain(logins) & _plain(self.secretariat))


def _plain(logins: Iterable[str]) -> set[str]:
    """Return logins as they are compared: without `@`, and letters of ASCII without case; no others look alike."""
    bare = (login.strip().removeprefix("@") for login in logins)
    return {login.lower() if login.isascii() else login for login in bare if login}
