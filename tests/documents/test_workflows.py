"""The action, the hooks and the pipelines: their form is checked by their makers' schemas, and what they run is run."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import ROOT, Run
from tests.rounds import read

from taybac_cluster.cli.commands import COMMANDS
from taybac_cluster.model.members import Roster
from taybac_cluster.views.starters import owners

BIN = Path(sys.executable).parent
YEAR = 2025

pytestmark = pytest.mark.skipif(os.name != "posix", reason="runners are asked for bash")
needs_diff = pytest.mark.skipif("diff" not in COMMANDS, reason="there is no cluster diff yet")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True, env=_environment()
    )
    return done.stdout


def _environment(more: Mapping[str, str] = {}) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CLUSTER_", "GITHUB_"))}
    who = {f"GIT_{role}_{part}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return {**kept, **who, **alone, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **more}


@pytest.fixture
def clone(run: Run, tmp_path: Path) -> Path:
    """A clone of a bare repository of a cluster, on a branch of its own, as a runner has it."""
    first = tmp_path / "first"
    assert run("init", first, "--example", "--year", YEAR).code == 0
    git(first, "init", "-q", "-b", "main")
    git(first, "add", "-A")
    git(first, "commit", "-qm", "first")
    git(tmp_path, "clone", "-q", "--bare", "first", "remote.git")
    git(tmp_path, "clone", "-q", "remote.git", "clone")
    git(tmp_path / "clone", "switch", "-qc", "change")
    return tmp_path / "clone"


def change(clone: Path, member: str, old: str, new: str) -> None:
    """Change a city's file in a commit."""
    path = clone / f"data/submissions/{YEAR}/{member}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    git(clone, "commit", "-qam", f"change {member}")


def bash(script: str, clone: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=clone,
        env=_environment(environment),
        capture_output=True,
        text=True,
        check=False,
    )


def steps(path: Path) -> dict[str, str]:
    """Return the scripts of an action or of the only job of a workflow, by the names of the steps."""
    found: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    said = found["runs"]["steps"] if "runs" in found else found["jobs"]["data"]["steps"]
    return {each["name"]: each["run"] for each in said if "run" in each}


@pytest.fixture(params=["action", "template"])
def scripts(request: pytest.FixtureRequest, clone: Path, tmp_path: Path) -> Mapping[str, str]:
    """The scripts of the action and of the workflow that `cluster init` writes, with the tool where they expect it."""
    (tmp_path / "cluster").mkdir()
    (tmp_path / "cluster/bin").symlink_to(BIN)
    return steps(ROOT / "action.yml" if request.param == "action" else clone / ".github/workflows/data.yml")


def settings(tmp_path: Path, base: str) -> dict[str, str]:
    return {
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "DATA": "data",
        "BASE": base,
        "LOGINS": "",
        "CHECK_OWNERS": "false",
        "CLUSTER_LANG": "vi",
    }


def test_a_fault_of_the_change_is_shown_at_its_line(scripts: Mapping[str, str], clone: Path, tmp_path: Path) -> None:
    change(clone, "do-thi-c", "5.1", "5,1")
    done = bash(scripts["Validate"], clone, **settings(tmp_path, "origin/main"))
    assert done.returncode == 1
    assert f"::error file=data/submissions/{YEAR}/do-thi-c.yaml,line=8" in done.stdout
    assert "do-thi-c.yaml" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_a_change_without_fault_passes_and_so_does_a_push(
    scripts: Mapping[str, str], clone: Path, tmp_path: Path
) -> None:
    change(clone, "do-thi-c", "5.1", "5.2")
    for base in ("origin/main", ""):
        done = bash(scripts["Validate"], clone, **settings(tmp_path, base))
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_fault_that_was_there_before_does_not_fail_another_citys_change(
    scripts: Mapping[str, str], clone: Path, tmp_path: Path
) -> None:
    git(clone, "switch", "-q", "main")
    change(clone, "do-thi-d", "4.3", "4,3")
    git(clone, "push", "-q", "origin", "main")
    git(clone, "switch", "-qC", "change")
    change(clone, "do-thi-c", "5.1", "5.2")
    done = bash(scripts["Validate"], clone, **settings(tmp_path, "origin/main"))
    assert done.returncode == 0, done.stdout + done.stderr


@needs_diff
def test_the_summary_says_what_the_change_does(scripts: Mapping[str, str], clone: Path, tmp_path: Path) -> None:
    change(clone, "do-thi-c", "5.1", "7.9")
    done = bash(scripts["What the change does to the result"], clone, **settings(tmp_path, "origin/main"))
    assert done.returncode == 0, done.stderr
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "Đô thị C" in summary or "do-thi-c" in summary


@needs_diff
def test_a_login_may_change_its_own_files_only(clone: Path, tmp_path: Path) -> None:
    (tmp_path / "cluster").mkdir()
    (tmp_path / "cluster/bin").symlink_to(BIN)
    script = steps(ROOT / "action.yml")["What the change does to the result"]
    change(clone, "do-thi-c", "5.1", "5.2")
    for logins, code in (("ubnd-do-thi-c", 0), ("ubnd-do-thi-d", 1), ("someone ubnd-do-thi-c", 0), ("ban-thu-ky", 0)):
        done = bash(script, clone, **{**settings(tmp_path, "origin/main"), "LOGINS": logins})
        assert done.returncode == code, (logins, done.stdout, done.stderr)


