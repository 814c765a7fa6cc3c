"""From values to totals: what is missing, what does not apply, nodes, adjustments; every figure worked by hand."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, localcontext
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rounds import a_round, leaf, linear, node, read, result

from taybac_cluster.decide.exact import kept, power, printed
from taybac_cluster.decide.rank import left_out
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.score import score
from taybac_cluster.decide.sheet import Leaf, Node, Sheet
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.members import Roster

SUM = "groups:\n"


def one(
    rules: str,
    values: Mapping[str, object],
    *,
    more: Mapping[str, str] | None = None,
    appraised: Mapping[str, str] | None = None,
) -> Sheet:
    """Score one member `a` of a class that is not known."""
    return score(a_round(rules, {"a": values}, classes={"a": None}, more=more, appraised=appraised))["a"]


# ---- rounding ----


@pytest.mark.parametrize(
    ("exact", "decimals", "text"),
    [
        (Fraction(835, 1000), 2, "0.84"),
        (Fraction(8349999, 10000000), 2, "0.83"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(0), 2, "0.00"),
        (Fraction(100), 3, "100.000"),
        (Fraction(1, 10**30), 2, "0.00"),
    ],
)
def test_rounding_is_half_up_away_from_zero(exact: Fraction, decimals: int, text: str) -> None:
    assert str(printed(exact, decimals)) == text


def test_powers_have_fifty_digits() -> None:
    # √2 ÷ 2, from published tables of √2 = 1.41421356237309504880168872420969807856967187537694807317667…
    root_half = "0.70710678118654752440084436210484903928483593768847"
    share = kept(power(Fraction(1, 2), Fraction(1, 2)))
    with localcontext(prec=50):
        assert str(Decimal(share.numerator) / Decimal(share.denominator)) == root_half


def test_a_power_that_is_a_simple_fraction_is_that_fraction() -> None:
    assert kept(power(Fraction(1, 9), Fraction(1, 2))) == Fraction(1, 3)
    assert kept(power(Fraction(8, 27), Fraction(1, 3))) == Fraction(2, 3)
    assert kept(power(Fraction(1, 2), Fraction(1, 2))).denominator > 10**40


# ---- missing ----


def test_a_missing_value_is_zero_points_by_default_and_when_said_with_a_reason() -> None:
    rules = SUM + linear("x", "v", "z")
    sheet = one(rules, {"x": 50, "v": "\n    missing: chưa đo"})
    assert [leaf(sheet, name).outcome for name in "xvz"] == ["scored", "missing", "missing"]
    assert [str(leaf(sheet, name).points) for name in "xvz"] == ["5.00", "0.00", "0.00"]
    assert str(sheet.total) == "5.00"
    assert sheet.missing_percent == Fraction(200, 3)


def test_an_excluded_value_has_no_points_and_its_group_carries_them() -> None:
    # 8 of 10 earned; 8 ÷ 10 × 20 carried
    sheet = one("missing: exclude\n" + SUM + linear("x", "v", points=("10", "20")), {"x": 80})
    assert leaf(sheet, "v").points is None
    assert str(node(sheet, "nhom").carried) == "16.00"
    assert str(sheet.total) == "24.00"


def test_a_rejected_value_keeps_the_city_out_of_the_ranking() -> None:
    the_round = a_round(SUM + linear("x", "v", more="missing: reject"), {"a": {"x": 80}, "b": {"x": 1, "v": 1}})
    outcome = result(the_round)
    assert [each.member for each in outcome.placed] == ["b"]
    assert [(each.member, each.reason, each.criteria) for each in outcome.left_out] == [("a", "rejected", ("v",))]


def test_a_criterion_overrides_its_groups_policy_which_overrides_the_sets() -> None:
    rules = (
        "missing: reject\n"
        + SUM
        + linear("x", group="g1")
        + linear("v", group="g2", more_group="missing: exclude")
        + linear("z", group="g3", more_group="missing: exclude", more="missing: zero")
    )
    sheet = one(rules, {})
    assert [leaf(sheet, name).policy for name in "xvz"] == ["reject", "exclude", "zero"]


@pytest.mark.parametrize(
    ("most", "ranked"),
    [("33.4", True), ("33.3", False)],
    ids=["just enough is there", "just too much is missing"],
)
@pytest.mark.parametrize("policy", ["zero", "exclude"])
def test_too_much_missing_is_measured_in_typed_points_under_any_policy(most: str, ranked: bool, policy: str) -> None:
    # 10 of 30 points that apply are missing: 33.33… %; w does not apply and is not in the base
    rules = f"missing: {policy}\nranking:\n  max_missing_percent: {most}\n" + SUM + linear("x", "v", "z")
    rules += linear("w", group="khac", points="70", more="applies_to:\n  - I")
    outcome = result(a_round(rules, {"a": {"x": 80, "v": 10}}))
    assert bool(outcome.placed) is ranked
    if not ranked:
        assert outcome.left_out[0].reason == "too_much_missing"
        assert outcome.left_out[0].percent == Fraction(100, 3)


def test_a_city_with_only_missing_values_that_are_excluded_lacks_too_much() -> None:
    rules = "missing: exclude\nranking:\n  max_missing_percent: 20\n" + SUM + linear("x", "v")
    assert [each.reason for each in result(a_round(rules, {"a": {}})).left_out] == ["too_much_missing"]


def test_a_value_taken_away_by_the_panel_is_missing() -> None:
    sheet = one(
        SUM + linear("x"), {"x": 80}, appraised={"a": "changes:\n  x:\n    missing: true\n    reason: không có sổ\n"}
    )
    assert leaf(sheet, "x").outcome == "missing"


# ---- not applicable ----


def test_full_marks_give_exactly_the_points_though_a_third_does_not_apply() -> None:
    # 10 + 10 earned of 20, × 10 ÷ 20 carried
    rules = SUM + linear("x", "v") + linear("z", group="nhom-2", more="applies_to:\n  - II")
    sheet = one(rules, {"x": 100, "v": 100})
    assert str(sheet.total) == "30.00"
    assert str(sheet.root.carried) == "10.00"


def test_what_is_carried_is_rounded_once_half_up() -> None:
    # 3.33 + 3.33 of 20 earned; carried 6.66 ÷ 20 × 10 = 3.33
    sheet = one(
        SUM + linear("x", "v", "z"),
        {"x": "33.3", "v": "33.3", "z": 1},
        appraised={"a": "changes:\n  z:\n    not_applicable: true\n    reason: không có\n"},
    )
    assert str(node(sheet, "nhom").carried) == "3.33"
    assert str(sheet.total) == "9.99"
    # 0.01 of 2 points earned; carried 0.01 ÷ 2 × 1 = 0.005, half up
    small = one(
        SUM + linear("x", "z", points=("2", "1")),
        {"x": "0.5", "z": 1},
        appraised={"a": "changes:\n  z:\n    not_applicable: true\n    reason: không có\n"},
    )
    assert (str(leaf(small, "x").points), str(small.total)) == ("0.01", "0.02")


def test_a_value_where_the_criterion_does_not_apply_is_ignored() -> None:
    rules = SUM + linear("x") + linear("z", group="g", more="applies_to:\n  - II")
    assert one(rules, {"x": 50, "z": 100}).total == one(rules, {"x": 50}).total


def test_a_class_that_is_not_known_is_in_no_list_of_classes() -> None:
    every = "".join(f"\n  - {each}" for each in ("đặc biệt", "I", "II", "III", "IV", "V"))
    rules = SUM + linear("x") + linear("z", group="g", more=f"applies_to:{every}")
    assert leaf(one(rules, {"x": 50, "z": 50}), "z").outcome == "not_applicable"


def test_a_group_of_which_nothing_applies_is_carried_by_its_parent() -> None:
    # g-1: 8 of 10; g-2 of 30 does not apply: 8 ÷ 10 × 30 = 24
    rules = SUM + linear("x", group="g-1") + linear("v", "z", points="15", group="g-2", more="applies_to:\n  - II")
    sheet = one(rules, {"x": 80})
    assert node(sheet, "g-2").points is None
    assert str(sheet.root.carried) == "24.00"
    assert str(sheet.total) == "32.00"


def test_in_a_deep_tree_each_node_carries_its_own() -> None:
    rules = """\
        groups:
          - id: ngoai
            name: Ngoài
            groups:
              - id: trong-1
                name: Trong 1
                criteria:
                  - id: x
                    name: X
                    points: 4
                    scale:
                      kind: linear
                      worst: 0
                      best: 100
                  - id: v
                    name: V
                    points: 2
                    applies_to:
                      - II
                    scale:
                      kind: yes_no
              - id: trong-2
                name: Trong 2
                criteria:
                  - id: z
                    name: Z
                    points: 6
                    applies_to:
                      - II
                    scale:
                      kind: yes_no
        """
    sheet = one(rules, {"x": 25})
    # trong-1: 1 of 4 earned, 1 ÷ 4 × 2 = 0.5 carried, 1.5 of 6; ngoai: 1.5 ÷ 6 × 6 = 1.5 carried, 3 of 12
    assert [str(node(sheet, name).carried) for name in ("trong-1", "trong-2", "ngoai")] == ["0.50", "None", "1.50"]
    assert sheet.root.carried is None
    assert str(sheet.total) == "3.00"


def test_a_city_to_whom_nothing_applies_is_not_ranked() -> None:
    the_round = a_round(SUM + linear("x", more="applies_to:\n  - II"), {"a": {"x": 80}})
    assert [each.reason for each in left_out(the_round, score(the_round))] == ["not_applicable"]
    assert score(the_round)["a"].total is None


@pytest.mark.parametrize("combine", ["sum", "geometric", "harmonic", "minimum"])
def test_full_marks_give_exactly_the_points_whatever_does_not_apply(combine: str) -> None:
    rules = f"combine: {combine}\n" + SUM
    rules += linear("x", "v", points=("7", "0.35"), group="g-1", more_group=f"combine: {combine}")
    rules += linear("z", "w", points=("3.1", "9"), group="g-2", more_group=f"combine: {combine}")
    full = dict.fromkeys("xvzw", 100)
    for away in ("", "x", "v", "zw", "xz", "vzw"):
        changes = "changes:\n" + "".join(
            f"  {name}:\n    not_applicable: true\n    reason: không có\n" for name in away
        )
        sheet = one(rules, full, appraised={"a": changes if away else ""})
        assert str(sheet.total) == "19.45", away


# ---- combine ----

TWO = "combine: {}\npoints: {}\n" + SUM + linear("x", group="g-1", points="{}") + linear("v", group="g-2", points="{}")


def two(combine: str, weights: tuple[str, str], values: tuple[str, str]) -> Sheet:
    whole = Decimal(weights[0]) + Decimal(weights[1])
    return one(TWO.format(combine, whole, *weights), {"x": values[0], "v": values[1]})


@pytest.mark.parametrize(
    ("combine", "weights", "values", "worth"),
    [
        # √(0.25 × 1) × 10
        pytest.param("geometric", ("5", "5"), ("25", "100"), "5.00", id="geometric of a quarter and one"),
        # 0.5^(1/4) × 0.8^(3/4) × 100 = 0.840896415… × 0.845897010… × 100 = 71.1311763…
        pytest.param("geometric", ("25", "75"), ("50", "80"), "71.13", id="geometric by weights"),
        # 1 ÷ (0.5 ÷ 0.25 + 0.5 ÷ 1) × 10 = 0.4 × 10
        pytest.param("harmonic", ("5", "5"), ("25", "100"), "4.00", id="harmonic of a quarter and one"),
        # 1 ÷ (0.25 ÷ 0.5 + 0.75 ÷ 0.8) × 100 = 100 ÷ 1.4375 = 69.565…
        pytest.param("harmonic", ("25", "75"), ("50", "80"), "69.57", id="harmonic by weights"),
        pytest.param("minimum", ("25", "75"), ("50", "80"), "50.00", id="minimum, whatever the weights"),
        pytest.param("sum", ("25", "75"), ("50", "80"), "72.50", id="sum"),
        pytest.param("geometric", ("5", "5"), ("0", "100"), "0.00", id="geometric with a share of zero"),
        pytest.param("harmonic", ("5", "5"), ("0", "100"), "0.00", id="harmonic with a share of zero"),
        pytest.param("minimum", ("5", "5"), ("0", "100"), "0.00", id="minimum with a share of zero"),
        # 3 × 27.8333…3 % falls short of 3 × 167/600 = 0.835 in the 28th digit
        pytest.param(
            "minimum", ("1.5", "1.5"), ("27.8333333333333333333333333333", "90"), "0.83", id="just below a half"
        ),
        # 1 × 0.835
        pytest.param("minimum", ("0.5", "0.5"), ("83.5", "90"), "0.84", id="minimum at an exact half"),
        # √(0.04 × 0.697225) = 0.2 × 0.835 = 0.167; × 5 = 0.835
        pytest.param("geometric", ("2.5", "2.5"), ("4", "69.7225"), "0.84", id="geometric at an exact half"),
        # 1 ÷ (½ ÷ 0.5 + ½ ÷ 0.125) = 1 ÷ 5; × 0.425 = 0.085
        pytest.param("harmonic", ("0.2125", "0.2125"), ("50", "12.5"), "0.09", id="harmonic at an exact half"),
    ],
)
def test_two_groups_combine(combine: str, weights: tuple[str, str], values: tuple[str, str], worth: str) -> None:
    assert str(two(combine, weights, values).total) == worth


def test_a_geometric_mean_that_is_a_simple_fraction_is_rounded_as_that_fraction() -> None:
    # count scales: 167 ÷ 300 and 167 ÷ 1200; their mean 167/600; 3 × 167/600 = 0.835, half up
    rules = "combine: geometric\n" + SUM
    for name, full in (("x", 300), ("v", 1200)):
        rules += linear(name, group=f"g-{name}", points="1.5").replace(
            "kind: linear\n          worst: 0\n          best: 100", f"kind: count\n          full_at: {full}"
        )
    assert str(one(rules, {"x": 167, "v": 167}).total) == "0.84"


def test_under_another_combine_no_points_are_printed_below_but_shares() -> None:
    rules = SUM + linear("x", "v", points=("1", "3"), more_group="combine: geometric")
    sheet = one(rules, {"x": 16, "v": 81})
    assert [leaf(sheet, name).points for name in "xv"] == [None, None]
    assert [leaf(sheet, name).share for name in "xv"] == [Fraction(16, 100), Fraction(81, 100)]
    # 0.16^¼ × 0.81^¾ = (0.16 × 0.531441)^¼ = 0.08503056^¼ = 0.2916^½ = 0.54; × 4 = 2.16
    assert str(sheet.total) == "2.16"


def test_a_sum_below_another_combine_has_exact_shares_and_rounds_nothing() -> None:
    # shares 1/3 and 1/2 of 1 and 2 points: (1/3 + 1) ÷ 3 = 4/9; √(4/9 × 1) = 2/3; × 6 = 4
    rules = "combine: geometric\n" + SUM
    rules += linear("x", "v", points=("1", "2"), group="g-1").replace("best: 100", "best: 3", 1)
    rules += linear("z", points="3", group="g-2")
    sheet = one(rules, {"x": 1, "v": 50, "z": 100})
    assert node(sheet, "g-1").share == Fraction(4, 9)
    assert node(sheet, "g-1").points is None
    assert str(sheet.total) == "4.00"


def test_a_missing_value_that_is_excluded_leaves_the_others_their_weights() -> None:
    rules = "missing: exclude\n" + SUM + linear("x", "v", "z", points=("1", "3", "6"), more_group="combine: harmonic")
    # of x and y alone: 1 ÷ (¼ ÷ 0.5 + ¾ ÷ 0.75) = 1 ÷ 1.5; × 10
    assert str(one(rules, {"x": 50, "v": 75}).total) == "6.67"


def test_a_missing_value_that_counts_zero_makes_a_mean_of_products_zero() -> None:
    rules = SUM + linear("x", "v", more_group="combine: geometric")
    assert str(one(rules, {"x": 50}).total) == "0.00"


# ---- adjustments ----

ADJUSTED = """\
bonuses:
  cap: 3
  items:
    - id: b-1
      name: B1
      points: 2
    - id: b-2
      name: B2
      points: 1.5
