"""Reading strangers' files: every mistake at its own place as one error, and no traceback whatever the bytes."""

import os
import re
import stat
import string
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Folder

from taybac_cluster.diagnostics import Diagnostic, Span, Spot, Words
from taybac_cluster.load import builder
from taybac_cluster.load.characters import decode, lines, quoted
from taybac_cluster.load.document import parse, read
from taybac_cluster.load.files import MAX_BYTES
from taybac_cluster.load.fixing import apply, tidy
from taybac_cluster.load.folder import KINDS, read_folder
from taybac_cluster.load.locations import locate, located, tree_of
from taybac_cluster.load.torn import attempt
from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Document, Language, LocalText
from taybac_cluster.model.submission import Submission
from taybac_cluster.rules.mistyped_numbers import mistyped_number
from taybac_cluster.rules.reading import RULES
from taybac_cluster.rules.registry import check
from taybac_cluster.rules.rule import Rule
from taybac_cluster.rules.sample import SAMPLE

Fault = tuple[str, int, int]

BY_CODE = {rule.code: rule for rule in RULES}
LANGUAGES: tuple[Language, ...] = ("vi", "en")

NOT_TEXT = {
    "R001": "a pipe is no text",
    "R002": "a link is no text",
    "R003": "a folder is no text",
    "R004": "an example of over a mebibyte helps nobody",
    "R005": "the machine refuses, not the text",
}
"""Rules that have no example, and why."""

REPORT = """\
member: sa-pa
year: 2023
status: illustrative
submitted_on: 2023-09-08
values:
  cay-xanh: 7.2
  van-ban: 4
  nuoc-thai: 45.5
gates:
  khong-o-nhiem: true
highlights: Nội dung minh họa
"""

ROSTER = """\
cluster:
  id: cum-mau
  name: Cụm mẫu
members:
  - id: sa-pa
    name: Sa Pa
    member:
      from: 2015-01-01
  - id: lao-cai
    name: Lào Cai
    member:
      from: 2015-01-01
    periods:
      - type: thành phố
        class: II
"""

MEETING = """\
year: 2023
head: lao-cai
present:
  - sa-pa
  - lao-cai
decisions:
  directions:
    - Giữ gìn bản sắc
  next:
    year: 2024
"""

CRITERIA = """\
name: Bộ tiêu chí mẫu
status: illustrative
as_of: 2023-09-24
groups:
  - id: xanh
    name: Xanh
    criteria:
      - id: cay-xanh
        name: Đất cây xanh
        unit: m²
        points: 40
        scale:
          kind: linear
          worst: 2
          best: 10
      - id: quy-hoach
        name: Quy hoạch
        points: 10
        scale:
          kind: levels
          levels:
            cấp tỉnh: 10
ranking:
  tie_break:
    - xanh
"""


def reported(content: str | bytes, model: type[Document] = Submission) -> list[Diagnostic]:
    """What is said of a file of this content, with lines and columns."""
    raw = content if isinstance(content, bytes) else content.encode()
    _, faults = parse(raw, "f.yaml", model)
    return located(faults, tree_of(raw))


def places(found: Iterable[Diagnostic]) -> list[Fault]:
    return [(each.code, spot.span.line, spot.span.column) for each in found if isinstance(spot := each.where, Spot)]


def edited(old: str, new: str, text: str = REPORT) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


# ---- one mistake, one error, at its own place ----

