"""The rules over the whole folder: every example fires what it says, and the bounds that are easily got wrong."""

import datetime
import re
import string
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import Folder

import taybac_cluster.rules
from taybac_cluster.diagnostics import Diagnostic, Param, Span, Words
from taybac_cluster.load.folder import read_folder
from taybac_cluster.load.locations import locate
from taybac_cluster.model.cluster import Cluster
from taybac_cluster.model.record import Language, LocalText, Location
from taybac_cluster.rules import walk
from taybac_cluster.rules.accepted import settle
from taybac_cluster.rules.catalogue import CHECKS, RULES, find
from taybac_cluster.rules.registry import check
from taybac_cluster.rules.rule import Changes, Edit, Rule
from taybac_cluster.rules.sample import changed

LANGUAGES: tuple[Language, ...] = ("vi", "en")
TODAY = datetime.date(2024, 6, 30)

CRITERIA = "criteria/2023.yaml"
SA_PA = "submissions/2023/sa-pa.yaml"
LAO_CAI = "submissions/2023/lao-cai.yaml"
SA_PA_APPRAISED = "appraisals/2023/sa-pa.yaml"
LAO_CAI_APPRAISED = "appraisals/2023/lao-cai.yaml"
MEETING = "meetings/2023.yaml"
YEN_BAI = """\
member: yen-bai
year: 2023
status: illustrative
values:
  cay-xanh: 5.1
  van-ban: 3
  nuoc-thai: 41.5
  rac-thai:
    numerator: 640
    denominator: 910
  quy-hoach: cấp huyện
gates:
  khong-o-nhiem: true
"""


def read(root: Path, today: datetime.date | None = TODAY) -> tuple[Cluster, list[Diagnostic]]:
    reading = read_folder(str(root))
    return replace(reading.cluster, today=today), reading.faults


def reported(root: Path, today: datetime.date | None = TODAY) -> list[Diagnostic]:
    """Everything that is said about a folder: of its shape, and by the rules."""
    cluster, faults = read(root, today)
    return settle(faults + check(cluster), cluster).shown


def names(found: list[Diagnostic]) -> list[str]:
    return [rule.name for each in found if (rule := find(each.code)) is not None]


def words(template: Words, lang: Language, params: dict[str, Param]) -> str:
    shown = {name: text(value, lang) for name, value in params.items()}
    return str(getattr(template, lang)).format(**shown)


def text(value: Param, lang: Language) -> str:
    if isinstance(value, LocalText):
        return value.to(lang)
    return str(getattr(value, lang)) if isinstance(value, Words) else str(value)


def new(file: str, content: str) -> Edit:
    return Edit(file, "", content)


def value(criterion: str, written: str) -> Edit:
    """Let Sa Pa give another value for one of the sample's criteria."""
    given = {
        "cay-xanh": "  cay-xanh: 7.2\n",
        "van-ban": "  van-ban: 4\n",
        "nuoc-thai": "  nuoc-thai: 45.5\n",
        "rac-thai": "  rac-thai:\n    numerator: 812\n    denominator: 930\n",
        "quy-hoach": "  quy-hoach: cấp tỉnh\n",
    }
    return Edit(SA_PA, given[criterion], f"  {criterion}: {written}\n" if written else "")


# ---- the rules' own examples ----


def test_the_sample_folder_is_without_fault(folder: Folder) -> None:
    assert reported(folder()) == []


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.name)
def test_a_rules_bad_example_fires_that_rule_and_nothing_else(rule: Rule, folder: Folder) -> None:
    found = reported(folder(rule.bad))
    assert {(each.code, each.severity) for each in found} == {(rule.code, rule.severity)}


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.name)
def test_a_rules_good_example_fires_nothing(rule: Rule, folder: Folder) -> None:
    assert reported(folder(rule.good)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.name)
def test_what_a_rule_says_is_whole_in_both_languages(rule: Rule, lang: Language, folder: Folder) -> None:
    said = [getattr(rule.title, lang), getattr(rule.why, lang)]
    for each in reported(folder(rule.bad)):
        said += [words(template, lang, dict(each.params)) for template in (rule.message, rule.hint)]
    typed = [
        re.sub(r"\{missing: [^{}]*\}", "", line) for line in said
    ]  # what a person is to type has braces of its own
    assert all(line.strip() and not set("{}") & set(line) for line in typed)


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.name)
def test_both_languages_of_a_rule_use_the_same_parameters(rule: Rule) -> None:
    for template in (rule.message, rule.hint):
        assert parameters(template.vi) == parameters(template.en)


def parameters(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.name)
def test_every_place_of_a_bad_example_is_found_in_its_file(rule: Rule, folder: Folder) -> None:
    root = folder(rule.bad)
    found = reported(root)
    for each, located in zip(found, locate(found, str(root)), strict=True):
        if isinstance(each.where, Location) and each.where.route:
            assert not isinstance(located.where, Location)
            assert located.where.span != Span()


def test_codes_and_names_are_given_once() -> None:
    for given in ([rule.code for rule in RULES], [rule.name for rule in RULES]):
        assert [each for each, times in Counter(given).items() if times > 1] == []


def test_a_rule_stands_in_the_file_of_its_name_and_every_such_file_is_applied() -> None:
    home = Path(taybac_cluster.rules.__file__).parent
    alone = {path.stem.replace("_", "-") for path in home.rglob("*.py") if "\nRULE = Rule(" in path.read_text("utf-8")}
    assert {rule.name for rule in CHECKS} == alone


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.name)
def test_leaving_out_the_areas_that_a_folder_does_not_have_changes_nothing(rule: Rule, folder: Folder) -> None:
    cluster, _ = read(folder(rule.bad))
    every = {each.code for other in CHECKS if other.check is not None for each in other.check(cluster)}
    assert every <= {each.code for each in check(cluster)}