deductions:
  cap: 5
  items:
    - id: d-1
      name: D1
      points: 4
    - id: d-2
      name: D2
      points: 3
"""


@pytest.mark.parametrize(
    ("claimed", "ruled", "total"),
    [
        pytest.param("", "", "50.00", id="nothing claimed"),
        pytest.param("bonuses:\n  b-1: true", "", "52.00", id="a claimed bonus counts until refused"),
        pytest.param("bonuses:\n  b-1: false", "", "50.00", id="a bonus answered no"),
        pytest.param("bonuses:\n  b-1: true\n  b-2: true", "", "53.00", id="bonuses up to their cap"),
        pytest.param(
            "bonuses:\n  b-1: true",
            "bonuses:\n  b-1:\n    granted: false\n    reason: chưa đủ",
            "50.00",
            id="a refused bonus",
        ),
        pytest.param("", "deductions:\n  d-1:\n    reason: muộn", "46.00", id="a deduction"),
        pytest.param("", "deductions:\n  d-1:\n    points: 0.5\n    reason: muộn", "49.50", id="a part of a deduction"),
        pytest.param(
            "", "deductions:\n  d-1:\n    reason: muộn\n  d-2:\n    reason: lỗi", "45.00", id="deductions to their cap"
        ),
    ],
)
def test_adjustments_come_after_the_tree(claimed: str, ruled: str, total: str) -> None:
    sheet = one(ADJUSTED + SUM + linear("x", points="100"), {"x": 50}, more={"a": claimed}, appraised={"a": ruled})
    assert str(sheet.total) == total


def test_a_total_may_exceed_the_points_and_is_never_below_zero() -> None:
    rules = ADJUSTED + SUM + linear("x", points="2")
    assert str(one(rules, {"x": 100}, more={"a": "bonuses:\n  b-1: true\n"}).total) == "4.00"
    assert str(one(rules, {"x": 50}, appraised={"a": "deductions:\n  d-1:\n    reason: muộn\n"}).total) == "0.00"


def test_without_a_cap_there_is_no_limit() -> None:
    rules = ADJUSTED.replace("  cap: 3\n", "") + SUM + linear("x")
    assert str(one(rules, {"x": 0}, more={"a": "bonuses:\n  b-1: true\n  b-2: true\n"}).total) == "3.50"


def test_self_assessed_leaves_out_changes_rulings_and_deductions() -> None:
    rules = ADJUSTED + SUM + linear("x", "v", points="50")
    ruled = """\
        changes:
          x:
            value: 40
            reason: đo lại
          v:
            not_applicable: true
            reason: không có
        bonuses:
          b-1:
            granted: false
            reason: chưa đủ
        deductions:
          d-1:
            reason: muộn
        """
    the_round = a_round(rules, {"a": {"x": 60, "v": 80}}, more={"a": "bonuses:\n  b-1: true\n"}, appraised={"a": ruled})
    # appraised: x 20, carried 20, − 4 = 36; by itself: 30 + 40 + 2 = 72
    outcome = result(the_round)
    assert str(outcome.sheets["a"].total) == "36.00"
    assert str(outcome.self_assessed("a")) == "72.00"


def test_a_gate_not_answered_is_not_passed_and_the_panels_word_counts() -> None:
    rules = "gates:\n  - id: g-1\n    name: G1\n  - id: g-2\n    name: G2\n" + SUM + linear("x")
    the_round = a_round(
        rules,
        {"a": {"x": 1}},
        more={"a": "gates:\n  g-1: true\n"},
        appraised={"a": "gates:\n  g-1:\n    value: false\n    reason: thanh tra\n"},
    )
    answers = score(the_round)["a"].gates
    assert [(each.id, each.passed, each.answered, each.appraised) for each in answers] == [
        ("g-1", False, True, True),
        ("g-2", False, False, False),
    ]
    assert score(the_round, self_assessed=True)["a"].gates[0].passed


# ---- properties ----

shares = st.decimals(min_value=-20, max_value=130, places=2, allow_nan=False)
weights = st.decimals(min_value=0, max_value=40, places=2, allow_nan=False)
combines = st.sampled_from(["sum", "geometric", "harmonic", "minimum"])
policies = st.sampled_from(["zero", "exclude"])


class Case:
    """A random tree of two levels with values, some missing, some not applicable."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.root = draw(combines)
        self.policy = draw(policies)
        self.groups = [
            (
                draw(combines),
                [(draw(weights.filter(lambda w: w > 0)), draw(shares)) for _ in range(draw(st.integers(1, 4)))],
            )
            for _ in range(draw(st.integers(1, 4)))
        ]
        count = sum(len(leaves) for _, leaves in self.groups)
        self.missing = draw(st.sets(st.integers(0, count - 1), max_size=count))
        self.away = draw(st.sets(st.integers(0, count - 1), max_size=count)) - self.missing

    def __repr__(self) -> str:
        return f"{self.root} {self.policy} {self.groups} missing {self.missing} away {self.away}"

    def rules(self, names: list[str] | None = None, extra: str = "") -> str:
        at, text = 0, f"combine: {self.root}\nmissing: {self.policy}\ngroups:\n"
        for number, (combine, leaves) in enumerate(self.groups):
            ids = [(names or self.names)[at + each] for each in range(len(leaves))]
            text += linear(
                *ids, points=[str(w) for w, _ in leaves], group=f"g-{number}", more_group=f"combine: {combine}"
            )
            text += extra.replace("zero", f"zero-{number}")
            at += len(leaves)
        return text

    @property
    def names(self) -> list[str]:
        return [f"c-{at}" for at in range(sum(len(leaves) for _, leaves in self.groups))]

    @property
    def worths(self) -> list[Decimal]:
        return [value for _, leaves in self.groups for _, value in leaves]

    def round(
        self, values: list[Decimal] | None = None, rules: str | None = None, names: list[str] | None = None
    ) -> Round:
        ids = names or self.names
        typed = {ids[at]: value for at, value in enumerate(values or self.worths) if at not in self.missing}
        changes = "".join(f"  {ids[at]}:\n    not_applicable: true\n    reason: không\n" for at in sorted(self.away))
        return a_round(
            rules or self.rules(names), {"a": typed}, appraised={"a": f"changes:\n{changes}" if changes else ""}
        )


