"""Every scale by hand: what a value is worth, to the last exact half."""

from decimal import Decimal
from fractions import Fraction

import pytest
from tests.rounds import a_round, a_scale, leaf

from taybac_cluster.decide import scales, would_take
from taybac_cluster.decide.doubts import values
from taybac_cluster.decide.score import score
from taybac_cluster.decide.sheet import Sheet
from taybac_cluster.export.xlsx import scales as xlsx
from taybac_cluster.model.scales import SCALES
from taybac_cluster.rules import expected
from taybac_cluster.views import scales as views

LINE = "kind: linear\nworst: 20\nbest: 80"
LINE_DOWN = "kind: linear\nworst: 80\nbest: 20"
FLOOR = "kind: linear\nworst: 2.5\nbest: 7\nat_worst: 5"
FLOOR_DOWN = "kind: linear\nworst: 5000\nbest: 0\nat_worst: 1"
BANDS = """\
kind: bands
bands:
  - at_least: 90
    points: 10
  - at_least: 80
    points: 7
  - at_least: 0.5
    points: 1
"""
AT_MOST = "kind: bands\nbands:\n  - at_most: 12\n    points: 4\n  - at_most: 15\n    points: 3"
LEVELS = "kind: levels\nlevels:\n  Cấp Vùng: 7\n  cấp tỉnh: 5.5\n  ĐƯỢC: 1\n  không có: 0"
COUNT = "kind: count\nfull_at: 7"
RATIO = "kind: ratio\nworst: 50\nbest: 90"
RATIO_DOWN = "kind: ratio\nworst: 40\nbest: 10\nat_worst: 2"

