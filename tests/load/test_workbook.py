"""A workbook from outside is looked at before it is opened, and refused where it could do harm."""

import io
import os
import time
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from taybac_cluster.load import workbook
from taybac_cluster.load.workbook import HIDDEN, UnreadableError, read

Parts = dict[str, bytes]


def form() -> bytes:
    """Return a small form."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Báo cáo"
    sheet["B2"] = 7.5
    own = book.create_sheet(HIDDEN)
    own.append(["kind", "submission", "value.a", ""])
    book.defined_names["value.a"] = DefinedName("value.a", attr_text="'Báo cáo'!$B$2")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rewritten(path: Path, change: Callable[[Parts], None], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write the form with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(form())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def why(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(str(path))
    return caught.value.kind


def put(name: str, content: bytes) -> Callable[[Parts], None]:
    return lambda parts: parts.update({name: content})


def prefixed(name: str, before: bytes) -> Callable[[Parts], None]:
    return lambda parts: parts.update({name: before + parts[name]})


def replaced(name: str, old: bytes, new: bytes) -> Callable[[Parts], None]:
    return lambda parts: parts.update({name: parts[name].replace(old, new)})


def many(parts: Parts) -> None:
    parts.update({f"xl/media/{number}.png": b"" for number in range(60)})


SHEET = "xl/worksheets/sheet1.xml"
RELATION = (
    b'<Relationship Id="r9" Type="http://x/%s" Target="http://evil.example/a" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        pytest.param(put("xl/vbaProject.bin", b"x"), "macros", id="a macro"),
        pytest.param(put("xl/macrosheets/sheet1.xml", b"<x/>"), "macros", id="an old macro sheet"),
        pytest.param(put("xl/activeX/activeX1.xml", b"<x/>"), "macros", id="a control"),
        pytest.param(
            replaced("[Content_Types].xml", b"sheet.main+xml", b"sheet.macroEnabled.main+xml"), "macros", id="its type"
        ),
        pytest.param(put("xl/externalLinks/externalLink1.xml", b"<x/>"), "outside", id="a link to another workbook"),
        pytest.param(put("xl/embeddings/oleObject1.bin", b"x"), "outside", id="an object"),
        pytest.param(put("xl/connections.xml", b"<x/>"), "outside", id="a data connection"),
        pytest.param(
            replaced("xl/_rels/workbook.xml.rels", b"</Relationships>", RELATION % b"image"),
            "outside",
            id="a relation that leads out",
        ),
        pytest.param(prefixed(SHEET, b"<!DOCTYPE x>"), "entities", id="a DTD"),
        pytest.param(
            prefixed("docProps/core.xml", b'<!DOCTYPE x [<!ENTITY a "b">]>'), "entities", id="a DTD in any part"
        ),
        pytest.param(put("xl/theme/theme1.xml", "<!DOCTYPE x>".encode("utf-16")), "entities", id="a DTD in UTF-16"),
        pytest.param(put(SHEET, b'<?xml version="1.0" encoding="utf-7"?><x/>'), "entities", id="another encoding"),
        pytest.param(many, "too_many_parts", id="too many parts"),
        pytest.param(put("xl/media/a.png", b"0" * (31 << 20)), "unpacks_too_big", id="a bomb"),
        pytest.param(
            replaced("xl/styles.xml", b"</fonts>", b"<font/>" * 20_000 + b"</fonts>"), "too_much", id="endless fonts"
        ),
        pytest.param(
            replaced(SHEET, b't="n"><v>7.5</v>', b't="str"><v>' + b"x" * 32_768 + b"</v>"),
            "too_long",
            id="more than a cell takes",
        ),
        pytest.param(put("xl/sharedStrings.xml", b"<t/>" * 500_000), "too_much", id="endless texts"),
        pytest.param(put(SHEET, b"<worksheet><sheetData><row>"), "torn", id="a part cut short"),
        pytest.param(put("xl/workbook.xml", b""), "torn", id="an empty part"),
        pytest.param(replaced("xl/workbook.xml", HIDDEN.encode(), b"other"), "not_ours", id="no form of ours"),
    ],
)
def test_what_could_do_harm_is_refused(tmp_path: Path, change: Callable[[Parts], None], kind: str) -> None:
    assert why(rewritten(tmp_path / "a.xlsx", change)) == kind


def test_a_link_in_a_cell_is_no_harm(tmp_path: Path) -> None:
    change = replaced("xl/_rels/workbook.xml.rels", b"</Relationships>", RELATION % b"hyperlink")
    assert read(str(rewritten(tmp_path / "a.xlsx", change))).cells["value.a"].value == 7.5


def test_what_excel_adds_to_a_file_is_no_harm(tmp_path: Path) -> None:
    change = put("xl/printerSettings/printerSettings1.bin", b"H\0P\0\0\0")
    assert read(str(rewritten(tmp_path / "a.xlsx", change))).cells["value.a"].value == 7.5


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(600), b"%PDF-1.7", b"PK\x05\x06" + bytes(18)]
)
def test_what_is_no_workbook_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    assert why(tmp_path / "a.xlsx") in ("no_workbook", "torn")


def test_a_large_file_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.xlsx").open("wb") as file:
        file.truncate((5 << 20) + 1)
    assert why(tmp_path / "a.xlsx") == "too_big"


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are others on Windows")
def test_links_pipes_and_folders_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "real.xlsx").write_bytes(form())
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "real.xlsx")
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    assert {why(tmp_path / f"{name}.xlsx") for name in ("link", "pipe", "folder")} == {"no_file"}


def test_other_packings_are_refused(tmp_path: Path) -> None:
    assert why(rewritten(tmp_path / "a.xlsx", lambda _: None, zipfile.ZIP_BZIP2)) == "locked"


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    path = rewritten(tmp_path / "a.xlsx", lambda _: None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(SHEET.upper(), b"<x/>")
    assert why(path) == "torn"


def test_a_part_that_lies_about_its_size_is_no_way_around(tmp_path: Path) -> None:
    path = rewritten(tmp_path / "a.xlsx", put("xl/media/a.png", b"0" * (40 << 20)))
    content = path.read_bytes()
    path.write_bytes(content.replace((40 << 20).to_bytes(4, "little"), (1 << 10).to_bytes(4, "little")))
    assert why(path) == "torn"


def names(mapping: Mapping[str, bytes]) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        text = b"".join(
            b'<definedName name="%s">%s</definedName>' % (key.encode(), place) for key, place in mapping.items()
        )
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"</definedNames>", text + b"</definedNames>")

    return change


def test_names_that_lead_elsewhere_are_left_out(tmp_path: Path) -> None:
    elsewhere = {
        "far": b"'B\xc3\xa1o c\xc3\xa1o'!$XFD$1048576",
        "gone": b"#REF!",
        "out": b"[1]a!$A$1",
        "area": b"_cluster!$A$1:$B$2",
    }
    found = read(str(rewritten(tmp_path / "a.xlsx", names(elsewhere))))
    assert set(found.cells) == {"value.a"}


def test_an_answer_on_a_hidden_sheet_is_refused(tmp_path: Path) -> None:
    path = rewritten(tmp_path / "a.xlsx", names({"value.b": b"_cluster!$A$1"}))
    assert read(str(path)).cells["value.b"].value == "kind"
    hide = replaced(
        "xl/workbook.xml", b'name="_cluster" sheetId="2" state="visible"', b'name="_cluster" sheetId="2" state="hidden"'
    )
    both = names({"value.b": b"_cluster!$A$1"})
    assert why(rewritten(tmp_path / "b.xlsx", lambda parts: (hide(parts), both(parts))[0])) == "hidden"


def test_a_cell_in_the_last_row_and_column_costs_nothing(tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    path = rewritten(tmp_path / "a.xlsx", replaced(SHEET, b"</sheetData>", far))
    started = time.process_time()
    assert read(str(path)).cells["value.a"].value == 7.5
    assert time.process_time() - started < 1


def test_a_sheet_of_hostile_megabytes_is_read_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(3, 80_000))
    path = rewritten(tmp_path / "a.xlsx", replaced(SHEET, b"</sheetData>", rows + b"</sheetData>"))
    monkeypatch.setattr(workbook, "MAX_BYTES", 50 << 20)
    started = time.process_time()
    assert read(str(path)).cells["value.a"].value == 7.5
    assert time.process_time() - started < 2
