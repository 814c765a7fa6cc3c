"""The files of a data repository that are the same for every cluster, and the writing of a new repository."""

from collections.abc import Mapping
from pathlib import Path

from taybac_cluster.load.files import begin

_HERE = Path(__file__).parent / "templates"

_FILES = {
    ".editorconfig": "editorconfig",
    ".gitattributes": "gitattributes",
    ".github/workflows/data.yml": "github-workflow.yml",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".vscode/settings.json": "vscode-settings.json",
    "README.md": "README.md",
}
"""The path of each in the new repository, and its text in `templates/`."""


class FolderInUseError(Exception):
    """The folder for the new repository holds something already."""


def templates(blanks: Mapping[str, str]) -> dict[str, str]:
    """Return the files by their paths, `@NAME@` and other blanks filled in."""
    return {path: _filled((_HERE / name).read_text(encoding="utf-8"), blanks) for path, name in _FILES.items()}


def _filled(text: str, blanks: Mapping[str, str]) -> str:
    for name, value in blanks.items():
        text = text.replace(f"@{name}@", value)
    return text


def create(folder: Path, files: Mapping[str, str]) -> None:
    """Write a new repository; a folder that holds nothing but `.git` is as good as an empty one.

    Raises:
        FolderInUseError: the folder holds something else, or is no folder.
        OSError: it cannot be written to.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FolderInUseError(folder)
    if folder.exists() and any(each.name != ".git" for each in folder.iterdir()):
        raise FolderInUseError(folder)
    for path, text in files.items():
        begin(folder / path, text.encode())
