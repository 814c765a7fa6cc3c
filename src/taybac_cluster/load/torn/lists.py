"""Items of lists: without a dash, with another sign for it, or on the line of their key."""

import itertools
import re
from collections.abc import Iterable, Iterator

from taybac_cluster.diagnostics import BULLETS
from taybac_cluster.load.characters import cut, quoted
from taybac_cluster.load.torn.guess import MOST_ROWS, Guess, Torn
from taybac_cluster.load.torn.rows import ENTRY, indent_of, opens, replaced, value_end, value_start
from taybac_cluster.rules.reading.lines import DASH_BEFORE_KEY, DASH_BESIDE_KEY, MISSING_DASH, WIDE_BULLET

_WIDE_BULLET = re.compile(rf" *(?P<sign>[{BULLETS}])(?=\s+\S)")


def bullets(torn: Torn) -> Iterator[Guess]:
    """Items that begin with a sign that only looks like a minus: one mistake, reported at the first of them."""
    width = next((indent_of(torn.rows[row]) for row in torn.near() if _WIDE_BULLET.match(torn.rows[row])), None)
    if width is None:
        return
    near = next(row for row in torn.near() if _WIDE_BULLET.match(torn.rows[row]))
    below = (row for row in range(near, min(near + MOST_ROWS, len(torn.rows))) if torn.rows[row].strip())
    around = [*reversed([*_list_rows(torn, torn.above(near), width)]), *_list_rows(torn, below, width)]
    found = {
        row: match for row in around if (match := _WIDE_BULLET.match(torn.rows[row])) and match.start("sign") == width
    }
    first, match = next(iter(found.items()))
    said = {"sign": match["sign"], "write": cut(f"- {torn.rows[first][match.end() :].strip()}")}
    fixed = {row: replaced(torn.rows[row], *each.span("sign"), "-") for row, each in found.items()}
    yield Guess((WIDE_BULLET.at(torn.spot(first, *match.span("sign")), **said),), fixed)


def _list_rows(torn: Torn, rows: Iterable[int], width: int) -> Iterator[int]:
    """Yield the rows that are of one list: its items, and what is set in below them."""
    return itertools.takewhile(
        lambda row: (
            indent_of(torn.rows[row]) > width
            or (indent_of(torn.rows[row]) == width and torn.rows[row][width : width + 1] in f"-{BULLETS}")
        ),
        rows,
    )


def beside_keys(torn: Torn) -> Iterator[Guess]:
    """An item of a list on the line of its key."""
    start = value_start(torn.text)
    entry = ENTRY.match(torn.text)
    if entry and start is not None and torn.text[start : start + 2] == "- ":
        end = value_end(torn.text, start)
        params = {"key": cut(entry["key"].rstrip()), "text": cut(torn.text[start:end])}
        fixed = replaced(torn.text, start, end, f"[{quoted(torn.text[start + 2 : end])}]")
        following = {}
        for row in range(torn.row + 1, len(torn.rows)):
            if not re.match(r" *- ", torn.rows[row]):
                break
            following[row] = "#"
        yield Guess((DASH_BESIDE_KEY.at(torn.spot(torn.row, start, end), **params),), {torn.row: fixed} | following)


def dashes_among_keys(torn: Torn) -> Iterator[Guess]:
    """Dashes before some of the entries of a block, where others have none: one mistake, at the first."""
    for row in dict.fromkeys((torn.row, torn.context_row())):
        width = indent_of(torn.rows[row])
        block = _block_around(torn, row, width)
        entries = {
            each: entry for each in block if (entry := ENTRY.match(torn.rows[each])) and entry.end("indent") == width
        }
        dashed = [each for each, entry in entries.items() if entry["dash"]]
        different = len({entry["key"] for entry in entries.values()}) == len(entries)
        opener = next(torn.above(block[0]), None)
        if 0 < len(dashed) < len(entries) and different and opener is not None and opens(torn.rows[opener]):
            bare = {each: " " * width + torn.rows[each][entries[each].start("key") :] for each in dashed}
            spot = torn.spot(dashed[0], width, entries[dashed[0]].start("key"))
            yield Guess((DASH_BEFORE_KEY.at(spot, lines=cut(bare[dashed[0]].strip())),), bare)


def _block_around(torn: Torn, row: int, width: int) -> list[int]:
    """Return the rows around a row that are set in as far as it, or farther."""
    below = (each for each in range(row, min(row + MOST_ROWS, len(torn.rows))) if torn.rows[each].strip())
    parts = (
        itertools.takewhile(lambda each: indent_of(torn.rows[each]) >= width, rows) for rows in (torn.above(row), below)
    )
    above, rest = map(list, parts)
    return [*reversed(above), *(rest or [row])]


def missing_dashes(torn: Torn) -> Iterator[Guess]:
    """An item of a list with no dash before it."""
    for row in torn.near():
        text = torn.rows[row]
        width = indent_of(text)
        if text.strip() and not text.lstrip().startswith(("-", "#")) and _is_item(torn, row):
            end = value_end(text, 0)
            params = {"text": cut(text.strip()), "write": cut(f"- {text[width:end]}")}
            yield Guess(
                (MISSING_DASH.at(torn.spot(row, width, end), **params),), {row: replaced(text, width, width, "- ")}
            )


def _is_item(torn: Torn, row: int) -> bool:
    """Whether a line looks like the items of the list above it: words as they, or their first key."""
    entry = ENTRY.match(torn.rows[row])
    width = indent_of(torn.rows[row])
    for each in torn.above(row):
        text = torn.rows[each]
        if indent_of(text) < width:
            return False
        if indent_of(text) == width and text[width:].startswith("- "):
            item = ENTRY.match(text)
            return item["key"] == entry["key"] if item and entry else item is entry
    return False


def first_dashes(torn: Torn) -> Iterator[Guess]:
    """The first item of a list with no dash before it: the parser stops only at the second."""
    for row in dict.fromkeys((torn.row, torn.context_row())):
        width = indent_of(torn.rows[row])
        if not torn.rows[row][width:].startswith("- "):
            continue
        inside = _inside(torn, row, width)
        first = inside[-1] if inside else row
        opener = next(torn.above(first), None)
        if opener is not None and indent_of(torn.rows[opener]) == width and not opens(torn.rows[opener]):
            first, opener = opener, next(torn.above(opener), None)  # it stands where its dash should
        text = torn.rows[first]
        start = indent_of(text)
        if first == row or opener is None or not opens(torn.rows[opener]) or start not in (width, width + 2):
            continue
        own, other = ENTRY.match(text), ENTRY.match(torn.rows[row])
        alike = own["key"] == other["key"] if own and other else own is other
        if not alike or text[start:].startswith("- "):
            continue  # only what looks like the next item lacks a dash
        end = value_end(text, 0)
        said = {"text": cut(text.strip()), "write": cut(f"- {text[start:end]}")}
        fixed = {first: " " * width + "- " + text[start:]}
        yield Guess((MISSING_DASH.at(torn.spot(first, start, end), **said),), fixed)


def _inside(torn: Torn, row: int, width: int) -> list[int]:
    """Return the rows just above that are set in farther."""
    return list(itertools.takewhile(lambda each: indent_of(torn.rows[each]) > width, torn.above(row)))
