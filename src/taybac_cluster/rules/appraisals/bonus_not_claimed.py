"""A ruling on a bonus that the city did not claim."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule

_GRANTED = Words("thẩm định vẫn cộng điểm", "the panel grants it all the same")
_REFUSED = Words("thẩm định từ chối nội dung không ai đề nghị", "the panel refuses what nobody asked for")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for the claim behind every ruling on a bonus of the set."""
    for year in walk.years(cluster):
        items = {item.id: item for item in year.criteria.bonuses.items}
        for city, appraisal in year.appraised:
            if city.submission.partial:
                continue
            for name, ruling in appraisal.bonuses.items():
                claim = city.submission.bonuses.get(name)
                if name in items and (claim is None or not claim.value):
                    effect = _GRANTED if ruling.granted else _REFUSED
                    yield RULE.at(appraisal.key("bonuses", name), name=items[name].name, effect=effect)


RULE = Rule(
    code="R509",
    name="bonus-not-claimed",
    title=Words(
        "Thẩm định điểm cộng mà đô thị không đề nghị",
        "A ruling on a bonus that was not claimed",
    ),
    why=Words(
        "Đô thị đề nghị điểm cộng rồi tổ thẩm định xét; không có đề nghị thì có thể đã nhầm đô thị hoặc nhầm mã.",
        "A city claims a bonus and the panel rules on it; without a claim it may be the wrong city or the wrong id.",
    ),
    message=Words(
        "đô thị không đề nghị điểm cộng “{name}”: {effect}",
        "the city did not claim the bonus “{name}”: {effect}",
    ),
    hint=Words(
        "kiểm tra lại mã và đô thị; nếu đúng thì giữ nguyên",
        "check the id and the city; if both are right, leave it",
    ),
    bad=(
        Edit(
            "appraisals/2023/lao-cai.yaml",
            "marks:",
            "bonuses:\n  sang-kien:\n    granted: false\n    reason: chưa được áp dụng\nmarks:",
        ),
    ),
    good=(
        Edit(
            "appraisals/2023/lao-cai.yaml",
            "marks:",
            "bonuses:\n  sang-kien:\n    granted: false\n    reason: chưa được áp dụng\nmarks:",
        ),
        Edit("submissions/2023/lao-cai.yaml", "gates:", "bonuses:\n  sang-kien: true\ngates:"),
    ),
    severity="warning",
    check=check,
)
