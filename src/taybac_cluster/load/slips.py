"""Why libyaml gave up: the slip in the text, at its cause and not where the parser noticed.

Called only with a file that does not parse. Every slip that the text near the mark could be is a guess with its fix;
the fix is tried, and the guess is right that lets the parser go on. So several slips of a file are found in one run,
a guess is never taken for knowledge, and the parser's own words are the last thing shown.
"""

import itertools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent

from taybac_cluster.diagnostics import BULLETS, Diagnostic, Param, Span, Spot, Where, Words, nearest
from taybac_cluster.load.builder import FAST, MAX_DEPTH, MOST_FAULTS, Parser, no_value
from taybac_cluster.load.characters import cut, lines, name_of
from taybac_cluster.load.locations import nearest_span, spans_of
from taybac_cluster.model.record import Location

_KEY = r"[^\s:#\"'\[\]{},&*!|>%@`?-][^:#\"'\[\]{},]*"
_ENTRY = re.compile(rf"(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>{_KEY}|\"[^\"]*\"|'[^']*'):(?= |$)")
_GLUED = re.compile(rf"(?P<before> *(?:- +)*)(?P<key>{_KEY}):(?P<value>[^\s/:].*|\u00a0.*)")
_GLUED_DASH = re.compile(r"(?P<before> *(?:- +)*)-(?P<value>[^\s\d-].*)")
_ODD_INDENT = re.compile(r"(?P<before>(?: |-(?=\s))*)(?P<odd>[\t\u00a0\u2000-\u200a\u202f\u3000]\s*)")
_QUOTE = re.compile(r" *(?:- +)*(?:[^\s#\"'][^#\"']*?: +)?(?P<quote>[\"'])")
_WORD_LINE = re.compile(r" *(?:- +)*(?P<key>[^\W\d][\w-]*)\s*(?P<sign>[^\w\s\"'-]|[\"'](?=\s)|)\s*(?P<value>.*)")
_WIDE_BULLET = re.compile(rf" *(?P<sign>[{BULLETS}])(?=\s+\S)")
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
_BLOCK_KEY = re.compile(r"(?:missing|value|numerator|denominator|vi): ")
_BRACKETED = re.compile(r"[\[{][^\[\]{}]*[\]}]\s*[^\s,\]}]")
_FIGURE = re.compile(r"\?+|[><~]=? *(?P<figure>[0-9]+(?:\.[0-9]+)?).{0,20}")
_SET_IN = 2
_BLOCK_SIGN = re.compile(r":\s+[|>][-+]?\s*$")
_SIGNS = "%@`*&!|>?],}-"
_CLOSING = {"[": "]", "{": "}", "]": "[", "}": "{"}
_MOST_BRACKETS = 1000
"""More of them may be nested deep enough to keep libyaml busy for minutes."""

_MOST_BYTES = 4_000_000
"""How much text is parsed again to try fixes; in a file of ordinary size every guess is tried."""

_MOST_SLIPS = 20
_NESTING = frozenset(("R016", "R017", "R021", "R044", "R046", "R050", "R051", "R052", "R054"))
_NEAR = 6
"""How many rows below a fix another slip of nesting may only follow from it."""

_FEW = 3
_MOST_ROWS = 200
"""How far above the mark a slip is looked for."""


class _Stop(NamedTuple):
    """Where libyaml stopped, and what it said."""

    row: int
    column: int
    context: tuple[int, int] | None
    problem: str


class _Guess(NamedTuple):
    """What could be wrong, and the rows that would fix it."""

    faults: tuple[Diagnostic, ...]
    fixed: Mapping[int, str]


@dataclass
class _Torn:
    """A file that does not parse, and where libyaml noticed."""

    file: str
    rows: list[str]
    stop: _Stop
    legal: Collection[str]
    left: list[int] = field(default_factory=lambda: [_MOST_BYTES])
    """How many bytes may still be parsed."""

    @property
    def row(self) -> int:
        return self.stop.row

    @property
    def text(self) -> str:
        return self.rows[self.stop.row]

    def context_row(self) -> int:
        return self.stop.context[0] if self.stop.context else self.stop.row

    def above(self, row: int) -> Iterator[int]:
        """Yield the rows above a row that say something, the nearest first."""
        for each in range(row - 1, max(row - _MOST_ROWS, -1), -1):
            if self.rows[each].strip() and not self.rows[each].lstrip().startswith("#"):
                yield each

    def near(self) -> list[int]:
        """Return the rows that a slip is likeliest in: the mark's, the context's, and a few above."""
        return list(dict.fromkeys((self.row, self.context_row(), *itertools.islice(self.above(self.row), _FEW))))


