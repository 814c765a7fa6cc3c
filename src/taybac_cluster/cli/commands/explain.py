"""`cluster explain`: why a city has the points that it has."""

from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import (
    AllowIncomplete,
    Data,
    Format,
    Full,
    Lang,
    Member,
    Output,
    Year,
    complete_criteria,
    complete_members,
    data_folder,
)

HELP = say(
    "Vì sao một đô thị được số điểm ấy: từng giá trị, ở dòng nào, thang điểm, điểm mất, và cần gì để hơn.",
    "Why a city has its points: each value, on which line, its scale, what was lost, and what it would take.",
)
EXAMPLE = say("Ví dụ: cluster explain 2023 sa-pa", "Example: cluster explain 2023 sa-pa")

Criterion = Annotated[
    str | None,
    typer.Argument(
        metavar=say("TIÊU_CHÍ", "CRITERION"),
        help=say("Mã hoặc số hiệu một tiêu chí; để trống là tất cả.", "A criterion’s id or code; all without it."),
        autocompletion=complete_criteria,
    ),
]
Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar=say("ĐÔ_THỊ", "MEMBER"),
        help=say("So với một đô thị khác, từng tiêu chí.", "Compare with another member, criterion by criterion."),
        autocompletion=complete_members,
    ),
]


def command(
    year: Year,
    member: Member,
    criterion: Criterion = None,
    data: Data = None,
    _lang: Lang = None,
    output: Output = None,
    chosen: Format = None,
    allow_incomplete: AllowIncomplete = False,
    full: Full = False,
    against: Against = None,
) -> None:
    """Run the command."""
    from taybac_cluster import pipeline
    from taybac_cluster.cli.documents import Handed
    from taybac_cluster.cli.formats import Writer, show
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.views import explain

    root = data_folder(data)
    with refused(root):
        result, found = pipeline.ranked(root, year, allow_incomplete=allow_incomplete, warnings=True)
        city = pipeline.member_of(result, member)
        other = pipeline.member_of(result, against) if against else None
        if other == city:
            raise typer.BadParameter(say("--against cần một đô thị khác", "--against takes another city"))
        only = pipeline.criterion_of(result, criterion) if criterion else None
    lock, behind = pipeline.behind(found, result)
    story = explain.Story(result, city, pipeline.line_of(root), behind, lock, other)
    show(
        lambda: explain.page(story, only, current(), full=full),
        lambda: explain.record(story, only, current()),
        lambda: explain.grid(story, only, current()),
        chosen=chosen,
        to=output,
        writers={"xlsx": Writer(lambda: Handed(result, lock).book(city), "office")},
        of=lambda: Handed(result, lock),
    )
