"""Diagnostics in words: what is wrong, where, and what to do; free of any format."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from taybac_cluster.diagnostics import Diagnostic, Param, Severity, Span, Spot, Words, shortened
from taybac_cluster.model.record import Language, LocalText
from taybac_cluster.rules.catalogue import find
from taybac_cluster.views.visible import visible
from taybac_cluster.views.words import day, number, plural, say

MAX_MESSAGE = 500

SEVERITIES = {"error": Words("lỗi", "error"), "warning": Words("cảnh báo", "warning")}
_ACCEPTED = Words("; {count} cảnh báo đã được chấp nhận", "; warnings accepted: {count}")
FOREIGN = Words("Đã có từ trước thay đổi này:", "There before this change:")


_LEFT_OUT = Words("; còn {count} lỗi nữa không liệt kê", "; {count} more are not listed")


class Excerpt(NamedTuple):
    """A second place that belongs to a diagnostic, with the line of its file."""

    file: str
    span: Span
    row: str = ""


class Finding(NamedTuple):
    """One diagnostic at lines and columns, which puts itself into words when it is read: most are only counted."""

    diagnostic: Diagnostic
    lang: Language
    file: str
    """As it is shown: `diagnostic` has it as it stands in the data folder."""
    span: Span
    also: tuple[Excerpt, ...] = ()
    row: str = ""
    """The line of the file, where it could be read."""
    last_row: str = ""
    """The line on which the span ends, where that is another."""
    more: int = 0
    """How many more faults of the same file are left out after this one."""
    foreign: bool = False
    """Whether the fault was there before the change under review."""

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.diagnostic.code

    @property
    def severity(self) -> Severity:
        """An error or a warning."""
        return self.diagnostic.severity

    @property
    def fix(self) -> str | None:
        """What to write in the place, where that is safe."""
        return self.diagnostic.fix

    @property
    def name(self) -> str:
        """The rule's name; its code where it has none."""
        rule = find(self.code)
        return rule.name if rule else self.code

    @property
    def message(self) -> str:
        """What is wrong."""
        rule = find(self.code)
        return self._said(rule.message, _read) if rule else self.code

    @property
    def hint(self) -> str:
        """What to do."""
        rule = find(self.code)
        return self._said(rule.hint, _typed) if rule else ""

    @property
    def why(self) -> str:
        """Why it matters."""
        rule = find(self.code)
        return visible(say(rule.why, self.lang)) if rule else ""

    @property
    def key(self) -> str:
        """What stays the same when lines move: for fingerprints."""
        params = self.diagnostic.params
        lasting = (f"{name}={_typed(params[name], 'vi')}" for name in sorted(params) if name not in ("line", "lines"))
        return "\x1f".join((self.diagnostic.file, self.code, *lasting))

    def _said(self, words: Words, written: Callable[[Param, Language], str]) -> str:
        params = {
            name: _in_lines(written(value, self.lang))
            if isinstance(value, Words)
            else visible(written(value, self.lang))
            for name, value in self.diagnostic.params.items()
        }
        return shortened(say(words, self.lang, **params), MAX_MESSAGE)


def findings(diagnostics: Iterable[Diagnostic], lang: Language, more: Mapping[str, int] | None = None) -> list[Finding]:
    """Return located diagnostics for people, each once, the worst first, then by file and line.

    `more` says how many of a file are left out: its last one carries the number.
    """
    once = {(each.code, each.where, each.also, tuple(each.params.items())): each for each in diagnostics}
    found = [_one(each, lang) for each in once.values()]
    found.sort(key=lambda each: (each.severity != "error", each.file, each.span, each.code))
    last = {each.file: at for at, each in enumerate(found)}
    for file, count in (more or {}).items():
        if file in last:
            found[last[file]] = found[last[file]]._replace(more=count)
    return found


def _one(each: Diagnostic, lang: Language) -> Finding:
    if not isinstance(each.where, Spot):
        raise TypeError(each.code)
    also = tuple(Excerpt(spot.file, spot.span) for spot in each.also if isinstance(spot, Spot))
    return Finding(each, lang, each.file, each.where.span, also)


def brought(found: Sequence[Finding], before: Iterable[Finding]) -> list[Finding]:
    """Mark the faults that were there before a change; they come last.

    A fault is the same if its file, rule and words are, wherever it stands. Of several alike, those that did not move
    were there before.
    """
    old = list(before)
    left, places = Counter(each.key for each in old), {(each.key, each.span) for each in old}
    known = set()
    for at in sorted(range(len(found)), key=lambda at: (found[at].key, found[at].span) not in places):
        if left[found[at].key]:
            left[found[at].key] -= 1
            known.add(at)
    return sorted((each._replace(foreign=at in known) for at, each in enumerate(found)), key=lambda each: each.foreign)


def _read(value: Param, lang: Language) -> str:
    """Write a parameter as people read it: numbers and days as in the language."""
    if isinstance(value, Decimal):
        return number(value, lang)
    return day(value, lang) if isinstance(value, datetime.date) else _typed(value, lang)


def _typed(value: Param, lang: Language) -> str:
    """Write a parameter as it is typed into a file."""
    if isinstance(value, (Words, LocalText)):
        return say(value, lang)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _in_lines(text: str) -> str:
    """Return words of ours, which may be lines to type, with everything else in them visible."""
    return "\n".join(map(visible, text.split("\n")))


def kinds(found: Iterable[Finding]) -> str:
    """Return the codes and names of what was found, with how many there are of each."""
    counts = Counter(f"{each.code} {each.name}" for each in found)
    return ", ".join(f"{kind} ×{many}" if many > 1 else kind for kind, many in sorted(counts.items()))


def left_out(found: Iterable[Finding], lang: Language) -> str:
    """Say how many faults are not listed, because their files have too many; nothing where all are."""
    more = sum(each.more for each in found)
    return say(_LEFT_OUT, lang, count=number(more, lang)) if more else ""


def count(found: Sequence[Finding], files: int | None, lang: Language, accepted: int = 0) -> str:
    """Return the count of faults and of files in one line, how many are not listed, and the accepted warnings."""
    text = _counted(found, files, lang) + left_out(found, lang)
    return text + (say(_ACCEPTED, lang, count=accepted) if accepted else "")


def _counted(found: Sequence[Finding], files: int | None, lang: Language) -> str:
    errors = sum(each.severity == "error" for each in found)
    warnings = len(found) - errors
    if lang == "vi":
        text = f"{errors} lỗi, {warnings} cảnh báo" if found else "không có lỗi"
        return text + (f" trong {files} tệp" if files is not None else "")
    text = f"{plural(errors, 'error', 'errors')}, {plural(warnings, 'warning', 'warnings')}" if found else "no faults"
    return text + (f" in {plural(files, 'file', 'files')}" if files is not None else "")


def record(found: Sequence[Finding], files: int, accepted: int = 0) -> dict[str, object]:
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
                "fixable": each.fix is not None,
                "in_change": not each.foreign,
            }
            for each in found
        ],
        "files": files,
        "more": sum(each.more for each in found),
        "accepted": accepted,
    }
