"""A decided year is frozen: what changes it is found and named, what does not change it is let be."""

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.conftest import DATA, Folder, Run, edit

from taybac_cluster import __version__, pipeline
from taybac_cluster.decide.lock import inputs, lock_of
from taybac_cluster.diagnostics import Spot
from taybac_cluster.load.document import read
from taybac_cluster.load.folder import read_folder
from taybac_cluster.model.lock import Lock
from taybac_cluster.pipeline import locking
from taybac_cluster.rules.locks import lock_edited, locked_year_changed
from taybac_cluster.rules.rule import Edit, Files, Rule
from taybac_cluster.rules.sample import SAMPLE
from taybac_cluster.rules.sample_lock import LOCK

RESULT = "results/2023.yaml"
LOCKED = Edit(RESULT, "", LOCK)
SEAL = re.findall(r"^seal: \"?([0-9a-f]+)", LOCK, re.MULTILINE)[0]


@pytest.fixture
def locked(folder: Folder) -> Path:
    return folder((LOCKED,))


def write(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, "utf-8")


def named(root: Path, year: int = 2023) -> set[str] | None:
    """The files that verifying a year names; None where it holds."""
    proofs, faulty = locking.all_proved(root, [year])
    if faulty:
        return {fault.file for fault in faulty[year].faults}
    (proof,) = proofs
    return None if proof.drift.holds else {change.file for change in proof.drift.changes}


def codes(root: Path) -> set[str]:
    return {each.code for each in pipeline.check(root).diagnostics}


# The sample lock and the rules


def test_the_sample_lock_is_what_lock_writes_for_the_sample(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "__version__", "0.1.0")
    frozen, _ = locking.frozen(folder(), 2023, None, None)
    assert frozen is not None
    assert frozen.text == LOCK, f"rules/sample_lock.py is stale; LOCK is now:\n\n{frozen.text}"