def why(
    error: yaml.YAMLError, text: str, file: str, legal: Collection[str]
) -> tuple[list[Diagnostic], bytes | None, frozenset[int]]:
    """Return the slips that made libyaml give up; `legal` are the keys that may stand at the edge of the file.

    Where the file parses once they are fixed: also what it would be, and the lines that were changed.
    """
    rows = lines(text)
    torn = _Torn(file, rows, _stop_of(error, rows), legal)
    faults: list[Diagnostic] = []
    changed: set[int] = set()
    sure, stop = True, None
    for _ in range(_MOST_SLIPS):
        guess, stop = _best(torn)
        if guess is None:
            sure = False
            break
        near = {row + step for row in changed for step in range(_NEAR)}
        told = [each for each in guess.faults if span_of(each).line not in (near if _nests(each) else changed)]
        sure = sure and not any(map(_nests, guess.faults))
        faults += told
        changed.update(row + 1 for row in guess.fixed)
        rows = _with(torn.rows, guess.fixed)
        if stop is None or len(faults) >= MOST_FAULTS:
            break
        torn = _Torn(file, rows, stop, legal, torn.left)
    faults = sorted(faults, key=span_of) or [_other(torn)]
    return faults, "\n".join(rows).encode() if sure and stop is None else None, frozenset(changed)


def span_of(fault: Diagnostic) -> Span:
    """Return where a fault that was found in the text stands."""
    return fault.where.span if isinstance(fault.where, Spot) else Span()


def _nests(fault: Diagnostic) -> bool:
    """Whether fixing the fault changes what stands under what, so that what follows may only follow from that."""
    return fault.code in _NESTING


def _best(torn: _Torn) -> tuple[_Guess | None, _Stop | None]:
    """Return the guess whose fix takes the parser farthest, and where it stops then."""
    best: tuple[tuple[int, int, int], _Guess, _Stop] | None = None
    for guess in _guesses(torn):
        if torn.left[0] <= 0:
            break
        rows = _with(torn.rows, guess.fixed)
        stop = _stop(rows, torn.left)
        if stop is None:
            return guess, None
        farther = (stop.row, stop.column) > (torn.stop.row, torn.stop.column)
        past = stop.row > max(guess.fixed) and (stop.row, stop.column) != (torn.stop.row, torn.stop.column)
        if (farther or past) and (best is None or (farther, stop.row, stop.column) > best[0]):
            best = (farther, stop.row, stop.column), guess, stop
    return (best[1], best[2]) if best else (None, None)


def _with(rows: list[str], fixed: Mapping[int, str]) -> list[str]:
    return [fixed.get(number, row) for number, row in enumerate(rows)]


def _stop(rows: list[str], left: list[int]) -> _Stop | None:
    """Return where libyaml stops in the rows; None where it reads them to the end."""
    text = "\n".join(rows)
    flat = FAST and text.count("[") + text.count("{") < _MOST_BRACKETS
    left[0] -= len(text) if flat else 5 * len(text)
    parser = Parser(text.encode())
    try:
        if not flat:
            return _too_deep(parser.get_event)
        parser.raw_parse()
    except yaml.YAMLError as error:
        return _stop_of(error, rows)
    finally:
        parser.dispose()
    return None


def _too_deep(take: Any) -> _Stop | None:
    depth = 0
    while (event := take()) is not None:
        kind = type(event)
        depth += (kind in (MappingStartEvent, SequenceStartEvent)) - (kind in (MappingEndEvent, SequenceEndEvent))
        if depth > MAX_DEPTH:
            return _Stop(event.start_mark.line, event.start_mark.column, None, "")
    return None


def _stop_of(error: Any, rows: list[str]) -> _Stop:
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}".strip()
    if mark is None:
        return _Stop(0, 0, None, said)
    row = min(mark.line, len(rows) - 1)
    return _Stop(row, mark.column, (min(context.line, row), context.column) if context else None, said)


def _guesses(torn: _Torn) -> Iterator[_Guess]:
    for slip in _SLIPS:
        yield from slip(torn)


def _other(torn: _Torn) -> Diagnostic:
    row, column = torn.row, torn.stop.column
    if not torn.text.strip() and torn.stop.context:
        row, column = torn.stop.context
    return Diagnostic("R049", _place(torn, row, column), {"problem": torn.stop.problem})


# ---- what a row is made of ----


def _value_start(row: str) -> int | None:
    """Return the column at which an entry's or an item's value starts, where it has one on its line."""
    match = _ENTRY.match(row) or re.match(r" *(?:- +)+", row)
    if match is None:
        return None
    start = len(row) - len(row[match.end() :].lstrip(" "))
    return start if row[start : start + 1] not in ("", "#") else None


def _value_end(row: str, start: int) -> int:
    """Return the column after the value that starts at `start`: before a comment."""
    comment = re.compile(r"\s#").search(row, start)
    return len((row[: comment.start()] if comment else row).rstrip())


