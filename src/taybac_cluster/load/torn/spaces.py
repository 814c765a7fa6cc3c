"""Tabs and odd spaces before a line, and a colon or a dash with no space after it."""

import re
from collections.abc import Iterator, Mapping

from taybac_cluster.diagnostics import Diagnostic, Span, Spot
from taybac_cluster.load.characters import cut, name_of
from taybac_cluster.load.torn.guess import Guess, Torn, span_of
from taybac_cluster.load.torn.rows import KEY, replaced, value_end
from taybac_cluster.rules.reading.characters import ODD_SPACE, TAB_INDENT
from taybac_cluster.rules.reading.lines import MISSING_SPACE

_ODD_INDENT = re.compile(r"(?P<before>(?: |-(?=\s))*)(?P<odd>[\t\u00a0\u2000-\u200a\u202f\u3000]\s*)")
_GLUED = re.compile(rf"(?P<before> *(?:- +)*)(?P<key>{KEY}):(?P<value>[^\s/:].*|\u00a0.*)")
_GLUED_DASH = re.compile(r"(?P<before> *(?:- +)*)-(?P<value>[^\s\d-].*)")


def odd_indents(torn: Torn) -> Iterator[Guess]:
    """Tabs and no-break spaces where a line begins."""
    found: dict[int, re.Match[str]] = {}
    for row, text in enumerate(torn.rows):
        if match := _ODD_INDENT.match(text):
            found[row] = match
    if not found or min(found) > torn.row:
        return
    at = max(row for row in found if row <= torn.row)
    run = [at]
    for step in (-1, 1):
        row = at + step
        while row in found:
            run.append(row)
            row += step
    yield _spaced(torn, {row: found[row] for row in sorted(run)})
    yield _spaced(torn, found)


def _spaced(torn: Torn, found: Mapping[int, re.Match[str]]) -> Guess:
    faults, fixed = [], {}
    for row, match in found.items():
        spaces = re.sub(r"\s", " ", match["odd"].replace("\t", "  "))
        rule = TAB_INDENT if "\t" in match["odd"] else ODD_SPACE
        where = torn.spot(row, match.start("odd"), match.end("odd"))
        faults.append(rule.at(where, fix=spaces, char=name_of(match["odd"][0])))
        fixed[row] = replaced(torn.rows[row], match.start("odd"), match.end("odd"), spaces)
    return Guess(tuple(faults), fixed)


def glued(torn: Torn) -> Iterator[Guess]:
    """A colon or a dash with no space after it, in the rows down to the one where the parser stopped."""
    for sign in (":", "-"):
        rows = [torn.row] if _match(torn.text, sign) else []
        for row in torn.above(torn.row):
            if not _match(torn.rows[row], sign):
                break
            rows.append(row)
        context = torn.context_row()
        choices = [rows, rows[:1], [context] if _match(torn.rows[context], sign) else []]
        for chosen in choices:
            if chosen:
                yield _unglued(torn, sorted(chosen), sign)


def _match(row: str, sign: str) -> re.Match[str] | None:
    return (_GLUED if sign == ":" else _GLUED_DASH).match(row)


def _unglued(torn: Torn, rows: list[int], sign: str) -> Guess:
    faults = [missing_space(torn.file, row, torn.rows[row], sign) for row in rows]
    reported = [each for each in faults if each is not None]
    spans = [span_of(each) for each in reported]
    fixed = {
        span.line - 1: replaced(torn.rows[span.line - 1], span.column - 1, span.end_column - 1, each.fix or "")
        for each, span in zip(reported, spans, strict=True)
    }
    return Guess(tuple(reported), fixed)


def missing_space(file: str, row: int, text: str, sign: str, start: int = 0) -> Diagnostic | None:
    """Return what is to be said of a row, from 0, whose colon or dash has no space after it; None where it has none."""
    match = (_GLUED if sign == ":" else _GLUED_DASH).match(" " * start + text[start:])
    if match is None:
        return None
    begin = match.end("before")
    end = value_end(text, match.start("value"))
    value = text[match.start("value") : end].strip("\u00a0 ")
    write = f"{match['key'].rstrip()}: {value}" if sign == ":" else f"- {value}"
    where = Spot(file, Span(row + 1, begin + 1, row + 1, end + 1))
    params = {"sign": sign, "text": cut(text[begin:end]), "write": cut(write)}
    return MISSING_SPACE.at(where, fix=write, **params)