def test_a_rule_is_found_by_code_in_either_case_and_by_name() -> None:
    assert find("r201") == find("R201") == find("unknown-member")
    assert find("R999") is None


# ---- values ----


@pytest.mark.parametrize(
    ("criterion", "written", "expected"),
    [
        pytest.param("nuoc-thai", "0.455", ["share-for-percentage"], id="a share"),
        pytest.param("nuoc-thai", "0.9999", ["share-for-percentage"], id="just below 1"),
        pytest.param("nuoc-thai", "1", [], id="one per cent"),
        pytest.param("nuoc-thai", "0", [], id="none"),
        pytest.param("nuoc-thai", "100", [], id="all"),
        pytest.param("nuoc-thai", "100.1", ["percentage-above-100"], id="more than all"),
        pytest.param("cay-xanh", "0.455", [], id="a small number of another unit"),
        pytest.param("cay-xanh", "200", [], id="at the plausible end"),
        pytest.param("cay-xanh", "200.1", ["implausible-value"], id="past the plausible end"),
        pytest.param("cay-xanh", "-0.1", ["implausible-value"], id="below the plausible end"),
        pytest.param("van-ban", "4.0", [], id="a whole count with a point"),
        pytest.param("van-ban", "4.5", ["point-in-count"], id="half a document"),
        pytest.param("van-ban", "4.000", ["point-in-count"], id="three decimals: four thousand?"),
        pytest.param("van-ban", "0", [], id="no document"),
        pytest.param("van-ban", "-1", ["negative-value"], id="fewer than none"),
    ],
)
def test_a_number_is_looked_at_by_one_rule(criterion: str, written: str, expected: list[str], folder: Folder) -> None:
    about = [each for each in reported(folder((value(criterion, written),))) if each.file == SA_PA]
    assert names(about) == expected


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        pytest.param("best", ["negative-value"], id="against the best"),
        pytest.param("minmax", [], id="between lowest and highest"),
        pytest.param("rank", [], id="by place"),
    ],
)
def test_values_against_the_best_are_never_negative(method: str, expected: list[str], folder: Folder) -> None:
    scale = Edit(
        CRITERIA,
        "          kind: count\n          full_at: 10\n",
        f"          kind: relative\n          method: {method}\n          better: higher\n",
    )
    assert [
        each for each in names(reported(folder((scale, value("van-ban", "-4.5"))))) if "decided" not in each
    ] == expected


@pytest.mark.parametrize("written", ["\n    value: 0.455", "\n    value: 0.455\n    note: theo trạm đo"])
def test_a_value_in_a_block_is_looked_at_like_a_plain_one(written: str, folder: Folder) -> None:
    (found,) = reported(folder((value("nuoc-thai", written),)))
    assert names([found]) == ["share-for-percentage"]
    assert found.where == Location(SA_PA, ("values", "nuoc-thai", "value"))


def test_a_value_that_the_panel_puts_in_is_looked_at_too(folder: Folder) -> None:
    (found,) = reported(folder((Edit(LAO_CAI_APPRAISED, "    value: 58", "    value: 0.58"),)))
    assert names([found]) == ["share-for-percentage"]
    assert found.where == Location(LAO_CAI_APPRAISED, ("changes", "nuoc-thai", "value"))


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        pytest.param(10, ["share-for-percentage"], id="a scale of larger percentages"),
        pytest.param(9, [], id="a scale that is meant for small percentages"),
    ],
)
def test_small_percentages_are_left_alone_where_the_scale_is_small(
    limit: int, expected: list[str], folder: Folder
) -> None:
    scale = (
        Edit(CRITERIA, "            - at_least: 60\n", f"            - at_least: {limit}\n"),
        Edit(CRITERIA, "            - at_least: 30\n", "            - at_least: 0.5\n"),
    )
    assert names(reported(folder((*scale, value("nuoc-thai", "0.8"))))) == expected


def test_a_percentage_above_100_is_fine_where_the_set_expects_it(folder: Folder) -> None:
    expecting = Edit(
        CRITERIA,
        '        name: Tỷ lệ nước thải được xử lý\n        unit: "%"\n',
        '        name: Tỷ lệ nước thải được xử lý\n        unit: "%"\n        plausible:\n          max: 150\n',
    )
    assert reported(folder((expecting, value("nuoc-thai", "120")))) == []
    assert names(reported(folder((expecting, value("nuoc-thai", "151"))))) == ["implausible-value"]


@pytest.mark.parametrize(
    ("written", "guess"),
    [
        pytest.param("7200", "72, 7.2", id="the point is lost, or thousands: 720 is implausible too"),
        pytest.param("1000000", "đơn vị", id="nothing fits"),
        pytest.param("-3", "đơn vị", id="a sign"),
    ],
)
def test_an_implausible_value_names_what_was_probably_meant(written: str, guess: str, folder: Folder) -> None:
    (found,) = [each for each in reported(folder((value("cay-xanh", written),))) if each.file == SA_PA]
    assert guess in text(found.params["guess"], "vi")


@pytest.mark.parametrize(
    ("criterion", "written", "code", "fix"),
    [
        pytest.param("cay-xanh", '"7,2"', "R113", "7.2", id="a decimal comma"),
        pytest.param("cay-xanh", '"7.2"', "R116", "7.2", id="a number in quotes"),
        pytest.param("cay-xanh", "7.2%", "R115", "7.2", id="a per cent sign"),
        pytest.param("cay-xanh", "7.2 m2", "R119", None, id="a unit"),
        pytest.param("cay-xanh", "khá", "R401", None, id="no number at all"),
        pytest.param("cay-xanh", "true", "R401", None, id="a yes"),
        pytest.param("quy-hoach", "7", "R401", None, id="a number for a level"),
        pytest.param("quy-hoach", "cấp xã", "R402", None, id="a level that there is not"),
        pytest.param("rac-thai", "87.3", "R403", None, id="a percentage for two numbers"),
    ],
)
def test_a_value_of_another_kind_has_the_code_of_its_mistake(
    criterion: str, written: str, code: str, fix: str | None, folder: Folder
) -> None:
    (found,) = reported(folder((value(criterion, written),)))
    assert (found.code, found.severity, found.fix) == (code, "error", fix)


