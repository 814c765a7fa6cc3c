"""Which files of the data folder a run is about: those that were named, those of a year."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from taybac_cluster.cli.language import say
from taybac_cluster.cli.output import fail, named
from taybac_cluster.model.cluster import of_year

Wanted = Callable[[str], bool]


def folder_of(data: Path | None, paths: Sequence[Path]) -> Path | None:
    """Return the data folder that was named, else the one in which the first path lies; None leaves it to be found."""
    if data is not None or not paths:
        return data
    path = _absolute(paths[0])
    folders = (path, *path.parents)
    # Path.is_file raises where a name is too long
    return next((each for each in folders if os.path.isfile(each / "members.yaml")), None)  # noqa: PTH113


def wanted(root: Path, paths: Sequence[Path], year: int | None, known: Sequence[str]) -> Wanted:
    """Return whether a file, by its path in the data folder, is one that a run is about; `known` are those there are.

    Exits with 2 where that would be none: nothing checked is never success.
    """
    places = [_inside(root, path) for path in paths]
    for path, place in zip(paths, places, strict=True):
        if not any(_under(file, place) for file in known):
            fail(say(f"không có tệp dữ liệu nào ở {named(path)}", f"there is no data file at {named(path)}"), 2)
    if year is not None and not any("/" in file and _year(file) == str(year) for file in known):
        years = ", ".join(sorted({each for file in known if "/" in file and (each := _year(file)).isdigit()}))
        fail(
            say(
                f"không có tệp nào của năm {year}; các năm có: {years}",
                f"there are no files of {year}; the years there are: {years}",
            ),
            2,
        )

    def is_wanted(file: str) -> bool:
        return (not places or any(_under(file, place) for place in places)) and (year is None or of_year(file, year))

    return is_wanted


def _inside(root: Path, path: Path) -> str:
    """Return a path as seen from the data folder; one that lies elsewhere, or is not there, is a mistake."""
    here, base = _absolute(path), _absolute(root)
    if not os.path.lexists(here) and not path.is_absolute():
        here = base / path
    if not os.path.lexists(here):
        fail(say(f"không có {named(path)}", f"there is no {named(path)}"), 2)
    if here != base and base not in here.parents:
        shown, folder = named(path), named(root)
        fail(say(f"{shown} không nằm trong thư mục dữ liệu {folder}", f"{shown} is not in the data folder {folder}"), 2)
    return "" if here == base else here.relative_to(base).as_posix()


def _absolute(path: Path) -> Path:
    """Return where a path leads, the last step not followed: a link in the data is a fault of its own."""
    try:
        return path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
    except OSError as error:  # the working folder is gone
        fail(f"{named(path)}: {error.strerror}", 2)


def _under(file: str, place: str) -> bool:
    return not place or file == place or file.startswith(f"{place}/") or place.startswith(f"{file}/")


def _year(file: str) -> str:
    return file.split("/")[1].removesuffix(".yaml")
