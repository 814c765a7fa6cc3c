"""What a criteria set really decides by: answers worked out by hand and taken from a textbook."""

import json
import random
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from tests.conftest import ROOT
from tests.made_of_values import criterion, group, of, round_of
from tests.rounds import a_round, linear
from tests.rounds import result as decided

from taybac_cluster import pipeline
from taybac_cluster.cli import run
from taybac_cluster.decide.audit import Audit, audit
from taybac_cluster.decide.result import decide
from taybac_cluster.model.record import Language
from taybac_cluster.views.audit import sentence


def audited(*criteria: object, **values: dict[str, object]) -> Audit:
    return audit(decide(round_of((group("g", *criteria),), values), {}))


def parts(found: Audit) -> dict[str, float]:
    return {each.id: each.decides for each in found.criteria}


def test_a_criterion_decides_by_its_spread_times_its_points() -> None:
    # x: shares 0 and 1, deviation 0.5, times 60 points: 30. y: 0.5 and 0.75, 0.125 × 40 = 5. In all 35.
    found = audited(criterion("x", 60), criterion("y", 40), a=of(x=0, y=5), b=of(x=10, y="7.5"))
    assert parts(found) == pytest.approx({"x": 30 / 35, "y": 5 / 35})
    assert [each.spread for each in found.criteria] == pytest.approx([30, 5])
    assert [float(each.points) for each in found.criteria] == [0.6, 0.4]


def test_a_criterion_on_which_all_are_equal_decides_nothing_whatever_its_points() -> None:
    found = audited(criterion("x", 10), criterion("y", 90), a=of(x=1, y=7), b=of(x=2, y=7), c=of(x=3, y=7))
    assert parts(found) == {"x": 1, "y": 0}
    assert [(each.id, each.equal) for each in found.criteria] == [("x", False), ("y", True)]
    assert found.pairs == ()


def test_a_city_to_which_a_criterion_does_not_apply_is_not_counted_for_it() -> None:
    two = criterion("y", 40, applies_to=("II",))
    groups = (group("g", criterion("x", 60), two),)
    values = {"a": of(x=2, y=5), "b": of(x=4, y=10), "c": of(x=6, y=0)}
    found = audit(decide(round_of(groups, values, classes={"a": "II", "b": "II"}), {}))
    y = next(each for each in found.criteria if each.id == "y")
    assert (y.cities, y.lowest, y.highest) == (2, Fraction(1, 2), Fraction(1))


def test_rank_correlation_is_that_of_the_textbook() -> None:
    # Intelligence and hours of television of ten people, ρ = −29/165: "Spearman's rank correlation coefficient",
    # Wikipedia, the worked example.
    scores = (106, 100, 86, 101, 99, 103, 97, 113, 112, 110)
    hours = (7, 27, 2, 50, 28, 29, 20, 12, 6, 17)
    wide = {"scale": {"kind": "linear", "worst": Decimal(0), "best": Decimal(200)}}
    values = {f"m{at}": of(x=x, y=y) for at, (x, y) in enumerate(zip(scores, hours, strict=True))}
    (pair,) = audited(criterion("x", 50, **wide), criterion("y", 50, **wide), **values).pairs
    assert pair.correlation == pytest.approx(-29 / 165)
    assert pair.cities == 10


@pytest.mark.parametrize("seed", range(20))
def test_rank_correlation_with_equals_is_that_of_numpy_on_mean_places(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - nothing secret
    x, y = ([draw.randint(0, 5) for _ in range(12)] for _ in range(2))
    values = {f"m{at}": of(x=x[at], y=y[at]) for at in range(12)}
    (pair,) = audited(criterion("x", 50), criterion("y", 50), **values).pairs
    places = [[np.mean(np.flatnonzero(np.sort(row) == value)) for value in row] for row in (x, y)]
    assert pair.correlation == pytest.approx(np.corrcoef(places)[0, 1])


def test_two_criteria_that_always_move_together_are_found_and_opposites_too() -> None:
    # y rises with x, by other steps; z falls as x rises.
    rows = ((1, 2, 9), (2, 3, 7), (3, 8, 5), (4, 9, 1))
    values = {f"m{at}": of(x=x, y=y, z=z) for at, (x, y, z) in enumerate(rows)}
    found = audited(criterion("x", 40), criterion("y", 30), criterion("z", 30), **values)
    assert [(pair.first, pair.second) for pair in found.pairs if pair.together] == [("x", "y")]
    assert [(pair.first, pair.second) for pair in found.pairs if pair.opposite] == [("x", "z"), ("y", "z")]


def test_of_three_cities_nothing_is_said_of_moving_together() -> None:
    values = {f"m{at}": of(x=at, y=at) for at in range(3)}
    assert audited(criterion("x", 50), criterion("y", 50), **values).pairs == ()


def test_a_round_in_which_nobody_is_ranked_says_so() -> None:
    found = audited(criterion("x", 50, missing="reject"), a={"values": {}})
    assert sentence(found, "vi") == "Chưa đô thị nào được xếp hạng nên không rà soát được."


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_command_prints_every_format(form: str, lang: Language, capsys: pytest.CaptureFixture[str]) -> None:
    data = ROOT / "data"
    assert run(["audit", "2023", "--data", str(data), "--format", form, "--lang", lang]) == 0
    printed = capsys.readouterr().out
    if form == "json":
        found = json.loads(printed)
        assert sum(each["decides"] for each in found["criteria"]) == pytest.approx(1)
        assert len(found["criteria"]) == 24
    else:
        criteria = pipeline.ranked(data, 2023)[0].round.criteria.criteria.values()
        for each in criteria:
            name = each.name.to(lang)
            said = {"csv": each.id, "md": name, "table": " ".join(name.split()[:2])}  # a table breaks long names
            assert said[form] in printed


@pytest.mark.parametrize(("cities", "claims"), [(7, False), (8, True)])
def test_of_fewer_than_eight_cities_nothing_is_claimed(cities: int, claims: bool) -> None:
    values = {f"d-{at}": {"c": at * 7, "e": 90 - at} for at in range(cities)}
    said = sentence(audit(decided(a_round("groups:\n" + linear("c", "e"), values))), "en")
    assert said.startswith("2 of 2 criteria") is claims
    assert ("too few" in said) is not claims
