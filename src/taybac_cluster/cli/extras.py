"""The optional parts of an installation: what each needs, whether it is there, and the line that installs it."""

from collections.abc import Iterable
from importlib.util import find_spec

EXTRAS = {"office": ("docx", "xlsxwriter", "openpyxl"), "pdf": ("typst",), "stability": ("numpy",)}
"""The modules that each extra brings."""


def missing(extra: str | None) -> bool:
    """Whether an optional part is not installed."""
    return extra is not None and not all(map(find_spec, EXTRAS[extra]))


def install(extras: Iterable[str]) -> str:
    """Return the line that installs optional parts."""
    return f'pip install "taybac-cluster[{",".join(extras)}]"'
