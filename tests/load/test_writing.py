"""A file is written whole or not at all: killed at any moment, on a full disk, through a link."""

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Self

import pytest
from tests.conftest import Folder
from tests.gits import commit, git

from taybac_cluster import pipeline
from taybac_cluster.cli import run
from taybac_cluster.load.commits import data_of
from taybac_cluster.load.files import held, put
from taybac_cluster.load.git import repository

WRITER = """
import sys
from pathlib import Path
from taybac_cluster.load.files import put
one, other = (letter.encode() * 400_000 for letter in "ab")
while True:
    put(Path(sys.argv[1]), one)
    put(Path(sys.argv[1]), other)
    print("written", flush=True)
"""


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_while_writing_the_old_file_or_the_new_one_is_whole(folder: Folder) -> None:
    root = folder()
    before = [each.code for each in pipeline.check(root).diagnostics]
    (root / "results").mkdir()
    target = root / "results" / "README.md"  # a place where validate looks, and a file that it lets be
    target.write_bytes(b"a" * 400_000)
    chance = random.Random(5)  # noqa: S311 - when to kill
    for _ in range(14):
        with subprocess.Popen([sys.executable, "-c", WRITER, target], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.random() / 50)
            writer.send_signal(signal.SIGKILL)
        content = target.read_bytes()
        assert content in (b"a" * 400_000, b"b" * 400_000)
    leftovers = [each.name for each in target.parent.iterdir() if each != target]
    assert all(name.startswith(".") and name.endswith(".part") for name in leftovers)
    assert [each.code for each in pipeline.check(root).diagnostics] == before


def test_what_a_killed_run_left_behind_is_read_by_nobody(folder: Folder) -> None:
    root = folder()
    before = pipeline.check(root)
    for place in (
        "",
        "criteria/",
        "submissions/2023/",
        "appraisals/2023/",
        "meetings/",
        "results/",
        "evidence/2023/sa-pa/",
    ):
        (root / place).mkdir(parents=True, exist_ok=True)
        (root / f"{place}.2023.yaml.x1y2z3.part").write_bytes(b"year: [half")
    after = pipeline.check(root)
    assert (after.diagnostics, after.read) == (before.diagnostics, before.read)


@pytest.mark.skipif(os.name != "posix", reason="a folder cannot be held on Windows")
def test_what_a_killed_run_left_behind_is_removed_by_the_next_that_writes_there(tmp_path: Path) -> None:
    left, mine = tmp_path / ".cluster-a1b2c3d4.part", tmp_path / ".cluster-notes.part"
    left.write_bytes(b"half")
    mine.write_bytes(b"notes")
    put(tmp_path / "a.yaml", b"new")
    assert sorted(names(tmp_path)) == [mine.name, "a.yaml"]


@pytest.mark.skipif(os.name != "posix", reason="a folder cannot be held on Windows")
def test_nobody_removes_what_another_run_is_writing(tmp_path: Path) -> None:
    writer = "import sys, time; from pathlib import Path; from taybac_cluster.load import files\n"
    writer += "files.os.fsync = lambda _: (print('half', flush=True), time.sleep(1))\n"
    writer += "files.put(Path(sys.argv[1]), b'one')\n"
    with subprocess.Popen([sys.executable, "-c", writer, tmp_path / "a.yaml"], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        put(tmp_path / "b.yaml", b"two")
    assert other.returncode == 0
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.yaml": b"one", "b.yaml": b"two"}


@pytest.mark.skipif(os.name != "posix", reason="a folder cannot be held on Windows")
def test_what_a_killed_run_left_in_the_temporary_folder_is_removed_and_what_one_holds_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "repo").mkdir()
    git(tmp_path / "repo", "init", "-q")
    (tmp_path / "repo" / "members.yaml").write_bytes(b"x")
    commit(tmp_path / "repo")
    names = ("taybac-cluster-commit-a1b2c3d4", "taybac-cluster-commit-e5f6g7h8", "taybac-cluster-original")
    left, used, other = (tmp_path / name for name in names)
    for each in (left, used, other):
        each.mkdir()
        (each / "members.yaml").write_bytes(b"copy")
    found = repository(str(tmp_path / "repo"))
    with held(used), data_of(found, "HEAD") as folder:
        assert (folder / "members.yaml").read_bytes() == b"x"
        assert {each.name for each in tmp_path.iterdir()} == {used.name, other.name, folder.name, "repo"}
    assert not folder.exists()


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if call == "replace":
        monkeypatch.setattr(Path, "replace", full)
    elif call == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(os, "fdopen", lambda handle, _: _FullFile(handle))
    with pytest.raises(OSError, match="space"):
        put(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml"]


class _FullFile:
    def __init__(self, handle: int) -> None:
        self.handle = handle

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.handle)

    def write(self, content: bytes) -> None:
        os.write(self.handle, content[:1])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_command_on_a_full_disk_says_so_and_leaves_the_lock(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder()
    assert run(["lock", "2023", "--data", str(root)]) == 0
    before = (root / "results/2023.yaml").read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert run(["unlock", "2023", "--reason", "thử", "--data", str(root), "--lang", "en"]) == 2
    assert "cannot write" in capsys.readouterr().err
    assert (root / "results/2023.yaml").read_bytes() == before
    assert names(root / "results") == ["2023.yaml"]


def test_a_results_folder_that_cannot_be_made_is_said(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder()
    (root / "results").write_bytes(b"")
    assert run(["lock", "2023", "--data", str(root), "--lang", "en"]) in (1, 2)
    assert capsys.readouterr().err
    assert (root / "results").read_bytes() == b""


posix = pytest.mark.skipif(os.name != "posix", reason="modes and links of a Unix")


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_of_the_file_is_kept(mode: int, tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"old")
    target.chmod(mode)
    put(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        put(tmp_path / "a.yaml", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o640


@posix
def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "real.md", tmp_path / "link.md"
    real.write_bytes(b"old")
    link.symlink_to(real)
    put(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert names(real.parent) == ["real.md"]


@posix
def test_a_lock_is_never_written_through_a_link(folder: Folder, tmp_path: Path) -> None:
    root, outside = folder(), tmp_path / "outside.txt"
    outside.write_bytes(b"mine")
    (root / "results").mkdir()
    (root / "results" / "2023.yaml").symlink_to(outside)
    assert run(["lock", "2023", "--data", str(root)]) == 1
    assert outside.read_bytes() == b"mine"


@posix
def test_a_folder_that_is_a_link_is_not_written_into(folder: Folder, tmp_path: Path) -> None:
    root, outside = folder(), tmp_path / "outside"
    outside.mkdir()
    (root / "results").symlink_to(outside)
    assert run(["lock", "2023", "--data", str(root)]) == 1
    assert names(outside) == []
