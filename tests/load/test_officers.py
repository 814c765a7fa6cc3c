"""Mistakes that officers make: one fault each, at its line, with the lines to type in block style."""

import pytest
from tests.conftest import Folder

from taybac_cluster.pipeline import check
from taybac_cluster.rules.sample import SAMPLE
from taybac_cluster.views.diagnostics import Finding, findings

FILE = "submissions/2023/sa-pa.yaml"
TEXT = str(SAMPLE[FILE])
BLOCK = TEXT[TEXT.index("values:") : TEXT.index("gates:")]
LAST = "  quy-hoach: cấp tỉnh"
RATIO = "  rac-thai:\n    numerator: 812\n    denominator: 930"
AT_EDGE = BLOCK.replace("\n  ", "\n")


def found(folder: Folder, old: str, new: str) -> list[Finding]:
    assert old in TEXT
    root = folder({FILE: TEXT.replace(old, new, 1)})
    return [each for each in findings(check(root).diagnostics, "en") if each.file == FILE and each.code != "R801"]


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        pytest.param(
            "  van-ban: 4",
            "  van-ban: 2 (kể cả bãi tạm)",
            "R128",
            "van-ban:\n  value: 2\n  note: kể cả bãi tạm",
            id="a figure and a bracket",
        ),
        pytest.param(
            "  van-ban: 4",
            "  van-ban: 55, nguồn: Phòng TNMT",
            "R128",
            'van-ban:\n  value: 55\n  note: "nguồn: Phòng TNMT"',
            id="a figure and its source",
        ),
        pytest.param("  van-ban: 4", "  van-ban: 5O", "R129", "type: 50", id="an O for a nought"),
        pytest.param("  van-ban: 4", "  van-ban: l2", "R129", "type: 12", id="an l for a one"),
        pytest.param("  van-ban: 4", "  van-ban: 4 văn bản", "R119", "write the number alone: 4", id="a unit"),
        pytest.param("values:\n", "", "R058", "values:\n  cay-xanh: 7.2", id="values: deleted"),
        pytest.param(BLOCK, AT_EDGE.replace("values:\n", ""), "R058", "values:\n", id="all at the edge"),
        pytest.param(
            "gates:", "Em đã sửa số liệu, anh xem lại nhé!\ngates:", "R057", "begin each line with #", id="a message"
        ),
        pytest.param(
            "member:",
            "Chào anh, em gửi lại số liệu: xong ạ\nmember:",
            "R121",
            "a sentence",
            id="a message with a colon",
        ),
        pytest.param("gates:", "marks:\n  a:\n    b: 8\ngates:", "R121", "appraisals/", id="a mark in a submission"),
        pytest.param(
            "    denominator: 930",
            "  denominator: 930",
            "R424",
            "rac-thai:\n  numerator: 812\n  denominator: 930",
            id="a denominator that lost its indent",
        ),
        pytest.param(
            "  cay-xanh: 7.2",
            '  cay-xanh: 7.2\n  note: "đo bằng ảnh: 2022"',
            "R424",
            'cay-xanh:\n  value: 7.2\n  note: "đo bằng ảnh: 2022"',
            id="a note that lost its indent",
        ),
        pytest.param(
            LAST,
            f"{LAST}\n  my-quan:\n    giam-khao-1: 8\n    giam-khao-2: 7",
            "R130",
            "appraisals/2023/sa-pa.yaml:\nmarks:\n  my-quan:\n    giam-khao-1: 8\n    giam-khao-2: 7",
            id="marks of judges among the values",
        ),
        pytest.param(
            LAST,
            f"{LAST}\n  my-quan: 8",
            "R403",
            "appraisals/2023/sa-pa.yaml:\nmarks:\n  my-quan:\n    giam-khao-1: 8",
            id="a mark for a value",
        ),
        pytest.param(
            "gates:", "changes:\n  van-ban: 5\ngates:", "R121", "appraisals/2023/sa-pa.yaml", id="a change in a report"
        ),
        pytest.param("gates:", "tổng điểm: 85\ngates:", "R121", "delete this line", id="a total in a report"),
        pytest.param("member:", "đô thị:", "R121", "written: member", id="a key by its Vietnamese name"),
        pytest.param(
            RATIO,
            "  rac-thai: 812/930",
            "R403",
            "rac-thai:\n  numerator: 812\n  denominator: 930",
            id="a fraction for a numerator and a denominator",
        ),
        pytest.param(
            "  van-ban: 4",
            "  van-ban: khoảng 45",
            "R128",
            "van-ban:\n  value: 45\n  note: khoảng 45",
            id="about so many",
        ),
        pytest.param(
            "  van-ban: 4", "  van-ban: ~ 45,5", "R128", 'van-ban:\n  value: 45.5\n  note: "~ 45,5"', id="a tilde"
        ),
        pytest.param("  van-ban: 4", "  van-ban: 45–50", "R131", "van-ban:\n  value: …\n  note: 45–50", id="from … to"),
        pytest.param(
            "  van-ban: 4", "  van-ban: từ 4 đến 5", "R131", "value: …\n  note: từ 4 đến 5", id="from … to in words"
        ),
        pytest.param(
            "  van-ban: 4",
            "  van-ban: đang cập nhật",
            "R401",
            "van-ban:\n  missing: đang cập nhật",
            id="words for no figure",
        ),
        pytest.param("  van-ban: 4", "  van-ban: N/A", "R401", "van-ban:\n  missing: reason", id="N/A"),
        pytest.param("  van-ban: 4", "  van-ban: +7,2", "R109", "write 7.2", id="a plus"),
        pytest.param("  van-ban: 4", "  van-ban: 7,2;", "R109", "write 7.2", id="a semicolon at the end"),
        pytest.param("  van-ban: 4", "  van-ban: 7.2 ✅", "R109", "write 7.2", id="a tick"),
        pytest.param("  van-ban: 4", "  van-ban: 7, 2", "R113", "7.2", id="a space in a decimal comma"),
        pytest.param(
            RATIO,
            f"{RATIO}\n  ve-sinh đang làm",
            "R045",
            "type “ve-sinh: đang làm”",
            id="no colon below a deeper block",
        ),
        pytest.param(
            "    denominator: 930",
            "    denominator 930",
            "R045",
            "type “denominator: 930”",
            id="no colon in a deeper block",
        ),
        pytest.param(
            LAST, "  quy-hoach: cap tinh", "R402", "did you mean: cấp tỉnh?", id="a level without its accents"
        ),
        pytest.param(
            RATIO,
            "  rac-thai: numerator: 812, denominator: 930",
            "R053",
            "rac-thai:\n  numerator: 812\n  denominator: 930",
            id="a block on one line",
        ),
        pytest.param(
            LAST,
            f"{LAST}, theo QĐ 12/QĐ-UBND",
            "R402",
            "quy-hoach:\n  value: cấp tỉnh\n  note: theo QĐ 12/QĐ-UBND",
            id="a level and its decision",
        ),
        pytest.param("member: sa-pa", "member: Sa Pa", "R201", "the id of “Sa Pa” is sa-pa", id="a city by its name"),
        pytest.param("member: sa-pa", "member: sa-pa (Sa Pa)", "R201", "the id alone: sa-pa", id="an id and its name"),
        pytest.param("  cay-xanh:", "  cay_xanh:", "R207", "cay-xanh", id="a mistyped id, not missing as well"),
        pytest.param("  cay-xanh:", "  Đất cây xanh bình quân:", "R207", "is cay-xanh", id="a criterion by its name"),
        pytest.param(
            "  cay-xanh: 7.2\n  van-ban: 4",
            "  xanh:\n    cay-xanh: 7.2\n    van-ban: 4",
            "R132",
            "delete the line “xanh:”",
            id="criteria below their group",
        ),
        pytest.param(
            "  van-ban: 4",
            "  van-ban: missing: chưa có",
            "R053",
            "van-ban:\n  missing: chưa có",
            id="missing on the line of its criterion",
        ),
        pytest.param(
            "  cay-xanh: 7.2\n  van-ban: 4",
            "  cay-xanh: 7.2 van-ban: 4",
            "R059",
            "cay-xanh: 7.2\nvan-ban: 4",
            id="two entries on one line",
        ),
        pytest.param(TEXT, " ".join(TEXT.split()), "R059", "member: sa-pa\nyear: 2023", id="a whole file on one line"),
        pytest.param(
            "gates:\n  khong-o-nhiem: true",
            "gates: khong-o-nhiem: true",
            "R059",
            "gates:\n  khong-o-nhiem: true",
            id="an answer on the line of its block",
        ),
        pytest.param("  cay-xanh: 7.2", "  - cay-xanh: 7.2", "R060", "cay-xanh: 7.2", id="a dash before one entry"),
        pytest.param("  khong-o-nhiem: true", "  - khong-o-nhiem", "R060", "khong-o-nhiem: true", id="gates as a list"),
        pytest.param(
            "submitted_on: 2023-09-08", "submitted_on: 8/9/23", "R117", "2023-09-08", id="a year of two digits"
        ),
        pytest.param("submitted_on: 2023-09-08", "submitted_on: 2023-09-08 14:30", "R117", "2023-09-08", id="a time"),
        pytest.param("year: 2023", "year: năm 2023", "R123", "write 2023", id="a year in words"),
        pytest.param("illustrative", "chính thức", "R125", "written: official", id="a status in Vietnamese"),
        pytest.param(
            "values:",
            "prepared_by: Nguyễn Văn A, Chánh Văn phòng\nvalues:",
            "R123",
            "prepared_by:\n  name: Nguyễn Văn A\n  title: Chánh Văn phòng",
            id="a person on one line",
        ),
        pytest.param(
            "  van-ban: 4",
            "  van-ban:\n    value: 4\n    evidence: a.pdf, b.pdf",
            "R123",
            "evidence:\n  - a.pdf\n  - b.pdf",
            id="a list on one line",
        ),
        pytest.param(
            "  van-ban: 4", "  van-ban:\n    missing: true", "R123", "the reason in words", id="yes for a reason"
        ),
        pytest.param("  van-ban: 4", "  van-ban: [4]", "R123", "van-ban: 4", id="a value in brackets"),
        pytest.param(
            RATIO,
            "  rac-thai:\n    - 812\n    - 930",
            "R123",
            "rac-thai:\n  numerator: 812\n  denominator: 930",
            id="two numbers as a list",
        ),
        pytest.param("gates:", "bonuses: không\ngates:", "R123", "delete this line", id="no bonuses"),
        pytest.param(
            "highlights: Nội dung minh họa",
            "highlights:\n  - Chợ phiên\n  - Phố đi bộ",
            "R123",
            "highlights: |\n  Chợ phiên\n  Phố đi bộ",
            id="a text as a list",
        ),
        pytest.param(
            "highlights: Nội dung minh họa",
            "highlights:\n• Chợ phiên mỗi chủ nhật\n• Phố đi bộ ven hồ",
            "R055",
            "2 spaces before each line",
            id="a text as bullets at the edge",
        ),
        pytest.param(
            "highlights: Nội dung minh họa\n",
            "highlights: Nội dung minh họa\n\nTM. UBND THỊ XÃ\nCHỦ TỊCH\n(đã ký)\n",
            "R057",
            "delete it",
            id="a signature below the file",
        ),
    ],
)
def test_a_mistake_of_an_officer_is_one_fault_that_says_what_to_type(
    old: str, new: str, code: str, hint: str, folder: Folder
) -> None:
    (fault,) = found(folder, old, new)
    assert fault.code == code
    assert hint in fault.hint


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "lines"),
    [
        pytest.param(
            "appraisals",
            "  nuoc-thai:\n    value: 58\n    reason: Số liệu của trạm đo",
            "  nuoc-thai: 58",
            "R123",
            "nuoc-thai:\n  value: 58\n  reason: …",
            id="a change without its reason",
        ),
        pytest.param(
            "appraisals", "    giam-khao-2: 7", "    giam-khao-2: 7,5", "R123", "giam-khao-2: 7.5", id="a mark's comma"
        ),
        pytest.param(
            "appraisals",
            "    giam-khao-2: 7",
            "    giam-khao-2: 7/10",
            "R123",
            "giam-khao-2: 7",
            id="a mark out of ten",
        ),
        pytest.param(
            "appraisals",
            "    giam-khao-2: 7",
            "    giam-khao-2: vắng mặt",
            "R123",
            "giam-khao-2:\n  abstain: vắng mặt",
            id="an absent judge",
        ),
        pytest.param(
            "appraisals",
            "appraised_by:\n  - name: tổ thẩm định",
            "appraised_by: Trần Văn C, Tổ trưởng",
            "R123",
            "appraised_by:\n  - name: Trần Văn C\n    title: Tổ trưởng",
            id="who appraised on one line",
        ),
        pytest.param(
            "meetings",
            "present:\n  - sa-pa\n  - lao-cai",
            "present: sa-pa, lao-cai",
            "R123",
            "present:\n  - sa-pa\n  - lao-cai",
            id="a list on one line",
        ),
        pytest.param(
            "meetings",
            "  nominated:\n    - sa-pa",
            "  nominated:\n    1. sa-pa",
            "R123",
            "- sa-pa",
            id="a numbered list",
        ),
        pytest.param(
            "meetings",
            "  - id: giam-khao-1\n    member: lao-cai",
            "  - Nguyễn Văn A",
            "R123",
            "- id: …\n  name: Nguyễn Văn A",
            id="a judge by name alone",
        ),
        pytest.param(
            "meetings",
            "decisions:",
            "ballots:\n  nomination:\n    votes:\n      sa-pa: 11\ndecisions:",
            "R123",
            "sa-pa:\n  for: 11",
            id="votes as a number",
        ),
        pytest.param("meetings", "host: sa-pa", "host: thị xã Sa Pa", "R201", "is sa-pa", id="a host by its name"),
    ],
)
def test_a_mistake_of_the_panel_or_of_the_minutes_is_one_fault_that_says_what_to_type(
    file: str, old: str, new: str, code: str, lines: str, folder: Folder
) -> None:
    path = {"appraisals": "appraisals/2023/lao-cai.yaml", "meetings": "meetings/2023.yaml"}[file]
    text = str(SAMPLE[path])
    assert old in text
    faults = findings(check(folder({path: text.replace(old, new, 1)})).diagnostics, "en")
    (fault,) = [each for each in faults if each.file == path and each.severity == "error"]
    assert fault.code == code
    assert lines in fault.hint


