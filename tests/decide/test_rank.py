"""Places, ties, nominations, and the ranking as the JSON object that is a contract."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.rounds import a_round, linear, read, result

from taybac_cluster.decide.nominate import departures
from taybac_cluster.decide.result import Result
from taybac_cluster.export import json as export_json
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.members import Roster
from taybac_cluster.model.submission import Submission
from taybac_cluster.views import rank as view
from taybac_cluster.views.page import Lines

SUM = "groups:\n"


def totals(worths: Mapping[str, str], rules: str = "", *, met: str | None = None, more: str = "") -> Result:
    """Rank members by their totals: one criterion of 100 points."""
    values = {member: {"tc": worth} for member, worth in worths.items()}
    text = rules + SUM + linear("tc", points="100")
    return result(a_round(text, values, met=met, more=dict.fromkeys(worths, more)))


def places(outcome: Result) -> str:
    return " ".join(f"{each.member}{each.rank}{'=' if each.tied else ''}" for each in outcome.placed)


def test_places_are_those_of_the_totals_and_equals_share_them() -> None:
    assert places(totals({"a": "50", "b": "70", "c": "70", "d": "90"})) == "d1 b2= c2= a4"
    assert places(totals({"a": "50", "b": "50", "c": "50"})) == "a1= b1= c1="


def test_places_are_those_of_the_printed_totals() -> None:
    # 70.004 and 70.0049 are both printed 70.00; 70.005 is 70.01
    assert places(totals({"a": "70.004", "b": "70.0049", "c": "70.005"})) == "c1 a2= b2="


THREE = (
    SUM
    + linear("v", points="40", group="xanh")
    + linear("w", points="40", group="sach")
    + linear("u", points="20", group="dep")
)


def tied(values: Mapping[str, tuple[object, object, object]], order: str, more: str = "") -> Result:
    rules = "ranking:\n  tie_break:\n" + "".join(f"    - {each}\n" for each in order.split()) + more + THREE
    named = {
        member: {name: worth for name, worth in zip("vwu", worths, strict=True) if worth is not None}
        for member, worths in values.items()
    }
    return result(a_round(rules, named))


def figures(outcome: Result) -> dict[str, tuple[int, bool, str | None, str | None]]:
    return {each.member: (each.rank, each.tied, each.by, each.above_by) for each in outcome.placed}


def test_equal_totals_go_by_the_first_id_of_the_tie_break_that_differs() -> None:
    # all 60: a 20 + 20 + 20, b 24 + 16 + 20, c 24 + 20 + 16
    outcome = tied({"a": (50, 50, 100), "b": (60, 40, 100), "c": (60, 50, 80)}, "xanh sach")
    assert figures(outcome) == {
        "c": (1, False, "sach", None),
        "b": (2, False, "sach", "sach"),
        "a": (3, False, "xanh", "xanh"),
    }
    page = [line.text for block in view.page(outcome, "en", full=True) for line in getattr(block, "lines", ())]
    assert "C stands above B (both 60.00) by more points in “SACH”." in page
    assert "B stands above A (both 60.00) by more points in “XANH”." in page


def test_a_tie_break_can_be_a_criterion() -> None:
    assert places(tied({"a": (50, 50, 100), "b": (60, 40, 100)}, "w")) == "a1 b2"


def test_the_tie_break_goes_by_printed_points() -> None:
    # xanh 20.00 in print for both, though 20.004 and 20.0008 exactly
    outcome = tied({"a": ("50.01", 50, 50), "b": ("50.002", 51, 48)}, "xanh sach")
    assert figures(outcome)["b"] == (1, False, "sach", None)


def test_an_id_that_does_not_apply_to_one_of_the_tied_is_skipped_for_all_of_them() -> None:
    # a has nothing in `dep`: (40 + 40 + 20 carried) × 50 % = 50; b and c have 50 too; sach decides
    rules = "ranking:\n  tie_break:\n    - dep\n    - sach\n" + THREE
    values = {
        "a": {"v": 50, "w": 50, "u": 0},
        "b": {"v": 55, "w": 55, "u": 30},
        "c": {"v": 45, "w": 55, "u": 50},
    }
    away = "changes:\n  u:\n    not_applicable: true\n    reason: không có\n"
    outcome = result(a_round(rules, values, appraised={"a": away}))
    assert figures(outcome) == {
        "b": (1, True, "sach", None),
        "c": (1, True, "sach", None),
        "a": (3, False, "sach", "sach"),
    }


def test_equals_on_every_id_share_the_place_and_are_tied() -> None:
    outcome = tied({"b": (50, 50, 50), "a": (50, 50, 50), "c": (60, 40, 50)}, "xanh sach dep")
    assert figures(outcome) == {
        "c": (1, False, "xanh", None),
        "a": (2, True, "xanh", "xanh"),
        "b": (2, True, "xanh", "xanh"),
    }


def test_a_bonus_that_one_did_not_claim_breaks_a_tie() -> None:
    rules = "ranking:\n  tie_break:\n    - b-1\nbonuses:\n  items:\n    - id: b-1\n      name: B1\n      points: 2\n"
    values = {"a": {"tc": 52}, "b": {"tc": 50}}
    outcome = result(a_round(rules + SUM + linear("tc", points="100"), values, more={"b": "bonuses:\n  b-1: true\n"}))
    assert figures(outcome) == {"b": (1, False, "b-1", None), "a": (2, False, "b-1", "b-1")}


# ---- nominations ----

NOMINATE = "nomination:\n  quota: {quota}\n  at_tie: {at_tie}\n"
FIVE = {"a": "90", "b": "80", "c": "80", "d": "80", "e": "70"}


def nominated(quota: int, at_tie: str = "vote", met: str | None = None, worths: Mapping[str, str] = FIVE) -> Result:
    return totals(worths, NOMINATE.format(quota=quota, at_tie=at_tie), met=met)


@pytest.mark.parametrize(
    ("quota", "at_tie", "members", "open_seats"),
    [
        pytest.param(0, "all", "", None, id="no seats"),
        pytest.param(1, "vote", "a", None, id="the cut is above the tie"),
        pytest.param(2, "vote", "a", (1, "bcd"), id="one seat for three"),
        pytest.param(3, "vote", "a", (2, "bcd"), id="two seats for three"),
        pytest.param(4, "vote", "abcd", None, id="the cut is below the tie"),
        pytest.param(9, "vote", "abcde", None, id="more seats than cities"),
        pytest.param(2, "all", "abcd", None, id="all of the tied"),
        pytest.param(2, "none", "a", None, id="none of the tied"),
    ],
)
def test_a_tie_across_the_cut(quota: int, at_tie: str, members: str, open_seats: tuple[int, str] | None) -> None:
    chosen = nominated(quota, at_tie).nominations
    assert "".join(chosen.members) == members
    assert (chosen.open_seats and (chosen.open_seats.seats, "".join(chosen.open_seats.candidates))) == open_seats
    assert chosen.settled_by is None


BALLOT = "ballots:\n  tie:\n    rule:\n      base: {base}\n      threshold: {threshold}\n    votes:\n"


def ballot(votes: str, base: str = "members", threshold: str = "50", head: str = "") -> str:
    lines = [f"      {pair.split('=')[0]}:\n        for: {pair.split('=')[1]}\n" for pair in votes.split()]
    return head + BALLOT.format(base=base, threshold=threshold) + "".join(lines)


@pytest.mark.parametrize(
    ("met", "members", "settled_by"),
    [
        # 5 members: 3 of 5 are 60 %
        pytest.param(ballot("c=3 b=2"), "ac", "ballots.tie", id="carried by its rule"),
        pytest.param(ballot("c=2 b=2"), "a", None, id="carried by nobody"),
        pytest.param(ballot("c=3 b=3"), "a", None, id="equal votes settle nothing"),
        pytest.param(ballot("c=4 b=3"), "a", None, id="two that carry for one seat settle nothing"),
        pytest.param(ballot("c=4", threshold="80"), "ac", "ballots.tie", id="just the threshold"),
        pytest.param(ballot("c=4", threshold="80.1"), "a", None, id="just below the threshold"),
        pytest.param(ballot("c=4", base="present"), "a", None, id="a base that is not on record carries nothing"),
        pytest.param(
            ballot("c=2", base="present", head="present:\n  - a\n  - b\n  - c\n"),
            "ac",
            "ballots.tie",
            id="of those present",
        ),
        pytest.param(ballot("e=5"), "a", None, id="a vote for somebody who is not tied settles nothing"),
        pytest.param(ballot("e=5 c=4"), "ac", "ballots.tie", id="a vote for somebody who is not tied does not count"),
        pytest.param(
            ballot("c=2") + "decisions:\n  nominated:\n    - a\n    - d\n",
            "ad",
            "decisions.nominated",
            id="a ballot that fails leaves it to the decision",
        ),
        pytest.param(
            ballot("c=4") + "decisions:\n  nominated:\n    - a\n    - d\n",
            "ac",
            "ballots.tie",
            id="a ballot that carries goes before the decision",
        ),
        pytest.param("decisions:\n  nominated:\n    - b\n", "ab", "decisions.nominated", id="the decision names one"),
        pytest.param("decisions:\n  nominated:\n    - a\n", "a", None, id="the decision names none of the tied"),
        pytest.param("decisions:\n  nominated:\n    - b\n    - c\n", "a", None, id="the decision names too many"),
        pytest.param(
            "ballots:\n  tie:\n    votes:\n      c:\n        for: 5\n",
            "a",
            None,
            id="a vote with no rule is never carried",
        ),
    ],
)
def test_the_meeting_settles_an_open_seat(met: str, members: str, settled_by: str | None) -> None:
    outcome = nominated(2, met=met)
    assert "".join(outcome.nominations.members) == members
    assert outcome.nominations.settled_by == settled_by
    assert bool(outcome.nominations.open_seats) is (settled_by is None)
    assert places(outcome) == "a1 b2= c2= d2= e5"


def test_a_meetings_word_counts_for_nothing_where_no_tie_crosses_the_cut() -> None:
    outcome = nominated(1, met="decisions:\n  nominated:\n    - e\n")
    assert outcome.nominations.members == ("a",)
    assert outcome.decided == ("e",)


ELIGIBLE = "gates:\n  - id: g-1\n    name: G1\nnomination:\n  quota: 2\n  min_points: 60\n  min_group_percent: 50\n"


def test_only_those_who_are_eligible_are_nominated_and_the_others_get_their_reasons() -> None:
    rules = ELIGIBLE + SUM + linear("v", points="60", group="xanh") + linear("w", points="40", group="sach")
    values = {
        "a": {"v": 100, "w": 45},  # 60 + 18: sach 18 of 40 = 45 %
        "b": {"v": 90, "w": 90},  # gate
        "c": {"v": 70, "w": 50},  # 42 + 20 = 62, sach exactly 50 %
        "d": {"v": 60, "w": 60},  # 36 + 24 = 60 exactly
        "e": {"v": 49, "w": 60},  # 29.4 + 24 = 53.4, xanh 49 %
        "f": {"v": 80, "w": 80},  # gate not answered
    }
    passed = "gates:\n  g-1: true\n"
    more = dict.fromkeys("acde", passed) | {"b": "gates:\n  g-1: false\n"}
    outcome = result(a_round(rules, values, more=more))
    assert outcome.reasons == {
        "a": ("min_group_percent:sach",),
        "b": ("gate:g-1",),
        "c": (),
        "d": (),
        "e": ("min_points", "min_group_percent:xanh"),
        "f": ("gate:g-1",),
    }
    assert outcome.nominations.members == ("c", "d")
    assert [each.member for each in outcome.placed] == ["b", "f", "a", "c", "d", "e"]


def test_a_minimum_of_points_is_measured_after_adjustments_and_that_of_groups_before() -> None:
    rules = ELIGIBLE + "bonuses:\n  items:\n    - id: b-1\n      name: B1\n      points: 20\n"
    rules += SUM + linear("v", points="60", group="xanh") + linear("w", points="40", group="sach")
    claims = "gates:\n  g-1: true\nbonuses:\n  b-1: true\n"
    outcome = result(a_round(rules, {"a": {"v": 50, "w": 49}}, more={"a": claims}))
    assert outcome.placed[0].total == Decimal("69.60")
    assert outcome.reasons["a"] == ("min_group_percent:sach",)


def test_a_group_that_does_not_apply_keeps_nobody_from_being_nominated() -> None:
    rules = ELIGIBLE + SUM + linear("v", points="60", group="xanh")
    rules += linear("w", points="40", group="sach", more="applies_to:\n  - II")
    outcome = result(a_round(rules, {"a": {"v": 80}}, more={"a": "gates:\n  g-1: true\n"}))
    assert outcome.reasons["a"] == ()


def test_where_no_points_are_printed_the_groups_share_is_measured() -> None:
    rules = "combine: geometric\n" + ELIGIBLE + SUM
    rules += linear("v", points="60", group="xanh") + linear("w", points="40", group="sach")
    outcome = result(a_round(rules, {"a": {"v": 100, "w": "49.9"}}, more={"a": "gates:\n  g-1: true\n"}))
    assert outcome.reasons["a"] == ("min_group_percent:sach",)


def test_without_a_rule_nobody_is_nominated() -> None:
    outcome = totals({"a": "50"})
    assert outcome.nominations.members == ()
    assert outcome.nominations.open_seats is None


def test_a_tie_among_those_who_are_not_eligible_is_no_tie() -> None:
    # b and c share a place, c fails its gate: two seats, two eligible above d
    rules = (
        "gates:\n  - id: g-1\n    name: G1\n"
        + NOMINATE.format(quota=2, at_tie="vote")
        + SUM
        + linear("tc", points="100")
    )
    values = {member: {"tc": worth} for member, worth in {"a": 90, "b": 80, "c": 80, "d": 70}.items()}
    outcome = result(a_round(rules, values, more=dict.fromkeys("abd", "gates:\n  g-1: true\n")))
    assert outcome.nominations.members == ("a", "b")


# ---- the contract ----

ROW = {"rank", "tied", "member", "name", "total", "self_assessed", "groups", "carried", "criteria"}
ROW |= {"eligible", "nominated", "reasons"}
KEYS = {"year", "illustrative", "points", "ranking", "not_ranked", "nominations", "settled_by", "decided"}
KEYS |= {"decisions_needed", "next"}


def printed_json(outcome: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export_json.render(view.record(outcome, "vi")))
    return found


def contract_round() -> Round:
    rules = """\
        points: 30
        missing: zero
        ranking:
          max_missing_percent: 50
        nomination:
          quota: 1
        groups:
          - id: xanh
            name: Xanh
            criteria:
              - id: cay
                name: Cây
                points: 10
                scale:
                  kind: linear
                  worst: 0
                  best: 8
              - id: rac
                name: Rác
                points: 5
                scale:
                  kind: ratio
                  worst: 0
                  best: 100
              - id: ho
                name: Hồ
                points: 5
                applies_to:
                  - II
                scale:
                  kind: yes_no
          - id: dep
            name: Đẹp
            criteria:
              - id: canh
                name: Cảnh
                points: 5
                scale:
                  kind: levels
                  levels:
                    tốt: 5
                    khá: 3
              - id: my-quan
                name: Mỹ quan
                points: 3
                scale:
                  kind: marks
                  out_of: 10
              - id: bat-buoc
                name: Bắt buộc
                points: 2
                missing: reject
                scale:
                  kind: yes_no
        """
    full = {"cay": "7.2", "rac": "\n    numerator: 812\n    denominator: 930", "canh": "KHÁ", "bat-buoc": "true"}
    return a_round(
        rules,
        {"a": full, "b": {"bat-buoc": "true"}, "c": {**full, "bat-buoc": "\n    missing: chưa có"}},
        appraised={"a": "marks:\n  my-quan:\n    gk-1: 8\n    gk-2: 7\n"},
        met="judges:\n  - id: gk-1\n  - id: gk-2\ndecisions:\n  nominated:\n    - b\n",
        classes=dict.fromkeys("abcde"),
    )


def test_the_json_of_a_ranking_has_every_key_of_the_contract() -> None:
    printed = printed_json(result(contract_round()))
    assert printed.keys() >= KEYS
    assert (printed["year"], printed["illustrative"], printed["points"]) == (2023, True, 30)
    [row] = printed["ranking"]
    assert row.keys() >= ROW
    # cay 9.00, rac 5 × 0.873118… = 4.37, carried (13.37 ÷ 15) × 5 = 4.4566… = 4.46: 17.83
    # canh 3.00, my-quan 3 × 0.75 = 2.25, bat-buoc 2.00: 7.25
    assert row["groups"] == {"xanh": 17.83, "dep": 7.25}
    assert row["carried"] == {"xanh": 4.46}
    assert row["total"] == 25.08
    assert row["self_assessed"] == 25.08
    assert row["criteria"] == {
        "cay": {"value": 7.2, "points": 9.0, "outcome": "scored"},
        "rac": {"value": pytest.approx(87.31182795698925), "points": 4.37, "outcome": "scored"},
        "ho": {"value": None, "points": None, "outcome": "not_applicable"},
        "canh": {"value": "KHÁ", "points": 3.0, "outcome": "scored"},
        "my-quan": {"value": 7.5, "points": 2.25, "outcome": "scored"},
        "bat-buoc": {"value": True, "points": 2.0, "outcome": "scored"},
    }
    assert (row["eligible"], row["nominated"], row["reasons"], row["tied"], row["rank"]) == (True, True, [], False, 1)
    assert printed["decided"] == ["b"]
    assert printed["nominations"] == ["a"]
    assert printed["settled_by"] is None


def test_the_json_says_why_each_of_the_others_is_not_ranked() -> None:
    rejected = result(contract_round())
    assert [(each["member"], each["reason"]) for each in printed_json(rejected)["not_ranked"]] == [
        ("b", "too_much_missing"),
        ("c", "rejected"),
        ("d", "no_submission"),
        ("e", "no_submission"),
    ]
    assert all({"member", "name", "reason", "message"} <= each.keys() for each in printed_json(rejected)["not_ranked"])
    assert all(each["message"] for each in printed_json(rejected)["not_ranked"])


def test_a_city_that_does_not_compete_is_listed_apart_with_its_reason() -> None:
    the_round = a_round(SUM + linear("tc"), {"a": {"tc": 1}}, classes={"a": None, "b": None, "c": None})
    text = "member: b\nyear: 2023\nstatus: official\nnot_competing: đang sáp nhập\n"
    away = read(text, Submission, "submissions/2023/b.yaml")
    the_round = Round(
        the_round.criteria,
        the_round.roster,
        {**the_round.submissions, "b": away},
        faulty={"c": "submissions/2023/c.yaml"},
    )
    out = printed_json(result(the_round))["not_ranked"]
    assert [(each["reason"], each["message"]) for each in out] == [
        ("not_competing", "không tham gia bình xét: đang sáp nhập"),
        ("faulty", "tệp submissions/2023/c.yaml có lỗi, chưa được chấm"),
    ]


def test_a_city_to_whom_nothing_applies_is_reported_as_that() -> None:
    outcome = result(a_round(SUM + linear("tc", more="applies_to:\n  - II"), {"a": {"tc": 1}}))
    assert [each["reason"] for each in printed_json(outcome)["not_ranked"]] == ["not_applicable"]


def test_open_seats_are_a_decision_needed() -> None:
    printed = printed_json(nominated(3))
    assert {"kind": "tie", "seats": 2, "candidates": ["b", "c", "d"]} in printed["decisions_needed"]
    assert printed["nominations"] == ["a"]
    assert [row["tied"] for row in printed["ranking"]] == [False, True, True, True, False]


def test_a_settled_seat_is_no_decision_needed_and_says_by_what_it_was_settled() -> None:
    printed = printed_json(nominated(2, met=ballot("c=3")))
    assert not [each for each in printed["decisions_needed"] if each["kind"] == "tie"]
    assert printed["settled_by"] == "ballots.tie"


def test_several_possible_hosts_are_a_decision_needed() -> None:
    printed = printed_json(totals({"a": "90", "b": "80"}))
    assert printed["decisions_needed"] == [{"kind": "host", "seats": 1, "candidates": ["a", "b"]}]
    assert printed["next"] == {"year": 2024, "host": None, "basis": "none", "theme": None, "candidates": ["a", "b"]}
    assert printed["decided"] is None


def test_points_are_null_where_none_are_printed() -> None:
    rules = "combine: harmonic\n" + SUM + linear("v", group="g-1") + linear("w", group="g-2")
    [row] = printed_json(result(a_round(rules, {"a": {"v": 50, "w": 100}})))["ranking"]
    assert row["criteria"]["v"] == {"value": 50, "points": None, "outcome": "scored"}
    assert row["groups"] == {"g-1": None, "g-2": None}
    assert row["total"] == 13.33  # 1 ÷ (½ ÷ ½ + ½ ÷ 1) × 20


# ---- what is said ----


def lines_of(outcome: Result) -> list[str]:
    return [
        line.text for block in view.page(outcome, "en", full=True) if isinstance(block, Lines) for line in block.lines
    ]


def test_what_does_not_apply_and_what_is_missing_are_never_called_by_each_others_name() -> None:
    rules = "missing: exclude\n" + SUM + linear("u", "v", "w")
    away = "changes:\n  v:\n    not_applicable: true\n    reason: không có\n"
    lines = lines_of(result(a_round(rules, {"a": {"u": 50}, "b": {"u": 50, "v": 50}}, appraised={"a": away})))
    # a: 5.00 earned of 10, 20 carried; b: 10.00 of 20, 10 carried
    assert (
        "Not applicable: V. Missing and left out of the count: W. Points carried by the rest of the group: A +10.00."
        in lines
    )
    assert "Missing and left out of the count: W. Points carried by the rest of the group: B +5.00." in lines


def test_a_whole_group_that_is_missing_is_called_missing() -> None:
    rules = "missing: exclude\n" + SUM + linear("u", group="g-1") + linear("v", "w", group="g-2")
    lines = lines_of(result(a_round(rules, {"a": {"u": 50}})))
    assert "Missing and left out of the count: G-2. Points carried by the rest of the group: A +10.00." in lines


def test_where_nothing_is_carried_in_points_the_page_says_what_the_group_is_scored_by() -> None:
    rules = SUM + linear("u", "v", more_group="combine: geometric")
    away = "changes:\n  v:\n    not_applicable: true\n    reason: không có\n"
    lines = lines_of(result(a_round(rules, {"a": {"u": 50}}, appraised={"a": away})))
    assert "Not applicable: V. Scored by the rest of the group: A." in lines


def test_a_decision_that_differs_from_the_computed_result_is_reported_beside_it() -> None:
    lines = lines_of(nominated(1, met="decisions:\n  nominated:\n    - e\n"))
    assert "NOTE: the meeting decided otherwise than computed. The meeting: E. By the criteria: A." in lines
    assert "The meeting decided as computed." in lines_of(nominated(1, met="decisions:\n  nominated:\n    - a\n"))


def test_a_shared_place_says_which_tie_break_was_passed_over_and_for_whom() -> None:
    # a and b have 50; `u` is limited to class II, of which only a is
    limited = linear("v", points="50", group="xanh") + linear("u", points="50", group="dep", more="applies_to:\n  - II")
    values = {"a": {"v": 50, "u": 50}, "b": {"v": 50}}
    rules = "ranking:\n  tie_break:\n    - dep\n    - xanh\n" + SUM + limited
    outcome = result(a_round(rules, values, classes={"a": "II", "b": "III"}))
    # a: 25 + 25; b: 25 of 50, and 50 more carried at the same share: a has 25 in `xanh`, b too
    assert figures(outcome) == {"a": (1, True, None, None), "b": (1, True, None, None)}
    said = "equal on every tie-break that can be used; “DEP” is not used, because it does not apply to B."
    assert f"A and B share place 1 (50.00): {said}" in lines_of(outcome)


def test_a_member_that_is_not_on_record_yet_is_named_though_it_handed_in_nothing() -> None:
    members = (
        "cluster:\n  id: cum\n  name: Cụm\nmembers:\n  - id: a\n    name: A\n    member:\n      from: 2020-01-01\n"
        "  - id: b\n    name: B\n    member:\n      seen: 2024-01-01\n"
    )
    the_round = replace(a_round(SUM + linear("tc"), {"a": {"tc": 1}}), roster=read(members, Roster))
    outcome = result(the_round)
    assert "Not on record as members on the day: B." in lines_of(outcome)
    assert printed_json(outcome)["membership_unknown"] == ["b"]
    assert printed_json(outcome)["not_ranked"] == []


def test_a_city_left_out_for_its_unknown_class_is_named_with_that_class() -> None:
    values = {"a": {"tc": 1}, "b": {"tc": 1}}
    rules = SUM + linear("tc", more="applies_to:\n  - II")
    outcome = result(a_round(rules, values, classes={"a": "II", "b": None}))
    assert [each.member for each in outcome.left_out] == ["b"]
    assert any(line.startswith("Class not known: B.") for line in lines_of(outcome))


def test_the_plain_table_can_be_added_up() -> None:
    # a carries 5 inside `xanh`, b carries 5 for the whole of `dep`: 0 + 45 + 5
    more = "applies_to:\n  - {}"
    rules = (
        "points: 100\n"
        + SUM
        + linear("v", points="45", group="sach")
        + linear("w", points="45", group="xanh")
        + linear("x", points="10", group="dep", more=more.format("II"))
    )
    outcome = result(
        a_round(rules, {"a": {"v": 50, "w": 50, "x": 50}, "b": {"v": 50, "w": 50}}, classes={"a": "II", "b": "III"})
    )
    table = view.grid(outcome, "en")
    for row in table.rows:
        at = {name: Decimal(str(cell or 0)) for name, cell in zip(table.headings, row, strict=True) if name in ADDED}
        assert sum(at.values()) - 2 * at["deductions"] - at["total"] == at["total"]


ADDED = ("sach", "xanh", "dep", "carried", "bonuses", "deductions", "total")


@pytest.mark.parametrize(
    ("decided", "departs"),
    [
        ("a", ((), ())),
        ("a b", ((), ())),  # one of two seats taken, the other still open
        ("a b c", ((), ())),
        ("a b c d", (("b", "c", "d"), ())),  # three for two seats: none can be told to be the one too many
        ("a e", (("e",), ())),
        ("b c", ((), ("a",))),
    ],
)
def test_a_decision_departs_from_the_rules_where_they_leave_it_no_choice(
    decided: str, departs: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    # a is nominated, b, c and d are tied for two seats
    assert departures(decided.split(), nominated(3).nominations) == departs
