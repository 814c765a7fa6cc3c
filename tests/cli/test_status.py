"""The year as a checklist: it blocks exactly where the lock would be refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import DATA, Run, edit

from taybac_cluster.model.record import Language


def as_it_is(_: Path) -> None:
    pass


def a_draft(root: Path) -> None:
    edit(root, "submissions/2023/sa-pa.yaml", "status: illustrative", "status: draft")


def an_error(root: Path) -> None:
    edit(root, "submissions/2023/sa-pa.yaml", "member: sa-pa", "member: sapa")


def nothing_readable(root: Path) -> None:
    (root / "criteria" / "2023.yaml").write_text("a: [", "utf-8")


def an_open_seat(root: Path) -> None:
    """Two seats between Lai Châu and Nghĩa Lộ, who share place 9: of nine seats one is left for them."""
    edit(root, "criteria/2023.yaml", "quota: 3", "quota: 9")
    text = (root / "criteria/2023.yaml").read_text("utf-8")
    lines = [line for line in text.splitlines() if "min_points" not in line and "min_group_percent" not in line]
    start = next(at for at, line in enumerate(lines) if line.startswith("gates:"))
    end = next(at for at in range(start + 1, len(lines)) if lines[at] and not lines[at].startswith((" ", "-")))
    (root / "criteria/2023.yaml").write_text("\n".join(lines[:start] + lines[end:]) + "\n", "utf-8")
    for path in (*(root / "submissions/2023").glob("*.yaml"), *(root / "appraisals/2023").glob("*.yaml")):
        kept, inside = [], False
        for line in path.read_text("utf-8").splitlines():
            inside = line.startswith("gates:") or (inside and (not line or line.startswith((" ", "#"))))
            kept += [] if inside else [line]
        path.write_text("\n".join(kept) + "\n", "utf-8")
    edit(root, "meetings/2023.yaml", "  nominated:", "  # nominated:")
    rows = (root / "meetings/2023.yaml").read_text("utf-8").splitlines()
    at = rows.index("  # nominated:") + 1
    while rows[at].startswith("    -"):
        del rows[at]
    (root / "meetings/2023.yaml").write_text("\n".join(rows) + "\n", "utf-8")


@pytest.mark.parametrize(
    ("change", "kinds"),
    [(as_it_is, set()), (a_draft, {"draft"}), (an_error, {"error"}), (nothing_readable, {"error"}),
     (an_open_seat, {"open_seat"})],
)  # fmt: skip
def test_the_checklist_blocks_where_the_lock_is_refused(
    change: Callable[[Path], None], kinds: set[str], copied: Path, run: Run
) -> None:
    change(copied)
    code, out, _ = run("status", 2023, "--format", "json", data=copied)
    said = json.loads(out)
    assert {each["kind"] for each in said["blocking"]} == kinds
    assert said["locked"] is False
    assert code == run("lock", 2023, data=copied)[0] == (1 if kinds else 0)


def test_a_locked_year_whose_data_changed_or_whose_lock_was_edited_blocks(copied: Path, run: Run) -> None:
    assert run("lock", 2023, data=copied)[0] == 0
    code, out, _ = run("status", 2023, "--format", "json", data=copied)
    assert (code, json.loads(out)["locked"], json.loads(out)["blocking"]) == (0, True, [])
    edit(copied, "submissions/2023/sa-pa.yaml", "chieu-sang: 78.5", "chieu-sang: 78.6")
    code, out, _ = run("status", 2023, "--format", "json", data=copied)
    assert (code, [each["kind"] for each in json.loads(out)["blocking"]]) == (1, ["drift"])
    edit(copied, "results/2023.yaml", "rank: 1\n", "rank: 2\n")
    code, out, _ = run("status", 2023, "--format", "json", data=copied)
    assert (code, [each["kind"] for each in json.loads(out)["blocking"]]) == (1, ["edited"])
    assert run("lock", 2023, data=copied)[0] == 1


def test_each_member_has_what_was_handed_in_and_what_is_missing(copied: Path, run: Run) -> None:
    (copied / "submissions/2023/muong-lay.yaml").unlink()
    (copied / "appraisals/2023/muong-lay.yaml").unlink()
    members = {
        each["member"]: each for each in json.loads(run("status", 2023, "--format", "json", data=copied)[1])["members"]
    }
    assert members["muong-lay"]["submitted"] is False
    # read off submissions/2023/son-la.yaml and appraisals/2023/: no appraisal, two missing values, three claims
    assert members["son-la"]["appraised"] is False
    assert len(members["son-la"]["missing"]) == 2
    assert len(members["son-la"]["claims"]) == 3


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("change", [as_it_is, a_draft, an_error, nothing_readable, an_open_seat])
def test_the_checklist_fits_a_terminal_and_names_what_blocks(
    change: Callable[[Path], None], lang: Language, copied: Path, run: Run
) -> None:
    change(copied)
    code, out, err = run("status", 2023, data=copied, lang=lang)
    assert code in (0, 1)
    assert err == ""
    assert max(map(len, out.splitlines())) <= 80
    blocked = {"vi": "CHƯA CHỐT ĐƯỢC", "en": "NOT READY TO LOCK"}[lang]
    assert (blocked in out) == (change is not as_it_is)


def test_a_ballot_of_a_name_that_is_none_is_shown_by_it(copied: Path, run: Run) -> None:
    with (copied / "meetings/2023.yaml").open("a", encoding="utf-8") as file:
        file.write("ballots:\n  khen-rieng:\n    votes:\n      sa-pa:\n        for: 3\n")
    code, out, err = run("status", 2023, data=copied)
    assert (code, err) == (1, "")
    assert "khen-rieng: 1 " in out


def test_a_year_without_a_criteria_set_has_no_checklist(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run("status", 1999, data=DATA)
    assert (code, out) == (2, "")
    assert "2023" in err
