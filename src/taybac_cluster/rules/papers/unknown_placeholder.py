"""Wording of a paper with braces that nothing fills."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.papers import OF_A_MEMBER, PLACEHOLDERS, PaperKind, unfilled
from taybac_cluster.model.record import LocalText
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the braces in the subject and the body of every kind of paper."""
    papers = cluster.papers
    for kind, words in papers.papers.items() if papers else ():
        for key, text in (("subject", words.subject), ("body", words.body)):
            if text is not None and papers is not None:
                yield from (RULE.at(papers.at("papers", kind, key), word=word) for word in _strange(text, kind))


def _strange(text: LocalText, kind: PaperKind) -> Iterator[str]:
    allowed = PLACEHOLDERS if kind == "notice" else [each for each in PLACEHOLDERS if each not in OF_A_MEMBER]
    yield from unfilled(text.vi, allowed)


RULE = Rule(
    code="R751",
    name="unknown-placeholder",
    title=Words(
        "Ngoặc nhọn trong lời văn không có gì để điền",
        "Wording with braces that nothing fills",
    ),
    why=Words(
        "Chỗ trong ngoặc nhọn được điền bằng số liệu của năm; ghi sai tên thì ngoặc nhọn còn nguyên trên văn bản "
        "đã ký.",
        "Braces are filled with the year’s figures; with a wrong name they would stay on the signed paper.",
    ),
    message=Words(
        "không có gì để điền vào “{word}”",
        "nothing fills “{word}”",
    ),
    hint=Words(
        "lệnh cluster schema papers liệt kê các tên dùng được; nếu là chữ thường thì bỏ ngoặc nhọn",
        "cluster schema papers lists the names that may be used; remove the braces if it is plain text",
    ),
    bad=(Edit("papers.yaml", "", 'papers:\n  proposal:\n    body: "Năm {nam}, {cluster} đề nghị khen thưởng."\n'),),
    good=(Edit("papers.yaml", "", 'papers:\n  proposal:\n    body: "Năm {year}, {cluster} đề nghị khen thưởng."\n'),),
    check=check,
)
