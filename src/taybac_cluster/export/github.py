"""Diagnostics as workflow commands of GitHub Actions, which shows them at their lines in the review.

A step shows ten errors and ten warnings, so the worst come first. What lies outside the change is only written into
the log, and the last command is the count.
"""

from collections.abc import Sequence

from taybac_cluster.diagnostics import Words
from taybac_cluster.export.diagnostics import one_line, summary
from taybac_cluster.model.record import Language
from taybac_cluster.views.diagnostics import FOREIGN, Finding
from taybac_cluster.views.visible import visible
from taybac_cluster.views.words import say

_HINT = Words("Sửa: {hint}", "Fix: {hint}")


def render(found: Sequence[Finding], files: int, lang: Language, accepted: int = 0) -> str:
    """Return a command a diagnostic, those of other files as a group of the log, and the count."""
    own = [each for each in found if not each.foreign]
    foreign = [each for each in found if each.foreign]
    lines = [_annotation(each, lang) for each in own]
    if foreign:
        log = one_line(foreign, None, lang).splitlines()[: len(foreign)]
        lines += [f"::group::{_data(say(FOREIGN, lang))} ({len(foreign)})", *map(_logged, log), "::endgroup::"]
    count = summary(own, files, lang, accepted=accepted).splitlines()
    lines.append(f"::notice title=cluster validate::{_data(chr(10).join(count))}")
    return "\n".join(lines) + "\n"


def _annotation(each: Finding, lang: Language) -> str:
    span = each.span
    properties = {
        "file": visible(each.file),
        "line": str(span.line),
        "endLine": str(span.end_line),
        "title": f"{each.code} {each.name}",
    }
    if span.end_line == span.line:  # GitHub takes columns only within one line
        properties |= {"col": str(span.column), "endColumn": str(max(span.end_column - 1, span.column))}
    text = each.message + (f"\n{say(_HINT, lang, hint=each.hint)}" if each.hint else "")
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{each.severity} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _logged(line: str) -> str:
    """Return a line of the log in which nothing is a command: neither `::` at its start nor `##[` anywhere."""
    return "- " + line.replace("##[", "## [")
