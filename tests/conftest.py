"""What many tests stand on: a data folder of a few short files, changed only where a test says so."""

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from taybac_cluster import cli
from taybac_cluster.rules.rule import Changes
from taybac_cluster.rules.sample import changed

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
"""The shipped data."""

Folder = Callable[..., Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the screens and documents anew; then review them"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Write the sample folder with changes made, and answer where it is."""

    def write(changes: Changes = ()) -> Path:
        root = tmp_path / "data"
        for name, content in changed(changes).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return write


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped data that a test may change; no year of it is locked."""
    return Path(shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("results")))


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace `old`, which stands in the file once."""
    text = (root / file).read_text("utf-8")
    assert text.count(old) == 1, f"{file} has {text.count(old)} times {old!r}"
    (root / file).write_text(text.replace(old, new), "utf-8")


class Done(NamedTuple):
    """What a command left."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - whatever the command answers
        """What it answered in JSON."""
        return json.loads(self.out)


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line as `cluster` does on a screen of 80 columns, in Vietnamese unless it says otherwise."""
    for name in ("CLUSTER_DATA", "CLUSTER_LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def typed(*arguments: object, data: Path | None = None, lang: str = "vi") -> Done:
        capsys.readouterr()
        more = ["--data", str(data)] if data is not None else []
        code = cli.run([*map(str, arguments), *more, "--lang", lang])
        return Done(code, *capsys.readouterr())

    return typed


@pytest.fixture
def cluster(run: Run) -> Run:
    """Run a command line in English, on the shipped data unless it names others."""
    return partial(run, data=DATA, lang="en")
