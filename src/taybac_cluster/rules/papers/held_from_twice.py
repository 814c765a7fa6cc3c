"""Two issuers, or two signers of one paper, from the same day."""

import datetime
from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.papers import PAPER_KINDS, Papers
from taybac_cluster.model.record import Route
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the days of the issuers, and those of the signers of each kind of paper."""
    if cluster.papers is None:
        return
    seen: dict[tuple[str, datetime.date | None], Route] = {}
    reported: set[Route] = set()
    for what, day, route in _entries(cluster.papers):
        first = seen.setdefault((what, day), route)
        if first != route and route not in reported:
            reported.add(route)
            where = cluster.papers.at(*route)
            yield RULE.at(where, cluster.papers.at(*first), day=day or Words("không ghi ngày", "no date"))


def _entries(papers: Papers) -> Iterator[tuple[str, datetime.date | None, Route]]:
    for at, issuer in enumerate(papers.issuers):
        yield "issuer", issuer.from_, ("issuers", at)
    for at, signer in enumerate(papers.signers):
        for kind in signer.papers or PAPER_KINDS:
            yield kind, signer.from_, ("signers", at)


_ONE = "issuers:\n  - from: 2023-01-01\n    name: CỤM MẪU\n"

RULE = Rule(
    code="R752",
    name="held-from-twice",
    title=Words(
        "Hai cơ quan ban hành, hoặc hai người ký một văn bản, từ cùng một ngày",
        "Two issuers, or two signers of a paper, from the same date",
    ),
    why=Words(
        "Mỗi văn bản chỉ có một cơ quan ban hành và một người ký; trùng ngày thì không biết lấy ai.",
        "A paper has one issuer and one signer; with the same date twice it is unclear which.",
    ),
    message=Words(
        "đã có một phần khác có hiệu lực từ {day}",
        "another entry already holds from {day}",
    ),
    hint=Words(
        "sửa “from” của một trong hai phần, hoặc ghi các loại văn bản khác nhau ở mục “papers”",
        "correct the “from” of one of the two, or name different papers under “papers”",
    ),
    bad=(Edit("papers.yaml", "", _ONE + "  - from: 2023-01-01\n    name: CỤM MẪU MỚI\n"),),
    good=(Edit("papers.yaml", "", _ONE + "  - from: 2024-01-01\n    name: CỤM MẪU MỚI\n"),),
    check=check,
)
