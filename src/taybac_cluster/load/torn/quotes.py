"""Quotes that are not closed, words after a closing quote, backslashes in quotes."""

import re
from collections.abc import Iterator

from taybac_cluster.load.characters import cut, quoted
from taybac_cluster.load.torn.guess import Guess, Torn
from taybac_cluster.load.torn.rows import replaced, value_end
from taybac_cluster.rules.reading.quotes import BACKSLASH, TEXT_AFTER_QUOTE, UNCLOSED_QUOTE

_QUOTE = re.compile(r" *(?:- +)*(?:[^\s#\"'][^#\"']*?: +)?(?P<quote>[\"'])")


def open_quotes(torn: Torn) -> Iterator[Guess]:
    """A quote that is opened and not closed on its line, at or before the place where the parser stopped."""
    for row in (torn.row, *torn.above(torn.row)):
        text = torn.rows[row]
        match = _QUOTE.match(text)
        if not match:
            continue
        start, sign = match.start("quote"), match["quote"]
        body = text[start + 1 :].replace(sign * 2, "  ") if sign == "'" else re.sub(r"\\.", "  ", text[start + 1 :])
        if sign in body:
            yield from _after_quote(torn, row, start, start + 2 + body.index(sign))
            continue
        closing = next((at for at in range(row + 1, torn.row + 1) if sign in torn.rows[at]), None)
        at = 0 if closing is None else torn.rows[closing].index(sign)
        also = () if closing is None else (torn.spot(closing, at, at + 1),)
        fault = UNCLOSED_QUOTE.at(torn.spot(row, start, start + 1), *also, sign=sign)
        for end in dict.fromkeys((len(text.rstrip()), value_end(text, start), len(text.rstrip(" ,]}")))):
            yield Guess((fault,), {row: replaced(text, end, end, sign)})
        yield Guess((fault,), {row: replaced(text, start, start + 1, "")})
        yield Guess((fault,), {row: replaced(text, start, start + 1, " ")})
    if torn.stop.context and torn.rows[torn.context_row()][torn.stop.context[1] :][:1] in ('"', "'"):
        row, start = torn.stop.context
        text = torn.rows[row]
        fault = UNCLOSED_QUOTE.at(torn.spot(row, start, start + 1), sign=text[start])
        end = len(text.rstrip(" ,]}"))
        yield Guess((fault,), {row: replaced(text, end, end, text[start])})


def _after_quote(torn: Torn, row: int, start: int, end: int) -> Iterator[Guess]:
    """Words after the quote that closes a value."""
    text = torn.rows[row]
    if row not in torn.near() or text[end:].lstrip(" ")[:1] in ("", "#", ",", "]", "}", ":"):
        return
    end = value_end(text, end)
    write = quoted(text[start:end])
    fault = TEXT_AFTER_QUOTE.at(torn.spot(row, start, end), sign=text[start], write=cut(write))
    yield Guess((fault,), {row: replaced(text, start, end, write)})


def backslashes(torn: Torn) -> Iterator[Guess]:
    """A backslash in double quotes, as in a path of Windows."""
    if "escape" not in torn.stop.problem and "hexdecimal" not in torn.stop.problem:
        return
    start = torn.text.rfind("\\", 0, torn.stop.column + 1)
    opening = torn.text.rfind('"', 0, start) if start >= 0 else -1
    closing = torn.text.find('"', start)
    if opening < 0 or closing < 0:
        return
    write = quoted(torn.text[opening + 1 : closing])
    fault = BACKSLASH.at(torn.spot(torn.row, start, start + 1), write=cut(write))
    yield Guess((fault,), {torn.row: replaced(torn.text, opening, closing + 1, write)})
