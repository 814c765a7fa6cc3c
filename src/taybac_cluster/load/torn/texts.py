"""Texts that need quotes: for a sign where they begin, a colon, a word in brackets."""

import re
from collections.abc import Iterator

from taybac_cluster.diagnostics import Param, Words
from taybac_cluster.load.characters import cut, quoted
from taybac_cluster.load.no_value import no_value
from taybac_cluster.load.torn.guess import Guess, Torn
from taybac_cluster.load.torn.rows import ENTRY, flow_value, replaced, value_end, value_start
from taybac_cluster.rules.block import OPEN, block, one_line, to_type
from taybac_cluster.rules.mistyped_numbers import mistyped_number
from taybac_cluster.rules.reading.lines import BLOCK_WITHOUT_BRACES, ENTRIES_ON_ONE_LINE
from taybac_cluster.rules.reading.numbers import NOTE_IN_VALUE
from taybac_cluster.rules.reading.quotes import COLON_IN_TEXT, LEADING_SIGN
from taybac_cluster.rules.reading.words import EMPTY_ITEM, NO_VALUE
from taybac_cluster.rules.rule import Rule

_SIGNS = "%@`*&!|>?],}-"
_BLOCK_KEY = re.compile(r"(?:missing|value|numerator|denominator|vi): ")
_FURTHER = re.compile(r",?(?<! ) +(?=(?:value|numerator|denominator|missing|note|vi|en): )")
_ENTRY_AFTER = re.compile(r"[,;]?(?<! ) +(?=[a-z][a-z0-9_-]*:(?: |$))")
_ALONE = re.compile(r"-?[0-9][0-9.,]*%?|true|false|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*: ")
_FEW = 2
_MOST_SHOWN = 4
_BRACKETED = re.compile(r"[\[{][^\[\]{}]*[\]}]\s*[^\s,\]}]")
_FIGURE = re.compile(r"\?+|[><~]=? *(?P<figure>[0-9]+(?:\.[0-9]+)?).{0,20}")


def leading_signs(torn: Torn) -> Iterator[Guess]:
    """A text that starts with a sign of YAML's own."""
    for row in torn.near():
        text = torn.rows[row]
        start = value_start(text)
        if start is not None and text[start] in _SIGNS:
            yield from _quoting(LEADING_SIGN, torn, row, (start, value_end(text, start)))
    if torn.text[torn.stop.column : torn.stop.column + 1] in tuple("%@`"):
        found = flow_value(torn.text, torn.stop.column)
        if found and found[0] == torn.stop.column:
            yield from _quoting(LEADING_SIGN, torn, torn.row, found)


def colons(torn: Torn) -> Iterator[Guess]:
    """A colon and a space inside a text."""
    for row in torn.near():
        text = torn.rows[row]
        start = value_start(text)
        if start is None or text[start] in "[{\"'":
            continue
        end = value_end(text, start)
        if note := _note(torn, row, start, end):
            yield note
        if re.search(r":(?: |$)", text[start:end]) and not _BLOCK_KEY.match(text, start):
            yield from _on_one_line(torn, row, start, end)
            yield from _quoting(COLON_IN_TEXT, torn, row, (start, end))
        elif _BLOCK_KEY.match(text, start):
            yield from _unbraced(torn, row, start, end)
    if found := flow_value(torn.text, torn.stop.column):
        yield from _quoting(COLON_IN_TEXT, torn, torn.row, found)


def bracketed(torn: Torn) -> Iterator[Guess]:
    """A text that starts with a word in brackets."""
    for row in torn.near():
        text = torn.rows[row]
        start = value_start(text)
        if start is not None and text[start] in "[{":
            end = value_end(text, start)
            if _BRACKETED.match(text, start, end):
                yield from _quoting(LEADING_SIGN, torn, row, (start, end))


def _note(torn: Torn, row: int, start: int, end: int) -> Guess | None:
    """A figure with a note beside it that holds a colon: `55, nguồn: sở`."""
    text = torn.rows[row]
    entry = ENTRY.match(text)
    found = mistyped_number(text[start:end], entry["key"].strip()) if entry and entry["indent"] else None
    if found is None or found.rule is not NOTE_IN_VALUE:
        return None
    fault = found.rule.at(torn.spot(row, start, end), fix=None, **found.params)
    return Guess((fault,), {row: replaced(text, start, end, quoted(text[start:end]))})


