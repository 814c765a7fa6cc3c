"""Diagnostics as a Code Quality report of GitLab, which compares two reports by their fingerprints."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from taybac_cluster.export.json import render as as_json
from taybac_cluster.model.record import Language
from taybac_cluster.views.diagnostics import Finding, left_out
from taybac_cluster.views.visible import visible

_SEVERITIES = {"error": "major", "warning": "minor"}


def render(found: Sequence[Finding], lang: Language = "vi") -> str:
    """Return the report; what lies outside a change is `info`."""
    seen: Counter[str] = Counter()
    entries = []
    for each in found:
        entries.append(_entry(each, seen[each.key], lang))
        seen[each.key] += 1
    return as_json(entries)


def _entry(each: Finding, twin: int, lang: Language) -> dict[str, object]:
    said = f"{each.message} — {each.hint}" if each.hint else each.message
    return {
        "description": said + left_out([each], lang),
        "check_name": f"{each.code} {each.name}",
        "fingerprint": fingerprint(each.key, twin),
        "severity": "info" if each.foreign else _SEVERITIES[each.severity],
        "location": {"path": visible(each.file), "lines": {"begin": each.span.line, "end": each.span.end_line}},
    }


def fingerprint(key: str, twin: int = 0) -> str:
    """Return what stays the same when lines move; equal diagnostics of a run are told apart by their count."""
    salted = f"{key}\x1f{twin}" if twin else key
    return hashlib.sha256(salted.encode("utf-8", "surrogateescape")).hexdigest()