def test_a_chat_around_a_whole_file_is_reported_line_by_line(folder: Folder) -> None:
    text = f"Đây là tệp đã sửa theo yêu cầu:\n\n```yaml\n{TEXT}```\n\nAnh kiểm tra lại giúp em nhé!\n"
    faults = findings(check(folder({FILE: text})).diagnostics, "en")
    assert [each.code for each in faults] == ["R057"] * 4


def test_a_block_of_a_value_that_lost_its_indent_is_reported_as_one(folder: Folder) -> None:
    faults = found(folder, "  van-ban: 4", "  van-ban:\n  value: 4\n  note: đủ")
    assert [(each.code, each.span.line, each.span.end_line) for each in faults] == [("R055", 8, 9)]


def test_a_dash_for_a_value_hides_nothing_else(folder: Folder) -> None:
    faults = found(folder, "  cay-xanh: 7.2\n  van-ban: 4", "  cay-xanh: - \n  van-ban: 4,5")
    assert [(each.code, each.span.line, each.span.column) for each in faults] == [("R101", 6, 13), ("R113", 7, 12)]


def test_what_stands_in_a_block_that_lost_its_indent_is_checked_where_it_stands(folder: Folder) -> None:
    faults = found(folder, BLOCK, AT_EDGE.replace("7.2", "7,2").replace("van-ban", "khong-co"))
    assert [(each.code, each.span.line, each.span.column) for each in faults] == [
        ("R055", 6, 1),
        ("R113", 6, 11),
        ("R207", 7, 1),
    ]


