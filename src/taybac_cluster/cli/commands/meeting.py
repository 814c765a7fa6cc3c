"""`cluster meeting`: the record of a year's meeting."""

from taybac_cluster.cli.language import current, say
from taybac_cluster.cli.options import Data, Format, Lang, Output, Year, data_folder

HELP = say(
    "Hồ sơ hội nghị một năm: vai trò, thành phần, phiếu, quyết định, so với kết quả tính.",
    "The record of a year's meeting: roles, attendance, ballots, decisions against the computed result.",
)
EXAMPLE = say("Ví dụ: cluster meeting 2023", "Example: cluster meeting 2023")


def command(year: Year, data: Data = None, _lang: Lang = None, output: Output = None, chosen: Format = None) -> None:
    """Run the command."""
    from taybac_cluster import pipeline
    from taybac_cluster.cli.documents import of_year
    from taybac_cluster.cli.formats import show
    from taybac_cluster.cli.refusals import refused
    from taybac_cluster.decide.doubts import Doubts
    from taybac_cluster.views import meeting

    root = data_folder(data)
    with refused(root):
        found = pipeline.met(root, year)
    proof, behind = pipeline.behind(found.checked, found.result) if found.result else (None, Doubts())
    session = meeting.Session(found.meeting, found.roster, found.result, found.faulty, behind, proof)
    show(
        lambda: meeting.page(session, current()),
        lambda: meeting.record(session, current()),
        lambda: meeting.grid(session, current()),
        chosen=chosen,
        to=output,
        of=lambda: of_year(root, year),
    )
