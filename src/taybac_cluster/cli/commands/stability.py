"""`cluster stability`: how firm the order of a year is."""

from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Format, Lang, Output, Year, data_folder
from taybac_cluster.cli.typed import count_reader, number_reader

HELP = say(
    "Kết quả một năm ổn định đến đâu: khi đổi trọng số, bỏ một tiêu chí, chấm theo cách khác.",
    "How firm the result of a year is: under other weights, without a criterion, scored otherwise.",
)
EXAMPLE = say("Ví dụ: cluster stability 2023 --percent 20", "Example: cluster stability 2023 --percent 20")

Percent = Annotated[
    float,
    typer.Option(
        "--percent",
        parser=number_reader(0, 100),
        metavar="N",
        help=say(
            "Điểm mỗi tiêu chí thay đổi bao nhiêu phần trăm.", "By how many per cent each criterion’s points vary."
        ),
    ),
]
Draws = Annotated[
    int,
    typer.Option(
        "--draws", parser=count_reader(1, 1_000_000), metavar="N", help=say("Số phép thử.", "How many trials.")
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        "--seed",
        parser=count_reader(0, 2**63 - 1),
        metavar="N",
        help=say("Số khởi tạo: cùng số thì cùng kết quả.", "The random seed: the same gives the same."),
    ),
]
Free = Annotated[
    bool,
    typer.Option(
        "--free",
        help=say("Trọng số bất kỳ, thay vì quanh điểm đã định.", "Any weights, instead of around the typed points."),
    ),
]


def command(
    year: Year,
    data: Data = None,
    _lang: Lang = None,
    output: Output = None,
    chosen: Format = None,
    percent: Percent = 30,
    draws: Draws = 10_000,
    seed: Seed = 1,
    free: Free = False,
) -> None:
    """Run the command."""
    from taybac_cluster import pipeline
    from taybac_cluster.cli.documents import Handed
    from taybac_cluster.cli.formats import show
    from taybac_cluster.cli.progress import numpy_needed, progress
    from taybac_cluster.cli.refusals import refused

    root = data_folder(data)
    with refused(root):
        result, found = pipeline.ranked(root, year)
    with numpy_needed(), progress() as step:
        from taybac_cluster.decide.stability import tried
        from taybac_cluster.decide.stability.answers import Plan
        from taybac_cluster.views import stability

        firm = tried(result, Plan("free" if free else "around", percent, draws, seed), step)
    show(
        lambda: stability.page(firm, current(), pipeline.behind(found, result)[1]),
        lambda: stability.record(firm, current()),
        lambda: stability.grid(firm, current()),
        chosen=chosen,
        to=output,
        of=lambda: Handed(result, pipeline.proof_of(found, result)),
    )
