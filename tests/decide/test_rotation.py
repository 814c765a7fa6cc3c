"""Who hosts next and why; members that join, leave, come back, are renamed, or become their successors."""

import datetime
import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import DATA, Folder

from taybac_cluster.cli import run
from taybac_cluster.decide.host import decided_next, history, host, next_host
from taybac_cluster.model.meeting import Decisions, Meeting, Next, Offer
from taybac_cluster.model.members import ClusterName, Member, Period, Roster, Rotation, Stay
from taybac_cluster.model.record import LocalText


def day(year: int, month: int = 1, date: int = 1) -> datetime.date:
    return datetime.date(year, month, date)


def joined(day: datetime.date, until: datetime.date | None = None) -> Stay:
    return Stay.model_validate({"from": day} | ({"until": until} if until else {}))


def member(name: str, *stays: Stay, **fields: Any) -> Member:  # noqa: ANN401 - those of a Member
    since = stays or (joined(day(2000)),)
    return Member(id=name, name=LocalText(name.upper()), member=since, **fields)


def roster(*members: str | Member, rotation: Rotation | None = None) -> Roster:
    whole = tuple(each if isinstance(each, Member) else member(each) for each in members)
    name = ClusterName(id="cum", name=LocalText("Cụm"), rotation=rotation or Rotation())
    return Roster(cluster=name, members=whole).in_file("members.yaml")


def held(year: int, who: str | None, *, then: Next | None = None, offers: tuple[Offer, ...] = ()) -> Meeting:
    meeting = Meeting(year=year, host=who, offers=offers, decisions=Decisions(next=then))
    return meeting.in_file(f"meetings/{year}.yaml")


def on_record(*meetings: Meeting) -> Mapping[int, Meeting]:
    return {each.year: each for each in meetings}


def offer(year: int, who: str, *, answer: bool, reason: str | None = None) -> Offer:
    return Offer(year=year, member=who, accepted=answer, reason=LocalText(reason) if reason else None)


# By what a host is known


def test_what_was_held_counts_before_what_was_decided_and_that_before_a_proposal() -> None:
    meetings = on_record(held(2021, "a", then=Next(year=2022, host="b")), held(2022, "c"), held(2023, "a"))
    abc = roster("a", "b", "c")
    assert (host(2022, abc, meetings).host, host(2022, abc, meetings).basis) == ("c", "held")
    del meetings[2022]  # type: ignore[attr-defined]
    assert (host(2022, abc, meetings).host, host(2022, abc, meetings).basis) == ("b", "decision")
    assert (host(2024, abc, meetings).host, host(2024, abc, meetings).basis) == ("c", "proposal")


def test_the_newest_decision_counts() -> None:
    meetings = on_record(
        held(2021, "a", then=Next(year=2024, host="b")), held(2022, "b", then=Next(year=2024, host="c"))
    )
    found = host(2024, roster("a", "b", "c"), meetings)
    assert (found.host, found.location) == ("c", meetings[2022].at("decisions", "next", "host"))


def test_the_next_host_is_that_of_the_year_that_the_decision_names() -> None:
    meetings = on_record(held(2023, "a", then=Next(year=2025, host="b", theme=LocalText("Chủ đề"))))
    found = next_host(2023, roster("a", "b"), meetings)
    assert (found.year, found.host, found.theme) == (2025, "b", LocalText("Chủ đề"))


def test_what_was_decided_when_a_year_was_does_not_move_with_later_meetings() -> None:
    before = on_record(held(2022, "a", then=Next(year=2024, host="b")), held(2023, "b"))
    after = {**before, 2024: held(2024, "c", then=Next(year=2025, host="a"))}
    for meetings in (before, after):
        found = decided_next(2023, meetings)
        assert found is not None
        assert (found[0].year, found[1].host) == (2022, "b")
    assert decided_next(2021, after) is None


# Proposals


def test_the_longest_wait_comes_first_and_none_on_record_before_all() -> None:
    meetings = on_record(held(2019, "a"), held(2020, "b"), held(2021, "c"))
    assert host(2022, roster("a", "b", "c"), meetings).host == "a"
    assert host(2022, roster("a", "b", "c", "d"), meetings).host == "d"
    assert [each.member for each in host(2022, roster("a", "b", "c", "d"), meetings).waiting] == ["d", "a", "b"]


def test_several_that_come_first_alike_are_named_and_none_is_proposed() -> None:
    found = host(2022, roster("a", "b", "c"), on_record(held(2021, "a")))
    assert (found.host, found.basis, found.candidates) == (None, "none", ("b", "c"))


