"""The record of a meeting: what the articles say word for word, votes and quorum at the exact boundary."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Folder, Run

from taybac_cluster import pipeline
from taybac_cluster.decide.votes import carried, count, quorum
from taybac_cluster.load.document import parse
from taybac_cluster.model.meeting import Ballot, Meeting, Quorum, Tally, VotingRule
from taybac_cluster.rules.rule import Edit

ELEVEN = (
    "tuyen-quang",
    "yen-bai",
    "sa-pa",
    "hoa-binh",
    "ha-giang",
    "nghia-lo",
    "lai-chau",
    "lao-cai",
    "son-la",
    "dien-bien-phu",
    "muong-lay",
)
THIRDS = 100 * Fraction(2, 3)


# The articles


def test_the_article_of_2023_comes_back_word_for_word(cluster: Run) -> None:
    said = cluster("meeting", "2023", "--format", "json", lang="vi").data
    assert said["held_on"] == "2023-09-24"
    assert (said["host"], said["head"], said["members"]) == ("sa-pa", "tuyen-quang", 11)
    assert said["theme"] == "Xây dựng đô thị phát triển bền vững và thân thiện với môi trường"
    assert said["seminar"] == (
        "Thực trạng công tác quản lý cấp, thoát nước và xử lý nước thải, giải pháp cho các đô thị miền núi phía Bắc"
    )
    assert said["nominated"] == ["tuyen-quang", "yen-bai", "sa-pa"]
    assert (said["next"]["year"], said["next"]["host"], said["next"]["head"]) == (2024, "lai-chau", None)
    assert said["next"]["theme"] == (
        "Thực trạng hạ tầng giao thông đô thị, định hướng xây dựng hệ thống giao thông thông minh gắn với bảo vệ môi "
        "trường và ứng phó biến đổi khí hậu"
    )
    people = [(each["name"], each["title"], each["organization"]) for each in said["guests"] + said["delegates"]]
    assert people == [
        ("Trần Ngọc Chính", "Chủ tịch Hội Quy hoạch phát triển đô thị Việt Nam, nguyên Thứ trưởng Bộ Xây dựng", None),
        ("Ngô Trung Hải", "Tổng Thư ký", "Hiệp hội các đô thị Việt Nam"),
        ("Phan Đăng Toàn", "Bí thư Thị ủy, Chủ tịch HĐND thị xã Sa Pa", None),
        ("Tô Ngọc Liễn", "Phó Bí thư Thị ủy, Chủ tịch UBND thị xã Sa Pa", None),
        ("Cao Bá Quý", "Phó Chủ tịch UBND thị xã Sa Pa", None),
        ("Tô Hoàng Linh", "Phó Bí thư Thành ủy, Chủ tịch UBND thành phố Tuyên Quang", None),
    ]
    assert [each["member"] for each in said["delegates"]] == ["sa-pa", "sa-pa", "sa-pa", "tuyen-quang"]
    assert "sapa.laocai.gov.vn" in said["sources"]


def test_what_the_article_of_2023_does_not_say_is_not_said(cluster: Run) -> None:
    said = cluster("meeting", "2023", "--format", "json", lang="vi").data
    assert (said["chair"], said["secretary"], said["present"], said["quorum"]) == (None, None, None, None)
    assert said["ballots"] == {}


def test_the_article_of_2018_comes_back_word_for_word(cluster: Run) -> None:
    said = cluster("meeting", "2018", "--format", "json").data
    assert (said["host"], said["head"], said["held_on"]) == ("hoa-binh", None, None)
    assert said["nominated"] == ["hoa-binh", "lao-cai", "son-la", "ha-giang", "nghia-lo"]
    assert said["next"] == {"year": 2019, "host": "nghia-lo", "head": "hoa-binh", "theme": None, "seminar": None}
    assert said["theme"] == "State management of land use"
    assert said["sources"] == ["baohoabinh.com.vn/en/2/2576"]
    assert (said["computed"], said["differences"]) == (None, [])


# Votes


def meeting(present: tuple[str, ...] | None = ELEVEN, threshold: Decimal | Fraction | None = None) -> Meeting:
    rule = Quorum(threshold=threshold) if threshold is not None else None
    return Meeting(year=2023, present=present, quorum=rule)


def tally(votes: int) -> Tally:
    return Tally.model_validate({"for": votes})


def ballot(base: Any, threshold: Decimal | Fraction, votes: int, **fields: Any) -> Ballot:  # noqa: ANN401 - of a Ballot
    above = bool(fields.pop("above", False))
    rule = VotingRule(base=base, threshold=threshold, above=above)
    return Ballot(rule=rule, votes={"sa-pa": tally(votes)}, **fields)


@pytest.mark.parametrize(
    ("threshold", "present", "members", "reached"),
    [
        pytest.param(THIRDS, 8, 11, True, id="2/3 of 11: 7.33, 8 are enough"),
        pytest.param(THIRDS, 7, 11, False, id="2/3 of 11: 7.33, 7 are not"),
        pytest.param(THIRDS, 8, 12, True, id="2/3 of 12 exactly"),
        pytest.param(THIRDS, 6, 9, True, id="2/3 of 9 exactly"),
        pytest.param(Decimal("66.67"), 6, 9, False, id="66.67% of 9 is more than 6"),
        pytest.param(Decimal(50), 5, 10, True, id="half of 10"),
        pytest.param(100 * Fraction(1, 3), 1, 3, True, id="1/3 of 3"),
    ],
)
def test_a_quorum_is_counted_in_fractions(
    threshold: Decimal | Fraction, present: int, members: int, reached: bool
) -> None:
    assert quorum(meeting(tuple(f"m{at}" for at in range(present)), threshold), members) is reached


def test_a_quorum_without_a_rule_or_a_list_of_those_present_is_not_known() -> None:
    assert quorum(meeting(), 11) is None
    assert quorum(meeting(None, THIRDS), 11) is None


@pytest.mark.parametrize(
    ("vote", "base", "carried"),
    [
        pytest.param(ballot("members", Decimal(80), 9), 11, True, id="80% of 11 is 8.8: 9"),
        pytest.param(ballot("members", Decimal(80), 8), 11, False, id="80% of 11 is 8.8: 8"),
        pytest.param(ballot("present", Decimal(80), 8), 10, True, id="80% of 10 is 8 exactly"),
        pytest.param(ballot("members", Decimal(90), 10), 11, True, id="90% of 11 is 9.9: 10"),
        pytest.param(ballot("present", Decimal(90), 9), 10, True, id="90% of 10 is 9 exactly"),
        pytest.param(ballot("present", Decimal(50), 5, above=True), 10, False, id="above 50% of 10: 5 is not"),
        pytest.param(ballot("present", Decimal(50), 6, above=True), 10, True, id="above 50% of 10: 6"),
        pytest.param(ballot("members", Decimal(50), 6, above=True), 11, True, id="above 50% of 11: 6"),
        pytest.param(ballot("members", THIRDS, 8), 11, True, id="2/3 of 11: 8"),
        pytest.param(ballot("members", THIRDS, 7), 11, False, id="2/3 of 11: 7"),
        pytest.param(ballot("valid", THIRDS, 6, valid=9), 9, True, id="2/3 of 9 valid exactly"),
        pytest.param(ballot("valid", THIRDS, 6, valid=9, above=True), 9, False, id="above 2/3 of 9: 6 is not"),
        pytest.param(ballot("valid", Decimal(80), 8, issued=11, returned=10), 10, True, id="where none was void"),
        pytest.param(ballot("members", Decimal(80), 8, own_vote=False), 10, True, id="80% of the 10 others"),
        pytest.param(ballot("present", Decimal(80), 7, own_vote=False), 9, False, id="80% of the 9 others present"),
        pytest.param(
            ballot("valid", Decimal(80), 8, valid=10, own_vote=False), 10, True, id="valid slips are as counted"
        ),
    ],
)
def test_a_vote_is_measured_by_its_rule_in_fractions(vote: Ballot, base: int, carried: bool) -> None:
    (measured,) = count(vote, meeting(ELEVEN[:10]), 11)
    assert measured.base == base
    assert measured.share == Fraction(measured.tally.for_, base)
    assert measured.verdict == ("carried" if carried else "not_carried")


@given(votes=st.integers(0, 40), base=st.integers(1, 40), parts=st.integers(1, 12), of=st.integers(1, 12))
def test_a_vote_is_carried_just_where_the_whole_numbers_say(votes: int, base: int, parts: int, of: int) -> None:
    parts = min(parts, of)
    (reached,) = count(ballot("valid", 100 * Fraction(parts, of), votes, valid=base), meeting(), 11)
    (passed,) = count(ballot("valid", 100 * Fraction(parts, of), votes, valid=base, above=True), meeting(), 11)
    assert (reached.verdict == "carried") is (votes * of >= parts * base)
    assert (passed.verdict == "carried") is (votes * of > parts * base)


@pytest.mark.parametrize(
    "vote",
    [
        pytest.param(Ballot(votes={"sa-pa": tally(11)}), id="no rule"),
        pytest.param(ballot("valid", Decimal(80), 11), id="nobody says how many were valid"),
        pytest.param(ballot("present", Decimal(80), 11), id="nobody says who was present"),
        pytest.param(ballot("valid", Decimal(80), 0, valid=0), id="no valid slip"),
    ],
)
def test_a_vote_that_cannot_be_measured_is_counted_and_never_carried(vote: Ballot) -> None:
    (measured,) = count(vote, meeting(None), 11)
    assert measured.verdict == "counted"


def test_a_candidate_carries_who_reaches_the_rule() -> None:
    rule = VotingRule(base="members", threshold=Decimal(50))
    votes = {name: tally(number) for name, number in (("a", 9), ("b", 6), ("c", 5))}
    assert carried(Ballot(rule=rule, votes=votes), meeting(), 11) == {"a", "b"}  # 5 of 11 is below half


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("2/3", THIRDS, id="a fraction"),
        pytest.param("2 / 3", THIRDS, id="with spaces"),
        pytest.param("66.5", Decimal("66.5"), id="per cent"),
    ],
)
def test_a_threshold_is_a_percentage_or_a_fraction(typed: str, read: Decimal | Fraction) -> None:
    record, faults = parse(f"year: 2023\nquorum:\n  threshold: {typed}\n".encode(), "meetings/2023.yaml", Meeting)
    assert faults == []
    assert record is not None
    assert record.quorum is not None
    assert record.quorum.threshold == read


@pytest.mark.parametrize("typed", ["4/3", "2/0", "hai phần ba", "0/3", "true"])
def test_any_other_threshold_is_refused_at_its_place(typed: str) -> None:
    _, faults = parse(f"year: 2023\nquorum:\n  threshold: {typed}\n".encode(), "meetings/2023.yaml", Meeting)
    assert len(faults) == 1


# The record


VOTED = Edit(
    "meetings/2023.yaml",
    "decisions:",
    """\
