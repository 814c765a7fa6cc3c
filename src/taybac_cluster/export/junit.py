"""Diagnostics as JUnit XML: a test case a file, those without fault included."""

from collections.abc import Sequence
from xml.etree import ElementTree

from taybac_cluster.export.diagnostics import one_line
from taybac_cluster.model.record import Language
from taybac_cluster.views.diagnostics import Finding, count
from taybac_cluster.views.visible import visible


def render(found: Sequence[Finding], files: Sequence[str], lang: Language, *, strict: bool = False) -> str:
    """Return the report: a file fails by an error, if `strict` by a warning, never by what is not of the change."""
    by_file: dict[str, list[Finding]] = {file: [] for file in files}
    for each in found:
        by_file.setdefault(each.file, []).append(each)
    failing = {file: [each for each in those if _fails(each, strict=strict)] for file, those in by_file.items()}
    counts: dict[str, str] = {
        "tests": str(len(by_file)),
        "failures": str(sum(map(bool, failing.values()))),
        "errors": "0",
    }
    suites = ElementTree.Element("testsuites", {"name": "cluster validate", **counts})
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "cluster validate", "skipped": "0", **counts})
    for file, those in by_file.items():
        case = ElementTree.SubElement(suite, "testcase", classname="cluster.validate", name=visible(file), time="0")
        if failing[file]:
            fault = ElementTree.SubElement(
                case, "failure", message=count(failing[file], None, lang), type=failing[file][0].code
            )
            fault.text = _lines(failing[file], lang)
        if rest := [each for each in those if not _fails(each, strict=strict)]:
            ElementTree.SubElement(case, "system-out").text = _lines(rest, lang)
    ElementTree.indent(suites)
    return ElementTree.tostring(suites, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="UTF-8"?>\n', "\n")
    )


def _fails(each: Finding, *, strict: bool) -> bool:
    return not each.foreign and (strict or each.severity == "error")


def _lines(found: Sequence[Finding], lang: Language) -> str:
    return "\n".join(one_line(found, None, lang).splitlines()[: len(found)])