def _flow_value(row: str, column: int) -> tuple[int, int] | None:
    """Return where the value stands that holds a column inside braces or brackets."""
    before = re.search(
        r"[{,\[] *(?:[^\s:{},\[\]\"'][^:{},\[\]\"']*: +)?(?=[^\s{},\[\]])[^{},\[\]]*$", row[: column + 1]
    )
    if before is None:
        return None
    head = re.match(r"[{,\[] *(?:[^\s:{},\[\]\"'][^:{},\[\]\"']*: +)?", before[0])
    start = before.start() + (head.end() if head else 1)
    rest = re.compile(r"[,\]}]|\s#|$").search(row, max(column, start))
    return start, len(row[: rest.start() if rest else len(row)].rstrip())


def _place(torn: _Torn, row: int, start: int, end: int | None = None) -> Spot:
    width = len(torn.rows[row])
    start = min(start, width)
    return Spot(torn.file, Span(row + 1, start + 1, row + 1, max(start + 1, width if end is None else end) + 1))


def _put(row: str, start: int, end: int, text: str) -> str:
    return row[:start] + text + row[end:]


def quoted(text: str) -> str:
    """Return the text in the quotes that need the fewest changes."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


# ---- the slips, in the order in which they mislead a parser ----


def _odd_indents(torn: _Torn) -> Iterator[_Guess]:
    """Tabs and no-break spaces where a line begins."""
    found: dict[int, re.Match[str]] = {}
    for row, text in enumerate(torn.rows):
        if len(found) < MOST_FAULTS and (match := _ODD_INDENT.match(text)):
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


def _spaced(torn: _Torn, found: Mapping[int, re.Match[str]]) -> _Guess:
    faults, fixed = [], {}
    for row, match in found.items():
        spaces = re.sub(r"\s", " ", match["odd"].replace("\t", "  "))
        code = "R016" if "\t" in match["odd"] else "R017"
        where = _place(torn, row, match.start("odd"), match.end("odd"))
        faults.append(Diagnostic(code, where, {"char": name_of(match["odd"][0])}, fix=spaces))
        fixed[row] = _put(torn.rows[row], match.start("odd"), match.end("odd"), spaces)
    return _Guess(tuple(faults), fixed)


def _quotes(torn: _Torn) -> Iterator[_Guess]:
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
        also = () if closing is None else (_place(torn, closing, at, at + 1),)
        fault = Diagnostic("R040", _place(torn, row, start, start + 1), {"sign": sign}, also=also)
        for end in dict.fromkeys((len(text.rstrip()), _value_end(text, start), len(text.rstrip(" ,]}")))):
            yield _Guess((fault,), {row: _put(text, end, end, sign)})
        yield _Guess((fault,), {row: _put(text, start, start + 1, "")})
        yield _Guess((fault,), {row: _put(text, start, start + 1, " ")})
    if torn.stop.context and torn.rows[torn.context_row()][torn.stop.context[1] :][:1] in ('"', "'"):
        row, start = torn.stop.context
        text = torn.rows[row]
        fault = Diagnostic("R040", _place(torn, row, start, start + 1), {"sign": text[start]})
        end = len(text.rstrip(" ,]}"))
        yield _Guess((fault,), {row: _put(text, end, end, text[start])})


def _after_quote(torn: _Torn, row: int, start: int, end: int) -> Iterator[_Guess]:
    """Words after the quote that closes a value."""
    text = torn.rows[row]
    if row not in torn.near() or text[end:].lstrip(" ")[:1] in ("", "#", ",", "]", "}", ":"):
        return
    end = _value_end(text, end)
    write = quoted(text[start:end])
    fault = Diagnostic("R047", _place(torn, row, start, end), {"sign": text[start], "write": cut(write)})
    yield _Guess((fault,), {row: _put(text, start, end, write)})


def _glued(torn: _Torn) -> Iterator[_Guess]:
    """A colon or a dash with no space after it, in the rows down to the one where the parser stopped."""
    for sign in (":", "-"):
        rows = [torn.row] if _slip_of(torn.text, sign) else []
        for row in torn.above(torn.row):
            if not _slip_of(torn.rows[row], sign):
                break
            rows.append(row)
        context = torn.context_row()
        choices = [rows, rows[:1], [context] if _slip_of(torn.rows[context], sign) else []]
        for chosen in choices:
            if chosen:
                yield _unglued(torn, sorted(chosen), sign)


def _slip_of(row: str, sign: str) -> re.Match[str] | None:
    return (_GLUED if sign == ":" else _GLUED_DASH).match(row)


def _unglued(torn: _Torn, rows: list[int], sign: str) -> _Guess:
    faults = [missing_space(torn.file, row, torn.rows[row], sign) for row in rows]
    told = [each for each in faults if each is not None]
    spans = [span_of(each) for each in told]
    fixed = {
        span.line - 1: _put(torn.rows[span.line - 1], span.column - 1, span.end_column - 1, each.fix or "")
        for each, span in zip(told, spans, strict=True)
    }
    return _Guess(tuple(told), fixed)


def missing_space(file: str, row: int, text: str, sign: str, start: int = 0) -> Diagnostic | None:
    """Return what is to be said of a row, from 0, whose colon or dash has no space after it; None where it has none."""
    match = (_GLUED if sign == ":" else _GLUED_DASH).match(" " * start + text[start:])
    if match is None:
        return None
    begin = match.end("before")
    end = _value_end(text, match.start("value"))
    value = text[match.start("value") : end].strip("\u00a0 ")
    write = f"{match['key'].rstrip()}: {value}" if sign == ":" else f"- {value}"
    where = Spot(file, Span(row + 1, begin + 1, row + 1, end + 1))
    params = {"sign": sign, "text": cut(text[begin:end]), "write": cut(write)}
    return Diagnostic("R041", where, params, fix=write)


def _sign(torn: _Torn) -> Iterator[_Guess]:
    """A text that starts with a sign of YAML's own."""
    for row in torn.near():
        text = torn.rows[row]
        start = _value_start(text)
        if start is not None and text[start] in _SIGNS:
            yield from _quoting("R042", torn, row, (start, _value_end(text, start)))
    if torn.text[torn.stop.column : torn.stop.column + 1] in tuple("%@`"):
        found = _flow_value(torn.text, torn.stop.column)
        if found and found[0] == torn.stop.column:
            yield from _quoting("R042", torn, torn.row, found)


