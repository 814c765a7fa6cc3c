"""A value that is not written as its scale needs it: two numbers for a ratio, one value for the others, or missing."""

import re
from collections.abc import Iterator
from decimal import Decimal

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Marks, Ratio, Scale
from taybac_cluster.model.submission import Change, Submission, Value
from taybac_cluster.rules import walk
from taybac_cluster.rules.block import OPEN, in_quotes
from taybac_cluster.rules.block import block as typed_block
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.submissions import part_astray

Fault = tuple[Words, Words]
"""What is wrong, and what to do."""

_TWO_NUMBERS = Words(
    "ghi tử số (numerator) và mẫu số (denominator), mỗi số một dòng; tỷ lệ phần trăm được tính từ hai số này:\n{lines}",
    "write the numerator and the denominator, each on a line of its own; the percentage is worked out from them:\n"
    "{lines}",
)
_PAIR = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*/\s*([0-9]+(?:\.[0-9]+)?)\s*(?:=.*)?")
_RATIO: Fault = (Words("cần tử số và mẫu số, không phải một giá trị", "takes two numbers, not one value"), _TWO_NUMBERS)
_NO_RATIO: Fault = (
    Words("cần một giá trị, không phải tử số và mẫu số", "takes one value, not a numerator and denominator"),
    Words("ghi một giá trị sau mã tiêu chí: {lines}", "write one value after the criterion’s id: {lines}"),
)
_HALF: Fault = (Words("thiếu tử số hoặc mẫu số", "lacks its numerator or denominator"), _TWO_NUMBERS)
_MARKS: Fault = (
    Words("do giám khảo chấm, đô thị không ghi giá trị", "is marked by judges; a city gives no value for it"),
    Words(
        "xóa khỏi tệp này; điểm giám khảo ghi trong tệp {file}:\n{lines}",
        "delete it here; marks belong in the file {file}:\n{lines}",
    ),
)
_BOTH: Fault = (
    Words("vừa có giá trị vừa ghi “missing” (không có số liệu)", "has a value and says “missing” too"),
    Words("chỉ giữ một: giá trị, hoặc dòng “missing: lý do”", "keep one: the value, or the line “missing: reason”"),
)
_TWICE: Fault = (
    Words("vừa có “value” vừa có tử số, mẫu số", "has “value” and a numerator or denominator too"),
    Words(
        "tiêu chí tính tỷ lệ thì chỉ giữ tử số và mẫu số; tiêu chí khác thì chỉ giữ “value”",
        "for a ratio keep the numerator and the denominator; for any other criterion keep “value”",
    ),
)
_NOTHING: Fault = (
    Words("không có giá trị nào", "has no value"),
    Words(
        "ghi “value: …” thụt vào; nếu không có số liệu thì ghi “missing: lý do”",
        "write an indented “value: …”, or “missing: reason” if there is none",
    ),
)


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the form of every value with its scale; what a change says at all is another rule's."""
    for year in walk.years(cluster):
        for block in year.given():
            scale, whole = block.city.expected.scales[block.name], block.city.expected.criteria[block.name].scale
            if type(scale) is not type(whole):
                continue  # the class names another kind of scale, which is reported there
            fault = _fault(block.said, scale)
            if fault is None or (fault in (_NOTHING, _HALF) and block.document.partial):
                continue
            if fault in (_NOTHING, _HALF) and part_astray.below(block):
                continue  # the rest of it stands below, not set in, which is reported there
            if isinstance(block.document, Submission) or fault in (_RATIO, _NO_RATIO, _HALF):
                name = block.city.expected.criteria[block.name].name
                alone = block.said.model_fields_set == {"value"}
                document, route = block.document, (block.part, block.name)
                place = document.at(*route, "value") if alone else document.key(*route)
                yield RULE.at(place, name=name, what=fault[0], write=_write(fault, block, year))


def _write(fault: Fault, block: walk.Given, year: walk.Year) -> Words:
    """Return what to do, with the lines to type."""
    file, lines = f"appraisals/{year.round.year}/{block.city.id}.yaml", ""
    reason = [("reason", in_quotes(block.said.reason.vi))] if isinstance(block.said, Change) else []
    if fault in (_RATIO, _HALF):
        lines = typed_block(block.name, *zip(("numerator", "denominator"), _halves(block.said), strict=True), *reason)
    elif fault is _NO_RATIO:
        lines = "\n" + typed_block(block.name, ("value", OPEN), *reason) if reason else f"{block.name}: {OPEN}"
    elif fault is _MARKS:
        judges = year.round.meeting.judges if year.round.meeting is not None else ()
        mark = _typed(block.said.value) if isinstance(block.said.value, Decimal) else OPEN
        judge = judges[0].id if judges else "giam-khao-1"
        lines = f"marks:\n  {block.name}:\n    {judge}: {mark}"
    return Words(*(text.format(file=file, lines=lines) for text in fault[1]))


def _halves(said: Value | Change) -> tuple[str, str]:
    """Return the two numbers as far as they are given, also as a fraction: 812/930."""
    if isinstance(said.value, str) and (match := _PAIR.fullmatch(said.value)):
        return match[1], match[2]
    return _typed(said.numerator), _typed(said.denominator)


def _typed(number: Decimal | None) -> str:
    return OPEN if number is None else f"{number:f}"


def _fault(said: Value | Change, scale: Scale) -> Fault | None:
    value, halves = said.value is not None, (said.numerator is not None) + (said.denominator is not None)
    if isinstance(said, Value):
        if said.missing is not None:
            return _BOTH if value or halves else None
        if not value and not halves:
            return None if said.blank else _NOTHING
    if isinstance(scale, Marks):
        return _MARKS if value or halves else None
    if value and halves:
        return _TWICE
    if isinstance(scale, Ratio):
        return _RATIO if value else _HALF if halves == 1 else None
    return _NO_RATIO if halves else None


RULE = Rule(
    code="R403",
    name="value-form",
    title=Words(
        "Giá trị ghi không đúng cách mà thang điểm cần",
        "A value not written as its scale needs it",
    ),
    why=Words(
        "Tỷ lệ được tính từ tử số và mẫu số để ai cũng kiểm tra lại được; các tiêu chí khác chỉ có một giá trị.",
        "A ratio is worked out from two raw numbers so that anyone can check it; other criteria have one value.",
    ),
    message=Words(
        "“{name}” {what}",
        "“{name}” {what}",
    ),
    hint=Words("{write}", "{write}"),
    bad=(
        Edit(
            "submissions/2023/sa-pa.yaml",
            "  rac-thai:\n    numerator: 812\n    denominator: 930\n",
            "  rac-thai: 87.3\n",
        ),
    ),
    good=(
        Edit(
            "submissions/2023/sa-pa.yaml",
            "  cay-xanh: 7.2\n",
            "  cay-xanh:\n    value: 7.2\n    note: theo kiểm kê đất đai\n",
        ),
    ),
    check=check,
)