@pytest.mark.parametrize("rule", [locked_year_changed.RULE, lock_edited.RULE], ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_bad_example_alone(rule: Rule, folder: Folder) -> None:
    plain = codes(folder())
    assert codes(folder(rule.good)) == plain
    assert codes(folder(rule.bad)) == plain | {rule.code}


# What a locked year lets be


HOLDS = {
    "a comment above": ("submissions/2023/sa-pa.yaml", "member: sa-pa", "# đã kiểm tra\nmember: sa-pa"),
    "a comment beside": ("criteria/2023.yaml", "quota: 1", "quota: 1  # một"),
    "zeros after the point": ("submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: 7.20"),
    "quotes": ("submissions/2023/sa-pa.yaml", "quy-hoach: cấp tỉnh", 'quy-hoach: "cấp tỉnh"'),
    "the order of keys": (
        "submissions/2023/sa-pa.yaml",
        "  van-ban: 4\n  nuoc-thai: 45.5",
        "  nuoc-thai: 45.5\n  van-ban: 4",
    ),
    "a value as a block": ("submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh:\n    value: 7.2"),
    "a gate as a block": ("submissions/2023/sa-pa.yaml", "khong-o-nhiem: true", "khong-o-nhiem:\n    value: true"),
    "a mark as a block": ("appraisals/2023/sa-pa.yaml", "giam-khao-1: 8", "giam-khao-1:\n      mark: 8.0"),
    "a default of the set": (
        "criteria/2023.yaml",
        "points: 100",
        "points: 100\ndecimals: 2\ncombine: sum\nmissing: zero",
    ),
    "a default of a scale": (
        "criteria/2023.yaml",
        "          worst: 2\n",
        "          worst: 2\n          at_worst: 0\n",
    ),
    "the set’s policy at a criterion": (
        "criteria/2023.yaml",
        "        unit: m²/người",
        "        missing: zero\n        unit: m²/người",
    ),
    "a group’s points left out": ("criteria/2023.yaml", "    name: Xanh\n    points: 60\n", "    name: Xanh\n"),
    "a text as its Vietnamese": ("meetings/2023.yaml", "host: sa-pa", "host: sa-pa\nballots: {}"),
    "who was present, in another order": (
        "meetings/2023.yaml",
        "  - sa-pa\n  - lao-cai\ndec",
        "  - lao-cai\n  - sa-pa\ndec",
    ),
    "a member that joins later": (
        "members.yaml",
        "members:",
        "members:\n  - id: moi\n    name: Mới\n    member:\n      from: 2024-01-01",
    ),
    "a member on record only since": (
        "members.yaml",
        "members:",
        "members:\n  - id: moi\n    name: Mới\n    member:\n      seen: 2024-01-01",
    ),
    "a maintainer": ("members.yaml", "    name: Sa Pa\n", '    name: Sa Pa\n    maintainers:\n      - "@ubnd-sa-pa"\n'),
    "the day it joined, earlier": (
        "members.yaml",
        "    name: Sa Pa\n    member:\n      from: 2015-01-01",
        "    name: Sa Pa\n    member:\n      from: 2014-01-01",
    ),
    "a member that leaves later": ("members.yaml", "until: 2024-12-31", "until: 2025-06-30"),
    "a class given later": (
        "members.yaml",
        "        class: II\n",
        "        class: II\n      - from: 2024-01-01\n        class: I\n        name: Tên mới\n",
    ),
    "successors": (
        "members.yaml",
        "    name: Sa Pa\n",
        "    name: Sa Pa\n    successors:\n      - name: phường Sa Pa\n",
    ),
    "how hosts are proposed": (
        "members.yaml",
        "  name: Cụm mẫu\n",
        "  name: Cụm mẫu\n  rotation:\n    order: longest_wait\n",
    ),
}


@pytest.mark.parametrize(("file", "old", "new"), HOLDS.values(), ids=HOLDS)
def test_a_locked_year_lets_be(locked: Path, file: str, old: str, new: str) -> None:
    edit(locked, file, old, new)
    assert named(locked) is None
    assert "R801" not in codes(locked)


def test_criteria_in_another_order_leave_the_lock_whole(locked: Path) -> None:
    text = (locked / "criteria/2023.yaml").read_text("utf-8")
    parts = re.split(r"(?m)^(?=  - id: (?:xanh|sach|dep)$)|^(?=gates:)", text)
    head, xanh, sach, dep, tail = parts
    (locked / "criteria/2023.yaml").write_text(head + dep + xanh + sach + tail, "utf-8")
    assert named(locked) is None


LATER = "year: 2024\nhost: sa-pa\nhead: sa-pa\ndecisions:\n  next:\n    year: 2025\n    host: lao-cai\n"


def test_evidence_and_what_later_meetings_did_leave_the_lock_whole(locked: Path) -> None:
    write(locked, "evidence/2023/sa-pa/nuoc-thai.txt", "số đo")
    write(locked, "meetings/2024.yaml", LATER)  # Lào Cai was to host; Sa Pa did
    write(locked, "meetings/2021.yaml", "year: 2021\nhost: sa-pa\n")
    assert named(locked) is None
    assert "R801" not in codes(locked)


def test_a_criterion_can_be_added_to_the_next_year(locked: Path) -> None:
    write(locked, "criteria/2024.yaml", str(SAMPLE["criteria/2023.yaml"]).replace("2023", "2024"))
    assert named(locked) is None


# What breaks it, by the file that it names


BREAKS = {
    "a value": ("submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: 7.3"),
    "a numerator": ("submissions/2023/sa-pa.yaml", "numerator: 812", "numerator: 811"),
    "a level": ("submissions/2023/sa-pa.yaml", "cấp tỉnh", "cấp huyện"),
    "a gate": ("submissions/2023/lao-cai.yaml", "khong-o-nhiem: true", "khong-o-nhiem: false"),
    "a bonus": ("submissions/2023/lao-cai.yaml", "gates:", "bonuses:\n  sang-kien: true\ngates:"),
    "a reason": ("appraisals/2023/lao-cai.yaml", "Số liệu của trạm đo", "Số liệu khác"),
    "the status": ("submissions/2023/sa-pa.yaml", "status: illustrative", "status: official"),
    "what the panel changed": ("appraisals/2023/lao-cai.yaml", "value: 58", "value: 61"),
    "the reason for it": ("appraisals/2023/lao-cai.yaml", "Số liệu của trạm đo", "Số liệu khác"),
    "a mark": ("appraisals/2023/sa-pa.yaml", "giam-khao-1: 8", "giam-khao-1: 9"),
    "a scale": ("criteria/2023.yaml", "best: 10", "best: 11"),
    "the quota": ("criteria/2023.yaml", "quota: 1", "quota: 2"),
    "the name of a criterion": ("criteria/2023.yaml", "name: Mỹ quan đường phố", "name: Mỹ quan"),
    "a name on the day": ("members.yaml", "name: Sa Pa", "name: Sa Pả"),
    "a class on the day": ("members.yaml", "class: II", "class: III"),
    "a stay that ends before it": ("members.yaml", "until: 2024-12-31", "until: 2023-01-01"),
    "whom the meeting nominated": ("meetings/2023.yaml", "nominated:\n    - sa-pa", "nominated:\n    - lao-cai"),
    "the next host": ("meetings/2023.yaml", "    host: lao-cai", "    host: yen-bai"),
    "who was present": ("meetings/2023.yaml", "  - lao-cai\ndecisions", "decisions"),
}


@pytest.mark.parametrize(("file", "old", "new"), BREAKS.values(), ids=BREAKS)
def test_a_change_is_found_and_its_file_named(locked: Path, file: str, old: str, new: str) -> None:
    edit(locked, file, old, new)
    assert named(locked) == {file}
    if not any(each.code != "R801" for each in pipeline.check(locked).errors):
        (fault,) = pipeline.check(locked).errors
        assert fault.file == file
        assert fault.also[0].file == RESULT
        lock = fault.also[0]
        assert isinstance(lock, Spot)
        line = (locked / RESULT).read_text("utf-8").splitlines()[lock.span.line - 1]
        assert line.strip().startswith(f"{file}:")


def test_a_file_added_is_found_and_the_lock_pointed_at(locked: Path, cluster: Run) -> None:
    added = "submissions/2023/yen-bai.yaml"
    write(locked, added, "member: yen-bai\nyear: 2023\nstatus: illustrative\nnot_competing: Năm nay không dự\n")
    assert named(locked) == {added}
    (fault,) = pipeline.check(locked).errors
    assert (fault.code, fault.file, fault.also[0].file) == ("R801", added, RESULT)
    said = cluster("validate", "--format", "short", data=locked)
    assert said.code == 1
    assert "was added after the result of 2023 was locked" in said.out
    assert "results/2023.yaml:" in cluster("validate", data=locked).out


@pytest.mark.parametrize("gone", ["appraisals/2023/sa-pa.yaml", "submissions/2023/sa-pa.yaml", "meetings/2023.yaml"])
def test_a_file_gone_is_found(locked: Path, gone: str) -> None:
    (locked / gone).unlink()
    assert gone in (named(locked) or ())
    assert any(each.code == "R801" and each.file == gone for each in pipeline.check(locked).errors)


def test_a_locked_year_cannot_be_taken_away(locked: Path, cluster: Run) -> None:
    for file in SAMPLE:
        if "2023" in file:
            (locked / file).unlink()
    said = cluster("verify", data=locked)
    assert said.code == 1
    assert "criteria/2023.yaml is gone" in said.err
    assert cluster("validate", data=locked).code == 1


def test_members_of_whom_nobody_is_left_on_the_day_break_the_lock(locked: Path, cluster: Run) -> None:
    text = (locked / "members.yaml").read_text("utf-8")
    (locked / "members.yaml").write_text(text.replace("from: 2015-01-01", "from: 2024-01-01"), "utf-8")
    said = cluster("verify", "2023", data=locked)
    assert said.code == 1
    assert "members.yaml" in said.err


def test_a_file_that_cannot_be_read_any_more_fails_and_is_named(locked: Path, cluster: Run) -> None:
    edit(locked, "submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: [7.2")
    said = cluster("verify", data=locked)
    assert said.code == 1
    assert "submissions/2023/sa-pa.yaml" in said.err
    assert "2023 cannot be verified" in said.err


def test_a_deleted_file_of_a_locked_year_fails_the_change_that_deletes_it(locked: Path, cluster: Run) -> None:
    def git(*words: str) -> None:
        settled = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *settled, *words], cwd=locked, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "khóa")
    (locked / "appraisals/2023/lao-cai.yaml").unlink()
    assert cluster("validate", "--changed-from", "HEAD", data=locked).code == 1


