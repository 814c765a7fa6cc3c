"""A criteria set of more parts than anybody can work with."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for sets of more groups, criteria, gates, bonuses and deductions than are ranked."""
    for criteria in walk.criteria_sets(cluster):
        if (parts := walk.parts(criteria)) > walk.MOST_PARTS:
            yield RULE.at(criteria.key("groups"), count=parts)


RULE = Rule(
    code="R329",
    name="set-too-large",
    title=Words("Bộ tiêu chí quá lớn", "The criteria set is too large"),
    why=Words(
        "Bộ tiêu chí có vài chục tiêu chí; hàng nghìn mục thường là do dán nhầm nội dung khác vào tệp. Một bộ lớn như "
        "vậy không ai đọc hết được và làm mọi lệnh chạy rất lâu.",
        "A criteria set has some dozens of criteria; thousands are usually something else that was pasted into the "
        "file. Nobody could read such a set through, and every command would take very long.",
    ),
    message=Words(
        "bộ tiêu chí có {count} mục, tối đa 500 nhóm, tiêu chí, điều kiện, điểm cộng và điểm trừ",
        "the set has {count} parts; at most 500 groups, criteria, gates, bonuses and deductions in all",
    ),
    hint=Words(
        "bỏ những gì không thuộc bộ tiêu chí của năm, hoặc gộp các tiêu chí nhỏ",
        "remove what does not belong to the year’s set, or join small criteria",
    ),
    bad=(
        Edit(
            "criteria/2023.yaml",
            "    - id: sang-kien\n",
            "".join(
                f"    - id: sang-kien-{each}\n      name: Sáng kiến {each}\n      points: 2\n"
                for each in range(1, walk.MOST_PARTS)
            )
            + "    - id: sang-kien\n",
        ),
    ),
    check=check,
)