def test_the_sitting_host_is_never_proposed_even_if_it_accepts() -> None:
    meetings = on_record(held(2021, "a", offers=(offer(2022, "a", answer=True),)))
    assert host(2022, roster("a"), meetings).host is None
    assert host(2022, roster("a", "b"), meetings).host == "b"


def test_one_who_declined_is_passed_over_and_one_who_accepted_is_proposed() -> None:
    meetings = on_record(
        held(2019, "a"), held(2020, "b"), held(2021, "c", offers=(offer(2022, "a", answer=False, reason="Đang xây"),))
    )
    found = host(2022, roster("a", "b", "c"), meetings)
    assert (found.host, found.waiting[-1].refused) == ("b", LocalText("Đang xây"))
    meetings = on_record(held(2020, "b"), held(2021, "c", offers=(offer(2022, "b", answer=True),)))
    found = host(2022, roster("a", "b", "c"), meetings)
    assert (found.host, found.basis) == ("b", "proposal")
    assert found.location == meetings[2021].at("offers", 0, "accepted")


def test_the_last_answer_counts() -> None:
    first, second = offer(2022, "a", answer=True), offer(2022, "a", answer=False)
    abc = roster("a", "b", "c")
    assert host(2022, abc, on_record(held(2021, "c", offers=(first, second)))).host == "b"
    assert host(2022, abc, on_record(held(2020, "c", offers=(second,)), held(2021, "c", offers=(first,)))).host == "a"


def test_offers_of_another_year_say_nothing() -> None:
    meetings = on_record(held(2020, "b"), held(2021, "c", offers=(offer(2023, "b", answer=True),)))
    assert host(2022, roster("a", "b", "c"), meetings).host == "a"


def test_a_fixed_order_goes_on_after_the_newest_host_and_around() -> None:
    order = roster("a", "b", "c", rotation=Rotation(order="fixed", sequence=("c", "a", "b")))
    assert host(2020, order, {}).host == "c"
    assert host(2022, order, on_record(held(2021, "a"))).host == "b"
    assert host(2022, order, on_record(held(2021, "b"))).host == "c"
    declined = on_record(held(2021, "b", offers=(offer(2022, "c", answer=False),)))
    assert host(2022, order, declined).host == "a"


def test_a_city_that_is_no_member_at_the_years_end_is_not_proposed() -> None:
    gone = member("a", joined(day(2000), until=day(2022, 12, 30)))
    stays = member("b", joined(day(2000), until=day(2022, 12, 31)))
    unsure = member("c", Stay(seen=day(2024)))
    found = host(2022, roster(gone, stays, unsure), {})
    assert (found.host, found.members) == ("b", 1)


def test_years_with_no_host_on_record_are_listed() -> None:
    found = host(2024, roster("a", "b"), on_record(held(2018, "a"), held(2021, "b")))
    assert found.unknown_years == (2019, 2020, 2022, 2023)


@given(
    st.dictionaries(st.integers(2000, 2030), st.sampled_from("abcde"), max_size=12),
    st.integers(2000, 2031),
    st.sampled_from(["longest_wait", "fixed"]),
)
def test_whoever_is_proposed_is_a_member_and_not_the_sitting_host(hosts: dict[int, str], year: int, order: Any) -> None:  # noqa: ANN401
    rotation = Rotation(order=order, sequence=("d", "b", "a", "c", "e"))
    gone = member("e", joined(day(2000), until=day(2015, 6, 30)))
    meetings = on_record(*(held(each, who) for each, who in hosts.items()))
    found = host(year, roster("a", "b", "c", "d", gone, rotation=rotation), meetings)
    if found.basis == "held":
        return
    proposed = {found.host} if found.host else set(found.candidates)
    assert hosts.get(year - 1) not in proposed
    assert year < 2015 or "e" not in proposed
    earlier = {who: each for each, who in sorted(hosts.items()) if each < year}
    if order == "longest_wait" and proposed:
        waits = {earlier.get(who, 0) for who in proposed}
        assert len(waits) == 1
        free = [each.member for each in found.waiting]
        assert min(earlier.get(who, 0) for who in free) == waits.pop()


# History


def test_history_runs_from_the_first_on_record_to_the_last_known() -> None:
    meetings = on_record(
        held(2018, "a", then=Next(year=2019, host="b", head="a")),
        Meeting(year=2021, host="c", head="b", held_on=day(2021, 9), theme=LocalText("Chủ đề")).in_file(
            "meetings/2021.yaml"
        ),
        held(2022, None, then=Next(year=2024, theme=LocalText("Chủ đề sau"))),
    )
    years = history(meetings)
    assert [(each.year, each.host, each.basis, each.head) for each in years] == [
        (2018, "a", "held", None),
        (2019, "b", "decision", "a"),
        (2020, None, None, None),
        (2021, "c", "held", "b"),
        (2022, None, None, None),
        (2023, None, None, None),
        (2024, None, None, None),
    ]
    assert (years[3].day, years[3].theme, years[-1].theme) == (
        day(2021, 9),
        LocalText("Chủ đề"),
        LocalText("Chủ đề sau"),
    )


