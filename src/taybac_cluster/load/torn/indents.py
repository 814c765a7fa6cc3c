"""Lines whose spaces match no level that is open."""

import itertools
import re
from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Span, Spot, Where, Words
from taybac_cluster.load.characters import cut
from taybac_cluster.load.node import SET_IN
from taybac_cluster.load.torn.guess import Guess, Torn
from taybac_cluster.load.torn.rows import ENTRY, OF_A_VALUE, content_of, indent_of, opens
from taybac_cluster.rules.reading.lines import BLOCK_NOT_SET_IN, MISSING_PARENT, WRONG_INDENT

_BLOCK_SIGN = re.compile(r":\s+[|>][-+]?\s*$")


def indents(torn: Torn) -> Iterator[Guess]:
    """A line that stands under no other: its spaces match no level that is open."""
    for row in dict.fromkeys((torn.row, torn.context_row())):
        width = indent_of(torn.rows[row])
        above = list(torn.above(row)) if torn.rows[row].strip() else []
        if not above:
            continue
        yield from _outdented(torn, above, width)
        yield from _odd_one(torn, above, width)
        yield from _moved(torn, above[-1], 0)
        levels = {level for each in above for level in (indent_of(torn.rows[each]), content_of(torn.rows[each]))}
        for level in sorted(levels, key=lambda level: (abs(level - width), -level))[:4]:
            yield from _moved(torn, row, level)


def missing_parents(torn: Torn) -> Iterator[Guess]:
    """A block whose line above, such as `values:`, is missing: it is set in below a line that has a value."""
    for row in dict.fromkeys((torn.row, torn.context_row())):
        inside = list(itertools.takewhile(lambda each: torn.rows[each].startswith(" "), torn.above(row)))
        first = inside[-1] if inside else row
        above = next(torn.above(first), None)
        if above is None or not torn.rows[first].startswith(" ") or torn.rows[above].startswith(" "):
            continue
        entry, before = ENTRY.match(torn.rows[first]), ENTRY.match(torn.rows[above])
        if entry is None or before is None or entry["key"] in torn.keys.legal or before["key"] not in torn.keys.legal:
            continue
        given = {each["key"] for text in torn.rows if (each := ENTRY.match(text)) and not text.startswith(" ")}
        if not opens(torn.rows[above]) and (key := torn.keys.parent(entry["key"], given)) is not None:
            yield _without_parent(torn, key, _block_from(torn, first))


def _block_from(torn: Torn, first: int) -> list[int]:
    """Return the rows of a block that begins at a row: all that are set in, without comments."""
    said = (row for row in range(first, len(torn.rows)) if torn.rows[row].strip() and torn.rows[row].lstrip()[0] != "#")
    return list(itertools.takewhile(lambda row: torn.rows[row].startswith(" "), said))


def _without_parent(torn: Torn, key: str, block: list[int]) -> Guess:
    first, last = block[0], block[-1]
    where = Spot(torn.file, Span(first + 1, indent_of(torn.rows[first]) + 1, last + 1, len(torn.rows[last]) + 1))
    return Guess((without_parent(where, key, torn.rows[first].strip()),), {first - 1: f"{key}:"})


def without_parent(where: Spot, key: str, row: str) -> Diagnostic:
    """Report a block without the line above it; `row` is its first line."""
    first, last = where.span.line, where.span.end_line
    these = Words("dòng này", "this line has")
    if last > first:
        these = Words(f"các dòng {first}–{last}", f"lines {first} to {last} have")
    return MISSING_PARENT.at(where, lines=these, key=key, line=first, first=cut(row))


def _outdented(torn: Torn, above: list[int], width: int) -> Iterator[Guess]:
    """Lines before that lost their indent together, where what stands above them is set in as the parser's line."""
    run = _lost(torn, above, width)
    if not run:
        return
    level = indent_of(torn.rows[run[0]])
    first, last = run[-1], run[0]
    before = next(torn.above(first), first)
    if indent_of(torn.rows[before]) > width and _of_a_value(torn, run):
        width = indent_of(torn.rows[before])
    where = Spot(torn.file, Span(first + 1, level + 1, last + 1, len(torn.rows[last]) + 1))
    yield Guess((_out_of_line(where, level, width),), {row: " " * width + torn.rows[row].lstrip(" ") for row in run})


