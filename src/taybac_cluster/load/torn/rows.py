"""What a line of a file is made of: its indentation, key, value and comment."""

import re

OF_A_VALUE = (
    "value",
    "numerator",
    "denominator",
    "missing",
    "evidence",
    "note",
    "reason",
    "granted",
    "not_applicable",
)
"""Keys of a value's own block, which are no ids."""

KEY = r"[^\s:#\"'\[\]{},&*!|>%@`?-][^:#\"'\[\]{},]*"
ENTRY = re.compile(rf"(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>{KEY}|\"[^\"]*\"|'[^']*'):(?= |$)")


def value_start(row: str) -> int | None:
    """Return the column at which an entry's or an item's value starts, where it has one on its line."""
    match = ENTRY.match(row) or re.match(r" *(?:- +)+", row)
    if match is None:
        return None
    start = len(row) - len(row[match.end() :].lstrip(" "))
    return start if row[start : start + 1] not in ("", "#") else None


def value_end(row: str, start: int) -> int:
    """Return the column after the value that starts at `start`: before a comment."""
    comment = re.compile(r"\s#").search(row, start)
    return len((row[: comment.start()] if comment else row).rstrip())


def flow_value(row: str, column: int) -> tuple[int, int] | None:
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


def opens(text: str) -> bool:
    """Whether a line is a key with nothing after it."""
    return ENTRY.match(text) is not None and value_start(text) is None


def content_of(text: str) -> int:
    """Return the column at which a line starts, after its dashes."""
    match = re.match(r" *(?:- +)*", text)
    return match.end() if match else 0


def indent_of(text: str) -> int:
    """Return how many spaces a line begins with."""
    return len(text) - len(text.lstrip(" "))


def replaced(row: str, start: int, end: int, text: str) -> str:
    """Return a row with `text` in the place of its columns from `start` to `end`."""
    return row[:start] + text + row[end:]