SLIPS = [
    # text that needs quotes
    pytest.param("highlights: Nội dung minh họa", "highlights: %", ("R042", 11, 13), id="a percent sign alone"),
    pytest.param("highlights: Nội dung minh họa", "highlights: @ubnd", ("R042", 11, 13), id="a login without quotes"),
    pytest.param("highlights: Nội dung minh họa", "highlights: `xanh`", ("R042", 11, 13), id="backticks"),
    pytest.param(
        "highlights: Nội dung minh họa", "highlights: * quan trọng", ("R042", 11, 13), id="a bullet for a text"
    ),
    pytest.param("highlights: Nội dung minh họa", "highlights: & xanh", ("R042", 11, 13), id="an ampersand"),
    pytest.param("highlights: Nội dung minh họa", "highlights: > 50 cây", ("R042", 11, 13), id="more than"),
    pytest.param("highlights: Nội dung minh họa", "highlights: | a", ("R042", 11, 13), id="a bar"),
    pytest.param("highlights: Nội dung minh họa", "highlights: ?", ("R042", 11, 13), id="a question mark"),
    pytest.param("highlights: Nội dung minh họa", "highlights: , a", ("R042", 11, 13), id="a comma first"),
    pytest.param(
        "highlights: Nội dung minh họa", "highlights: [Dự thảo] Kế hoạch", ("R042", 11, 13), id="a word in brackets"
    ),
    pytest.param("highlights: Nội dung minh họa", "highlights: Chủ đề: xanh", ("R043", 11, 13), id="a colon in a text"),
    pytest.param(
        "highlights: Nội dung minh họa", "highlights: Chủ đề:", ("R043", 11, 13), id="a colon at a text's end"
    ),
    pytest.param(
        "highlights: Nội dung minh họa", "highlights: !quan trọng", ("R023", 11, 13), id="an exclamation mark"
    ),
    pytest.param("highlights: Nội dung minh họa", 'highlights: "a" b', ("R047", 11, 13), id="words after a quote"),
    pytest.param("highlights: Nội dung minh họa", "highlights: 'it's'", ("R047", 11, 13), id="an apostrophe in quotes"),
    pytest.param(
        "highlights: Nội dung minh họa", 'highlights: "D:\\So lieu"', ("R048", 11, 16), id="a path of Windows"
    ),
    pytest.param("gates:", "prepared_by: {name: % A}\ngates:", ("R042", 9, 21), id="a percent sign in braces"),
    pytest.param("gates:", "prepared_by: {name: A: b, title: c}\ngates:", ("R043", 9, 21), id="a colon in braces"),
    # spaces, colons, dashes
    pytest.param("member: sa-pa", "member:sa-pa", ("R041", 1, 1), id="no space after the first colon"),
    pytest.param("year: 2023", "year:2023", ("R041", 2, 1), id="no space after a colon"),
    pytest.param("  cay-xanh: 7.2", "  cay-xanh:7.2", ("R041", 6, 3), id="no space in the first entry of a block"),
    pytest.param("  nuoc-thai: 45.5", "  nuoc-thai:45.5", ("R041", 8, 3), id="no space in the last entry of a block"),
    pytest.param(
        "  khong-o-nhiem: true", "  khong-o-nhiem:true", ("R041", 10, 3), id="no space in the only entry of a block"
    ),
    pytest.param("highlights: Nội dung", "highlights:Nội dung", ("R041", 11, 1), id="no space in the last line"),
    pytest.param("year: 2023", "year:\u00a02023", ("R041", 2, 1), id="a no-break space after a colon"),
    pytest.param("  van-ban: 4", "  van-ban:\u00a04", ("R041", 7, 3), id="a no-break space after a colon further in"),
    pytest.param("  van-ban: 4", "  van-ban: \u00a04", ("R017", 7, 12), id="a no-break space before a value"),
    pytest.param("  van-ban: 4", "  van-ban: 4\u00a0", ("R017", 7, 12), id="a no-break space after a value"),
    pytest.param("  van-ban: 4", "  van-ban\u00a0: 4", ("R017", 7, 3), id="a no-break space after a key"),
    pytest.param("  van-ban: 4", "\u00a0\u00a0van-ban: 4", ("R017", 7, 1), id="no-break spaces before a line"),
    pytest.param("  van-ban: 4", " \u00a0van-ban: 4", ("R017", 7, 2), id="a no-break space among spaces"),
    pytest.param("  van-ban: 4", "\tvan-ban: 4", ("R016", 7, 1), id="a tab before a line"),
    pytest.param("  van-ban: 4", "  \tvan-ban: 4", ("R016", 7, 3), id="a tab after spaces"),
    pytest.param("gates:", "\t\ngates:", ("R016", 9, 1), id="a line of a tab"),
    pytest.param("year: 2023", "year 2023", ("R045", 2, 1), id="no colon"),
    pytest.param("year: 2023", "year = 2023", ("R045", 2, 1), id="an equals sign"),
    pytest.param("year: 2023", "year\uff1a2023", ("R045", 2, 1), id="a wide colon"),
    pytest.param("member: sa-pa", "member sa-pa", ("R045", 1, 1), id="no colon in the first line"),
    pytest.param("  cay-xanh: 7.2", "  cay-xanh 7.2", ("R045", 6, 3), id="no colon in the first entry of a block"),
    pytest.param("  van-ban: 4", "  van-ban 4", ("R045", 7, 3), id="no colon further in"),
    pytest.param("values:", "values", ("R045", 5, 1), id="no colon above a block"),
    pytest.param("highlights: Nội", "highlights Nội", ("R045", 11, 1), id="no colon in the last line"),
    pytest.param("  van-ban: 4", "   van-ban: 4", ("R046", 7, 4), id="a space too many"),
    pytest.param("  van-ban: 4", " van-ban: 4", ("R046", 7, 2), id="a space too few"),
    pytest.param("  van-ban: 4", "van-ban: 4", ("R046", 7, 1), id="an entry at the edge"),
    pytest.param("  cay-xanh: 7.2", " cay-xanh: 7.2", ("R046", 6, 2), id="the first entry a space too few"),
    pytest.param("  cay-xanh: 7.2", "   cay-xanh: 7.2", ("R046", 6, 4), id="the first entry a space too many"),
    pytest.param("status: illus", "  status: illus", ("R046", 3, 3), id="a key at the top set in"),
    pytest.param("member: sa-pa", " member: sa-pa", ("R046", 1, 2), id="the first line set in"),
    pytest.param("  van-ban: 4", "  van-ban: - 4", ("R050", 7, 12), id="a dash beside a key"),
    pytest.param("status: illus", "@status: illus", ("R051", 3, 1), id="a stray sign before a key"),
    pytest.param("status: illus", "status:] illus", ("R051", 3, 8), id="a stray sign after a colon"),
    pytest.param("status: illustrative", '"status": "illustrative",', ("R051", 3, 25), id="a comma as in JSON"),
    pytest.param("member: sa-pa", "- member: sa-pa", ("R051", 1, 1), id="a dash before the first key"),
    # quotes and brackets
    pytest.param("status: illus", 'status: "illus', ("R040", 3, 9), id="a quote never closed"),
    pytest.param("highlights: Nội", "highlights: 'Nội", ("R040", 11, 13), id="a single quote never closed"),
    pytest.param(
        "status: illustrative\nsubmitted_on: 2023-09-08",
        'status: "illustrative\nsubmitted_on: "2023-09-08"',
        ("R040", 3, 9),
        id="a quote that closes at the next quote",
    ),
    pytest.param(
        "gates:", 'prepared_by: {name: "Lò Văn A, title: x}\ngates:', ("R040", 9, 21), id="a quote left open in braces"
    ),
    pytest.param("  cay-xanh: 7.2", "  cay-xanh: {value: 7.2", ("R044", 6, 13), id="a brace left open"),
    pytest.param("  cay-xanh: 7.2", "  cay-xanh: {value: 7.2]", ("R044", 6, 13), id="a brace closed by a bracket"),
    pytest.param("  cay-xanh: 7.2", "  cay-xanh: {value: 7.2}}", ("R044", 6, 25), id="a brace too many"),
    pytest.param(
        "  cay-xanh: 7.2",
        "  cay-xanh: {value: 7.2, evidence: [a.pdf}",
        ("R044", 6, 36),
        id="a bracket left open in braces",
    ),
    # commas in braces
    pytest.param("  cay-xanh: 7.2", "  cay-xanh: {value: 7,2}", ("R030", 6, 22), id="a decimal comma in braces"),
    pytest.param("  cay-xanh: 7.2", "  cay-xanh: {value: 7,200}", ("R031", 6, 22), id="a thousands comma in braces"),
    pytest.param(
        "gates:",
        "prepared_by: {name: A, title: Phó Bí thư, Chủ tịch}\ngates:",
        ("R032", 9, 41),
        id="a comma in a title",
    ),
    pytest.param(
        "  cay-xanh: 7.2", "  cay-xanh: {value: 7.2, missing}", ("R101", 6, 26), id="a key without a value in braces"
    ),
    # structure
    pytest.param("highlights: Nội dung minh họa", "highlights: &a Nội dung", ("R022", 11, 13), id="an anchor"),
    pytest.param("highlights: Nội dung minh họa", "highlights: *a", ("R022", 11, 13), id="an alias"),
    pytest.param("gates:", "prepared_by: &a {name: b}\ngates:", ("R022", 9, 14), id="an anchor before braces"),
    pytest.param("member: sa-pa", "&a member: sa-pa", ("R022", 1, 1), id="an anchor before a key"),
    pytest.param("member: sa-pa", "!a member: sa-pa", ("R023", 1, 1), id="a tag before a key"),
    pytest.param("gates:", "*a : 1\ngates:", ("R022", 9, 1), id="an alias for a key"),
    pytest.param("gates:", '"\\u202e": 1\ngates:', ("R014", 9, 1), id="a hidden character in a key"),
    pytest.param(
        "highlights: Nội dung minh họa",
        "highlights: !!python/object/apply:os.system [x]",
        ("R023", 11, 13),
        id="an order",
    ),
    pytest.param("gates:", "<<: *x\ngates:", ("R024", 9, 1), id="a merge of an alias"),
    pytest.param("gates:", "? [a, b]\n: 1\ngates:", ("R027", 9, 3), id="a list for a key"),
    pytest.param("gates:", "? {a: b}\n: 1\ngates:", ("R027", 9, 3), id="a mapping for a key"),
    pytest.param("gates:", ": a\ngates:", ("R051", 9, 1), id="nothing for a key"),
    pytest.param("  van-ban: 4", "  van-ban: 4\n  van-ban: 5", ("R026", 8, 3), id="a key twice"),
    pytest.param("gates:", "year: 2023\nstatus: draft\ngates:", ("R026", 9, 1), id="two keys twice in a row"),
    pytest.param(
        "highlights: Nội dung minh họa", "highlights: x\n---\nmember: sa-pa", ("R021", 12, 1), id="two documents"
    ),
    pytest.param(
        "highlights: Nội dung minh họa", "highlights: x\n...\nmember: sa-pa", ("R021", 13, 1), id="more after the end"
    ),
    pytest.param("member: sa-pa", "%YAML 1.2\n---\nmember: sa-pa", ("R029", 1, 1), id="a version"),
    pytest.param("member: sa-pa", "%YAML 9.9\n---\nmember: sa-pa", ("R029", 1, 1), id="a version that is none"),
    pytest.param("member: sa-pa", "%TAG ! x:\n---\nmember: sa-pa", ("R029", 1, 1), id="a tag directive"),
    pytest.param("highlights: Nội", "highlights: " + "[" * 40 + "Nội", ("R025", 11, 44), id="forty brackets"),
    # single values
    pytest.param("  van-ban: 4", "  van-ban:", ("R101", 7, 3), id="no value"),
    pytest.param("  van-ban: 4", "  van-ban: ~", ("R101", 7, 12), id="a tilde"),
    pytest.param("  van-ban: 4", "  van-ban: null", ("R101", 7, 12), id="null"),
    pytest.param("  van-ban: 4", "  van-ban: -", ("R101", 7, 12), id="a dash for nothing"),
    pytest.param("  khong-o-nhiem: true", "  khong-o-nhiem: no", ("R102", 10, 18), id="no"),
    pytest.param("  khong-o-nhiem: true", "  khong-o-nhiem: True", ("R102", 10, 18), id="True"),
    pytest.param("  van-ban: 4", "  van-ban: 010", ("R103", 7, 12), id="a leading zero"),
    pytest.param("  van-ban: 4", "  van-ban: 12:30", ("R104", 7, 12), id="base sixty"),
    pytest.param("  van-ban: 4", "  van-ban: 1_000", ("R105", 7, 12), id="underscores"),
    pytest.param("  van-ban: 4", "  van-ban: 1e3", ("R106", 7, 12), id="a power of ten"),
    pytest.param("  van-ban: 4", "  van-ban: .nan", ("R107", 7, 12), id="not a number"),
    pytest.param("  van-ban: 4", "  van-ban: 0x1F", ("R108", 7, 12), id="base sixteen"),
    pytest.param("  van-ban: 4", "  van-ban: +5", ("R109", 7, 12), id="a plus sign"),
    pytest.param("highlights: Nội dung minh họa", "highlights: =", ("R042", 11, 13), id="an equals sign alone"),
    pytest.param("highlights: Nội dung minh họa", "highlights: <<", ("R042", 11, 13), id="a merge sign for a value"),
    pytest.param("  van-ban: 4", "  no: 4", ("R110", 7, 3), id="no for a key"),
    pytest.param("  van-ban: 4", f"  van-ban: {'1' * 31}", ("R112", 7, 12), id="31 digits"),
    pytest.param("year: 2023", 'year: "2023"', ("R116", 2, 7), id="a year in quotes"),
    pytest.param("submitted_on: 2023-09-08", "submitted_on: 10/09/2023", ("R117", 4, 15), id="a day as in Vietnam"),
    pytest.param("submitted_on: 2023-09-08", "submitted_on: 20230908", ("R117", 4, 15), id="a day without hyphens"),
    pytest.param("submitted_on: 2023-09-08", "submitted_on: 2023-02-30", ("R118", 4, 15), id="a day that is none"),
    # shape
    pytest.param("values:", "valeus:", ("R121", 5, 1), id="a misspelt key"),
    pytest.param("  cay-xanh: 7.2", "  cay-xanh: {vlaue: 7.2}", ("R121", 6, 14), id="a misspelt key in braces"),
    pytest.param("status: illustrative\n", "", ("R122", 1, 1), id="a missing key"),
    pytest.param("  cay-xanh: 7.2", "  cay-xanh: [7.2]", ("R123", 6, 13), id="a list for a number"),
    pytest.param("  khong-o-nhiem: true", "  khong-o-nhiem: có", ("R123", 10, 18), id="a word for a yes"),
    pytest.param("highlights: Nội dung minh họa", "highlights: 0.0000001", ("R124", 11, 13), id="a number for a text"),
    pytest.param("status: illustrative", "status: ilustrative", ("R125", 3, 9), id="a misspelt choice"),
    pytest.param("member: sa-pa", "member: no", ("R102", 1, 9), id="a faulty value that is not missing besides"),
    pytest.param("year: 2023", "\u00a0year: 2023", ("R017", 2, 1), id="an odd space that hides a key"),
    # characters
    pytest.param("member: sa-pa", "member: sa-pa\u200b", ("R014", 1, 14), id="a zero-width space"),
    pytest.param("highlights: Nội", "highlights: \u202eNội", ("R014", 11, 13), id="text turned round"),
    pytest.param("highlights: Nội", "highlights: \ue000Nội", ("R014", 11, 13), id="a private character"),
    pytest.param("highlights: Nội", "highlights: \u115fNội", ("R014", 11, 13), id="a filler"),
    pytest.param("highlights: Nội", "highlights: N\ufffdi", ("R015", 11, 14), id="a lost letter"),
    pytest.param("highlights: Nội", "highlights: \x1b[31mNội", ("R013", 11, 13), id="an order to a terminal"),
    pytest.param("member: sa-pa", "member: sa\x00pa", ("R013", 1, 11), id="a NUL"),
    pytest.param("status: illus", "status: \u2028illus", ("R014", 3, 9), id="a line separator"),
    pytest.param("status: illus", "status: \x85illus", ("R013", 3, 9), id="a next-line character"),
    pytest.param(
        "highlights: Nội dung minh họa", 'highlights: "\\u202e"', ("R014", 11, 13), id="a hidden character spelt out"
    ),
    pytest.param(
        "highlights: Nội", "highlights: a" + "\u0301\u0315" * 40 + "Nội", ("R014", 11, 14), id="a pile of marks"
    ),
    pytest.param(
        "year: 2023", "<<<<<<< HEAD\nyear: 2023\n=======\nyear: 2024\n>>>>>>> x", ("R018", 2, 1), id="a merge conflict"
    ),
    pytest.param("year: 2023", "year: 2023\n>>>>>>> x", ("R018", 3, 1), id="the rest of a merge conflict"),
]


