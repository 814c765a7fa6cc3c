"""`cluster unlock`: open a locked year, with a reason that is kept."""

from typing import Annotated

import typer

from taybac_cluster.cli.language import say
from taybac_cluster.cli.options import Data, Lang, Year, data_folder, date_of
from taybac_cluster.cli.output import save

EXAMPLE = say(
    'Ví dụ: cluster unlock 2023 --reason "đính chính số liệu"', 'Example: cluster unlock 2023 --reason "a correction"'
)


def command(
    year: Year,
    reason: Annotated[
        str,
        typer.Option(
            "--reason", metavar="TEXT", help=say("Lý do mở lại; được lưu lại.", "Why it is opened; kept in the lock.")
        ),
    ],
    data: Data = None,
    lang: Lang = None,  # noqa: ARG001 - settled before anything is imported
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=say("Ngày mở lại.", "The day of the opening."))
    ] = None,
) -> None:
    """..."""
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.pipeline import locking

    if not reason.strip():
        raise typer.BadParameter(say("cần ghi lý do mở lại", "a reason is needed"))
    root = data_folder(data)
    with refused(root):
        text = locking.unlock_text(root, year, date_of(on), reason.strip())
    save(root / "results" / f"{year}.yaml", text)


command.__doc__ = say(
    "Mở lại kết quả một năm; lý do được lưu trong tệp.", "Open a locked year; the reason is kept in the file."
)