def test_the_gitlab_job_writes_its_reports(clone: Path) -> None:
    change(clone, "do-thi-c", "5.1", "5,1")
    found: Any = yaml.safe_load((clone / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    script = "\n".join(each for each in found["data"]["script"] if "pip install" not in each)
    base = git(clone, "rev-parse", "origin/main").strip()
    done = bash(script, clone, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CLUSTER_LANG="vi")
    assert done.returncode == 1
    assert "do-thi-c.yaml" in (clone / "gl-code-quality-report.json").read_text(encoding="utf-8")
    assert (clone / "anh-huong.md").exists()


@pytest.mark.parametrize(
    "file", [ROOT / ".pre-commit-hooks.yaml", Path(".pre-commit-config.yaml")], ids=["ours", "init"]
)
def test_the_hooks_stop_a_faulty_commit(clone: Path, file: Path) -> None:
    found: Any = yaml.safe_load((clone / file).read_text(encoding="utf-8"))
    hooks = found if isinstance(found, list) else found["repos"][0]["hooks"]
    entry = {each["id"]: each["entry"] for each in hooks}
    assert bash(shlex.join(shlex.split(entry["cluster-validate"])), clone).returncode == 0
    change(clone, "do-thi-c", "5.1", "5,1")
    assert bash(entry["cluster-validate"], clone).returncode == 1
    if "cluster-fix" in entry:
        assert bash(entry["cluster-fix"], clone).returncode == 0
        assert bash(entry["cluster-validate"], clone).returncode == 0


def test_nothing_of_the_data_is_run(clone: Path, tmp_path: Path) -> None:
    # a change brings everything that some tool would run: none of it is
    trap = f"#!/bin/sh\ntouch {tmp_path}/ran\n"
    for name in ("conftest.py", "sitecustomize.py", "setup.py", "yaml.py", "typer.py"):
        (clone / name).write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n", encoding="utf-8")
    for name in ("git", "python", "cluster", "data/git", "data/cluster"):
        (clone / name).write_text(trap, encoding="utf-8")
        (clone / name).chmod(0o755)
    (clone / ".git/hooks/post-checkout").write_text(trap, encoding="utf-8")
    change(clone, "do-thi-c", "5.1", "5.2")
    commands = ["validate --data data --changed-from origin/main", "rank 2025 --data data"]
    commands += ["diff origin/main --data data"] if "diff" in COMMANDS else []
    for command in commands:
        done = bash(f"cluster {command}", clone)
        assert done.returncode == 0, done.stderr
    assert not (tmp_path / "ran").exists()


def test_code_owners_are_the_members_maintainers() -> None:
    roster = read(
        """\
        cluster:
          id: cum
          name: Cụm
          secretariat:
            - "@thu-ky"
        members:
          - id: a
            name: A
            member:
              from: 2020-01-01
            maintainers:
              - "@a-1"
              - "@nhom/a"
          - id: b
            name: B
            member:
              from: 2020-01-01
        """,
        Roster,
        "members.yaml",
    )
    rules = [line for line in owners.text(roster, "vi").splitlines() if line and not line.startswith("#")]
    assert rules == [
        "* @thu-ky",
        "/data/submissions/*/a.yaml @a-1 @nhom/a @thu-ky",
        "/data/evidence/*/a/ @a-1 @nhom/a @thu-ky",
    ]


def checker(schema: str, *files: Path, more: tuple[str, ...] = ()) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_makers_schemas_accept_them(clone: Path) -> None:
    checker("vendor.github-actions", ROOT / "action.yml")
    checker(
        "vendor.github-workflows", *(ROOT / ".github/workflows").glob("*.yml"), clone / ".github/workflows/data.yml"
    )
    checker("vendor.gitlab-ci", clone / ".gitlab-ci.yml", more=("--data-transform", "gitlab-ci"))


def test_zizmor_finds_no_weakness(clone: Path) -> None:
    zizmor = shutil.which("zizmor", path=str(BIN))
    if zizmor is None:
        pytest.skip("zizmor is not installed")
    for folder in (ROOT, clone):
        inputs = [str(folder / name) for name in ("action.yml", ".github/workflows") if (folder / name).exists()]
        done = subprocess.run([zizmor, "--offline", *inputs], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_used_is_pinned() -> None:
    files = [ROOT / "action.yml", *(ROOT / ".github/workflows").glob("*.yml")]
    files.append(ROOT / "src/taybac_cluster/load/templates/github-workflow.yml")
    used = [
        line.split("uses:")[1].split() for file in files if file.exists() for line in _lines(file) if "uses:" in line
    ]
    assert used
    assert not [each for each in used if each[0] != "./" and len(each[0].rpartition("@")[2]) != 40]


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()
