"""`cluster form` and `cluster import`: what is typed into Excel arrives in the files, and nothing else does."""

import datetime
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
import yaml
from tests.conftest import DATA, Folder, Run

from taybac_cluster.rules.sample import CRITERIA, SA_PA

COMMENTED = SA_PA.replace("values:", "# đã kiểm tra hai lần\nvalues:").replace(
    "  nuoc-thai: 45.5\n",
    "  nuoc-thai:  # theo trạm\n    value: 45.5\n    evidence:\n      # bản có dấu\n      - nuoc-thai.pdf\n",
)


def fill(path: Path, cells: Mapping[str, object], *, formats: Mapping[str, str] | None = None) -> Path:
    """Type into the named cells of a workbook, as Excel would save it."""
    book = openpyxl.load_workbook(path)
    for name, value in cells.items():
        sheet, place = next(iter(book.defined_names[name].destinations))
        book[sheet][place].value = value
    for name, number_format in (formats or {}).items():
        sheet, place = next(iter(book.defined_names[name].destinations))
        book[sheet][place].number_format = number_format
    book.save(path)
    return path


def place(path: Path, name: str) -> str:
    """Return where a named cell stands."""
    book = openpyxl.load_workbook(path)
    return str(next(iter(book.defined_names[name].destinations))[1]).replace("$", "")


def said(data: Path, file: str = "submissions/2023/sa-pa.yaml") -> dict[str, object]:
    text = (data / file).read_text(encoding="utf-8")
    found: dict[str, object] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - texts alone
    return found


@pytest.fixture
def data(folder: Folder) -> Path:
    return folder({"submissions/2023/sa-pa.yaml": COMMENTED, "evidence/2023/sa-pa/nuoc-thai.pdf": "%PDF"})


@pytest.fixture
def form(run: Run, data: Path, tmp_path: Path) -> Path:
    assert run("form", 2023, "sa-pa", "-o", tmp_path / "sa-pa.xlsx", data=data).code == 0
    return tmp_path / "sa-pa.xlsx"


def test_the_cells_have_the_names_that_were_agreed(form: Path) -> None:
    # marks are given by judges and not asked
    each = ("missing", "note", "evidence")
    names = {
        f"{part}.{name}" for name in ("cay_xanh", "van_ban", "nuoc_thai", "quy_hoach") for part in ("value", *each)
    }
    names |= {f"{part}.rac_thai" for part in ("numerator", "denominator", *each)}
    names |= {"gate.khong_o_nhiem", "bonus.sang_kien", "highlights", "submitted_on", "prepared_by", "not_competing"}
    assert {name for name in openpyxl.load_workbook(form).defined_names if not name.startswith("_xlnm")} == names


def test_a_form_has_the_same_bytes_each_time(run: Run, data: Path, form: Path, tmp_path: Path) -> None:
    run("form", 2023, "sa-pa", "-o", tmp_path / "again.xlsx", data=data)
    assert (tmp_path / "again.xlsx").read_bytes() == form.read_bytes()


