"""The cluster and its members to fill in."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.record import Language
from taybac_cluster.views.starters.lines import comment, key, off, quoted
from taybac_cluster.views.words import say

_HEAD = Words(
    """\
Cụm và các đô thị thành viên: là gì, từ ngày nào.

id của một đô thị viết thường, không dấu, nối bằng gạch ngang, và không bao giờ đổi: tên các tệp theo id.
member: from là ngày gia nhập; chưa biết thì ghi seen, là ngày đã thấy tên trong danh sách; until là
ngày cuối còn là thành viên. periods: từng giai đoạn, có hiệu lực từ ngày của nó; điều không ghi lại
thì giữ như trước. Điều chưa biết thì bỏ trống, không đoán.""",
    """\
The cluster and its members: what they are, and since when.

A city's id is in small letters without marks, joined by hyphens, and never changes: files are named
after it. member: from is the day it joined; where that is not known, seen is a day on which it was
on record; until is the last day of membership. periods: each holds from its date, and what it does
not name goes on. What is not known is left out, never guessed.""",
)
_SECRETARIAT = Words(
    "Ban thư ký: tài khoản được sửa mọi tệp", "The secretariat: the accounts that may change every file"
)
_TYPE = Words(
    "Loại hình (thành phố, thị xã, phường, xã), loại đô thị (đặc biệt, I, II, III, IV, V), tỉnh",
    "What it is (thành phố, thị xã, phường, xã), its class (đặc biệt, I, II, III, IV, V), its province",
)
_MAINTAINERS = Words("Tài khoản được sửa các tệp của đô thị này", "The accounts that may change this city’s files")


class Outline(NamedTuple):
    """What is known of a cluster at first."""

    id: str
    name: str
    association: str
    members: Mapping[str, str]
    """The names of the members by their ids."""
    classes: Sequence[str] = ()
    """Their classes, in the same order, where they are known."""
    accounts: bool = False
    """Whether the accounts that stand as samples are used."""


def text(outline: Outline, since: int, lang: Language) -> str:
    """Return the members file, every member on record since the first day of a year."""
    used = list if outline.accounts else off
    lines = [
        *comment(say(_HEAD, lang)),
        "",
        "cluster:",
        f"  id: {key(outline.id)}",
        f"  name: {quoted(outline.name)}",
        *([f"  association: {quoted(outline.association)}"] if outline.association else []),
        "  rotation:",
        "    order: longest_wait",
        *comment(say(_SECRETARIAT, lang), "  "),
        *used(["  secretariat:", '    - "@ban-thu-ky"']),
        "",
        "members:",
    ]
    for number, (member, name) in enumerate(outline.members.items()):
        urban_class = outline.classes[number] if number < len(outline.classes) else None
        lines += [f"  - id: {key(member)}", f"    name: {quoted(name)}", "    member:", f"      seen: {since}-01-01"]
        about = [*comment(say(_TYPE, lang), "    ")] if number == 0 else []
        period = ["    periods:", "      - type: thành phố", f"        class: {urban_class or 'III'}"]
        lines += [*about, *(period if urban_class else off(period))]
        about = [*comment(say(_MAINTAINERS, lang), "    ")] if number == 0 else []
        lines += [*about, *used(["    maintainers:", f'      - "@ubnd-{member}"']), ""]
    return "\n".join(lines[:-1]) + "\n"
