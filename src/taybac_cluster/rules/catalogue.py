"""All rules by code and by name: for whoever shows their words. Applying them needs only the registry."""

from functools import cache

from taybac_cluster.rules.reading import READING
from taybac_cluster.rules.registry import checks
from taybac_cluster.rules.rule import Rule
from taybac_cluster.rules.scalars import SCALARS
from taybac_cluster.rules.shape import SHAPE

RULES: tuple[Rule, ...] = (*READING, *SCALARS, *SHAPE, *checks())
"""Every rule there is."""


def find(word: str) -> Rule | None:
    """Return the rule of a code, in either case, or of a name."""
    return _by_word().get(word.upper()) or _by_word().get(word.lower())


@cache
def _by_word() -> dict[str, Rule]:
    return {word: rule for rule in RULES for word in (rule.code, rule.name)}
