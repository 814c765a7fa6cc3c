"""A key that is unknown where it stands: which one was meant, or where it belongs."""

import itertools
import re
from collections.abc import Iterable
from typing import Any

from taybac_cluster.diagnostics import Diagnostic, Words, folded, nearest, suggestion, without_bullet
from taybac_cluster.load.characters import cut
from taybac_cluster.load.scalars import typed
from taybac_cluster.model.record import Location
from taybac_cluster.rules.block import OPEN, block, to_type
from taybac_cluster.rules.reading.shape import GROUP_IN_VALUES, MARK_IN_REPORT, UNKNOWN_KEY

_CALLED = {
    "member": "mã đô thị",
    "year": "năm",
    "status": "tình trạng số liệu",
    "submitted_on": "ngày nộp",
    "prepared_by": "người lập",
    "values": "số liệu",
    "gates": "điều kiện",
    "bonuses": "điểm cộng",
    "deductions": "điểm trừ",
    "highlights": "kết quả nổi bật",
    "not_competing": "không tham gia",
    "note": "ghi chú",
    "value": "giá trị",
    "numerator": "tử số",
    "denominator": "mẫu số",
    "missing": "thiếu số liệu",
    "evidence": "minh chứng",
    "appraised_by": "người thẩm định",
    "changes": "thay đổi",
    "marks": "điểm giám khảo",
    "reason": "lý do",
    "granted": "chấp nhận",
    "not_applicable": "không áp dụng",
    "groups": "nhóm",
    "criteria": "tiêu chí",
    "points": "điểm",
    "scale": "thang điểm",
    "unit": "đơn vị",
    "deadline": "hạn nộp",
    "ranking": "xếp hạng",
    "nomination": "đề nghị khen thưởng",
    "sources": "nguồn",
    "members": "thành viên",
    "host": "đơn vị đăng cai",
    "head": "cụm trưởng",
    "theme": "chủ đề",
    "seminar": "chủ đề hội thảo",
    "decisions": "quyết định",
    "ballots": "phiếu bầu",
    "present": "có mặt",
    "absent": "vắng mặt",
    "guests": "khách mời",
    "judges": "giám khảo",
    "name": "tên",
    "title": "chức vụ",
}
"""What the keys are called: an officer may well type the name."""


_COMPUTED = ("tong", "tong-diem", "tong-cong", "diem", "xep-hang", "thu-hang", "hang", "total", "rank", "score")
"""What an officer may add at the end of a report, and the program works out."""
_JUDGE = re.compile(r"(?:giam-khao|gk|judge)(?:-|\d|$)")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_MOST_JUDGES = 50
_CLOSE = 0.6
"""How alike a word and the name of a key must be."""


def unknown_key(where: Location, legal: list[str], *, near: bool) -> Diagnostic:
    """Report a key that does not belong where it stands; what was meant is looked for if `near`."""
    word = str(where.route[-1])
    meant = _elsewhere(where) or _meant(word, legal) if near else any_of(legal)
    return UNKNOWN_KEY.at(where, key=cut(word), suggestion=meant)


def judges_mark(where: Location, raw: Any) -> Diagnostic | None:
    """Report marks of judges below a criterion of a submission, once: at the first; None where the key is none."""
    route = where.route
    if len(route) != len(("values", "id", "key")) or route[0] != "values" or not _is_judge(str(route[-1])):
        return None
    criterion = str(route[1])
    given = itertools.islice(raw["values"][route[1]].items(), _MOST_JUDGES)
    marks = [(key, OPEN if isinstance(mark, dict | tuple) else typed(mark)) for key, mark in given if _is_judge(key)]
    if route[-1] not in dict(marks):
        return None
    first = Location(where.file, (*route[:-1], marks[0][0]), "key")
    lines = block(criterion, *marks).replace("\n", "\n  ")
    file = where.file.replace("submissions/", "appraisals/", 1)
    return MARK_IN_REPORT.at(first, key=cut(criterion), file=file, lines=to_type(f"marks:\n  {lines}"))


