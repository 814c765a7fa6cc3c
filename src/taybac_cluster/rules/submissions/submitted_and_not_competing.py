"""A submission with values that also says that the city does not compete."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.rules import walk
from taybac_cluster.rules.rule import Edit, Rule


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for submissions that say both."""
    for year in walk.years(cluster):
        for city in year.cities:
            if city.submission.not_competing is not None and city.submission.values is not None:
                yield RULE.at(city.submission.key("not_competing"), city.submission.key("values"))


RULE = Rule(
    code="R415",
    name="submitted-and-not-competing",
    title=Words(
        "Vừa có giá trị vừa ghi không tham gia bình xét",
        "Values from a city that does not compete",
    ),
    why=Words(
        "Không rõ đô thị có tham gia bình xét hay không, nên không biết phải xếp hạng hay để ngoài.",
        "It is unclear whether the city competes, so it can neither be ranked nor left out.",
    ),
    message=Words(
        "báo cáo có cả “values” và “not_competing”",
        "the submission has both “values” and “not_competing”",
    ),
    hint=Words(
        "chỉ giữ một: “values” nếu tham gia bình xét, “not_competing” nếu không",
        "keep only one: “values” if the city competes, “not_competing” if not",
    ),
    bad=(Edit("submissions/2023/sa-pa.yaml", "highlights:", "not_competing: bận tổ chức lễ hội\nhighlights:"),),
    check=check,
)