def _lost(torn: Torn, above: list[int], width: int) -> list[int]:
    """Return the entries just above that belong as far in as `width`: after what stands there, or under an open key."""
    run: list[int] = []
    for row in above:
        text = torn.rows[row]
        entry = ENTRY.match(text)
        if indent_of(text) == width or (run and indent_of(text) > width and _of_a_value(torn, run)):
            return run
        opened = opens(text)
        if run and opened and indent_of(torn.rows[run[0]]) <= indent_of(text) < width:
            return run
        level = indent_of(torn.rows[run[0]]) if run else indent_of(text)
        if entry is None or opened or entry["key"] in torn.keys.legal or indent_of(text) != level or level > width:
            return []
        run.append(row)
    return []


def _of_a_value(torn: Torn, rows: list[int]) -> bool:
    """Whether rows hold the parts of one value: its numerator, its note."""
    return all((entry := ENTRY.match(torn.rows[row])) is not None and entry["key"] in OF_A_VALUE for row in rows)


def _out_of_line(where: Spot, spaces: int, expected: int) -> Diagnostic:
    first, last = where.span.line, where.span.end_line
    these = Words("dòng này", "this line is")
    if last > first:
        these = Words(f"các dòng {first}–{last}", f"lines {first} to {last} are")
    return WRONG_INDENT.at(where, lines=these, spaces=spaces, expected=expected)


def _odd_one(torn: Torn, above: list[int], width: int) -> Iterator[Guess]:
    """The line before, where it and not the one where the parser stopped is out of line."""
    text = torn.rows[above[0]]
    before = indent_of(text)
    if len(above) > 1 and before < width in (indent_of(torn.rows[above[1]]), content_of(torn.rows[above[1]])):
        yield from _moved(torn, above[0], width)
    parent = next((at for at, row in enumerate(above) if indent_of(torn.rows[row]) <= width - 2), 0)
    if parent and width == content_of(torn.rows[above[parent]]) + 2:
        yield from _moved(torn, above[parent - 1], width)
    elif before % 2 and not width % 2:
        yield from _moved(torn, above[0], width - (content_of(text) - before))


def _moved(torn: Torn, row: int, level: int) -> Iterator[Guess]:
    """Move a line to a level; and with it the lines below that stand as far in."""
    text = torn.rows[row]
    width = indent_of(text)
    if width == level or level < 0:
        return
    fault = _out_of_line(torn.spot(row, width), width, level)
    run = {row: " " * level + text.lstrip(" ")}
    for each in range(row + 1, len(torn.rows)):
        if torn.rows[each].strip() and indent_of(torn.rows[each]) < width:
            break
        if torn.rows[each].strip():
            run[each] = " " * (indent_of(torn.rows[each]) - width + level) + torn.rows[each].lstrip(" ")
    yield Guess((fault,), {row: run[row]})
    if len(run) > 1 and width:
        yield Guess((fault,), run)


def block_texts(torn: Torn) -> Iterator[Guess]:
    """The text below a | or > that is not set in."""
    for row in torn.near():
        opener = next(torn.above(row), None)
        if opener is None or not _BLOCK_SIGN.search(torn.rows[opener]):
            continue
        width = indent_of(torn.rows[opener])
        below = [each for each in range(opener + 1, len(torn.rows)) if torn.rows[each].strip()]
        run = list(itertools.takewhile(lambda each: not _is_legal(torn, each), below))
        if not run or indent_of(torn.rows[run[0]]) > width:
            continue
        entry = ENTRY.match(torn.rows[opener])
        key = entry["key"] if entry else ""
        last = run[-1]
        where = Spot(torn.file, Span(run[0] + 1, width + 1, last + 1, len(torn.rows[last]) + 1))
        fixed = {each: " " * SET_IN + torn.rows[each] for each in run}
        yield Guess((not_set_in(where, cut(key), torn.spot(opener, width)),), fixed)


def opens_text(row: str) -> bool:
    """Whether what stands below a line may be its text: a key with nothing, a | or a > after it."""
    return opens(row) or _BLOCK_SIGN.search(row) is not None


def not_set_in(where: Spot, key: str, above: Where) -> Diagnostic:
    """Report lines that should be set in below the key above them."""
    first, last = where.span.line, where.span.end_line
    these = Words("dòng này", "this line")
    if last > first:
        these = Words(f"các dòng {first}–{last}", f"lines {first} to {last}")
    return BLOCK_NOT_SET_IN.at(where, above, lines=these, key=key)


def _is_legal(torn: Torn, row: int) -> bool:
    entry = ENTRY.match(torn.rows[row])
    return entry is not None and entry["key"] in torn.keys.legal