WORTH = [
    pytest.param(LINE, "10", "50", "5.00", id="half of the way gives half of the points"),
    pytest.param(LINE, "10", "20", "0.00", id="the worst gives nothing"),
    pytest.param(LINE, "10", "80", "10.00", id="the best gives all"),
    pytest.param(LINE, "10", "80.01", "10.00", id="better than the best gives no more"),
    pytest.param(LINE, "10", "-5", "0.00", id="worse than the worst gives nothing"),
    # 3 × (36.7 − 20) ÷ (80 − 20) = 3 × 16.7 ÷ 60 = 3 × 167/600 = 0.835, half up
    pytest.param(LINE, "3", "36.7", "0.84", id="an exact half is rounded up"),
    # 3 × 16.69999 ÷ 60 = 0.8349995
    pytest.param(LINE, "3", "36.69999", "0.83", id="just below a half is rounded down"),
    # 1 × 0.3 ÷ 60 = 0.005
    pytest.param(LINE, "1", "20.3", "0.01", id="half of the last digit is the last digit"),
    pytest.param(LINE_DOWN, "10", "50", "5.00", id="lower is better where worst is above best"),
    pytest.param(LINE_DOWN, "10", "80", "0.00", id="the worst of a falling line"),
    pytest.param(LINE_DOWN, "10", "19", "10.00", id="below the best of a falling line"),
    pytest.param(LINE_DOWN, "10", "80.1", "0.00", id="above the worst of a falling line"),
    # 10 × (80 − 36.5) ÷ 60 = 7.25
    pytest.param(LINE_DOWN, "10", "36.5", "7.25", id="on a falling line"),
    pytest.param(FLOOR, "10", "2.5", "5.00", id="the worst gives at_worst"),
    pytest.param(FLOOR, "10", "2.49", "0.00", id="below the worst gives nothing, not at_worst"),
    # 5 + (10 − 5) × (7.2 − 2.5 → past the best)
    pytest.param(FLOOR, "10", "7.2", "10.00", id="past the best with at_worst"),
    # 5 + 5 × (4 − 2.5) ÷ 4.5 = 5 + 5/3 = 6.666…
    pytest.param(FLOOR, "10", "4", "6.67", id="between with at_worst"),
    # 5 + 5 × (2.5045 − 2.5) ÷ 4.5 = 5 + 0.0225/4.5 = 5.005
    pytest.param(FLOOR, "10", "2.5045", "5.01", id="an exact half above at_worst is rounded up"),
    # 1 + 3 × (5000 − 1250) ÷ 5000 = 3.25
    pytest.param(FLOOR_DOWN, "4", "1250", "3.25", id="falling with at_worst"),
    pytest.param(FLOOR_DOWN, "4", "5000", "1.00", id="the worst of a falling line gives at_worst"),
    pytest.param(FLOOR_DOWN, "4", "5001", "0.00", id="past the worst of a falling line gives nothing"),
    pytest.param("kind: linear\nworst: -5\nbest: 5", "10", "-2.5", "2.50", id="a line below zero"),
    pytest.param(BANDS, "10", "90", "10.00", id="a band holds at its bound"),
    pytest.param(BANDS, "10", "89.999", "7.00", id="just below a bound the next band holds"),
    pytest.param(BANDS, "10", "0.5", "1.00", id="the last band"),
    pytest.param(BANDS, "10", "0.49", "0.00", id="no band gives nothing"),
    pytest.param(AT_MOST, "4", "12", "4.00", id="at_most holds at its bound"),
    pytest.param(AT_MOST, "4", "12.1", "3.00", id="above the first at_most the second holds"),
    pytest.param(AT_MOST, "4", "15.01", "0.00", id="above every at_most nothing"),
    pytest.param(AT_MOST, "4", "-3", "4.00", id="far below an at_most all"),
    pytest.param(LEVELS, "7", "cấp tỉnh", "5.50", id="a level gives its points"),
    pytest.param(LEVELS, "7", "CẤP VÙNG", "7.00", id="levels are compared without case"),
    pytest.param(LEVELS, "7", "được", "1.00", id="without case in Vietnamese letters too"),
    pytest.param(
        LEVELS, "7", "c\u00e2\u0301p ti\u0309nh", "5.50", id="a level typed with separate accents is the same"
    ),
    pytest.param(LEVELS, "7", "không có", "0.00", id="a level of no points"),
    pytest.param("kind: yes_no", "3", "true", "3.00", id="yes gives all"),
    pytest.param("kind: yes_no", "3", "false", "0.00", id="no gives nothing"),
    # 10 × 3 ÷ 7 = 4.2857…
    pytest.param(COUNT, "10", "3", "4.29", id="a count is a part of full_at"),
    pytest.param(COUNT, "10", "7", "10.00", id="full_at gives all"),
    pytest.param(COUNT, "10", "70", "10.00", id="more than full_at gives no more"),
    pytest.param(COUNT, "10", "0", "0.00", id="a count of none gives nothing"),
    # 0.07 × 0.5 ÷ 7 = 0.005
    pytest.param(COUNT, "0.07", "0.5", "0.01", id="an exact half of a count is rounded up"),
    # 100 × 812 ÷ 930 = 87.3118…; 8 × (87.3118… − 50) ÷ 40 = 7.46236…
    pytest.param(RATIO, "8", "\n    numerator: 812\n    denominator: 930", "7.46", id="a ratio of two numbers"),
    # 100 × 667 ÷ 1000 = 66.7; 2 × 16.7 ÷ 40 = 0.835
    pytest.param(RATIO, "2", "\n    numerator: 667\n    denominator: 1000", "0.84", id="an exact half of a ratio"),
    # 100 × 2 ÷ 3 = 66 2/3; 6 × (16 2/3) ÷ 40 = 2.5 exactly: the quotient is not rounded on the way
    pytest.param(
        RATIO, "6", "\n    numerator: 2\n    denominator: 3", "2.50", id="a quotient is not rounded on the way"
    ),
    pytest.param(RATIO, "6", "\n    numerator: 9\n    denominator: 10", "6.00", id="a ratio at the best"),
    pytest.param(RATIO, "6", "\n    numerator: 49\n    denominator: 100", "0.00", id="a ratio below the worst"),
    # 2 + 3 × (40 − 25) ÷ 30 = 3.5
    pytest.param(RATIO_DOWN, "5", "\n    numerator: 1\n    denominator: 4", "3.50", id="a ratio where lower is better"),
    pytest.param(
        RATIO_DOWN, "5", "\n    numerator: 4\n    denominator: 10", "2.00", id="the worst ratio gives at_worst"
    ),
]