def _quoting(code: str, torn: _Torn, row: int, where: tuple[int, int]) -> Iterator[_Guess]:
    text = torn.rows[row]
    value = text[slice(*where)]
    sign = value[:1]
    if not value or value.startswith("- ") or sign in ('"', "'"):
        return
    spot = _place(torn, row, *where)
    if value == "-":
        key = _ENTRY.match(text)
        fault = (
            Diagnostic("R101", spot, no_value(key["key"].rstrip(), "figure" if key["indent"] else "block"))
            if key
            else Diagnostic("R111", spot)
        )
        yield _Guess((fault,), {row: _put(text, *where, '"-"')})
        return
    params: dict[str, Param] = {"text": cut(value), "write": cut(quoted(value))}
    fix: str | None = quoted(value)
    if code == "R042":
        params |= {"sign": sign, "otherwise": Words("", "")}
    if code == "R042" and (figure := _FIGURE.fullmatch(value)):
        fix = None  # it is no text, and a text is all that quotes make of it
        params["otherwise"] = Words(
            "; cần một số thì chỉ ghi số; chưa có số liệu thì ghi {missing: lý do}",
            "; where a figure is due write it alone; where it is not known, {missing: reason}",
        )
        if figure["figure"]:
            params["otherwise"] = Words(
                f"; cần một số thì chỉ ghi: {figure['figure']}",
                f"; where a figure is due write it alone: {figure['figure']}",
            )
    yield _Guess((Diagnostic(code, spot, params, fix=fix),), {row: _put(text, *where, quoted(value))})


def _bracket(torn: _Torn) -> Iterator[_Guess]:
    """A bracket or a brace that is not closed, or closed by the other, or closes nothing."""
    if torn.stop.context is not None and "flow" in torn.stop.problem:
        row, column = torn.stop.context
        sign = torn.rows[row][column : column + 1]
        if sign not in ("[", "{"):
            return
        close = _CLOSING[sign]
        fault = Diagnostic("R044", _place(torn, row, column, column + 1), {"sign": sign, "close": close})
        if torn.text[torn.stop.column : torn.stop.column + 1] in ("]", "}"):
            for width in (0, 1):
                fixed = _put(torn.text, torn.stop.column, torn.stop.column + width, close)
                yield _Guess((fault,), {torn.row: fixed})
        for last in dict.fromkeys((row, *itertools.islice(torn.above(torn.row), 1), torn.row)):
            if last >= row:
                end = _value_end(torn.rows[last], 0)
                yield _Guess((fault,), {last: _put(torn.rows[last], end, end, close)})
    for column in dict.fromkeys((torn.stop.column, _value_end(torn.text, 0) - 1)):
        sign = torn.text[column : column + 1]
        if sign in ("]", "}"):
            fault = Diagnostic(
                "R044", _place(torn, torn.row, column, column + 1), {"sign": sign, "close": _CLOSING[sign]}
            )
            yield _Guess((fault,), {torn.row: _put(torn.text, column, column + 1, "")})


def _bracketed(torn: _Torn) -> Iterator[_Guess]:
    """A text that starts with a word in brackets."""
    for row in torn.near():
        text = torn.rows[row]
        start = _value_start(text)
        if start is not None and text[start] in "[{":
            end = _value_end(text, start)
            if _BRACKETED.match(text, start, end):
                yield from _quoting("R042", torn, row, (start, end))


