"""`cluster audit`: what a criteria set really decides by."""

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Format, Lang, Output, Year, data_folder

HELP = say(
    "Rà soát bộ tiêu chí một năm: tiêu chí nào quyết định, tiêu chí nào không phân biệt ai.",
    "Look at the criteria set of a year: what decides, and what sets nobody apart.",
)
EXAMPLE = say("Ví dụ: cluster audit 2023", "Example: cluster audit 2023")


def command(year: Year, data: Data = None, _lang: Lang = None, output: Output = None, chosen: Format = None) -> None:
    """Run the command."""
    from taybac_cluster import pipeline
    from taybac_cluster.cli.documents import Handed
    from taybac_cluster.cli.formats import show
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.decide.audit import audit
    from taybac_cluster.views import audit as view

    root = data_folder(data)
    with refused(root):
        result, checked = pipeline.ranked(root, year)
    found = audit(result)
    show(
        lambda: view.page(found, current()),
        lambda: view.record(found, current()),
        lambda: view.grid(found, current()),
        chosen=chosen,
        to=output,
        of=lambda: Handed(result, pipeline.proof_of(checked, result)),
    )
