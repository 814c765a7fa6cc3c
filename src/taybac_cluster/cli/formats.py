"""A view in the format that was asked for; an exporter is imported when its format is."""

from collections.abc import Callable, Mapping

from taybac_cluster.cli.output import Render, colour, width
from taybac_cluster.views.page import Page, Sheet


def formats(
    page: Callable[[], Page],
    record: Callable[[], Mapping[str, object]],
    sheet: Callable[[], Sheet] | None = None,
    *,
    to_file: bool = False,
) -> dict[str, Render]:
    """Return a renderer a format; each imports its exporter when it is called."""

    def table() -> str:
        from taybac_cluster.export.terminal import render

        return render(page(), width(), colour=not to_file and colour())

    def json() -> str:
        from taybac_cluster.export.json import render

        return render(record())

    def markdown() -> str:
        from taybac_cluster.export.markdown import render

        return render(page())

    renders: dict[str, Render] = {"table": table, "json": json, "md": markdown}
    if sheet is not None:
        plain = sheet

        def csv() -> str:
            from taybac_cluster.export.csv import render

            return render(plain())

        renders["csv"] = csv
    return renders