# A decision of an earlier meeting that the year rests on

EARLIER: Files = {
    "meetings/2022.yaml": "year: 2022\nhost: lao-cai\ndecisions:\n  next:\n    year: 2024\n    host: yen-bai\n",
    "meetings/2023.yaml": "year: 2023\nhost: sa-pa\njudges:\n  - id: giam-khao-1\n    member: lao-cai\n"
    "  - id: giam-khao-2\n    member: sa-pa\ndecisions:\n  nominated:\n    - sa-pa\n",
}


@pytest.fixture
def resting(folder: Folder, cluster: Run) -> Path:
    root = folder(EARLIER)
    assert cluster("lock", "2023", data=root).code == 0
    return root


def test_the_lock_keeps_the_host_that_an_earlier_meeting_decided(resting: Path) -> None:
    lock = read(str(resting), RESULT, Lock)[0]
    assert lock is not None
    assert lock.next is not None
    assert (lock.next.year, lock.next.host) == (2024, "yen-bai")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(("host: yen-bai", "host: sa-pa"), id="another host"),
        pytest.param(("year: 2024", "year: 2025"), id="another year"),
        pytest.param(("    host: yen-bai", "    host: yen-bai\n    theme: Chủ đề khác"), id="its theme"),
    ],
)
def test_an_earlier_meeting_edited_in_what_the_year_rests_on_is_named(resting: Path, change: tuple[str, str]) -> None:
    edit(resting, "meetings/2022.yaml", *change)
    assert named(resting) == {"meetings/2022.yaml"}
    assert any(each.code == "R801" and each.file == "meetings/2022.yaml" for each in pipeline.check(resting).errors)