cases = st.composite(Case)()
PROPERTY = settings(max_examples=60, deadline=None)


@PROPERTY
@given(cases)
def test_a_total_lies_between_nothing_and_all_points(case: Case) -> None:
    sheet = score(case.round())["a"]
    assert sheet.total is None or 0 <= sheet.total <= case.round().criteria.weight


@PROPERTY
@given(cases, st.data())
def test_raising_a_value_never_lowers_a_total(case: Case, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(case.names) - 1))
    more = data.draw(st.decimals(min_value=0, max_value=100, places=2))
    raised = [value + more if each == at else value for each, value in enumerate(case.worths)]
    before, after = score(case.round())["a"].total, score(case.round(raised))["a"].total
    assert (before is None and after is None) or (before is not None and after is not None and before <= after)


@PROPERTY
@given(cases, st.randoms(use_true_random=False))
def test_neither_order_nor_names_change_a_number(case: Case, random: Random) -> None:
    names = [f"z{random.randrange(10**6)}-{at}" for at in range(len(case.names))]
    turned = Case.__new__(Case)
    turned.root, turned.policy = case.root, case.policy
    order = list(range(len(case.groups)))
    random.shuffle(order)
    starts = [sum(len(leaves) for _, leaves in case.groups[:at]) for at in range(len(case.groups))]
    turned.groups, places = [], []
    for at in order:
        combine, leaves = case.groups[at]
        inner = list(range(len(leaves)))
        random.shuffle(inner)
        turned.groups.append((combine, [leaves[each] for each in inner]))
        places += [starts[at] + each for each in inner]
    turned.missing = {new for new, old in enumerate(places) if old in case.missing}
    turned.away = {new for new, old in enumerate(places) if old in case.away}
    one, other = score(case.round())["a"], score(turned.round(names=names))["a"]
    assert one.total == other.total
    points = {at: leaf(one, name).points for at, name in enumerate(case.names)}
    assert points == {old: leaf(other, names[new]).points for new, old in enumerate(places)}


