"""What leaves the program: whole files, devices written to, names shown harmless, and an exit code where it cannot."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.conftest import DATA, Folder

from taybac_cluster import cli

HOSTILE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e\u2066]")
NAMES = ("a\x1b[31mb", "a\nerror: b", "a\u200bb", "a\u202eb", "a\rb", "a\udcffb")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="devices, pipes and such names are asked for")


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line in a shell, with `cluster` as the tests have it."""
    line = line.replace("cluster ", f'"{sys.executable}" -m taybac_cluster ')
    given = {"CLUSTER_DATA": str(DATA), "CLUSTER_LANG": "en", **environment}
    return subprocess.run(["bash", "-c", line], env={**os.environ, **given}, capture_output=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        "rank 2023",
        "members --format json",
        "validate",
        "--help",
        "rank --help",
        "--version",
        "verify",
        "schema",
        "rules",
    ],
)
@pytest.mark.parametrize(("to", "why"), [(">/dev/full", b"No space left"), (">&-", b"Bad file descriptor")])
def test_an_answer_that_cannot_be_written_exits_with_2_and_says_so(command: str, to: str, why: bytes) -> None:
    done = shell(f"cluster {command} {to}")
    assert done.returncode == 2
    assert done.stderr.startswith(b"cannot write the answer: " + why)
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("to", ["2>/dev/full", "2>&-", "2>&- >&-"])
def test_where_nobody_can_read_it_the_exit_code_stays(to: str) -> None:
    assert shell(f"cluster rank 1999 {to}").returncode == 2
    assert shell(f"cluster rank 2023 {to}").returncode == (2 if ">&- >&-" in to else 0)


@pytest.mark.parametrize(
    "line",
    [
        "cluster rank 2023 -o {long}.json",
        "cluster rank 2023 -o {long}/a.json",
        "cluster rank 2023 --data {long}",
        "cluster validate {long}",
        "cluster lock 2023 --data {long}",
        "cluster schema --write {long}",
        "cluster rank 2023 -o folder.json",
        "cluster rank 2023 --criteria {long}",
        "cluster import {long}",
        "cluster form 2023 sa-pa -o {long}.xlsx",
        "cluster export 2023 --only data -o {long}",
        "cluster init {long}",
    ],
)
def test_a_path_that_cannot_be_is_said_and_exits_with_2(line: str, tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    done = shell(f"cd {tmp_path} && " + line.format(long="a" * 300))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
    assert b"bug" not in done.stderr


def test_a_name_as_long_as_a_name_may_be_is_written(tmp_path: Path) -> None:
    assert shell(f"cluster rank 2023 -o {tmp_path}/{'a' * 250}.json").returncode == 0


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, read = tmp_path / "a.json", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert cli.run(["rank", "2023", "--data", str(DATA), "-o", str(pipe)]) == 0
    reader.join()
    assert read[0].startswith(b'{\n  "year": 2023')
    assert pipe.is_fifo()


def test_a_device_is_written_to_and_stays_a_device(tmp_path: Path) -> None:
    (tmp_path / "null.json").symlink_to("/dev/stderr")
    done = shell(f"cluster members --format json -o {tmp_path}/null.json 2>&1 | cat")
    assert b'"tuyen-quang"' in done.stdout
    assert (tmp_path / "null.json").is_symlink()


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_no_name_of_a_file_acts_on_the_terminal(
    name: str, folder: Folder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    root = folder()
    evidence = root / "evidence" / "2023" / "sa-pa"
    evidence.mkdir(parents=True)
    (evidence / name).symlink_to("nowhere")
    (root / "submissions" / "2023" / f"{name}.yaml").write_text("year: 2023\n", "utf-8")
    (root / name).mkdir()
    to = tmp_path / name
    lines = [
        ["rank", "2023"],
        ["rank", "2023", "--allow-incomplete"],
        ["rank", "2023", "--allow-incomplete", "--format", "md"],
        ["rank", "2023", "--allow-incomplete", "--format", "json"],
        ["explain", "2023", "sa-pa", "--allow-incomplete"],
        ["validate"],
        ["validate", "--format", "short"],
        ["validate", "--format", "json"],
        ["validate", "--diff"],
        ["members", "-o", f"{to}.md"],
        ["members", "-o", f"{to}/a.md"],
        ["members", "-o", f"{to}"],
        ["validate", f"{to}"],
        ["explain", "2023", name],
        ["rules", name],
        ["schema", name],
        [name],
        ["rank", "2023", f"--{name}"],
        ["lock", "2023"],
        ["new", name],
        ["export", "2023", "--only", name, "-o", str(tmp_path / "dossier")],
    ]
    for line in lines:
        capsys.readouterr()
        assert cli.run([*line, "--data", str(root), "--lang", "en"] if line != [name] else line) in (0, 1, 2), line
        said = "".join(capsys.readouterr())
        assert not HOSTILE.search(said), line
        assert "\nerror: b" not in said, line


STARTED = """
import sys
sys.argv = ["cluster", "rank", "2023"]
from taybac_cluster.__main__ import main
print("started", file=sys.stderr, flush=True)
main()
"""


@pytest.mark.parametrize("wait", [0.01, 0.03, 0.06, 0.12])
def test_an_interrupted_run_exits_with_130_and_shows_no_traceback(wait: float) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", STARTED],
        env={**os.environ, "CLUSTER_DATA": str(DATA)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stderr is not None
        running.stderr.readline()
        time.sleep(wait)
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
    assert running.returncode in (0, 130)
    assert said == b""


@pytest.mark.parametrize("size", ["²", "9" * 5000, "-1", "wide", ""])
def test_an_odd_size_of_the_terminal_is_as_none(size: str) -> None:
    expected = shell("cluster rank 2023", COLUMNS="80")
    done = shell("cluster rank 2023", COLUMNS=size, LINES=size)
    assert (done.returncode, done.stdout) == (0, expected.stdout)


@pytest.mark.parametrize("closed", ["<&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_terminal(tmp_path: Path, closed: str) -> None:
    assert shell(f"cluster init {tmp_path}/new --name A --year 2024 {closed}").returncode in (0, 2)
    assert shell(f"cluster stability 2023 --draws 10 {closed}").returncode == 0


def test_a_working_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    for command in ("validate .", "validate", "rank 2023", "--version"):
        done = shell(f"mkdir {gone} && cd {gone} && rmdir {gone} && cluster {command}")
        assert done.returncode == (2 if command == "validate ." else 0)
        assert b"bug" not in done.stderr
