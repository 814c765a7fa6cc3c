"""Diagnostics in words: what is wrong, where, and what to do; free of any format."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from taybac_cluster.diagnostics import Diagnostic, Param, Severity, Span, Spot, Words
from taybac_cluster.model.record import Language, LocalText
from taybac_cluster.rules.catalogue import find
from taybac_cluster.views.words import plural, say

MAX_MESSAGE = 500

SEVERITIES = {"error": Words("lỗi", "error"), "warning": Words("cảnh báo", "warning")}
FOREIGN = Words("Ở những tệp mà thay đổi này không động tới:", "In files that this change does not touch:")


class Excerpt(NamedTuple):
    """A second place that belongs to a diagnostic, with the line of its file."""

    file: str
    span: Span
    row: str = ""


class Told(NamedTuple):
    """One diagnostic in words, at lines and columns."""

    code: str
    name: str
    severity: Severity
    file: str
    span: Span
    message: str
    hint: str
    why: str = ""
    also: tuple[Excerpt, ...] = ()
    row: str = ""
    """The line of the file, where it could be read."""
    last_row: str = ""
    """The line on which the span ends, where that is another."""
    mend: str | None = None
    foreign: bool = False
    """Whether the fault lies in a file that the change under review does not touch."""
    key: str = ""
    """What stays the same when lines move: for fingerprints."""


def told(diagnostics: Iterable[Diagnostic], lang: Language) -> list[Told]:
    """Put located diagnostics into words, the worst first, then by file and line."""
    found = [_one(each, lang) for each in diagnostics]
    return sorted(dict.fromkeys(found), key=lambda each: (each.severity != "error", each.file, each.span, each.code))


def _one(each: Diagnostic, lang: Language) -> Told:
    where = each.where
    if not isinstance(where, Spot):
        raise TypeError(each.code)
    rule = find(each.code)
    params = {name: _text(value, lang) for name, value in each.params.items()}
    message = visible(say(rule.message, lang, **params)) if rule else each.code
    hint = visible(say(rule.hint, lang, **params)) if rule else ""
    return Told(
        each.code,
        rule.name if rule else each.code,
        each.severity,
        where.file,
        where.span,
        _cut(message),
        _cut(hint),
        _why(each.code, lang),
        tuple(Excerpt(spot.file, spot.span) for spot in each.also if isinstance(spot, Spot)),
        mend=each.mend,
        key="\x1f".join(
            (where.file, each.code, *(f"{name}={_text(each.params[name], 'vi')}" for name in _lasting(each)))
        ),
    )


@cache
def _why(code: str, lang: Language) -> str:
    rule = find(code)
    return visible(say(rule.why, lang)) if rule else ""


def _lasting(each: Diagnostic) -> list[str]:
    """Return the parameters that stay as they are when lines move."""
    return sorted(name for name in each.params if name != "line")


def judged(found: Iterable[Told], changed: Collection[str]) -> list[Told]:
    """Mark what lies in files that a change does not touch, with no second place in one that it does; it comes last."""

    def touched(file: str) -> bool:
        return file in changed or any(each.startswith(f"{file}/") for each in changed)

    marked = [
        each._replace(foreign=not any(map(touched, (each.file, *(also.file for also in each.also))))) for each in found
    ]
    return sorted(marked, key=lambda each: each.foreign)


def _text(value: Param, lang: Language) -> str:
    if isinstance(value, (Words, LocalText)):
        return say(value, lang)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def visible(text: str) -> str:
    """Return the text with every character that a terminal or a reader could be fooled by spelt out."""
    if text.isprintable():
        return text
    return "".join(char if _shown(char) else _spelt(char) for char in text)


def _shown(char: str) -> bool:
    return char.isprintable() and not "\ue000" <= char <= "\uf8ff"


def _spelt(char: str) -> str:
    if char == "\u00a0":
        return " "
    code = ord(char)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - widths of escapes


def _cut(text: str) -> str:
    return text if len(text) <= MAX_MESSAGE else text[: MAX_MESSAGE - 1] + "…"


def count(found: Sequence[Told], files: int | None, lang: Language) -> str:
    """Return the count of faults, and of files, in one line."""
    errors = sum(each.severity == "error" for each in found)
    warnings = len(found) - errors
    if lang == "vi":
        text = f"{errors} lỗi, {warnings} cảnh báo" if found else "không có lỗi"
        return text + (f" trong {files} tệp" if files is not None else "")
    text = f"{plural(errors, 'error', 'errors')}, {plural(warnings, 'warning', 'warnings')}" if found else "no faults"
    return text + (f" in {plural(files, 'file', 'files')}" if files is not None else "")


def record(found: Sequence[Told], files: int) -> dict[str, object]:
    """Return the diagnostics as the JSON object that is a contract."""
    return {
        "version": 1,
        "diagnostics": [
            {
                "code": each.code,
                "name": each.name,
                "severity": each.severity,
                "file": visible(each.file),
                "line": each.span.line,
                "column": each.span.column,
                "end_line": each.span.end_line,
                "end_column": each.span.end_column,
                "message": each.message,
                "hint": each.hint,
                "fixable": each.mend is not None,
                "in_change": not each.foreign,
            }
            for each in found
        ],
        "files": files,
    }
