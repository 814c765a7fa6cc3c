"""`cluster schema`: the JSON Schema of a kind of file, for editors."""

from pathlib import Path
from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import FOLDER, Lang, Output
from taybac_cluster.cli.output import deliver, emit, make_folder, no_such

HELP = say(
    "Các mục của một loại tệp: JSON Schema cho trình soạn thảo, hoặc bảng để đọc (md).",
    "The keys of a kind of file: JSON Schema for editors, or a table to read (md).",
)
EXAMPLE = say("Ví dụ: cluster schema submission", "Example: cluster schema submission")
KINDS = "members|criteria|submission|appraisal|meeting|papers"

Kind = Annotated[
    str | None,
    typer.Argument(
        metavar=say("LOẠI", "KIND"),
        help=say(f"Loại tệp: {KINDS}; để trống là danh sách.", f"The kind of file: {KINDS}; the list without it."),
    ),
]
SchemaFormat = Annotated[
    str | None,
    typer.Option("--format", metavar="json|md", help=say("Định dạng in ra.", "The format to print.")),
]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--write", metavar=FOLDER, help=say("Ghi mọi loại vào thư mục này.", "Write all kinds into this folder.")
    ),
]


def command(
    kind: Kind = None, _lang: Lang = None, output: Output = None, chosen: SchemaFormat = None, folder: Folder = None
) -> None:
    """Run the command."""
    from taybac_cluster.export.json import render
    from taybac_cluster.views.schema import MODELS, schema

    if folder is not None:
        make_folder(folder)
        for each in MODELS:
            deliver({"json": lambda each=each: render(schema(each))}, None, folder / f"{each}.json", "json")  # type: ignore[misc]
        return
    readable = (chosen or (output.suffix.lower() if output else "")) in ("md", ".md")
    if kind is None and not readable:
        emit("\n".join(MODELS) + "\n")
        return
    if kind is not None and kind not in MODELS:
        no_such("loại tệp", "kind of file", kind, KINDS)

    def markdown() -> str:
        from taybac_cluster.export.markdown import render
        from taybac_cluster.views.data_format import page

        return render(page((kind,) if kind else tuple(MODELS), current()))

    deliver({"json": lambda: render(schema(kind or "")), "md": markdown}, chosen, output, "json")
