"""A small complete year that ranks, of made-up cities: what `cluster init --example` writes beside the empty files."""

from collections.abc import Mapping
from decimal import Decimal

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.starters import criteria
from taybac_cluster.views.starters.lines import comment, typed
from taybac_cluster.views.words import say

MEMBERS = {"do-thi-a": "Đô thị A", "do-thi-b": "Đô thị B", "do-thi-c": "Đô thị C", "do-thi-d": "Đô thị D"}
"""The cities of the example, by id."""
CLASSES = ("II", "III", "III", "III")

_MADE_UP = Words(
    "SỐ LIỆU MINH HỌA, không phải số liệu thật của đô thị nào. Xóa tệp này khi dùng thật.",
    "ILLUSTRATIVE figures of no real city. Delete this file before real use.",
)
_GREEN, _WASTE, _PLAN, _YEARLY = "dien-tich-cay-xanh", "thu-gom-rac", "quy-hoach", "ke-hoach-nam"
_VALUES: Mapping[str, Mapping[str, Decimal | str | bool]] = {
    "do-thi-a": {_GREEN: Decimal("7.4"), _WASTE: Decimal("96.5"), _PLAN: "cấp tỉnh", _YEARLY: True},
    "do-thi-b": {_GREEN: Decimal("6.8"), _WASTE: Decimal("91.2"), _PLAN: "cấp tỉnh", _YEARLY: True},
    "do-thi-c": {_GREEN: Decimal("5.1"), _WASTE: Decimal("88.0"), _PLAN: "cấp cơ sở", _YEARLY: True},
    "do-thi-d": {_GREEN: Decimal("4.3"), _WASTE: Decimal("82.7"), _PLAN: "cấp cơ sở", _YEARLY: False},
}
_APPRAISED = "do-thi-b"


def texts(year: int, lang: Language) -> dict[str, str]:
    """Return the files of the year by their paths in the data folder; the members file is the caller's."""
    head = "\n".join(comment(say(_MADE_UP, lang))) + "\n\n"
    files = {f"submissions/{year}/{member}.yaml": head + _submission(member, year) for member in MEMBERS}
    return files | {
        f"criteria/{year}.yaml": criteria.text(year, lang).replace("status: draft", "status: illustrative"),
        f"appraisals/{year}/{_APPRAISED}.yaml": head + _appraisal(year),
        f"meetings/{year}.yaml": head + _meeting(year),
    }


def _submission(member: str, year: int) -> str:
    values = "".join(f"  {key}: {typed(value)}\n" for key, value in _VALUES[member].items())
    bonus = "bonuses:\n  sang-kien: true\n" if member == "do-thi-a" else ""
    return (
        f"member: {member}\nyear: {year}\nstatus: illustrative\nsubmitted_on: {year}-09-10\n"
        f"values:\n{values}gates:\n  bao-cao-day-du: true\n{bonus}"
    )


def _appraisal(year: int) -> str:
    return (
        f"member: {_APPRAISED}\nyear: {year}\nstatus: illustrative\nappraised_by:\n  - name: Tổ thẩm định\n"
        f"changes:\n  {_WASTE}:\n    value: 89.6\n    reason: Chỉ tính khu vực đã có hợp đồng thu gom\n"
    )


def _meeting(year: int) -> str:
    present = "".join(f"  - {member}\n" for member in MEMBERS)
    votes = "".join(
        f"      {member}:\n        for: {count}\n" for member, count in zip(MEMBERS, (4, 4, 4), strict=False)
    )
    return (
        f"year: {year}\nheld_on: {year}-09-30\nhead: do-thi-a\nhost: do-thi-b\npresent:\n{present}"
        f"ballots:\n  nomination:\n    rule:\n      base: members\n      threshold: 80\n      source: Quy chế của cụm\n"
        f"    votes:\n{votes}"
        f"decisions:\n  nominated:\n    - do-thi-a\n    - do-thi-b\n    - do-thi-c\n"
        f"  next:\n    year: {year + 1}\n    host: do-thi-c\n"
    )
