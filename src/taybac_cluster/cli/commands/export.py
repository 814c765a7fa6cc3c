"""`cluster export`: the dossier of a year."""

from pathlib import Path
from typing import Annotated

import typer

from taybac_cluster.cli.language import say
from taybac_cluster.cli.options import FOLDER, Data, Lang, Year, data_folder

HELP = say(
    "Xuất hồ sơ của một năm: tờ trình, biên bản, bảng điểm, công văn, thông báo, sổ điểm, trang kết quả.",
    "Write the dossier of a year: proposal, minutes, scores, letter, notices, score book, result page.",
)
EXAMPLE = say("Ví dụ: cluster export 2023 -o ho-so-2023", "Example: cluster export 2023 -o dossier-2023")
_KINDS = "proposal|minutes|scores|hosting|notice|doubts|scorebook|page|data"

Folder = Annotated[
    Path,
    typer.Option(
        "-o", "--output", metavar=FOLDER, help=say("Thư mục để ghi hồ sơ.", "The folder to write the dossier to.")
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar=say("LOẠI", "KIND"),
        help=say(f"Chỉ ghi loại này, dùng được nhiều lần: {_KINDS}.", f"Only this kind; may be repeated: {_KINDS}."),
    ),
]


def command(year: Year, folder: Folder, only: Only = None, data: Data = None, _lang: Lang = None) -> None:
    """Run the command."""
    from taybac_cluster.cli import dossier
    from taybac_cluster.cli.progress import progress
    from taybac_cluster.cli.refusals import refused

    kinds = dossier.chosen(only)
    root = data_folder(data)
    with refused(root):
        source = dossier.source_of(root, year)
    with progress(dossier.DOING) as step:
        found, left_blank = dossier.files(source, kinds, folder, step)
        made = dossier.rendered(dossier.writable(found, named=bool(only)), step)
    dossier.deliver(folder, made, kinds, left_blank)