@pytest.mark.parametrize(("scale", "points", "value", "worth"), WORTH)
def test_a_value_is_worth(scale: str, points: str, value: str, worth: str) -> None:
    sheet = score(a_round(a_scale(scale, points), {"a": {"tc": value}}))["a"]
    assert str(leaf(sheet, "tc").points) == worth
    assert str(sheet.total) == worth


@pytest.mark.parametrize(
    ("decimals", "worth"),
    # 3 × 167/600 = 0.835; 1/3 of a point at 4 decimals; to whole points 0.835 → 1
    [(0, "1"), (1, "0.8"), (2, "0.84"), (3, "0.835"), (6, "0.835000")],
)
def test_points_are_rounded_once_to_the_decimals_of_the_set(decimals: int, worth: str) -> None:
    sheet = score(a_round(f"decimals: {decimals}\n" + a_scale(LINE, "3"), {"a": {"tc": "36.7"}}))["a"]
    assert str(leaf(sheet, "tc").points) == worth


def test_typed_decimals_are_exact_and_no_binary_float_is_near_them() -> None:
    # 0.1 + 0.2 is 0.3: (0.3 − 0.1) ÷ 0.2 = 1 exactly, of 0.005 points: 0.005 → 0.01
    rules = a_scale("kind: linear\nworst: 0.1\nbest: 0.5", "0.01")
    assert str(score(a_round(rules, {"a": {"tc": "0.3"}}))["a"].total) == "0.01"


@pytest.mark.parametrize(
    ("urban_class", "worth"),
    [
        # worst 6, best 8: 10 × (7 − 6) ÷ 2
        pytest.param("II", "5.00", id="a class has its own bounds"),
        # at_worst 4 with the bounds of all: 4 + 6 × (7 − 5) ÷ 5 = 6.4
        pytest.param("IV", "6.40", id="a class may replace one field and keep the others"),
        # 10 × (7 − 5) ÷ 5 = 4
        pytest.param("III", "4.00", id="a class that is not named has the common scale"),
        pytest.param(None, "4.00", id="a class that is not known has the common scale"),
    ],
)
def test_fields_of_a_scale_are_replaced_for_a_class(urban_class: str | None, worth: str) -> None:
    per_class = "per_class:\n  II:\n    worst: 6\n    best: 8\n  IV:\n    at_worst: 4"
    rules = a_scale("kind: linear\nworst: 5\nbest: 10", "10", per_class)
    sheet = score(a_round(rules, {"a": {"tc": "7"}}, classes={"a": urban_class}))["a"]
    assert str(sheet.total) == worth


@pytest.mark.parametrize(
    ("scale", "per_class", "value", "worth"),
    [
        pytest.param(COUNT, "II:\n    full_at: 20", "5", "2.50", id="count"),
        pytest.param(BANDS, "II:\n    bands:\n      - at_least: 5\n        points: 9", "5", "9.00", id="bands"),
        pytest.param(LEVELS, "II:\n    levels:\n      cấp tỉnh: 2\n      tốt: 10", "cấp tỉnh", "2.00", id="levels"),
    ],
)
def test_every_field_can_differ_by_class(scale: str, per_class: str, value: str, worth: str) -> None:
    rules = a_scale(scale, "10", f"per_class:\n  {per_class}")
    assert str(score(a_round(rules, {"a": {"tc": value}}, classes={"a": "II"}))["a"].total) == worth


# ---- relative ----


def relative(method: str, better: str = "higher", at_worst: str = "0") -> str:
    return f"kind: relative\nmethod: {method}\nbetter: {better}\nat_worst: {at_worst}"


