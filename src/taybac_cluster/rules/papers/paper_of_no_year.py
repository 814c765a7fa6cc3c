"""Numbers of papers under a key that is no year."""

import re
from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules.rule import Edit, Rule

_YEAR = re.compile(r"[0-9]{4}")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at the keys of `years`."""
    papers = cluster.papers
    for key in papers.years if papers else ():
        if papers and not _YEAR.fullmatch(key):
            yield RULE.at(papers.key("years", key), key=key)


RULE = Rule(
    code="R754",
    name="paper-of-no-year",
    title=Words(
        "Số văn bản ghi dưới một mục không phải là năm",
        "Numbers of papers under a key that is not a year",
    ),
    why=Words(
        "Số và ngày của văn bản được tìm theo năm; ghi dưới tên khác thì trên văn bản để trống.",
        "The number and the date of a paper are looked up by year; under another name they stay blank on the paper.",
    ),
    message=Words(
        "“{key}” không phải là một năm",
        "“{key}” is not a year",
    ),
    hint=Words("ghi năm bằng bốn chữ số, ví dụ “2023:”", "write the year in four digits, such as “2023:”"),
    bad=(Edit("papers.yaml", "", "years:\n  nam-2023:\n    proposal:\n      number: 5\n"),),
    good=(Edit("papers.yaml", "", "years:\n  2023:\n    proposal:\n      number: 5\n"),),
    check=check,
)
