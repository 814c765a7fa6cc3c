"""What many tests stand on: a data folder of a few short files, changed only where a test says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

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
