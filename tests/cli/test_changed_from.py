"""`cluster validate --changed-from REF`: what the change brought fails, in whichever file; the rest is only shown."""

import json
from pathlib import Path

import pytest
from tests.conftest import Folder
from tests.gits import commit, git

from taybac_cluster.cli import run
from taybac_cluster.load.changes import changed

FAULTY = "member: sa-pa\nyear: 1_000\n"
HERE, THERE = "submissions/2023/sa-pa.yaml", "submissions/2023/lao-cai.yaml"


@pytest.fixture
def repository(folder: Folder) -> Path:
    """The sample folder as `data` in a repository with one commit on main, on a branch `change`."""
    data = folder()
    top = data.parent
    git(top, "init", "-q", "-b", "main")
    commit(top, "the sample")
    git(top, "switch", "-q", "-c", "change")
    return data


def judged(data: Path, capsys: pytest.CaptureFixture[str], ref: str = "main") -> tuple[int, list[tuple[str, bool]]]:
    code = run(["validate", "--data", str(data), "--format", "json", "--changed-from", ref])
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    return code, [(each["file"], each["in_change"]) for each in found if each["severity"] == "error"]


def test_a_fault_in_a_changed_file_fails(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / HERE).write_text(FAULTY, "utf-8")
    commit(repository)
    code, found = judged(repository, capsys)
    assert code == 1
    assert set(found) == {(HERE, True)}


def test_a_fault_elsewhere_is_shown_below_a_line_and_does_not_fail(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "switch", "-q", "main")
    (repository / THERE).write_text(FAULTY.replace("sa-pa", "lao-cai"), "utf-8")
    commit(repository, "a fault that was there before")
    git(repository, "switch", "-q", "change")
    git(repository, "rebase", "-q", "main")
    (repository / HERE).write_text((repository / HERE).read_text("utf-8") + "note: thêm\n", "utf-8")
    commit(repository)
    code, found = judged(repository, capsys)
    assert code == 0
    assert set(found) == {(THERE, False)}
    assert run(["validate", "--data", str(repository), "--changed-from", "main", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert out.index("There before this change") < out.index(THERE)


def test_a_change_that_breaks_another_file_fails(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    criteria = repository / "criteria/2023.yaml"
    criteria.write_text(criteria.read_text("utf-8").replace("id: van-ban\n", "id: so-van-ban\n"), "utf-8")
    commit(repository)
    code, found = judged(repository, capsys)
    assert code == 1
    assert {(file, brought) for file, brought in found} >= {(HERE, True), (THERE, True)}


def test_a_deleted_file_that_others_need_fails(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "criteria/2023.yaml").unlink()
    code, found = judged(repository, capsys)
    assert code == 1
    assert all(brought for _, brought in found)


def test_a_fault_that_only_moved_was_there_before(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / HERE).write_text(FAULTY, "utf-8")
    commit(repository)
    git(repository, "branch", "-f", "main")
    (repository / HERE).write_text("# lời dẫn\n" + FAULTY, "utf-8")
    code, found = judged(repository, capsys)
    assert code == 0
    assert set(found) == {(HERE, False)}
    (repository / HERE).write_text(FAULTY + "status: minh họa\n", "utf-8")
    assert judged(repository, capsys)[0] == 1


def test_what_main_did_in_the_meantime_is_not_the_changes(repository: Path) -> None:
    git(repository, "switch", "-q", "main")
    (repository / THERE).write_text("x: 1\n", "utf-8")
    commit(repository)
    git(repository, "switch", "-q", "change")
    (repository / HERE).write_text("x: 1\n", "utf-8")
    commit(repository)
    assert changed(str(repository), "main") == {HERE}


def test_added_changed_deleted_and_both_names_of_a_rename_count(repository: Path) -> None:
    (repository / "submissions/2023/yen-bai.yaml").write_text("x: 1\n", "utf-8")
    (repository / HERE).write_text("x: 1\n", "utf-8")
    (repository / "appraisals/2023/sa-pa.yaml").unlink()
    (repository / "meetings/2023.yaml").rename(repository / "meetings/2024.yaml")
    commit(repository)
    assert changed(str(repository), "main") == {
        "submissions/2023/yen-bai.yaml",
        HERE,
        "appraisals/2023/sa-pa.yaml",
        "meetings/2023.yaml",
        "meetings/2024.yaml",
    }


def test_what_is_not_committed_counts_too_staged_or_not_or_new(repository: Path) -> None:
    (repository / HERE).write_text("x: 1\n", "utf-8")
    git(repository, "add", HERE)
    (repository / THERE).write_text("x: 1\n", "utf-8")
    (repository / "submissions/2023/a b\nc“.yaml").write_text("x: 1\n", "utf-8")
    assert changed(str(repository), "main") == {HERE, THERE, "submissions/2023/a b\nc“.yaml"}


def test_files_outside_the_data_folder_do_not_count(repository: Path) -> None:
    (repository.parent / "README.md").write_text("x\n", "utf-8")
    commit(repository.parent)
    assert changed(str(repository), "main") == frozenset()


def test_it_works_where_git_calls_a_hook(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    (repository / HERE).write_text("x: 1\n", "utf-8")
    assert changed(str(repository), "main") == {HERE}


@pytest.mark.parametrize(
    "ref",
    [
        pytest.param("no-such-branch", id="unknown"),
        pytest.param("--output=forged", id="an option"),
        pytest.param("-h", id="a short option"),
        pytest.param("main; touch forged", id="a command"),
        pytest.param("", id="nothing"),
        pytest.param(":/", id="a search that names no commit here"),
    ],
)
def test_a_ref_that_git_does_not_know_is_wrong_usage(
    ref: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if ref == ":/":
        ref = ":/no commit says this"
    assert run(["validate", "--data", str(repository), f"--changed-from={ref}"]) == 2
    assert ref in capsys.readouterr().err
    assert not list(repository.parent.rglob("forged"))


def test_a_folder_in_no_repository_is_wrong_usage(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = folder()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(data.parent.parent))
    assert run(["validate", "--data", str(data), "--changed-from", "main", "--lang", "en"]) == 2
    assert "no git repository" in capsys.readouterr().err


def test_a_machine_without_git_is_reported(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert run(["validate", "--data", str(repository), "--changed-from", "main", "--lang", "en"]) == 2
    assert "git was not found" in capsys.readouterr().err


def test_a_shallow_clone_is_refused_with_what_to_fetch(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / HERE).write_text("x: 1\n", "utf-8")
    commit(repository)
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", repository.parent.as_uri(), "clone")
    clone = tmp_path / "clone" / "data"
    assert run(["validate", "--data", str(clone), "--changed-from", "origin/main", "--lang", "en"]) == 2
    assert "fetch-depth: 0" in capsys.readouterr().err
