"""Every format of a dossier is read back: each city's total, place and outcome are the same in all of them."""

import csv
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.conftest import DATA

from taybac_cluster.cli import run


class Figures(NamedTuple):
    """What a format says of a city."""

    total: str
    rank: int
    nominated: bool


Said = dict[str, Figures]


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ho-so")
    assert run(["export", "2023", "-o", str(folder), "--data", str(DATA), "--lang", "vi"]) == 0
    return folder


def from_json(folder: Path) -> Said:
    whole = json.loads((folder / "ket-qua.json").read_text("utf-8"), parse_float=str)
    return {each["name"]: Figures(two(each["total"]), each["rank"], each["nominated"]) for each in whole["ranking"]}


def from_csv(folder: Path) -> Said:
    rows = csv.DictReader((folder / "ket-qua.csv").read_text("utf-8").splitlines())
    return {
        row["name"]: Figures(two(row["total"]), int(row["rank"]), row["nominated"] == "true")
        for row in rows
        if row["rank"]
    }


def from_workbook(folder: Path) -> Said:
    book = load_workbook(folder / "so-diem.xlsx", data_only=True)
    names = {each["member"]: each["name"] for each in json.loads((folder / "ket-qua.json").read_text())["ranking"]}

    def cell(name: str) -> Any:  # noqa: ANN401 - a cell holds anything
        sheet, place = next(iter(book.defined_names[name].destinations))
        return book[sheet][place.replace("$", "")].value

    found = {}
    for member, name in names.items():
        own = member.replace("-", "_")
        found[name] = Figures(two(cell(f"total.{own}")), cell(f"rank.{own}"), cell(f"nominated.{own}"))
    return found


def from_word(folder: Path) -> Said:
    table = Document(str(folder / "bang-diem.docx")).tables[0]
    rows = {row.cells[1].text: [cell.text for cell in row.cells][3:] for row in table.rows}
    columns = zip(rows["Tiêu chí"], rows["TỔNG ĐIỂM"], rows["HẠNG"], rows["Kết quả"], strict=True)
    return {name: Figures(total, int(rank.rstrip("=")), outcome == CHOSEN) for name, total, rank, outcome in columns}


def from_pdf(folder: Path) -> Said:
    names = {each["member"]: each["name"] for each in json.loads((folder / "ket-qua.json").read_text())["ranking"]}
    found = {}
    for member, name in names.items():
        pages = PdfReader(folder / f"thong-bao/{member}.pdf").pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        said = re.search(r"Tổng điểm: ([\d,]+)/100 điểm; hạng (\d+)", text)
        assert said is not None, text[:2000]
        chosen = re.search(r"Theo bộ tiêu chí, [^.]* được đề nghị khen thưởng", text) is not None
        found[name] = Figures(said[1], int(said[2]), chosen)
    return found


class Rows(HTMLParser):
    """The cells of the tables of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        self.inside = tag in ("td", "th", "span")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "table"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def from_page(folder: Path) -> Said:
    parser = Rows()
    parser.feed((folder / "ket-qua.html").read_text("utf-8"))
    table = [row for row in parser.rows if len(row) == 5 and re.fullmatch(r"\d+=?", row[0])]
    short = re.compile("^(thành phố|thị xã) ")
    return {short.sub("", row[1]): Figures(row[2], int(row[0].rstrip("=")), row[4] == CHOSEN) for row in table}


CHOSEN = "Đề nghị khen thưởng"


def two(value: object) -> str:
    return f"{float(str(value)):.2f}".replace(".", ",")


@pytest.mark.parametrize("read", [from_csv, from_workbook, from_word, from_pdf, from_page])
def test_a_format_says_the_same_of_every_city(read: Callable[[Path], Said], dossier: Path) -> None:
    expected = from_json(dossier)
    assert len(expected) == 11
    assert sum(each.nominated for each in expected.values()) == 3
    assert read(dossier) == expected


@pytest.mark.parametrize("name", ["to-trinh", "bien-ban"])
def test_the_papers_to_the_association_list_those_that_are_nominated(name: str, dossier: Path) -> None:
    listed = [
        [cell.text for cell in row.cells]
        for table in Document(str(dossier / f"{name}.docx")).tables
        for row in table.rows
        if len(row.cells) == 5
    ]
    assert [row[1:] for row in listed[1:]] == [
        ["thành phố Tuyên Quang", "Tuyên Quang", "91,46", "1"],
        ["thành phố Yên Bái", "Yên Bái", "88,21", "2"],
        ["thị xã Sa Pa", "Lào Cai", "86,08", "4"],
    ]


def test_the_proposal_says_why_a_city_placed_before_a_nominated_one_is_not_among_them(dossier: Path) -> None:
    said = [
        each.text for each in Document(str(dossier / "to-trinh.docx")).paragraphs if "Không đủ điều kiện" in each.text
    ]
    assert len(said) == 1
    assert "thành phố Lào Cai (hạng 3): không đạt điều kiện bắt buộc" in said[0]


def test_a_pdf_is_tagged_and_names_the_standards_that_it_keeps(dossier: Path) -> None:
    reader = PdfReader(dossier / "to-trinh.pdf")
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert catalogue["/Lang"] == "vi"  # type: ignore[index]
    metadata = catalogue["/Metadata"].get_data().decode()  # type: ignore[index]
    assert "<pdfuaid:part>1" in metadata
    assert "<pdfaid:part>2" in metadata