def test_a_form_says_how_many_cells_are_empty_still(run: Run, data: Path, form: Path, tmp_path: Path) -> None:
    texts = [
        cell.value for row in openpyxl.load_workbook(form, data_only=True).worksheets[0].iter_rows() for cell in row
    ]
    assert "Còn thiếu 0 ô" in texts
    (data / "submissions/2023/sa-pa.yaml").unlink()
    (data / "appraisals/2023/sa-pa.yaml").unlink()
    run("form", 2023, "sa-pa", "-o", tmp_path / "empty.xlsx", data=data)
    book = openpyxl.load_workbook(tmp_path / "empty.xlsx", data_only=True)
    # four values, two numbers of the ratio, one gate
    assert "Còn thiếu 7 ô" in [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert book["_cluster"].sheet_state == "veryHidden"


def test_an_unchanged_form_leaves_every_byte(run: Run, data: Path, form: Path) -> None:
    (data / "submissions/2023/sa-pa.yaml").write_bytes(b"\xef\xbb\xbf" + COMMENTED.replace("\n", "\r\n").encode())
    before = {path: path.read_bytes() for path in data.rglob("*.yaml")}
    done = run("import", fill(form, {}), data=data)
    assert (done.code, done.out) == (0, "")
    assert {path: path.read_bytes() for path in data.rglob("*.yaml")} == before


def test_what_was_changed_in_the_file_meanwhile_is_not_undone(run: Run, data: Path, form: Path) -> None:
    file = data / "submissions/2023/sa-pa.yaml"
    file.write_text(COMMENTED.replace("cay-xanh: 7.2", "cay-xanh: 7.4"), encoding="utf-8")
    assert run("import", fill(form, {"value.van_ban": 6}), data=data).code == 0
    assert file.read_text(encoding="utf-8") == COMMENTED.replace("cay-xanh: 7.2", "cay-xanh: 7.4").replace(
        "van-ban: 4", "van-ban: 6"
    )


@pytest.mark.parametrize(
    ("cells", "old", "new"),
    [
        pytest.param({"value.cay_xanh": 8.1}, "cay-xanh: 7.2", "cay-xanh: 8.1", id="a number"),
        pytest.param({"value.cay_xanh": "33,25"}, "cay-xanh: 7.2", "cay-xanh: 33.25", id="a text with a comma"),
        pytest.param({"value.cay_xanh": "9.0 "}, "cay-xanh: 7.2", "cay-xanh: 9.0", id="a text with a space"),
        pytest.param({"value.cay_xanh": "1.234,5"}, None, None, id="a number out of range is refused"),
        pytest.param({"value.nuoc_thai": "62,5 %"}, "value: 45.5", "value: 62.5", id="a percent sign"),
        pytest.param({"value.quy_hoach": "Cấp Huyện"}, "cấp tỉnh", "cấp huyện", id="a level in capitals"),
        pytest.param(
            {"value.quy_hoach": "ca\u0302\u0301p huye\u0323\u0302n"}, "cấp tỉnh", "cấp huyện", id="a level in NFD"
        ),
        pytest.param(
            {"numerator.rac_thai": 820}, "numerator: 812", "numerator: 820", id="half of a ratio that has both"
        ),
        pytest.param({"gate.khong_o_nhiem": "Không"}, "khong-o-nhiem: true", "khong-o-nhiem: false", id="a gate"),
        pytest.param(
            {"gate.khong_o_nhiem": False}, "khong-o-nhiem: true", "khong-o-nhiem: false", id="a gate as FALSE"
        ),
        pytest.param(
            {"submitted_on": datetime.date(2023, 9, 7)},
            "submitted_on: 2023-09-08",
            "submitted_on: 2023-09-07",
            id="a day",
        ),
        pytest.param({"submitted_on": "07/9/2023"}, "2023-09-08", "2023-09-07", id="a day as a text"),
        pytest.param({"highlights": "Việc mới"}, "Nội dung minh họa", "Việc mới", id="a text"),
        pytest.param(
            {"evidence.nuoc_thai": "nuoc-thai.pdf\n- b.pdf"},
            "- nuoc-thai.pdf\n",
            "- nuoc-thai.pdf\n      - b.pdf\n",
            id="evidence",
        ),
        pytest.param(
            {"value.van_ban": None, "missing.van_ban": "chưa thống kê"},
            "van-ban: 4",
            "van-ban:\n    missing: chưa thống kê",
            id="a reason in the place of a value",
        ),
        pytest.param(
            {"note.cay_xanh": "đo lại: tháng 8"},
            "cay-xanh: 7.2",
            'cay-xanh:\n    value: 7.2\n    note: "đo lại: tháng 8"',
            id="a note beside a value",
        ),
        pytest.param(
            {"prepared_by": "Nguyễn Văn A, Trưởng phòng"},
            "# đã kiểm",
            "prepared_by:\n  name: Nguyễn Văn A\n  title: Trưởng phòng\n# đã kiểm",
            id="who prepared it",
        ),
    ],
)
def test_only_what_was_typed_changes(
    run: Run, data: Path, form: Path, cells: Mapping[str, object], old: str | None, new: str | None
) -> None:
    (data / "evidence/2023/sa-pa/b.pdf").write_text("%PDF", encoding="utf-8")
    done = run("import", fill(form, cells), data=data)
    text = (data / "submissions/2023/sa-pa.yaml").read_text(encoding="utf-8")
    if old is None or new is None:
        assert done.code == 1
        assert text == COMMENTED
        return
    assert done.code == 0, done.err
    assert text == COMMENTED.replace(old, new)
    assert new.splitlines()[-1].strip() in done.out


@pytest.mark.parametrize(
    ("cells", "at", "words"),
    [
        pytest.param({"value.cay_xanh": "khoảng 30"}, "value.cay_xanh", "không phải một số", id="words"),
        pytest.param({"value.cay_xanh": "1,234"}, "value.cay_xanh", "hàng nghìn", id="a thousand or not"),
        pytest.param({"value.cay_xanh": "7 m²"}, "value.cay_xanh", "đơn vị", id="a unit"),
        pytest.param({"value.cay_xanh": "=4+5"}, "value.cay_xanh", "lưu lại", id="a formula that was never worked out"),
        pytest.param({"value.cay_xanh": "#DIV/0!"}, "value.cay_xanh", "#DIV/0!", id="an error of Excel"),
        pytest.param({"value.cay_xanh": datetime.date(2023, 5, 9)}, "value.cay_xanh", "thành ngày", id="a date"),
        pytest.param({"value.cay_xanh": 7200}, "value.cay_xanh", "khoảng thường gặp", id="an implausible number"),
        pytest.param({"value.nuoc_thai": 455}, "value.nuoc_thai", "lớn hơn 100", id="a percentage above 100"),
        pytest.param({"numerator.rac_thai": 990}, "denominator.rac_thai", "lớn hơn 100", id="a ratio above 100 %"),
        pytest.param({"denominator.rac_thai": 0}, "denominator.rac_thai", "lớn hơn 0", id="a ratio by nothing"),
        pytest.param({"denominator.rac_thai": None}, "denominator.rac_thai", "mẫu số", id="half of a ratio"),
        pytest.param({"value.van_ban": -1}, "value.van_ban", "không thể âm", id="a negative count"),
        pytest.param(
            {"evidence.nuoc_thai": "khac.pdf"}, "evidence.nuoc_thai", "khac.pdf", id="evidence that is not there"
        ),
        pytest.param({"value.quy_hoach": "cấp xã"}, "value.quy_hoach", "cấp tỉnh, cấp huyện", id="no such level"),
        pytest.param({"gate.khong_o_nhiem": "có lẽ"}, "gate.khong_o_nhiem", "có hay không", id="neither yes nor no"),
        pytest.param({"submitted_on": "tháng 9"}, "submitted_on", "không phải ngày", id="no day"),
        pytest.param({"missing.cay_xanh": "chưa đo"}, "missing.cay_xanh", "xóa một trong hai", id="both"),
        pytest.param({"not_competing": "bận"}, "not_competing", "xóa các giá trị", id="not competing, with values"),
    ],
)
def test_a_fault_names_its_cell_and_nothing_is_changed(
    run: Run, data: Path, form: Path, cells: Mapping[str, object], at: str, words: str
) -> None:
    ref = place(form, at)
    done = run("import", fill(form, {"value.van_ban": 5, **cells}), data=data)
    assert (done.code, done.out) == (1, "")
    assert f"ô {ref} " in done.err.replace(f"ô {ref}:", f"ô {ref} :")
    assert words in done.err
    assert (data / "submissions/2023/sa-pa.yaml").read_text(encoding="utf-8") == COMMENTED


def test_every_fault_is_named_in_one_run(run: Run, data: Path, form: Path) -> None:
    done = run(
        "import", fill(form, {"value.cay_xanh": "x", "value.van_ban": "y", "gate.khong_o_nhiem": "z"}), data=data
    )
    assert len(done.err.splitlines()) == 3


def test_unusual_numbers_are_taken_where_that_is_asked_for(run: Run, data: Path, form: Path) -> None:
    cells = {"value.cay_xanh": 7200, "value.nuoc_thai": 455, "numerator.rac_thai": 990}
    assert run("import", fill(form, cells), "--accept-implausible", data=data).code == 0
    values = said(data)["values"]
    assert values == {
        "cay-xanh": "7200",
        "van-ban": "4",
        "nuoc-thai": {"value": "455", "evidence": ["nuoc-thai.pdf"]},
        "rac-thai": {"numerator": "990", "denominator": "930"},
        "quy-hoach": "cấp tỉnh",
    }


def test_unusual_numbers_that_the_file_has_already_are_no_faults(run: Run, data: Path, tmp_path: Path) -> None:
    file = data / "submissions/2023/sa-pa.yaml"
    text = COMMENTED.replace("cay-xanh: 7.2", "cay-xanh: 7200").replace("numerator: 812", "numerator: 990")
    file.write_text(text, encoding="utf-8")
    run("form", 2023, "sa-pa", "-o", tmp_path / "sa-pa.xlsx", data=data)
    assert run("import", fill(tmp_path / "sa-pa.xlsx", {"value.van_ban": 6}), data=data).code == 0
    assert file.read_text(encoding="utf-8") == text.replace("van-ban: 4", "van-ban: 6")


def test_a_number_below_the_usual_range_is_taken_where_that_is_asked_for(run: Run, data: Path, form: Path) -> None:
    for value in (0, -1):
        text = (data / "criteria/2023.yaml").read_text(encoding="utf-8").replace("min: 0", "min: 1")
        (data / "criteria/2023.yaml").write_text(text, encoding="utf-8")
        filled = fill(form, {"value.cay_xanh": value})
        assert run("import", filled, data=data).code == 1
        assert run("import", filled, "--accept-implausible", data=data).code == 0
        assert f"cay-xanh: {value}\n" in (data / "submissions/2023/sa-pa.yaml").read_text(encoding="utf-8")


def test_a_cell_in_per_cent_is_what_it_shows(run: Run, data: Path, form: Path) -> None:
    filled = fill(form, {"value.nuoc_thai": 0.625}, formats={"value.nuoc_thai": "0.0%"})
    assert run("import", filled, data=data).code == 0
    assert "    value: 62.5\n" in (data / "submissions/2023/sa-pa.yaml").read_text(encoding="utf-8")
    done = run("import", fill(form, {"value.cay_xanh": 0.08}, formats={"value.cay_xanh": "0%"}), data=data)
    assert done.code == 1
    assert "định dạng phần trăm" in done.err


def test_the_value_of_a_formula_is_the_one_that_was_stored(run: Run, data: Path, form: Path, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here to work a formula out")
    fill(form, {"value.cay_xanh": "=4+4.5"})
    out = tmp_path / "saved"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(form)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    done = run("import", out / "sa-pa.xlsx", data=data)
    assert done.code == 0, done.err
    assert (data / "submissions/2023/sa-pa.yaml").read_text(encoding="utf-8") == COMMENTED.replace(
        "cay-xanh: 7.2", "cay-xanh: 8.5"
    )


def test_a_dry_run_shows_the_change_and_writes_nothing(run: Run, data: Path, form: Path) -> None:
    done = run("import", fill(form, {"value.van_ban": 6}), "--dry-run", data=data)
    assert done.code == 0
    assert "-  van-ban: 4\n+  van-ban: 6\n" in done.out
    assert (data / "submissions/2023/sa-pa.yaml").read_text(encoding="utf-8") == COMMENTED


FILLED = {
    "submitted_on": "08/09/2023",
    "prepared_by": "Trần Thị B, Phó Chánh Văn phòng",
    "value.cay_xanh": 6.4,
    "value.van_ban": 3,
    "value.nuoc_thai": "51,5",
    "numerator.rac_thai": 700,
    "denominator.rac_thai": 900,
    "value.quy_hoach": "cấp tỉnh",
    "gate.khong_o_nhiem": "có",
    "bonus.sang_kien": "không",
    "highlights": "Một việc\nHai việc",
}


def test_a_file_that_was_not_there_is_a_draft_with_all_that_was_typed(run: Run, data: Path, tmp_path: Path) -> None:
    for file in ("submissions/2023/sa-pa.yaml", "appraisals/2023/sa-pa.yaml"):
        (data / file).unlink()
    run("form", 2023, "sa-pa", "-o", tmp_path / "sa-pa.xlsx", data=data)
    done = run("import", fill(tmp_path / "sa-pa.xlsx", FILLED), data=data)
    assert done.code == 0, done.err
    assert said(data) == {
        "member": "sa-pa",
        "year": "2023",
        "status": "draft",
        "submitted_on": "2023-09-08",
        "prepared_by": {"name": "Trần Thị B", "title": "Phó Chánh Văn phòng"},
        "values": {
            "cay-xanh": "6.4",
            "van-ban": "3",
            "nuoc-thai": "51.5",
            "rac-thai": {"numerator": "700", "denominator": "900"},
            "quy-hoach": "cấp tỉnh",
        },
        "gates": {"khong-o-nhiem": "true"},
        "bonuses": {"sang-kien": "false"},
        "highlights": "Một việc\nHai việc",
    }


def test_a_form_that_is_half_filled_in_leaves_blanks(run: Run, data: Path, tmp_path: Path) -> None:
    for file in ("submissions/2023/sa-pa.yaml", "appraisals/2023/sa-pa.yaml"):
        (data / file).unlink()
    run("form", 2023, "sa-pa", "-o", tmp_path / "sa-pa.xlsx", data=data)
    cells = {"value.van_ban": 3, "note.nuoc_thai": "chờ trạm"}
    assert run("import", fill(tmp_path / "sa-pa.xlsx", cells), data=data).code == 0
    assert said(data)["values"] == {
        "cay-xanh": "___",
        "van-ban": "3",
        "nuoc-thai": {"value": "___", "note": "chờ trạm"},
        "rac-thai": "___",
        "quy-hoach": "___",
    }
    # what is left empty is not claimed; a gate is not answered
    assert said(data)["bonuses"] == {"sang-kien": "false"}
    assert said(data)["gates"] == {"khong-o-nhiem": "___"}
    # the same form again, filled in further
    cells = {"value.cay_xanh": "6,4", "numerator.rac_thai": 700, "denominator.rac_thai": 900, "value.van_ban": None}
    assert run("import", fill(tmp_path / "sa-pa.xlsx", cells), data=data).code == 0
    values = said(data)["values"]
    assert isinstance(values, dict)
    assert values["cay-xanh"] == "6.4"
    assert values["rac-thai"] == {"numerator": "700", "denominator": "900"}


def test_a_city_that_does_not_compete_says_so_in_the_form(run: Run, data: Path, tmp_path: Path) -> None:
    for file in ("submissions/2023/sa-pa.yaml", "appraisals/2023/sa-pa.yaml"):
        (data / file).unlink()
    run("form", 2023, "sa-pa", "-o", tmp_path / "sa-pa.xlsx", data=data)
    done = run("import", fill(tmp_path / "sa-pa.xlsx", {"not_competing": "đang sáp nhập"}), data=data)
    assert done.code == 0, done.err
    found = said(data)
    assert found == {"member": "sa-pa", "year": "2023", "status": "draft", "not_competing": "đang sáp nhập"}


def another_set(data: Path) -> None:
    text = CRITERIA.replace("unit: m²/người", "unit: m²")
    (data / "criteria/2023.yaml").write_text(text, encoding="utf-8")


def another_year(data: Path) -> None:
    for kind in ("criteria", "meetings"):
        (data / f"{kind}/2023.yaml").unlink()
    shutil.rmtree(data / "submissions")
    shutil.rmtree(data / "appraisals")


def another_roster(data: Path) -> None:
    path = data / "members.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: sa-pa", "id: sa-pa-cu"), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "words"),
    [(another_set, "bộ tiêu chí khác"), (another_year, "năm 2023"), (another_roster, "không có đô thị đó")],
)
def test_a_form_of_something_else_is_recognised(
    run: Run, data: Path, form: Path, change: Callable[[Path], None], words: str
) -> None:
    change(data)
    done = run("import", form, data=data)
    assert (done.code, done.out) == (1, "")
    assert words in done.err