@pytest.mark.parametrize(
    ("word", "fix"),
    [("Có", "true"), ("đạt", "true"), ("Không", "false"), ("chưa", "false"), ("một phần", None), ("1", None)],
)
def test_a_yes_in_words_is_reported_with_what_to_write(word: str, fix: str | None, folder: Folder) -> None:
    yes_no = Edit(
        CRITERIA,
        "          kind: levels\n          levels:\n            cấp tỉnh: 10\n            cấp huyện: 5\n",
        "          kind: yes_no\n",
    )
    other = Edit(LAO_CAI, "  quy-hoach: cấp huyện", "  quy-hoach: false")
    (found,) = reported(folder((yes_no, other, value("quy-hoach", word))))
    assert (found.code, found.fix) == ("R401", fix)


def test_a_level_named_by_a_number_needs_quotes_only(folder: Folder) -> None:
    levels = Edit(CRITERIA, "            cấp huyện: 5\n", '            cấp huyện: 5\n            "3": 2\n')
    (found,) = reported(folder((levels, value("quy-hoach", "3"))))
    assert (found.code, found.fix) == ("R401", '"3"')
    assert reported(folder((levels, value("quy-hoach", '"3"')))) == []


@pytest.mark.parametrize(
    ("criterion", "written"),
    [
        pytest.param("cay-xanh", "\n    value: 7.2\n    missing: chưa kiểm kê", id="a value and missing"),
        pytest.param("cay-xanh", "\n    numerator: 1\n    denominator: 2", id="two numbers for one"),
        pytest.param("cay-xanh", "\n    note: theo kiểm kê", id="no value"),
        pytest.param("rac-thai", "\n    value: 87.3", id="one value for two"),
        pytest.param("rac-thai", "\n    numerator: 812", id="half of two"),
        pytest.param("rac-thai", "\n    value: 87.3\n    numerator: 812\n    denominator: 930", id="both forms"),
    ],
)
def test_a_value_in_another_form_than_its_scales_is_one_error(criterion: str, written: str, folder: Folder) -> None:
    (found,) = reported(folder((value(criterion, written),)))
    assert isinstance(found.where, Location)
    assert (found.code, found.where.file, found.where.route[:2]) == ("R403", SA_PA, ("values", criterion))


def test_a_city_gives_no_value_for_what_judges_mark(folder: Folder) -> None:
    (found,) = reported(folder((value("van-ban", "4\n  my-quan: 8"),)))
    assert (found.code, found.where) == ("R403", Location(SA_PA, ("values", "my-quan", "value")))


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param((930, 930), [], id="the whole"),
        pytest.param((931, 930), ["numerator-above-denominator"], id="more than the whole"),
        pytest.param((0, 930), [], id="nothing"),
        pytest.param((5, 0), ["denominator-not-positive"], id="of nothing"),
        pytest.param((5, -1), ["denominator-not-positive"], id="of less than nothing"),
        pytest.param((-5, 930), ["negative-value"], id="less than nothing"),
    ],
)
def test_the_two_numbers_of_a_ratio(numbers: tuple[int, int], expected: list[str], folder: Folder) -> None:
    written = f"\n    numerator: {numbers[0]}\n    denominator: {numbers[1]}"
    about = [each for each in reported(folder((value("rac-thai", written),))) if each.file == SA_PA]
    assert names(about) == expected


# ---- what is not there ----


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("", 1, id="nobody ruled on it"),
        pytest.param("    value: 4\n", 0, id="the panel gave a value"),
        pytest.param("    not_applicable: true\n", 0, id="the panel said that it does not apply"),
        pytest.param("    missing: true\n", 0, id="the panel said that it is missing"),
    ],
)
@pytest.mark.parametrize("written", ["", "\n    missing: chưa thống kê"])
def test_a_missing_value_is_reported_until_the_panel_rules(
    change: str, expected: int, written: str, folder: Folder
) -> None:
    edits = [value("van-ban", written)]
    if change:
        ruling = f"changes:\n  van-ban:\n{change}    reason: theo hồ sơ\nmarks:"
        edits.append(Edit(SA_PA_APPRAISED, "marks:", ruling))
    found = names(reported(folder(tuple(edits))))
    assert found.count("missing-value") == expected


def test_what_was_cut_out_of_a_file_is_not_reported_as_missing(folder: Folder) -> None:
    faulty = (value("van-ban", "\n    value:\n      - 4"), Edit(SA_PA, "gates:\n  khong-o-nhiem: true", "gates: có"))
    found = reported(folder(faulty))
    assert {each.severity for each in found} == {"error"}
    assert not {"missing-value", "gate-not-answered", "value-form", "nothing-submitted"} & set(names(found))


def test_what_the_panel_may_have_ruled_in_a_file_that_was_not_read_is_not_asked_for(folder: Folder) -> None:
    unread = Edit(SA_PA_APPRAISED, "marks:", "marks: [")
    owed = (value("van-ban", ""), Edit(SA_PA, "2023-09-08", "2023-09-15"), Edit(SA_PA, "  khong-o-nhiem: true", "  {}"))
    found = reported(folder((unread, *owed)))
    assert {each.file for each in found} == {SA_PA_APPRAISED}


