"""Evidence for a criterion that takes none."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.submission import Value
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for evidence where the set says “evidence: none”."""
    for year in walk.years(cluster):
        for block in year.blocks:
            if isinstance(block.said, Value) and block.said.evidence:
                criterion = block.city.expected.criteria[block.name]
                if criterion.evidence == "none":
                    yield RULE.at(block.document.key(block.part, block.name, "evidence"), name=criterion.name)


RULE = Rule(
    code="R904",
    name="evidence-not-asked",
    title=Words(
        "Kèm minh chứng cho tiêu chí không cần",
        "Evidence for a criterion that takes none",
    ),
    why=Words(
        "Bộ tiêu chí ghi “evidence: none” cho tiêu chí này; minh chứng ở đây thường do nhầm tiêu chí.",
        "The set says “evidence: none” for this criterion; evidence here usually belongs to another.",
    ),
    message=Words(
        "“{name}” không cần minh chứng",
        "“{name}” takes no evidence",
    ),
    hint=Words(
        "chuyển minh chứng sang đúng tiêu chí, hoặc xóa",
        "move the evidence to the right criterion, or delete it",
    ),
    bad=(
        Edit("criteria/2023.yaml", "      - id: van-ban\n", "      - id: van-ban\n        evidence: none\n"),
        Edit(
            "submissions/2023/sa-pa.yaml",
            "  van-ban: 4\n",
            "  van-ban:\n    value: 4\n    evidence:\n      - danh-muc.pdf\n",
        ),
        Edit("evidence/2023/sa-pa/danh-muc.pdf", "", "%PDF"),
    ),
    severity="warning",
    check=check,
)
