"""The files of a dossier by kind, each rendered when it is asked for, and the extras that they need."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from taybac_cluster import pipeline
from taybac_cluster.cli.extras import install, missing
from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.output import fail, named, no_such, tell, unwritable
from taybac_cluster.pipeline.dossier import papers_of
from taybac_cluster.views.papers.blocks import Paper
from taybac_cluster.views.papers.dossier import blanks, papers
from taybac_cluster.views.papers.office import STEMS, Source
from taybac_cluster.views.site.blocks import Site
from taybac_cluster.views.words import plural

KINDS = ("proposal", "minutes", "scores", "hosting", "notice", "doubts", "scorebook", "page", "data")
Render = Callable[[], bytes]
Step = Callable[[int, int], None]
DOING = ("đang soạn hồ sơ", "making the dossier")
_SAY_WHAT_IT_WOULD_TAKE = {"notice", "scorebook", "page"}


class File(NamedTuple):
    """One file of the dossier: its kind, its name, the extra that its writer needs, and the writer."""

    kind: str
    name: str
    extra: str | None
    render: Render


def source_of(root: Path, year: int) -> Source:
    """Return the result of a year with the papers file, the lock and what must be known before signing.

    Raises:
        Refusal: the year cannot be ranked, or the papers file has an error.
    """
    result, found = pipeline.ranked(root, year, warnings=True)
    return Source(result, papers_of(root, found), *pipeline.behind(found, result))


def names(kind: str) -> tuple[str, ...]:
    """Return the names that the files of a kind have; of the notices, their folder."""
    if kind == "notice":
        return (f"{STEMS['notice']}/",)
    if kind == "scorebook":
        return ("so-diem.xlsx",)
    if kind == "page":
        return ("ket-qua.html", "ket-qua.en.html", "index.html")
    if kind == "data":
        return ("ket-qua.json", "ket-qua.csv")
    stem = STEMS[kind]  # type: ignore[index]
    return (f"{stem}.docx", f"{stem}.pdf")


def files(source: Source, kinds: tuple[str, ...], folder: Path, step: Step) -> tuple[list[File], list[str]]:
    """Return every file of the kinds that were asked for, and what is left blank in them."""
    if _SAY_WHAT_IT_WOULD_TAKE & set(kinds):
        for at, each in enumerate(source.result.placed):
            step(at, len(source.result.placed))
            source.chances(each.member)
    made = papers(source, kinds, step)
    found = [each for paper in made for each in _paper(paper)]
    if "scorebook" in kinds:
        found.append(File("scorebook", "so-diem.xlsx", "office", lambda: _scorebook(source)))
    if "page" in kinds:
        found += _pages(source, folder)
    if "data" in kinds:
        found += _data(source)
    return found, blanks(made)


def _paper(paper: Paper) -> Iterator[File]:
    def word() -> bytes:
        from taybac_cluster.export.docx import render

        return render(paper)

    def pdf() -> bytes:
        from taybac_cluster.export.typst import render

        return render(paper)

    yield File(paper.kind, f"{paper.stem}.docx", "office", word)
    yield File(paper.kind, f"{paper.stem}.pdf", "pdf", pdf)


def _scorebook(source: Source) -> bytes:
    from taybac_cluster.export.xlsx import render

    return render(source)


def _pages(source: Source, folder: Path) -> Iterator[File]:
    """Yield the page in both languages and the index; a page of another year that stands there is kept beside them."""
    from taybac_cluster.cli.pages import both, index_of
    from taybac_cluster.load.dossier import earlier

    others, kept = earlier(folder, source.year)
    sites = both(source)
    for name, content in kept.items():
        yield File("page", name, None, partial(bytes, content))
    for lang, name, twin in (("vi", "ket-qua.html", "ket-qua.en.html"), ("en", "ket-qua.en.html", "ket-qua.html")):
        yield File("page", name, None, partial(_page, sites[lang], twin))
    yield File("page", "index.html", None, partial(index_of, sites["vi"], others))


def _page(site: Site, twin: str) -> bytes:
    from taybac_cluster.export.html import render

    return render(site, twin).encode()


def _data(source: Source) -> Iterator[File]:
    from taybac_cluster.export import csv, json
    from taybac_cluster.views.papers.figures import grid, record

    lang = current()
    yield File("data", "ket-qua.json", None, lambda: json.render(record(source, lang)).encode())
    yield File("data", "ket-qua.csv", None, lambda: csv.render(grid(source, lang)).encode())


def chosen(only: list[str] | None) -> tuple[str, ...]:
    """Return the kinds that were named, in our order, or all; exits with 2 where one is none."""
    for kind in only or ():
        if kind not in KINDS:
            no_such("loại", "kind", kind, ", ".join(KINDS))
    return tuple(kind for kind in KINDS if not only or kind in only)


def writable(found: list[File], *, named: bool) -> list[File]:
    """Return the files whose writers are installed; where a kind was named that needs more, exits with 2."""
    lost = [each for each in found if missing(each.extra)]
    extras = sorted({each.extra for each in lost if each.extra})
    if lost and named:
        what = ", ".join(each.name for each in lost[:_MOST_NAMED])
        line = install(extras)
        fail(say(f"chưa cài phần ghi {what}; cài bằng: {line}", f"what writes {what} is not installed: {line}"), 2)
    for extra in extras:
        what = ", ".join(each.name for each in lost if each.extra == extra and "/" not in each.name)
        line = install([extra])
        tell(say(f"không ghi {what}: chưa cài; cài bằng: {line}", f"not written: {what}; to write them: {line}"))
    return [each for each in found if not missing(each.extra)]


_MOST_NAMED = 3


def rendered(found: list[File], step: Step) -> Mapping[str, bytes]:
    """Render all files, before any is written."""
    made = {}
    gc.enable()  # a Word file in the making refers to itself: several hundred would fill the memory
    for at, each in enumerate(found):
        step(at, len(found))
        made[each.name] = each.render()
    return made


def deliver(folder: Path, made: Mapping[str, bytes], kinds: Iterable[str], left_blank: list[str]) -> None:
    """Write everything, and say what was written, left blank and removed; nowhere to write it is exit 2."""
    from taybac_cluster.load.dossier import write

    try:
        removed = write(folder, made, [name for kind in kinds for name in names(kind)])
    except OSError as error:
        unwritable(error.filename or folder, error)
    for each in left_blank:
        tell(say(f"để trống: {each}", f"left blank: {each}"))
    name = named(folder)
    tell(say(f"đã ghi {len(made)} tệp vào {name}", f"wrote {plural(len(made), 'file', 'files')} to {name}"))
    if removed:
        names_removed = ", ".join(removed)
        tell(say(f"đã xóa tệp cũ: {names_removed}", f"removed old files: {names_removed}"))