def test_a_city_that_does_not_compete_owes_nothing(folder: Folder) -> None:
    submission = "member: yen-bai\nyear: 2023\nstatus: illustrative\nnot_competing: đang sắp xếp đơn vị hành chính\n"
    assert reported(folder((new("submissions/2023/yen-bai.yaml", submission),))) == []


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        pytest.param("- II", [], id="the class of Lào Cai; Sa Pa has none on record"),
        pytest.param("- III", ["value-does-not-apply"], id="no class of theirs"),
    ],
)
def test_a_criterion_of_other_classes_is_neither_owed_nor_counted(
    classes: str, expected: list[str], folder: Folder
) -> None:
    limited = Edit(
        CRITERIA, "      - id: van-ban\n", f"      - id: van-ban\n        applies_to:\n          {classes}\n"
    )
    assert names(reported(folder((limited, value("van-ban", ""))))) == expected


# ---- days ----


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2023-09-10", [], id="the last day"),
        pytest.param("2023-09-11", ["late-submission"], id="a day late"),
        pytest.param("2023-09-24", ["late-submission"], id="on the day of the meeting"),
        pytest.param("2023-09-25", ["submitted-after-meeting"], id="the day after the meeting"),
        pytest.param("2024-06-30", ["submitted-after-meeting"], id="today"),
        pytest.param("2024-07-01", ["future-date"], id="tomorrow"),
    ],
)
def test_a_day_of_submission_is_reported_by_one_rule(day: str, expected: list[str], folder: Folder) -> None:
    assert names(reported(folder((Edit(SA_PA, "2023-09-08", day),)))) == expected


def test_nothing_is_in_the_future_where_nobody_says_what_day_it_is(folder: Folder) -> None:
    assert names(reported(folder((Edit(SA_PA, "2023-09-08", "2032-09-08"),)), today=None)) == [
        "submitted-after-meeting"
    ]


NAMED_LATE = Edit(CRITERIA, "deadline: 2023-09-10\n", "deadline: 2023-09-10\nlate: nop-muon\n")


def test_lateness_proposes_the_sets_own_deduction(folder: Folder) -> None:
    (found,) = reported(folder((NAMED_LATE, Edit(SA_PA, "2023-09-08", "2023-09-15"))))
    assert "nop-muon" in text(found.params["hint"], "vi")
    assert found.params["days"] == 5


# ---- the year before ----

LAST_YEAR = """\
year: 2022
name: Bộ tiêu chí năm 2022
status: illustrative
as_of: 2022-09-24
groups:
  - id: xanh
    name: Xanh
    criteria:
      - id: cay-xanh
        name: Đất cây xanh bình quân
        unit: m²/người
        points: 40
        scale:
          kind: linear
          worst: 2
          best: 10
"""


@pytest.mark.parametrize(
    ("before", "unit", "expected"),
    [
        pytest.param("0.72", "m²/người", 1, id="exactly ten times"),
        pytest.param("0.721", "m²/người", 0, id="just less than ten times"),
        pytest.param("72", "m²/người", 1, id="exactly a tenth"),
        pytest.param("71.9", "m²/người", 0, id="just more than a tenth"),
        pytest.param("0", "m²/người", 0, id="from nothing"),
        pytest.param("0.072", "ha", 0, id="another unit"),
        pytest.param("9.9", "m²/người", 0, id="of the same size"),
    ],
)
def test_ten_times_last_years_value(before: str, unit: str, expected: int, folder: Folder) -> None:
    earlier = f"member: sa-pa\nyear: 2022\nstatus: illustrative\nvalues:\n  cay-xanh: {before}\n"
    years = (
        new("criteria/2022.yaml", LAST_YEAR.replace("m²/người", unit)),
        new("submissions/2022/sa-pa.yaml", earlier),
    )
    found = reported(folder(years))
    assert names(found).count("ten-times-last-year") == expected


def test_the_value_that_counted_last_year_is_compared(folder: Folder) -> None:
    earlier = "member: sa-pa\nyear: 2022\nstatus: illustrative\nvalues:\n  cay-xanh: 72\n"
    ruling = "member: sa-pa\nyear: 2022\nchanges:\n  cay-xanh:\n    value: 7.1\n    reason: lạc dấu thập phân\n"
    years = (
        new("criteria/2022.yaml", LAST_YEAR),
        new("submissions/2022/sa-pa.yaml", earlier),
        new("appraisals/2022/sa-pa.yaml", ruling),
    )
    assert reported(folder(years)) == []


# ---- the criteria set ----


def test_a_wrong_group_is_reported_once_and_not_again_of_the_whole(folder: Folder) -> None:
    (found,) = reported(folder((Edit(CRITERIA, "    name: Xanh\n    points: 60", "    name: Xanh\n    points: 50"),)))
    assert found.where == Location(CRITERIA, ("groups", 0, "points"))


def test_points_that_add_up_in_tenths_are_exact(folder: Folder) -> None:
    tenths = (
        Edit(CRITERIA, "        points: 40\n", "        points: 40.1\n"),
        Edit(CRITERIA, "    name: Xanh\n    points: 60", "    name: Xanh\n    points: 60.3"),
        Edit(CRITERIA, "        points: 20\n", "        points: 20.2\n"),
        Edit(CRITERIA, "\npoints: 100", "\npoints: 100.3"),
    )
    assert names(reported(folder(tenths))) == ["group-outweighs"]


def test_templates_are_checked_too(folder: Folder) -> None:
    text_of_set = changed(())[CRITERIA]
    assert isinstance(text_of_set, str)
    faulty = text_of_set.replace("year: 2023\n", "").replace("points: 40", "points: 39")
    found = reported(folder((new("criteria/templates/mau.yaml", faulty),)))
    assert {each.file for each in found} == {"criteria/templates/mau.yaml"}
    assert set(names(found)) == {"points-do-not-add-up"}


