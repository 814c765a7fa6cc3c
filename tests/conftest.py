"""What many tests stand on: a data folder of a few short files, changed only where a test says so."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from taybac_cluster import cli
from taybac_cluster.rules.rule import Changes
from taybac_cluster.rules.sample import changed


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the screens and documents anew; then review them"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write the sample folder with changes made, and answer where it is."""

    def write(changes: Changes = ()) -> Path:
        root = tmp_path / "data"
        for name, content in changed(changes).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return write


class Done(NamedTuple):
    """What a command left."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line as `cluster` does, in Vietnamese unless it says otherwise."""
    for name in ("CLUSTER_DATA", "CLUSTER_LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def typed(*arguments: object, data: Path | None = None, lang: str = "vi") -> Done:
        capsys.readouterr()
        more = ["--data", str(data)] if data is not None else []
        code = cli.run([*map(str, arguments), *more, "--lang", lang])
        return Done(code, *capsys.readouterr())

    return typed