def _quoting(rule: Rule, torn: Torn, row: int, where: tuple[int, int]) -> Iterator[Guess]:
    text = torn.rows[row]
    value = text[slice(*where)]
    sign = value[:1]
    if not value or value.startswith("- ") or sign in ('"', "'"):
        return
    spot = torn.spot(row, *where)
    if value == "-":
        key = ENTRY.match(text)
        fault = (
            NO_VALUE.at(spot, **no_value(key["key"].rstrip(), "figure" if key["indent"] else "block"))
            if key
            else EMPTY_ITEM.at(spot)
        )
        yield Guess((fault,), {row: replaced(text, *where, '"-"')})
        return
    params: dict[str, Param] = {"text": cut(value), "write": cut(quoted(value))}
    fix: str | None = quoted(value)
    if rule is LEADING_SIGN:
        params |= {"sign": sign, "otherwise": Words("", "")}
    if rule is LEADING_SIGN and (figure := _FIGURE.fullmatch(value)):
        fix = None  # it is no text, and a text is all that quotes make of it
        entry = ENTRY.match(text)
        name = entry["key"].rstrip() if entry else OPEN
        params["otherwise"] = Words(
            f"; cần một số thì chỉ ghi số; chưa có số liệu thì gõ hai dòng:\n{block(name, ('missing', 'lý do'))}",
            f"; where a figure is due write it alone; if there is none:\n{block(name, ('missing', 'reason'))}",
        )
        if figure["figure"]:
            params["otherwise"] = Words(
                f"; cần một số thì chỉ ghi: {figure['figure']}",
                f"; where a figure is due write it alone: {figure['figure']}",
            )
    yield Guess((rule.at(spot, fix=fix, **params),), {row: replaced(text, *where, quoted(value))})


def _on_one_line(torn: Torn, row: int, start: int, end: int) -> Iterator[Guess]:
    """Several entries on one line: after a value that is complete, after many keys, or after the key of a block."""
    text = torn.rows[row]
    entry = ENTRY.match(text)
    if entry is None:
        return
    key, parts = entry["key"].rstrip(), _ENTRY_AFTER.split(text[start:end])
    if not entry["indent"] and key in torn.keys.blocks and _ID.match(text, start):
        lines = block(key, *(_pair(part) for part in parts))
        write = "{" + ", ".join(f"{name}: {value}" for name, value in map(_pair, parts)) + "}"
    elif len(parts) > _FEW or (len(parts) == _FEW and _ALONE.fullmatch(parts[0])):
        shown = [f"{key}: {parts[0]}", *parts[1:_MOST_SHOWN], *([OPEN] if len(parts) > _MOST_SHOWN else [])]
        lines, write = "\n".join(map(one_line, shown)), quoted(text[start:end])
    else:
        return
    fault = ENTRIES_ON_ONE_LINE.at(torn.spot(row, start, end), text=cut(text[start:end]), lines=to_type(lines))
    yield Guess((fault,), {row: replaced(text, start, end, write)})


def _pair(entry: str) -> tuple[str, str]:
    """Return the key and the value of an entry, which is quoted where braces need it."""
    key, _, rest = entry.partition(":")
    text = rest.strip()
    return key, quoted(text) if set(text) & set(",{}[]:#") else text


def _unbraced(torn: Torn, row: int, start: int, end: int) -> Iterator[Guess]:
    """A key of a value's block typed on the value's own line: `nghia-trang: missing: why`."""
    text = torn.rows[row]
    entry, pairs = ENTRY.match(text), [_pair(part) for part in _FURTHER.split(text[start:end])]
    write = "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
    lines = to_type(block(entry["key"].rstrip() if entry else OPEN, *pairs))
    fault = BLOCK_WITHOUT_BRACES.at(torn.spot(row, start, end), fix=write, text=cut(text[start:end]), lines=lines)
    yield Guess((fault,), {row: replaced(text, start, end, write)})
