"""`cluster host`: who hosts a year's meeting, and why."""

from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Format, Lang, OptionalYear, Output, data_folder

HELP = say("Đơn vị nào đăng cai hội nghị của năm, và vì sao.", "Who hosts the meeting of a year, and why.")
EXAMPLE = say("Ví dụ: cluster host 2024; cluster host --history", "Example: cluster host 2024; cluster host --history")

History = Annotated[
    bool,
    typer.Option(
        "--history",
        help=say("Mọi năm có trong hồ sơ: đăng cai, cụm trưởng, chủ đề.", "Every year on record: host, head, theme."),
    ),
]


def command(
    year: OptionalYear = None,
    data: Data = None,
    _lang: Lang = None,
    output: Output = None,
    chosen: Format = None,
    history: History = False,
) -> None:
    """Run the command."""
    from taybac_cluster import pipeline
    from taybac_cluster.cli.formats import show
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.views import host

    if (year is None) != history:
        raise typer.BadParameter(say("cần một năm, hoặc --history", "a year is needed, or --history"))
    root = data_folder(data)
    lang_now = current()
    with refused(root):
        if year is None:
            years, roster = pipeline.hosts_on_record(root)
            line_of = pipeline.line_of(root)
            show(
                lambda: host.history_page(years, roster, line_of, lang_now),
                lambda: host.history_record(years, line_of, lang_now),
                lambda: host.history_grid(years, roster, lang_now),
                chosen=chosen,
                to=output,
            )
        else:
            hosting, roster, line = pipeline.hosted(root, year)
            show(
                lambda: host.page(hosting, roster, lang_now, line),
                lambda: host.record(hosting, lang_now, line),
                lambda: host.grid(hosting, roster, lang_now),
                chosen=chosen,
                to=output,
            )
