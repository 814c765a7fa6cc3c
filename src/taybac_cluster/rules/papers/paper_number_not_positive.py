"""A paper whose number is not 1 or more."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the numbers of all papers."""
    papers = cluster.papers
    for year, kinds in papers.years.items() if papers else ():
        for kind, paper in kinds.items():
            numbers = [(("number",), paper.number), *((("numbers", each), at) for each, at in paper.numbers.items())]
            for route, number in numbers:
                if papers and number is not None and number < 1:
                    yield RULE.at(papers.at("years", year, kind, *route), number=number)


RULE = Rule(
    code="R757",
    name="paper-number-not-positive",
    title=Words("Số văn bản nhỏ hơn 1", "A paper’s number below 1"),
    why=Words("Văn bản được đánh số từ 1 trong mỗi năm.", "Papers are numbered from 1 every year."),
    message=Words("số văn bản là {number}", "the number of the paper is {number}"),
    hint=Words(
        "ghi số của văn bản, hoặc bỏ đi để trống số trên văn bản",
        "write the paper’s number, or leave it out for a blank on the paper",
    ),
    bad=(Edit("papers.yaml", "", "years:\n  2023:\n    proposal:\n      number: 0\n"),),
    good=(Edit("papers.yaml", "", "years:\n  2023:\n    proposal:\n      number: 1\n"),),
    check=check,
)
