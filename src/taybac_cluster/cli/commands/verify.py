"""`cluster verify`: prove that locked results still follow."""

from typing import Annotated

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import YEAR, Data, Lang, PageFormat, complete_years, data_folder
from taybac_cluster.cli.output import tell
from taybac_cluster.cli.typed import read_seal, read_year

HELP = say(
    "Tính lại và chứng minh kết quả đã chốt còn nguyên, hoặc chỉ ra đầu vào nào đã đổi và đổi những gì.",
    "Work locked results out again and prove them, or show which input changed and what that does.",
)
EXAMPLE = say("Ví dụ: cluster verify 2023", "Example: cluster verify 2023")

Years = Annotated[
    list[int] | None,
    typer.Argument(
        metavar=YEAR,
        parser=read_year,
        help=say("Các năm; để trống là mọi năm đã chốt.", "Years; every locked one without it."),
        autocompletion=complete_years,
    ),
]
Seal = Annotated[
    str | None,
    typer.Option(
        "--seal",
        metavar=say("MÃ", "CODE"),
        parser=read_seal,
        help=say(
            "Mã đối chiếu trên một văn bản: có phải của kết quả đang chốt không.",
            "The seal on a paper: whether it is that of the locked result.",
        ),
    ),
]


def command(
    years: Years = None, seal: Seal = None, data: Data = None, _lang: Lang = None, chosen: PageFormat = None
) -> None:
    """Run the command."""
    from taybac_cluster.cli.formats import show
    from taybac_cluster.cli.refusals import faults, refused
    from taybac_cluster.decide.proof import paper_of
    from taybac_cluster.pipeline import locking
    from taybac_cluster.views import lock
    from taybac_cluster.views.refusals import unproved

    if seal is not None and len(years or ()) != 1:
        raise typer.BadParameter(say("--seal cần đúng một năm", "--seal takes exactly one year"))
    root = data_folder(data)
    with refused(root, not_locked=1 if seal else 2):
        proofs, faulty = locking.all_proved(root, years or ())
    paper = paper_of(proofs[0], seal) if seal and proofs else None
    show(
        lambda: lock.pages(proofs, current(), paper, seal),
        lambda: lock.record(proofs, tuple(faulty), paper),
        chosen=chosen,
    )
    for year, refusal in faulty.items():
        tell(faults(refusal, root) + unproved(year, current()))
    if faulty or not all(proof.drift.holds for proof in proofs) or (paper is not None and paper.kind != "current"):
        raise typer.Exit(1)
