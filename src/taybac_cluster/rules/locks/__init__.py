"""Locked years: whether the files and the lock are still as they were."""

from taybac_cluster.rules.locks import (
    lock_edited,
    locked_year_changed,
)
from taybac_cluster.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    locked_year_changed.RULE,
    lock_edited.RULE,
)
