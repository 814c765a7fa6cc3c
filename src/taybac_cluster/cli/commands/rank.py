"""`cluster rank`: the main job."""

from pathlib import Path
from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import AllowIncomplete, Data, Format, Full, Lang, Output, Year, data_folder

HELP = say(
    "Xếp hạng các đô thị một năm: điểm từng nhóm, đề nghị khen thưởng, đơn vị đăng cai kỳ tới.",
    "Rank the cities of a year: points by group, nominations, the next host.",
)
EXAMPLE = say("Ví dụ: cluster rank 2023 -o xep-hang.xlsx", "Example: cluster rank 2023 -o ranking.xlsx")

Settings = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar=say("ĐÔ_THỊ.MÃ=GIÁ_TRỊ", "MEMBER.ID=VALUE"),
        help=say(
            "Giả định một giá trị khác, lặp lại được: số, 812/930, tên mức, true|false, missing|na.",
            "Suppose another value, may be repeated: a number, 812/930, a level, true|false, missing|na.",
        ),
    ),
]
CriteriaFile = Annotated[
    Path | None,
    typer.Option(
        "--criteria",
        metavar=say("TỆP", "FILE"),
        exists=True,
        dir_okay=False,
        help=say("Giả định một bộ tiêu chí khác trên số liệu của năm.", "Suppose another criteria set."),
    ),
]


def command(
    year: Year,
    data: Data = None,
    _lang: Lang = None,
    output: Output = None,
    chosen: Format = None,
    allow_incomplete: AllowIncomplete = False,
    full: Full = False,
    settings: Settings = None,
    criteria: CriteriaFile = None,
) -> None:
    """Run the command."""
    from taybac_cluster import pipeline
    from taybac_cluster.cli.documents import Handed
    from taybac_cluster.cli.formats import Writer, show
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.views import rank

    root = data_folder(data)
    with refused(root, ranking=True):
        result, found = pipeline.ranked(root, year, allow_incomplete=allow_incomplete, warnings=True)
        if settings or criteria:
            from taybac_cluster.pipeline.supposing import supposed

            result, found = supposed(result, found, settings or (), criteria)
    lock, behind = pipeline.behind(found, result)
    show(
        lambda: rank.page(result, current(), lock, behind, full=full),
        lambda: rank.record(result, current(), lock, behind),
        lambda: rank.grid(result, current()),
        chosen=chosen,
        to=output,
        writers={"xlsx": Writer(lambda: Handed(result, lock).book(), "office")},
        of=lambda: Handed(result, lock),
    )
