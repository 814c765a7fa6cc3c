"""`cluster unlock`: open a locked year, with a reason that is kept."""

from typing import Annotated

import typer

from taybac_cluster.cli.language import say
from taybac_cluster.cli.options import REASON, Data, Lang, On, Year, data_folder
from taybac_cluster.cli.typed import read_reason

HELP = say("Mở lại kết quả một năm; lý do được lưu trong tệp.", "Open a locked year; the reason is kept in the file.")
EXAMPLE = say(
    'Ví dụ: cluster unlock 2023 --reason "đính chính số liệu"', 'Example: cluster unlock 2023 --reason "a correction"'
)

Reason = Annotated[
    str,
    typer.Option(
        "--reason",
        metavar=REASON,
        parser=read_reason,
        help=say("Lý do mở lại; được lưu lại.", "Why it is opened; kept in the lock."),
    ),
]


def command(year: Year, reason: Reason, data: Data = None, _lang: Lang = None, on: On = None) -> None:
    """Run the command."""
    from taybac_cluster.cli.lock_file import write_lock
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.pipeline import locking

    root = data_folder(data)
    with refused(root):
        write_lock(root, locking.opening(root, year, on, reason))
