"""Diagnostics as text for people: the line of the file with a caret under what is wrong, or a line each."""

import textwrap
from collections.abc import Sequence

from taybac_cluster.diagnostics import Span, Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.diagnostics import FOREIGN, SEVERITIES, Finding, count
from taybac_cluster.views.visible import visible
from taybac_cluster.views.words import say

SCREENFUL = 10
"""How many diagnostics are shown in full before the rest is only counted."""

_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "strong": "\x1b[1m", "dim": "\x1b[2m", "place": "\x1b[36m"}
_HINT = Words("sửa", "fix")
_WHY = Words("vì", "why")
_ALSO = Words("xem thêm", "see also")
LINE_END = " ↵ "
"""Stands for the end of a line to type where there is only one line."""

_MORE = Words("còn {count} mục nữa, dùng --all để xem hết", "{count} more, use --all to see them")
_FIXABLE = Words("[*] {count} chỗ sửa được tự động: {command}", "[*] {count} can be fixed: {command}")

FIX = "cluster validate --fix"


class _Paint:
    """How wide a terminal is, and whether it shows colours."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self.width = width
        self.colour = colour

    def __call__(self, text: str, role: str) -> str:
        return f"{_COLOURS[role]}{text}\x1b[0m" if self.colour and text else text


def render(  # noqa: PLR0913 - what to show, and how
    found: Sequence[Finding],
    files: int | None,
    lang: Language,
    *,
    width: int,
    colour: bool,
    every: bool = False,
    fix: str = FIX,
    accepted: int = 0,
) -> str:
    """Return the diagnostics with their lines, at most a screenful unless `every`, and the count.

    `fix` is the command that fixes what can be fixed.
    """
    paint = _Paint(width, colour=colour)
    own = [each for each in found if not each.foreign]
    foreign = [each for each in found if each.foreign]
    parts: list[str] = []
    explained: set[str] = set()
    room = len(found) if every else SCREENFUL
    for each in own[:room]:
        parts.append(_full(each, lang, paint, explain=each.code not in explained))
        explained.add(each.code)
    if len(own) > room:
        parts.append(say(_MORE, lang, count=len(own) - room) + "\n")
    if foreign:
        shown = foreign if every else foreign[:3]
        parts.append("─" * min(width, 72) + "\n" + say(FOREIGN, lang) + "\n" + "".join(map(_short_line(lang), shown)))
        if len(foreign) > len(shown):
            parts.append(say(_MORE, lang, count=len(foreign) - len(shown)) + "\n")
    return "\n".join(parts) + ("\n" if parts else "") + summary(own, files, lang, fix, accepted)


def one_line(found: Sequence[Finding], files: int | None, lang: Language, fix: str = FIX, accepted: int = 0) -> str:
    """Return a line for each diagnostic, as compilers write them, and the count."""
    own = [each for each in found if not each.foreign]
    return "".join(map(_short_line(lang), found)) + summary(own, files, lang, fix, accepted)


def _short_line(lang: Language):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a function from a diagnostic to its line
    def line(each: Finding) -> str:
        mark = " [*]" if each.fix is not None else ""
        hint = f" — {each.hint}".replace("\n", LINE_END) if each.hint else ""
        place = f"{visible(each.file)}:{each.span.line}:{each.span.column}"
        return f"{place}: {say(SEVERITIES[each.severity], lang)}[{each.code}]{mark} {each.message}{hint}\n"

    return line


def summary(found: Sequence[Finding], files: int | None, lang: Language, fix: str = FIX, accepted: int = 0) -> str:
    """Return the count of faults and files in one line, and how many can be fixed."""
    text = count(found, files, lang, accepted)
    fixes = sum(each.fix is not None for each in found)
    return text + "\n" + (say(_FIXABLE, lang, count=fixes, command=fix) + "\n" if fixes else "")


def _full(each: Finding, lang: Language, paint: _Paint, *, explain: bool) -> str:
    mark = " [*]" if each.fix is not None else ""
    head = f"{say(SEVERITIES[each.severity], lang)}[{each.code}]{mark} {each.name}: "
    lines = _wrapped(head + each.message, paint.width, "    ")
    lines[0] = paint(lines[0], each.severity)
    gutter = len(str(max([each.span.line, *(also.span.line for also in each.also)])))
    where = f"{visible(each.file)}:{each.span.line}:{each.span.column}"
    lines.append(f"{' ' * gutter} {paint('-->', 'dim')} {paint(where, 'place')}")
    lines += _excerpt(each.row, each.span, gutter, paint, each.severity)
    for also in each.also:
        where = f"{visible(also.file)}:{also.span.line}:{also.span.column}"
        lines.append(f"{' ' * gutter} {paint(':::', 'dim')} {say(_ALSO, lang)}: {paint(where, 'place')}")
        lines += _excerpt(also.row, also.span, gutter, paint, "strong")
    for label, text in ((_HINT, each.hint), (_WHY, each.why if explain else "")):
        if text:
            lead = f"{' ' * gutter} = {say(label, lang)}: "
            lines += _wrapped(lead + text, paint.width, " " * len(lead))
    return "\n".join(lines) + "\n"


def _wrapped(text: str, width: int, further: str) -> list[str]:
    """Wrap a text, which may have lines of its own."""
    first, *rest = text.split("\n")
    lines = textwrap.wrap(first, width, subsequent_indent=further, break_on_hyphens=False) or [""]
    for line in rest:
        indent = further + " " * (len(line) - len(line.lstrip(" ")))
        wrapped = textwrap.wrap(
            line.strip(), width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False
        )
        lines += wrapped
    return lines


def _excerpt(row: str, span: Span, gutter: int, paint: _Paint, role: str) -> list[str]:
    """Show the line, cut to a window around the column, and a caret under the span by display width."""
    from rich.cells import cell_len  # noqa: PLC0415 - data without fault need no width

    if not row.strip():
        return []
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(row)
    start, end = min(start, len(row)), min(max(end, start + 1), max(len(row), start + 1))
    room = max(paint.width - gutter - 4, 20)
    first = 0
    if cell_len(visible(row)) > room:
        first = max(0, start - room // 3)
    lead = "…" if first else ""
    body, before = lead, lead
    marked = ""
    for at, char in enumerate(row[first:], first):
        shown = visible(" " if char == "\t" else char)
        if cell_len(body + shown) > room - 1 and at < len(row) - 1:
            body += "…"
            break
        body += shown
        if at < start:
            before += shown
        elif at < end:
            marked += shown
    carets = "^" * max(cell_len(marked), 1)
    blank = f"{' ' * gutter} {paint('|', 'dim')}"
    return [
        blank,
        f"{paint(str(span.line).rjust(gutter), 'dim')} {paint('|', 'dim')} {body}",
        f"{blank} {' ' * cell_len(before)}{paint(carets, role)}",
    ]
