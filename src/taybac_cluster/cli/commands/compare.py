"""`cluster compare`: two years side by side."""

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Format, Lang, Output, Year, data_folder

HELP = say(
    "So sánh hai năm: đô thị nào lên, xuống, và vì tiêu chí nào.",
    "Compare two years: which cities rose and fell, and by which criteria.",
)
EXAMPLE = say("Ví dụ: cluster compare 2023 2024", "Example: cluster compare 2023 2024")


def command(
    before: Year, after: Year, data: Data = None, _lang: Lang = None, output: Output = None, chosen: Format = None
) -> None:
    """Run the command."""
    from taybac_cluster import pipeline
    from taybac_cluster.cli.documents import Handed
    from taybac_cluster.cli.formats import show
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.decide.compare import compare
    from taybac_cluster.views import compare as view

    root = data_folder(data)
    with refused(root):
        earlier, _ = pipeline.ranked(root, before)
        later, checked = pipeline.ranked(root, after)
    found = compare(earlier, later)
    show(
        lambda: view.page(found, current()),
        lambda: view.record(found, current()),
        lambda: view.grid(found, current()),
        chosen=chosen,
        to=output,
        of=lambda: Handed(later, pipeline.proof_of(checked, later)),
    )