absent:
  - yen-bai
quorum:
  threshold: 2/3
  source: Quy chế mẫu
ballots:
  nomination:
    secret: true
    own_vote: false
    issued: 2
    returned: 2
    valid: 2
    rule:
      base: present
      threshold: 50
      above: true
      source: Quy chế mẫu
    votes:
      sa-pa:
        for: 1
        against: 0
        abstain: 0
      lao-cai:
        for: 0
  host:
    secret: false
    votes:
      lao-cai:
        for: 2
offers:
  - year: 2024
    member: yen-bai
    accepted: false
    reason: Đang chỉnh trang
dissent:
  - Một ý kiến khác
decisions:""",
)


def test_the_record_is_read_out_in_full(folder: Folder, cluster: Run) -> None:
    shown = cluster("meeting", "2023", data=folder((VOTED,))).out
    for line in (
        "Present: 2 of 3 members: Sa Pa and Lào Cai city",
        "Absent: Yên Bái",
        "Quorum of 2/3 of the members (Quy chế mẫu): reached",
        "Rule: above 50% of the members present (Quy chế mẫu).",
        "A secret ballot.",
        "An open vote.",
        "A city does not vote on itself.",
        "Ballot papers: issued 2, returned 2, valid 2.",
        "No rule is stated: the votes are counted, and nothing is said to be carried.",
        "- Yên Bái declined to host in 2024: Đang chỉnh trang",
        "- Một ý kiến khác",
        "The list nominated is as computed.",
    ):
        assert line in shown
    rows = [line.split() for line in shown.splitlines() if line.endswith(("carried", "counted"))]
    assert [(row[0], row[-2:]) for row in rows] == [
        ("Sa", ["100.0%", "carried"]),  # 1 of the one other that was present
        ("Lào", ["not", "carried"]),
        ("Lào", ["–", "counted"]),
    ]


def test_the_record_as_data_holds_all_that_the_file_says(folder: Folder, cluster: Run) -> None:
    said = cluster("meeting", "2023", "--format", "json", data=folder((VOTED,))).data
    assert said["quorum"] is True
    assert said["ballots"]["nomination"]["rule"] == {
        "base": "present", "threshold": 50, "above": True, "source": "Quy chế mẫu",
    }  # fmt: skip
    assert said["ballots"]["nomination"]["votes"]["sa-pa"]["verdict"] == "carried"
    assert said["ballots"]["host"]["rule"] is None
    assert said["ballots"]["host"]["votes"]["lao-cai"]["verdict"] == "counted"
    assert said["offers"] == [{"year": 2024, "member": "yen-bai", "accepted": False, "reason": "Đang chỉnh trang"}]
    assert said["dissent"] == ["Một ý kiến khác"]


def test_every_field_of_a_meeting_comes_back_as_data(folder: Folder, cluster: Run) -> None:
    said = cluster("meeting", "2023", "--format", "json", data=folder()).data
    renamed = {"quorum", "decisions", "accepted"}
    assert set(Meeting.model_fields.keys()) - renamed <= set(said)
    assert {"nominated", "next", "directions", "computed", "differences"} <= set(said)


def test_where_the_meeting_decided_otherwise_every_difference_is_named(folder: Folder, cluster: Run) -> None:
    otherwise = Edit("meetings/2023.yaml", "nominated:\n    - sa-pa", "nominated:\n    - yen-bai\n    - lao-cai")
    said = cluster("meeting", "2023", "--format", "json", data=folder((otherwise,))).data
    assert said["differences"] == [
        "Yên Bái: nominated by the meeting, not by the criteria (not ranked)",
        "Lào Cai city: nominated by the meeting, not by the criteria (place 2)",
        "Sa Pa: nominated by the criteria, not by the meeting (place 1)",
    ]


def test_a_year_with_faults_still_shows_its_record(folder: Folder, cluster: Run) -> None:
    root = folder((Edit("submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: bảy"),))
    assert "nothing is computed to compare" in cluster("meeting", "2023", data=root).out


def test_a_tie_settled_by_a_vote_counts_the_members_of_the_meetings_day(folder: Folder) -> None:
    """Yên Bái is a member on the set's day and gone on the meeting's: 1 of 2 reaches 50%, 1 of 3 would not."""
    tied = (
        Edit(
            "submissions/2023/lao-cai.yaml",
            "cay-xanh: 6.5\n  van-ban: 5\n  nuoc-thai: 62",
            "cay-xanh: 7.2\n  van-ban: 4\n  nuoc-thai: 45.5",
        ),
        Edit(
            "submissions/2023/lao-cai.yaml",
            "numerator: 700\n    denominator: 900",
            "numerator: 812\n    denominator: 930",
        ),
        Edit("submissions/2023/lao-cai.yaml", "quy-hoach: cấp huyện", "quy-hoach: cấp tỉnh"),
        Edit("appraisals/2023/lao-cai.yaml", "giam-khao-2: 7", "giam-khao-2: 8"),
        Edit("members.yaml", "until: 2024-12-31", "until: 2023-10-01"),
        Edit("meetings/2023.yaml", "held_on: 2023-09-24", "held_on: 2023-10-20"),
        Edit(
            "meetings/2023.yaml",
            "decisions:\n  nominated:\n    - sa-pa\n",
            "ballots:\n  tie:\n    rule:\n      base: members\n      threshold: 50\n    votes:\n"
            "      lao-cai:\n        for: 1\n"
            "decisions:\n",
        ),
    )
    result, _ = pipeline.ranked(folder(tied), 2023)
    assert (result.nominations.members, result.nominations.settled_by) == (("lao-cai",), "ballots.tie")


def test_those_present_who_are_no_members_are_not_counted_among_them(folder: Folder, cluster: Run) -> None:
    root = folder((Edit("meetings/2023.yaml", "present:\n", "present:\n  - yen-bai\n"),))
    said = cluster("meeting", "2023", data=root).out
    counted = next(line for line in said.splitlines() if line.startswith("Present: "))
    there, members = (int(part.split()[0]) for part in counted.removeprefix("Present: ").split(" of ", 1))
    assert there <= members
