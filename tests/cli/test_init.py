"""`cluster init`: a data repository that is complete, valid as it comes, and of nobody in particular."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.conftest import Run

from taybac_cluster.load.survey import find

FILES = {
    ".editorconfig",
    ".gitattributes",
    ".github/CODEOWNERS",
    ".github/workflows/data.yml",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    "data/criteria/2025.yaml",
    "data/members.yaml",
    "data/papers.yaml",
    *(
        f".vscode/schemas/{kind}.json"
        for kind in ("appraisal", "criteria", "meeting", "members", "papers", "submission")
    ),
}
OURS = re.compile(
    "tây bắc|tay-bac|northwest|"
    "sa pa|sa-pa|hòa bình|hoa-binh|hà giang|ha-giang|yên bái|yen-bai|nghĩa lộ|nghia-lo|"
    "lai châu|lai-chau|lào cai|lao-cai|"
    "sơn la|son-la|điện biên|dien-bien|mường lay|muong-lay|tuyên quang|tuyen-quang|việt trì|viet-tri",
    re.IGNORECASE,
)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_new_repository_is_complete_and_valid_as_it_comes(run: Run, tmp_path: Path, lang: str) -> None:
    repository = tmp_path / "kho"
    assert run("init", repository, "--year", 2025, lang=lang).out == f"{repository}\n"
    assert files(repository) == FILES
    checked = run("validate", "--strict", data=repository / "data", lang=lang)
    assert checked.code == 0, checked.out


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_example_ranks_and_locks(run: Run, tmp_path: Path, lang: str) -> None:
    data = tmp_path / "kho" / "data"
    assert run("init", tmp_path / "kho", "--example", "--year", 2025, lang=lang).code == 0
    assert run("validate", "--strict", data=data).code == 0
    # Đô thị A: 30 × (7.4 − 2) ÷ 6 = 27; 30 for waste, 25 for the plan, 15 for the year's plan, 2 for the initiative
    assert "99,00" in run("rank", 2025, data=data).out
    assert run("lock", 2025, data=data).code == 0
    assert run("verify", data=data).code == 0
    owners = (tmp_path / "kho/.github/CODEOWNERS").read_text(encoding="utf-8")
    assert "\n/data/submissions/*/do-thi-a.yaml @ubnd-do-thi-a @ban-thu-ky\n" in owners


@pytest.mark.parametrize("more", [(), ("--example",)])
def test_no_word_of_another_cluster_stands_in_it(run: Run, tmp_path: Path, more: tuple[str, ...]) -> None:
    for lang in ("vi", "en"):
        assert run("init", tmp_path / lang, *more, lang=lang).code == 0
        for name in files(tmp_path / lang):
            found = OURS.findall((tmp_path / lang / name).read_text(encoding="utf-8"))
            assert not found, name


def test_what_is_said_of_the_cluster_stands_in_its_files(run: Run, tmp_path: Path) -> None:
    repository = tmp_path / "kho"
    names = (
        "--name",
        "Cụm Duyên hải: miền Trung",
        "--association",
        "Hiệp hội X",
        "--member",
        "Huế",
        "--member",
        "Đà Nẵng",
    )
    assert run("init", repository, *names, "--year", 2025).code == 0
    said = yaml.safe_load((repository / "data/members.yaml").read_text(encoding="utf-8"))
    assert said["cluster"]["id"] == "cum-duyen-hai-mien-trung"
    assert said["cluster"]["name"] == "Cụm Duyên hải: miền Trung"
    assert [(each["id"], each["name"]) for each in said["members"]] == [("hue", "Huế"), ("da-nang", "Đà Nẵng")]
    assert "Cụm Duyên hải: miền Trung" in (repository / "README.md").read_text(encoding="utf-8")
    assert run("validate", "--strict", data=repository / "data").code == 0


def test_a_folder_in_use_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kho").mkdir()
    (tmp_path / "kho" / "a.txt").write_text("a", encoding="utf-8")
    done = run("init", tmp_path / "kho")
    assert (done.code, done.out) == (2, "")
    assert files(tmp_path / "kho") == {"a.txt"}
    assert run("init", tmp_path / "kho" / "a.txt").code == 2


def test_a_repository_that_git_just_made_may_be_filled(run: Run, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path / "kho")], check=True)
    assert run("init", tmp_path / "kho").code == 0
    assert find(tmp_path / "kho") == tmp_path / "kho" / "data"


def test_two_members_of_one_name_are_refused(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "kho", "--member", "Huế", "--member", "Hue").code == 2
    assert not (tmp_path / "kho").exists()


def test_it_asks_on_a_terminal_for_what_was_not_said(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="there is no terminal of this kind here")
    ours, theirs = pty.openpty()
    os.write(ours, "Cụm Duyên hải\nHiệp hội X\nHuế, Đà Nẵng\n".encode())
    done = subprocess.run(
        [sys.executable, "-m", "taybac_cluster", "init", str(tmp_path / "kho"), "--lang", "vi"],
        stdin=theirs,
        capture_output=True,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr.decode()
    said = yaml.safe_load((tmp_path / "kho/data/members.yaml").read_text(encoding="utf-8"))
    assert said["cluster"]["association"] == "Hiệp hội X"
    assert [each["id"] for each in said["members"]] == ["hue", "da-nang"]
    assert done.stdout.decode() == f"{tmp_path / 'kho'}\n"