def _colon(torn: _Torn) -> Iterator[_Guess]:
    """A colon and a space inside a text."""
    for row in torn.near():
        text = torn.rows[row]
        start = _value_start(text)
        if start is None or text[start] in "[{\"'":
            continue
        end = _value_end(text, start)
        if re.search(r":(?: |$)", text[start:end]) and not _BLOCK_KEY.match(text, start):
            yield from _quoting("R043", torn, row, (start, end))
        elif _BLOCK_KEY.match(text, start):
            yield from _unbraced(torn, row, start, end)
    if found := _flow_value(torn.text, torn.stop.column):
        yield from _quoting("R043", torn, torn.row, found)


def _unbraced(torn: _Torn, row: int, start: int, end: int) -> Iterator[_Guess]:
    """A key of a value's block typed on the value's own line: `nghia-trang: missing: why` for `{missing: why}`."""
    value = torn.rows[row][start:end]
    key, _, rest = value.partition(": ")
    text = quoted(rest) if set(rest) & set(",{}[]:#") else rest
    write = f"{{{key}: {text}}}"
    fault = Diagnostic("R053", _place(torn, row, start, end), {"text": cut(value), "write": cut(write)}, fix=write)
    yield _Guess((fault,), {row: _put(torn.rows[row], start, end, write)})


def _bullets(torn: _Torn) -> Iterator[_Guess]:
    """Items that begin with a sign that only looks like a minus: one slip, told at the first of them."""
    width = next((_width(torn.rows[row]) for row in torn.near() if _WIDE_BULLET.match(torn.rows[row])), None)
    if width is None:
        return
    near = next(row for row in torn.near() if _WIDE_BULLET.match(torn.rows[row]))
    below = (row for row in range(near, min(near + _MOST_ROWS, len(torn.rows))) if torn.rows[row].strip())
    around = [*reversed([*_list_rows(torn, torn.above(near), width)]), *_list_rows(torn, below, width)]
    found = {
        row: match for row in around if (match := _WIDE_BULLET.match(torn.rows[row])) and match.start("sign") == width
    }
    first, match = next(iter(found.items()))
    said = {"sign": match["sign"], "write": cut(f"- {torn.rows[first][match.end() :].strip()}")}
    fixed = {row: _put(torn.rows[row], *each.span("sign"), "-") for row, each in found.items()}
    yield _Guess((Diagnostic("R054", _place(torn, first, *match.span("sign")), said),), fixed)


def _list_rows(torn: _Torn, rows: Iterable[int], width: int) -> Iterator[int]:
    """Yield the rows that are of one list: its items, and what is set in below them."""
    return itertools.takewhile(
        lambda row: (
            _width(torn.rows[row]) > width
            or (_width(torn.rows[row]) == width and torn.rows[row][width : width + 1] in f"-{BULLETS}")
        ),
        rows,
    )


def _stray(torn: _Torn) -> Iterator[_Guess]:
    """A sign that slipped in before or after a key."""
    yield from _strays(torn, (*_STRAYS, *_WIDE_DASH))


def _stray_dash(torn: _Torn) -> Iterator[_Guess]:
    """A dash where no list is."""
    yield from _strays(torn, _DASH)


def _strays(torn: _Torn, patterns: Iterable[re.Pattern[str]]) -> Iterator[_Guess]:
    for row in torn.near():
        text = torn.rows[row]
        for pattern in patterns if not text.startswith(("...", "---", "%")) else ():
            if match := pattern.match(text):
                start, end = match.span("sign")
                fault = Diagnostic("R051", _place(torn, row, start, end), {"sign": match["sign"].strip()})
                yield _Guess((fault,), {row: _put(text, start, end, "")})
                yield _Guess((fault,), {row: _put(text, start, end, " " * (end - start))})


def _escape(torn: _Torn) -> Iterator[_Guess]:
    """A backslash in double quotes, as in a path of Windows."""
    if "escape" not in torn.stop.problem and "hexdecimal" not in torn.stop.problem:
        return
    start = torn.text.rfind("\\", 0, torn.stop.column + 1)
    opening = torn.text.rfind('"', 0, start) if start >= 0 else -1
    closing = torn.text.find('"', start)
    if opening < 0 or closing < 0:
        return
    write = quoted(torn.text[opening + 1 : closing])
    fault = Diagnostic("R048", _place(torn, torn.row, start, start + 1), {"write": cut(write)})
    yield _Guess((fault,), {torn.row: _put(torn.text, opening, closing + 1, write)})


