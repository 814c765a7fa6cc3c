"""Two papers of one year with the same number and symbol."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.papers import Papers
from taybac_cluster.model.record import Route
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the numbers of every year's papers."""
    papers = cluster.papers
    if papers is None:
        return
    for year in papers.years:
        seen: dict[tuple[str | None, int], Route] = {}
        for symbol, number, route in _numbers(papers, year):
            first = seen.setdefault((symbol, number), route)
            if first != route:
                yield RULE.at(papers.at(*route), papers.at(*first), number=number, symbol=symbol or "…", year=year)


def _numbers(papers: Papers, year: str) -> Iterator[tuple[str | None, int, Route]]:
    for kind, paper in papers.years[year].items():
        symbol = papers.words(kind).symbol or kind
        if paper.number is not None:
            yield symbol, paper.number, ("years", year, kind, "number")
        for member, number in paper.numbers.items():
            yield symbol, number, ("years", year, kind, "numbers", member)


_WORDS = "papers:\n  proposal:\n    symbol: CĐT\n  hosting:\n    symbol: CĐT\n"

RULE = Rule(
    code="R755",
    name="paper-number-twice",
    title=Words("Hai văn bản cùng số, cùng ký hiệu trong một năm", "Two papers of a year with one number and symbol"),
    why=Words(
        "Số và ký hiệu dùng để viện dẫn văn bản; trùng nhau thì không biết viện dẫn văn bản nào.",
        "A paper is cited by its number and symbol; with the same ones twice it is unclear which is meant.",
    ),
    message=Words(
        "số {number}, ký hiệu {symbol} đã dùng cho một văn bản khác của năm {year}",
        "number {number}, symbol {symbol} is already used by another paper of {year}",
    ),
    hint=Words("sửa một trong hai số", "correct one of the two numbers"),
    bad=(
        Edit(
            "papers.yaml",
            "",
            _WORDS + "years:\n  2023:\n    proposal:\n      number: 5\n    hosting:\n      number: 5\n",
        ),
    ),
    good=(
        Edit(
            "papers.yaml",
            "",
            _WORDS + "years:\n  2023:\n    proposal:\n      number: 5\n    hosting:\n      number: 6\n",
        ),
    ),
    severity="warning",
    check=check,
)
