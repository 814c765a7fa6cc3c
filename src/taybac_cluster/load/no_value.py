"""What is said of a key that has no value: it depends on what may stand there."""

import re
from typing import Any, Final, Literal

from taybac_cluster.diagnostics import Words
from taybac_cluster.load.characters import cut
from taybac_cluster.load.node import Node

Room = Literal["figure", "block", "comment", "other"]
"""What may stand after a key: a figure, lines of its own, only a comment as yet, or something else."""

_COMMENT = re.compile(r"\s*:[ \t]+#")
_OTHERWISE: Final[dict[Room, Words]] = {
    "block": Words(
        "nếu là mục có nhiều dòng thì gõ các dòng ấy ngay bên dưới, mỗi dòng thụt vào 2 dấu cách",
        "where it has lines of its own, type them below it, each set in by 2 spaces",
    ),
    "comment": Words(
        "phần sau dấu # là ghi chú, không được đọc: giá trị đứng trước dấu #, chữ có dấu # thì đặt trong dấu nháy",
        "what follows a # is a comment and is not read: the value stands before it; a text with a # needs quotes",
    ),
    "other": Words("dòng nào bắt buộc thì chương trình sẽ báo", "if the line is required, the program will say so"),
}


def no_value(key: str, room: Room = "other") -> dict[str, Any]:
    """Return the parameters of that fault; only a figure may be said to be missing."""
    otherwise = _OTHERWISE.get(room) or Words(
        f"chưa có số liệu thì gõ hai dòng:\n{cut(key)}:\n  missing: lý do",
        f"where there is no figure, type two lines:\n{cut(key)}:\n  missing: reason",
    )
    return {"key": cut(key), "otherwise": otherwise}


def room_for(node: Node, text: str) -> Room:
    """Return what may stand after the key that comes next in a mapping."""
    if _COMMENT.match(text, node.keys[node.key].end_mark.index):
        return "comment"
    if node.route[-1:] == ("values",):
        return "figure"
    return "other" if node.start.column or node.in_braces else "block"
