"""Faults that the loader finds while it reads a file, as constants: their words and examples, without a check."""

from taybac_cluster.rules.reading import (
    braces,
    characters,
    dates,
    files,
    lines,
    numbers,
    quotes,
    shape,
    structure,
    words,
)
from taybac_cluster.rules.rule import Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *files.RULES,
            *characters.RULES,
            *structure.RULES,
            *braces.RULES,
            *quotes.RULES,
            *lines.RULES,
            *words.RULES,
            *numbers.RULES,
            *dates.RULES,
            *shape.RULES,
        ),
        key=lambda rule: rule.code,
    )
)
