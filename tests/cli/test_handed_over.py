"""A screen written to a file by its suffix: Word, PDF, a page, a workbook."""

import re
from pathlib import Path

import pytest
from tests.conftest import DATA

from taybac_cluster.cli import run

SIGNS = {"docx": b"PK", "pdf": b"%PDF-1", "html": b"<!DOCTYPE html>", "xlsx": b"PK"}
COMMANDS = (
    "rank 2023",
    "explain 2023 sa-pa",
    "meeting 2023",
    "compare 2023 2023",
    "members",
    "host 2024",
    "audit 2023",
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
def test_a_screen_is_written_in_the_format_of_its_suffix(command: str, suffix: str, tmp_path: Path) -> None:
    to = tmp_path / f"tep.{suffix}"
    assert run([*command.split(), "--data", str(DATA), "--lang", "vi", "-o", str(to)]) == 0
    assert to.read_bytes().startswith(SIGNS[suffix])


@pytest.mark.parametrize("command", ["rank 2023", "explain 2023 sa-pa"])
def test_a_ranking_and_a_city_are_written_as_a_workbook(command: str, tmp_path: Path) -> None:
    to = tmp_path / "tep.xlsx"
    assert run([*command.split(), "--data", str(DATA), "-o", str(to)]) == 0
    assert to.read_bytes().startswith(SIGNS["xlsx"])


def test_a_page_says_in_its_body_what_every_output_says(tmp_path: Path) -> None:
    to = tmp_path / "tep.html"
    assert run(["rank", "2023", "--data", str(DATA), "--lang", "vi", "-o", str(to)]) == 0
    text = to.read_text("utf-8")
    assert text.count("SỐ LIỆU MINH HỌA") == 1
    assert re.search("[0-9A-F]{4}(-[0-9A-F]{4}){3}", text)


def test_a_suffix_that_nothing_writes_names_those_that_can_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rank", "2023", "--data", str(DATA), "-o", str(tmp_path / "tep.odt")]) == 2
    said = capsys.readouterr().err
    assert all(f".{suffix}" in said for suffix in SIGNS)