RELATIVE = [
    # (v − 2) ÷ (10 − 2)
    pytest.param("minmax", "higher", "0", "2 5 10", "0.00 3.75 10.00", id="minmax"),
    # (10 − v) ÷ 8
    pytest.param("minmax", "lower", "0", "2 5 10", "10.00 6.25 0.00", id="minmax where lower is better"),
    # −3 … 1: (v + 3) ÷ 4
    pytest.param("minmax", "higher", "0", "-3 0 1", "0.00 7.50 10.00", id="minmax with negatives and zero"),
    # 4 + 6 × share
    pytest.param("minmax", "higher", "4", "2 5 10", "4.00 6.25 10.00", id="minmax from at_worst"),
    pytest.param("minmax", "higher", "0", "7 7 7", "10.00 10.00 10.00", id="minmax of equals gives all to all"),
    pytest.param("minmax", "lower", "4", "0 0 0", "10.00 10.00 10.00", id="minmax of zeros gives all to all"),
    # v ÷ 10
    pytest.param("best", "higher", "0", "2 5 10", "2.00 5.00 10.00", id="best"),
    # 2 ÷ v
    pytest.param("best", "lower", "0", "2 5 10", "10.00 4.00 2.00", id="best where lower is better"),
    pytest.param("best", "lower", "0", "0 5 10", "10.00 0.00 0.00", id="against a best of zero only zero has points"),
    pytest.param("best", "lower", "3", "0 5 10", "10.00 3.00 3.00", id="against a best of zero from at_worst"),
    pytest.param("best", "higher", "0", "0 5 10", "0.00 5.00 10.00", id="best with a zero"),
    pytest.param("best", "higher", "0", "0 0 0", "10.00 10.00 10.00", id="best of zeros gives all to all"),
    pytest.param("best", "lower", "0", "4 4 4", "10.00 10.00 10.00", id="best of equals gives all to all"),
    # 2 + 8 × v ÷ 10
    pytest.param("best", "higher", "2", "2 5 10", "3.60 6.00 10.00", id="best from at_worst"),
    # (3 − place) ÷ 2
    pytest.param("rank", "higher", "0", "2 5 10", "0.00 5.00 10.00", id="rank"),
    pytest.param("rank", "lower", "0", "2 5 10", "10.00 5.00 0.00", id="rank where lower is better"),
    # places 1, 2.5, 2.5, 4 of 4: (4 − 2.5) ÷ 3 = 0.5
    pytest.param("rank", "higher", "0", "2 5 5 10", "0.00 5.00 5.00 10.00", id="ties at their mean place"),
    # places 1.5, 1.5, 3: (3 − 1.5) ÷ 2 = 0.75
    pytest.param("rank", "higher", "0", "10 5 10", "7.50 0.00 7.50", id="tied firsts"),
    # places 1, 3, 3, 3, 5 of 5: (5 − 3) ÷ 4 = 0.5; 5 + 5 × 0.5
    pytest.param("rank", "higher", "5", "9 4 4 4 1", "10.00 7.50 7.50 7.50 5.00", id="rank from at_worst"),
    pytest.param("rank", "lower", "0", "4 4 4", "10.00 10.00 10.00", id="rank of equals gives all to all"),
    pytest.param("minmax", "higher", "0", "4", "10.00", id="one alone has all"),
    pytest.param("rank", "higher", "0", "4", "10.00", id="one alone has all by rank too"),
    # (36.7 − 20) ÷ 60 × 10 = 2.7833…
    pytest.param("minmax", "higher", "0", "20 36.7 80", "0.00 2.78 10.00", id="minmax of decimals"),
]


@pytest.mark.parametrize(("method", "better", "at_worst", "values", "worths"), RELATIVE)
def test_a_value_is_worth_against_the_others(method: str, better: str, at_worst: str, values: str, worths: str) -> None:
    members = {f"m{at}": {"tc": value} for at, value in enumerate(values.split())}
    sheets = score(a_round(a_scale(relative(method, better, at_worst), "10"), members))
    assert " ".join(str(sheets[member].total) for member in members) == worths


def test_an_exact_half_against_the_others_is_rounded_up() -> None:
    # 3 × 167/600, as minmax of 0, 167, 600
    rules = a_scale(relative("minmax"), "3")
    sheets = score(a_round(rules, {"a": {"tc": "167"}, "b": {"tc": "0"}, "c": {"tc": "600"}}))
    assert str(sheets["a"].total) == "0.84"


