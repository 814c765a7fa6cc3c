"""Paragraphs for a terminal: how roles look, and where lines are broken."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from taybac_cluster.views.page import Role

STYLES: dict[Role, str] = {
    "plain": "",
    "strong": "bold",
    "dim": "dim",
    "good": "green",
    "bad": "red",
    "warn": "yellow",
}
_HELD = {"\u00a0": "\ue000", " %": "\ue001%"}
"""What stands for a space at which no line is broken, while lines are broken: no text that is shown has them."""


def hanging(head: Text, text: Text, console: Console) -> Iterator[Text]:
    """Yield the lines of a paragraph, the further ones under its first word."""
    indent = cell_len(head.plain)
    for line in wrapped(text, console, max(console.width - indent, 1)):
        yield Text.assemble(head, line)
        head = Text(" " * indent)


def wrapped(text: Text, console: Console, width: int) -> Iterator[Text]:
    """Break a text into lines, never between a number and its per cent sign; rich would, even at a no-break space."""
    for typed, held in _HELD.items():
        text.plain = text.plain.replace(typed, held)
    for line in text.wrap(console, width, overflow="fold"):
        for typed, held in _HELD.items():
            line.plain = line.plain.replace(held, typed)
        yield line
