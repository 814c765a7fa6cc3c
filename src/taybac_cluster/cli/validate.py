"""`cluster validate`: every fault in one run, at its line."""

from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Lang, data_folder
from taybac_cluster.cli.output import colour, emit, width

EXAMPLE = say("Ví dụ: cluster validate --year 2023", "Example: cluster validate --year 2023")


def command(
    data: Data = None,
    lang: Lang = None,  # noqa: ARG001 - settled before anything is imported
    format: Annotated[str, typer.Option("--format", metavar="text|json", help=say("Định dạng in ra.", "The format to print."))] = "text",  # noqa: A002
    every: Annotated[bool, typer.Option("--all", help=say("In hết, không chỉ một màn hình.", "Show all, not a screenful."))] = False,  # noqa: FBT002
) -> None:
    """..."""
    from taybac_cluster import pipeline  # noqa: PLC0415 - imported when the answer needs it
    from taybac_cluster.cli.showing import shown  # noqa: PLC0415
    from taybac_cluster.views.diagnostics import record, told  # noqa: PLC0415

    root = data_folder(data)
    found = pipeline.check(root)
    said = shown(told(found.diagnostics, current()), root)
    if format == "json":
        from taybac_cluster.export.json import render as as_json  # noqa: PLC0415

        emit(as_json(record(said, found.files)))
    else:
        from taybac_cluster.export.diagnostics import render  # noqa: PLC0415

        emit(render(said, found.files, current(), width=width(), colour=colour(), every=every))
    raise typer.Exit(1 if found.errors else 0)


command.__doc__ = say("Kiểm tra mọi tệp dữ liệu và chỉ ra lỗi đến từng dòng.", "Check every data file, and show each fault at its line.")