def _beside(torn: _Torn) -> Iterator[_Guess]:
    """An item of a list on the line of its key."""
    start = _value_start(torn.text)
    entry = _ENTRY.match(torn.text)
    if entry and start is not None and torn.text[start : start + 2] == "- ":
        end = _value_end(torn.text, start)
        params = {"key": cut(entry["key"].rstrip()), "text": cut(torn.text[start:end])}
        fixed = _put(torn.text, start, end, f"[{quoted(torn.text[start + 2 : end])}]")
        following = {}
        for row in range(torn.row + 1, len(torn.rows)):
            if not re.match(r" *- ", torn.rows[row]):
                break
            following[row] = "#"
        yield _Guess((Diagnostic("R050", _place(torn, torn.row, start, end), params),), {torn.row: fixed} | following)


def _no_dash(torn: _Torn) -> Iterator[_Guess]:
    """An item of a list with no dash before it."""
    for row in torn.near():
        text = torn.rows[row]
        width = _width(text)
        if text.strip() and not text.lstrip().startswith(("-", "#")) and _is_item(torn, row):
            end = _value_end(text, 0)
            params = {"text": cut(text.strip()), "write": cut(f"- {text[width:end]}")}
            yield _Guess(
                (Diagnostic("R052", _place(torn, row, width, end), params),), {row: _put(text, width, width, "- ")}
            )


def _first_dash(torn: _Torn) -> Iterator[_Guess]:
    """The first item of a list with no dash before it: the parser stops only at the second."""
    for row in dict.fromkeys((torn.row, torn.context_row())):
        width = _width(torn.rows[row])
        if not torn.rows[row][width:].startswith("- "):
            continue
        inside = _inside(torn, row, width)
        first = inside[-1] if inside else row
        opener = next(torn.above(first), None)
        if opener is not None and _width(torn.rows[opener]) == width and not _opens(torn.rows[opener]):
            first, opener = opener, next(torn.above(opener), None)  # it stands where its dash should
        text = torn.rows[first]
        start = _width(text)
        if first == row or opener is None or not _opens(torn.rows[opener]) or start not in (width, width + 2):
            continue
        own, other = _ENTRY.match(text), _ENTRY.match(torn.rows[row])
        alike = own["key"] == other["key"] if own and other else own is other
        if not alike or text[start:].startswith("- "):
            continue  # only what looks like the next item lacks a dash
        end = _value_end(text, 0)
        said = {"text": cut(text.strip()), "write": cut(f"- {text[start:end]}")}
        fixed = {first: " " * width + "- " + text[start:]}
        yield _Guess((Diagnostic("R052", _place(torn, first, start, end), said),), fixed)


def _inside(torn: _Torn, row: int, width: int) -> list[int]:
    """Return the rows just above that are set in farther."""
    return list(itertools.takewhile(lambda each: _width(torn.rows[each]) > width, torn.above(row)))


def _block_text(torn: _Torn) -> Iterator[_Guess]:
    """The text below a | or > that is not set in."""
    for row in torn.near():
        opener = next(torn.above(row), None)
        if opener is None or not _BLOCK_SIGN.search(torn.rows[opener]):
            continue
        width = _width(torn.rows[opener])
        below = [each for each in range(opener + 1, len(torn.rows)) if torn.rows[each].strip()]
        run = list(itertools.takewhile(lambda each: not _is_legal(torn, each), below))
        if not run or _width(torn.rows[run[0]]) > width:
            continue
        entry = _ENTRY.match(torn.rows[opener])
        key = entry["key"] if entry else ""
        last = run[-1]
        where = Spot(torn.file, Span(run[0] + 1, width + 1, last + 1, len(torn.rows[last]) + 1))
        fixed = {each: " " * _SET_IN + torn.rows[each] for each in run}
        yield _Guess((_not_set_in(where, cut(key), _place(torn, opener, width)),), fixed)


def _is_legal(torn: _Torn, row: int) -> bool:
    entry = _ENTRY.match(torn.rows[row])
    return entry is not None and entry["key"] in torn.legal


def _is_item(torn: _Torn, row: int) -> bool:
    """Whether a line looks like the items of the list above it: words as they, or their first key."""
    entry = _ENTRY.match(torn.rows[row])
    width = _width(torn.rows[row])
    for each in torn.above(row):
        text = torn.rows[each]
        if _width(text) < width:
            return False
        if _width(text) == width and text[width:].startswith("- "):
            item = _ENTRY.match(text)
            return item["key"] == entry["key"] if item and entry else item is entry
    return False


