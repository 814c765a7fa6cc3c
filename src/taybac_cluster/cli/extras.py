"""The optional parts of an installation: what each needs, whether it is there, and the line that installs it."""

from collections.abc import Iterable
from importlib.util import find_spec

from taybac_cluster import __version__

EXTRAS = {"office": ("docx", "xlsxwriter", "openpyxl"), "pdf": ("typst",), "stability": ("numpy",)}
"""The modules that each extra brings."""


def missing(extra: str | None) -> bool:
    """Whether an optional part is not installed."""
    return extra is not None and not all(map(find_spec, EXTRAS[extra]))


def version() -> str:
    """Return the version, and the extras that are there."""
    there = ", ".join(extra for extra in EXTRAS if not missing(extra))
    return f"cluster {__version__}" + (f" ({there})" if there else "") + "\n"


def install(extras: Iterable[str]) -> str:
    """Return the line that installs optional parts."""
    return f'pip install "taybac-cluster[{",".join(extras)}]"'