@PROPERTY
@given(cases)
def test_a_criterion_of_no_points_changes_nothing(case: Case) -> None:
    extra = "      - id: zero\n        name: Không\n        points: 0\n        scale:\n          kind: yes_no\n"
    with_it = case.round(rules=case.rules(extra=extra))
    assert score(case.round())["a"].total == score(with_it)["a"].total


@PROPERTY
@given(cases)
def test_under_every_node_that_sums_the_printed_points_add_up(case: Case) -> None:
    sheet = score(case.round())["a"]
    for each in (sheet.root, *sheet.root.nodes()):
        if each.combine == "sum" and each.points is not None:
            below = sum((child.points for child in each.children if child.points is not None), Decimal(0))
            assert each.points == below + (each.carried or 0)


@PROPERTY
@given(cases)
def test_under_every_other_node_shares_and_weights_give_its_share(case: Case) -> None:
    sheet = score(case.round())["a"]
    for each in (sheet.root, *sheet.root.nodes()):
        counting = [child for child in each.children if child.share is not None]
        if each.share is None:
            assert not counting
            continue
        assert abs(float(each.share) - _by_floats(each.combine, counting)) < 1e-9


def _by_floats(combine: str, children: list[Leaf | Node]) -> float:
    """The same in binary floats: the textbook formulas."""
    whole = float(sum(child.weight for child in children))
    parts = [(float(child.share or 0), float(child.weight) / whole) for child in children]
    if combine == "sum":
        return sum(share * weight for share, weight in parts)
    if combine == "minimum" or min(share for share, _ in parts) == 0:
        return min(share for share, _ in parts)
    if combine == "harmonic":
        return 1 / sum(weight / share for share, weight in parts)
    product = 1.0
    for share, weight in parts:
        product *= share**weight
    return product


