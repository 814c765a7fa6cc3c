"""Why libyaml gave up: the slip in the text, at its cause and not where the parser noticed.

Called only with a file that does not parse. The slips are tried in the order in which they mislead a parser; its own
words are the last thing shown.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from taybac_cluster.diagnostics import Diagnostic, Span, Spot
from taybac_cluster.load.characters import lines

_ENTRY = re.compile(r"^(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[^\s:#\"'\[\]{}&*!|>%@`,?-][^:#\[\]{}\"']*?|\"[^\"]*\"|'[^']*') *:(?= |$)")
_QUOTE = re.compile(r"^ *(?:- +)*(?:[^\s#\"'][^#\"']*?: +)?(?P<quote>[\"'])")
_GLUED = re.compile(r"^ *(?:- +)*(?P<key>[A-Za-z_][A-Za-z0-9_-]*):(?P<value>[^\s/:][^:]*|\u00a0.*)$")
_SIGNS = "%@`*&!|>"


class _Torn(NamedTuple):
    """A file that does not parse, and where libyaml noticed."""

    file: str
    rows: list[str]
    row: int
    column: int
    context: tuple[int, int] | None
    problem: str


def why(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    """Return the slip that most likely made libyaml give up."""
    rows = lines(text)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None)
    torn = _Torn(
        file,
        rows,
        min(mark.line, len(rows) - 1) if mark else 0,
        mark.column if mark else 0,
        (context.line, context.column) if context else None,
        f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}",
    )
    for slip in _SLIPS:
        if found := slip(torn):
            return found
    return _other(torn)


def _value_start(row: str) -> int | None:
    """Return the column at which an entry's value starts, where it has one on its line."""
    entry = _ENTRY.match(row)
    if entry:
        start = len(row) - len(row[entry.end() :].lstrip(" "))
        return start if row[start : start + 1] not in ("", "#") else None
    dash = re.match(r"^ *(?:- +)+", row)
    return dash.end() if dash and row[dash.end() : dash.end() + 1] not in ("", "#") else None


def _value(row: str, start: int) -> str:
    return re.split(r" +#", row[start:], maxsplit=1)[0].rstrip()


def _place(torn: _Torn, row: int, start: int, end: int | None = None) -> Spot:
    width = len(torn.rows[row])
    start = min(start, width)
    return Spot(torn.file, Span(row + 1, start + 1, row + 1, max(start + 1, width if end is None else end) + 1))


def quoted(text: str) -> str:
    """Return the text in the quotes that need the fewest changes."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _quote(torn: _Torn) -> Diagnostic | None:
    """A quote that is opened and not closed on its line, at or before the place where the parser stopped."""
    for row, text in enumerate(torn.rows[: torn.row + 1]):
        match = _QUOTE.match(text)
        if not match:
            continue
        start, sign = match.start("quote"), match["quote"]
        body = text[start + 1 :].replace(sign * 2, "") if sign == "'" else re.sub(r"\\.", "", text[start + 1 :])
        if sign not in body:
            closing = next((at for at in range(row + 1, len(torn.rows)) if sign in torn.rows[at]), None)
            also = () if closing is None else (_place(torn, closing, torn.rows[closing].index(sign)),)
            return Diagnostic("R040", _place(torn, row, start, start + 1), {"sign": sign}, also=also)
        rest = body.split(sign, 1)[1].lstrip(" ")
        if row == torn.row and rest and not rest.startswith(("#", ",", "]", "}", ":")):
            return Diagnostic("R047", _place(torn, row, start), {"sign": sign})
    return None


def _glued(torn: _Torn) -> Diagnostic | None:
    """A colon with no space after it, shortly before the place where the parser stopped."""
    for row in range(torn.row, max(torn.row - 3, -1), -1):
        if match := _GLUED.match(torn.rows[row]):
            start = match.start("key")
            params = {"key": match["key"], "value": match["value"].strip()}
            mend = f"{match['key']}: {match['value'].strip()}"
            return Diagnostic("R041", _place(torn, row, start), params, mend=mend)
    return None


def _sign(torn: _Torn) -> Diagnostic | None:
    """A text that starts with a sign of YAML's own."""
    for row in (torn.row, torn.context[0] if torn.context else torn.row):
        text = torn.rows[row]
        start = _value_start(text)
        if start is not None and text[start] in _SIGNS:
            value = _value(text, start)
            return Diagnostic(
                "R042", _place(torn, row, start, start + len(value)), {"sign": text[start], "text": value}, mend=quoted(value)
            )
    return None


def _colon(torn: _Torn) -> Diagnostic | None:
    """A colon and a space inside a text."""
    text = torn.rows[torn.row]
    start = _value_start(text)
    if start is None or text[start] in "[{\"'" or torn.column <= start:
        return None
    value = _value(text, start)
    if not re.search(r":(?: |$)", value):
        return None
    return Diagnostic("R043", _place(torn, torn.row, start, start + len(value)), {"text": value}, mend=quoted(value))


def _bracket(torn: _Torn) -> Diagnostic | None:
    """A bracket or a brace that is not closed, or closed by the other."""
    if "flow" not in torn.problem or torn.context is None:
        return None
    row, column = torn.context
    sign = torn.rows[row][column : column + 1]
    if sign not in ("[", "{"):
        return None
    return Diagnostic("R044", _place(torn, row, column, column + 1), {"sign": sign, "close": "]" if sign == "[" else "}"})


def _no_colon(torn: _Torn) -> Diagnostic | None:
    """A line of a mapping that has no colon."""
    if "could not find expected ':'" not in torn.problem or torn.context is None:
        return None
    row, column = torn.context
    return Diagnostic("R045", _place(torn, row, column), {"text": torn.rows[row].strip()})


def _indent(torn: _Torn) -> Diagnostic | None:
    """A line that stands under no other: its spaces match no level that is open."""
    text = torn.rows[torn.row]
    if not text.strip():
        return None
    width = len(text) - len(text.lstrip(" "))
    levels: list[int] = []
    for each in torn.rows[: torn.row]:
        if not each.strip() or each.lstrip().startswith("#"):
            continue
        at = len(each) - len(each.lstrip(" "))
        while levels and levels[-1] > at:
            levels.pop()
        if not levels or levels[-1] < at:
            levels.append(at)
    if not levels:
        return None
    near = min(levels, key=lambda level: (abs(level - width), -level))
    if width not in levels or (width and _ENTRY.match(text)):
        if width in levels:
            near = max((level for level in levels if level < width), default=0)
        params = {"spaces": width, "expected": near}
        return Diagnostic("R046", _place(torn, torn.row, width), params)
    return None


def _other(torn: _Torn) -> Diagnostic:
    return Diagnostic("R049", _place(torn, torn.row, torn.column), {"problem": torn.problem.strip()})


_SLIPS: tuple[Callable[[_Torn], Diagnostic | None], ...] = (_quote, _glued, _sign, _bracket, _colon, _no_colon, _indent)