def test_an_earlier_meeting_edited_elsewhere_is_let_be(resting: Path) -> None:
    edit(resting, "meetings/2022.yaml", "host: lao-cai\ndec", "host: lao-cai\nhead: sa-pa\ndec")
    assert named(resting) is None


def test_an_earlier_meeting_with_a_fault_is_named(resting: Path) -> None:
    edit(resting, "meetings/2022.yaml", "host: lao-cai", "host: [lao-cai")
    assert named(resting) == {"meetings/2022.yaml"}


def test_a_meeting_between_that_decides_on_the_same_year_does_not_count(resting: Path) -> None:
    write(resting, "meetings/2024.yaml", "year: 2024\nhost: lao-cai\n")
    assert named(resting) is None


# Any number, any layout

NUMBER = re.compile(r"(?m)^( *(?:- )?[a-z0-9_-]+: )(-?[0-9]+(?:\.[0-9]+)?)(?= *$)")
"""A number that is a value; a date is none, nor is a text in quotes."""


def scored(root: Path) -> list[tuple[str, int]]:
    """Every number in a round's inputs but the members': its file and which of the file's it is."""
    files = [*root.glob("criteria/2023.yaml"), *root.glob("submissions/2023/*"), *root.glob("appraisals/2023/*")]
    return [
        (file.relative_to(root).as_posix(), count)
        for file in sorted(files)
        for count in range(len(NUMBER.findall(file.read_text("utf-8"))))
    ]


@contextmanager
def replaced(path: Path, text: str) -> Iterator[None]:
    before = path.read_bytes()
    path.write_text(text, "utf-8")
    try:
        yield
    finally:
        path.write_bytes(before)


def other_number(root: Path, file: str, count: int, number: Decimal) -> str:
    text = (root / file).read_text("utf-8")
    match = list(NUMBER.finditer(text))[count]
    assume(Decimal(match[2]) != number)
    return f"{text[: match.start(2)]}{number:f}{text[match.end(2) :]}"


