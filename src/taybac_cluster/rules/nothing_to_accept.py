"""An entry of `accepted` that meets no warning; `accepted` finds it, in whichever kind of file."""

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.record import Accepted, Location
from taybac_cluster.rules.rule import Edit, Rule


def of(entry: Accepted, place: Location) -> Diagnostic:
    """Say that an entry meets no warning."""
    where = Words("trong tệp này", "in this file")
    if entry.at is not None:
        where = Words(f"ở {entry.at}", f"at {entry.at}")
    return RULE.at(place, code=entry.code, at=where)


RULE = Rule(
    code="R215",
    name="nothing-to-accept",
    title=Words("Chấp nhận một cảnh báo không có", "An accepted warning that is not there"),
    why=Words(
        "Mục “accepted” chỉ ghi các cảnh báo đã xem xét và giữ nguyên; cảnh báo không còn thì phần này có thể che một "
        "cảnh báo khác về sau. Lỗi thì không chấp nhận được, phải sửa.",
        "“accepted” lists warnings that were looked at and left; once a warning is gone, the entry could hide another "
        "later. An error cannot be accepted; it must be fixed.",
    ),
    message=Words("không có cảnh báo {code} {at}", "there is no warning {code} {at}"),
    hint=Words(
        "sửa “code” hoặc “at” cho đúng với cảnh báo (“at” là các tên mục nối bằng dấu chấm), hoặc xóa mục này",
        "correct “code” or “at” to match the warning (“at” is the keys joined by dots), or delete the entry",
    ),
    bad=(
        Edit(
            "submissions/2023/sa-pa.yaml",
            "highlights:",
            "accepted:\n  - code: R405\n    at: values.nuoc-thai\n    reason: đã kiểm tra với trạm xử lý\nhighlights:",
        ),
    ),
    good=(
        Edit("submissions/2023/sa-pa.yaml", "  nuoc-thai: 45.5", "  nuoc-thai: 0.455"),
        Edit(
            "submissions/2023/sa-pa.yaml",
            "highlights:",
            "accepted:\n  - code: R405\n    at: values.nuoc-thai\n    reason: đã kiểm tra với trạm xử lý\nhighlights:",
        ),
    ),
    severity="warning",
)
