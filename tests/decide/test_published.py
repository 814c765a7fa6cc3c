"""Published indices scored from YAML alone, and the same trees worked out independently by numpy.

- Human development index, geometric: Human Development Report 2021/2022, table 1 (values of 2021).
- Human development index, arithmetic: Human Development Report 2007/2008, technical note 1, worked example Turkey.

Income enters as its natural logarithm, which no scale takes of a value: it is typed as the value.
"""

import math
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pytest
from tests.rounds import a_round, leaf, node, result

from taybac_cluster.decide.score import score
from taybac_cluster.decide.sheet import Sheet

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def goalpost(name: str, worst: object, best: object, points: object) -> str:
    return f"""\
      - id: {name}
        name: {name.upper()}
        points: {points}
        scale:
          kind: linear
          worst: {worst}
          best: {best}
"""


def dimension(name: str, *criteria: str, combine: str = "sum") -> str:
    return f"  - id: {name}\n    name: {name.upper()}\n    combine: {combine}\n    criteria:\n" + "".join(criteria)


def log(value: float) -> str:
    return f"{math.log(value):.15f}"


HDI_2022 = "decimals: 3\ncombine: geometric\npoints: 1\ngroups:\n" + (
    dimension("health", goalpost("life", 20, 85, "0.3333333333"))
    + dimension(
        "education",
        goalpost("mean-years", 0, 15, "0.16666666665"),
        goalpost("expected-years", 0, 18, "0.16666666665"),
    )
    + dimension("income", goalpost("gni", log(100), log(75000), "0.3333333333"))
)

HDI_2007 = "decimals: 3\ncombine: minimum\npoints: 1\ngroups:\n" + dimension(
    "hdi",
    goalpost("life", 25, 85, 6),
    goalpost("literacy", 0, 100, 4),
    goalpost("enrolment", 0, 100, 2),
    goalpost("gdp", log(100), log(40000), 6),
)


def thousandth(share: Fraction | None) -> str:
    assert share is not None
    return str(Decimal(float(share)).quantize(Decimal("0.001"), ROUND_HALF_UP))


def test_norway_of_the_human_development_report_2022() -> None:
    # life 83.2, expected years 18.2 (the goalpost is 18: a full share), mean years 13.0, income 64 660: 0.961
    values = {"life": "83.2", "expected-years": "18.2", "mean-years": "13.0", "gni": log(64660)}
    sheet = score(a_round(HDI_2022, {"norway": values}))["norway"]
    assert leaf(sheet, "expected-years").share == 1
    # 63.2 ÷ 65; (13 ÷ 15 + 1) ÷ 2
    assert thousandth(leaf(sheet, "life").share) == "0.972"
    assert thousandth(node(sheet, "education").share) == "0.933"
    assert str(sheet.total) == "0.961"


@pytest.mark.parametrize(
    ("values", "published"),
    [
        pytest.param(("84.0", "16.5", "13.9", 66933), "0.962", id="Switzerland"),
        pytest.param(("82.7", "19.2", "13.8", 55782), "0.959", id="Iceland"),
        pytest.param(("84.5", "21.1", "12.7", 49238), "0.951", id="Australia"),
        pytest.param(("73.6", "13.0", "8.4", 7867), "0.703", id="Viet Nam"),
        pytest.param(("77.2", "16.3", "13.7", 64765), "0.921", id="United States"),
    ],
)
def test_other_countries_agree_as_far_as_the_tables_rounded_values_allow(
    values: tuple[str, str, str, int], published: str
) -> None:
    """Their table gives one decimal of what was counted with more: a thousandth either way."""
    life, expected, mean, income = values
    given = {"life": life, "expected-years": expected, "mean-years": mean, "gni": log(income)}
    total = score(a_round(HDI_2022, {"x": given}))["x"].total
    assert total is not None
    assert abs(total - Decimal(published)) <= Decimal("0.001")


def test_turkey_of_the_human_development_report_2007() -> None:
    # life 0.773; education ⅔ × 0.874 + ⅓ × 0.687 = 0.812; income 0.740: 0.775. One group of shares: nothing is
    # rounded below it, as the report rounds nothing.
    values = {"life": "71.4", "literacy": "87.4", "enrolment": "68.7", "gdp": log(8407)}
    sheet = score(a_round(HDI_2007, {"turkey": values}))["turkey"]
    assert thousandth(leaf(sheet, "life").share) == "0.773"
    assert thousandth(leaf(sheet, "gdp").share) == "0.740"
    assert str(sheet.total) == "0.775"


