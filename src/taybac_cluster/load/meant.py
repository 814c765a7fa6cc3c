"""What was meant by a value of the wrong kind: the lines to type for it."""

import re
from collections.abc import Callable
from typing import Any

from taybac_cluster.diagnostics import Words, folded
from taybac_cluster.load.scalars import typed
from taybac_cluster.model.record import Route
from taybac_cluster.rules.block import OPEN, block, in_quotes, listed, one_line, to_type

REASONS = ("missing", "not_competing", "reason", "abstain")
"""Keys whose text says why, where an officer may well answer yes."""

_LINES = Words("gõ:\n", "type:\n")
_NOTHING = re.compile(r"(?:khong|chua|no|none|n-a)(?:-.*)?")
_STATUSES = {"official": "chính thức", "draft": "dự thảo", "illustrative": "minh họa"}
_APART = re.compile(r"[;,]\s+")
_TITLE = re.compile(r"(?:[,;]| [–-])\s+")
_NUMBERED = re.compile(r"[0-9]{1,2}[.)]\s+")
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:\s*/\s*[0-9]+)?$")
_RULINGS = {"changes": ("value",), "gates": ("value",), "bonuses": ("granted",), "deductions": ()}
"""What an appraisal says of a value, a gate, a bonus and a deduction, each with a reason."""
BLOCKS = ("dict_type", "model_type", "model_attributes_type")
"""Pydantic's kinds of error where lines of their own are due."""
_MOST = 20


def lines_for(kind: str, route: Route, value: Any, fields: Callable[[], list[str]]) -> Words | None:
    """Return what to type for a value of the wrong kind; None where nobody can know.

    `fields` gives the keys that may stand in it, or in the items of its list.
    """
    key = str(route[-1])
    if isinstance(value, bool) and key in REASONS:
        return Words(f"ghi lý do bằng chữ: “{key}: …”", f"write the reason in words: “{key}: …”")
    if kind in BLOCKS and (said := _for_block(kind, route, value, fields)):
        return said
    if kind == "text" and isinstance(value, tuple):
        texts = [f"  {one_line(each)}" for each in value[:_MOST] if isinstance(each, str)]
        return _typed("\n".join([f"{key}: |", *texts])) if texts else None
    if kind == "scalar" and isinstance(value, tuple):
        return _for_items(key, [one_line(typed(each)) for each in value[:_MOST] if not isinstance(each, dict | tuple)])
    if isinstance(value, str) and isinstance(route[-1], int):
        return _typed(_item(value, fields())) if "name" in fields() else None
    return _for_text(kind, key, value, fields) if isinstance(value, str) else None


def _for_block(kind: str, route: Route, value: Any, fields: Callable[[], list[str]]) -> Words | None:
    """Return what to type for a value where lines of their own are due: one that lost its indent, or a ruling."""
    if kind != "dict_type" and isinstance(value, str) and str(route[-1]) in fields():
        return Words(
            "dòng này thuộc mục ngay ở trên: thêm 2 dấu cách vào đầu dòng",
            "this line belongs to the key just above: type 2 more spaces before it",
        )
    lines = _ruling(route, value)
    return _typed(lines) if lines else None


def _ruling(route: Route, value: Any) -> str | None:
    """Return the lines of what a panel or a meeting says, of which only a value was typed: a change, a mark, a vote."""
    if isinstance(value, dict | tuple):
        return None
    said, key = one_line(typed(value)), str(route[-1])
    number = _NUMBER.match(said.replace(",", "."))
    if route[0] == "marks" and len(route) == len(("marks", "criterion")):
        return block(key, (OPEN, number[1])) if number else None
    if route[0] == "marks":
        return f"{one_line(key)}: {number[1]}" if number else block(key, ("abstain", in_quotes(said)))
    if route[:1] == ("ballots",) and route[-2:-1] == ("votes",):
        return block(key, ("for", said)) if number else None
    parts = _RULINGS.get(str(route[0])) if len(route) == len(("changes", "id")) else None
    if parts is None:
        return None
    return block(key, *((part, number[1] if number else said) for part in parts), ("reason", OPEN))


def _for_items(key: str, items: list[str]) -> Words | None:
    """Return what to type for a list in the place of a value: its only item, or the two numbers of a ratio."""
    if len(items) == 1:
        return _typed(f"{key}: {items[0]}")
    if len(items) != len(("numerator", "denominator")):
        return None
    lines = block(key, ("numerator", items[0]), ("denominator", items[1]))
    return Words(
        f"chỉ ghi một giá trị; nếu là tử số và mẫu số thì gõ:\n{lines}",
        f"write one value; if they are a numerator and a denominator, type:\n{lines}",
    )


def _for_text(kind: str, key: str, text: str, fields: Callable[[], list[str]]) -> Words | None:
    if kind in ("whole_number", "int_type"):
        numbers = re.findall(r"[0-9]+", text)
        return Words(f"ghi {one_line(numbers[0])}", f"write {one_line(numbers[0])}") if len(numbers) == 1 else None
    if kind == "dict_type":
        empty = Words("nếu không có thì xóa dòng này", "if there is none, delete this line")
        return empty if _NOTHING.fullmatch(folded(text)) else None
    if kind == "tuple_type" and not fields():
        return _typed(listed(key, (in_quotes(_NUMBERED.sub("", each)) for each in _APART.split(text)[:_MOST])))
    if "name" not in fields():
        return None
    if kind == "tuple_type":
        return _typed(f"{key}:\n{_item(text, fields(), '  ')}")
    return _typed(block(key, *_person(text, fields())))


def _item(text: str, fields: list[str], indent: str = "") -> str:
    """Return a person as an item of a list."""
    lines = [*([("id", OPEN)] if "id" in fields else []), *_person(text, fields)]
    return f"{indent}- " + f"\n{indent}  ".join(f"{name}: {one_line(value)}" for name, value in lines)


def _person(text: str, fields: list[str]) -> list[tuple[str, str]]:
    """Return the name, and the title that stands after a comma or a dash."""
    name, *title = _TITLE.split(text, maxsplit=1)
    return [("name", in_quotes(name)), *(("title", in_quotes(each)) for each in title if "title" in fields)]


def _typed(lines: str) -> Words:
    return Words(*(said + text for said, text in zip(_LINES, to_type(lines), strict=True)))


def dashed_entry(item: Any) -> str | None:
    """Return the line to type for the item of a list that stands where a block of entries is due."""
    if isinstance(item, dict) and len(item) == 1:
        ((key, value),) = item.items()
        return f"{one_line(key)}:" if isinstance(value, dict | tuple) else one_line(f"{key}: {typed(value)}")
    return f"{one_line(item)}: true" if isinstance(item, str) and ":" not in item else None


def status_meant(word: str) -> Words:
    """Say which status a word stands for; all of them, with their names, where it is none."""
    found = next((key for key, name in _STATUSES.items() if folded(name) == folded(word)), None)
    if found:
        return Words(f"“{_STATUSES[found]}” ghi là: {found}", f"“{_STATUSES[found]}” is written: {found}")
    shown = ", ".join(f"{key} ({name})" for key, name in sorted(_STATUSES.items()))
    return Words(f"dùng một trong: {shown}", f"use one of: {', '.join(sorted(_STATUSES))}")
