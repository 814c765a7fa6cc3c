"""The data that the repository ships: the article's outcome follows from the rules, and nothing made up looks real."""

import functools
import re
from decimal import Decimal

import pytest
from tests.conftest import DATA
from tests.rounds import a_round, node

from taybac_cluster import pipeline
from taybac_cluster.decide.result import Result
from taybac_cluster.decide.score import score
from taybac_cluster.load.document import read
from taybac_cluster.model.criteria import CriteriaSet

NQ_111 = "criteria/templates/nq-111-2025.yaml"


@functools.cache
def shipped() -> Result:
    result, _ = pipeline.ranked(DATA, 2023)
    return result


def test_the_outcome_of_the_article_follows_from_the_rules() -> None:
    """sapa.laocai.gov.vn: nominated Tuyên Quang, Yên Bái, Sa Pa; next host Lai Châu; its theme on urban transport."""
    result = shipped()
    assert set(result.nominations.members) == {"tuyen-quang", "yen-bai", "sa-pa"}
    assert result.nominations.settled_by is None
    assert result.decided is not None
    assert set(result.decided) == set(result.nominations.members)
    assert (result.next.year, result.next.host, result.next.basis) == (2024, "lai-chau", "decision")
    assert result.next.theme is not None
    assert result.next.theme.vi.startswith("Thực trạng hạ tầng giao thông đô thị")


def test_all_eleven_cities_are_ranked() -> None:
    assert len(shipped().placed) == 11
    assert shipped().left_out == ()


def test_the_outcome_does_not_come_from_the_meetings_decision() -> None:
    result = shipped()
    assert result.nominations.tie is None


def test_the_shipped_submissions_show_what_can_happen() -> None:
    leaves = [leaf for sheet in shipped().sheets.values() for leaf in sheet.root.leaves()]
    assert {leaf.outcome for leaf in leaves} == {"scored", "missing", "not_applicable"}
    assert any(leaf.given.appraised for leaf in leaves)
    adjustments = [item for sheet in shipped().sheets.values() for item in (*sheet.bonuses, *sheet.deductions)]
    assert any(not item.granted for item in adjustments)
    assert any(sheet.deductions for sheet in shipped().sheets.values())


def test_the_criteria_of_2023_are_twenty_or_more_in_four_groups_of_a_hundred_points() -> None:
    criteria = shipped().round.criteria
    assert len(criteria.criteria) >= 20
    assert len(criteria.groups) == 4
    assert sum(group.weight for group in criteria.groups) == 100


def test_the_fair_copy_of_the_classes_is_read_on_the_day_of_the_meeting() -> None:
    # QĐ 1039/QĐ-TTg: class II from 12 September 2023; the day that counts is the 24th
    assert shipped().round.standings["yen-bai"].urban_class == "II"
    assert shipped().round.standings["sa-pa"].urban_class is None


@pytest.mark.parametrize(
    "file",
    [
        "criteria/2023.yaml",
        *sorted(path.relative_to(DATA).as_posix() for path in DATA.glob("submissions/**/*.yaml")),
        *sorted(path.relative_to(DATA).as_posix() for path in DATA.glob("appraisals/**/*.yaml")),
    ],
)
def test_every_file_of_made_up_figures_says_so_to_reader_and_machine(file: str) -> None:
    text = (DATA / file).read_text(encoding="utf-8")
    assert re.search(r"^status: illustrative$", text, re.MULTILINE)
    head = text[: text.index("\n\n")]
    assert "MINH HỌA" in head
    assert "ILLUSTRATIVE" in head


