"""All rules by code and by name, for whoever shows their words."""

from functools import cache

from taybac_cluster.rules import (
    appraisals,
    criteria,
    locks,
    meetings,
    members,
    nothing_to_accept,
    papers,
    reading,
    submissions,
)
from taybac_cluster.rules.rule import Rule

CHECKS: tuple[Rule, ...] = tuple(
    sorted(
        (
            *members.RULES,
            *criteria.RULES,
            *submissions.RULES,
            *appraisals.RULES,
            *meetings.RULES,
            *locks.RULES,
            nothing_to_accept.RULE,
            *papers.RULES,
        ),
        key=lambda rule: rule.code,
    )
)
"""Every rule that checks the whole folder, in the order of the codes; R204 was never given."""

RULES: tuple[Rule, ...] = (*reading.RULES, *CHECKS)
"""Every rule there is."""


def find(word: str) -> Rule | None:
    """Return the rule of a code, in either case, or of a name."""
    return _by_word().get(word.upper()) or _by_word().get(word.lower())


@cache
def _by_word() -> dict[str, Rule]:
    return {word: rule for rule in RULES for word in (rule.code, rule.name)}
