"""Keys without a colon, signs that do not belong, and what belongs to no document."""

import itertools
import re
from collections.abc import Iterable, Iterator

from taybac_cluster.diagnostics import Span, Spot, Words, nearest
from taybac_cluster.load.characters import cut, quoted
from taybac_cluster.load.node import SET_IN
from taybac_cluster.load.torn.guess import Guess, Torn
from taybac_cluster.load.torn.indents import not_set_in, opens_text
from taybac_cluster.load.torn.rows import ENTRY, indent_of, opens, replaced, value_end
from taybac_cluster.rules.reading.lines import MISSING_COLON, STRAY_SIGN, STRAY_TEXT
from taybac_cluster.rules.reading.structure import DIRECTIVE, TWO_DOCUMENTS

_WORD_LINE = re.compile(r" *(?:- +)*(?P<key>[^\W\d][\w-]*)\s*(?P<sign>[^\w\s\"'-]|[\"'](?=\s)|)\s*(?P<value>.*)")
_STRAYS = tuple(
    re.compile(rf" *(?:- +)*{pattern}")
    for pattern in (
        r"-?(?P<sign>[^\w\s\"'#-]+)",  # before the key, or stuck to its dash
        r"[^\W\d][\w-]*(?P<sign>[^\w\s\"'#:-]+)(?=:)",  # before the colon
        r"[^\W\d][\w-]*:(?P<sign>[^\w\s#]+)(?=\s|\w|$)",  # after it
        r".*(?<=[\w\"'])(?P<sign>[,;]+)\s*$",  # at the end
    )
)
_WIDE_DASH = (re.compile(r" *(?P<sign>-)(?=  )"),)
_DASH = (re.compile(r" *(?P<sign>-)(?= )"), re.compile(r" *(?P<sign>- )(?=\S)"))


_FEW = 3
"""A key of more spaces is a sentence."""
_STAMP = re.compile(r"\[[0-9: ,/.-]{4,}\]|[0-9]{1,2}:[0-9]{2}\b")
_FENCE = re.compile(r"`{3,}\w*\s*|~{3,}\w*\s*")
_PROSE = re.compile(r" *[(•–—]?[^\W\d_][^\s:=]*(?:\s+[^\s:=\d]+)+")
_SENTENCE = re.compile(r"(?:[^\s:]+[ \t]+){3,}\S.*")


def stray_texts(torn: Torn) -> Iterator[Guess]:
    """Lines of a message or a chat at the edge of the file: first all of them, then those near the mark alone."""
    found = [row for row, text in enumerate(torn.rows) if _is_stray(torn, text)]
    runs = [[row for _, row in run] for _, run in itertools.groupby(enumerate(found), lambda pair: pair[1] - pair[0])]
    near = [run for run in runs if set(run) & {torn.row, torn.context_row(), *torn.near()}]
    for run in near:
        above = next(torn.above(run[0]), None)
        opener = ENTRY.match(torn.rows[above]) if above is not None else None
        if above is not None and opener and not opener["indent"] and opens_text(torn.rows[above]):
            where = Spot(torn.file, Span(run[0] + 1, 1, run[-1] + 1, len(torn.rows[run[-1]]) + 1))
            fixed = {row: " " * SET_IN + torn.rows[row] for row in run}
            yield Guess((not_set_in(where, cut(opener["key"]), torn.spot(above, 0)),), fixed)
    if near:
        yield _strays_of(torn, runs)
        yield _strays_of(torn, near)


def _is_stray(torn: Torn, text: str) -> bool:
    """Whether a line is a sentence, a stamp of a chat or a fence, and no entry that lacks its colon."""
    if _PROSE.fullmatch(text) and not text.isascii() and not _names_a_key(torn, text):
        return True
    entry = ENTRY.match(text)
    if (
        not text
        or text[0] in " #-"
        or text.startswith(("...", "%", "? "))
        or (entry and entry["key"].count(" ") < _FEW)
    ):
        return False
    first = re.split(r"\W", text, maxsplit=1)[0]
    if _FENCE.fullmatch(text) or _STAMP.match(text):
        return True
    return _SENTENCE.fullmatch(text) is not None and not nearest(first, [*torn.keys.legal], 1)


