"""What stands where it does not belong: it is reported, and concerns nobody who is not named by it."""

import json
import unicodedata
from pathlib import Path

import pytest
from tests.conftest import Folder

from taybac_cluster.cli import run
from taybac_cluster.load.survey import evidence, survey
from taybac_cluster.pipeline import check


def lay(root: Path, file: str, content: bytes = b"x\n") -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_bytes(content)


def ranked(root: Path, capsys: pytest.CaptureFixture[str]) -> set[str]:
    code = run(["rank", "2023", "--allow-incomplete", "--format", "json", "--data", str(root), "--lang", "en"])
    out = capsys.readouterr().out
    assert code == 0, out
    return {each["member"] for each in json.loads(out)["ranking"]}


@pytest.mark.parametrize(
    "file",
    [
        "submissions/2023/ghi-chu.txt",
        "submissions/2023/Bao cao.xlsx",
        "submissions/2023/_.yaml",
        "submissions/2023/_/x.txt",
        "submissions/_.yaml",
        "submissions/_/x.txt",
        "appraisals/2023/ghi-chu.txt",
        "appraisals/2023/_.yaml",
        "criteria/_.yaml",
        "criteria/ghi-chu.txt",
        "meetings/_.yaml",
        "evidence/2023/_/x.pdf",
        "evidence/ghi-chu/x.pdf",
        "results/_.yaml",
        "_.yaml",
        "ghi-chu/x.txt",
    ],
)
def test_a_file_of_nobody_is_reported_and_concerns_nobody(
    file: str, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder()
    before = ranked(root, capsys)
    lay(root, file)
    assert ranked(root, capsys) == before
    if not file.startswith("evidence/2023"):
        assert "R006" in {each.code for each in check(root).diagnostics}


@pytest.mark.parametrize("file", ["submissions/2023/_.yaml", "submissions/_.yaml", "criteria/ghi-chu.txt"])
def test_no_example_stands_for_a_city_or_a_year_that_is_not_known(file: str, folder: Folder) -> None:
    root = folder()
    lay(root, file)
    (found,) = [each for each in check(root).diagnostics if each.code == "R006"]
    assert "sa-pa" not in str(found.params)
    assert "<" in str(found.params)


def test_evidence_in_folders_without_end_is_reported_and_not_followed(folder: Folder) -> None:
    root = folder()
    path = root / "evidence/2023/sa-pa"
    path.mkdir(parents=True)
    deep = "/".join(["d"] * 40)
    lay(root, f"evidence/2023/sa-pa/{deep}/x.pdf")
    here = survey(str(root))
    assert evidence(here)[2023] == frozenset()
    assert "R006" in [each.code for each in here.faults]


def test_evidence_is_known_by_its_name_in_nfc(folder: Folder) -> None:
    root = folder()
    lay(root, "evidence/2023/sa-pa/" + unicodedata.normalize("NFD", "bảng.pdf"))
    assert evidence(survey(str(root)))[2023] == {"sa-pa/bảng.pdf"}


def test_columns_are_those_of_the_file_as_it_was_written(folder: Folder) -> None:
    line = unicodedata.normalize("NFD", "prepared_by: {name: Lò Văn Ải, title: Phó Bí thư, Chủ tịch}")
    root = folder()
    file = root / "submissions/2023/sa-pa.yaml"
    file.write_text(file.read_text("utf-8") + line + "\n", "utf-8")
    (found,) = check(root).diagnostics
    where = found.where.span  # type: ignore[union-attr]
    assert line[where.column - 1 :].startswith(", Ch")