def test_no_person_is_named_in_what_is_made_up() -> None:
    # people are named by an article only, so in meetings/ only; the panel is a role
    for folder in ("submissions", "appraisals"):
        for path in (DATA / folder).rglob("*.yaml"):
            names = re.findall(r"^ *-? *name: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert set(names) <= {"tổ thẩm định"}, path


# ---- Resolution 111/2025/UBTVQH15, Table 2A: the published values, typed once more ----

HIGH_LOW = {
    # code: class II high, low; class III high, low; points high, low
    "I.01": ("cấp vùng", "cấp tỉnh", "cấp tỉnh", "cấp xã", "7", "5.5"),
    "I.02": ("cấp vùng", "cấp tỉnh", "cấp tỉnh", "cấp xã", "8", "6"),
    "II.03": ("500000", "200000", "200000", "20000", "7", "5.5"),
    "II.04": ("1500", "1000", "1000", "500", "6", "4.5"),
    "II.05": ("95", "65", "65", "55", "7", "5.5"),
    "III.06": ("cấp vùng", "cấp tỉnh", "cấp tỉnh", "cấp xã", "4", "3"),
    "III.07": ("8", "6", "6", "4", "5", "4"),
    "III.08": ("100", "90", "95", "85", "3", "2"),
    "III.09": ("4.5", "3.5", "3.5", "3", "3", "2"),
    "III.10": ("80", "60", "70", "50", "1", "0.75"),
    "III.11": ("90", "80", "80", "70", "3", "2"),
    "III.12": ("80", "60", "70", "50", "3", "2"),
    "III.13": ("từ 2 cơ sở", "1 cơ sở", "1 cơ sở", "có dự án", "3", "2.5"),
    "III.14": ("40", "35", "35", "30", "5", "3.75"),
    "III.15": ("25", "10", "10", "1", "5", "3.75"),
    "III.16": ("20", "10", "10", "2", "5", "3.75"),
    "III.17": ("10", "5", "5", "2", "4", "3"),
    "III.18": ("10", "5", "5", "2", "3", "2"),
    "III.19": ("3", "2", "2", "1.5", "3", "2"),
    "III.20": ("4", "2", "2", "1", "4", "3"),
    "III.21": ("35", "25", "35", "25", "3", "2"),
    "III.22": ("8", "6", "7", "2.5", "3", "2.5"),
    "III.23": ("từ 3 năm", "từ 1 đến dưới 3 năm", "từ 3 năm", "từ 1 đến dưới 3 năm", "5", "4"),
}


@functools.cache
def template() -> CriteriaSet:
    found, faults = read(str(DATA), NQ_111, CriteriaSet)
    assert not faults
    assert found is not None
    return found


@pytest.mark.parametrize("urban_class", ["II", "III"])
@pytest.mark.parametrize(
    ("mark", "total", "groups"),
    [
        pytest.param("high", "100.00", ["15.00", "20.00", "65.00"], id="every best"),
        pytest.param("low", "75.00", ["11.50", "15.50", "48.00"], id="every minimum"),
    ],
)
def test_table_2a_gives_100_at_every_best_and_75_at_every_minimum(
    urban_class: str, mark: str, total: str, groups: list[str]
) -> None:
    column = (0 if urban_class == "II" else 2) + (0 if mark == "high" else 1)
    criteria = template()
    values = {each.id: HIGH_LOW[each.code or ""][column] for each in criteria.criteria.values()}
    sheet = score(a_round(criteria, {"a": values}, classes={"a": urban_class}))["a"]
    assert str(sheet.total) == total
    assert [str(node(sheet, group.id).points) for group in criteria.groups] == groups
    for leaf in sheet.root.leaves():
        assert leaf.points == Decimal(HIGH_LOW[leaf.criterion.code or ""][4 if mark == "high" else 5])


def test_below_a_minimum_of_table_2a_there_are_no_points() -> None:
    criteria = template()
    values = {each.id: HIGH_LOW[each.code or ""][1] for each in criteria.criteria.values()} | {"mat-do-dan-so": "999"}
    sheet = score(a_round(criteria, {"a": values}, classes={"a": "II"}))["a"]
    assert str(sheet.total) == "70.50"  # 75 − 4.5


def test_between_the_marks_of_table_2a_points_rise_in_a_straight_line() -> None:
    # class III, density 750: 4.5 + 1.5 × 250 ÷ 500 = 5.25
    criteria = template()
    values = {each.id: HIGH_LOW[each.code or ""][3] for each in criteria.criteria.values()} | {"mat-do-dan-so": "750"}
    sheet = score(a_round(criteria, {"a": values}, classes={"a": "III"}))["a"]
    assert str(sheet.total) == "75.75"  # 75 − 4.5 + 5.25


def test_the_template_belongs_to_no_year_and_names_its_source() -> None:
    assert template().year is None
    assert [code for each in template().criteria.values() if (code := each.code)] == list(HIGH_LOW)
    assert "111/2025/UBTVQH15" in template().sources[0].vi