@pytest.fixture(scope="module")
def frozen_folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample and the shipped data, locked as they are now."""
    sample, shipped = tmp_path_factory.mktemp("sample"), tmp_path_factory.mktemp("shipped") / "data"
    for file, content in SAMPLE.items():
        write(sample, file, str(content))
    copytree(DATA, shipped)
    (shipped / RESULT).unlink(missing_ok=True)
    for root in (sample, shipped):
        frozen, _ = locking.frozen(root, 2023, None, None)
        assert frozen is not None
        write(root, RESULT, frozen.text)
    return {"sample": sample, "shipped": shipped}


numbers = st.decimals(Decimal(0), Decimal(120), places=2) | st.integers(0, 2000).map(Decimal)
property_of = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


def assert_any_number_is_found(root: Path, data: st.DataObject) -> None:
    file, count = data.draw(st.sampled_from(scored(root)))
    text = other_number(root, file, count, data.draw(numbers))
    with replaced(root / file, text):
        found = named(root)
        assert found is not None
        assert file in found


@settings(property_of, max_examples=80)
@given(data=st.data())
def test_any_number_of_the_sample_that_changes_is_found(frozen_folders: dict[str, Path], data: st.DataObject) -> None:
    assert_any_number_is_found(frozen_folders["sample"], data)


@settings(property_of, max_examples=40)
@given(data=st.data())
def test_any_number_of_the_shipped_data_that_changes_is_found(
    frozen_folders: dict[str, Path], data: st.DataObject
) -> None:
    assert_any_number_is_found(frozen_folders["shipped"], data)


def comments(text: str, at: int) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[: at % len(lines)], "# ghi chú: 1 2 3\n", *lines[at % len(lines) :]])


def reordered(text: str, at: int) -> str:
    """Turn the top-level keys of a file."""
    blocks = re.split(r"(?m)^(?=[a-z_]+:)", text)
    turn = at % max(len(blocks) - 1, 1)
    return blocks[0] + "".join([*blocks[1 + turn :], *blocks[1 : 1 + turn]])


LAYOUTS: tuple[Callable[[str, int], str], ...] = (
    comments,
    reordered,
    lambda text, _: text.replace("\n", "\r\n"),
    lambda text, _: "\ufeff" + text,
    lambda text, _: text.rstrip("\n"),
    lambda text, at: re.sub(r"(?m)$", " " * (at % 3), text),
    lambda text, at: NUMBER.sub(lambda match: match[0] + ("" if "." in match[0] else ".") + "0" * (1 + at % 3), text),
)


def with_another_layout(root: Path, data: st.DataObject) -> tuple[Path, str]:
    files = [file for file in root.rglob("*.yaml") if "results" not in file.parts and "templates" not in file.parts]
    file = data.draw(st.sampled_from(sorted(files)))
    text = file.read_text("utf-8")
    steps = data.draw(
        st.lists(st.sampled_from(LAYOUTS[:3] if file.parent.name == "criteria" else LAYOUTS), min_size=1, max_size=1)
    )
    for step in steps:
        changed_text = step(text, data.draw(st.integers(0, 60)))
        # a year with a point is no year, nor are votes
        text = re.sub(r"(?m)^((?: *)(?:year|for|quota): [0-9]+)\.0+", r"\1", changed_text)
    return file, text


@settings(property_of, max_examples=60)
@given(data=st.data())
def test_any_other_layout_of_the_sample_is_let_be(frozen_folders: dict[str, Path], data: st.DataObject) -> None:
    file, text = with_another_layout(frozen_folders["sample"], data)
    with replaced(file, text):
        assert named(frozen_folders["sample"]) is None


@settings(property_of, max_examples=25)
@given(data=st.data())
def test_any_other_layout_of_the_shipped_data_is_let_be(frozen_folders: dict[str, Path], data: st.DataObject) -> None:
    file, text = with_another_layout(frozen_folders["shipped"], data)
    with replaced(file, text):
        assert named(frozen_folders["shipped"]) is None


# The lock itself


def test_a_lock_read_back_is_the_record_it_was_written_from(frozen_folders: dict[str, Path]) -> None:
    for root in frozen_folders.values():
        lock, faults = read(str(root), RESULT, Lock)
        assert lock is not None
        assert faults == []
        result, _ = pipeline.ranked(root, 2023)
        assert lock == lock_of(result, lock.history).in_file(RESULT)


def test_the_shipped_year_holds(cluster: Run) -> None:
    said = cluster("verify", data=DATA)
    assert said.code == 0, said.out + said.err


def test_verify_shows_what_a_change_does(locked: Path, cluster: Run) -> None:
    edit(locked, "submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: 2")
    said = cluster("verify", "2023", data=locked)
    assert said.code == 1
    assert "submissions/2023/sa-pa.yaml: changed" in said.out
    # (7.2 - 2) / 8 of 40 points: 26 fewer, 66.33 to 40.33, behind Lào Cai's 56.44
    assert re.search(r"Sa Pa +1 +2 +66\.33 +40\.33 +Xanh", said.out)
    assert "nominated by the criteria: Sa Pa → Lào Cai" in said.out
    data = cluster("verify", "2023", "--format", "json", data=locked).data
    assert data["holds"] is False
    (year,) = data["years"]
    assert year["changes"] == [{"file": "submissions/2023/sa-pa.yaml", "change": "changed"}]
    assert {each["member"]: each["after"]["total"] for each in year["moved"]} == {"sa-pa": 40.33, "lao-cai": 56.44}


def test_a_bonus_that_moves_only_the_total_is_said_to_be_one(locked: Path, cluster: Run) -> None:
    edit(locked, "submissions/2023/lao-cai.yaml", "gates:", "bonuses:\n  sang-kien: true\ngates:")
    assert re.search(r"Lào Cai +2 +2 +56\.44 +58\.44 +bonuses, deductions", cluster("verify", data=locked).out)


def test_what_a_city_tells_beside_its_figures_is_not_locked(locked: Path, cluster: Run) -> None:
    edit(locked, "submissions/2023/sa-pa.yaml", "Nội dung minh họa", "Nội dung khác")
    assert cluster("verify", data=locked).code == 0


def test_a_change_that_does_nothing_to_the_result_says_so(locked: Path, cluster: Run) -> None:
    edit(locked, "appraisals/2023/lao-cai.yaml", "Số liệu của trạm đo", "Số liệu khác")
    said = cluster("verify", data=locked)
    assert said.code == 1
    assert "Points, places and decisions are still as locked." in said.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("rank: 1", "rank: 2", id="a place"),
        pytest.param("total: 66.33", "total: 66.34", id="a total"),
        pytest.param("yen-bai: no_submission", "yen-bai: not_competing", id="a reason"),
        pytest.param("state: locked", "state: unlocked", id="its state"),
        pytest.param('version: "0.1.0"', 'version: "0.2.0"', id="its history"),
        pytest.param("host: lao-cai", "host: sa-pa", id="the next host"),
        pytest.param("members.yaml: ae", "members.yaml: d7", id="a digest"),
    ],
)
def test_a_lock_edited_by_hand_is_found_and_not_used(locked: Path, cluster: Run, old: str, new: str) -> None:
    edit(locked, RESULT, old, new)
    assert "R802" in codes(locked)
    said = cluster("verify", data=locked)
    assert said.code == 1
    assert "its seal does not match" in said.out
    before = (locked / RESULT).read_bytes()
    assert cluster("lock", "2023", data=locked).code == 1
    assert cluster("unlock", "2023", "--reason", "thử", data=locked).code in (1, 2)
    assert (locked / RESULT).read_bytes() == before


def test_a_lock_of_which_only_the_layout_changed_holds(locked: Path) -> None:
    text = (locked / RESULT).read_text("utf-8")
    write(locked, RESULT, "# chép lại\n" + reordered(text, 3).replace("\n", "\r\n"))
    assert named(locked) is None
    assert "R802" not in codes(locked)


# Versions


def test_a_lock_of_another_version_that_still_holds_says_so(
    folder: Folder, cluster: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder()
    monkeypatch.setattr(locking, "__version__", "0.0.9")
    cluster("lock", "2023", data=root)
    said = cluster("verify", data=root)
    assert said.code == 0
    assert f"Locked by version 0.0.9; version {__version__} still gives the same." in said.out


def test_a_version_that_scores_otherwise_is_told_from_data_that_changed(
    folder: Folder, cluster: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder()
    with monkeypatch.context() as older:
        older.setattr(locking, "__version__", "0.0.9")
        # an older version that cut where we round: 812/930 gives 9.327…, printed 9.32 and not 9.33
        older.setattr(
            "taybac_cluster.decide.tree.printed_part",
            lambda share, weight, places: Decimal(int(share * Fraction(weight) * 10**places)) / 10**places,
        )
        assert cluster("lock", "2023", data=root).code == 0
    said = cluster("verify", data=root)
    assert said.code == 1
    assert f"No input changed, but version {__version__} gives another result than version 0.0.9" in said.out
    data = cluster("verify", "--format", "json", data=root).data
    assert data["years"][0]["changes"] == []
    assert data["years"][0]["moved"]


# Lock, unlock, lock again


def test_lock_writes_once_and_then_says_that_it_holds(folder: Folder, cluster: Run) -> None:
    root = folder()
    first = cluster("lock", "2023", "--reason", "hội nghị 24/9/2023", "--on", "2023-09-25", data=root)
    assert first.code == 0
    before = (root / RESULT).read_bytes()
    second = cluster("lock", "2023", data=root)
    assert (second.code, second.err) == (0, "2023 is already locked, and its data have not changed\n")
    assert (root / RESULT).read_bytes() == before
    assert "locked (" in cluster("verify", data=root).out
    assert "25 September 2023: hội nghị 24/9/2023" in cluster("verify", data=root).out


def test_unlock_keeps_comments_and_order_and_lock_keeps_the_history(locked: Path, cluster: Run) -> None:
    edit(locked, RESULT, "ranking:\n", "# thứ hạng\nranking:\n")
    before = (locked / RESULT).read_text("utf-8").splitlines()
    assert cluster("unlock", "2023", "--reason", "đính chính: trạm đo", data=locked).code == 0
    after = (locked / RESULT).read_text("utf-8").splitlines()
    differing = [(old, new) for old, new in zip(before, after, strict=False) if old != new]
    assert [new.split(":")[0] for _, new in differing] == ["state", "seal"]
    assert after[len(before) :] == [
        "  - action: unlocked",
        f'    version: "{__version__}"',
        '    reason: "đính chính: trạm đo"',
        f"    seal: {SEAL}",
    ]
    assert codes(locked).isdisjoint({"R801", "R802"})
    assert "unlocked and not locked again; reason: đính chính: trạm đo" in cluster("rank", "2023", data=locked).out
    edit(locked, "submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: 7.3")
    assert cluster("validate", data=locked).code == 0
    assert cluster("lock", "2023", data=locked).code == 0
    lock = read(str(locked), RESULT, Lock)[0]
    assert lock is not None
    assert [each.action for each in lock.history] == ["locked", "unlocked", "locked"]
    assert cluster("verify", data=locked).code == 0


def test_unlock_keeps_the_line_ends_of_the_file(locked: Path, cluster: Run) -> None:
    (locked / RESULT).write_bytes(LOCK.replace("\n", "\r\n").encode())
    assert cluster("unlock", "2023", "--reason", "thử", data=locked).code == 0
    content = (locked / RESULT).read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") == LOCK.count("\n") + 4


def test_unlock_of_a_lock_in_another_layout_writes_it_anew(locked: Path, cluster: Run) -> None:
    write(locked, RESULT, reordered(LOCK, 5))
    assert cluster("unlock", "2023", "--reason", "thử", data=locked).code == 0
    lock = read(str(locked), RESULT, Lock)[0]
    assert lock is not None
    assert lock.state == "unlocked"
    assert "R802" not in codes(locked)


@pytest.mark.parametrize("reason", [(), ("--reason", "  ")], ids=["none", "blank"])
def test_unlock_takes_a_reason(locked: Path, cluster: Run, reason: tuple[str, ...]) -> None:
    assert cluster("unlock", "2023", *reason, data=locked).code == 2
    assert (locked / RESULT).read_text("utf-8") == LOCK


def test_unlock_of_a_year_that_is_not_locked_says_which_are(locked: Path, cluster: Run) -> None:
    said = cluster("unlock", "2022", "--reason", "thử", data=locked)
    assert (said.code, said.err) == (2, "the result of 2022 is not locked; the locked years: 2023\n")


def test_rank_says_how_it_stands_to_its_lock(locked: Path, cluster: Run) -> None:
    assert cluster("rank", "2023", "--format", "json", data=locked).data["lock"] == "verified"
    edit(locked, "submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: 7.3")
    said = cluster("rank", "2023", "--format", "json", data=locked)
    assert (said.code, said.data["lock"]) == (0, "drifted")
    assert "THE DATA HAVE CHANGED SINCE THE RESULT WAS LOCKED" in cluster("rank", "2023", data=locked).out
    assert "DỮ LIỆU ĐÃ THAY ĐỔI" in cluster("rank", "2023", data=locked, lang="vi").out


@pytest.mark.parametrize("words", [("members",), ("host", "2024"), ("host", "--history"), ("meeting", "2023")])
def test_a_locked_year_that_changed_stands_in_the_way_of_no_answer(
    words: tuple[str, ...], locked: Path, cluster: Run
) -> None:
    edit(locked, "members.yaml", "name: Sa Pa\n", "name: Sa Pa mới\n")
    assert codes(locked) == {"R801"}
    said = cluster(*words, data=locked)
    assert (said.code, said.err) == (0, "")


# What lock refuses

TIE = (
    # Sa Pa's 66.33 and Lào Cai's 56.44 made equal: no tie-break, and Lào Cai given what Sa Pa has
    Edit(
        "submissions/2023/lao-cai.yaml",
        "cay-xanh: 6.5\n  van-ban: 5\n  nuoc-thai: 62",
        "cay-xanh: 7.2\n  van-ban: 4\n  nuoc-thai: 62",
    ),
    Edit(
        "submissions/2023/lao-cai.yaml", "numerator: 700\n    denominator: 900", "numerator: 812\n    denominator: 930"
    ),
    Edit("submissions/2023/lao-cai.yaml", "quy-hoach: cấp huyện", "quy-hoach: cấp tỉnh"),
    Edit("appraisals/2023/lao-cai.yaml", "value: 58", "value: 58.1"),
    Edit("appraisals/2023/lao-cai.yaml", "giam-khao-2: 7", "giam-khao-2: 8"),
)


def test_lock_refuses_an_open_tie_until_the_meeting_settles_it(folder: Folder, cluster: Run) -> None:
    root = folder((*TIE, Edit("meetings/2023.yaml", "  nominated:\n    - sa-pa\n", "")))
    said = cluster("lock", "2023", data=root)
    assert said.code == 1
    assert "the meeting has still to decide a seat" in said.err
    assert not (root / "results").exists()
    needed = cluster("rank", "2023", "--format", "json", data=root).data["decisions_needed"]
    assert needed[0] == {"kind": "tie", "seats": 1, "candidates": ["lao-cai", "sa-pa"]}
    edit(root, "meetings/2023.yaml", "decisions:\n", "decisions:\n  nominated:\n    - sa-pa\n")
    assert cluster("lock", "2023", data=root).code == 0
    assert "settled_by: decisions.nominated" in (root / RESULT).read_text("utf-8")


def test_how_a_tie_was_settled_is_part_of_the_lock(folder: Folder, cluster: Run) -> None:
    ballot = "ballots:\n  tie:\n    rule:\n      base: present\n      threshold: 50\n"
    ballot += "    votes:\n      sa-pa:\n        for: 1\n"
    root = folder((*TIE, Edit("meetings/2023.yaml", "decisions:", ballot + "decisions:")))
    assert cluster("lock", "2023", data=root).code == 0
    assert "settled_by: ballots.tie" in (root / RESULT).read_text("utf-8")
    edit(root, "meetings/2023.yaml", "threshold: 50", "threshold: 51")
    said = cluster("verify", data=root)
    assert said.code == 1
    assert "how the tie was settled: by a vote → by the meeting’s decision" in said.out


def test_lock_refuses_data_with_errors_even_of_an_old_meeting(folder: Folder, cluster: Run) -> None:
    root = folder()
    write(root, "meetings/2019.yaml", "year: 2019\nhost: ha-noi\n")
    said = cluster("lock", "2023", data=root)
    assert said.code == 1
    assert "meetings/2019.yaml" in said.err
    assert "--allow-incomplete" not in said.err
    assert not (root / "results").exists()


def test_lock_refuses_a_locked_year_that_has_drifted(locked: Path, cluster: Run) -> None:
    edit(locked, "submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: 7.3")
    said = cluster("lock", "2023", data=locked)
    assert said.code == 1
    assert "cluster unlock 2023" in said.err
    assert (locked / RESULT).read_text("utf-8") == LOCK


def test_lock_warns_where_the_meeting_decided_on_nobody(folder: Folder, cluster: Run) -> None:
    root = folder((Edit("meetings/2023.yaml", "  nominated:\n    - sa-pa\n", ""),))
    said = cluster("lock", "2023", data=root)
    assert said.code == 0
    assert "does not say whom the meeting nominated" in said.err


def test_lock_of_a_year_with_no_criteria_names_those_there_are(folder: Folder, cluster: Run) -> None:
    said = cluster("lock", "2022", data=folder())
    assert said.code == 2
    assert "2023" in said.err


# Several years


def second_year(root: Path) -> None:
    for file, content in SAMPLE.items():
        if "2023" in file:
            text = str(content).replace("2024", "2025").replace("2023", "2024")
            write(root, file.replace("2023", "2024"), text)


def test_verify_tells_of_every_year_even_where_one_has_faults(locked: Path, cluster: Run) -> None:
    second_year(locked)
    assert cluster("lock", "2024", data=locked).code == 0
    said = cluster("verify", data=locked)
    assert (said.code, said.out.count("Locked and verified")) == (0, 2)
    edit(locked, "submissions/2023/sa-pa.yaml", "cay-xanh: 7.2", "cay-xanh: bảy")
    said = cluster("verify", "--format", "json", data=locked)
    assert said.code == 1
    assert (said.data["holds"], said.data["faulty"]) == (False, [2023])
    assert [(each["year"], each["holds"]) for each in said.data["years"]] == [(2024, True)]
    assert cluster("verify", "2024", data=locked).code == 0


def test_verify_without_a_lock_is_nothing_to_do_it_on(locked: Path, cluster: Run) -> None:
    assert cluster("verify", "2022", data=locked).code == 2
    (locked / RESULT).unlink()
    said = cluster("verify", data=locked)
    assert (said.code, said.err) == (2, "no year is locked\n")


def test_a_note_decides_nothing_wherever_it_stands(folder: Folder) -> None:
    def digests(*edits: Edit) -> dict[str, str]:
        found = read_folder(str(folder(edits)), 2023)
        assert not found.faults
        return inputs(found.cluster.rounds[2023], found.cluster.meetings)

    edits = (
        Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4\n", "  van-ban:\n    value: 4\n    note: theo sổ\n"),
        Edit("criteria/2023.yaml", "    name: Xanh\n", "    name: Xanh\n    note: theo TT 01\n"),
        Edit("meetings/2023.yaml", "held_on:", "note: có ảnh\nheld_on:"),
    )
    assert digests(*edits) == digests()
    assert digests(Edit("submissions/2023/sa-pa.yaml", "  van-ban: 4\n", "  van-ban: 5\n")) != digests()