@PROPERTY
@given(st.permutations(["a", "b", "c", "d"]), st.lists(shares, min_size=8, max_size=8))
def test_the_order_of_files_changes_nothing(order: list[str], worths: list[Decimal]) -> None:
    rules = "ranking:\n  tie_break:\n    - x\n" + SUM + linear("x", "v", points=("1", "0.1"))
    values = {name: {"x": worths[at], "v": worths[4 + at]} for at, name in enumerate("abcd")}
    classes = dict.fromkeys("abcd")
    one = result(a_round(rules, values, classes=classes))
    other = result(a_round(rules, {name: values[name] for name in order}, classes=classes))
    assert [(each.member, each.rank, each.tied) for each in one.placed] == [
        (each.member, each.rank, each.tied) for each in other.placed
    ]


# ---- who ----


def dated(joined: str, classed: str) -> Result:
    """One city, with 50 of what gives full points at 100, or at 50 in class II; the set's day is 24 September."""
    text = f"""\
        cluster:
          id: cum
          name: Cụm
        members:
          - id: a
            name: A
            member:
              from: {joined}
            periods:
              - class: III
              - from: {classed}
                class: II
        """
    rules = "groups:\n" + linear("x", points="100", more="per_class:\n  II:\n    best: 50")
    return result(replace(a_round(rules, {"a": {"x": 50}}), roster=read(text, Roster, "members.yaml")))


@pytest.mark.parametrize(
    ("classed", "total"),
    [
        pytest.param("2023-09-24", "100.00", id="a class from the set's day on holds"),
        pytest.param("2023-09-25", "50.00", id="a class from the day after does not"),
    ],
)
def test_a_class_is_that_of_the_sets_day(classed: str, total: str) -> None:
    assert f"{dated('2015-01-01', classed).places['a'].total:f}" == total


def test_who_joins_after_the_sets_day_is_no_member_and_has_no_place() -> None:
    assert "a" in dated("2023-09-24", "2023-12-31").places
    assert "a" not in dated("2023-09-25", "2023-12-31").places