def _names_a_key(torn: Torn, text: str) -> bool:
    """Whether a line begins with a key, of the file's or of the kind that ids are."""
    first = re.split(r"[^\w-]", text.lstrip(), maxsplit=1)[0]
    return "-" in first or bool(nearest(first, [*torn.keys.legal], 1))


def _strays_of(torn: Torn, runs: list[list[int]]) -> Guess:
    faults = [
        STRAY_TEXT.at(
            Spot(torn.file, Span(run[0] + 1, 1, run[-1] + 1, len(torn.rows[run[-1]]) + 1)),
            text=cut(torn.rows[run[0]].strip()),
        )
        for run in runs
    ]
    return Guess(tuple(faults), {row: "" for run in runs for row in run})


def missing_colons(torn: Torn) -> Iterator[Guess]:
    """A line of a mapping that has no colon."""
    for row in dict.fromkeys((torn.context_row(), *itertools.islice(torn.above(torn.row), 2), torn.row)):
        text = torn.rows[row]
        match = _WORD_LINE.fullmatch(text[: value_end(text, 0)])
        if match and not ENTRY.match(text) and not text.lstrip().startswith("#"):
            start = match.start("key")
            value = match["value"] if not re.search(r":(?: |$)", match["value"]) else quoted(match["value"])
            write = f"{match['key']}: {value}".rstrip()
            spot = torn.spot(row, start, match.end())
            said, write_it = cut(text.strip()), cut(text[indent_of(text) : start] + write)
            above = next(torn.above(row), row)
            level = indent_of(torn.rows[above]) + (2 if above != row and opens(torn.rows[above]) else 0)
            astray = start < level and match["key"] not in torn.keys.legal and not text[:start].strip()
            if astray and not _in_line(torn, row):
                after = Words(f" sau {level} dấu cách", f" after {level} spaces")
                yield Guess(
                    (MISSING_COLON.at(spot, text=said, write=write_it, indent=after),), {row: " " * level + write}
                )
            yield Guess((MISSING_COLON.at(spot, text=said, write=write_it, indent=""),), {row: text[:start] + write})


def _in_line(torn: Torn, row: int) -> bool:
    """Whether an indented line stands under others of its own level, after deeper ones."""
    level = indent_of(torn.rows[row])
    levels = (indent_of(torn.rows[above]) for above in torn.above(row))
    return level > 0 and next((each for each in levels if each <= level), 0) == level


def stray_signs(torn: Torn) -> Iterator[Guess]:
    """A sign that does not belong before or after a key."""
    yield from _strays(torn, (*_STRAYS, *_WIDE_DASH))


def stray_dashes(torn: Torn) -> Iterator[Guess]:
    """A dash where no list is."""
    yield from _strays(torn, _DASH)


def _strays(torn: Torn, patterns: Iterable[re.Pattern[str]]) -> Iterator[Guess]:
    for row in torn.near():
        text = torn.rows[row]
        for pattern in patterns if not text.startswith(("...", "---", "%")) else ():
            if match := pattern.match(text):
                start, end = match.span("sign")
                fault = STRAY_SIGN.at(torn.spot(row, start, end), sign=match["sign"].strip())
                yield Guess((fault,), {row: replaced(text, start, end, "")})
                yield Guess((fault,), {row: replaced(text, start, end, " " * (end - start))})


def outside(torn: Torn) -> Iterator[Guess]:
    """What does not belong to one document: a directive, a merge mark, more after the end."""
    for row in torn.near():
        text = torn.rows[row]
        if text.startswith("%"):
            yield Guess((DIRECTIVE.at(torn.spot(row, 0)),), {row: ""})
        if "document start" in torn.stop.problem:
            rest = dict.fromkeys(range(row, len(torn.rows)), "")
            yield Guess((TWO_DOCUMENTS.at(torn.spot(row, 0)),), rest)