def test_a_form_that_would_make_a_file_too_large_to_read_writes_nothing(run: Run, data: Path, form: Path) -> None:
    file = data / "submissions/2023/sa-pa.yaml"
    before = file.read_bytes() + b"#" * ((1 << 20) - len(file.read_bytes()) - 1) + b"\n"
    file.write_bytes(before)
    done = run("import", fill(form, {"note.cay_xanh": "Theo báo cáo của phòng Quản lý đô thị"}), data=data)
    assert (done.code, file.read_bytes()) == (1, before)


@pytest.mark.parametrize("year", ["9" * 5000, "02023", "²⁰²³"])
def test_a_form_whose_year_was_edited_is_refused(run: Run, data: Path, form: Path, year: str) -> None:
    book = openpyxl.load_workbook(form)
    cells = {row[0].value: row[1] for row in book["_cluster"].iter_rows(max_col=2)}
    cells["year"].value = year
    book.save(form)
    done = run("import", form, data=data)
    assert (done.code, "không phải biểu mẫu" in done.err) == (1, True)


def test_a_form_under_another_citys_name_is_refused(run: Run, data: Path, form: Path) -> None:
    done = run("import", form.rename(form.with_name("lao-cai.xlsx")), data=data)
    assert done.code == 1
    assert "bên trong là biểu mẫu của “sa-pa”" in done.err


