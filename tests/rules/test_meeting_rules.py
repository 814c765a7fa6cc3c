"""What is said of meetings, of judges and of the day on which members are read: one cause, one diagnostic."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import Folder

from taybac_cluster.diagnostics import Diagnostic
from taybac_cluster.load.folder import read_folder
from taybac_cluster.rules.catalogue import find
from taybac_cluster.rules.registry import check
from taybac_cluster.rules.rule import Edit
from taybac_cluster.rules.sample import LAO_CAI, SA_PA

CRITERIA = "criteria/2023.yaml"
MEETING = "meetings/2023.yaml"
JUDGES = "judges:\n  - id: giam-khao-1\n    member: lao-cai\n  - id: giam-khao-2\n    member: sa-pa\n"


def found(root: Path) -> list[Diagnostic]:
    reading = read_folder(str(root))
    return reading.faults + check(replace(reading.cluster, today=None))


def names(root: Path) -> list[tuple[str, str]]:
    return [(rule.name, each.file) for each in found(root) if (rule := find(each.code)) is not None]


def ballots(written: str) -> Edit:
    return Edit(MEETING, "decisions:", f"ballots:\n{written}decisions:")


def test_the_candidates_of_a_vote_on_the_theme_are_no_members(folder: Folder) -> None:
    theme = "  theme:\n    votes:\n      Giao thông thông minh:\n        for: 2\n"
    assert names(folder((ballots(theme),))) == []


def test_a_missing_list_of_judges_is_one_error_that_counts_the_marks(folder: Folder) -> None:
    [fault] = found(folder((Edit(MEETING, JUDGES, ""),)))
    assert (find(fault.code), fault.file, fault.params["count"]) == (find("no-judges"), MEETING, 2)


def test_without_a_meeting_file_the_marks_are_one_error_at_the_first_of_them(folder: Folder) -> None:
    [fault] = [each for each in found(folder({MEETING: None})) if each.severity == "error"]
    assert fault.code == "R512"
    assert fault.file.startswith("appraisals/2023/")
    assert fault.params["count"] == 2


def test_one_unknown_judge_in_two_appraisals_is_one_error_with_both_places(folder: Folder) -> None:
    edits = tuple(
        Edit(f"appraisals/2023/{city}.yaml", line, f"{line}\n    giam-khao-9: 8")
        for city, line in (("sa-pa", "    giam-khao-1: 8"), ("lao-cai", "    giam-khao-2: 7"))
    )
    [fault] = [each for each in found(folder(edits)) if each.code == "R210"]
    assert fault.params["count"] == 2
    assert {fault.file, *(each.file for each in fault.also)} == {
        "appraisals/2023/sa-pa.yaml",
        "appraisals/2023/lao-cai.yaml",
    }


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2032-09-24", [("as-of-in-another-year", CRITERIA)], id="all are members still"),
        pytest.param("2013-09-24", [("as-of-without-members", CRITERIA)], id="nobody is a member yet"),
    ],
)
def test_a_wrong_year_in_as_of_is_said_there_and_nowhere_else(
    day: str, expected: list[tuple[str, str]], folder: Folder
) -> None:
    assert names(folder((Edit(CRITERIA, "as_of: 2023-09-24", f"as_of: {day}"),))) == expected


def test_a_decision_for_a_year_without_members_is_a_warning(folder: Folder) -> None:
    ended = Edit(
        "members.yaml",
        "      from: 2015-01-01\n  - id: lao-cai",
        "      from: 2015-01-01\n      until: 2024-06-30\n  - id: lao-cai",
    )
    [fault] = found(folder((ended, Edit(MEETING, "    host: lao-cai\n", "    host: sa-pa\n"))))
    assert (fault.code, fault.severity, fault.file) == ("R613", "warning", MEETING)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(CRITERIA, "  quota: 1", "  quota: 1\n  min_group_percent: 0.5", id="min_group_percent"),
        pytest.param(CRITERIA, "nomination:", "  max_missing_percent: 1\nnomination:", id="max_missing_percent"),
        pytest.param(MEETING, "present:", "quorum:\n  threshold: 0.67\npresent:", id="quorum"),
        pytest.param(
            MEETING,
            "decisions:",
            "ballots:\n  nomination:\n    rule:\n      base: members\n      threshold: 0.8\n    votes:\n      sa-pa:\n"
            "        for: 2\ndecisions:",
            id="threshold",
        ),
    ],
)
def test_a_share_typed_in_a_rule_is_asked_about(file: str, old: str, new: str, folder: Folder) -> None:
    assert names(folder((Edit(file, old, new),))) == [("share-in-rule", file)]


def test_a_fraction_in_a_rule_is_meant(folder: Folder) -> None:
    assert names(folder((Edit(MEETING, "present:", "quorum:\n  threshold: 2/3\npresent:"),))) == []


def test_more_votes_than_members_present_are_a_warning_without_a_stated_rule_too(folder: Folder) -> None:
    votes = "  nomination:\n    votes:\n      sa-pa:\n        for: 3\n"
    [fault] = found(folder((ballots(votes),)))
    assert (fault.code, fault.severity) == ("R602", "warning")


def test_a_vote_on_a_tie_for_a_city_that_is_not_tied_is_a_warning(folder: Folder) -> None:
    same = SA_PA.replace("member: sa-pa", "member: lao-cai")
    tied = {"submissions/2023/lao-cai.yaml": same, "appraisals/2023/lao-cai.yaml": None}
    assert same != LAO_CAI
    third = "  tie:\n    votes:\n      sa-pa:\n        for: 2\n      yen-bai:\n        for: 1\n"
    root = folder((ballots(third),))
    for file, text in tied.items():
        (root / file).unlink()
        if text is not None:
            (root / file).write_text(text, "utf-8")
    (root / "appraisals/2023/sa-pa.yaml").unlink()
    reported = [(each.code, each.params.get("id")) for each in found(root) if each.code == "R615"]
    assert reported == [("R615", "yen-bai")]