@pytest.mark.parametrize(
    ("typed", "warned"),
    [
        ("Quyết định #12 của thị xã", True),
        ("Quyết định # số 12", False),
        ('"Quyết định #12"', False),
        ("Quyết_định#12", False),
    ],
)
def test_a_text_that_a_number_sign_cuts_is_a_warning_with_what_is_lost(
    typed: str, warned: bool, folder: Folder
) -> None:
    faults = found(folder, "highlights: Nội dung minh họa", f"highlights: {typed}")
    assert [(each.code, each.severity) for each in faults] == ([("R056", "warning")] if warned else [])
    assert not warned or "“#12 của thị xã”" in faults[0].message


def test_a_denominator_at_the_edge_is_reported_at_its_own_line(folder: Folder) -> None:
    (fault,) = found(folder, "    denominator: 930", "denominator: 930")
    assert (fault.code, fault.span.line, fault.span.column) == ("R046", 11, 1)
    assert "exactly 4 spaces" in fault.hint


def test_a_report_in_the_folder_of_another_year_is_one_error_that_names_the_right_path(folder: Folder) -> None:
    root = folder({FILE: None, "submissions/2024/sa-pa.yaml": TEXT})
    (fault,) = [each for each in findings(check(root).diagnostics, "en") if each.severity == "error"]
    assert (fault.code, fault.file) == ("R206", "submissions/2024/sa-pa.yaml")
    assert "move it to submissions/2023/sa-pa.yaml" in fault.hint