@pytest.mark.parametrize(
    ("old", "new_text"),
    [
        pytest.param("deadline: 2023-09-10", "decimals: 7", id="decimals"),
        pytest.param("  quota: 1", "  quota: 0", id="quota"),
        pytest.param("  quota: 1", "  quota: 1\n  min_points: 101", id="least points"),
        pytest.param("  tie_break:", "  max_missing_percent: 100.5\n  tie_break:", id="missing"),
        pytest.param("  cap: 3", "  cap: -1", id="cap"),
        pytest.param("        unit: m²/người", "        step: 0", id="step"),
        pytest.param("          full_at: 10", "          full_at: 0", id="full at"),
        pytest.param("          out_of: 10", "          out_of: 10\n          at_least: 0", id="fewest marks"),
    ],
)
def test_a_setting_out_of_range_is_an_error(old: str, new_text: str, folder: Folder) -> None:
    found = reported(folder((Edit(CRITERIA, old, new_text),)))
    assert [each.code for each in found if each.severity == "error"] == ["R313"]


def test_a_fault_that_a_class_only_takes_over_is_reported_once(folder: Folder) -> None:
    faulty = Edit(
        CRITERIA,
        "          worst: 2\n          best: 10\n",
        "          worst: 2\n          best: 2\n        per_class:\n          II:\n            at_worst: 1\n",
    )
    assert names(reported(folder((faulty,)))) == ["worst-is-best"]


def test_two_places_are_shown_for_an_id_used_twice(folder: Folder) -> None:
    (found,) = reported(folder((Edit(CRITERIA, "    - id: sang-kien\n", "    - id: van-ban\n"),)))
    assert found.where == Location(CRITERIA, ("bonuses", "items", 0, "id"))
    assert found.also == (Location(CRITERIA, ("groups", 0, "criteria", 1, "id")),)


def test_three_cities_are_needed_to_judge_a_criterion(folder: Folder) -> None:
    everybody = Edit(CRITERIA, "          full_at: 10\n", "          full_at: 3\n")
    marks = new("appraisals/2023/yen-bai.yaml", "member: yen-bai\nyear: 2023\nmarks:\n  my-quan:\n    giam-khao-1: 6\n")
    third = new("submissions/2023/yen-bai.yaml", YEN_BAI)
    assert reported(folder((everybody,))) == []
    assert names(reported(folder((everybody, third, marks)))) == ["everybody-full"]


def test_nothing_is_computed_of_a_year_with_an_error(folder: Folder) -> None:
    other_winner = Edit(MEETING, "  nominated:\n    - sa-pa", "  nominated:\n    - lao-cai")
    divided_by_none = Edit(CRITERIA, "          full_at: 10\n", "          full_at: 0\n")
    assert names(reported(folder((other_winner,)))) == ["decided-against-the-rules"]
    assert names(reported(folder((other_winner, divided_by_none)))) == ["setting-out-of-range"]


# ---- texts ----


@pytest.mark.parametrize(
    ("length", "expected"), [pytest.param(39, 0, id="39 letters"), pytest.param(40, 1, id="40 letters")]
)
def test_the_same_text_in_two_files_is_reported_once(length: int, expected: int, folder: Folder) -> None:
    same = "x" * length
    found = reported(
        folder(
            (
                Edit(SA_PA, "Nội dung minh họa", same),
                Edit(LAO_CAI, "gates:", f"highlights: {same}\ngates:"),
                new("submissions/2023/yen-bai.yaml", YEN_BAI + f"highlights: {same}\n"),
                new(
                    "appraisals/2023/yen-bai.yaml",
                    "member: yen-bai\nyear: 2023\nmarks:\n  my-quan:\n    giam-khao-1: 6\n",
                ),
            )
        )
    )
    assert names(found) == ["same-text"] * expected
    assert [each.params["count"] for each in found] == [3] * expected


# ---- the meeting ----


def ballot(written: str, present: str = "") -> tuple[Edit, ...]:
    return (Edit(MEETING, "decisions:", f"{present}ballots:\n  nomination:\n{written}decisions:"),)


@pytest.mark.parametrize(
    ("counts", "votes", "expected"),
    [
        pytest.param("issued: 3, returned: 3, valid: 3", "for: 2, against: 1, abstain: 0", [], id="all reported"),
        pytest.param("issued: 3, returned: 2, valid: 3", "for: 2", ["more-votes-than-ballots"], id="valid > returned"),
        pytest.param("issued: 2, returned: 3, valid: 2", "for: 2", ["more-votes-than-ballots"], id="returned > issued"),
        pytest.param("issued: 2, valid: 3", "for: 2", ["more-votes-than-ballots"], id="valid > issued"),
        pytest.param("valid: 2", "for: 2, against: 1", ["more-votes-than-ballots"], id="for and against > valid"),
        pytest.param("valid: 2", "for: 2, abstain: 1", ["more-votes-than-ballots"], id="with abstentions > valid"),
        pytest.param("returned: 3, valid: 2", "for: 2, abstain: 1", [], id="an abstention that was not valid"),
        pytest.param("returned: 3, valid: 2", "for: 2, abstain: 2", ["more-votes-than-ballots"], id="too many abstain"),
        pytest.param("valid: -1", "for: 0", ["setting-out-of-range", "more-votes-than-ballots"], id="below none"),
    ],
)
def test_votes_are_no_more_than_ballots(counts: str, votes: str, expected: list[str], folder: Folder) -> None:
    written = [f"    {each}\n" for each in counts.split(", ")]
    written += ["    votes:\n      sa-pa:\n", *(f"        {each}\n" for each in votes.split(", "))]
    everybody = Edit(MEETING, "present:\n", "present:\n  - yen-bai\n")
    assert sorted(names(reported(folder((everybody, *ballot("".join(written))))))) == sorted(expected)


