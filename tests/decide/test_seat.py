"""How far a member is from the last seat, worked by hand for each of the ways in which seats are given."""

from decimal import Decimal

import pytest
from tests.rounds import a_round, linear, result

from taybac_cluster.decide.result import Result
from taybac_cluster.decide.seat import Seat, seat

TIED = {"a": (90, 90), "b": (90, 70), "c": (70, 90), "d": (70, 70)}
"""Of 50 points each: a 45 + 45 = 90, b 45 + 35 = 80, c 35 + 45 = 80, d 35 + 35 = 70."""


def decided(nomination: str, tie_break: str = "", met: str | None = None) -> Result:
    rules = f"nomination:\n  quota: 2\n{nomination}"
    rules += f"ranking:\n  tie_break:\n    - {tie_break}\n" if tie_break else ""
    rules += "groups:\n" + linear("x", "z", points="50")
    values = {member: {"x": first, "z": second} for member, (first, second) in TIED.items()}
    return result(a_round(rules, values, met=met))


def a_seat(gap: int, holder: str | None, by: str | None = None) -> Seat:
    return Seat(Decimal(gap), holder, by)


BALLOT = """\
judges: []
present:
  - a
  - b
  - c
ballots:
  tie:
    rule:
      base: members
      threshold: 50
    votes:
      b:
        for: 3
      c:
        for: 1
"""


@pytest.mark.parametrize(
    ("outcome", "seats"),
    [
        pytest.param(
            decided("", "x"),  # b has more on x: a and b are nominated
            {
                "a": a_seat(-10, "c"),  # against c, the first left out
                "b": a_seat(0, "c", "tie_break:x"),
                "c": a_seat(0, "b", "tie_break:x"),  # against b, the last in
                "d": a_seat(10, "b"),
            },
            id="the second seat by tie-break",
        ),
        pytest.param(
            decided("  at_tie: vote\n"),
            {"a": a_seat(-10, None), "b": a_seat(0, None, "vote"), "c": a_seat(0, None, "vote"), "d": a_seat(10, None)},
            id="an open seat: the gap to the tied total",
        ),
        pytest.param(
            decided("  at_tie: vote\n", met=BALLOT),
            {"a": a_seat(-10, "c"), "b": a_seat(0, "c", "vote"), "c": a_seat(0, "b", "vote"), "d": a_seat(10, "b")},
            id="a seat settled by vote",
        ),
        pytest.param(
            decided("  at_tie: all\n"),  # a, b and c: the last place in is shared by two
            {"a": a_seat(-20, "d"), "b": a_seat(-10, "d"), "c": a_seat(-10, "d"), "d": a_seat(10, None)},
            id="all of the tied: several share the last place",
        ),
        pytest.param(
            decided("  at_tie: none\n"),  # a alone: the first place left out is shared by two
            {"a": a_seat(-10, None), "b": a_seat(10, "a"), "c": a_seat(10, "a"), "d": a_seat(20, "a")},
            id="none of the tied",
        ),
        pytest.param(
            decided("  min_points: 75\n", "x"),
            {"a": a_seat(-10, "c"), "d": None},
            id="a city that is not eligible has none",
        ),
        pytest.param(
            decided("  min_points: 85\n"),
            {"a": None, "b": None},
            id="no more are eligible than seats",
        ),
    ],
)
def test_the_gap_to_the_last_seat(outcome: Result, seats: dict[str, Seat | None]) -> None:
    assert {member: seat(outcome, member) for member in seats} == seats


def test_a_city_that_is_not_ranked_has_no_gap() -> None:
    rules = "nomination:\n  quota: 1\ngroups:\n" + linear("x", "z", more="missing: reject")
    outcome = result(a_round(rules, {"a": {"x": 90, "z": 90}, "b": {"x": 80, "z": 80}, "c": {"x": 99}}))
    assert seat(outcome, "c") is None
    assert seat(outcome, "b") == a_seat(2, "a")


def test_a_vote_never_changes_the_ranking() -> None:
    before, after = decided("  at_tie: vote\n"), decided("  at_tie: vote\n", met=BALLOT)
    assert [(each.member, each.rank, each.tied) for each in before.placed] == [
        ("a", 1, False),
        ("b", 2, True),
        ("c", 2, True),
        ("d", 4, False),
    ]
    assert [(each.member, each.rank, each.tied) for each in after.placed] == [
        (each.member, each.rank, each.tied) for each in before.placed
    ]
    assert (before.nominations.members, after.nominations.members) == (("a",), ("a", "b"))
