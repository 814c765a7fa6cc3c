"""What it would take is found without ranking everybody again, and is what ranking everybody again gives."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests.made_of_values import criterion, group, round_of
from tests.rounds import result

from taybac_cluster.decide.result import Result
from taybac_cluster.decide.would_take import Chance, Gain, chances

Values = dict[str, Any]
LEN = {"kind": "linear", "worst": Decimal(0), "best": Decimal(12)}
XUONG = {"kind": "linear", "worst": Decimal(9), "best": Decimal(0)}
DEM = {"kind": "count", "full_at": Decimal(8)}
BANDS = ({"at_least": Decimal(6), "points": Decimal(3)}, {"at_least": Decimal(2), "points": Decimal(1)})
BAC = {"kind": "bands", "bands": BANDS}
SO = {"kind": "relative", "method": "rank", "better": "higher"}
CO = {"kind": "yes_no"}

TRIES: Mapping[str, Any] = {
    "len": lambda now: [now + step for step in range(1, 13) if now + step - 1 < 12],
    "xuong": lambda now: [now - step for step in range(1, 10) if now - step + 1 > 0],
    "dem": lambda now: [now + step for step in range(1, 9) if now + step - 1 < 8],
    "bac": lambda now: [2, 6] if now < 2 else [6] if now < 6 else [],
    "co": lambda now: [] if now else [True],
}
"""Every value that is better than now, step by step, by hand."""


def every(strategy: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Values]:
    return st.fixed_dictionaries(dict(strategy))


ANY = every(
    {
        "len": st.integers(0, 12),
        "xuong": st.integers(0, 9),
        "dem": st.one_of(st.none(), st.integers(0, 8)),
        "bac": st.integers(0, 7),
        "co": st.one_of(st.none(), st.booleans()),
        "so": st.integers(0, 2),
    }
)
OFTEN_EQUAL = every(
    {name: st.sampled_from([4, 7]) for name in ("len", "xuong", "dem", "bac")}
    | {"co": st.booleans(), "so": st.integers(0, 1)}
)
IDS = ("a", "b", "len", "xuong", "dem", "bac", "co", "so", "sang-kien")


@st.composite
def rounds(draw: st.DrawFn) -> tuple[Values, list[Values], Values | None]:
    """Draw the rules, what the cities say, and a meeting: ties are many, and settled by any rule."""
    nomination = {
        "quota": Decimal(draw(st.integers(1, 3))),
        "at_tie": draw(st.sampled_from(["all", "none", "vote"])),
        "min_points": Decimal(draw(st.sampled_from([0, 0, 9]))),
        "min_group_percent": Decimal(draw(st.sampled_from([0, 0, 30]))),
    }
    missing = draw(st.sampled_from(["zero", "exclude"]))
    rules = {
        "decimals": Decimal(draw(st.sampled_from([0, 1, 2]))),
        "combine": draw(st.sampled_from(["sum", "geometric"])),
        "groups": (
            group(
                "a",
                criterion("len", 6, scale=LEN, step=Decimal(1)),
                criterion("xuong", 3, scale=XUONG, step=Decimal(1)),
                criterion("so", 3, scale=SO),
                combine=draw(st.sampled_from(["sum", "minimum", "harmonic"])),
            ),
            group(
                "b",
                criterion("dem", 4, scale=DEM, missing=missing),
                criterion("bac", 3, scale=BAC),
                criterion("co", 2, scale=CO, missing=missing),
            ),
        ),
        "ranking": {"tie_break": tuple(draw(st.lists(st.sampled_from(IDS), max_size=3, unique=True)))},
        "nomination": draw(st.sampled_from([nomination, nomination, nomination, None])),
        "gates": ({"id": "cua", "name": "Cửa"},),
        "bonuses": {"items": ({"id": "sang-kien", "name": "Sáng kiến", "points": Decimal(1)},)},
    }
    said = st.tuples(
        draw(st.sampled_from([ANY, OFTEN_EQUAL])), st.sampled_from([True, True, True, False]), st.booleans()
    )
    cities = [
        {"values": values, "gates": {"cua": passed}, "bonuses": {"sang-kien": claimed}}
        for values, passed, claimed in draw(st.lists(said, min_size=1, max_size=5))
    ]
    ids = [f"m-{at}" for at in range(len(cities))]
    chosen = draw(st.one_of(st.none(), st.lists(st.sampled_from(ids), max_size=2, unique=True)))
    votes = {each: {"for": Decimal(2), "against": Decimal(1)} for each in chosen or ()}
    ballot = {"rule": {"base": "members", "threshold": Decimal(30)}, "votes": votes}
    meetings = (None, {"decisions": {"nominated": tuple(chosen or ())}}, {"ballots": {"tie": ballot}})
    return rules, cities, draw(st.sampled_from(meetings)) if chosen else None


def decided(rules: Values, cities: list[Values], met: Values | None) -> Result:
    said = {f"m-{at}": {**each, "values": typed(each["values"])} for at, each in enumerate(cities)}
    return result(round_of(rules["groups"], said, meeting=met, **{k: v for k, v in rules.items() if k != "groups"}))


def typed(values: Values) -> Values:
    """Return the values as a file gives them: numbers are decimals, and what is missing is not there."""
    known = {name: value for name, value in values.items() if value is not None}
    return {name: value if isinstance(value, bool) else Decimal(value) for name, value in known.items()}


def by_ranking_all_again(rules: Values, cities: list[Values], met: Values | None) -> Iterable[Chance]:
    """Try every value of every criterion of the first city, and decide the whole round anew each time."""
    now, values = decided(rules, cities, met), cities[0]["values"]
    for name, tries in TRIES.items():
        if values[name] is None:
            continue
        gains = []
        for value in tries(values[name]):
            moved = {**cities[0], "values": {**values, name: value}}
            then = decided(rules, [moved, *cities[1:]], met)
            place = then.places["m-0"]
            used = value if isinstance(value, bool) else Decimal(value)
            gains.append(Gain(used, place.total, place.rank, "m-0" in then.nominations.members))
        up = next((each for each in gains if each.rank < now.places["m-0"].rank), None)
        seat = next((each for each in gains if each.nominated and "m-0" not in now.nominations.members), None)
        event(f"place {up is not None}, nomination {seat is not None}")
        yield Chance(name, up, seat)


@settings(max_examples=60, deadline=None)
@given(rounds())
def test_it_is_what_ranking_everybody_again_for_every_value_gives(
    drawn: tuple[Values, list[Values], Values | None],
) -> None:
    found = {each.criterion: each for each in chances(decided(*drawn), "m-0")}
    assert found == {each.criterion: each for each in by_ranking_all_again(*drawn)}


def test_a_tie_with_who_is_not_eligible_is_no_tie_for_the_seat() -> None:
    """X has 8, Y 10 without the gate, Z 9: with 9 X ties Z for the one seat and nobody gets it, with 10 X is first."""
    rules = {
        "groups": (group("a", criterion("len", 12, scale=LEN, step=Decimal(1))),),
        "gates": ({"id": "cua", "name": "Cửa"},),
        "nomination": {"quota": Decimal(1), "at_tie": "none"},
    }
    cities = [{"values": {"len": value}, "gates": {"cua": value != 10}} for value in (8, 10, 9)]
    (found,) = chances(decided(rules, cities, None), "m-0")
    assert found.place == Gain(Decimal(9), Decimal("9.00"), 2, nominated=False)
    assert found.nomination == Gain(Decimal(10), Decimal("10.00"), 1, nominated=True)
