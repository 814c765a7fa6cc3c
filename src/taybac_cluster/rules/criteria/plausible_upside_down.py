"""A plausible range whose lowest is above its highest."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the two ends of every plausible range."""
    for criteria in walk.criteria_sets(cluster):
        for route, criterion in criteria.leaves():
            usual = criterion.plausible
            if usual is not None and usual.min is not None and usual.max is not None and usual.min > usual.max:
                place = criteria.at(*route, "plausible", "min")
                yield RULE.at(place, name=criterion.name, min=usual.min, max=usual.max)


RULE = Rule(
    code="R317",
    name="plausible-upside-down",
    title=Words(
        "Khoảng hợp lý có mức thấp nhất lớn hơn mức cao nhất",
        "A plausible range whose minimum is above its maximum",
    ),
    why=Words(
        "Không giá trị nào nằm trong khoảng này, nên đô thị nào cũng bị cảnh báo.",
        "No value lies in such a range, so every city would get a warning.",
    ),
    message=Words(
        "“{name}”: khoảng hợp lý ghi từ {min} đến {max}",
        "“{name}”: the plausible range goes from {min} to {max}",
    ),
    hint=Words(
        "đổi chỗ “min” và “max”",
        "swap “min” and “max”",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "          full_at: 10\n",
            "          full_at: 10\n        plausible:\n          min: 100\n          max: 0\n",
        ),
    ),
    check=check,
)
