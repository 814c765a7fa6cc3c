"""A file with more faults than anybody reads: a thousand are listed, the rest is counted, in every format."""

import json
from pathlib import Path

import pytest
from tests.conftest import Folder

from taybac_cluster.cli import run
from taybac_cluster.diagnostics import MOST_FAULTS
from taybac_cluster.pipeline import check

FILE = "submissions/2023/sa-pa.yaml"
MANY = 1500


def faulty(root: Path, line: str) -> Path:
    file = root / FILE
    many = "\n".join(line.format(number) for number in range(MANY))
    file.write_text(file.read_text("utf-8").replace("\ngates:", f"\n{many}\ngates:"), "utf-8")
    return root


@pytest.mark.parametrize(
    "line",
    [
        "  c{}: {{value: 7,5}}",
        "  c{}: {{vlaue: 7}}",
        "  c{}: 1",
        "  c{}: \x01",
        "  c{}:",
        "\tc{}: 1",
    ],
)
def test_a_thousand_faults_of_a_file_are_listed_and_the_rest_is_counted(line: str, folder: Folder) -> None:
    found = check(faulty(folder(), line))
    listed = [each for each in found.diagnostics if each.file == FILE]
    assert len(listed) == MOST_FAULTS
    assert found.more[FILE] in (MANY - MOST_FAULTS, 2 * MANY - MOST_FAULTS)  # an id may be unknown besides


@pytest.mark.parametrize("form", ["json", "text", "short", "github", "gitlab", "sarif", "junit"])
def test_every_format_says_how_many_are_not_listed(
    form: str, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    root = faulty(folder(), "  c{}: no")
    run(["validate", "--data", str(root), "--format", form, "--lang", "en"])
    out = capsys.readouterr().out
    if form == "json":
        assert json.loads(out)["more"] == MANY - MOST_FAULTS
    else:
        assert f"{MANY - MOST_FAULTS} more are not listed" in out


def test_fixing_fixes_what_was_reported_and_says_that_there_is_more(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    root = faulty(folder(), "  c{}: {{value: 7,5}}")
    run(["validate", "--data", str(root), "--fix", "--lang", "en"])
    said = capsys.readouterr()
    assert "fixed 1000 places" in said.err
    assert (root / FILE).read_text("utf-8").count("7.5") == MOST_FAULTS
    assert "more" in said.out


@pytest.mark.parametrize(("letters", "code"), [(20_000, None), (20_001, "R123")])
@pytest.mark.parametrize("form", ["x", "{{vi: a, en: {}}}"])
def test_a_text_that_no_paper_could_show_is_refused(letters: int, code: str | None, form: str, folder: Folder) -> None:
    root, long = folder(), "x" * letters
    text = (root / FILE).read_text("utf-8")
    (root / FILE).write_text(f"{text}note: {form.format(long) if form != 'x' else long}\n", "utf-8")
    assert {each.code for each in check(root).errors} == ({code} if code else set())


@pytest.mark.parametrize(("items", "code"), [(200, None), (201, "R123")])
def test_a_list_of_texts_that_no_paper_could_show_is_refused(items: int, code: str | None, folder: Folder) -> None:
    grounds = "".join(f"      - Căn cứ số {each}\n" for each in range(items))
    root = folder({"papers.yaml": f"papers:\n  proposal:\n    grounds:\n{grounds}"})
    assert {each.code for each in check(root).errors} == ({code} if code else set())