def group_of_values(where: Location, raw: Any) -> Diagnostic | None:
    """Report a group that was typed among the values with its criteria below it, once: at its key."""
    route = where.route
    if len(route) != len(("values", "id", "key")) or route[0] != "values":
        return None
    inside = list(itertools.islice(raw["values"][route[1]], _MOST_JUDGES))
    if route[-1] not in inside or not all(_ID.fullmatch(key) for key in inside):
        return None
    return GROUP_IN_VALUES.at(Location(where.file, route[:-1], "key"), key=cut(str(route[1])), first=cut(inside[0]))


def _is_judge(key: str) -> bool:
    """Whether a key names a judge: giam-khao-1, GK2, or a person in full."""
    words = key.split()
    return bool(_JUDGE.match(folded(key))) or (len(words) > 1 and all(word[0].isupper() for word in words))


_FILES = {
    "submissions/<năm>/<mã đô thị>.yaml": ("values", "highlights", "not_competing", "submitted_on"),
    "appraisals/<năm>/<mã đô thị>.yaml": ("marks", "changes", "deductions", "appraised_by"),
    "meetings/<năm>.yaml": ("judges", "ballots", "present", "decisions", "host", "guests", "delegates"),
    "criteria/<năm>.yaml": ("groups", "nomination", "ranking", "deadline", "as_of"),
}
"""Keys at the edge of a file, by the file that they belong in."""
_FEWEST_SPACES = 3


def _elsewhere(where: Location) -> Words | None:
    """Say where a key belongs that is one of another file's, or that it is no key: a sentence, or a result."""
    word = str(where.route[-1])
    if word.count(" ") >= _FEWEST_SPACES:
        return Words(
            "đây là một câu, không phải tên mục: xóa đi, hoặc gõ dấu # và dấu cách ở đầu dòng để giữ làm ghi chú",
            "this is a sentence, not a key: delete it, or begin the line with # and a space to keep it as a comment",
        )
    if len(where.route) > 1:
        return None
    if folded(word) in _COMPUTED and where.file.startswith("submissions/"):
        return Words(
            "xóa dòng này: điểm và thứ hạng do chương trình tính", "delete this line: the program works it out"
        )
    file = next((file for file, keys in _FILES.items() if word in keys), None)
    if file is None:
        return None
    if len(parts := where.file.removesuffix(".yaml").split("/")) == len(("kind", "year", "member")):
        file = file.replace("<năm>", parts[1]).replace("<mã đô thị>", parts[2])
    english = file.replace("<năm>", "<year>").replace("<mã đô thị>", "<member id>")
    return Words(f"mục này ghi trong tệp {file}", f"this belongs in the file {english}")


def _meant(word: str, legal: list[str]) -> Words:
    """Say which key a word stands for: one that it resembles, else one whose Vietnamese name it is, else all."""
    if bare := without_bullet(word, legal):
        return bare
    if nearest(word, legal):
        return suggestion(word, legal)
    if key := _called(word, legal):
        return Words(f"“{_CALLED[key]}” ghi là: {key}", f"“{_CALLED[key]}” is written: {key}")
    listed = ", ".join(f"{key} ({_CALLED[key]})" if key in _CALLED else key for key in legal)
    return Words(
        f"dùng một trong: {listed}; nếu không cần thì xóa dòng",
        f"use one of: {', '.join(legal)}; delete the line if none is meant",
    )


def _called(word: str, legal: Iterable[str]) -> str | None:
    """Return the key whose Vietnamese name a word is, or nearly is."""
    by_name = {folded(_CALLED[key]): key for key in legal if key in _CALLED}
    found = nearest(folded(word), [*by_name], 1, alike=_CLOSE) if "-" not in word else []
    return by_name[found[0]] if found else None


def named(key: str, typed_keys: list[str]) -> bool:
    """Whether a key was typed by its Vietnamese name."""
    return any(_called(word, (key,)) == key for word in typed_keys)


def any_of(words: list[str]) -> Words:
    """Say which words may be used."""
    listed = ", ".join(words)
    return Words(f"dùng một trong: {listed}", f"use one of: {listed}")
