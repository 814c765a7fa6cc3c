"""`cluster diff`: what a change does to the results, and who may change which file, on real repositories."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Done, Folder, Run, edit
from tests.gits import commit, git

from taybac_cluster.load.changes import differences
from taybac_cluster.load.git import repository

SA_PA, LAO_CAI = "submissions/2023/sa-pa.yaml", "submissions/2023/lao-cai.yaml"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and modes of files")


@pytest.fixture
def data(folder: Folder) -> Path:
    """The sample folder with owners, as `data` in a repository whose only commit is on main."""
    root = folder()
    edit(root, "members.yaml", "  name: Cụm mẫu\n", '  name: Cụm mẫu\n  secretariat: ["@Thu-Ky"]\n')
    edit(root, "members.yaml", "    name: Sa Pa\n", '    name: Sa Pa\n    maintainers: ["@UBND-Sa-Pa"]\n')
    edit(root, "members.yaml", "    name: Lào Cai\n", '    name: Lào Cai\n    maintainers: ["@lao-cai"]\n')
    git(root.parent, "init", "-q", "-b", "main")
    commit(root.parent, "the sample")
    return root


@pytest.fixture
def diffed(run: Run, data: Path) -> Callable[..., tuple[int, Any]]:
    def typed(ref: str = "HEAD", *arguments: str) -> tuple[int, Any]:
        done = run("diff", ref, "--format", "json", *arguments, data=data)
        return done.code, json.loads(done.out)

    return typed


Diffed = Callable[..., tuple[int, Any]]


def files(answer: Any) -> list[tuple[str, str, list[str], bool | None]]:  # noqa: ANN401 - JSON
    return [(each["file"], each["change"], each["owners"], each["allowed"]) for each in answer["files"]]


def test_nothing_changed_has_no_effect(diffed: Diffed, data: Path) -> None:
    code, answer = diffed()
    assert code == 0
    assert answer == {"base": git(data, "rev-parse", "HEAD").strip(), "effect": False, "years": [], "files": []}


def test_a_changed_number_is_shown_with_its_points_and_totals(diffed: Diffed, data: Path) -> None:
    # cay-xanh: worst 2, best 10, 40 points. 7.2 gives 5.2 / 8 · 40 = 26, and 8 gives 6 / 8 · 40 = 30.
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    code, answer = diffed()
    assert code == 0
    assert answer["effect"]
    [year] = answer["years"]
    assert (year["year"], year["faults"], year["next"][0] == year["next"][1]) == (2023, [0, 0], True)
    sa_pa = next(each for each in year["members"] if each["member"] == "sa-pa")
    assert sa_pa["changes"] == [{"id": "cay-xanh", "value": [7.2, 8], "points": [26.0, 30.0]}]
    assert round(sa_pa["total"][1] - sa_pa["total"][0], 2) == 4
    assert files(answer) == [(SA_PA, "modified", ["@UBND-Sa-Pa"], None)]


def test_a_comment_has_no_effect(run: Run, data: Path) -> None:
    (data / SA_PA).write_text((data / SA_PA).read_text("utf-8") + "# ghi chú\n", "utf-8")
    done = run("diff", "HEAD", data=data)
    assert (done.code, "Không ảnh hưởng đến kết quả nào." in done.out) == (0, True)
    assert "No effect on any result." in run("diff", "HEAD", "--format", "md", data=data, lang="en").out


def test_a_gate_a_blank_a_bonus_and_another_word_of_the_panel_are_changes(diffed: Diffed, data: Path) -> None:
    edit(data, SA_PA, "  khong-o-nhiem: true", "  khong-o-nhiem: false")
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: ___\n")
    _, answer = diffed()
    [sa_pa] = [each for each in answer["years"][0]["members"] if each["member"] == "sa-pa"]
    changes = {each["id"]: each for each in sa_pa["changes"]}
    assert changes["khong-o-nhiem"] == {"id": "khong-o-nhiem", "value": [True, False], "points": [None, None]}
    assert changes["cay-xanh"]["value"] == [7.2, "missing"]


def test_a_year_that_cannot_be_ranked_any_more_is_null_there_and_exits_with_1(diffed: Diffed, data: Path) -> None:
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 7,2\n")
    code, answer = diffed()
    [year] = answer["years"]
    assert (code, year["faults"], year["nominations"][1], year["doubts"][1]) == (1, [0, 1], None, None)
    assert all(each["rank"][1] is None and not each["nominated"][1] for each in year["members"])


def test_the_errors_after_a_change_are_named(run: Run, data: Path) -> None:
    edit(data, SA_PA, "  cay-xanh: 7.2\n  van-ban: 4\n", "  cay-xanh: 7,2\n  van-ban: 4,5\n")
    assert "2 errors: R113 decimal-comma ×2;" in run("diff", "HEAD", data=data, lang="en").out


def test_a_year_that_is_new_is_null_before(diffed: Diffed, data: Path) -> None:
    text = (data / "criteria/2023.yaml").read_text("utf-8").replace("2023", "2024")
    (data / "criteria/2024.yaml").write_text(text, "utf-8")
    code, answer = diffed("HEAD", "--year", "2024")
    assert code == 0
    [year] = answer["years"]
    assert (year["year"], year["nominations"]) == (2024, [None, []])


def test_only_the_year_that_was_asked_for_is_compared(diffed: Diffed, data: Path) -> None:
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    assert diffed("HEAD", "--year", "2022")[1]["years"] == []


def test_two_commits_are_compared_from_where_they_parted_without_touching_the_files(diffed: Diffed, data: Path) -> None:
    git(data, "switch", "-q", "-c", "change")
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    commit(data.parent)
    git(data, "switch", "-q", "main")
    edit(data, LAO_CAI, "submitted_on: 2023-09-", "submitted_on: 2023-08-")
    commit(data.parent)
    parted = git(data, "merge-base", "main", "change").strip()
    edit(data, LAO_CAI, "member: lao-cai", "member: no-such")  # not committed: no part of either
    code, answer = diffed("main...change")
    assert (code, answer["base"]) == (0, parted)
    assert [each["file"] for each in answer["files"]] == [SA_PA]
    assert diffed("...change")[1]["files"] == answer["files"]


def test_a_base_with_changes_of_its_own_is_said_to_show_them_in_reverse(run: Run, data: Path) -> None:
    git(data, "switch", "-q", "-c", "change")
    git(data, "switch", "-q", "main")
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    commit(data.parent)
    git(data, "switch", "-q", "change")
    assert "main...HEAD" in run("diff", "main", data=data).out
    assert "HEAD" not in run("diff", "main...change", data=data).out


@pytest.mark.parametrize(
    ("login", "allowed"),
    [
        pytest.param("ubnd-sa-pa", True, id="its maintainer, without case and sign"),
        pytest.param("@UBND-SA-PA", True, id="its maintainer, with the sign"),
        pytest.param("THU-KY", True, id="the secretariat"),
        pytest.param("lao-cai", False, id="another city"),
        pytest.param("ubnd-sa-pа", False, id="a Cyrillic letter that looks alike"),
        pytest.param("thu-\u212ay", False, id="the Kelvin sign, which is a small k in lower case"),
        pytest.param("", False, id="nobody"),
        pytest.param("@", False, id="a bare sign"),
    ],
)
def test_a_city_and_the_secretariat_may_change_a_city_s_submission(
    login: str, allowed: bool, diffed: Diffed, data: Path
) -> None:
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    code, answer = diffed("HEAD", "--as", login)
    assert (code, files(answer)[0][3]) == (0 if allowed else 1, allowed)


def test_one_of_several_logins_is_enough(diffed: Diffed, data: Path) -> None:
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    assert diffed("HEAD", "--as", "nobody", "--as", "ubnd-sa-pa")[0] == 0


def test_that_the_secretariat_may_change_every_file_is_said(run: Run, data: Path) -> None:
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    assert "thư ký, được sửa mọi tệp" in run("diff", "HEAD", "--as", "thu-ky", data=data).out
    assert "thư ký" not in run("diff", "HEAD", "--as", "ubnd-sa-pa", data=data).out


def rename(data: Path) -> None:
    git(data, "mv", SA_PA, "submissions/2023/yen-bai.yaml")


def rename_unknown_to_git(data: Path) -> None:
    (data / LAO_CAI).rename(data / "submissions/2023/sa-pa-2.yaml")


def another_case(data: Path) -> None:
    git(data, "mv", SA_PA, "submissions/2023/Sa-Pa.yaml")


def look_alike(data: Path) -> None:
    (data / "submissions/2023/sа-pa.yaml").write_text("member: sa-pa\n", "utf-8")


def own_the_file(data: Path) -> None:
    edit(data, "members.yaml", '["@lao-cai"]', '["@lao-cai", "@ubnd-sa-pa"]')
    edit(data, LAO_CAI, "member: lao-cai\n", "member: lao-cai\nnote: x\n")


def empty_the_owners(data: Path) -> None:
    edit(data, "members.yaml", '["@lao-cai"]', "[]")
    edit(data, LAO_CAI, "member: lao-cai\n", "member: lao-cai\nnote: x\n")


def the_criteria(data: Path) -> None:
    edit(data, "criteria/2023.yaml", "year: 2023\n", "year: 2023\nnote: x\n")


def outside(data: Path) -> None:
    (data.parent / ".github").mkdir()
    (data.parent / ".github/run.yml").write_text("x\n", "utf-8")


def of_a_locked_year(data: Path) -> None:
    (data / "results").mkdir()
    (data / "results/2023.yaml").write_text("state: locked\n", "utf-8")
    commit(data.parent)
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")


def delete_another_s(data: Path) -> None:
    (data / LAO_CAI).unlink()


def a_year_in_other_digits(data: Path) -> None:
    (data / "submissions/２０２３").mkdir()
    (data / "submissions/２０２３/sa-pa.yaml").write_text("x\n", "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        rename, rename_unknown_to_git, another_case, look_alike, own_the_file, empty_the_owners, the_criteria, outside,
        of_a_locked_year, delete_another_s, a_year_in_other_digits,
    ],
)  # fmt: skip
def test_a_city_may_not(change: Callable[[Path], None], diffed: Diffed, data: Path) -> None:
    change(data)
    code, answer = diffed("HEAD", "--as", "ubnd-sa-pa")
    assert code == 1
    assert any(each["allowed"] is False for each in answer["files"])


def test_a_rename_is_allowed_only_if_both_paths_are(diffed: Diffed, data: Path) -> None:
    rename(data)
    [file] = diffed("HEAD", "--as", "ubnd-sa-pa")[1]["files"]
    assert (file["change"], file["from"], file["file"]) == ("renamed", SA_PA, "submissions/2023/yen-bai.yaml")
    assert not file["allowed"]
    rename_unknown_to_git(data)
    found = {each["file"]: each for each in diffed()[1]["files"]}
    assert found["submissions/2023/sa-pa-2.yaml"]["from"] == LAO_CAI


def test_evidence_of_a_city_is_the_city_s(diffed: Diffed, data: Path) -> None:
    path = data / "evidence/2023/sa-pa/thư mục/ảnh 1.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")
    code, answer = diffed("HEAD", "--as", "ubnd-sa-pa")
    assert code == 0
    assert ("evidence/2023/sa-pa/thư mục/ảnh 1.pdf", "added", ["@UBND-Sa-Pa"], True) in files(answer)


def test_without_a_secretariat_at_the_base_the_rest_is_nobody_s(diffed: Diffed, data: Path) -> None:
    edit(data, "members.yaml", '  secretariat: ["@Thu-Ky"]\n', "")
    commit(data.parent)
    edit(data, "members.yaml", "  name: Cụm mẫu\n", "  name: Cụm mẫu\n  secretariat: [me]\n")
    code, answer = diffed("HEAD", "--as", "me", "--as", "thu-ky")
    assert (code, files(answer)) == (1, [("members.yaml", "modified", [], False)])


@POSIX
def test_links_submodules_and_modes_are_nobody_s(diffed: Diffed, data: Path) -> None:
    secret = Path("/etc/hostname")
    (data / SA_PA).unlink()
    (data / SA_PA).symlink_to(secret)
    (data / LAO_CAI).chmod(0o755)
    (data / "evidence/2023/sa-pa").mkdir(parents=True)
    (data / "evidence/2023/sa-pa/x.pdf").symlink_to(secret)
    module = data / "evidence/2023/sa-pa/kho"
    git(data, "init", "-q", str(module))
    commit(module)
    expected: list[tuple[str, str, list[str], bool | None]] = [
        ("evidence/2023/sa-pa/kho", "added", [], False),
        ("evidence/2023/sa-pa/x.pdf", "added", [], False),
        (LAO_CAI, "mode", [], False),
        (SA_PA, "type", [], False),
    ]
    logins = ("--as", "thu-ky", "--as", "ubnd-sa-pa", "--as", "lao-cai")
    code, answer = diffed("HEAD", *logins)
    assert (code, files(answer)) == (1, expected)
    commit(data.parent)
    code, answer = diffed("HEAD~1...HEAD", *logins)
    assert (code, files(answer)) == (1, expected)
    assert answer["years"][0]["faults"][1] > 0


@pytest.mark.parametrize("name", ["a b.yaml", "a\nb.yaml", 'a"b.yaml', "Mường Lay.yaml", "\x1b[2J.yaml", "'$(x)'.yaml"])
def test_odd_names_of_files_are_read_and_shown(name: str, diffed: Diffed, data: Path, run: Run) -> None:
    (data / "submissions/2023" / name).write_text("x\n", "utf-8")
    commit(data.parent)
    for ref in ("HEAD~1", "HEAD~1...HEAD"):
        assert [each["file"] for each in diffed(ref)[1]["files"]] == [f"submissions/2023/{name}"]
    shown = run("diff", "HEAD~1", data=data).out
    assert "\x1b" not in shown
    assert "a\nb" not in shown


@POSIX
def test_a_name_that_is_no_text_is_shown_and_read(data: Path, run: Run) -> None:
    (data / "evidence/2023").mkdir(parents=True, exist_ok=True)
    (data / os.fsdecode(b"evidence/2023/\xff.pdf")).write_bytes(b"x")
    commit(data.parent)
    for form in ("md", "table"):
        assert "udcff.pdf" in run("diff", "HEAD~1...HEAD", "--format", form, data=data).out
    assert json.loads(run("diff", "HEAD~1...HEAD", "--format", "json", data=data).out)["files"]


@POSIX
def test_a_commit_that_leads_out_of_its_folder_writes_nothing_there(data: Path, run: Run, tmp_path: Path) -> None:
    """Git itself never makes such a tree."""
    blob = git(data, "hash-object", "-w", "members.yaml").strip()
    inner = made(data, tmp_path, b"100644 forged.yaml\0" + bytes.fromhex(blob))
    out = made(data, tmp_path, b"40000 ..\0" + bytes.fromhex(inner))
    whole = made(data, tmp_path, b"40000 data\0" + bytes.fromhex(out))
    head = git(data, "commit-tree", "-m", "x", "-p", "HEAD", whole).strip()
    assert run("diff", f"HEAD...{head}", data=data).code in (1, 2)
    assert not (Path(tempfile.gettempdir()) / "forged.yaml").exists()


def made(data: Path, tmp_path: Path, content: bytes) -> str:
    path = tmp_path / "object"
    path.write_bytes(content)
    return git(data, "hash-object", "-w", "-t", "tree", "--literally", str(path)).strip()


def test_nothing_of_the_repository_is_run(diffed: Diffed, data: Path) -> None:
    trap = data.parent / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {data.parent}/caught\n", "utf-8")
    trap.chmod(0o755)
    filters = ("filter.x.clean", "filter.y.z.process")
    for setting in ("core.fsmonitor", "diff.external", "diff.x.textconv", "diff.x.command", *filters):
        git(data, "config", setting, str(trap))
    git(data, "config", "filter.x.required", "true")
    (data.parent / ".gitattributes").write_text("*.yaml diff=x filter=x\nmembers.yaml filter=y.z\n", "utf-8")
    hooks = data.parent / ".git/hooks"
    for hook in ("post-checkout", "post-index-change", "fsmonitor-watchman"):
        (hooks / hook).write_bytes(trap.read_bytes())
        (hooks / hook).chmod(0o755)
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    edit(data, "members.yaml", "Cụm mẫu", "Cụm khác")
    code, answer = diffed()
    assert code == 0
    assert {"members.yaml", SA_PA} <= {each["file"] for each in answer["files"]}
    assert diffed("HEAD...HEAD")[0] == 0
    assert not (data.parent / "caught").exists()


@pytest.mark.skipif(sys.platform != "win32", reason="only there the current folder holds commands")
def test_a_program_in_the_repository_is_not_taken_for_git(
    diffed: Diffed, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data.parent / "git.exe").write_bytes(Path(sys.executable).read_bytes())
    monkeypatch.chdir(data.parent)
    assert diffed()[0] == 0


def test_a_filter_whose_name_no_option_can_hold_is_refused(data: Path, run: Run) -> None:
    git(data, "config", "filter.a=b.clean", "cat")
    done = run("diff", "HEAD", data=data)
    assert (done.code, "filter.a=b" in done.err) == (2, True)


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(("update-index", "--assume-unchanged", "data/" + SA_PA), id="taken for unchanged"),
        pytest.param(("update-index", "--skip-worktree", "data/" + SA_PA), id="left out of the work tree"),
        pytest.param(("config", "diff.orderFile", "no-such-file"), id="an order that is not there"),
        pytest.param(("rm", "-q", "--cached", "data/" + SA_PA), id="no longer known, and ignored"),
    ],
)
def test_no_setting_hides_a_changed_file(settings: tuple[str, ...], diffed: Diffed, data: Path) -> None:
    git(data.parent, *settings)
    (data.parent / ".git/info/exclude").write_text("*.yaml\n", "utf-8")
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    _, answer = diffed()
    assert [(each["file"], each["change"]) for each in answer["files"]] == [(SA_PA, "modified")]


def test_ten_thousand_renamed_files_take_no_time(data: Path) -> None:
    old, new = data / "evidence/2023/sa-pa", data / "evidence/2023/lao-cai"
    old.mkdir(parents=True)
    for number in range(10_000):
        (old / f"{number}.txt").write_text(str(number % 5_000), "utf-8")
    base = commit(data.parent)
    old.rename(new)
    started = time.process_time()
    found = differences(repository(str(data)), base)
    assert {each.kind for each in found} == {"renamed"}
    assert len({each.before for each in found}) == len({each.path for each in found}) == 10_000
    assert time.process_time() - started < 1


def test_a_large_new_file_is_not_read(diffed: Diffed, data: Path) -> None:
    large = data / "evidence/2023/sa-pa/film.mp4"
    large.parent.mkdir(parents=True)
    with large.open("wb") as file:
        file.truncate(1 << 40)
    assert ("evidence/2023/sa-pa/film.mp4", "added") in [
        (each["file"], each["change"]) for each in diffed()[1]["files"]
    ]


def test_where_git_cannot_list_the_changes_nothing_is_said_of_them(data: Path, run: Run) -> None:
    (data.parent / ".git/index").write_bytes(b"DIRC, and nothing of use")
    assert run("diff", "HEAD", data=data).code == 2


def test_the_base_is_read_without_being_checked_out(diffed: Diffed, data: Path) -> None:
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    status = git(data, "status", "--porcelain")
    diffed()
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before
    assert git(data, "status", "--porcelain") == status


@pytest.mark.parametrize(
    "ref", ["no-such", "--output=forged", "", "no-such...HEAD", "HEAD...no-such", "HEAD; touch forged"]
)
def test_a_ref_that_git_does_not_know_cannot_be_compared(ref: str, data: Path, run: Run) -> None:
    done = run("diff", "--data", str(data), "--", ref)
    assert (done.code, done.out) == (2, "")
    assert not list(data.parent.rglob("forged"))


def test_a_shallow_clone_is_refused_with_what_to_fetch(data: Path, run: Run, tmp_path: Path) -> None:
    git(data, "switch", "-q", "-c", "change")
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    commit(data.parent)
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", data.parent.as_uri(), "clone")
    done: Done = run("diff", "origin/main...HEAD", data=tmp_path / "clone" / "data")
    assert done.code == 2
    assert "fetch-depth: 0" in done.err


def test_a_data_folder_that_is_the_whole_repository_has_no_paths_outside(data: Path, run: Run) -> None:
    (data.parent / ".git").rename(data / ".git")
    commit(data, "moved")
    edit(data, SA_PA, "  cay-xanh: 7.2\n", "  cay-xanh: 8\n")
    done = run("diff", "HEAD", "--format", "json", "--as", "ubnd-sa-pa", data=data)
    assert (done.code, files(json.loads(done.out))) == (0, [(SA_PA, "modified", ["@UBND-Sa-Pa"], True)])
