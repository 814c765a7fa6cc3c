"""A maintainer whose login is not written as one."""

import re
from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Route
from taybac_cluster.rules.rule import Edit, Rule

_LOGIN = r"@[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?(?:/[A-Za-z0-9._-]{1,100})?"
"""@login, or @organization/team."""

_MAX_ECHO = 60


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the logins of the secretariat and of every member's maintainers."""
    roster = cluster.roster
    if roster is None:
        return
    for route, login in _logins(roster):
        if not re.fullmatch(_LOGIN, login):
            yield RULE.at(roster.at(*route), login=login[:_MAX_ECHO])


def _logins(roster: Roster) -> Iterator[tuple[Route, str]]:
    for index, login in enumerate(roster.cluster.secretariat):
        yield ("cluster", "secretariat", index), login
    for at, member in enumerate(roster.members):
        for index, login in enumerate(member.maintainers):
            yield ("members", at, "maintainers", index), login


RULE = Rule(
    code="R708",
    name="login-form",
    title=Words(
        "Tài khoản của người phụ trách ghi không đúng dạng",
        "A login in another form",
    ),
    why=Words(
        "Tài khoản này cho biết ai được sửa tệp của đô thị; ghi sai thì người phụ trách bị từ chối.",
        "These logins say who may change a city’s files; with a wrong one the maintainer is refused.",
    ),
    message=Words(
        "“{login}” không phải là tài khoản dạng “@ten-tai-khoan”",
        "“{login}” is not a login such as “@login”",
    ),
    hint=Words(
        'ghi trong dấu nháy, có @ ở đầu, không có dấu cách: "@ten-tai-khoan"',
        'write it in quotes, with @ in front and no spaces: "@login"',
    ),
    bad=(
        Edit(
            "members.yaml",
            "      until: 2024-12-31",
            "      until: 2024-12-31\n    maintainers:\n      - UBND Yên Bái",
        ),
    ),
    good=(
        Edit(
            "members.yaml",
            "      until: 2024-12-31",
            '      until: 2024-12-31\n    maintainers:\n      - "@ubnd-yen-bai"',
        ),
    ),
    severity="warning",
    check=check,
)