def test_the_others_are_all_members_with_a_value_of_every_class_ranked_or_not() -> None:
    # d's required value is missing, so it is not ranked, yet its 20 is the maximum: 10 × 10 ÷ 20
    rules = a_scale(relative("best"), "10") + (
        "      - id: can\n        name: Cần\n        points: 10\n        missing: reject\n"
        "        scale:\n          kind: yes_no\n"
    )
    values = {"a": {"tc": "10", "can": "true"}, "b": {"can": "true"}, "d": {"tc": "20"}}
    sheets = score(a_round(rules, values, classes={"a": "II", "b": None, "d": "V"}))
    assert str(leaf(sheets["a"], "tc").points) == "5.00"
    assert leaf(sheets["b"], "tc").outcome == "missing"
    assert sheets["d"].rejected == ("can",)


def test_a_member_to_whom_the_criterion_does_not_apply_is_none_of_the_others() -> None:
    rules = a_scale(relative("best"), "10", "applies_to:\n  - II") + (
        "      - id: co\n        name: Có\n        points: 10\n        scale:\n          kind: yes_no\n"
    )
    values = {"a": {"tc": "10", "co": "true"}, "b": {"tc": "20", "co": "true"}, "c": {"tc": "40", "co": "true"}}
    classes = {"a": "II", "b": "II", "c": "IV"}
    sheets = score(a_round(rules, values, classes=classes))
    assert str(leaf(sheets["a"], "tc").points) == "5.00"
    ruled = {"b": "changes:\n  tc:\n    not_applicable: true\n    reason: không có\n"}
    sheets = score(a_round(rules, values, classes=classes, appraised=ruled))
    assert str(leaf(sheets["a"], "tc").points) == "10.00"


def test_what_the_panel_changed_counts_against_the_others_but_not_in_the_self_assessed() -> None:
    the_round = a_round(
        a_scale(relative("best"), "10"),
        {"a": {"tc": "10"}, "b": {"tc": "20"}},
        appraised={"b": "changes:\n  tc:\n    value: 40\n    reason: đếm lại\n"},
    )
    assert str(score(the_round)["a"].total) == "2.50"
    assert str(score(the_round, self_assessed=True)["a"].total) == "5.00"


def test_at_worst_of_a_class_holds_against_all_members() -> None:
    # minmax over all: (5 − 0) ÷ 10; class II from 6: 6 + 4 × 0.5 = 8, others 5
    rules = a_scale(relative("minmax"), "10", "per_class:\n  II:\n    at_worst: 6")
    values = {"a": {"tc": "5"}, "b": {"tc": "5"}, "c": {"tc": "0"}, "d": {"tc": "10"}}
    sheets = score(a_round(rules, values, classes={"a": "II", "b": "III", "c": "III", "d": "III"}))
    assert [str(sheets[member].total) for member in "abcd"] == ["8.00", "5.00", "0.00", "10.00"]


# ---- marks ----

JUDGES = "judges:\n" + "".join(f"  - id: gk-{at}\n    member: {'a' if at == 9 else 'z'}\n" for at in range(1, 10))


def marked(scale: str, marks: str, points: str = "10") -> Sheet:
    """Score a member whose judges gave marks; `-` abstains, a ninth judge is of the member itself."""
    lines = "".join(
        f"    gk-{at}: {mark}\n" if mark != "-" else f"    gk-{at}:\n      abstain: vắng\n"
        for at, mark in enumerate(marks.split(), 1)
    )
    ruled = {"a": f"marks:\n  tc:\n{lines}"} if marks else {}
    return score(
        a_round(a_scale(scale, points), {"a": {}}, appraised=ruled, met=JUDGES, classes={"a": None, "z": None})
    )["a"]


