"""What the command line says of itself: help and usage errors, wholly in the reader's language."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import DATA

from taybac_cluster import cli
from taybac_cluster.cli.commands import COMMANDS

ENGLISH = re.compile(
    r"\b(?:is|not|valid|invalid|missing|usage|options|arguments|commands|default|required|the|such)\b", re.IGNORECASE
)


def typed(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own: the language of its texts is settled when they are imported."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "taybac_cluster", *arguments],
        env={**kept, "CLUSTER_DATA": str(DATA), "CLUSTER_LANG": "vi", "COLUMNS": "80", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("rank", "thiếu năm"),
        ("rank 2o23", "“2o23” không phải là năm; viết như 2023"),
        ("rank 2023 7", "thừa: 7"),
        ("rank 2023 --format xml", "không có định dạng “xml”; dùng: table, json, md, csv"),
        ("rank --fromat", "không có tùy chọn --fromat; có phải là: --format?"),
        ("explain 2023", "thiếu đô thị"),
        ("stability 2023 --percent nan", "--percent: “nan” không phải là số từ 0 đến 100"),
        ("stability 2023 --percent 101", "--percent: “101” không phải là số từ 0 đến 100"),
        ("stability 2023 --draws 1e3", "--draws: “1e3” không phải là số nguyên từ 1 đến 1000000"),
        ("stability 2023 --draws", "tùy chọn --draws cần một giá trị"),
        ("members --on 2023-9-1", "--on: “2023-9-1” không phải là ngày; viết như 2023-09-24"),
        ("members --on 20230901", "--on: “20230901” không phải là ngày; viết như 2023-09-24"),
        ("unlock 2023", "thiếu --reason"),
        ("validate --strict=1", "tùy chọn --strict không nhận giá trị"),
        ("rnak 2023", "không có lệnh “rnak”; gần nhất là: rank"),
        ("host", "cần một năm, hoặc --history"),
    ],
)
def test_wrong_usage_is_said_in_vietnamese(line: str, said: str) -> None:
    done = typed(*line.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert not ENGLISH.search(re.sub(r"--\S+|“[^”]*”", "", done.stderr))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_of_every_command_is_vietnamese_and_whole(command: str) -> None:
    done = typed(*command.split(), "--help")
    words = re.sub(r"--\S+|\S*[|/]\S*|cluster .*|“[^”]*”", "", done.stdout)
    assert done.returncode == 0
    assert not ENGLISH.search(words), ENGLISH.search(words)
    assert not re.search(r"(\.\.\.|…)$", done.stdout.partition("\n")[2], re.MULTILINE), "a summary is cut"
    assert "“" not in done.stdout.partition("Ví dụ")[2], "an example to copy has straight quotes"
    assert not re.search(r"<\w|\{", done.stdout)


def test_english_says_the_same_things_in_english() -> None:
    done = typed("stability", "2023", "--percent", "nan", "--lang", "en")
    assert done.stderr == (
        "--percent: “nan” is not a number from 0 to 100\nhint: cluster stability --help shows the usage\n"
    )


@pytest.mark.parametrize("before", [("--lang", "en"), ("--lang=en",)])
def test_language_and_data_may_stand_before_the_command(
    before: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLUSTER_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    assert cli.run([*before, "--data", str(DATA), "members", "--on", "2023-09-24", "--format", "json"]) == 0
    assert '"tuyen-quang"' in capsys.readouterr().out
    assert cli.run(["--data", str(tmp_path / "none"), *before, "members", "--data", str(DATA)]) == 0
    assert "Tuyên Quang" in capsys.readouterr().out, "the folder named last counts"


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_a_pipe_has_colours_only_where_they_are_forced(environment: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[" in typed("members", **environment).stdout) is coloured


def test_the_version_names_the_extras_that_are_there() -> None:
    line = typed("--version").stdout
    assert re.fullmatch(r"cluster \d+\.\d+\.\d+( \((stability|office|pdf)(, (stability|office|pdf))*\))?\n", line)