@pytest.mark.parametrize(("old", "new", "place"), SLIPS)
def test_one_mistake_is_one_error_at_its_own_place(old: str, new: str, place: Fault) -> None:
    assert places(reported(edited(old, new))) == [place]


@pytest.mark.parametrize(("old", "new", "place"), SLIPS)
@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_other_line_ends_move_nothing(old: str, new: str, place: Fault, ends: str) -> None:
    assert places(reported(edited(old, new).replace("\n", ends))) == [place]


@pytest.mark.parametrize(("old", "new", "place"), SLIPS)
def test_a_byte_order_mark_moves_nothing(old: str, new: str, place: Fault) -> None:
    assert places(reported(b"\xef\xbb\xbf" + edited(old, new).encode())) == [place]


@pytest.mark.parametrize(
    ("model", "text", "old", "new", "place"),
    [
        pytest.param(CriteriaSet, CRITERIA, "unit: m²", "unit: %", ("R042", 10, 15), id="unit: %"),
        pytest.param(CriteriaSet, CRITERIA, "points: 40", "points: 40,5", ("R113", 11, 17), id="a decimal comma"),
        pytest.param(
            CriteriaSet, CRITERIA, "points: 40", "points: 1.234.567", ("R114", 11, 17), id="dots for thousands"
        ),
        pytest.param(
            CriteriaSet, CRITERIA, "points: 40", "points: 1,234", ("R114", 11, 17), id="a comma that may be either"
        ),
        pytest.param(CriteriaSet, CRITERIA, "points: 40", "points: 45,5%", ("R115", 11, 17), id="a percentage"),
        pytest.param(
            CriteriaSet, CRITERIA, "points: 40", 'points: "12,5"', ("R113", 11, 17), id="a decimal comma in quotes"
        ),
        pytest.param(CriteriaSet, CRITERIA, "points: 40", "points: 7.2 m2", ("R119", 11, 17), id="a unit"),
        pytest.param(CriteriaSet, CRITERIA, "kind: linear", "kind: liner", ("R125", 13, 17), id="a misspelt kind"),
        pytest.param(
            CriteriaSet, CRITERIA, "kind: linear", "kid: linear", ("R121", 13, 11), id="a misspelt key of the kind"
        ),
        pytest.param(
            CriteriaSet,
            CRITERIA,
            "kind: levels",
            "kind: levels\n          x: 1",
            ("R121", 21, 11),
            id="a key beside one named as the kind",
        ),
        pytest.param(
            CriteriaSet, CRITERIA, "        name: Quy hoạch\n", "", ("R122", 16, 9), id="a key missing in an item"
        ),
        pytest.param(CriteriaSet, CRITERIA, "    - xanh", "    -xanh", ("R041", 25, 5), id="a dash without a space"),
        pytest.param(
            CriteriaSet,
            CRITERIA,
            "            cấp tỉnh: 10",
            "            cấp tỉnh:10",
            ("R041", 22, 13),
            id="a level without a space",
        ),
        pytest.param(
            Roster, ROSTER, "- id: lao-cai", "-id: lao-cai", ("R041", 9, 3), id="a dash without a space before keys"
        ),
        pytest.param(Roster, ROSTER, "  - id: lao-cai", "  id: lao-cai", ("R052", 9, 3), id="an item without a dash"),
        pytest.param(
            Roster,
            ROSTER,
            "  - id: lao-cai",
            "    id: lao-cai",
            ("R026", 9, 5),
            id="an item that runs on in the one above",
        ),
        pytest.param(Roster, ROSTER, "id: lao-cai", "id: Lào Cai", ("R126", 9, 9), id="an id with marks"),
        pytest.param(Roster, ROSTER, "class: II", "class: 2", ("R125", 15, 16), id="a class in digits"),
        pytest.param(
            Meeting, MEETING, "  - sa-pa\n", "  -sa-pa\n", ("R041", 4, 3), id="the first dash without a space"
        ),
        pytest.param(
            Meeting, MEETING, "  - lao-cai\n", "  -lao-cai\n", ("R041", 5, 3), id="the second dash without a space"
        ),
        pytest.param(Meeting, MEETING, "  - lao-cai\n", "  lao-cai\n", ("R052", 5, 3), id="a word without a dash"),
        pytest.param(Meeting, MEETING, "  - lao-cai\n", "  -\n", ("R111", 5, 4), id="an empty item"),
        pytest.param(Meeting, MEETING, "  - lao-cai\n", "  - ~\n", ("R111", 5, 5), id="an item of a tilde"),
        pytest.param(
            Meeting, MEETING, "- Giữ gìn bản sắc", "- Phương hướng: giữ gìn", ("R043", 8, 7), id="a colon in an item"
        ),
        pytest.param(
            Meeting,
            MEETING,
            "present:\n  - sa-pa\n",
            "present: - sa-pa\n",
            ("R050", 3, 10),
            id="an item beside its key",
        ),
        pytest.param(Meeting, MEETING, "head: lao-cai", "head: [lao-cai", ("R044", 2, 7), id="a bracket left open"),
    ],
)
def test_one_mistake_is_one_error_in_the_other_files_too(
    model: type[Document], text: str, old: str, new: str, place: Fault
) -> None:
    assert places(reported(edited(old, new, text), model)) == [place]


