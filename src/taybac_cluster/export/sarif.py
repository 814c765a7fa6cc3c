"""Diagnostics as SARIF 2.1.0, for code scanning and editors."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from taybac_cluster import __version__
from taybac_cluster.diagnostics import Span, Words
from taybac_cluster.export.gitlab import fingerprint
from taybac_cluster.export.json import render as as_json
from taybac_cluster.model.record import Language
from taybac_cluster.views.diagnostics import Finding, left_out
from taybac_cluster.views.rules import Card
from taybac_cluster.views.words import say

SCHEMA = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json"

_MEND = Words("Viết lại chỗ này", "Write this instead")
_BEYOND_BASE = 0xFFFF
"""Characters above it are two units of UTF-16."""


def render(found: Sequence[Finding], cards: Mapping[str, Card], lang: Language) -> str:
    """Return the report; `cards` are the rules of the codes that are found."""
    codes = list(dict.fromkeys(each.code for each in found))
    seen: dict[str, int] = {}
    results = []
    for each in found:
        results.append(_result(each, codes.index(each.code), seen.get(each.key, 0), lang))
        seen[each.key] = seen.get(each.key, 0) + 1
    driver = {
        "name": "cluster",
        "semanticVersion": __version__,
        "rules": [_rule(cards[code]) if code in cards else {"id": code} for code in codes],
    }
    run: dict[str, object] = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "language": lang,
        "results": results,
    }
    if more := left_out(found, lang):
        notice = {"level": "note", "message": {"text": more.lstrip("; ")}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [notice]}]
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(card: Card) -> dict[str, object]:
    return {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": card.title},
        "fullDescription": {"text": card.why},
        "help": {"text": f"{card.why}\n{card.message}\n{card.hint}".rstrip()},
        "defaultConfiguration": {"level": card.severity},
    }


def _result(each: Finding, rule: int, twin: int, lang: Language) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": each.code,
        "ruleIndex": rule,
        "level": "note" if each.foreign else each.severity,
        "message": {"text": f"{each.message}\n{each.hint}".rstrip()},
        "locations": [_location(each.file, each.span, each.row, each.last_row)],
        "partialFingerprints": {"clusterFault/v1": fingerprint(each.key, twin)},
    }
    if each.also:
        result["relatedLocations"] = [_location(also.file, also.span, also.row, also.row) for also in each.also]
    if each.fix is not None:
        result["fixes"] = [_fix(each, each.fix, lang)]
    return result


def _fix(each: Finding, fix: str, lang: Language) -> dict[str, object]:
    replacement = {"deletedRegion": _region(each.span, each.row, each.last_row), "insertedContent": {"text": fix}}
    change = {"artifactLocation": {"uri": uri(each.file)}, "replacements": [replacement]}
    return {"description": {"text": say(_MEND, lang)}, "artifactChanges": [change]}


def _location(file: str, span: Span, row: str, last_row: str) -> dict[str, object]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(file)}, "region": _region(span, row, last_row)}}


def _region(span: Span, row: str, last_row: str) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": _units(row, span.column),
        "endLine": span.end_line,
        "endColumn": _units(row if span.end_line == span.line else last_row, span.end_column),
    }


def _units(row: str, column: int) -> int:
    """Return a column counted in units of UTF-16."""
    return column + sum(ord(char) > _BEYOND_BASE for char in row[: column - 1])


def uri(file: str) -> str:
    """Return a path as a relative URI; bytes that are no text included."""
    return quote(file.encode("utf-8", "surrogateescape"), safe="/")
