"""`cluster host`: who hosts a year's meeting, and why."""

from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Lang, Output, Year, data_folder
from taybac_cluster.cli.output import deliver

EXAMPLE = say("Ví dụ: cluster host 2024", "Example: cluster host 2024")


def command(
    year: Year,
    data: Data = None,
    lang: Lang = None,  # noqa: ARG001 - settled before anything is imported
    output: Output = None,
    format: Annotated[str | None, typer.Option("--format", metavar="table|json|md", help=say("Định dạng in ra.", "The format to print."))] = None,  # noqa: A002
) -> None:
    """..."""
    from taybac_cluster import pipeline
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.cli.formats import formats
    from taybac_cluster.views import host

    root = data_folder(data)
    with refused(root):
        hosting, roster, line = pipeline.hosted(root, year)
    renders = formats(
        lambda: host.page(hosting, roster, current(), line),
        lambda: host.record(hosting, current(), line),
        to_file=output is not None,
    )
    deliver(renders, format, output, "table")


command.__doc__ = say("Đơn vị nào đăng cai hội nghị của năm, và vì sao.", "Who hosts the meeting of a year, and why.")