def test_places_are_those_of_the_index_rounded_to_three_places_as_undp_publishes_them() -> None:
    # all four shares alike, so the index is that share: 0.7634 and 0.7626 are both 0.763, 0.7624 is 0.762
    def country(share: str) -> Mapping[str, object]:
        part = Decimal(share)
        income = math.log(100) + float(part) * (math.log(75000) - math.log(100))
        return {
            "life": 20 + 65 * part,
            "mean-years": 15 * part,
            "expected-years": 18 * part,
            "gni": f"{income:.15f}",
        }

    shares = {"a": "0.7634", "b": "0.7626", "c": "0.7624", "d": "0.9"}
    placed = result(a_round(HDI_2022, {name: country(share) for name, share in shares.items()})).placed
    assert [(each.member, each.rank, each.tied) for each in placed] == [
        ("d", 1, False),
        ("a", 2, True),
        ("b", 2, True),
        ("c", 4, False),
    ]


def test_191_countries_human_development_to_the_last_printed_digit() -> None:
    random = np.random.default_rng(191)
    life = random.integers(4500, 8600, 191) / 100
    mean, expected = random.integers(100, 1500, 191) / 100, random.integers(400, 2000, 191) / 100
    income = np.round(np.log(random.integers(500, 90000, 191)), 12)
    values = {
        f"c-{at}": {
            "life": life[at],
            "mean-years": mean[at],
            "expected-years": expected[at],
            "gni": f"{income[at]:.12f}",
        }
        for at in range(191)
    }
    health = np.clip((life - 20) / 65, 0, 1)
    education = (np.clip(mean / 15, 0, 1) + np.clip(expected / 18, 0, 1)) / 2
    wealth = np.clip((income - math.log(100)) / (math.log(75000) - math.log(100)), 0, 1)
    index = np.cbrt(health * education * wealth)
    compare(score(a_round(HDI_2022, values)), index, list(values))


def compare(sheets: Mapping[str, Sheet], totals: Floats, names: list[str]) -> None:
    """Compare to the third decimal; what lies too near a half for binary floats is no test of anything."""
    near = np.abs(np.mod(totals * 1000, 1) - 0.5) < 1e-6
    assert near.sum() <= len(names) // 50
    rounded = np.floor(totals * 1000 + 0.5) / 1000
    for name, total, doubtful in zip(names, rounded, near, strict=True):
        if not doubtful:
            assert f"{sheets[name].total}" == f"{total:.3f}", name


# ---- a tree of three levels, 49 indicators ----

PILLARS = (2, 2, 3)
"""Sub-groups in each pillar; each sub-group has seven indicators."""
INDICATORS = 49


class Matrix:
    """Values in hundredths, weights in tenths, some values missing."""

    def __init__(self, members: int, seed: int) -> None:
        random = np.random.default_rng(seed)
        self.members = members
        self.values: Ints = random.integers(1, 10001, (members, INDICATORS), dtype=np.int64)
        self.weights: Ints = random.integers(1, 60, INDICATORS, dtype=np.int64)
        self.there = random.random((members, INDICATORS)) > 0.12
        self.there[0, :7] = False  # a whole sub-group
        self.there[1, :14] = False  # a whole pillar
        self.names = [f"m-{at}" for at in range(members)]

    def rules(self, combines: tuple[str, str, str]) -> str:
        root, pillar, sub = combines
        lines = [f"combine: {root}", "decimals: 3", "missing: exclude", "groups:"]
        at = 0
        for number, count in enumerate(PILLARS):
            lines += [f"  - id: p-{number}", f"    name: P{number}", f"    combine: {pillar}", "    groups:"]
            for _ in range(count):
                lines += [f"      - id: s-{at}", f"        name: S{at}", f"        combine: {sub}", "        criteria:"]
                for each in range(at * 7, at * 7 + 7):
                    lines += [f"          - id: c-{each}", f"            name: C{each}"]
                    lines += [f"            points: {self.weights[each] / 10}", "            scale:"]
                    lines += ["              kind: linear", "              worst: 0", "              best: 100"]
                at += 1
        return "\n".join(lines) + "\n"

    def sheets(self, combines: tuple[str, str, str]) -> dict[str, Sheet]:
        values = {
            name: {f"c-{at}": f"{self.values[row, at] / 100:.2f}" for at in range(INDICATORS) if self.there[row, at]}
            for row, name in enumerate(self.names)
        }
        return score(a_round(self.rules(combines), values))


def combined(how: str, shares: Floats, weights: Floats, there: npt.NDArray[np.bool_]) -> Floats:
    """Combine columns by the textbook formula, over those that are there."""
    w = np.where(there, weights, 0.0)
    whole = w.sum(axis=1, keepdims=True)
    w = np.divide(w, whole, out=np.zeros_like(w), where=whole > 0)
    safe = np.where(there, shares, 1.0)
    if how == "sum":
        return np.asarray((w * safe).sum(axis=1))
    if how == "geometric":
        return np.asarray(np.exp((w * np.log(safe)).sum(axis=1)))
    if how == "harmonic":
        return np.asarray(1 / np.maximum((w / safe).sum(axis=1), 1e-300))
    return np.asarray(np.where(there, shares, np.inf).min(axis=1))


