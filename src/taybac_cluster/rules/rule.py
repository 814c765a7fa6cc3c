"""What a rule is: its words in both languages, an example that fails and one that passes, and its check."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from taybac_cluster.diagnostics import Diagnostic, Param, Severity, Where, Words

if TYPE_CHECKING:
    from taybac_cluster.model.cluster import Cluster
    from taybac_cluster.rules.walk import Year

Check = Callable[["Cluster"], Iterable[Diagnostic]]
Audit = Callable[["Year"], Iterable[Diagnostic]]
Files = Mapping[str, str | bytes | None]
"""Whole files that replace those of the sample folder; None takes one away."""


class Edit(NamedTuple):
    """One change of the sample folder: `old` replaced by `new` in a file; an empty `old` makes a new file."""

    file: str
    old: str
    new: str


Changes = tuple[Edit, ...] | Files


class Rule(NamedTuple):
    """One thing that is checked.

    `title` says what in a line, `why` why it matters, `message` and `hint` are templates over a diagnostic's
    parameters: what is wrong, and what to do. `bad` makes the sample folder break exactly this rule, `good` does not.

    `check` looks at everything that was read. `audit` looks at one year of it, and only where no rule found an error in
    the year's files: it may compute with the values.
    """

    code: str
    name: str
    title: Words
    why: Words
    message: Words
    hint: Words
    bad: Changes
    good: Changes = ()
    severity: Severity = "error"
    fixable: bool = False
    check: Check | None = None
    audit: Audit | None = None

    def at(self, where: Where, *also: Where, fix: str | None = None, **params: Param) -> Diagnostic:
        """Return what this rule says of a place."""
        return Diagnostic(self.code, where, params, self.severity, also, fix)
