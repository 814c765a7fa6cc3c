"""Who hosts: as held, as decided, as proposed; what is not on record is said and never guessed."""

from collections.abc import Mapping

import pytest
from tests.rounds import meeting, read, roster

from taybac_cluster.decide.host import Hosting, host, next_host
from taybac_cluster.export import terminal
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster
from taybac_cluster.model.record import Language
from taybac_cluster.views.host import page

FOUR = dict.fromkeys("abcd")
FIXED = "rotation:\n  order: fixed\n  sequence:\n    - d\n    - a\n    - c\n    - b\n"


def meetings(hosts: Mapping[int, str]) -> dict[int, Meeting]:
    """Return meetings of which only the host, or the text after `:`, is on record."""
    return {year: meeting(text if "\n" in text else f"host: {text}\n", year) for year, text in hosts.items()}


def asked(year: int, hosts: Mapping[int, str], members: Roster | None = None) -> Hosting:
    return host(year, members or roster(FOUR), meetings(hosts))


NEXT = "decisions:\n  next:\n    year: {}\n    host: {}\n    theme: Chủ đề\n    head: a\n    seminar: Hội thảo\n"


def test_who_held_the_meeting_is_its_host_whatever_was_decided_before() -> None:
    found = asked(2024, {2023: "host: a\n" + NEXT.format(2024, "b"), 2024: "c"})
    assert (found.host, found.basis) == ("c", "held")
    assert found.location is not None
    assert (found.location.file, found.location.route) == ("meetings/2024.yaml", ("host",))


def test_a_decision_of_an_earlier_meeting_names_host_theme_seminar_and_head() -> None:
    found = asked(2024, {2023: "host: a\n" + NEXT.format(2024, "b")})
    assert (found.host, found.basis, found.head) == ("b", "decision", "a")
    assert found.theme is not None
    assert found.seminar is not None
    assert (found.theme.vi, found.seminar.vi) == ("Chủ đề", "Hội thảo")
    assert found.location is not None
    assert found.location.route == ("decisions", "next", "host")


def test_the_newest_earlier_decision_counts() -> None:
    found = asked(2025, {2022: "host: a\n" + NEXT.format(2025, "b"), 2023: "host: d\n" + NEXT.format(2025, "c")})
    assert (found.host, found.basis) == ("c", "decision")


def test_a_later_meeting_decides_nothing_about_an_earlier_year() -> None:
    assert asked(2023, {2024: "host: a\n" + NEXT.format(2023, "b")}).basis != "decision"


def test_who_waited_longest_is_proposed() -> None:
    found = asked(2024, {2020: "b", 2021: "a", 2022: "d", 2023: "c"})
    assert (found.host, found.basis) == ("b", "proposal")
    assert [(each.member, each.last) for each in found.waiting] == [("b", 2020), ("a", 2021), ("d", 2022)]


def test_who_is_not_on_record_comes_before_all_who_are() -> None:
    found = asked(2024, {2021: "a", 2022: "d", 2023: "c"})
    assert (found.host, found.basis) == ("b", "proposal")
    assert (found.waiting[0].member, found.waiting[0].last, found.waiting[0].refused) == ("b", None, None)


def test_several_who_are_not_on_record_are_named_and_nobody_is_proposed() -> None:
    found = asked(2024, {2022: "d", 2023: "c"})
    assert (found.host, found.basis, found.candidates) == (None, "none", ("a", "b"))


def test_the_last_time_counts() -> None:
    found = asked(2025, {2020: "a", 2021: "b", 2022: "c", 2023: "d", 2024: "a"})
    assert found.host == "b"


def test_the_sitting_host_is_never_proposed() -> None:
    found = asked(2024, {2023: "a"}, roster({"a": None}))
    assert (found.host, found.basis, found.waiting) == (None, "none", ())
    assert asked(2024, {2023: "a"}, roster({"a": None, "b": None})).host == "b"


def test_a_decided_host_sits_too() -> None:
    # 2024 was decided for b; for 2025 b is the sitting host
    found = asked(2025, {2020: "c", 2021: "d", 2023: "host: a\n" + NEXT.format(2024, "b")})
    assert found.host == "c"
    assert "b" not in [each.member for each in found.waiting]


def test_years_with_no_host_on_record_are_listed() -> None:
    found = asked(2024, {2018: "c", 2021: "d", 2023: "a"})
    assert found.unknown_years == (2019, 2020, 2022)
    assert asked(2024, {2021: "theme: Nước\n", 2023: "a"}).unknown_years == ()


def test_only_the_members_on_the_last_day_of_the_year_can_host() -> None:
    text = """\
        cluster:
          id: cum
          name: Cụm
        members:
          - id: a
            name: A
            member:
              from: 2020-01-01
              until: 2024-12-31
          - id: b
            name: B
            member:
              from: 2020-01-01
              until: 2024-12-30
          - id: c
            name: C
            member:
              from: 2025-01-01
          - id: d
            name: D
            member:
              seen: 2025-01-01
        """
    members = read(text, Roster, "members.yaml")
    found = asked(2024, {2020: "d"}, members)
    assert (found.host, found.members) == ("a", 1)
    after = asked(2026, {}, members)
    assert (after.candidates, after.members) == (("c", "d"), 2)


