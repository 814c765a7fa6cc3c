"""`cluster schema`: the JSON Schema of a kind of file, for editors."""

from pathlib import Path
from typing import Annotated

import typer

from taybac_cluster.cli.language import say
from taybac_cluster.cli.options import FOLDER, Lang, Output
from taybac_cluster.cli.output import deliver, emit, fail, make_folder

HELP = say(
    "JSON Schema của một loại tệp, để trình soạn thảo gợi ý và báo lỗi ngay khi gõ.",
    "The JSON Schema of a kind of file, for editors that help while you type.",
)
EXAMPLE = say("Ví dụ: cluster schema submission", "Example: cluster schema submission")
KINDS = "members|criteria|submission|appraisal|meeting|papers"


def command(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar=say("LOẠI", "KIND"),
            help=say(f"Loại tệp: {KINDS}; để trống là danh sách.", f"The kind of file: {KINDS}; the list without it."),
        ),
    ] = None,
    lang: Lang = None,  # noqa: ARG001 - settled before anything is imported
    output: Output = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--write", metavar=FOLDER, help=say("Ghi mọi loại vào thư mục này.", "Write all kinds into this folder.")
        ),
    ] = None,
) -> None:
    """Run the command."""
    from taybac_cluster.export.json import render
    from taybac_cluster.views.schema import MODELS, schema

    if folder is not None:
        make_folder(folder)
        for each in MODELS:
            deliver({"json": lambda each=each: render(schema(each))}, None, folder / f"{each}.json", "json")  # type: ignore[misc]
        return
    if kind is None:
        emit("\n".join(MODELS) + "\n")
        return
    if kind not in MODELS:
        fail(say(f"không có loại tệp “{kind}”; dùng: {KINDS}", f"no kind of file “{kind}”; use: {KINDS}"), 2)
    deliver({"json": lambda: render(schema(kind))}, None, output, "json")
