"""A value without the evidence that its criterion requires."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for the evidence of every value that needs some and that counts for the city's class."""
    for year in walk.years(cluster):
        criteria = year.criteria.criteria
        required = [name for name, criterion in criteria.items() if criterion.evidence == "required"]
        if not required:
            continue
        for city in year.cities:
            values = city.submission.values
            for name in required if values else ():
                said = values.get(name) if values else None
                if said is None or name in city.expected.excluded or city.submission.partial:
                    continue
                if not said.evidence and said.missing is None and not said.blank:
                    yield RULE.at(city.submission.key("values", name), name=criteria[name].name)


RULE = Rule(
    code="R903",
    name="evidence-required",
    title=Words(
        "Thiếu minh chứng bắt buộc",
        "Required evidence is missing",
    ),
    why=Words(
        "Bộ tiêu chí yêu cầu minh chứng (“evidence: required”): không có thì không thẩm định được giá trị.",
        "The set requires evidence (“evidence: required”): without it the value cannot be appraised.",
    ),
    message=Words(
        "“{name}” phải kèm minh chứng",
        "“{name}” needs evidence",
    ),
    hint=Words(
        "dưới mã tiêu chí ghi các dòng thụt vào: “value: …”, “evidence:” và dưới đó mỗi tệp một dòng “- tên-tệp.pdf”",
        "below the criterion’s id write indented lines: “value: …”, “evidence:” and below it each file on a line "
        "“- file.pdf”",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "      - id: van-ban\n",
            "      - id: van-ban\n        evidence: required\n",
        ),
    ),
    good=(
        Edit(
            "criteria/2023.yaml",
            "      - id: van-ban\n",
            "      - id: van-ban\n        evidence: required\n",
        ),
        Edit(
            "submissions/2023/sa-pa.yaml",
            "  van-ban: 4\n",
            "  van-ban:\n    value: 4\n    evidence:\n      - danh-muc.pdf\n",
        ),
        Edit(
            "submissions/2023/lao-cai.yaml",
            "  van-ban: 5\n",
            "  van-ban:\n    value: 5\n    evidence:\n      - danh-muc.pdf\n",
        ),
        Edit("evidence/2023/sa-pa/danh-muc.pdf", "", "%PDF"),
        Edit("evidence/2023/lao-cai/danh-muc.pdf", "", "%PDF"),
    ),
    check=check,
)
