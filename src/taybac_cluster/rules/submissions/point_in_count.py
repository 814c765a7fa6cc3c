"""A count with a decimal point: thousands written with a point, or no whole number."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.scales import Count
from taybac_cluster.rules import walk
from taybac_cluster.rules.expected import THOUSANDS, counts_whole_things
from taybac_cluster.rules.rule import Edit, Rule

_NOT_WHOLE = Words("ghi một số nguyên", "write a whole number")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look at numbers of whole things: three decimals anywhere, any fraction where things are counted."""
    for year in walk.years(cluster):
        for said in year.unusual:
            if not counts_whole_things(said.criterion, said.scale):
                continue
            number = said.number
            if number.as_tuple().exponent == THOUSANDS:
                meant = f"{number * 1000:.0f}"
                guess = Words(
                    f"nếu dấu chấm ngăn hàng nghìn thì ghi {meant}; nếu không thì ghi một số nguyên",
                    f"if the point separates thousands, write {meant}; if not, write a whole number",
                )
                yield RULE.at(said.location, name=said.criterion.name, value=f"{number:f}", guess=guess)
            elif isinstance(said.scale, Count) and number != number.to_integral_value():
                yield RULE.at(said.location, name=said.criterion.name, value=f"{number:f}", guess=_NOT_WHOLE)


RULE = Rule(
    code="R410",
    name="point-in-count",
    title=Words(
        "Số đếm có dấu chấm thập phân",
        "A count with a decimal point",
    ),
    why=Words(
        "Trong tệp, dấu chấm là dấu thập phân: 1.250 là một phẩy hai lăm, không phải một nghìn hai trăm năm mươi.",
        "In a file the point is a decimal point: 1.250 is one and a quarter, not one thousand two hundred and fifty.",
    ),
    message=Words(
        "“{name}” là số đếm, nhưng tệp ghi {value}",
        "“{name}” counts whole things, but the file says {value}",
    ),
    hint=Words("{guess}", "{guess}"),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4", "  van-ban: 4.125"),),
    severity="warning",
    check=check,
)