def test_where_nobody_is_a_member_nobody_can_be_named() -> None:
    text = """\
        cluster:
          id: cum
          name: Cụm
        members:
          - id: a
            name: A
            member:
              from: 2020-01-01
              until: 2025-06-30
        """
    found = asked(2025, {2023: "a"}, read(text, Roster, "members.yaml"))
    assert (found.host, found.basis, found.candidates, found.members) == (None, "none", (), 0)


@pytest.mark.parametrize(
    ("hosts", "proposed"),
    [
        pytest.param({2023: "a"}, "c", id="the one after the newest host"),
        pytest.param({2023: "b"}, "d", id="after the last the first"),
        pytest.param({}, "d", id="with no host on record the first"),
        pytest.param({2022: "a", 2023: "z"}, "c", id="a host outside the order is passed over"),
    ],
)
def test_a_fixed_order_turns(hosts: Mapping[int, str], proposed: str) -> None:
    found = asked(2024, hosts, roster(FOUR, FIXED))
    assert (found.host, found.basis) == (proposed, "proposal")


OFFER = "offers:\n  - year: 2024\n    member: {}\n    accepted: {}\n    reason: đang sửa nhà\n"


def test_who_declined_is_passed_over_and_listed_with_the_reason() -> None:
    found = asked(2024, {2020: "b", 2021: "a", 2022: "d", 2023: "host: c\n" + OFFER.format("b", "false")})
    assert found.host == "a"
    assert found.waiting[-1].member == "b"
    assert found.waiting[-1].refused is not None
    assert found.waiting[-1].refused.vi == "đang sửa nhà"


def test_who_declined_another_year_is_not_passed_over() -> None:
    declined = OFFER.format("b", "false").replace("2024", "2023")
    assert asked(2024, {2020: "b", 2021: "a", 2022: "d", 2023: "host: c\n" + declined}).host == "b"


def test_who_declined_is_passed_over_in_a_fixed_order_too() -> None:
    assert asked(2024, {2023: "host: a\n" + OFFER.format("c", "false")}, roster(FOUR, FIXED)).host == "b"


def test_who_accepted_an_offer_is_proposed() -> None:
    assert asked(2024, {2020: "b", 2021: "a", 2022: "c", 2023: "host: c\n" + OFFER.format("d", "true")}).host == "d"


# ---- after a year ----


def test_the_next_host_is_that_of_the_year_after() -> None:
    found = next_host(2023, roster(FOUR), meetings({2020: "b", 2021: "a", 2022: "d", 2023: "c"}))
    assert (found.year, found.host, found.basis) == (2024, "b", "proposal")


def test_the_next_host_is_that_of_the_year_that_the_decision_names() -> None:
    found = next_host(2023, roster(FOUR), meetings({2023: "host: c\n" + NEXT.format(2025, "b")}))
    assert (found.year, found.host, found.basis) == (2025, "b", "decision")


def test_a_decided_theme_stands_beside_a_host_that_is_only_proposed() -> None:
    decided = "host: c\ndecisions:\n  next:\n    year: 2024\n    theme: Nước\n"
    found = next_host(2023, roster(FOUR), meetings({2020: "b", 2021: "a", 2022: "d", 2023: decided}))
    assert (found.host, found.basis) == ("b", "proposal")
    assert found.theme is not None
    assert found.theme.vi == "Nước"


def test_the_meeting_that_followed_goes_before_what_was_decided() -> None:
    found = next_host(2023, roster(FOUR), meetings({2023: "host: c\n" + NEXT.format(2024, "b"), 2024: "d"}))
    assert (found.host, found.basis) == ("d", "held")


def test_a_year_beyond_all_calendars_is_answered() -> None:
    decided = "host: c\ndecisions:\n  next:\n    year: 20240\n"
    assert next_host(2023, roster(FOUR), meetings({2023: decided})).year == 20240


def test_who_sits_until_a_meeting_that_skips_a_year_is_not_proposed_for_it() -> None:
    skips = "host: a\ndecisions:\n  next:\n    year: 2025\noffers:\n  - year: 2025\n    member: a\n    accepted: true\n"
    found = asked(2025, {2020: "b", 2021: "c", 2022: "d", 2023: skips})
    assert (found.host, found.basis) == ("b", "proposal")
    assert "a" not in [each.member for each in found.waiting]


def test_the_last_on_record_is_not_sitting_where_years_between_are_not_known() -> None:
    assert "a" in [each.member for each in asked(2024, {2018: "a"}).waiting]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        pytest.param("vi", "chưa có thông tin", id="vi"),
        pytest.param("en", "none on record", id="en"),
    ],
)
def test_who_is_not_on_record_is_said_to_be_that_and_never_to_have_never_hosted(lang: Language, said: str) -> None:
    found = asked(2024, {2021: "a", 2022: "d", 2023: "c"})
    shown = terminal.render(page(found, roster(FOUR), lang), 80, colour=False)
    [waiting] = [line for line in shown.splitlines() if line.startswith("B ")]
    assert waiting.split(maxsplit=1)[1] == said
    assert "never" not in shown
    assert "chưa từng" not in shown
