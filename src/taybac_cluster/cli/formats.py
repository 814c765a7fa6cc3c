"""A view in the format that was asked for; an exporter is imported when its format is."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taybac_cluster.cli.extras import install, missing
from taybac_cluster.cli.language import say
from taybac_cluster.cli.output import Render, colour, deliver, fail, width
from taybac_cluster.views.page import Grid, Page

if TYPE_CHECKING:
    from taybac_cluster.cli.documents import Of


class Writer(NamedTuple):
    """What writes a format that no terminal shows, such as a workbook, and the extra that it needs."""

    render: Callable[[], bytes]
    extra: str | None = None


def show(
    page: Callable[[], Page],
    record: Callable[[], Mapping[str, object]],
    grid: Callable[[], Grid] | None = None,
    *,
    chosen: str | None,
    to: Path | None = None,
    writers: Mapping[str, Writer] | None = None,
    of: "Of" = None,
) -> None:
    """Print or write a view in the format that was chosen, by its name or the file's suffix; else as a page.

    `writers` are those of further formats by their suffix, without its dot. `of` gives the result that is shown, for
    what every file that is handed over says of it.

    Raises:
        typer.BadParameter: there is no such format.
    """

    def table() -> str:
        from taybac_cluster.export.terminal import render

        return render(page(), width(), colour=to is None and colour())

    def json() -> str:
        from taybac_cluster.export.json import render

        return render(record())

    def markdown() -> str:
        from taybac_cluster.export.markdown import render

        return render(page())

    def csv() -> str:
        from taybac_cluster.export.csv import render

        return render(grid()) if grid else ""

    renders: dict[str, Render] = {"table": table, "json": json, "md": markdown}
    if grid is not None:
        renders["csv"] = csv
    if to is not None:
        further = {**_handed(page, of), **(writers or {})}
        renders |= {name: _installed(name, writer) for name, writer in further.items()}
    deliver(renders, chosen, to, "table")


def _handed(page: Callable[[], Page], of: "Of") -> Mapping[str, Writer]:
    """Return the writers of what is handed over."""
    from taybac_cluster.cli import documents

    return {
        "docx": Writer(lambda: documents.word(page, of), "office"),
        "pdf": Writer(lambda: documents.pdf(page, of), "pdf"),
        "html": Writer(lambda: documents.html(page, of)),
    }


def _installed(name: str, writer: Writer) -> Render:
    """Return what renders a format, or says which line installs what it needs and exits with 2."""

    def render() -> bytes:
        if missing(writer.extra):
            line = install([str(writer.extra)])
            fail(say(f"chưa cài phần ghi tệp .{name}; cài bằng: {line}", f"to write .{name} files, install: {line}"), 2)
        return writer.render()

    return render