def test_a_locked_year_takes_no_forms(run: Run, tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    assert run("form", 2023, "sa-pa", "-o", tmp_path / "sa-pa.xlsx", data=data).code == 0
    done = run("import", fill(tmp_path / "sa-pa.xlsx", {"value.rac_thai": 90}), data=data)
    assert (done.code, done.out) == (1, "")
    assert "cluster unlock 2023" in done.err


def test_a_folder_of_forms_is_taken_and_says_who_is_in(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("form", 2023, "--all", "-o", tmp_path / "forms", data=data).code == 0
    names = sorted(path.name for path in (tmp_path / "forms").iterdir())
    assert names == ["lao-cai.xlsx", "sa-pa.xlsx", "yen-bai.xlsx"]
    fill(tmp_path / "forms/sa-pa.xlsx", {"value.van_ban": 6})
    fill(tmp_path / "forms/lao-cai.xlsx", {"value.van_ban": "nhiều"})
    (tmp_path / "forms/yen-bai.xlsx").unlink()
    done = run("import", tmp_path / "forms", data=data)
    assert done.code == 1
    table = [line.split("  ") for line in done.out.splitlines() if "Sa Pa" in line or "Cai" in line or "Yên" in line]
    assert [[part for part in line if part][-1].strip() for line in table] == [
        "đã nhận",
        "có lỗi, chưa nhận",
        "chưa gửi",
    ]
    assert "van-ban: 6" in (data / "submissions/2023/sa-pa.yaml").read_text(encoding="utf-8")


def test_no_form_in_a_folder_is_written_over(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("form", 2023, "--all", "-o", tmp_path / "forms", data=data).code == 0
    filled = fill(tmp_path / "forms/sa-pa.xlsx", {"value.van_ban": 6}).read_bytes()
    (tmp_path / "forms/yen-bai.xlsx").unlink()
    done = run("form", 2023, "--all", "-o", tmp_path / "forms", data=data)
    assert done.code == 2
    assert "sa-pa.xlsx" in done.err
    assert (tmp_path / "forms/sa-pa.xlsx").read_bytes() == filled
    assert not (tmp_path / "forms/yen-bai.xlsx").exists()


def test_a_sheet_of_another_kind_is_not_overlooked(run: Run, data: Path, form: Path) -> None:
    folder = form.parent / "forms"
    folder.mkdir()
    shutil.copy(form, folder / "sa-pa.xlsx")
    (folder / "lao-cai.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (folder / "~$sa-pa.xlsx").write_bytes(b"open elsewhere")
    done = run("import", folder, data=data)
    assert done.code == 1
    assert "lao-cai.xls: không phải tệp Excel (.xlsx)" in done.err
    assert "~$" not in done.err


def test_two_forms_of_one_city_are_refused(run: Run, data: Path, form: Path) -> None:
    folder = form.parent / "forms"
    folder.mkdir()
    shutil.copy(form, folder / "a.xlsx")
    shutil.copy(fill(form, {"value.van_ban": 6}), folder / "b.xlsx")
    done = run("import", folder, data=data)
    assert done.code == 1
    assert "có hai biểu mẫu" in done.err


# the panel's workbook


@pytest.fixture
def panel(run: Run, data: Path, tmp_path: Path) -> Path:
    assert run("form", 2023, "--panel", "-o", tmp_path / "panel.xlsx", data=data).code == 0
    return tmp_path / "panel.xlsx"


def test_the_panels_cells_have_the_names_that_were_agreed(panel: Path) -> None:
    names = set(openpyxl.load_workbook(panel).defined_names)
    for member in ("sa_pa", "lao_cai"):
        assert {f"value.{member}.rac_thai", f"reason.{member}.rac_thai", f"gate.{member}.khong_o_nhiem"} <= names
        assert {f"bonus.{member}.sang_kien", f"deduction.{member}.nop_muon", f"reason.{member}.nop_muon"} <= names
    # a judge has no cell for his own city: giam-khao-1 is of Lào Cai, giam-khao-2 of Sa Pa
    marks = {name for name in names if name.startswith("mark.")}
    assert marks == {"mark.giam_khao_1.sa_pa.my_quan", "mark.giam_khao_2.lao_cai.my_quan"}


def test_an_unchanged_workbook_of_the_panel_leaves_every_byte(run: Run, data: Path, panel: Path) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*.yaml")}
    assert run("import", fill(panel, {}), data=data).code == 0
    assert {path: path.read_bytes() for path in data.rglob("*.yaml")} == before


def test_the_panels_word_goes_into_the_appraisals_and_the_meeting(run: Run, data: Path, panel: Path) -> None:
    cells = {
        "value.sa_pa.nuoc_thai": "42,5",
        "reason.sa_pa.nuoc_thai": "Trạm số 2 chưa vận hành",
        "value.sa_pa.rac_thai": "800/930",
        "reason.sa_pa.rac_thai": "Đếm lại",
        "value.sa_pa.van_ban": "không áp dụng",
        "reason.sa_pa.van_ban": "Không có thẩm quyền",
        "value.lao_cai.quy_hoach": "Cấp Tỉnh",
        "reason.lao_cai.quy_hoach": "Đã phê duyệt lại",
        "value.lao_cai.van_ban": "thiếu",
        "reason.lao_cai.van_ban": "Không có bản gốc",
        "gate.sa_pa.khong_o_nhiem": "không",
        "reason.sa_pa.khong_o_nhiem": "Còn một bãi rác",
        "deduction.sa_pa.nop_muon": "0,5",
        "reason.sa_pa.nop_muon": "Nộp muộn",
        "mark.giam_khao_1.sa_pa.my_quan": 9,
        "mark.giam_khao_2.lao_cai.my_quan": "vắng mặt",
        "value.lao_cai.nuoc_thai": None,
        "reason.lao_cai.nuoc_thai": None,
        "present.lao_cai": "không",
        "votes.sa_pa.nomination": 2,
        "nominated.lao_cai": "có",
    }
    done = run("import", fill(panel, cells), data=data)
    assert done.code == 0, done.err
    assert said(data, "appraisals/2023/sa-pa.yaml") == {
        "member": "sa-pa",
        "year": "2023",
        "appraised_by": [{"name": "tổ thẩm định"}],
        "marks": {"my-quan": {"giam-khao-1": "9"}},
        "changes": {
            "van-ban": {"not_applicable": "true", "reason": "Không có thẩm quyền"},
            "nuoc-thai": {"value": "42.5", "reason": "Trạm số 2 chưa vận hành"},
            "rac-thai": {"numerator": "800", "denominator": "930", "reason": "Đếm lại"},
        },
        "gates": {"khong-o-nhiem": {"value": "false", "reason": "Còn một bãi rác"}},
        "deductions": {"nop-muon": {"points": "0.5", "reason": "Nộp muộn"}},
    }
    assert said(data, "appraisals/2023/lao-cai.yaml")["marks"] == {"my-quan": {"giam-khao-2": {"abstain": "vắng mặt"}}}
    assert said(data, "appraisals/2023/lao-cai.yaml")["changes"] == {
        "quy-hoach": {"value": "cấp tỉnh", "reason": "Đã phê duyệt lại"},
        "van-ban": {"missing": "true", "reason": "Không có bản gốc"},
    }
    meeting = said(data, "meetings/2023.yaml")
    assert meeting["present"] == ["sa-pa"]
    assert meeting["ballots"] == {"nomination": {"votes": {"sa-pa": {"for": "2"}}}}
    assert meeting["decisions"] == {"nominated": ["sa-pa", "lao-cai"], "next": {"year": "2024", "host": "lao-cai"}}


@pytest.mark.parametrize(
    ("cells", "at", "words"),
    [
        pytest.param({"value.sa_pa.van_ban": 3}, "reason.sa_pa.van_ban", "thiếu lý do", id="no reason"),
        pytest.param({"reason.sa_pa.van_ban": "vì"}, "reason.sa_pa.van_ban", "không thay đổi gì", id="a reason alone"),
        pytest.param(
            {"mark.giam_khao_1.sa_pa.my_quan": 11}, "mark.giam_khao_1.sa_pa.my_quan", "0 đến 10", id="11 of 10"
        ),
        pytest.param(
            {"deduction.lao_cai.nop_muon": 5, "reason.lao_cai.nop_muon": "vì"},
            "deduction.lao_cai.nop_muon",
            "quy định từ 0 đến 1 điểm",
            id="more than a deduction has",
        ),
        pytest.param({"votes.sa_pa.host": 1.5}, "votes.sa_pa.host", "không phải số nguyên", id="half a vote"),
        pytest.param(
            {"value.sa_pa.quy_hoach": "cấp xã", "reason.sa_pa.quy_hoach": "vì"},
            "value.sa_pa.quy_hoach",
            "cấp tỉnh, cấp huyện, không áp dụng, thiếu",
            id="a level that is none",
        ),
        pytest.param({"votes.sa_pa.host": "đa số"}, "votes.sa_pa.host", "không phải một số", id="votes in words"),
    ],
)
def test_a_fault_of_the_panel_names_its_cell(
    run: Run, data: Path, panel: Path, cells: Mapping[str, object], at: str, words: str
) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*.yaml")}
    done = run("import", fill(panel, cells), data=data)
    assert (done.code, done.out) == (1, "")
    assert f"ô {place(panel, at)} " in done.err.replace(":", " :")
    assert words in done.err
    assert {path: path.read_bytes() for path in data.rglob("*.yaml")} == before


def test_appraisals_and_a_meeting_that_were_not_there_are_begun(run: Run, data: Path, tmp_path: Path) -> None:
    shutil.rmtree(data / "appraisals")
    (data / "meetings/2023.yaml").unlink()
    run("form", 2023, "--panel", "-o", tmp_path / "panel.xlsx", data=data)
    cells = {
        "gate.lao_cai.khong_o_nhiem": "không",
        "reason.lao_cai.khong_o_nhiem": "Còn một bãi rác",
        "held_on": "24/9/2023",
        "present.sa_pa": "có",
        "present.lao_cai": "có",
    }
    done = run("import", fill(tmp_path / "panel.xlsx", cells), data=data)
    assert done.code == 0, done.err
    assert sorted(path.name for path in (data / "appraisals/2023").iterdir()) == ["lao-cai.yaml"]
    assert said(data, "appraisals/2023/lao-cai.yaml") == {
        "member": "lao-cai",
        "year": "2023",
        "status": "draft",
        "gates": {"khong-o-nhiem": {"value": "false", "reason": "Còn một bãi rác"}},
    }
    assert said(data, "meetings/2023.yaml") == {
        "year": "2023",
        "held_on": "2023-09-24",
        "present": ["sa-pa", "lao-cai"],
    }


def test_the_panel_makes_a_citys_files_official(run: Run, data: Path, tmp_path: Path) -> None:
    for file in ("submissions/2023/sa-pa.yaml", "submissions/2023/lao-cai.yaml"):
        path = data / file
        path.write_text(path.read_text(encoding="utf-8").replace("illustrative", "draft"), encoding="utf-8")
    path = data / "appraisals/2023/sa-pa.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "status: draft\n", encoding="utf-8")
    run("form", 2023, "--panel", "-o", tmp_path / "panel.xlsx", data=data)
    done = run("import", fill(tmp_path / "panel.xlsx", {"official.sa_pa": "có"}), data=data)
    assert done.code == 0, done.err
    assert said(data)["status"] == "official"
    assert said(data, "appraisals/2023/sa-pa.yaml")["status"] == "official"
    assert said(data, "submissions/2023/lao-cai.yaml")["status"] == "draft"


# what is typed wrongly on the command line


@pytest.mark.parametrize(
    "arguments",
    [
        ("form", 2023, "-o", "x.xlsx"),
        ("form", 2023, "sa-pa", "--all", "-o", "x"),
        ("form", 2023, "ha-noi", "-o", "x.xlsx"),
        ("form", 2031, "sa-pa", "-o", "x.xlsx"),
        ("import", "nowhere.xlsx"),
        ("import", "."),
    ],
)
def test_wrong_usage_ends_in_two(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[object, ...]
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    done = run(*arguments, data=data)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_nothing_of_a_form_is_a_formula_or_a_link(run: Run, folder: Folder, tmp_path: Path) -> None:
    hostile = SA_PA.replace("highlights: Nội dung minh họa", 'highlights: "=HYPERLINK(\\"http://a.vn\\")"')
    data = folder({"submissions/2023/sa-pa.yaml": hostile})
    assert run("form", 2023, "sa-pa", "-o", tmp_path / "sa-pa.xlsx", data=data).code == 0
    with zipfile.ZipFile(tmp_path / "sa-pa.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<hyperlink" not in sheet
    # what is counted is formulas of ours; the text of the file is in none of them
    assert not [formula for formula in re.findall("<f>(.*?)</f>", sheet) if "HYPERLINK" in formula]
    assert run("import", tmp_path / "sa-pa.xlsx", data=data).code == 0