@pytest.mark.parametrize(
    ("base", "own_vote", "votes", "expected"),
    [
        pytest.param("present", "true", 2, [], id="all present"),
        pytest.param("present", "true", 3, ["more-votes-than-voters"], id="more than present"),
        pytest.param("present", "false", 2, ["more-votes-than-voters"], id="with its own"),
        pytest.param("members", "true", 3, ["more-votes-than-voters"], id="all members, of whom one is absent"),
        pytest.param("members", "true", 4, ["more-votes-than-voters"], id="more than members"),
        pytest.param("valid", "true", 3, ["more-votes-than-voters"], id="whatever the base"),
    ],
)
def test_votes_are_no_more_than_voters(
    base: str, own_vote: str, votes: int, expected: list[str], folder: Folder
) -> None:
    rule = f"    rule:\n      base: {base}\n      threshold: 50\n    own_vote: {own_vote}\n"
    assert names(reported(folder(ballot(f"{rule}    votes:\n      sa-pa:\n        for: {votes}\n")))) == expected


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [
        pytest.param("66.6666666", [], id="just reached: 2 of 3 is 66.66…67 %"),
        pytest.param("66.6666667", ["vote-not-carried"], id="just missed"),
        pytest.param("100", ["vote-not-carried"], id="all"),
    ],
)
def test_a_vote_is_measured_in_exact_fractions(threshold: str, expected: list[str], folder: Folder) -> None:
    rule = f"    rule:\n      base: members\n      threshold: {threshold}\n"
    assert names(reported(folder(ballot(f"{rule}    votes:\n      sa-pa:\n        for: 2\n")))) == expected


def test_a_vote_with_no_stated_rule_is_neither_carried_nor_lost(folder: Folder) -> None:
    assert reported(folder(ballot("    votes:\n      sa-pa:\n        for: 1\n        against: 1\n"))) == []


@pytest.mark.parametrize(
    ("threshold", "expected"), [("66.6666666", []), ("66.6666667", ["no-quorum"]), ("100", ["no-quorum"])]
)
def test_a_quorum_is_measured_in_exact_fractions(threshold: str, expected: list[str], folder: Folder) -> None:
    assert (
        names(reported(folder((Edit(MEETING, "present:", f"quorum:\n  threshold: {threshold}\npresent:"),))))
        == expected
    )


TIE = (
    value("cay-xanh", "6.5"),
    value("van-ban", "5"),
    value("nuoc-thai", "58"),
    value("rac-thai", "\n    numerator: 700\n    denominator: 900"),
    value("quy-hoach", "cấp huyện"),
    Edit(SA_PA_APPRAISED, "    giam-khao-1: 8", "    giam-khao-1: 7"),
)


@pytest.mark.parametrize(
    ("nominated", "expected"),
    [
        pytest.param(["sa-pa"], [], id="one of the tied"),
        pytest.param(["lao-cai"], [], id="the other"),
        pytest.param(["sa-pa", "lao-cai"], ["decided-against-the-rules"], id="both, for one seat"),
        pytest.param(["yen-bai"], ["decided-not-eligible"], id="one that has not submitted"),
    ],
)
def test_a_tie_across_the_cut_may_be_settled_either_way(
    nominated: list[str], expected: list[str], folder: Folder
) -> None:
    decided = "".join(f"    - {each}\n" for each in nominated)
    edit = Edit(MEETING, "  nominated:\n    - sa-pa\n", f"  nominated:\n{decided}")
    assert names(reported(folder((*TIE, edit)))) == expected


@pytest.mark.parametrize(
    ("nominated", "expected"),
    [
        pytest.param(["sa-pa"], [], id="as the rules have it"),
        pytest.param(["lao-cai"], ["decided-against-the-rules"], id="the second in its place"),
        pytest.param(["sa-pa", "lao-cai"], ["decided-against-the-rules"], id="one more"),
        pytest.param([], ["decided-against-the-rules"], id="nobody"),
    ],
)
def test_a_decision_is_compared_with_the_computed_one(
    nominated: list[str], expected: list[str], folder: Folder
) -> None:
    decided = "".join(f"    - {each}\n" for each in nominated) or "    []\n"
    edit = Edit(MEETING, "  nominated:\n    - sa-pa\n", f"  nominated:\n{decided}")
    assert names(reported(folder((edit,)))) == expected


# ---- judges ----


@pytest.mark.parametrize(
    ("mark", "expected"), [("0", []), ("10", []), ("10.1", ["mark-out-of-range"]), ("-0.1", ["mark-out-of-range"])]
)
def test_a_mark_lies_from_none_to_all(mark: str, expected: list[str], folder: Folder) -> None:
    found = reported(folder((Edit(LAO_CAI_APPRAISED, "    giam-khao-2: 7", f"    giam-khao-2: {mark}"),)))
    assert names(found) == expected


def test_a_judge_who_abstains_leaves_the_city_without_a_mark(folder: Folder) -> None:
    abstains = "    giam-khao-2:\n      abstain: vắng buổi chấm"
    (found,) = reported(folder((Edit(LAO_CAI_APPRAISED, "    giam-khao-2: 7", abstains),)))
    assert names([found]) == ["too-few-marks"]
    assert found.where == Location(LAO_CAI_APPRAISED, ("marks", "my-quan"), "key")


def test_marks_are_not_owed_before_the_judges_have_begun(folder: Folder) -> None:
    begun_nowhere = {
        SA_PA_APPRAISED: None,
        LAO_CAI_APPRAISED: None,
        MEETING: "year: 2023\nheld_on: 2023-09-24\nhost: sa-pa\n",
    }
    assert reported(folder(begun_nowhere)) == []