def _no_colon(torn: _Torn) -> Iterator[_Guess]:
    """A line of a mapping that has no colon."""
    for row in dict.fromkeys((torn.context_row(), *itertools.islice(torn.above(torn.row), 2), torn.row)):
        text = torn.rows[row]
        match = _WORD_LINE.fullmatch(text[: _value_end(text, 0)])
        if match and not _ENTRY.match(text) and not text.lstrip().startswith("#"):
            start = match.start("key")
            value = match["value"] if not re.search(r":(?: |$)", match["value"]) else quoted(match["value"])
            write = f"{match['key']}: {value}".rstrip()
            spot = _place(torn, row, start, match.end())
            said = {"text": cut(text.strip()), "write": cut(text[_width(text) : start] + write)}
            above = next(torn.above(row), row)
            level = _width(torn.rows[above]) + (2 if above != row and _opens(torn.rows[above]) else 0)
            if start < level and match["key"] not in torn.legal and not text[:start].strip():
                after = Words(f" sau {level} dấu cách", f" after {level} spaces")
                yield _Guess((Diagnostic("R045", spot, {**said, "indent": after}),), {row: " " * level + write})
            yield _Guess((Diagnostic("R045", spot, {**said, "indent": ""}),), {row: text[:start] + write})


def _outside(torn: _Torn) -> Iterator[_Guess]:
    """What does not belong to one document: a directive, a merge mark, more after the end."""
    for row in torn.near():
        text = torn.rows[row]
        if text.startswith("%"):
            yield _Guess((Diagnostic("R029", _place(torn, row, 0)),), {row: ""})
        if "document start" in torn.stop.problem:
            rest = dict.fromkeys(range(row, len(torn.rows)), "")
            yield _Guess((Diagnostic("R021", _place(torn, row, 0)),), rest)


def _indent(torn: _Torn) -> Iterator[_Guess]:
    """A line that stands under no other: its spaces match no level that is open."""
    for row in dict.fromkeys((torn.row, torn.context_row())):
        width = _width(torn.rows[row])
        above = list(torn.above(row)) if torn.rows[row].strip() else []
        if not above:
            continue
        yield from _outdented(torn, above, width)
        yield from _odd_one(torn, above, width)
        yield from _moved(torn, above[-1], 0)
        levels = {level for each in above for level in (_width(torn.rows[each]), _content(torn.rows[each]))}
        for level in sorted(levels, key=lambda level: (abs(level - width), -level))[:4]:
            yield from _moved(torn, row, level)


def _outdented(torn: _Torn, above: list[int], width: int) -> Iterator[_Guess]:
    """Lines before that lost their indent together, where what stands above them is set in as the parser's line."""
    run = _lost(torn, above, width)
    if not run:
        return
    level = _width(torn.rows[run[0]])
    first, last = run[-1], run[0]
    where = Spot(torn.file, Span(first + 1, level + 1, last + 1, len(torn.rows[last]) + 1))
    yield _Guess((_out_of_line(where, level, width),), {row: " " * width + torn.rows[row].lstrip(" ") for row in run})


def _opens(text: str) -> bool:
    """Whether a line is a key with nothing after it."""
    return _ENTRY.match(text) is not None and _value_start(text) is None


def _lost(torn: _Torn, above: list[int], width: int) -> list[int]:
    """Return the entries just above that belong as far in as `width`: after what stands there, or under an open key."""
    run: list[int] = []
    for row in above:
        text = torn.rows[row]
        entry = _ENTRY.match(text)
        if _width(text) == width:
            return run
        opens = _opens(text)
        if run and opens and _width(torn.rows[run[0]]) <= _width(text) < width:
            return run
        level = _width(torn.rows[run[0]]) if run else _width(text)
        if entry is None or opens or entry["key"] in torn.legal or _width(text) != level or level > width:
            return []
        run.append(row)
    return []


def _out_of_line(where: Spot, spaces: int, expected: int) -> Diagnostic:
    first, last = where.span.line, where.span.end_line
    these = Words("dòng này", "this line is")
    if last > first:
        these = Words(f"các dòng {first}–{last}", f"lines {first} to {last} are")
    return Diagnostic("R046", where, {"lines": these, "spaces": spaces, "expected": expected})


def _odd_one(torn: _Torn, above: list[int], width: int) -> Iterator[_Guess]:
    """The line before, where it and not the one where the parser stopped is out of line."""
    text = torn.rows[above[0]]
    before = _width(text)
    if len(above) > 1 and before < width in (_width(torn.rows[above[1]]), _content(torn.rows[above[1]])):
        yield from _moved(torn, above[0], width)
    parent = next((at for at, row in enumerate(above) if _width(torn.rows[row]) <= width - 2), 0)
    if parent and width == _content(torn.rows[above[parent]]) + 2:
        yield from _moved(torn, above[parent - 1], width)
    elif before % 2 and not width % 2:
        yield from _moved(torn, above[0], width - (_content(text) - before))


def _content(text: str) -> int:
    """Return the column at which a line starts, after its dashes."""
    match = re.match(r" *(?:- +)*", text)
    return match.end() if match else 0


