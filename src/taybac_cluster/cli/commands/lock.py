"""`cluster lock`: freeze a decided year."""

from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import REASON, Data, Lang, On, Year, data_folder
from taybac_cluster.cli.output import tell
from taybac_cluster.cli.typed import read_reason

HELP = say(
    "Chốt kết quả một năm đã quyết định: mọi thay đổi về sau đều bị phát hiện.",
    "Freeze the result of a decided year: any later change is found.",
)
EXAMPLE = say("Ví dụ: cluster lock 2023", "Example: cluster lock 2023")

Reason = Annotated[
    str | None,
    typer.Option(
        "--reason",
        metavar=REASON,
        parser=read_reason,
        help=say("Ghi chú lưu vào lịch sử chốt.", "A note kept in the lock’s history."),
    ),
]


def command(year: Year, data: Data = None, _lang: Lang = None, reason: Reason = None, on: On = None) -> None:
    """Run the command."""
    from taybac_cluster.cli.lock_file import write_lock
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.pipeline import locking
    from taybac_cluster.views import lock as view
    from taybac_cluster.views.refusals import undecided

    root = data_folder(data)
    with refused(root):
        new, result = locking.frozen(root, year, on, reason)
        if new is None:
            tell(view.already(year, current()))
            return
        write_lock(root, new)
    tell(view.done(new.lock, result, current()))
    if result.decided is None:
        tell(undecided(year, current()))