# ---- whole files and bytes ----


@pytest.mark.parametrize(
    ("content", "found"),
    [
        pytest.param(b"", [("R020", 1, 1)], id="nothing"),
        pytest.param(b"# x\n\n", [("R020", 1, 1)], id="comments"),
        pytest.param(b"---\n", [("R020", 1, 1)], id="three dashes"),
        pytest.param(b"~\n", [("R020", 1, 1)], id="null"),
        pytest.param(b"\xef\xbb\xbf", [("R020", 1, 1)], id="a byte order mark"),
        pytest.param(b"- a\n- b\n", [("R028", 1, 1)], id="a list"),
        pytest.param(b"sa-pa\n", [("R028", 1, 1)], id="a word"),
        pytest.param(b"member:sa-pa\nyear:2023\n", [("R041", 1, 1), ("R041", 2, 1)], id="nothing but glued lines"),
        pytest.param(REPORT.encode("utf-16"), [("R011", 1, 1)], id="UTF-16"),
        pytest.param(REPORT.encode("utf-16-le"), [("R011", 1, 1)], id="UTF-16 without a mark"),
        pytest.param(REPORT.encode("utf-16-be"), [("R011", 1, 1)], id="UTF-16 from the other end"),
        pytest.param(REPORT.encode("utf-32-le"), [("R011", 1, 1)], id="UTF-32"),
        pytest.param(
            REPORT.encode().replace("Nội".encode(), "Đẹp".encode("cp1258", "replace")), [("R012", 11, 13)], id="cp1258"
        ),
        pytest.param(REPORT.encode().replace("Nội".encode(), "bé".encode("latin-1")), [("R012", 11, 14)], id="latin-1"),
        pytest.param(REPORT.encode().rstrip()[:-2], [("R012", 11, 28)], id="a file cut short"),
        pytest.param(b"\x00" * 100, [("R011", 1, 1)], id="zeros"),
        pytest.param(b"\xff" * 100, [("R012", 1, 1)], id="ones"),
    ],
)
def test_a_whole_file_that_is_no_report(content: bytes, found: list[Fault]) -> None:
    assert places(reported(content)) == found


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        pytest.param("Đẹp".encode("cp1258", "replace"), "Windows-1258", id="cp1258"),
        pytest.param("détail".encode("cp1252"), "Windows-1252", id="cp1252"),
        pytest.param("ạ".encode()[:-1], "cắt cụt", id="cut short"),
    ],
)
def test_a_file_that_is_not_utf_8_is_reported_with_what_it_looks_like(written: bytes, guess: str) -> None:
    looks = reported(b"highlights: " + written)[0].params["looks"]
    assert isinstance(looks, Words)
    assert guess in looks.vi


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(REPORT.encode(), id="as written"),
        pytest.param(b"\xef\xbb\xbf" + REPORT.encode(), id="with a byte order mark"),
        pytest.param(REPORT.replace("\n", "\r\n").encode(), id="with the line ends of Windows"),
        pytest.param(REPORT.replace("\n", "\r").encode(), id="with the line ends of old Macs"),
        pytest.param(unicodedata.normalize("NFD", REPORT).encode(), id="with letters and marks apart"),
        pytest.param(b"---\n" + REPORT.encode() + b"...\n", id="between document marks"),
        pytest.param(edited("van-ban: 4", "van-ban:\t4\t# bốn").encode(), id="with tabs around a value"),
        pytest.param(
            edited("highlights: Nội", "highlights: |\n  Nội\n  \tdung\n\n  a: b").encode(),
            id="with a tab in a block text",
        ),
        pytest.param(
            edited("highlights: Nội", 'highlights: "a\n\tb"\nnote: Nội').encode(),
            id="with a tab in a text of two lines",
        ),
        pytest.param(edited("highlights: Nội", "? highlights\n: Nội").encode(), id="with a key after a question mark"),
        pytest.param(edited("highlights: Nội", "highlights: http://sa-pa.vn/a:b Nội").encode(), id="with an address"),
        pytest.param(edited("highlights: Nội", 'highlights: "[red]{} %s"\nnote: Nội').encode(), id="with markup"),
        pytest.param(edited("  van-ban: 4", "  van-ban: 4\n  true: x").encode(), id="with a key called true"),
        pytest.param(edited("highlights: Nội", "highlights: \u00b2\u00bd – “Nội”").encode(), id="with signs of print"),
        pytest.param(
            edited("gates:", "prepared_by: {name: A,\n  title: b}\ngates:").encode(), id="with braces over two lines"
        ),
    ],
)
def test_what_is_unusual_but_right_is_read_as_it_is(content: bytes) -> None:
    record, faults = parse(content, "f.yaml", Submission)
    assert faults == []
    assert record is not None
    assert record.member == "sa-pa"
    assert not record.partial


def test_several_mistakes_are_all_reported_in_one_run() -> None:
    text = edited(
        "van-ban: 4", "van-ban:4", edited("status:", "statis:", edited("highlights: Nội", "highlights: %Nội"))
    )
    assert places(reported(text)) == [("R121", 3, 1), ("R041", 7, 3), ("R042", 11, 13)]


def test_every_glued_line_of_a_block_is_reported_at_its_own_line() -> None:
    text = re.sub(r"(?m)^  ([a-z-]+): ", r"  \1:", REPORT)
    assert places(reported(text)) == [("R041", 6, 3), ("R041", 7, 3), ("R041", 8, 3), ("R041", 10, 3)]


def test_lines_that_are_out_of_line_together_are_one_mistake() -> None:
    text = edited("  van-ban: 4\n  nuoc-thai: 45.5", "    van-ban: 4\n    nuoc-thai: 45.5")
    assert places(reported(text)) == [("R046", 7, 5)]


