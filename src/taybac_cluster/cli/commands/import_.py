"""`cluster import`: filled-in Excel forms back into the data files."""

from pathlib import Path
from typing import Annotated

import typer

from taybac_cluster.cli.language import say
from taybac_cluster.cli.options import Data, Lang, data_folder
from taybac_cluster.cli.output import fail, named

HELP = say(
    "Nhận biểu mẫu Excel đã điền, cho xem thay đổi rồi ghi vào các tệp dữ liệu.",
    "Take filled-in Excel forms, show the change and write it into the data files.",
)
EXAMPLE = say("Ví dụ: cluster import bieu-mau", "Example: cluster import forms")

_SHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""Endings of workbooks: one that is no form is refused, not overlooked."""

Forms = Annotated[
    Path,
    typer.Argument(
        metavar=say("TỆP|THƯ_MỤC", "FILE|DIR"),
        help=say("Biểu mẫu .xlsx, hoặc thư mục của chúng.", "An .xlsx form, or their folder."),
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=say("Chỉ cho xem thay đổi, không ghi.", "Show the change, write nothing."))
]
AcceptImplausible = Annotated[
    bool,
    typer.Option(
        "--accept-implausible",
        help=say(
            "Nhận cả số ngoài khoảng thường gặp và tỷ lệ trên 100 %.",
            "Take numbers outside the usual range and percentages above 100 too.",
        ),
    ),
]


def command(
    path: Forms, data: Data = None, _lang: Lang = None, dry_run: DryRun = False, accept: AcceptImplausible = False
) -> None:
    """Run the command."""
    from taybac_cluster.cli.extras import install, missing
    from taybac_cluster.cli.importing import deliver, show_received
    from taybac_cluster.cli.new_files import beginnings
    from taybac_cluster.pipeline.forms import taken

    if missing("office"):
        fail(say(f"cần cài thêm: {install(['office'])}", f"please install: {install(['office'])}"), 2)
    root = data_folder(data)
    forms, found = taken(root, _paths(path), beginnings(root), accept=accept)
    for form in forms:
        deliver(root, form, write=not dry_run)
    if path.is_dir():
        show_received(forms, found)
    raise typer.Exit(0 if all(form.sound for form in forms) else 1)


def _paths(path: Path) -> list[Path]:
    """Return the forms that were named; a folder without any is a mistake."""
    if not path.exists() and not path.is_symlink():
        fail(say(f"không có {named(path)}", f"there is no {named(path)}"), 2)
    if not path.is_dir():
        return [path]
    found = sorted(each for each in path.iterdir() if each.suffix.lower() in _SHEETS and each.name[:1] not in "~.")
    if not found:
        fail(say(f"không có biểu mẫu .xlsx nào trong {named(path)}", f"there is no .xlsx form in {named(path)}"), 2)
    return found
