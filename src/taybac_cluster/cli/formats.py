"""A view in the format that was asked for; an exporter is imported when its format is."""

from collections.abc import Callable, Mapping
from pathlib import Path

from taybac_cluster.cli.output import Render, colour, deliver, width
from taybac_cluster.views.page import Grid, Page


def show(
    page: Callable[[], Page],
    record: Callable[[], Mapping[str, object]],
    grid: Callable[[], Grid] | None = None,
    *,
    chosen: str | None,
    to: Path | None = None,
) -> None:
    """Print or write a view in the format that was chosen, by its name or the file's suffix; else as a page.

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

    renders: dict[str, Render] = {"table": table, "json": json, "md": markdown}
    if grid is not None:
        plain = grid

        def csv() -> str:
            from taybac_cluster.export.csv import render

            return render(plain())

        renders["csv"] = csv
    deliver(renders, chosen, to, "table")
