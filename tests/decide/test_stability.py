"""How firm an order is: the floats follow the exact rules, and the shares are those worked out by hand."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from tests.conftest import DATA
from tests.made_of_values import criterion, group, of, round_of

from taybac_cluster.cli import run
from taybac_cluster.decide.nominate import nominate
from taybac_cluster.decide.rank import rank
from taybac_cluster.decide.result import Result, decide, placed_and_left
from taybac_cluster.decide.score import score
from taybac_cluster.decide.stability import tried
from taybac_cluster.decide.stability.answers import Plan, Stability
from taybac_cluster.decide.stability.draws import factors
from taybac_cluster.decide.stability.field import field_of, places_of
from taybac_cluster.decide.stability.places import decided_by
from taybac_cluster.model.cluster import Round
from taybac_cluster.model.criteria import CriteriaSet, Criterion, Group
from taybac_cluster.model.record import Language, Record
from taybac_cluster.views.stability.heat_map import _windows
from taybac_cluster.views.stability.sentence import sentence, share_text

COMBINES = ("sum", "geometric", "harmonic", "minimum")
CLASSES = ("I", "II", "III")
PART = Fraction(1, 3)


def two_criteria(*cities: tuple[int, int], **rules: Any) -> Result:  # noqa: ANN401
    """Cities a, b, … with shares in tenths on two criteria of fifty points, at six decimals: ties have no weight."""
    groups = (group("g", criterion("x", 50), criterion("y", 50)),)
    values = {"abcdef"[at]: of(x=x, y=y) for at, (x, y) in enumerate(cities)}
    return decide(round_of(groups, values, decimals=Decimal(6), **rules), {})


def shares(stability: Stability) -> dict[str, list[float]]:
    return {each.member: list(each.rank_shares) for each in stability.members}


# ---- answers worked out by hand ----


def test_with_free_weights_a_city_is_first_on_its_part_of_the_simplex() -> None:
    # w on x, 1 - w on y, w uniform on 0…1. a = 0.9 w + 0.1 (1 - w), b = 0.4: a leads where 0.1 + 0.8 w > 0.4, w > 3/8.
    firm = shares(tried(two_criteria((9, 1), (4, 4)), Plan("free", draws=100_000)))
    assert firm["a"] == pytest.approx([5 / 8, 3 / 8], abs=0.005)
    assert firm["b"] == pytest.approx([3 / 8, 5 / 8], abs=0.005)


def test_free_weights_on_three_cities_give_the_whole_acceptability_table() -> None:
    # a = w, b = 1 - w, c = 0.6: c leads where 0.4 < w < 0.6 (0.2), is second elsewhere (0.8), never third.
    # a leads where w > 0.6 (0.4), is second on 0.5…0.6: ahead of b but behind c (0.1), third below 0.5 (0.5).
    firm = shares(tried(two_criteria((10, 0), (0, 10), (6, 6)), Plan("free", draws=100_000)))
    assert firm["c"] == pytest.approx([0.2, 0.8, 0], abs=0.005)
    assert firm["a"] == pytest.approx([0.4, 0.1, 0.5], abs=0.005)
    assert firm["b"] == pytest.approx([0.4, 0.1, 0.5], abs=0.005)


def test_a_city_behind_on_everything_is_never_ahead() -> None:
    firm = tried(two_criteria((9, 8), (3, 2)), Plan("free"))
    assert shares(firm) == {"a": [1, 0], "b": [0, 1]}
    assert [(each.rank_low, each.rank_high) for each in firm.members] == [(1, 1), (2, 2)]


def test_around_the_typed_points_the_lead_turns_where_two_uniform_factors_do() -> None:
    # Factors u, v uniform on 0.7…1.3; a = (0.7, 0.3), b = (0.3, 0.68) of the shares: a leads where 0.4 u > 0.38 v,
    # v < u / 0.95. Outside v < 1.3 that is sure: the part of the square with v > u / 0.95 is a triangle whose corner is
    # (0.7, 1.3); it cuts the left side at 0.7 / 0.95 and the top at 1.3 × 0.95.
    height, width = 1.3 - 0.7 / 0.95, 1.3 * 0.95 - 0.7
    expected = 1 - height * width / 2 / 0.36
    values = {"a": of(x=7, y=3), "b": of(x=3, y="6.8")}
    the_round = round_of((group("g", criterion("x", 50), criterion("y", 50)),), values, decimals=Decimal(6))
    firm = shares(tried(decide(the_round, {}), Plan(draws=100_000)))
    assert firm["a"][0] == pytest.approx(expected, abs=0.005)


def test_a_place_shared_by_three_counts_a_third_in_each_of_its_three_places() -> None:
    firm = tried(two_criteria((5, 5), (5, 5), (5, 5), (1, 1)), Plan(draws=100))
    for member in "abc":
        assert shares(firm)[member] == pytest.approx([1 / 3, 1 / 3, 1 / 3, 0])
    assert shares(firm)["d"] == [0, 0, 0, 1]
    assert [(each.rank_low, each.rank_high) for each in firm.members] == [(1, 3), (1, 3), (1, 3), (4, 4)]


@pytest.mark.parametrize(
    ("at_tie", "expected"),
    [
        pytest.param("vote", {"a": 1, "b": PART, "c": PART, "d": PART}, id="an open seat in equal parts"),
        pytest.param("all", {"a": 1, "b": 1, "c": 1, "d": 1}, id="all of the tied"),
        pytest.param("none", {"a": 1, "b": 0, "c": 0, "d": 0}, id="none of the tied"),
    ],
)
def test_a_tie_across_the_cut_follows_at_tie(at_tie: str, expected: dict[str, Fraction]) -> None:
    rule = {"quota": Decimal(2), "at_tie": at_tie}
    firm = tried(two_criteria((9, 9), (5, 5), (5, 5), (5, 5), nomination=rule), Plan(draws=50))
    assert {each.member: each.nominated for each in firm.members} == pytest.approx(
        {member: float(part) for member, part in expected.items()}
    )
    assert firm.unchanged == 1


def test_the_meeting_settles_the_tie_it_was_asked_about_and_no_other() -> None:
    rule = {"quota": Decimal(1), "at_tie": "vote"}
    meeting = {"decisions": {"nominated": ("b",)}}
    same = tried(two_criteria((5, 5), (5, 5), (1, 1), nomination=rule, meeting=meeting), Plan(draws=50))
    assert {each.member: each.nominated for each in same.members} == {"a": 0, "b": 1, "c": 0}
    # a and b are equal only where the first criterion is left out, which no meeting was asked about.
    other = tried(two_criteria((6, 5), (5, 5), (1, 1), nomination=rule, meeting=meeting), Plan(draws=50))
    (without,) = [each for each in other.left_out if each.ids == ("x",)]
    assert without.decided.members == ()
    assert without.decided.open_seats == (1, ("a", "b"))


def test_what_is_left_out_leaves_its_points_to_the_rest_so_that_min_points_keeps_its_meaning() -> None:
    # Without x, y is worth all hundred points: a has 40, b 90 and reaches 80; with both a has 65, b 50: nobody does.
    rule = {"quota": Decimal(1), "min_points": Decimal(80)}
    firm = tried(two_criteria((9, 4), (1, 9), nomination=rule), Plan(draws=50))
    assert firm.base.members == ()
    found = {each.ids[0]: (each.decided.members, each.changed) for each in firm.left_out}
    assert found == {"x": (("b",), True), "y": (("a",), True)}  # the one group left out leaves nothing to rank by


# ---- against an independent implementation, and against the exact rules ----


def test_an_independent_numpy_run_counts_the_same_places() -> None:
    # Plain weighted sums of a random matrix, other random numbers, no rounding to speak of: within sampling error.
    numbers = np.random.default_rng(7)
    matrix = numbers.integers(0, 100, (6, 5)) / 10
    groups = (group("g", *(criterion(f"c{at}", 20) for at in range(5))),)
    values = {f"m{at}": of(**{f"c{to}": str(value) for to, value in enumerate(row)}) for at, row in enumerate(matrix)}
    firm = shares(tried(decide(round_of(groups, values, decimals=Decimal(9)), {}), Plan(draws=40_000)))
    weights = numbers.uniform(0.7, 1.3, (40_000, 5))
    places = (-(weights @ matrix.T)).argsort(axis=1).argsort(axis=1)
    for at in range(6):
        expected = np.bincount(places[:, at], minlength=6) / 40_000
        assert firm[f"m{at}"] == pytest.approx(expected.tolist(), abs=0.015)


@pytest.mark.parametrize("seed", range(150))
def test_with_no_change_of_weights_the_ranking_is_the_exact_one(seed: int) -> None:
    result = random_result(seed)
    firm = tried(result, Plan(percent=0, draws=3))
    assert [each.member for each in firm.members] == [each.member for each in result.placed]
    for each, placed in zip(firm.members, result.placed, strict=True):
        sharing = sum(other.rank == placed.rank for other in result.placed)
        expected = [
            1 / sharing if placed.rank <= place < placed.rank + sharing else 0
            for place in range(1, len(result.placed) + 1)
        ]
        assert list(each.rank_shares) == pytest.approx(expected), each.member
        assert each.nominated == pytest.approx(seat(result, each.member)), each.member
    assert firm.unchanged == firm.same_order == 1


@pytest.mark.parametrize("seed", range(80))
@pytest.mark.parametrize("method", ["around", "free"])
def test_every_draw_is_what_the_exact_rules_make_of_its_weights(seed: int, method: Any) -> None:  # noqa: ANN401
    result = random_result(seed)
    if not result.placed:
        return
    field = field_of(result)
    field = field.only(places_of(field, result.placed))
    weights = factors(np.random.Generator(np.random.PCG64(seed)), Plan(method), 4, field)
    exact = [[Fraction(round(float(weight) * 10**6), 10**6) for weight in row] for row in weights]
    for each in exact:  # in millionths that add up: a half is a half in both, not what a float's last bit makes of it
        each[0] += Fraction(result.round.criteria.weight) - sum(each)
    order, starts, seated = decided_by(field, np.array(exact, float))
    names = sorted(name for name, each in result.round.criteria.criteria.items() if each.points > 0)
    ranked = {each.member for each in result.placed}
    for row in range(4):
        drawn = dict.fromkeys(result.round.criteria.criteria, Fraction(0))
        drawn |= dict(zip(names, exact[row], strict=True))
        the_round = reweighted(result.round, drawn)
        sheets = score(the_round)
        placed = rank((sheets[name] for name in ranked), the_round.criteria.ranking.tie_break)
        begins = np.maximum.accumulate(np.where(starts[row], np.arange(len(ranked)), 0))
        got = {field.members[at]: int(begin) + 1 for at, begin in zip(order[row], begins, strict=True)}
        assert got == {each.member: each.rank for each in placed}
        chosen = nominate(placed, the_round.criteria, None)
        if not result.nominations.settled_by:
            seats = chosen.open_seats
            due = dict.fromkeys(chosen.members, 1.0)
            due |= dict.fromkeys(seats.candidates, seats.seats / len(seats.candidates)) if seats else {}
            parts = {field.members[at]: part for at, part in zip(order[row], seated[row], strict=True) if part}
            assert parts == pytest.approx(due)


@pytest.mark.parametrize("seed", range(80))
def test_leaving_out_is_what_the_exact_rules_make_of_the_rest(seed: int) -> None:
    result = random_result(seed)
    for variant in tried(result, Plan(draws=1)).left_out:
        gone = set(leaves_of(result.round.criteria, variant.ids[0]))
        kept = {name: each.points for name, each in result.round.criteria.criteria.items() if name not in gone}
        factor = Fraction(result.round.criteria.weight) / Fraction(sum(kept.values()))
        the_round = reweighted(result.round, {name: Fraction(points) * factor for name, points in kept.items()})
        placed, _ = placed_and_left(the_round, score(the_round))
        assert variant.decided.ranks == {each.member: each.rank for each in placed}, variant.ids
        chosen = nominate(placed, the_round.criteria, None)
        if not result.nominations.settled_by:
            assert set(variant.decided.members) == set(chosen.members)
            open_to = variant.decided.open_seats
            assert (open_to and set(open_to.candidates)) == (chosen.open_seats and set(chosen.open_seats.candidates))


@pytest.mark.parametrize("seed", range(20))
def test_the_shares_of_every_member_and_of_every_place_add_up_to_one(seed: int) -> None:
    firm = tried(random_result(seed), Plan(draws=200))
    table = np.array([each.rank_shares for each in firm.members])
    if table.size:
        assert table.sum(axis=0) == pytest.approx(1)
        assert table.sum(axis=1) == pytest.approx(1)


def test_the_same_seed_gives_the_same_and_neither_order_of_the_file_nor_a_criterion_of_no_points_matters() -> None:
    first, second = criterion("x", 50), criterion("y", 50)
    values = {"a": of(x=9, y=1), "b": of(x=2, y=8), "c": of(x=5, y=5)}
    runs = [
        shares(tried(decide(round_of(groups, named, decimals=Decimal(2)), {}), Plan(seed=5)))
        for groups in (
            (group("g", first, second),),
            (group("g", second, criterion("a", 0), first),),
            (group("h", second), group("g", first)),
        )
        for named in (values, dict(reversed(values.items())))
    ]
    assert all(each == runs[0] for each in runs)
    assert runs[0] != shares(tried(two_criteria((9, 1), (2, 8), (5, 5)), Plan(seed=6)))


def test_as_the_cities_assessed_themselves_and_by_each_class_in_turn() -> None:
    # By class II's scale 4 is full marks for x: a and b are equal on x, and b is ahead on y.
    scaled = criterion("x", 50, per_class={"II": {"best": Decimal(4)}})
    groups = (group("g", scaled, criterion("y", 50)),)
    values = {"a": of(x=8, y=4), "b": of(x=5, y=6)}
    changes = {"b": {"changes": {"x": {"value": Decimal(4), "reason": "đo lại"}}}}
    rule = {"quota": Decimal(1)}
    result = decide(round_of(groups, values, changes, nomination=rule), {})
    firm = tried(result, Plan(draws=10))
    assert firm.base.members == ("a",)
    assert firm.own is not None
    assert (firm.own.decided.members, firm.own.changed) == (("a",), False)
    (as_second,) = firm.classes
    assert (as_second.ids, as_second.decided.members, as_second.changed) == (("II",), ("b",), True)


def test_a_round_in_which_nobody_is_ranked_has_no_members() -> None:
    groups = (group("g", criterion("x", 50, missing="reject")),)
    firm = tried(decide(round_of(groups, {"a": {"values": {}}}), {}), Plan(draws=10))
    assert firm.members == ()
    assert firm.base.ranks == {}


# ---- what is said ----


def said(result: Result, lang: Language, plan: Plan = Plan(draws=2000)) -> str:  # noqa: B008 - a value
    return sentence(tried(result, plan), lang)


def quota(count: int, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"nomination": {"quota": Decimal(count), **fields}}


@pytest.mark.parametrize(
    ("cities", "rules", "vi", "en"),
    [
        pytest.param(
            ((9, 8), (4, 4), (3, 3)),
            quota(2),
            "2 đô thị được đề nghị (A và B) giữ nguyên trong mọi phép thử; không đổi khi bỏ bất kỳ một tiêu chí hay "
            "một nhóm nào.",
            "The two nominated cities (A and B) stay the same in every trial; leaving out any one criterion or group "
            "changes nothing.",
            id="nothing moves it",
        ),
        pytest.param(
            ((9, 3), (1, 4), (1, 1)),
            quota(1),
            "Đô thị duy nhất được đề nghị (A) giữ nguyên trong mọi phép thử; B thay A "
            "trong danh sách đề nghị khi bỏ tiêu chí “x”.",
            "The one nominated city (A) stays the same in every trial; without “x”, B replaces A.",
            id="another comes in when a criterion goes",
        ),
        pytest.param(
            ((9, 9), (4, 4), (4, 4)),
            quota(2),
            "1 đô thị được đề nghị (A) và 1 vị trí chờ hội nghị quyết định giữa B và C "
            "giữ nguyên trong mọi phép thử; không đổi "
            "khi bỏ bất kỳ một tiêu chí hay một nhóm nào.",
            "The one nominated (A) and 1 open seat between B and C stay the same in every trial; leaving out any one "
            "criterion or group changes nothing.",
            id="an open seat",
        ),
        pytest.param(
            ((9, 4), (1, 9)),
            quota(1, min_points=Decimal(80)),
            "Không đô thị nào được đề nghị, và điều đó giữ nguyên trong mọi phép thử; B được đề nghị thêm khi bỏ tiêu "
            "chí “x”; bỏ 1 mục khác thì danh sách cũng thay đổi.",
            "No city is nominated, and that holds in every trial; without “x”, B is nominated too; leaving out 1 "
            "other changes the list too.",
            id="nobody",
        ),
        pytest.param(
            ((9, 9), (4, 4)),
            {},
            "Bộ tiêu chí không quy định số đô thị được đề nghị; A đứng đầu trong mọi phép thử.",
            "The criteria set does not say how many are nominated; A leads in every trial.",
            id="no quota",
        ),
    ],
)
def test_the_first_sentence_can_be_read_out(
    cities: tuple[tuple[int, int], ...], rules: dict[str, Any], vi: str, en: str
) -> None:
    assert said(two_criteria(*cities, **rules), "vi") == vi
    assert said(two_criteria(*cities, **rules), "en") == en


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (1, "100%"),
        (0, "0%"),
        (0.87, "87%"),
        (0.9999, "99,9%"),
        (0.996, "99,6%"),
        (0.0001, "0,1%"),
        (0.005, "1%"),
    ],
)
def test_a_hundred_per_cent_is_said_only_of_all_and_nought_only_of_none(share: float, text: str) -> None:
    assert share_text(share, "vi") == text


@pytest.mark.parametrize(
    ("many", "cut", "room", "labels"),
    [
        (4, 2, 11, ["1", "2", "3", "4"]),
        (20, 3, 6, ["1", "2", "3", "4", "5", "≥6"]),
        (900, 20, 6, ["≤18", "19", "20", "21", "22", "≥23"]),
        (12, 12, 6, ["≤7", "8", "9", "10", "11", "12"]),
    ],
)
def test_the_heat_map_keeps_to_the_places_around_the_cut(many: int, cut: int, room: int, labels: list[str]) -> None:
    windows = _windows(many, cut, room)
    assert [window.label for window in windows] == labels
    assert [each for window in windows for each in range(window.first, window.last + 1)] == list(range(1, many + 1))


def test_the_page_of_eleven_cities_fits_eighty_columns() -> None:
    text = printed("--lang", "vi")
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "Đô thị           1    2    3    4    5    6    7    8    9   10   11  Đề nghị" in text


def test_the_json_is_the_contract() -> None:
    found = json.loads(printed("--format", "json", "--draws", "500", "--seed", "7"))
    assert (found["year"], found["draws"], found["seed"], found["method"]) == (2023, 500, 7, "around")
    assert len(found["members"]) == 11
    for each in found["members"]:
        assert sum(each["rank_shares"]) == pytest.approx(1)
        taken = [place for place, share in enumerate(each["rank_shares"], 1) if share]
        assert (each["rank_low"], each["rank_high"]) == (taken[0], taken[-1])
    assert {"id", "nominations", "changed"} <= found["left_out"][0].keys()
    assert [each["id"] for each in found["left_out"]][-4:] == ["xanh", "sach", "dep", "tang-truong-xanh"]
    assert json.loads(printed("--format", "json", "--free", "--draws", "5"))["method"] == "free"


@pytest.mark.parametrize("form", ["table", "csv", "md"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_format_names_every_city(form: str, lang: str) -> None:
    text = printed("--format", form, "--lang", lang, "--draws", "50")
    assert all(name in text for name in ("Tuyên Quang", "Sa Pa", "Mường Lay"))


def test_without_numpy_the_command_says_how_to_install_it() -> None:
    blocked = "import sys; sys.modules['numpy'] = None; from taybac_cluster.cli import run; sys.exit(run(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", blocked, "stability", "2023", "--data", DATA, "--lang", "en"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert 'pip install "taybac-cluster[stability]"' in done.stderr


@pytest.mark.parametrize("wrong", [("--percent", "101"), ("--draws", "0"), ("--seed", "-1")])
def test_options_out_of_range_exit_with_two(wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stability", "2023", "--data", str(DATA), *wrong]) == 2
    assert wrong[0] in capsys.readouterr().err


def printed(*options: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "taybac_cluster", "stability", "2023", "--data", DATA, *options],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "COLUMNS": "80"},
    )
    assert done.stderr == ""
    return done.stdout


# ---- random rounds of every rule ----


def seat(result: Result, member: str) -> float:
    seats = result.nominations.open_seats
    if seats is not None and member in seats.candidates:
        return seats.seats / len(seats.candidates)
    return float(member in result.nominations.members)


def leaves_of(criteria: CriteriaSet, name: str) -> list[str]:
    for route, node in criteria.nodes():
        if node.id == name:
            return [leaf.id for at, leaf in criteria.leaves() if at[: len(route)] == route]
    return [name]


def _said(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).model_fields}


def reweighted(the_round: Round, points: Mapping[str, Fraction]) -> Round:
    """The round with other points, exact; criteria with none are left out, and groups that are empty then."""

    def of_group(each: Group) -> Group | None:
        below = [found for child in each.groups if (found := of_group(child)) is not None]
        leaves = [
            Criterion.model_construct(**{**_said(leaf), "points": points[leaf.id]})
            for leaf in each.criteria
            if leaf.id in points
        ]
        if not below and not leaves:
            return None
        weight: Any = sum((Fraction(child.weight) for child in [*below]), Fraction(0))
        weight += sum((Fraction(leaf.points) for leaf in leaves), Fraction(0))
        fields = {**_said(each), "groups": tuple(below), "criteria": tuple(leaves), "points": weight}
        return Group.model_construct(**fields)

    groups = [found for each in the_round.criteria.groups if (found := of_group(each)) is not None]
    full = sum((Fraction(each.weight) for each in groups), Fraction(0))
    fields = {**_said(the_round.criteria), "groups": tuple(groups), "points": full}
    criteria = CriteriaSet.model_construct(**fields)
    return Round(criteria, the_round.roster, the_round.submissions, the_round.appraisals, the_round.meeting)


def random_result(seed: int) -> Result:
    """A round of up to nine cities under random rules: coarse values and few decimals, so that ties are common."""
    draw = random.Random(seed)  # noqa: S311 - nothing secret
    leaves: list[str] = []
    names: list[str] = []
    groups = tuple(random_group(draw, leaves, names, 2) for _ in range(draw.randint(1, 4)))
    cities = [f"m{at}" for at in range(draw.randint(1, 9))]
    values = {city: random_submission(draw, leaves) for city in cities}
    appraised = {city: random_appraisal(draw, leaves) for city in cities if draw.random() < 0.4}
    classes = {city: draw.choice(CLASSES) for city in cities if draw.random() < 0.8}
    meeting = {"decisions": {"nominated": tuple(draw.sample(cities, 1))}} if draw.random() < 0.3 else None
    rules = random_rules(draw, [*leaves, *names, "thuong", "tru"])
    return decide(round_of(groups, values, appraised, classes, meeting, **rules), {})


def random_group(draw: random.Random, leaves: list[str], names: list[str], depth: int) -> dict[str, Any]:
    name = f"g{len(names)}"
    names.append(name)
    fields: dict[str, Any] = {"id": name, "name": name, "combine": draw.choice((*COMBINES, "sum", "sum", "sum"))}
    if depth and draw.random() < 0.4:
        return {
            **fields,
            "groups": tuple(random_group(draw, leaves, names, depth - 1) for _ in range(draw.randint(1, 2))),
        }
    criteria = [random_criterion(draw, leaves) for _ in range(draw.randint(1, 3))]
    if all(each["points"] == 0 for each in criteria):
        criteria[0]["points"] = Decimal(5)
    return {**fields, "criteria": tuple(criteria)}


def random_criterion(draw: random.Random, leaves: list[str]) -> dict[str, Any]:
    leaves.append(f"c{len(leaves)}")
    found = criterion(leaves[-1], draw.choice(["5", "10", "2.5", "7", "10", "0"]))
    if draw.random() < 0.25:
        found["missing"] = draw.choice(["zero", "exclude", "exclude", "reject"])
    if draw.random() < 0.2:
        found["applies_to"] = tuple(draw.sample(CLASSES, 2))
    if draw.random() < 0.2:
        found["scale"] = {"kind": "relative", "method": draw.choice(["minmax", "best", "rank"]), "better": "higher"}
    elif draw.random() < 0.2:
        found["per_class"] = {draw.choice(CLASSES): {"best": Decimal(5)}}
    return found


def random_submission(draw: random.Random, leaves: list[str]) -> dict[str, Any]:
    return {
        "values": {name: Decimal(draw.choice([0, 2, 5, 5, 8, 10])) for name in leaves if draw.random() < 0.93},
        "gates": {"cong": draw.random() < 0.8},
        "bonuses": {name: True for name in ("thuong", "them") if draw.random() < 0.4},
    }


def random_appraisal(draw: random.Random, leaves: list[str]) -> dict[str, Any]:
    ruling = {"not_applicable": True} if draw.random() < 0.5 else {"value": Decimal(5)}
    found: dict[str, Any] = {"changes": {draw.choice(leaves): {**ruling, "reason": "thẩm định"}}}
    if draw.random() < 0.5:
        found["deductions"] = {"tru": {"reason": "nộp muộn"}}
    return found


def random_rules(draw: random.Random, ids: list[str]) -> dict[str, Any]:
    rules: dict[str, Any] = {
        "decimals": Decimal(draw.choice([0, 0, 1, 2])),
        "combine": draw.choice((*COMBINES, "sum", "sum", "sum")),
        "missing": draw.choice(["zero", "exclude"]),
        "gates": ({"id": "cong", "name": "Cổng"},),
        "bonuses": {"items": tuple({"id": name, "name": name, "points": Decimal(1)} for name in ("thuong", "them"))},
        "deductions": {"items": ({"id": "tru", "name": "Trừ", "points": Decimal(2)},)},
        "ranking": {"tie_break": tuple(draw.sample(ids, min(draw.randint(0, 3), len(ids))))},
    }
    if draw.random() < 0.3:
        rules["ranking"]["max_missing_percent"] = Decimal(20)
    if draw.random() < 0.9:
        at_tie = draw.choice(["vote", "vote", "all", "none"])
        rules["nomination"] = {"quota": Decimal(draw.randint(0, 4)), "at_tie": at_tie}
        if draw.random() < 0.4:
            rules["nomination"]["min_points"] = Decimal(draw.choice([5, 10, 20]))
        if draw.random() < 0.4:
            rules["nomination"]["min_group_percent"] = Decimal(draw.choice([20, 50]))
    return rules