def _moved(torn: _Torn, row: int, level: int) -> Iterator[_Guess]:
    """Move a line to a level; and with it the lines below that stand as far in."""
    text = torn.rows[row]
    width = _width(text)
    if width == level or level < 0:
        return
    fault = _out_of_line(_place(torn, row, width), width, level)
    run = {row: " " * level + text.lstrip(" ")}
    for each in range(row + 1, len(torn.rows)):
        if torn.rows[each].strip() and _width(torn.rows[each]) < width:
            break
        if torn.rows[each].strip():
            run[each] = " " * (_width(torn.rows[each]) - width + level) + torn.rows[each].lstrip(" ")
    yield _Guess((fault,), {row: run[row]})
    if len(run) > 1 and width:
        yield _Guess((fault,), run)


def _width(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


_SLIPS: tuple[Callable[[_Torn], Iterator[_Guess]], ...] = (
    _odd_indents,
    _quotes,
    _glued,
    _bullets,
    _bracket,
    _sign,
    _colon,
    _bracketed,
    _escape,
    _beside,
    _block_text,
    _no_dash,
    _first_dash,
    _stray,
    _no_colon,
    _indent,
    _stray_dash,
    _outside,
)


# ---- slips that YAML takes for something else ----


def fallen(
    faults: list[Diagnostic], text: str, blocks: Collection[str], legal: Collection[str]
) -> tuple[list[Diagnostic], bytes, frozenset[int]]:
    """Return the blocks whose lines all lost their indent, what the file would be with it, and those lines.

    Such a file parses: the key above is left without a value, and each line below it is a key that the file
    does not have. A key that resembles one of the file's own ends the block.
    """
    rows = lines(text)
    found: list[Diagnostic] = []
    inside: set[int] = set()
    for each in faults:
        if each.code != "R101" or each.params["key"] not in blocks or span_of(each).column != 1:
            continue
        above = span_of(each).line
        below = [row for row in range(above, len(rows)) if rows[row].strip() and not rows[row].lstrip().startswith("#")]
        block = list(itertools.takewhile(lambda row: _belongs(rows[row], legal), below))
        if block and _width(rows[block[0]]) == 0:
            first, last = block[0] + 1, block[-1] + 1
            where = Spot(each.where.file, Span(first, 1, last, len(rows[last - 1]) + 1))
            found.append(_not_set_in(where, str(each.params["key"]), each.where))
            inside.update(range(first, last + 1))
    fixed = (" " * _SET_IN + row if line in inside and row.strip() else row for line, row in enumerate(rows, 1))
    return found, "\n".join(fixed).encode(), frozenset(inside)


def _not_set_in(where: Spot, key: str, above: Where) -> Diagnostic:
    first, last = where.span.line, where.span.end_line
    these = Words("dòng này", "this line")
    if last > first:
        these = Words(f"các dòng {first}–{last}", f"lines {first} to {last}")
    return Diagnostic("R055", where, {"lines": these, "key": key}, also=(above,))


def _belongs(text: str, legal: Collection[str]) -> bool:
    """Whether a line may belong to a block that lost its indent: set in, or a key that is none of the file's own."""
    entry = _ENTRY.match(text)
    return text.startswith(" ") or bool(entry and not nearest(entry["key"], [*legal]))


def set_back(fault: Diagnostic, rows: Collection[int]) -> Diagnostic:
    """Return a fault of the fixed file where it stands in the file as it is; `rows` were set in."""

    def back(where: Location | Spot) -> Location | Spot:
        if isinstance(where, Location) or where.span.line not in rows:
            return where
        span = where.span
        return Spot(where.file, span._replace(column=span.column - _SET_IN, end_column=span.end_column - _SET_IN))

    return fault._replace(where=back(fault.where), also=tuple(map(back, fault.also)))


def misread(faults: list[Diagnostic], content: bytes, file: str) -> list[Diagnostic]:
    """Show, line by line where they were typed, the slips that YAML read as one text or as a key."""
    rows = lines(content.decode())
    known = spans_of(content)
    found: list[Diagnostic] = []
    for each in faults:
        if each.code not in ("R041", "R043") or not isinstance(each.where, Location):
            found.append(each)
            continue
        span = nearest_span(known, each.where)
        row = rows[span.line - 1]
        if each.code == "R041":
            found.extend(_typed_lines(file, rows, span, str(each.params["sign"])))
            continue
        end = _value_end(row, span.column - 1)
        text = row[span.column - 1 : end]
        where = Spot(file, Span(span.line, span.column, span.line, end + 1))
        found.append(Diagnostic("R043", where, {"text": cut(text), "write": cut(quoted(text))}, fix=quoted(text)))
    return found


def _typed_lines(file: str, rows: list[str], span: Span, sign: str) -> Iterator[Diagnostic]:
    for row in range(span.line - 1, span.end_line):
        if fault := missing_space(file, row, rows[row], sign, span.column - 1 if row == span.line - 1 else 0):
            yield fault