def by_numpy(matrix: Matrix, combines: tuple[str, str, str]) -> Floats:
    """The total where no points are printed below the root: shares all the way, typed weights of whole groups."""
    root, pillar, sub = combines
    weights = matrix.weights / 10
    subs, subs_there, sub_weights = [], [], []
    for at in range(INDICATORS // 7):
        part = slice(at * 7, at * 7 + 7)
        subs.append(combined(sub, matrix.values[:, part] / 10000, weights[part], matrix.there[:, part]))
        subs_there.append(matrix.there[:, part].any(axis=1))
        sub_weights.append(weights[part].sum())
    pillars, pillars_there, pillar_weights, start = [], [], [], 0
    for count in PILLARS:
        part = slice(start, start + count)
        there = np.stack(subs_there[part], axis=1)
        pillars.append(combined(pillar, np.stack(subs[part], axis=1), np.array(sub_weights[part]), there))
        pillars_there.append(there.any(axis=1))
        pillar_weights.append(sum(sub_weights[part]))
        start += count
    share = combined(root, np.stack(pillars, axis=1), np.array(pillar_weights), np.stack(pillars_there, axis=1))
    return np.asarray(share * weights.sum())


@pytest.mark.parametrize(
    "combines",
    [
        ("geometric", "geometric", "geometric"),
        ("harmonic", "harmonic", "harmonic"),
        ("geometric", "sum", "sum"),
        ("harmonic", "geometric", "sum"),
        ("minimum", "sum", "harmonic"),
    ],
    ids=" of ".join,
)
def test_51_members_49_indicators_in_three_levels_agree_with_numpy(combines: tuple[str, str, str]) -> None:
    matrix = Matrix(51, 51)
    compare(matrix.sheets(combines), by_numpy(matrix, combines), matrix.names)


def test_191_members_under_one_mean_in_another_agree_with_numpy() -> None:
    matrix = Matrix(191, 7)
    combines = ("geometric", "sum", "geometric")
    compare(matrix.sheets(combines), by_numpy(matrix, combines), matrix.names)


def half_up(top: Ints, bottom: Ints | int) -> Ints:
    """Divide whole numbers, rounding half up."""
    return np.asarray((2 * top + bottom) // (2 * np.asarray(bottom)))


def test_51_members_49_indicators_under_sums_agree_with_whole_numbers_to_every_exact_half() -> None:
    """Under `sum` printed points are added: in thousandths of a point, whole numbers from the value to the total."""
    matrix = Matrix(51, 52)
    matrix.values[5, :] = 5  # 0.05 % of w tenths: w/2 thousandths of a tenth, halves in plenty
    sheets = matrix.sheets(("sum", "sum", "sum"))
    # value/100 % × weight/10 points = value × weight / 100 000 points = value × weight / 100 thousandths
    points = np.where(matrix.there, half_up(matrix.values * matrix.weights, 100), 0)
    weights = np.broadcast_to(matrix.weights, points.shape)

    def carried(earned: Ints, applying: Ints, absent: Ints) -> Ints:
        return np.where(applying > 0, earned + half_up(earned * absent, np.maximum(applying, 1)), 0)

    subs, sub_weights = [], []
    for at in range(INDICATORS // 7):
        part = slice(at * 7, at * 7 + 7)
        applying = np.where(matrix.there[:, part], weights[:, part], 0).sum(axis=1)
        whole = weights[:, part].sum(axis=1)
        subs.append((carried(points[:, part].sum(axis=1), applying, whole - applying), applying > 0))
        sub_weights.append(whole)
    pillars, start = [], 0
    for count in PILLARS:
        part = slice(start, start + count)
        earned = sum((each[0] for each in subs[part]), np.zeros(51, np.int64))
        whole = sum(sub_weights[part], np.zeros(51, np.int64))
        applying = sum(
            (np.where(each[1], w, 0) for each, w in zip(subs[part], sub_weights[part], strict=True)),
            np.zeros(51, np.int64),
        )
        pillars.append((carried(earned, applying, whole - applying), applying > 0, whole))
        start += count
    earned = sum((each[0] for each in pillars), np.zeros(51, np.int64))
    whole = sum((each[2] for each in pillars), np.zeros(51, np.int64))
    applying = sum((np.where(each[1], each[2], 0) for each in pillars), np.zeros(51, np.int64))
    totals = carried(earned, applying, whole - applying)
    assert [str(sheets[name].total) for name in matrix.names] == [f"{total / 1000:.3f}" for total in totals.tolist()]