def test_a_value_that_is_faulty_itself_leaves_the_rest_of_the_record() -> None:
    record, faults = parse(edited("cay-xanh: 7.2", "cay-xanh: .nan").encode(), "f.yaml", Submission)
    assert [each.code for each in faults] == ["R107"]
    assert record is not None
    assert record.partial
    assert set(record.values or {}) == {"van-ban", "nuoc-thai"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(edited("member: sa-pa", "member:sa-pa"), "member:sa-pa", id="a glued line"),
        pytest.param(edited("member: sa-pa", "member:sa-pa # Sa Pa"), "member:sa-pa", id="a glued line with a comment"),
        pytest.param(edited("Nội dung minh họa", "Chủ đề: xanh"), "Chủ đề: xanh", id="a text with a colon"),
        pytest.param(edited("Nội dung minh họa", "Chủ đề: 🌳 # x"), "Chủ đề: 🌳", id="a wide letter"),
        pytest.param(
            unicodedata.normalize("NFD", edited("Nội dung", "Chủ đề: Nội")), "Chủ đề: Nội minh họa", id="marks apart"
        ),
        pytest.param(edited("cay-xanh: 7.2", "cay-xanh: {value: 7,2}"), ",", id="a comma"),
        pytest.param(edited("status: illus", 'status: "illus'), '"', id="a quote"),
        pytest.param(edited("van-ban: 4", "van-ban: 010"), "010", id="a number"),
        pytest.param(edited("values:", "valeus:"), "valeus", id="a key"),
        pytest.param(edited("van-ban: 4", "van-ban: 4\n  van-ban: 5"), "van-ban", id="a key twice"),
        pytest.param(edited("  van-ban: 4", "  \t van-ban: 4"), "\t ", id="an indentation"),
        pytest.param(edited("van-ban: 4", "van-ban: !!str\n    4"), "!!str", id="the first line of two"),
        pytest.param(edited("highlights", "%YAML 1.1\nhighlights"), "%YAML 1.1", id="a line"),
    ],
)
def test_a_span_covers_what_is_wrong_and_no_more(text: str, shown: str) -> None:
    spot = reported(text)[0].where
    assert isinstance(spot, Spot)
    line, column, end_line, end_column = spot.span
    assert end_line == line
    assert lines(decode(text.encode(), "")[1])[line - 1][column - 1 : end_column - 1] == shown


def test_a_quote_left_open_also_shows_where_it_was_taken_to_close() -> None:
    text = edited("status: illustrative\nsubmitted_on: 2023-09-08", 'status: "illustrative\nsubmitted_on: "2023-09-08"')
    assert [(spot.span.line, spot.span.column) for spot in reported(text)[0].also if isinstance(spot, Spot)] == [
        (4, 15)
    ]


def test_a_key_twice_shows_both_places() -> None:
    fault = reported(REPORT + "member: sa-pa\n")[0]
    assert fault.params == {"key": "member", "line": 1}
    assert [(spot.span.line, spot.span.column) for spot in fault.also if isinstance(spot, Spot)] == [(1, 1)]


def test_what_many_files_have_in_common_is_kept_once() -> None:
    content = b"member: sa-pa\nyear: 2023\nstatus: draft\nvalues:\n  nuoc-sach: 91.4\n"
    one, other = (record.values for _ in range(2) if (record := parse(content, "x.yaml", Submission)[0]))
    assert one
    assert other
    assert one["nuoc-sach"] is not other["nuoc-sach"]
    assert next(iter(one)) is next(iter(other))
    assert one["nuoc-sach"].value is other["nuoc-sach"].value
    assert one["nuoc-sach"].model_fields_set is other["nuoc-sach"].model_fields_set == {"value"}


def test_what_one_file_says_changes_nothing_for_the_next() -> None:
    reported(edited("khong-o-nhiem: true", "true: false"))
    assert reported(REPORT) == []


# ---- the file itself ----

posix = pytest.mark.skipif(os.name == "nt", reason="links, pipes and rights are others on Windows")


def made_pipe(path: Path) -> None:
    os.mkfifo(path)


def made_link(path: Path) -> None:
    path.symlink_to(Path(__file__))


def made_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * MAX_BYTES)


@posix
@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(made_pipe, "R001", id="a pipe"),
        pytest.param(made_link, "R002", id="a link"),
        pytest.param(Path.mkdir, "R003", id="a folder"),
        pytest.param(made_large, "R004", id="fifty mebibytes"),
        pytest.param(lambda path: None, "R005", id="nothing"),  # noqa: ARG005 - nothing is made
    ],
)
def test_what_is_no_small_ordinary_file_is_refused_unread(
    make: Callable[[Path], None], code: str, tmp_path: Path
) -> None:
    make(tmp_path / "f.yaml")
    record, faults = read(str(tmp_path), "f.yaml", Submission)
    assert record is None
    assert [each.code for each in faults] == [code]
    assert all(
        words(template, lang, faults[0])
        for template in (BY_CODE[code].message, BY_CODE[code].hint)
        for lang in LANGUAGES
    )


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_reported_and_never_passed_over(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(REPORT, "utf-8")
    (tmp_path / "f.yaml").chmod(stat.S_IWUSR)
    assert [each.code for each in read(str(tmp_path), "f.yaml", Submission)[1]] == ["R005"]


# ---- the words ----


def words(template: Words, lang: Language, fault: Diagnostic) -> str:
    return str(getattr(template, lang)).format(**{name: text(value, lang) for name, value in fault.params.items()})


def text(value: object, lang: Language) -> str:
    if isinstance(value, LocalText):
        return value.to(lang)
    return str(getattr(value, lang)) if isinstance(value, Words) else str(value)


def said(root: Path) -> list[Diagnostic]:
    """Everything that is said of a folder, with lines and columns."""
    reading = read_folder(str(root))
    return locate([*reading.faults, *check(reading.cluster)], str(root))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code} {rule.name}")
def test_a_rules_bad_example_fires_that_rule_once_and_nothing_else(rule: Rule, folder: Folder) -> None:
    if rule.code in NOT_TEXT:
        assert not rule.bad
        pytest.skip(NOT_TEXT[rule.code])
    assert [(each.code, each.severity) for each in said(folder(rule.bad))] == [(rule.code, rule.severity)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code} {rule.name}")
def test_a_rules_good_example_fires_nothing(rule: Rule, folder: Folder) -> None:
    assert said(folder(rule.good)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code} {rule.name}")
def test_what_a_rule_says_is_short_and_whole_in_both_languages(rule: Rule, lang: Language, folder: Folder) -> None:
    assert getattr(rule.title, lang).strip()
    assert getattr(rule.why, lang).strip()
    assert not set("{}") & set(getattr(rule.title, lang))
    for template in (rule.message, rule.hint):
        assert parameters(template.vi) == parameters(template.en)
        for each in said(folder(rule.bad)) if rule.bad else ():
            assert 0 < len(words(template, lang, each)) <= 250


