"""A file of evidence that nobody names."""

import unicodedata
from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Spot, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Compare the files there are with those that the city's submission names, where it could be read whole."""
    cited = {year.round.year: {each.file for each in year.citations} for year in walk.years(cluster)}
    for year, files in cluster.evidence.items():
        for file in sorted(files):
            member, _, name = file.partition("/")
            submission = cluster.submissions.get(year, {}).get(member)
            if f"submissions/{year}/{member}.yaml" in cluster.unread or (submission and submission.partial):
                continue
            if year in cited and unicodedata.normalize("NFC", file) not in cited[year] and not _told_apart(name):
                yield RULE.at(Spot(f"evidence/{year}/{file}"), name=name or member, member=member, year=year)


def _told_apart(name: str) -> bool:
    return name.upper().startswith("README")


RULE = Rule(
    code="R905",
    name="evidence-uncited",
    title=Words(
        "Tệp minh chứng không được nêu trong báo cáo",
        "Evidence that no value names",
    ),
    why=Words(
        "Tệp không được nêu ở giá trị nào thì không ai xem; thường do quên ghi vào báo cáo, hoặc là tệp thừa.",
        "Nobody looks at a file that no value names; usually the submission lacks a line, or the file is left over.",
    ),
    message=Words(
        "không giá trị nào trong submissions/{year}/{member}.yaml nêu tệp “{name}”",
        "no value in submissions/{year}/{member}.yaml names the file “{name}”",
    ),
    hint=Words(
        "ghi “- {name}” dưới “evidence:” của giá trị, hoặc xóa tệp",
        "write “- {name}” under the “evidence:” of a value, or delete the file",
    ),
    bad=(Edit("evidence/2023/sa-pa/anh-chup.jpg", "", "JFIF"),),
    severity="warning",
    check=check,
)
