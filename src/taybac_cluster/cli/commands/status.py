"""`cluster status`: the year as a checklist."""

import typer

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Format, Lang, Output, Year, data_folder

HELP = say(
    "Tình hình một năm: đã nộp, đã thẩm định, còn thiếu gì, ai phải làm, còn gì trước khi chốt kết quả.",
    "A year as a checklist: what is done, what is missing, who must do it, what blocks the lock.",
)
EXAMPLE = say("Ví dụ: cluster status 2023", "Example: cluster status 2023")


def command(year: Year, data: Data = None, _lang: Lang = None, output: Output = None, chosen: Format = None) -> None:
    """Run the command; exit with 1 while something blocks the lock."""
    from taybac_cluster.cli.documents import Handed
    from taybac_cluster.cli.excerpts import shown
    from taybac_cluster.cli.formats import show
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.pipeline.status import status
    from taybac_cluster.views import status as view
    from taybac_cluster.views.diagnostics import findings

    root = data_folder(data)
    with refused(root):
        found = status(root, year)
    errors, warnings = (shown(findings(each, current()), root) for each in (found.errors, found.warnings))
    blocked = [(each.kind, each.file) for each in found.blocked]
    checklist = view.Checklist(year, found.round, found.result, found.proof, errors, warnings, blocked, found.members)
    show(
        lambda: view.page(checklist, current()),
        lambda: view.record(checklist, current()),
        lambda: view.grid(checklist, current()),
        chosen=chosen,
        to=output,
        of=lambda: Handed(found.result, found.proof) if found.result else None,
    )
    if found.blocks:
        raise typer.Exit(1)
