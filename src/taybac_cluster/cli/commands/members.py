"""`cluster members`: who is a member, and as what."""

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Format, Lang, On, Output, data_folder

HELP = say("Ai là thành viên của cụm, và là đô thị loại gì.", "Who is a member of the cluster, and as what.")
EXAMPLE = say("Ví dụ: cluster members --on 2018-12-31", "Example: cluster members --on 2018-12-31")


def command(data: Data = None, _lang: Lang = None, output: Output = None, chosen: Format = None, on: On = None) -> None:
    """Run the command."""
    from taybac_cluster import pipeline
    from taybac_cluster.cli.formats import show
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.views import members

    root = data_folder(data)
    with refused(root):
        roster, day, year = pipeline.membership(root, on)
    show(
        lambda: members.page(roster, day, year, current()),
        lambda: members.record(roster, day, current()),
        lambda: members.grid(roster, day, current()),
        chosen=chosen,
        to=output,
    )