# ---- evidence ----


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("kiem-ke.pdf", [], id="a name"),
        pytest.param(
            "bang/kiem-ke.pdf", ["evidence-not-found", "evidence-uncited"], id="a name below that is not there"
        ),
        pytest.param("../lao-cai/kiem-ke.pdf", ["evidence-outside", "evidence-uncited"], id="up"),
        pytest.param("../../../members.yaml", ["evidence-outside", "evidence-uncited"], id="out of the folder"),
        pytest.param("/etc/passwd", ["evidence-outside", "evidence-uncited"], id="absolute"),
        pytest.param('"C:\\\\bang.pdf"', ["evidence-outside", "evidence-uncited"], id="a drive"),
        pytest.param("bang\\kiem-ke.pdf", ["evidence-outside", "evidence-uncited"], id="a backslash"),
        pytest.param("./kiem-ke.pdf", ["evidence-outside", "evidence-uncited"], id="here"),
        pytest.param('"https://x.vn/kiem-ke.pdf"', ["evidence-outside", "evidence-uncited"], id="an address"),
    ],
)
def test_evidence_is_the_name_of_a_file_in_the_citys_folder(path: str, expected: list[str], folder: Folder) -> None:
    cited = value("cay-xanh", f"\n    value: 7.2\n    evidence:\n      - {path}")
    found = reported(folder((cited, new("evidence/2023/sa-pa/kiem-ke.pdf", "%PDF"))))
    assert names(found) == expected


def test_a_path_out_of_the_folder_is_one_error_at_its_line(folder: Folder) -> None:
    root = folder((value("cay-xanh", "{value: 7.2, evidence: [../../../members.yaml]}"),))
    (found,) = locate(reported(root), str(root))
    line = (
        (root / SA_PA)
        .read_text("utf-8")
        .splitlines()
        .index("  cay-xanh: {value: 7.2, evidence: [../../../members.yaml]}")
    )
    assert not isinstance(found.where, Location)
    assert (found.code, found.file, found.where.span.line) == ("R902", SA_PA, line + 1)


def test_a_file_name_in_either_unicode_form_is_the_same_file(folder: Folder) -> None:
    composed, decomposed = "ki\u1ec3m k\u00ea.pdf", "kie\u0302\u0309m ke\u0302.pdf"
    cited = value("cay-xanh", f"\n    value: 7.2\n    evidence:\n      - {composed}")
    assert reported(folder((cited, new(f"evidence/2023/sa-pa/{decomposed}", "%PDF")))) == []


def test_evidence_of_a_file_that_could_not_be_read_is_not_called_unused(folder: Folder) -> None:
    found = reported(folder({SA_PA: "member: [\n", "evidence/2023/sa-pa/kiem-ke.pdf": "%PDF"}))
    assert "evidence-uncited" not in names(found)


# ---- who is a member ----


def test_without_a_members_file_the_values_are_still_checked(folder: Folder) -> None:
    changes: Changes = {"members.yaml": b"\xff\xfe", SA_PA: str(changed(())[SA_PA]).replace("7.2", "khá")}
    found = names(reported(folder(changes)))
    assert "value-of-another-kind" in found
    assert not {"unknown-member", "no-member-then", "missing-value"} & set(found)


def test_a_city_is_judged_by_the_name_of_its_file(folder: Folder) -> None:
    (found,) = reported(folder((Edit(SA_PA, "member: sa-pa", "member: lao-cai"),)))
    assert names([found]) == ["file-and-member"]


def test_what_a_look_at_a_year_found_is_kept_with_what_was_read(folder: Folder) -> None:
    cluster, _ = read(folder())
    assert walk.years(cluster) is walk.years(cluster)
    assert walk.years(replace(cluster)) is not walk.years(cluster)


def test_a_level_between_curled_quotes_is_to_lose_them(folder: Folder) -> None:
    (found,) = reported(folder((value("quy-hoach", "“Cấp tỉnh”"),)))
    assert (found.code, found.params["suggestion"]) == (
        "R402",
        Words("bỏ dấu nháy cong ở hai đầu, chỉ ghi: Cấp tỉnh", "remove the curled quotes at both ends: Cấp tỉnh"),
    )


def test_a_value_that_is_said_to_be_missing_is_not_asked_for_a_reason(folder: Folder) -> None:
    (found,) = reported(folder((value("van-ban", "{missing: chưa đến kỳ}"),)))
    assert found.code == "R411"
    assert "đã ghi lý do" in str(found.params["otherwise"])


def test_the_criterion_that_may_be_meant_is_named_in_either_language(folder: Folder) -> None:
    named = Edit(CRITERIA, "name: Số văn bản ban hành", "name: {vi: Số văn bản ban hành, en: Documents issued}")
    (found,) = [
        each
        for each in reported(folder((named, Edit(SA_PA, "  van-ban: 4\n", "  van_ban: 4\n"))))
        if each.code == "R207"
    ]
    assert found.params["suggestion"] == Words(
        "có phải là: van-ban (Số văn bản ban hành)?", "did you mean: van-ban (Documents issued)?"
    )


def test_a_bullet_before_a_criterion_is_to_be_left_out(folder: Folder) -> None:
    root = folder((Edit(SA_PA, "  van-ban: 4\n", "  – van-ban: 4\n"),))
    found = next(each for each in reported(root) if each.code == "R207")
    assert found.params["suggestion"] == Words(
        "bỏ dấu ở đầu dòng, chỉ ghi: van-ban", "leave out the sign before it, write: van-ban"
    )


def test_another_deduction_does_not_stand_for_that_of_lateness(folder: Folder) -> None:
    late = Edit(SA_PA, "submitted_on: 2023-09-08", "submitted_on: 2023-09-15")
    other = Edit(
        CRITERIA, "    - id: nop-muon\n", "    - id: khac\n      name: Khác\n      points: 1\n    - id: nop-muon\n"
    )
    deducted = Edit(SA_PA_APPRAISED, "marks:", "deductions:\n  khac:\n    reason: việc khác\nmarks:")
    assert names(reported(folder((NAMED_LATE, late, other, deducted)))) == ["late-submission"]


