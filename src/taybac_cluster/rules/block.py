"""The lines of a block as an officer types them: what hints show where more than one line is to be typed."""

import re
from collections.abc import Iterable

from taybac_cluster.diagnostics import Words, shortened

OPEN = "…"
"""What stands in a hint where only the officer knows what to type."""

_NEEDS_QUOTES = re.compile(r"[:#]|^[^\w(]")


def block(key: str, *lines: tuple[str, str]) -> str:
    """Return a key and the lines of `name: value` below it, each set in by two spaces."""
    return "\n".join([f"{one_line(key)}:", *(f"  {one_line(name)}: {one_line(value)}" for name, value in lines)])


def listed(key: str, items: Iterable[str]) -> str:
    """Return a key and the items of the list below it."""
    return "\n".join([f"{one_line(key)}:", *(f"  - {one_line(item)}" for item in items)])


def to_type(lines: str) -> Words:
    """Return lines as a parameter of a hint: the same in both languages."""
    return Words(lines, lines)


def one_line(text: str) -> str:
    """Return a text cut to what a line of a hint holds."""
    return shortened(" ".join(text.split()))


def in_quotes(text: str) -> str:
    """Return a text as a line may hold it: in quotes where YAML would read it as something else."""
    return f'"{text}"' if _NEEDS_QUOTES.search(text) and '"' not in text else text
