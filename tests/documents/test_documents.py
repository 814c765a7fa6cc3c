"""What the documents show is what the screen shows; `pytest --update-golden` writes it anew."""

import os
import re
import subprocess
import sys

import pytest
from tests.conftest import ROOT

from taybac_cluster.cli.commands import COMMANDS

DOCUMENTS = ("README.md", "README.vi.md")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def screen(command: str) -> str:
    """Run a line of a document as its reader would, on a terminal of 80 columns."""
    name, *words = command.split()
    assert name == "cluster"
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
    environment.pop("CLUSTER_LANG", None)
    environment.pop("CLUSTER_DATA", None)
    run = subprocess.run(
        [sys.executable, "-m", "taybac_cluster", *words], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    return (run.stdout + run.stderr).decode()


def blocks(name: str) -> list[str]:
    return BLOCK.findall((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_readme_shows_what_the_screen_shows(name: str, request: pytest.FixtureRequest) -> None:
    typed = {block: block.splitlines()[0] for block in blocks(name)}
    shown = {block: f"{command}\n{screen(command.removeprefix('$ '))}" for block, command in typed.items()}
    assert len(shown) >= 4
    if request.config.getoption("--update-golden"):
        text = (ROOT / name).read_text("utf-8")
        for old, new in shown.items():
            text = text.replace(f"```console\n{old}```", f"```console\n{new}```")
        (ROOT / name).write_text(text, "utf-8")
        return
    for old, new in shown.items():
        assert old == new


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_readme_names_every_command(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    missing = [command for command in COMMANDS if f"cluster {command}" not in text and f"`{command}`" not in text]
    assert not missing


@pytest.mark.parametrize("name", [*DOCUMENTS, "ARCHITECTURE.md", "DECISIONS.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_link_of_a_document_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", (ROOT / name).read_text("utf-8"))
    gone = [link for link in links if "://" not in link and not (ROOT / link).exists()]
    assert not gone


def test_the_architecture_names_every_package() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    source = ROOT / "src" / "taybac_cluster"
    if not source.exists():
        pytest.skip("the source is gone: only the wheel is tested")
    packages = [each.name for each in source.iterdir() if each.is_dir() and not each.name.startswith("_")]
    assert not [each for each in packages if f"`{each}/`" not in text]


def test_no_document_names_a_machine() -> None:
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    words = re.compile(r"\.\./shared|/(?:work|farm|tmp)/|pypi\.org|registry\.npmjs")
    found = [
        name
        for name in names
        if (ROOT / name).is_file() and words.search((ROOT / name).read_bytes().decode("utf-8", "replace"))
    ]
    assert [name for name in found if not name.startswith((".ci/", "tests/"))] == []