@pytest.mark.parametrize("name", ["sa-pa - Copy.yaml", "sa-pa (1).yaml", "Bản sao của sa-pa.yaml"])
def test_a_copy_of_a_report_is_said_to_be_there_already(name: str, folder: Folder) -> None:
    faults = findings(check(folder({f"submissions/2023/{name}": TEXT})).diagnostics, "en")
    (fault,) = [each for each in faults if each.severity == "error"]
    assert fault.code == "R006"
    assert "there is submissions/2023/sa-pa.yaml already" in fault.hint


def test_a_filled_in_form_among_the_reports_is_to_be_imported(folder: Folder) -> None:
    faults = findings(check(folder({"submissions/2023/sa-pa.xlsx": b"PK"})).diagnostics, "en")
    (fault,) = [each for each in faults if each.severity == "error"]
    assert "cluster import FILE.xlsx" in fault.hint


def test_a_criterion_by_its_code_is_answered_with_its_id(folder: Folder) -> None:
    criteria = str(SAMPLE["criteria/2023.yaml"]).replace(
        "      - id: cay-xanh\n", "      - id: cay-xanh\n        code: A1\n"
    )
    report = TEXT.replace("  cay-xanh:", "  A1:")
    root = folder({"criteria/2023.yaml": criteria, FILE: report})
    (fault,) = [each for each in findings(check(root).diagnostics, "en") if each.file == FILE]
    assert fault.code == "R207"
    assert "the id of criterion A1: cay-xanh" in fault.hint