def parameters(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_no_two_rules_share_a_code_or_a_name() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_the_loader_finds_every_fault_of_reading_and_no_other() -> None:
    source = "".join(path.read_text("utf-8") for path in Path(builder.__file__).parent.rglob("*.py"))
    source += Path(mistyped_number.__code__.co_filename).read_text("utf-8")
    assert not re.findall(r"\bR[01][0-9]{2}\b", source)
    for rule in RULES:
        assert re.search(rf"\b{rule.name.replace('-', '_').upper()}\b", source), rule.name


@pytest.mark.parametrize(("old", "new", "place"), SLIPS)
def test_every_mistake_is_said_in_full_in_both_languages(old: str, new: str, place: Fault) -> None:
    for fault in reported(edited(old, new)):
        rule = BY_CODE[place[0]]
        for lang in LANGUAGES:
            for template in (rule.message, rule.hint):
                assert len(words(template, lang, fault)) <= 400


# ---- fixes ----

MENDED = sorted(rule.code for rule in RULES if rule.fixable)


def test_what_can_be_fixed_is_what_the_rules_say() -> None:
    found = [reported(edited(str(mistake.values[0]), str(mistake.values[1]))) for mistake in SLIPS]
    seen = {each.code for faults in found for each in faults if each.fix is not None}
    assert seen <= set(MENDED)
    assert {
        "R014",
        "R016",
        "R017",
        "R023",
        "R030",
        "R041",
        "R042",
        "R043",
        "R102",
        "R105",
        "R109",
        "R116",
        "R124",
    } <= seen


@pytest.mark.parametrize(("old", "new", "place"), SLIPS)
def test_a_fix_put_into_its_place_fixes(old: str, new: str, place: Fault) -> None:
    broken = edited(old, new)
    found = reported(broken)
    if any(each.fix is not None for each in found):
        fixed, count = apply(tidy(broken.encode()).encode(), found)
        assert count == 1
        assert place[0] not in [each.code for each in reported(fixed)]


def test_nothing_is_safe_to_write_in_the_place_of_several_lines() -> None:
    fault = reported(edited("year: 2023", "year: |-\n  2023"))[0]
    assert (fault.code, fault.fix) == ("R116", None)


@pytest.mark.parametrize(
    ("written", "code", "write", "fix"),
    [
        ("12,5", "R113", "12.5", "12.5"),
        ("-12,50", "R113", "-12.50", "-12.50"),
        ("1234,567", "R113", "1234.567", "1234.567"),
        ("0,123", "R113", "0.123", "0.123"),
        ("1,234", "R114", "1234", None),
        ("1.234.567", "R114", "1234567", None),
        ("1.234,5", "R114", "1234.5", None),
        ("1,234.567", "R114", "1234.567", None),
        ("1\u00a0234", "R114", "1234", None),
        ("45%", "R115", "45", "45"),
        ("45,5 %", "R115", "45.5", "45.5"),
        ("1.234.567%", "R115", "1234567", None),
        ("7.2", "R116", "7.2", "7.2"),
        ("\u22125", "R109", "-5", "-5"),
        ("7.2 m2", "R119", "7.2", None),
        ("12,5ha", "R119", "12.5", None),
        ("1.234.567 đồng", "R119", "1234567", None),
        ("45 phần trăm", "R119", "45", None),
    ],
)
def test_a_number_as_people_write_it(written: str, code: str, write: str, fix: str | None) -> None:
    mistake = mistyped_number(written)
    assert mistake is not None
    assert (mistake.rule.code, mistake.params["write"], mistake.fix) == (code, write, fix)


@pytest.mark.parametrize("written", ["", "-", "khoảng 7", "7-8", "1/2", "10^3", "1.2.3", "7,2,3", "½", "1.2.3 m"])
def test_what_is_no_number_is_not_guessed_at(written: str) -> None:
    assert mistyped_number(written) is None


@pytest.mark.parametrize(
    ("word", "write"),
    [
        ("yes", "true"),
        ("Off", "false"),
        ("n", "false"),
        ("TRUE", "true"),
        ("010", "10"),
        ("-007.50", "-7.50"),
        ("00", "0"),
        ("1_000.5", "1000.5"),
        ("+1_0", "10"),
        ("1e3", "1000"),
        ("1.5E-2", "0.015"),
        ("1e999999999", "the number in plain digits"),
        ("0x1F", "31"),
        ("0b11", "3"),
        ("0o17", "15"),
        ("0x" + "F" * 40, "the number in plain digits"),
        ("0x_", "the number in plain digits"),
        ("0b__", "the number in plain digits"),
        ("0o_", "the number in plain digits"),
        (".5_", "0.5"),
        ("._", "the number in plain digits"),
        ("1_0.5e+3", "10500"),
        ("-1e1_0", "-10000000000"),
        ("２０２３", "2023"),
        ("٧.٢", "7.2"),
        ("－７．２", "-7.2"),
        (".5", "0.5"),
        ("-.5", "-0.5"),
        ("5.", "5"),
        ("+5", "5"),
    ],
)
def test_a_word_of_yamls_is_shown_with_what_is_meant(word: str, write: str) -> None:
    (fault,) = reported(edited("van-ban: 4", f"van-ban: {word}"))
    assert text(fault.params["write"], "en") == write


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("2023-W05-1", "2023-01-30"),
        ("2023W051", "2023-01-30"),
        ("2023-W05", "2023-01-30"),
        ("2023-09-24 10:00:00", "2023-09-24"),
        ("2023-9-4T10:00:00Z", "2023-09-04"),
    ],
)
@pytest.mark.parametrize("line", ["van-ban: 4", "submitted_on: 2023-09-08", "highlights: Nội dung minh họa"])
def test_a_day_that_only_some_programs_read_as_one_is_shown_as_we_write_it(word: str, day: str, line: str) -> None:
    (fault,) = reported(edited(line, f"{line.partition(':')[0]}: {word}"))
    assert (fault.code, text(fault.params["suggestion"], "en")) == ("R117", f"here {day}")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("10/09/2023", "2023-09-10"),
        ("8-9-2023", "2023-09-08"),
        ("09/24/2023", "2023-09-24"),
        ("2023/9/8", "2023-09-08"),
        ("20230908", "2023-09-08"),
        ("99/99/2023", "2023-09-24"),
        ("tháng 9", "2023-09-24"),
    ],
)
def test_a_day_in_another_form_is_shown_as_it_is_written(written: str, day: str) -> None:
    suggestion = reported(edited("2023-09-08", written))[0].params["suggestion"]
    assert isinstance(suggestion, Words)
    assert suggestion.vi.endswith(day)


# ---- hostile input ----

HOSTILE = [
    pytest.param("x: " + "[" * 1_000_000, id="a million brackets"),
    pytest.param("x: " + "{" * 1_000_000, id="a million braces"),
    pytest.param("- " * 500_000, id="half a million dashes"),
    pytest.param("? " * 500_000, id="half a million question marks"),
    pytest.param("a: " * 300_000, id="colons on one line"),
    pytest.param("a" + " " * 1_000_000 + "b: c: d", id="a million spaces before a colon"),
    pytest.param("highlights: " + "a " * 500_000, id="a line of a mebibyte"),
    pytest.param("x: 1." + "_" * 1_000_000 + "x", id="a million underscores"),
    pytest.param("x: a" + "\u0315\u0300" * 250_000, id="half a million marks on one letter"),
    pytest.param("\t\n" * 500_000, id="half a million lines of a tab"),
    pytest.param("a:\n" * 250_000, id="one key a quarter of a million times"),
    pytest.param("x: {" + "a," * 500_000 + "}", id="half a million commas in braces"),
    pytest.param("'" * 1_000_000, id="a million quotes"),
    pytest.param('"' + "\\" * 1_000_000, id="a million backslashes"),
    pytest.param("x: [" + "[a]," * 250_000, id="a quarter of a million lists"),
    pytest.param("a: `\n" * 125_000, id="backticks on every line"),
    pytest.param("<<<<<<< a\n" * 100_000, id="conflicts on every line"),
    pytest.param("\u200b" * 300_000, id="nothing but hidden characters"),
    pytest.param("\n".join(" " * (row % 500) + "a:" for row in range(4000)), id="steps"),
]


@pytest.mark.parametrize("content", HOSTILE)
def test_a_hostile_file_is_answered_soon_and_shortly(content: str) -> None:
    started = time.process_time()
    found = reported(content)
    took = time.process_time() - started
    assert found
    assert took < 40, "half a second mostly, more under coverage; beyond it the work grows with the square of the file"


@pytest.mark.parametrize(
    "line",
    [
        "  c{}: no",
        "  c{}:",
        "  c{}: {{value: 1,5}}",
        "  c{}: 1_0",
        "  c{}: [1]",
        "  c{}: {{vlaue: 1}}",
        "\tc{}: 1",
        "k{}: 1",
    ],
)
def test_nine_thousand_faults_are_all_found_and_soon(line: str) -> None:
    many = "\n".join(line.format(number) for number in range(9000))
    started = time.process_time()
    found = reported(edited("\ngates:", f"\n{many}\ngates:"))
    assert len(found) + sum(each.more for each in found) >= 9000
    assert time.process_time() - started < 10


# ---- whatever the bytes ----

SAMPLES = [content if isinstance(content, bytes) else content.encode() for content in SAMPLE.values()]
MODELS = sorted(set(KINDS.values()), key=lambda model: model.__name__)
BITS = [
    *(bytes([byte]) for byte in b":,-#&*!|>%@`?[]{}'\"\\ \t\n\r~=\x00\x7f\xff"),
    b": ", b"- ", b"  ", b"\n---\n", b"\n...\n", b"<<: ", b"\xc2\xa0", b"\xe2\x80\xa8", b"\xcc\x81", b"\xef\xbb\xbf",
    b"\xef\xbf\xbd", b"null", b"010", b"1_0", b"1e9", b"%YAML 1.1\n", b"&a ", b"*a", b"!x ", b"<<<<<<< a\n", b"[" * 40,
]  # fmt: skip

