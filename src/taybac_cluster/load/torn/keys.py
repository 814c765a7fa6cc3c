"""Keys without a colon, signs that do not belong, and what belongs to no document."""

import itertools
import re
from collections.abc import Iterable, Iterator

from taybac_cluster.diagnostics import Words
from taybac_cluster.load.characters import cut
from taybac_cluster.load.torn.guess import Guess, Torn
from taybac_cluster.load.torn.rows import ENTRY, indent_of, opens, quoted, replaced, value_end
from taybac_cluster.rules.reading.lines import MISSING_COLON, STRAY_SIGN
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
            if start < level and match["key"] not in torn.legal and not text[:start].strip():
                after = Words(f" sau {level} dấu cách", f" after {level} spaces")
                yield Guess(
                    (MISSING_COLON.at(spot, text=said, write=write_it, indent=after),), {row: " " * level + write}
                )
            yield Guess((MISSING_COLON.at(spot, text=said, write=write_it, indent=""),), {row: text[:start] + write})


def stray_signs(torn: Torn) -> Iterator[Guess]:
    """A sign that slipped in before or after a key."""
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
