"""A comma that cuts a number or a text in two: inside braces it begins a new key."""

import re
from typing import Any

from taybac_cluster.diagnostics import Diagnostic, Spot
from taybac_cluster.load.characters import Lines, cut
from taybac_cluster.load.no_value import no_value
from taybac_cluster.load.node import Node
from taybac_cluster.load.scalars import typed
from taybac_cluster.rules.reading.braces import COMMA_IN_BRACES, DECIMAL_COMMA_IN_BRACES, THOUSANDS_COMMA_IN_BRACES
from taybac_cluster.rules.reading.lines import MISSING_SPACE
from taybac_cluster.rules.reading.words import NO_VALUE
from taybac_cluster.rules.rule import Rule

_GLUED_KEY = re.compile(r"(value|missing|numerator|denominator|vi|en|name|title|note):([^\s:/].*)")
_AFTER_COMMA = re.compile(r"[^{}\[\]:,\r\n]*(?:,[^{}\[\]:,\r\n]*(?=[,}]))*")
"""The rest of a value that commas have cut: up to the brace that closes it, or the next key."""

_WHOLE = re.compile(r"-?[0-9]+")
_THOUSANDS_BEFORE = re.compile(r"-?[1-9][0-9]{0,2}")
_THOUSANDS_AFTER = re.compile(r"[0-9]{3}(?:, ?[0-9]{3})*(?:\.[0-9]+)?")
_DECIMALS = re.compile(r"([0-9]+) ?(%?)")


def fault(node: Node, text: str, lines: Lines, spot: Spot) -> Diagnostic:
    """Return what is wrong with a key without a value inside braces, which stands at `spot`."""
    key, event = str(node.key), node.keys[node.key]
    if glued := _GLUED_KEY.fullmatch(key):
        write = f"{glued[1]}: {glued[2]}"
        return MISSING_SPACE.at(spot, fix=write, sign=":", text=cut(key), write=cut(f"{{{write}}}"))
    start = event.start_mark.index
    comma = text.rfind(",", node.start.index, start)
    before, left = _before(node)
    if comma < 0 or left is None or not (isinstance(left, str) or key[:1].isdigit()):
        return NO_VALUE.at(spot, **no_value(key))
    right = _AFTER_COMMA.match(text, start)
    rule, write, fix = _joined(typed(left), text[comma:start], right[0].rstrip() if right else key)
    where = Spot(spot.file, lines.span(comma, start if fix else comma + 1))
    return rule.at(where, fix=fix, key=cut(before), write=cut(write))


def _before(node: Node) -> tuple[str, Any]:
    """Return the key before, and its value where that is a single word."""
    keys = list(node.keys)
    at = keys.index(node.key)
    value = node.value.get(keys[at - 1]) if at else None
    return (keys[at - 1], value) if not isinstance(value, (dict, tuple)) else ("", None)


def _joined(left: str, gap: str, right: str) -> tuple[Rule, str, str | None]:
    """Put together what a comma has cut: the rule, what to write, and what is safe to write in the comma's place."""
    if _WHOLE.fullmatch(left):
        if _THOUSANDS_BEFORE.fullmatch(left) and _THOUSANDS_AFTER.fullmatch(right):
            return THOUSANDS_COMMA_IN_BRACES, left + right.replace(",", "").replace(" ", ""), None
        if match := _DECIMALS.fullmatch(right):
            return DECIMAL_COMMA_IN_BRACES, f"{left}.{match[1]}", None if match[2] else "."
    return COMMA_IN_BRACES, f'"{left}{gap}{right}"', None
