"""A change to the very value that the city gave."""

from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import LocalText
from taybac_cluster.model.submission import Change, Value
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare every change with what the city says."""
    for year in walk.years(cluster):
        for city, appraisal in year.appraised:
            for name, change in appraisal.changes.items():
                claimed = city.submission.value(name)
                if claimed is not None and not change.not_applicable and _same(claimed, change):
                    shown = _shown(change)
                    yield RULE.at(appraisal.key("changes", name), id=name, value=shown)


def _same(claimed: Value, change: Change) -> bool:
    if change.missing:
        return claimed.missing is not None
    if change.value is not None:
        return type(claimed.value) is type(change.value) and claimed.value == change.value
    two = change.numerator, change.denominator
    return None not in two and (claimed.numerator, claimed.denominator) == two


def _shown(change: Change) -> Decimal | LocalText | str | Words:
    if change.missing:
        return Words("không có số liệu", "missing")
    if change.value is None:
        return f"{change.numerator} / {change.denominator}"
    if isinstance(change.value, bool):
        return "true" if change.value else "false"
    return change.value


RULE = Rule(
    code="R510",
    name="nothing-changed",
    title=Words(
        "Thẩm định ghi lại đúng giá trị cũ",
        "A change to the same value",
    ),
    why=Words(
        "Nội dung sửa không làm thay đổi gì thường do quên ghi giá trị mới, hoặc đô thị đã tự sửa báo cáo.",
        "A change that changes nothing usually lacks its new value, or the city has corrected its report since.",
    ),
    message=Words(
        "“{id}”: báo cáo đã ghi {value}, thẩm định cũng ghi {value}",
        "“{id}”: the submission says {value}, and so does the appraisal",
    ),
    hint=Words(
        "ghi giá trị mới, hoặc xóa nội dung sửa này",
        "write the new value, or delete the change",
    ),
    bad=(Edit("appraisals/2023/lao-cai.yaml", "    value: 58\n", "    value: 62\n"),),
    severity="warning",
    check=check,
)
