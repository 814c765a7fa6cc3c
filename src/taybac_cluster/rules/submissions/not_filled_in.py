"""A blank, `___`, that is yet to be filled in: a value, a gate or a bonus."""

from collections.abc import Iterator

from taybac_cluster.diagnostics import Diagnostic, Words
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Location
from taybac_cluster.model.submission import Value
from taybac_cluster.rules import walk
from taybac_cluster.rules.outcomes import EFFECTS
from taybac_cluster.rules.rule import Edit, Rule
from taybac_cluster.rules.walk import City, Year

Blank = tuple[City, Location, str, Words, Words]
"""Whose it is, where and under which id it stands, what follows from it, and what to write."""

_GATE = Words("điều kiện bắt buộc coi như không đạt", "the gate counts as not passed")
_BONUS = Words("điểm cộng chưa được tính", "the bonus is not claimed")
_ANSWER = Words("true (đạt) hoặc false (không đạt)", "true (passed) or false (not passed)")
_CLAIM = Words("true nếu đề nghị điểm cộng, hoặc xóa dòng này", "true to claim the bonus, or delete the line")


def check(cluster: Cluster) -> Iterator[Diagnostic]:
    """Look for blanks in the submissions; what the panel has ruled on is settled."""
    for year in walk.years(cluster):
        for city, place, name, effect, write in (*_values(year), *_answers(year)):
            if city.standing is not None and not walk.appraisal_unclear(cluster, year.round.year, city):
                yield RULE.at(place, id=name, effect=effect, write=write)


def _values(year: Year) -> Iterator[Blank]:
    for block in year.blocks:
        city, name = block.city, block.name
        if not isinstance(block.said, Value) or not block.said.blank or name not in city.expected.asked:
            continue
        if city.appraisal is None or name not in city.appraisal.changes:
            yield city, block.location, name, EFFECTS[year.criteria.policies[name]], _value(name)


def _answers(year: Year) -> Iterator[Blank]:
    for city in year.cities:
        submission, appraisal = city.submission, city.appraisal
        for name, answer in submission.gates.items():
            if answer.blank and (appraisal is None or name not in appraisal.gates):
                yield city, submission.at("gates", name), name, _GATE, _ANSWER
        for name, answer in submission.bonuses.items():
            if answer.blank and (appraisal is None or name not in appraisal.bonuses):
                yield city, submission.at("bonuses", name), name, _BONUS, _CLAIM


def _value(name: str) -> Words:
    return Words(
        f"giá trị; nếu không có số liệu thì ghi “{name}:” rồi xuống dòng, thụt vào “missing: lý do”",
        f"the value; if there is none, write “{name}:” and on an indented line below “missing: reason”",
    )


RULE = Rule(
    code="R423",
    name="not-filled-in",
    title=Words("Chỗ trống chưa điền", "A blank that is not filled in"),
    why=Words(
        "Dấu ___ là chỗ còn phải điền: giá trị coi như chưa có, điều kiện coi như chưa trả lời, điểm cộng coi như chưa "
        "đề nghị.",
        "___ is a blank to be filled in: until then the value is missing, the gate not answered, the bonus not "
        "claimed.",
    ),
    message=Words("“{id}” chưa điền: {effect}", "“{id}” is not filled in: {effect}"),
    hint=Words("thay ___ bằng {write}", "replace ___ by {write}"),
    bad=(Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4", "  van-ban: ___"),),
    severity="warning",
    check=check,
)