patient = settings(
    max_examples=int(os.environ.get("READING_EXAMPLES", "150")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A file of the sample folder with a few bytes put in, taken out or written over."""
    content = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from((0, 0, 1, 2, 10, 60))))
        content[start:end] = draw(st.one_of(st.sampled_from(BITS), st.binary(max_size=3), st.just(b"")))
    return bytes(content)


@given(content=st.one_of(mutated(), st.binary(max_size=200)), model=st.sampled_from(MODELS))
@patient
def test_no_bytes_make_the_loader_raise_and_every_place_is_in_the_file(content: bytes, model: type[Document]) -> None:
    record, faults = parse(content, "f.yaml", model)
    assert record is not None or faults
    _, text, _ = decode(content, "f.yaml")
    for each in located(faults, tree_of(content)) if text else ():
        assert each.code in BY_CODE or each.code == "R315"
        for spot in in_the_text(each):
            assert_within(spot, lines(text))
        if each.code in BY_CODE:
            assert all(words(template, lang, each) for template in said_by(each) for lang in LANGUAGES)


def in_the_text(fault: Diagnostic) -> Iterator[Spot]:
    for spot in (fault.where, *fault.also):
        assert isinstance(spot, Spot)
        yield spot


def assert_within(spot: Spot, rows: list[str]) -> None:
    line, column, end_line, end_column = spot.span
    assert 1 <= line <= end_line <= len(rows) + 1
    assert 1 <= column <= len(rows[line - 1]) + 2
    assert (line, column) <= (end_line, end_column)


def said_by(fault: Diagnostic) -> tuple[Words, Words]:
    rule = BY_CODE[fault.code]
    return rule.message, rule.hint


@given(mutated())
@patient
def test_fixing_again_and_again_comes_to_an_end(content: bytes) -> None:
    text = tidy(content)
    if not text:
        return
    for _ in range(12):
        fixes = [each for each in reported(text.encode()) if each.fix is not None]
        if not fixes:
            return
        fixed, count = apply(text.encode(), fixes)
        assert count
        assert fixed.decode() != text
        text = fixed.decode()


def test_a_file_too_deep_in_a_fixed_part_is_left_there() -> None:
    found = reported(edited("van-ban: 4", "van-ban:4\nnote: " + "[" * 1200))
    assert {each.code for each in found} <= {"R041", "R025", "R044", "R046", "R049"}
    assert found


@pytest.mark.parametrize(
    ("text", "kept"),
    [("Chợ: xanh", '"Chợ: xanh"'), ('a "b"', "'a \"b\"'"), ("D:\\x", "'D:\\x'"), ("'a' \"b\"", "'''a'' \"b\"'")],
)
def test_a_text_is_put_in_the_quotes_that_change_least(text: str, kept: str) -> None:
    assert quoted(text) == kept
    assert yaml.safe_load(kept) == text


def test_without_libyaml_the_same_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "Parser", yaml.SafeLoader)
    monkeypatch.setattr(attempt, "Parser", yaml.SafeLoader)
    monkeypatch.setattr(attempt, "FAST", False)
    assert parse(REPORT.encode(), "f.yaml", Submission)[1] == []
    assert places(reported(edited("van-ban: 4", "van-ban:4"))) == [("R041", 7, 3)]
    assert places(reported(edited("van-ban: 4", "van-ban: %"))) == [("R042", 7, 12)]


def test_an_order_to_a_terminal_is_marked_as_one() -> None:
    found = reported(edited("highlights: Nội", "highlights: \x1b[31;1mNội\x1b[0m"))
    spans = [fault.where.span for fault in found if isinstance(fault.where, Spot)]
    assert [(span.column, span.end_column) for span in spans] == [(13, 20), (23, 27)]
    assert {fault.params["char"] for fault in found} == {"\\x1b"}


def test_lines_that_lost_their_indent_together_are_reported_together() -> None:
    text = edited("  van-ban: 4\n", "van-ban: 4\nrac-thai: 62\n  cay-moi: 3\n")
    (fault,) = reported(text)
    assert (fault.code, fault.where) == ("R046", Spot(fault.file, Span(7, 1, 8, 13)))
    assert (fault.params["lines"], fault.params["expected"]) == (Words("các dòng 7–8", "lines 7 to 8 are"), 2)


def test_rows_pasted_from_a_spreadsheet_are_to_be_set_in() -> None:
    found = reported(edited("  van-ban: 4\n", "van-ban\t4\nrac-thai\t62.5\ncay-moi\t3\n"))
    assert places(found) == [("R045", row, 1) for row in (7, 8, 9)]
    assert {fault.params["indent"] for fault in found} == {Words(" sau 2 dấu cách", " after 2 spaces")}


def test_a_gate_answered_in_words_is_reported_with_what_true_means() -> None:
    (fault,) = reported(edited("khong-o-nhiem: true", "khong-o-nhiem: không có"))
    assert "đạt điều kiện" in str(fault.params["expected"])


@pytest.mark.parametrize("lines", ["cay-xanh: 7.2", "cay-xanh: 7.2\nvan-ban: 4"])
def test_the_first_lines_of_a_block_that_lost_their_indent_are_reported_where_they_stand(lines: str) -> None:
    block = "\n".join(f"  {line}" for line in lines.split("\n"))
    found = reported(edited(f"{block}\n", f"{lines}\n"))
    first = found[0]
    assert first.code == "R046"
    assert isinstance(first.where, Spot)
    assert (first.where.span.line, first.where.span.column) == (6, 1)


def test_a_row_pasted_right_below_a_key_is_to_be_set_in() -> None:
    (fault,) = reported(edited("  cay-xanh: 7.2\n", "cay-xanh\t7.2\n"))
    assert (fault.code, fault.params["indent"]) == ("R045", Words(" sau 2 dấu cách", " after 2 spaces"))


def test_a_day_that_does_not_exist_is_not_proposed() -> None:
    (fault,) = reported(edited("2023-09-08", "ngày 31 tháng 2 năm 2023"))
    assert fault.code == "R117"
    assert "2023-02-31" not in str(fault.params["suggestion"])


def test_a_bullet_that_is_no_minus_is_reported_with_its_first_text_alone() -> None:
    value = "{value: 4, evidence: – a.pdf – b.pdf}"
    (fault,) = reported(edited("van-ban: 4", f"van-ban: {value}"))
    assert (fault.code, fault.params["write"]) == ("R054", "- a.pdf")


def test_a_block_that_lost_its_indent_is_one_mistake_and_the_rest_is_reported_where_it_stands() -> None:
    text = edited("  cay-xanh: 7.2\n  van-ban: 4\n", "cay-xanh: 7.2\n\nrac-thai:\n  numerator: 3\n  denominator: 007\n")
    text = text.replace("  nuoc-thai", "nuoc-thai").replace("  khong", "khong").replace("status", "statis")
    found = reported(text)
    assert places(found) == [("R121", 3, 1), ("R055", 6, 1), ("R103", 10, 16), ("R055", 13, 1)]
    blocks = [each for each in found if each.code == "R055"]
    assert [each.params["key"] for each in blocks] == ["values", "gates"]
    assert [each.also[0].span.line for each in blocks if isinstance(each.also[0], Spot)] == [5, 12]
    assert [each.params["lines"] for each in blocks] == [
        Words("các dòng 6–11", "lines 6 to 11"),
        Words("dòng này", "this line"),
    ]


@pytest.mark.parametrize("key", ["gate", "highlight"])
def test_a_misspelt_key_below_a_key_without_a_value_is_no_lost_block(key: str) -> None:
    text = edited("gates:\n  khong-o-nhiem: true\nhighlights", f"gates:\n{key}")
    assert [each.code for each in reported(text)] == ["R101", "R121"]


def test_a_key_at_the_edge_without_a_value_is_not_advised_to_be_missing() -> None:
    (edge,) = reported(edited("gates:\n  khong-o-nhiem: true\n", "gates:\n"))
    (inner,) = reported(edited("  van-ban: 4", "  van-ban:"))
    assert "missing" not in str(edge.params["otherwise"])
    assert "van-ban:\n  missing: " in text(inner.params["otherwise"], "en")


MEETING = """\
year: 2023
guests:
  - name: A
    title: B
  - name: C
note: D
"""


@pytest.mark.parametrize("most", [-1, 1])
def test_items_with_keys_behind_a_bullet_that_is_no_minus_are_one_mistake(most: int) -> None:
    text = MEETING.replace("  - name", "  – name", most)
    (fault,) = parse(text.encode(), "m.yaml", Meeting)[1]
    assert (fault.code, fault.params["write"]) == ("R054", "- name: A")


def test_a_sole_item_with_a_key_behind_a_bullet_is_no_block() -> None:
    text = MEETING.replace("  - name: A\n    title: B\n  - name: C", "  • name: C")
    (fault,) = located(parse(text.encode(), "m.yaml", Meeting)[1], tree_of(text.encode()))
    assert (fault.code, fault.params["write"]) == ("R054", "- name: C")


def test_a_bullet_before_a_key_is_to_be_left_out() -> None:
    (fault,) = reported(edited("gates:", "prepared_by:\n  • name: A\ngates:"))
    assert (fault.code, fault.params["suggestion"]) == (
        "R121",
        Words("bỏ dấu ở đầu dòng, chỉ ghi: name", "leave out the sign before it, write: name"),
    )


LIST = """\
year: 2023
name: Bộ
status: draft
as_of: 2023-09-24
groups:
  - id: a
    name: A
    criteria:
      - id: b
        name: B
        points: 4
        scale:
          kind: bands
          bands:
            - at_least: 10
              points: 4
            - at_least: 5
              points: 2
      - id: c
        name: C
        points: 6
        scale:
          kind: linear
          worst: 0
          best: 10
        per_class:
          II:
            worst: 2
gates:
  - id: g
    name: G
  - id: h
    name: H
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("            - at_least: 10", "              at_least: 10", ("R052", 15, 15), id="of bands"),
        pytest.param("      - id: b", "        id: b", ("R052", 9, 9), id="of criteria"),
        pytest.param("  - id: g", "    id: g", ("R052", 30, 5), id="of gates"),
        pytest.param("  - id: g", "  id: g", ("R046", 31, 5), id="of gates, with its spaces"),
        pytest.param("kind: linear", "kind: liner", ("R125", 23, 17), id="the kind of a scale that classes change"),
        pytest.param("          kind: linear\n", "", ("R122", 22, 9), id="no kind of a scale that classes change"),
        pytest.param("groups:", "nhóm:", ("R121", 5, 1), id="a key by its Vietnamese name"),
    ],
)
def test_one_mistake_in_a_criteria_set_is_one_fault_where_it_was_made(old: str, new: str, expected: Fault) -> None:
    text = LIST.replace(old, new, 1)
    assert places(located(parse(text.encode(), "c.yaml", CriteriaSet)[1], tree_of(text.encode()))) == [expected]


