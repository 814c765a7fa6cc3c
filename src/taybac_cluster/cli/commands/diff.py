"""`cluster diff`: what a change does to the results, and whether its author may make it."""

import datetime
from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import YEAR, Data, Lang, Output, PageFormat, complete_years, data_folder
from taybac_cluster.cli.typed import read_year

HELP = say(
    "Cho biết một thay đổi trong git làm kết quả khác đi thế nào, và ai được sửa những tệp đó.",
    "Show what a change in git does to the results, and who may change its files.",
)
EXAMPLE = say(
    "Ví dụ: cluster diff origin/main...HEAD --as ubnd-sa-pa", "Example: cluster diff origin/main...HEAD --as ubnd-sa-pa"
)

Ref = Annotated[
    str,
    typer.Argument(
        metavar="REF",
        help=say(
            "Commit, nhánh hay thẻ để so với thư mục đang làm; A...B: B đã làm gì từ khi tách khỏi A.",
            "A commit, branch or tag to compare with the working tree; A...B: what B did since it left A.",
        ),
    ),
]
OnlyYear = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar=YEAR,
        parser=read_year,
        help=say("Chỉ năm này.", "Only this year."),
        autocompletion=complete_years,
    ),
]
Logins = Annotated[
    list[str] | None,
    typer.Option(
        "--as",
        metavar="LOGIN",
        help=say(
            "Tài khoản của người sửa (lặp lại cho các nhóm): báo những tệp mà người đó không được sửa.",
            "The author’s login (repeat for teams): report the files that it may not change.",
        ),
    ),
]


def command(
    ref: Ref,
    data: Data = None,
    _lang: Lang = None,
    year: OnlyYear = None,
    logins: Logins = None,
    output: Output = None,
    chosen: PageFormat = None,
) -> None:
    """Run the command."""
    from taybac_cluster.cli.formats import show
    from taybac_cluster.cli.refusals import comparing
    from taybac_cluster.pipeline.diff import diff
    from taybac_cluster.views import diff as view

    root = data_folder(data)
    today = datetime.date.today()  # noqa: DTZ011, TID251 - no file can say which years lie in the future
    with comparing():
        found = diff(root, ref, today, year, logins or ())
    show(lambda: view.page(found, ref, current()), lambda: view.record(found), chosen=chosen, to=output)
    raise typer.Exit(1 if found.errors or found.forbidden else 0)
