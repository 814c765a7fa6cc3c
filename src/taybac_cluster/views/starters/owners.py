"""The code owners of a data repository: who must agree to a change of which file."""

from taybac_cluster.diagnostics import Words
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Language
from taybac_cluster.views.starters.lines import comment
from taybac_cluster.views.words import say

_HEAD = Words(
    """\
Ai phải đồng ý khi một tệp thay đổi. Lấy từ secretariat và maintainers trong data/members.yaml lúc
tạo kho; đổi người thì sửa cả hai nơi. Để có hiệu lực: bật "Require review from Code Owners" cho
nhánh main.""",
    """\
Who must agree to a change of a file. Taken from secretariat and maintainers in data/members.yaml
when the repository was made; where people change, change both. To make it count, turn on "Require
review from Code Owners" for the branch main.""",
)


def text(roster: Roster, lang: Language) -> str:
    """Return the file: the secretariat for everything, each city's own people for its files."""
    office = " ".join(roster.cluster.secretariat)
    lines = [*comment(say(_HEAD, lang)), "", f"{'' if office else '# '}* {office or '@ban-thu-ky'}"]
    for member in roster.members:
        who = " ".join(dict.fromkeys((*member.maintainers, *roster.cluster.secretariat)))
        lead = "" if member.maintainers else "# "
        people = who if member.maintainers else f"@ubnd-{member.id}"
        lines += [
            f"{lead}/data/submissions/*/{member.id}.yaml {people}",
            f"{lead}/data/evidence/*/{member.id}/ {people}",
        ]
    return "\n".join(lines) + "\n"
