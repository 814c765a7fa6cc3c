"""A paper dated before the meeting that it reports."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the day of every paper with that of its year's meeting."""
    papers = cluster.papers
    for year, kinds in papers.years.items() if papers else ():
        meeting = cluster.meetings.get(int(year)) if year.isdecimal() else None
        held_on = meeting.held_on if meeting else None
        for kind, paper in kinds.items() if held_on else ():
            if papers and held_on and paper.date and paper.date < held_on and kind != "doubts":
                yield RULE.at(papers.at("years", year, kind, "date"), day=paper.date, held_on=held_on)


RULE = Rule(
    code="R756",
    name="paper-before-meeting",
    title=Words(
        "Văn bản ghi ngày trước hội nghị",
        "A paper dated before its meeting",
    ),
    why=Words(
        "Văn bản báo cáo kết quả hội nghị nên không thể ban hành trước hội nghị; thường do gõ nhầm ngày.",
        "A paper reports what the meeting decided, so it cannot be issued before it; usually the date is mistyped.",
    ),
    message=Words(
        "ghi ngày {day}, nhưng hội nghị họp ngày {held_on}",
        "dated {day}, but the meeting was on {held_on}",
    ),
    hint=Words(
        "sửa “date” thành ngày ban hành, hoặc xóa dòng này để trống ngày trên văn bản",
        "correct “date” to the day of issue, or delete the line for a blank on the paper",
    ),
    bad=(Edit("papers.yaml", "", "years:\n  2023:\n    proposal:\n      date: 2023-09-20\n"),),
    good=(Edit("papers.yaml", "", "years:\n  2023:\n    proposal:\n      date: 2023-09-28\n"),),
    severity="warning",
    check=check,
)
