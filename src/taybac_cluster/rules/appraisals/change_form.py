"""A change that says nothing, or two things."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.submission import Change
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule

_NOTHING = Words("không ghi sửa thành gì", "does not say what replaces the value")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Count what every change says: a value, two numbers, missing, or not applicable."""
    for _, appraisal in walk.appraisals(cluster):
        for name, change in appraisal.changes.items():
            said = _said(change)
            if len(said) > 1:
                listed = ", ".join(said)
                what = Words(f"ghi cùng lúc {listed}", f"says {listed} at once")
            elif not said and not appraisal.partial:
                what = _NOTHING
            else:
                continue
            yield RULE.at(appraisal.key("changes", name), id=name, what=what)


def _said(change: Change) -> list[str]:
    found = ["value"] if change.value is not None else []
    if change.numerator is not None or change.denominator is not None:
        found.append("numerator/denominator")
    return found + [key for key in ("missing", "not_applicable") if getattr(change, key)]


RULE = Rule(
    code="R502",
    name="change-form",
    title=Words(
        "Nội dung sửa của thẩm định không rõ",
        "A change that says nothing, or two things",
    ),
    why=Words(
        "Mỗi nội dung sửa thay giá trị của đô thị bằng đúng một điều: số khác, không có số liệu, hoặc không áp dụng.",
        "A change replaces a city’s value by one thing: another value, missing, or not applicable.",
    ),
    message=Words(
        "nội dung sửa “{id}” {what}",
        "the change of “{id}” {what}",
    ),
    hint=Words(
        "ghi đúng một trong các cách: “value: …”; “numerator: …” và “denominator: …”; “missing: true”; "
        "“not_applicable: true”",
        "write one of: “value: …”; “numerator: …” and “denominator: …”; “missing: true”; “not_applicable: true”",
    ),
    bad=(Edit("appraisals/2023/lao-cai.yaml", "    value: 58\n", "    value: 58\n    not_applicable: true\n"),),
    check=check,
)
