"""The entries of doubts as DESIGN's table has them: each kind, what is assumed, order and words, worked by hand."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from tests.rounds import a_round, linear, result

from taybac_cluster.decide.doubts import Doubt, doubts
from taybac_cluster.decide.doubts.trying import MOST_TRIES
from taybac_cluster.decide.result import Result
from taybac_cluster.diagnostics import Diagnostic, Spot
from taybac_cluster.export import json as export_json
from taybac_cluster.model.record import Language
from taybac_cluster.views import doubts as views

Values = Mapping[str, Mapping[str, object]]
KEYS = {
    "kind", "decisive", "members", "id", "assumed", "nominations", "decisions_needed", "count", "message",
}  # fmt: skip
BONUSES = """\
bonuses:
  items:
    - id: b-1
      name: Sáng kiến
      points: 1
    - id: b-2
      name: Vật liệu
      points: 1
"""
GATE = "gates:\n  - id: g\n    name: Không ô nhiễm\n"
SEAT = "nomination:\n  quota: 1\n"
PASSED = "gates:\n  g: true\n"


def decided(
    rules: str,
    values: Values,
    *,
    more: Mapping[str, str] | None = None,
    appraised: Mapping[str, str] | None = None,
    classes: Mapping[str, str | None] | None = None,
    met: str | None = None,
) -> Result:
    return result(a_round(rules, values, more=more, appraised=appraised, classes=classes, met=met))


def entries(outcome: Result, lang: Language = "en") -> list[dict[str, Any]]:
    record = json.loads(export_json.render(views.record(doubts(outcome), outcome, lang)))
    assert all(each.keys() >= KEYS for each in record["doubts"])
    found: list[dict[str, Any]] = record["doubts"]
    return found


def of_kind(outcome: Result, kind: str) -> list[Doubt]:
    return [each for each in doubts(outcome).found if each.kind == kind]


X = "groups:\n" + linear("x", points="100")


def test_a_claim_that_decides_names_who_would_be_nominated() -> None:
    # a 80 + 1 = 81, b 80.5: without the bonus b leads
    claimed = {"a": "bonuses:\n  b-1: true\n"}
    outcome = decided(SEAT + BONUSES + X, {"a": {"x": 80}, "b": {"x": "80.5"}}, more=claimed)
    [entry] = entries(outcome)
    assert {key: entry[key] for key in KEYS} == {
        "kind": "claim",
        "decisive": True,
        "members": ["a"],
        "id": "b-1",
        "assumed": None,
        "nominations": ["b"],
        "decisions_needed": [],
        "count": None,
        "message": "The bonus “Sáng kiến” (+1) of A is claimed, not appraised: if refused, B would be nominated in "
        "place of A.",
    }
    assert entries(outcome, "vi")[0]["message"] == (
        "Điểm cộng “Sáng kiến” (+1) của A chưa thẩm định: nếu không được chấp nhận, B thay A trong danh sách đề nghị."
    )


def test_a_claim_that_opens_a_seat_says_which_decision_would_be_needed() -> None:
    # without the bonus both have 80
    outcome = decided(
        "nomination:\n  quota: 1\n  at_tie: vote\n" + BONUSES + X,
        {"a": {"x": 80}, "b": {"x": 80}},
        more={"a": "bonuses:\n  b-1: true\n"},
    )
    [entry] = entries(outcome)
    assert entry["nominations"] == []
    assert entry["decisions_needed"] == [{"kind": "tie", "seats": 1, "candidates": ["a", "b"]}]


def test_several_that_decide_only_together_have_one_further_entry_without_an_id() -> None:
    # a 79 + 2 = 81, b 79.5: without one bonus a still has 80, without both 79
    claimed = {"a": "bonuses:\n  b-1: true\n  b-2: true\n"}
    outcome = decided(SEAT + BONUSES + X, {"a": {"x": 79}, "b": {"x": "79.5"}}, more=claimed)
    found = [(each["kind"], each["id"], each["decisive"], each["nominations"]) for each in entries(outcome)]
    assert found == [("claim", None, True, ["b"]), ("claim", "b-1", False, None), ("claim", "b-2", False, None)]


XY = "groups:\n" + linear("x", points="80") + linear("z", points="20", group="khac")


@pytest.mark.parametrize(
    ("policy", "values", "assumed", "then"),
    [
        # a 64 + 10 = 74, b 72 + 0 = 72; with no points b stays at 72, with full points it has 92
        pytest.param("zero", {"a": {"x": 80, "z": 50}, "b": {"x": 90}}, ["full"], ["b"], id="zero points"),
        # a 74; b 72 + the 20 that are carried at 72 ÷ 80 = 90; with no points b has 72, with full points 92
        pytest.param("exclude", {"a": {"x": 80, "z": 50}, "b": {"x": 90}}, ["none"], ["a"], id="left out"),
    ],
)
def test_a_missing_value_says_what_was_assumed(
    policy: str, values: Values, assumed: list[str], then: list[str]
) -> None:
    outcome = decided(f"missing: {policy}\n" + SEAT + XY, values)
    [entry] = [each for each in entries(outcome) if each["kind"] == "missing"]
    assert (entry["members"], entry["id"], entry["assumed"], entry["nominations"]) == (["b"], "z", assumed, then)


def test_no_points_are_none_where_the_lowest_level_has_some() -> None:
    level = "  - id: khac\n    name: KHAC\n    criteria:\n      - id: z\n        name: Z\n        points: 20\n"
    level += "        scale:\n          kind: levels\n          levels:\n            cao: 20\n            thấp: 5\n"
    rules = "missing: exclude\n" + SEAT + "groups:\n" + linear("x", points="80") + level
    # a 56 + 20 = 76; b 72 + the 20 that are carried at 72 ÷ 80 = 90; at the lowest level it has 77, with no points 72
    outcome = decided(rules, {"a": {"x": 70, "z": "cao"}, "b": {"x": 90}})
    [entry] = [each for each in entries(outcome) if each["kind"] == "missing"]
    assert (entry["members"], entry["assumed"], entry["nominations"]) == (["b"], ["none"], ["a"])


def test_a_missing_value_that_changes_nothing_has_one_entry_that_is_not_decisive() -> None:
    # b has at most 8 + 20 = 28, a has 74
    outcome = decided(SEAT + XY, {"a": {"x": 80, "z": 50}, "b": {"x": 10}})
    [entry] = [each for each in entries(outcome) if each["kind"] == "missing"]
    assert (entry["decisive"], entry["nominations"], entry["decisions_needed"]) == (False, None, None)


def test_a_city_rejected_for_a_missing_value_is_tried_too() -> None:
    rejected = linear("z", points="20", group="khac", more="missing: reject")
    rules = SEAT + "groups:\n" + linear("x", points="80") + rejected
    outcome = decided(rules, {"a": {"x": 80, "z": 50}, "b": {"x": 95}})
    # a 74; b would have 76 or 96
    [entry] = [each for each in entries(outcome) if each["kind"] == "missing"]
    assert (entry["members"], entry["assumed"], entry["nominations"]) == (["b"], ["none", "full"], ["b"])


def test_classes_with_one_outcome_are_one_entry() -> None:
    classed = "per_class:\n  I:\n    best: 50\n  II:\n    best: 60\n  III:\n    best: 90"
    rules = SEAT + "groups:\n" + linear("x", points="100", more=classed)
    # a, of class IV, 50 of 100; b 40, but of class I 40 ÷ 50 = 80, of II 66.67, of III 44.44
    outcome = decided(rules, {"a": {"x": 50}, "b": {"x": 40}}, classes={"a": "IV", "b": None})
    [entry] = [each for each in entries(outcome) if each["kind"] == "class_unknown"]
    assert (entry["members"], entry["id"], entry["assumed"], entry["nominations"]) == (["b"], None, ["I", "II"], ["b"])
    assert entry["message"].endswith("if of class I or II, B would be nominated in place of A.")


def test_classes_with_different_outcomes_are_an_entry_each() -> None:
    classed = "per_class:\n  I:\n    best: 80\n  II:\n    best: 50"
    rules = "nomination:\n  quota: 1\n  at_tie: vote\ngroups:\n" + linear("x", points="100", more=classed)
    # a 50; b 40, of class I 40 ÷ 80 = 50: an open seat; of class II 80: b
    outcome = decided(rules, {"a": {"x": 50}, "b": {"x": 40}}, classes={"a": "IV", "b": None})
    found = [each for each in entries(outcome) if each["kind"] == "class_unknown"]
    assert [(each["assumed"], each["nominations"]) for each in found] == [(["I"], []), (["II"], ["b"])]


def test_a_gate_that_the_nominated_answered_alone_is_one_entry_with_all_of_them() -> None:
    rules = "nomination:\n  quota: 2\n" + GATE + X
    ruled = {"c": "gates:\n  g:\n    value: true\n    reason: đã kiểm tra\n"}
    values = {"a": {"x": 90}, "b": {"x": 80}, "c": {"x": 70}}
    outcome = decided(rules, values, more=dict.fromkeys("abc", PASSED), appraised=ruled)
    [entry] = [each for each in entries(outcome) if each["kind"] == "gate"]
    assert (entry["decisive"], entry["members"], entry["id"]) == (True, ["a", "b"], "g")
    assert entry["nominations"] is None


LATE = "deadline: 2023-09-10\ndeductions:\n  items:\n    - id: muon\n      name: Muộn\n      points: 1\n"
HANDED_IN = {"a": "submitted_on: 2023-09-12\n", "b": "submitted_on: 2023-09-08\n"}


def test_lateness_takes_the_sets_own_deduction() -> None:
    values: Values = {"a": {"x": "80.5"}, "b": {"x": 80}}
    # less 1 point a has 79.5
    [entry] = entries(decided(LATE + "late: muon\n" + SEAT + X, values, more=HANDED_IN))
    assert (entry["kind"], entry["decisive"], entry["members"], entry["nominations"]) == ("late", True, ["a"], ["b"])
    assert "submitted 2 days after the deadline" in entry["message"]


def test_lateness_without_a_deduction_of_the_set_is_not_decisive() -> None:
    [entry] = entries(decided(LATE + SEAT + X, {"a": {"x": "80.5"}, "b": {"x": 80}}, more=HANDED_IN))
    assert (entry["kind"], entry["decisive"], entry["nominations"]) == ("late", False, None)


def test_what_the_panel_changed_is_tried_as_the_city_said_it() -> None:
    ruled = {"a": "changes:\n  x:\n    value: 70\n    reason: đo lại\n"}
    # a 70 after the panel, 85 by its own word; b 80
    [entry] = entries(decided(SEAT + X, {"a": {"x": 85}, "b": {"x": 80}}, appraised=ruled))
    assert (entry["kind"], entry["members"], entry["id"], entry["nominations"]) == ("appraisal", ["a"], "x", ["a"])


def test_the_decisive_come_first_then_the_tables_order_then_the_rank() -> None:
    rules = LATE + "late: muon\n" + SEAT + GATE + BONUSES + X
    values: Values = {"a": {"x": 80}, "b": {"x": "79.5"}, "c": {"x": 10}}
    more = {
        "a": HANDED_IN["a"] + PASSED + "bonuses:\n  b-1: true\n",
        "b": HANDED_IN["b"] + PASSED,
        "c": HANDED_IN["a"] + PASSED + "bonuses:\n  b-2: true\n  b-1: true\n",
    }
    # a 81, b 79.5: neither without the bonus (80) nor less the deduction (80) does a lose; c is far behind
    found = [(each["kind"], each["members"], each["id"]) for each in entries(decided(rules, values, more=more))]
    assert found == [
        ("gate", ["a"], "g"),
        ("claim", ["a"], "b-1"),
        ("claim", ["c"], "b-1"),
        ("claim", ["c"], "b-2"),
        ("claim", ["c"], None),
        ("late", ["a"], None),
        ("late", ["c"], None),
    ]


def test_of_very_many_the_rest_is_not_tried_and_said_to_be() -> None:
    items = "".join(f"    - id: b-{at}\n      name: B\n      points: 1\n" for at in range(20))
    members = {f"m-{at}": {"x": 50} for at in range(21)}
    claims = "bonuses:\n" + "".join(f"  b-{at}: true\n" for at in range(20))
    rules = f"nomination:\n  quota: 10\n  at_tie: all\nbonuses:\n  items:\n{items}{X}"
    found = doubts(decided(rules, members, more=dict.fromkeys(members, claims)))
    # 21 cities with 20 claims each, all level at the cut, are 420 tries; each of them tried takes the city out
    assert found.untried >= 420 - MOST_TRIES
    assert len(found.decisive) == MOST_TRIES


JUDGES = "judges:\n  - id: j-1\n    member: a\n  - id: j-2\n  - id: j-3\n"


def marked(scale: str, marks: Mapping[str, str]) -> Result:
    """Two cities that one criterion of 100 points decides, which judges mark out of 10."""
    lines = ["groups:", "  - id: nhom", "    name: Nhóm", "    criteria:", "      - id: m", "        name: M"]
    lines += [
        "        points: 100",
        "        scale:",
        "          kind: marks",
        "          out_of: 10",
        f"          {scale}",
    ]
    said = {
        member: "marks:\n  m:\n" + "".join(f"    {mark.replace('=', ': ')}\n" for mark in each.split())
        for member, each in marks.items()
    }
    return decided(SEAT + "\n".join(lines) + "\n", {member: {} for member in marks}, appraised=said, met=JUDGES)


@pytest.mark.parametrize(
    ("scale", "marks", "assumed"),
    [
        # a has (7 + 7) ÷ 2 = 7, with the judge's own city's mark (10 + 7 + 7) ÷ 3 = 8; b 7.5
        pytest.param("at_least: 1", {"a": "j-1=10 j-2=7 j-3=7", "b": "j-2=7 j-3=8"}, ["counted"], id="left out"),
        # one mark is too few, so a has none; counted it has 9; b 8
        pytest.param("at_least: 2", {"a": "j-2=9", "b": "j-2=8 j-3=8"}, ["counted"], id="too few"),
        # a has (9 + 5) ÷ 2 = 7, without its lowest 9, without its highest 5; b 7.5
        pytest.param("spread: 3", {"a": "j-2=9 j-3=5", "b": "j-2=7 j-3=8"}, ["without_lowest"], id="far apart"),
    ],
)
def test_marks_are_tried_as_the_table_says(scale: str, marks: Mapping[str, str], assumed: list[str]) -> None:
    [entry] = [each for each in entries(marked(scale, marks)) if each["kind"] == "mark"]
    found = (entry["decisive"], entry["members"], entry["assumed"], entry["nominations"])
    assert found == (True, ["a"], assumed, ["a"])


def test_a_vote_that_did_not_carry_decides_where_the_meeting_went_by_it() -> None:
    met = "decisions:\n  nominated:\n    - a\nballots:\n  nomination:\n    rule:\n      base: members\n"
    met += "      threshold: 80\n    votes:\n      a:\n        for: 1\n"
    [entry] = entries(decided(SEAT + X, {"a": {"x": 80}, "b": {"x": 70}}, met=met))
    assert (entry["kind"], entry["decisive"], entry["members"], entry["id"]) == ("ballot", True, ["a"], "nomination")
    assert entry["nominations"] is None


def test_a_vote_without_a_rule_is_no_more_than_noted() -> None:
    met = "decisions:\n  nominated:\n    - a\nballots:\n  nomination:\n    votes:\n      a:\n        for: 2\n"
    [entry] = entries(decided(SEAT + X, {"a": {"x": 80}, "b": {"x": 70}}, met=met))
    assert (entry["kind"], entry["decisive"]) == ("ballot", False)


def test_a_decision_against_the_result_is_decisive_as_such() -> None:
    [entry] = entries(decided(SEAT + X, {"a": {"x": 80}, "b": {"x": 70}}, met="decisions:\n  nominated:\n    - b\n"))
    assert (entry["kind"], entry["decisive"], entry["id"], entry["nominations"]) == (
        "decided_otherwise",
        True,
        None,
        None,
    )
    assert sorted(entry["members"]) == ["a", "b"]


def test_warnings_are_counted_by_code() -> None:
    outcome = decided(SEAT + X, {"a": {"x": 80}, "b": {"x": 70}})
    found = doubts(outcome, [Diagnostic(code, Spot("f"), severity="warning") for code in ("R411", "R320", "R411")])
    assert [(each.kind, each.decisive, each.id, each.number) for each in found.found] == [
        ("warning", False, "R320", 1),
        ("warning", False, "R411", 2),
    ]