def test_history_says_where_another_than_the_decided_one_held_it() -> None:
    years = history(on_record(held(2018, "a", then=Next(year=2019, host="b")), held(2019, "c")))
    assert (years[1].host, years[1].decided) == ("c", "b")


def test_history_of_nothing_is_empty() -> None:
    assert history({}) == ()


def test_the_shipped_history_says_what_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["host", "--history", "--data", str(DATA), "--format", "json"]) == 0
    years = json.loads(capsys.readouterr().out)["years"]
    assert [(each["year"], each["host"], each["basis"], each["head"]) for each in years] == [
        (2018, "hoa-binh", "held", None),
        (2019, "nghia-lo", "decision", "hoa-binh"),
        (2020, None, None, None),
        (2021, None, None, None),
        (2022, None, None, None),
        (2023, "sa-pa", "held", "tuyen-quang"),
        (2024, "lai-chau", "decision", None),
    ]
    for lang, unknown in (("vi", "chưa có thông tin"), ("en", "none on record")):
        assert run(["host", "--history", "--data", str(DATA), "--lang", lang]) == 0
        shown = capsys.readouterr().out
        assert [line.count(unknown) for line in shown.splitlines() if line.startswith("2020")] == [3]
        assert max(map(len, shown.splitlines())) <= 80
    assert run(["host", "--history", "--data", str(DATA), "--lang", "en", "--format", "md"]) == 0
    assert "| **2023** | Sa Pa town | Tuyên Quang city |" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["host"], ["host", "2024", "--history"]], ids=["neither", "both"])
def test_host_takes_a_year_or_the_history(words: list[str]) -> None:
    assert run([*words, "--data", str(DATA)]) == 2


# What a member was and when


def test_a_member_is_called_what_it_was_called_on_the_day() -> None:
    first = Period.model_validate({"type": "thị xã", "class": "IV"})
    then = Period.model_validate({"from": day(2024, 3), "class": "III", "name": "C Mới", "type": "thành phố"})
    renamed = member("c", periods=(first, then))
    before, after = renamed.on(day(2024, 2, 29)), renamed.on(day(2024, 3, 1))
    assert (before.name.vi, before.type, before.urban_class) == ("C", "thị xã", "IV")
    assert (after.name.vi, after.type, after.urban_class) == ("C Mới", "thành phố", "III")


def test_membership_is_by_stays_to_the_day() -> None:
    back = member("d", joined(day(2015), until=day(2020, 12, 31)), joined(day(2023)))
    asked = [day(2014, 12, 31), day(2015), day(2020, 12, 31), day(2021), day(2022, 12, 31), day(2023)]
    assert [back.membership(each) for each in asked] == [
        "no_member", "member", "member", "no_member", "no_member", "member",
    ]  # fmt: skip


def test_before_it_is_on_record_membership_is_not_known() -> None:
    seen = member("s", Stay(seen=day(2023, 9, 24), until=day(2025, 6, 30)))
    assert [seen.membership(each) for each in (day(2023, 9, 23), day(2023, 9, 24), day(2025, 7, 1))] == [
        "unknown",
        "member",
        "no_member",
    ]


def test_outputs_use_the_name_of_the_day(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder()
    text = (root / "members.yaml").read_text("utf-8")
    text = text.replace("    name: Lào Cai\n", "    name: Lào Cai Cũ\n").replace(
        "        class: II\n", "        class: II\n      - from: 2024-01-01\n        name: Lào Cai\n"
    )
    (root / "members.yaml").write_text(text, "utf-8")

    def shown(*words: str) -> str:
        assert run([*words, "--data", str(root), "--lang", "vi"]) == 0
        return capsys.readouterr().out

    assert "Lào Cai Cũ" in shown("rank", "2023").partition("Kỳ tới")[0]
    assert "Lào Cai Cũ" not in shown("rank", "2023").partition("Kỳ tới")[2]  # the host of 2024
    assert "Cụm trưởng       thành phố Lào Cai Cũ" in shown("meeting", "2023")
    assert "- Đăng cai năm 2024: thành phố Lào Cai\n" in shown("meeting", "2023")
    assert "Đơn vị đăng cai 2024  Lào Cai\n" in shown("host", "2024")
    rows = {line[:4]: line for line in shown("host", "--history").splitlines()}
    assert "Lào Cai Cũ" in rows["2023"]
    assert "Lào Cai Cũ" not in rows["2024"]
