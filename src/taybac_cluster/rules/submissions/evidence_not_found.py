"""Evidence that is named but not there."""

import unicodedata
from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words, nearest
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.submissions.evidence_outside import leaves

_EMPTY = Words("thư mục này chưa có tệp nào", "the folder has no files yet")
_OTHERS = Words("các tệp ở đó: {files}", "the files there: {files}")
_SHOWN = 3


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look up every file of evidence in the city's folder."""
    for year in walk.years(cluster):
        if not year.citations:
            continue
        there = {unicodedata.normalize("NFC", file) for file in cluster.evidence.get(year.round.year, ())}
        for citation in year.citations:
            if citation.file not in there and not leaves(citation.name):
                prefix = f"{citation.city.id}/"
                own = sorted(file.removeprefix(prefix) for file in there if file.startswith(prefix))
                yield RULE.at(
                    citation.location,
                    path=f"evidence/{year.round.year}/{citation.file}",
                    others=_others(citation.name, own),
                )


def _others(name: str, own: list[str]) -> Words:
    if not own:
        return _EMPTY
    files = ", ".join(nearest(name, own, _SHOWN) or own[:_SHOWN])
    return Words(*(words.format(files=files) for words in _OTHERS))


RULE = Rule(
    code="R901",
    name="evidence-not-found",
    title=Words(
        "Không tìm thấy tệp minh chứng",
        "Evidence that is not there",
    ),
    why=Words(
        "Tổ thẩm định và các đô thị khác phải mở được minh chứng đã nêu.",
        "The panel and the other cities must be able to open the evidence that is named.",
    ),
    message=Words(
        "không có tệp {path}",
        "there is no file {path}",
    ),
    hint=Words(
        "chép tệp vào đúng chỗ ấy, hoặc sửa tên cho đúng; {others}",
        "copy the file there, or correct the name; {others}",
    ),
    bad=(
        Edit(
            "submissions/2023/sa-pa.yaml",
            "  cay-xanh: 7.2\n",
            "  cay-xanh:\n    value: 7.2\n    evidence:\n      - kiem-ke-2023.pdf\n",
        ),
    ),
    good=(
        Edit(
            "submissions/2023/sa-pa.yaml",
            "  cay-xanh: 7.2\n",
            "  cay-xanh:\n    value: 7.2\n    evidence:\n      - kiem-ke-2023.pdf\n",
        ),
        Edit("evidence/2023/sa-pa/kiem-ke-2023.pdf", "", "%PDF"),
    ),
    check=check,
)