@pytest.mark.parametrize(
    ("typed", "otherwise"),
    [
        ("van-ban: #DIV/0!", "what follows a # is a comment"),
        ("van-ban:   # chưa có", "what follows a # is a comment"),
        ("van-ban:", "van-ban:\n  missing: reason"),
    ],
)
def test_what_is_reported_of_no_value_is_of_use_where_it_stands(typed: str, otherwise: str) -> None:
    (fault,) = reported(edited("van-ban: 4", typed))
    assert fault.code == "R101"
    assert otherwise in text(fault.params["otherwise"], "en")


@pytest.mark.parametrize("typed", ["> 7.2", ">= 7.2", "?"])
def test_a_sign_where_a_figure_is_due_is_not_put_in_quotes_by_the_machine(typed: str) -> None:
    (fault,) = reported(edited("van-ban: 4", f"van-ban: {typed}"))
    assert (fault.code, fault.fix) == ("R042", None)
    assert "figure" in str(fault.params["otherwise"])


def test_no_space_after_a_colon_in_braces_is_reported_as_that() -> None:
    (fault,) = reported(edited("van-ban: 4", "van-ban: {value:4}"))
    assert (fault.code, fault.fix, fault.params["write"]) == ("R041", "value: 4", "{value: 4}")
    assert places([fault]) == [("R041", 7, 13)]


def test_an_answer_in_quotes_is_to_lose_them() -> None:
    (fault,) = reported(edited("khong-o-nhiem: true", 'khong-o-nhiem: "true"'))
    assert (fault.code, fault.fix) == ("R127", "true")


def test_a_text_below_a_bar_that_is_not_set_in_is_to_be() -> None:
    (fault,) = reported(edited("highlights: Nội dung minh họa\n", "highlights: |\nNội dung\nminh họa\n"))
    assert (fault.code, fault.params["key"]) == ("R055", "highlights")
    assert fault.where == Spot("f.yaml", Span(12, 1, 13, 9))


OTHER_KINDS = [b"PK\x03\x04\x14\x00", b"%PDF-1.7\n%\xe2\xe3", b"\xd0\xcf\x11\xe0\xa1", b"{\\rtf1", b"\x89PNG\r\n"]


@pytest.mark.parametrize("start", OTHER_KINDS)
def test_a_file_of_another_kind_is_reported_as_that(start: bytes) -> None:
    record, faults = parse(start + b"x" * 100, "f.yaml", Submission)
    assert record is None
    assert places(faults) == [("R019", 1, 1)]


MEETING_OF_THE_SAMPLE = str(SAMPLE["meetings/2023.yaml"])
NOT_A_FIRST_DASH = [
    pytest.param(
        MEETING_OF_THE_SAMPLE,
        "  - sa-pa\n  - lao-cai",
        "  - sa-pa\n- lao-cai",
        Meeting,
        ("R046", 12, 1),
        id="the second at the edge",
    ),
    pytest.param(REPORT, "gates:", "- gates:", Submission, ("R051", 9, 1), id="a dash before a block"),
    pytest.param(REPORT, "  van-ban: 4", "  - van-ban: 4", Submission, ("R060", 7, 3), id="a dash before an entry"),
    pytest.param(LIST, "      - id: c", "        - id: c", CriteriaSet, ("R046", 19, 9), id="an item set in too far"),
    pytest.param(LIST, "      - id: c", "      - id c", CriteriaSet, ("R045", 19, 9), id="an item without its colon"),
]


@pytest.mark.parametrize(("text", "old", "new", "model", "expected"), NOT_A_FIRST_DASH)
def test_only_what_looks_like_the_next_item_lacks_a_dash(
    text: str, old: str, new: str, model: type[Document], expected: Fault
) -> None:
    broken = text.replace(old, new, 1)
    assert places(located(parse(broken.encode(), "f.yaml", model)[1], tree_of(broken.encode())))[0] == expected


def test_a_bullet_in_a_text_is_no_item_of_a_list_elsewhere() -> None:
    text = "year: 2023\nnote: |\n  • một\n  • hai\npresent:\n  - a\n  • b\n"
    assert places(parse(text.encode(), "m.yaml", Meeting)[1]) == [("R054", 7, 3)]


@pytest.mark.parametrize("rest", ["https://sapa.gov.vn", "luc:15h", "TB:15 ngày 3"])
def test_a_comma_in_braces_is_reported_where_what_follows_only_looks_like_a_key(rest: str) -> None:
    (fault,) = reported(edited("van-ban: 4", f"van-ban: {{value: 4, note: xem trang, {rest}}}"))
    assert (fault.code, fault.fix) == ("R032", None)


def test_a_line_of_an_inner_block_that_lost_its_indent_is_reported_with_that_of_its_fellows() -> None:
    text = edited("  van-ban: 4\n", "  rac-thai:\nnumerator: 812\n    denominator: 930\n")
    (fault,) = reported(text)
    assert (fault.code, fault.params["expected"]) == ("R046", 4)
    assert places([fault]) == [("R046", 8, 1)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("    name: A\n", "name: A\n", ("R046", 7, 1), id="below the first key of an item"),
        pytest.param("      - id: c\n        name: C\n", "      - id: c\nname: C\n", ("R046", 20, 1), id="deeper"),
    ],
)
def test_a_single_line_at_the_edge_is_reported_where_it_stands(old: str, new: str, expected: Fault) -> None:
    text = LIST.replace(old, new, 1)
    assert places(located(parse(text.encode(), "c.yaml", CriteriaSet)[1], tree_of(text.encode()))) == [expected]