def test_the_panels_word_on_a_criterion_that_does_not_apply_is_reported_as_ignored(folder: Folder) -> None:
    limited = Edit(CRITERIA, "      - id: nuoc-thai\n", "      - id: nuoc-thai\n        applies_to:\n          - I\n")
    silent = Edit(SA_PA, "  nuoc-thai: 45.5\n", "")
    other = Edit(LAO_CAI, "  nuoc-thai: 62\n", "")
    found = [each for each in reported(folder((limited, silent, other))) if each.code == "R412"]
    assert [(each.file, each.params["name"]) for each in found] == [
        (LAO_CAI_APPRAISED, LocalText("Tỷ lệ nước thải được xử lý"))
    ]


ONE_MISTAKE = [
    pytest.param(
        (Edit(CRITERIA, "        points: 40\n", "        points: -8\n"),), ["negative-points"], id="negative points"
    ),
    pytest.param(
        (Edit(CRITERIA, "    points: 60\n", "    points: 0\n"),), ["points-do-not-add-up"], id="a group of none"
    ),
    pytest.param(
        (
            Edit(
                CRITERIA,
                "          levels:\n            cấp tỉnh: 10\n            cấp huyện: 5\n",
                "          levels: {}\n",
            ),
        ),
        ["no-steps"],
        id="levels lost",
    ),
    pytest.param(
        (
            Edit("members.yaml", "      until: 2024-12-31\n", "      until: 2014-12-31\n"),
            new("submissions/2023/yen-bai.yaml", YEN_BAI),
        ),
        ["stay-ends-before-start"],
        id="a stay upside down",
    ),
]


@pytest.mark.parametrize(("changes", "expected"), ONE_MISTAKE)
def test_what_follows_from_a_mistake_is_not_reported_beside_it(
    folder: Folder, changes: Changes, expected: list[str]
) -> None:
    assert names([each for each in reported(folder(changes)) if each.severity == "error"]) == expected


@pytest.mark.parametrize(
    ("combine", "expected"), [("sum", ["points-too-fine"] * 2), ("geometric", []), ("minimum", [])]
)
def test_points_below_a_mean_are_weights_and_may_be_fine(folder: Folder, combine: str, expected: list[str]) -> None:
    fine = (
        Edit(CRITERIA, "    name: Xanh\n", f"    name: Xanh\n    combine: {combine}\n"),
        Edit(CRITERIA, "        points: 40\n", "        points: 40.005\n"),
        Edit(CRITERIA, "        points: 20\n", "        points: 19.995\n"),
    )
    assert names(reported(folder(fine))) == expected


def test_a_cap_or_a_deduction_finer_than_what_is_printed_is_an_error(folder: Folder) -> None:
    edits = (
        Edit(CRITERIA, "  cap: 3\n", "  cap: 2.125\n"),
        Edit(CRITERIA, "  cap: 5\n", "  cap: 4.999\n"),
        Edit(
            SA_PA_APPRAISED,
            "marks:",
            "deductions:\n  nop-muon:\n    points: 0.125\n    reason: nộp thiếu phụ lục\nmarks:",
        ),
    )
    found = sorted(
        (each.where.file, str(each.params["points"])) for each in reported(folder(edits)) if each.code == "R322"
    )
    assert found == [(SA_PA_APPRAISED, "0.125"), (CRITERIA, "2.125"), (CRITERIA, "4.999")]


def test_thirty_digits_are_added_without_loss(folder: Folder) -> None:
    # 33.3…3 (28 threes after the point) twice and 33.3…34 are 100 to the last digit; 28 digits would lose two of them
    third, rest = "33." + "3" * 28, "33." + "3" * 27 + "4"
    more = f"      - id: them\n        name: Thêm\n        points: {rest}\n        scale:\n          kind: yes_no\n"
    edits = (
        Edit(CRITERIA, "points: 100\n", "points: 140\n"),
        Edit(CRITERIA, "    points: 60\n", ""),
        Edit(CRITERIA, "    points: 30\n", ""),
        Edit(CRITERIA, "        points: 40\n", f"        points: {third}\n"),
        Edit(CRITERIA, "        points: 20\n", f"        points: {third}\n"),
        Edit(CRITERIA, "      - id: nuoc-thai\n", f"{more}      - id: nuoc-thai\n"),
    )
    assert {each.code for each in reported(folder(edits)) if each.severity == "error"} == {"R322"}


def test_a_ratio_outside_its_range_is_shown_with_two_decimals(folder: Folder) -> None:
    usual = Edit(CRITERIA, "      - id: rac-thai\n", "      - id: rac-thai\n        plausible:\n          min: 90\n")
    found = [each for each in reported(folder((usual,))) if each.code == "R404"]
    assert [str(each.params["value"]) for each in found] == ["77.78", "87.31"]  # 700 of 900, 812 of 930


def test_any_deduction_for_lateness_will_do(folder: Folder) -> None:
    late = Edit(SA_PA, "submitted_on: 2023-09-08", "submitted_on: 2023-09-22")
    more = "    - id: nop-muon\n      name: Nộp muộn\n      points: 1\n"
    other = Edit(CRITERIA, more, f"{more}    - id: nop-muon-nhieu\n      name: Muộn quá 7 ngày\n      points: 2\n")
    deducted = Edit(SA_PA_APPRAISED, "marks:", "deductions:\n  nop-muon-nhieu:\n    reason: muộn 12 ngày\nmarks:")
    assert names(reported(folder((late, other, deducted)))) == []


def test_a_number_is_shown_as_it_was_typed(folder: Folder) -> None:
    found = [each for each in reported(folder((value("cay-xanh", "200.0000001"),))) if each.code == "R404"]
    assert [str(each.params["value"]) for each in found] == ["200.0000001"]
