"""What a rule is: a value with its words in both languages, an example that fails and one that passes, and its check."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from taybac_cluster.diagnostics import Diagnostic, Param, Severity, Where, Words
from taybac_cluster.model.cluster import Cluster

Check = Callable[[Cluster], Iterable[Diagnostic]]
Files = Mapping[str, str | bytes | None]
"""Whole files that replace those of the sample folder; None takes one away."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the sample folder: `old` replaced by `new` in a file."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked.

    `title` says what in a line, `why` why it matters, `message` and `hint` are templates over a diagnostic's
    parameters: what is wrong, and what to do. `bad` makes the sample folder break exactly this rule, `good` does not.
    """

    code: str
    name: str
    title: Words
    why: Words
    message: Words
    hint: Words
    bad: tuple[Edit, ...] | Files
    good: tuple[Edit, ...] | Files = field(default=())
    severity: Severity = "error"
    fixable: bool = False
    check: Check | None = None

    def at(self, where: Where, *also: Where, mend: str | None = None, **params: Param) -> Diagnostic:
        """Return what this rule says of a place."""
        return Diagnostic(self.code, where, params, self.severity, also, mend)
