"""A gate that neither the city nor the panel has answered."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the gates of the set with the answers of every city that competes."""
    for year in walk.years(cluster):
        gates = {gate.id: gate for gate in year.criteria.gates}
        if not gates:
            continue
        for city in year.cities:
            answered = city.submission.gates
            if answered.keys() >= gates.keys() or city.submission.values is None or city.standing is None:
                continue
            ruled = city.appraisal.gates if city.appraisal else {}
            if city.submission.partial or walk.appraisal_unclear(cluster, year.round.year, city):
                continue
            for name, gate in gates.items():
                if name not in answered and name not in ruled:
                    place = city.submission.key("gates") if answered else city.submission.at("member")
                    yield RULE.at(place, id=name, name=gate.name)


RULE = Rule(
    code="R413",
    name="gate-not-answered",
    title=Words(
        "Điều kiện bắt buộc chưa trả lời",
        "A gate that is not answered",
    ),
    why=Words(
        "Điều kiện chưa trả lời coi như không đạt: đô thị vẫn được xếp hạng nhưng không được đề nghị khen thưởng.",
        "A gate that is not answered is not passed: the city is ranked but cannot be nominated.",
    ),
    message=Words(
        "chưa trả lời điều kiện bắt buộc “{name}” ({id})",
        "the gate “{name}” ({id}) is not answered",
    ),
    hint=Words(
        "dưới “gates:” ghi “{id}: true” (đạt) hoặc “{id}: false” (không đạt), thụt vào hai dấu cách",
        "under “gates:” write “{id}: true” (passed) or “{id}: false” (not passed), indented by two spaces",
    ),
    bad=(Edit("submissions/2023/lao-cai.yaml", "gates:\n  khong-o-nhiem: true\n", ""),),
    good=(
        Edit("submissions/2023/lao-cai.yaml", "gates:\n  khong-o-nhiem: true\n", ""),
        Edit(
            "appraisals/2023/lao-cai.yaml",
            "marks:",
            "gates:\n  khong-o-nhiem:\n    value: true\n    reason: Đã kiểm tra thực địa\nmarks:",
        ),
    ),
    severity="warning",
    check=check,
)