MARKED = [
    # (8 + 9 + 6.5) ÷ 3 = 7.8333…
    pytest.param("mean", "8 9 6.5", "7.83", id="mean"),
    # (1 + 8 + 8 + 9 + 10) without 1 and 10: 25 ÷ 3
    pytest.param("trimmed_mean", "8 1 9 10 8", "8.33", id="mean without one lowest and one highest"),
    # 10, 10, 4: one 10 and the 4 go
    pytest.param("trimmed_mean", "10 4 10", "10.00", id="of equal highest only one is left out"),
    pytest.param("median", "8 1 9", "8.00", id="the middle of three"),
    # (7 + 8) ÷ 2
    pytest.param("median", "8 1 9 7", "7.50", id="between the two in the middle of four"),
    pytest.param("median", "6", "6.00", id="one mark is its own median"),
    pytest.param("mean", "8 - 6", "7.00", id="who abstains does not count"),
    # gk-9 is of the member: (4 × 8 + 0) ÷ 8 marks, his 10 left out; all others 4
    pytest.param("mean", "4 4 4 4 4 4 4 4 10", "4.00", id="a judge's mark for his own member is left out"),
    pytest.param("mean", "0 0", "0.00", id="marks of zero are marks"),
]


@pytest.mark.parametrize(("combine", "marks", "worth"), MARKED)
def test_marks_are_combined(combine: str, marks: str, worth: str) -> None:
    sheet = marked(f"kind: marks\nout_of: 10\ncombine: {combine}", marks)
    assert leaf(sheet, "tc").outcome == "scored"
    assert str(sheet.total) == worth


def test_the_combined_mark_is_not_rounded_before_it_becomes_points() -> None:
    # (7 + 8 + 8) ÷ 3 ÷ 10 × 1.5 = 1.15 exactly; with 7.67 it were 1.1505
    sheet = marked("kind: marks\nout_of: 10", "7 8 8", "1.5")
    assert leaf(sheet, "tc").given.value == Fraction(23, 3)
    assert leaf(sheet, "tc").points == Decimal("1.15")


@pytest.mark.parametrize(
    ("scale", "marks"),
    [
        pytest.param("at_least: 3", "8 9", id="fewer than at_least"),
        pytest.param("at_least: 2", "8 -", id="fewer than at_least once those who abstain are gone"),
        pytest.param("combine: trimmed_mean", "8 9", id="a trimmed mean of two"),
        pytest.param("at_least: 9", "5 5 5 5 5 5 5 5 5", id="fewer once the own member's judge is gone"),
        pytest.param("at_least: 1", "-", id="nobody gave one"),
        pytest.param("at_least: 1", "", id="nobody was asked"),
    ],
)
def test_too_few_marks_are_a_missing_value(scale: str, marks: str) -> None:
    assert leaf(marked(f"kind: marks\nout_of: 10\n{scale}", marks), "tc").outcome == "missing"


def test_marks_out_of_another_number() -> None:
    # 15 of 20 of 10 points
    assert str(marked("kind: marks\nout_of: 20", "14 16").total) == "7.50"


def test_marks_stay_in_the_self_assessed_total() -> None:
    the_round = a_round(
        a_scale("kind: marks\nout_of: 10", "10"),
        {"a": {}},
        appraised={"a": "marks:\n  tc:\n    gk-1: 8\n"},
        met=JUDGES,
        classes={"a": None, "z": None},
    )
    assert str(score(the_round, self_assessed=True)["a"].total) == "8.00"


@pytest.mark.parametrize(
    "answered",
    [
        pytest.param({*scales.SHARES, "relative"}, id="what a value is worth"),
        pytest.param({*would_take.WALKS}, id="what it would take"),
        pytest.param({*expected.TRAITS}, id="what the rules expect"),
        pytest.param({*values.VALUES, "relative", "marks"}, id="what a missing value could be"),
        pytest.param({*views.WORDS}, id="its words"),
        pytest.param({*views.FORMULAS}, id="its formula"),
        pytest.param({*xlsx.FORMULAS, *xlsx.FIXED}, id="its formula in the score book"),
    ],
)
def test_every_kind_of_scale_is_answered_wherever_it_is_asked_about(answered: set[str]) -> None:
    assert answered == set(SCALES)
