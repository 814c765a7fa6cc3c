"""What is written into a lock is read back equal, or not written; two runs at once lose no reason; seals on paper."""

import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Done, Folder

from taybac_cluster.pipeline import locking
from taybac_cluster.pipeline.refusals import LockChangedError, LockUnwritableError
from taybac_cluster.rules.rule import Edit
from taybac_cluster.rules.sample_lock import LOCK

Run = Callable[..., Done]

RESULT = "results/2023.yaml"
LOCKED = Edit(RESULT, "", LOCK)
SEAL = re.findall(r"^seal: \"?([0-9a-f]+)", LOCK, re.MULTILINE)[0]
SHORT = "-".join(SEAL[at : at + 4] for at in range(0, 16, 4)).upper()


@pytest.fixture
def locked(folder: Folder) -> Path:
    return folder((LOCKED,))


# Read back before it is written


def test_a_meeting_that_decided_to_nominate_nobody_is_locked_as_that(folder: Folder, run: Run) -> None:
    root = folder((Edit("meetings/2023.yaml", "  nominated:\n    - sa-pa\n", "  nominated: []\n"),))
    assert run("lock", 2023, data=root).code == 0
    assert "\ndecided: []\n" in (root / RESULT).read_text("utf-8"), "nobody is not the same as no decision"
    assert run("verify", 2023, data=root).code == 0
    assert run("unlock", 2023, "--reason", "thử", data=root).code == 0
    assert run("lock", 2023, data=root).code == 0


def test_a_year_in_which_nobody_is_ranked_is_locked_and_holds(folder: Folder, run: Run) -> None:
    absent = "not_competing: sáp nhập\n"
    root = folder()
    for member in ("sa-pa", "lao-cai"):
        file = root / "submissions" / "2023" / f"{member}.yaml"
        file.write_text(
            f"member: {member}\nyear: 2023\nstatus: illustrative\nsubmitted_on: 2023-09-05\n{absent}", "utf-8"
        )
        (root / "appraisals" / "2023" / f"{member}.yaml").unlink(missing_ok=True)
    (root / "meetings" / "2023.yaml").write_text("year: 2023\nheld_on: 2023-09-24\n", "utf-8")
    done = run("lock", 2023, data=root)
    assert done.code == 0, done.err
    assert "\nranking: []\n" in (root / RESULT).read_text("utf-8")
    assert run("verify", 2023, data=root).code == 0


@pytest.mark.parametrize("command", ["lock", "unlock"])
def test_a_reason_is_kept_in_nfc(command: str, folder: Folder, run: Run) -> None:
    root = folder((LOCKED,) if command == "unlock" else ())
    assert run(command, 2023, "--reason", unicodedata.normalize("NFD", "  đính chính số liệu\n"), data=root).code == 0
    assert '\n    reason: "đính chính số liệu"\n' in (root / RESULT).read_text("utf-8")
    assert run("validate", data=root).code == 0


@pytest.mark.parametrize(
    ("reason", "char"),
    [
        ("sửa\x1b[31m", "U+001B"),
        ("sửa\u200b", "U+200B ZERO WIDTH SPACE"),
        ("sửa\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("sửa\x00", "U+0000"),
        ("sửa\udcff", "U+DCFF"),
        ("sửa\ue000", "U+E000"),
    ],
    ids=ascii,
)
@pytest.mark.parametrize("command", ["lock", "unlock"])
def test_a_reason_that_cannot_be_kept_is_refused_with_its_character(
    command: str, reason: str, char: str, folder: Folder, run: Run
) -> None:
    root = folder((LOCKED,) if command == "unlock" else ())
    before = (root / RESULT).read_bytes() if command == "unlock" else None
    done = run(command, 2023, "--reason", reason, data=root)
    assert done.code == 2
    assert char in done.err
    assert ((root / RESULT).read_bytes() if (root / RESULT).exists() else None) == before


@pytest.mark.parametrize("reason", ["a: b # c", '"', "\\", "'", "- x", "{", "a\nb", "a\tb", "no", "010", "%", "=1"])
def test_any_other_reason_is_read_back_as_it_was_typed(reason: str, locked: Path, run: Run) -> None:
    assert run("unlock", 2023, "--reason", reason, data=locked).code == 0
    (proof,), _ = locking.all_proved(locked, [2023])
    assert proof.lock.history[-1].reason is not None
    assert proof.lock.history[-1].reason.vi == reason


def test_a_lock_above_the_size_that_is_read_is_not_written(
    folder: Folder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("taybac_cluster.load.locks.MAX_BYTES", 500)
    root = folder()
    with pytest.raises(LockUnwritableError):
        locking.frozen(root, 2023, None, None)
    done = run("lock", 2023, data=root)
    assert done.code == 1
    assert "không ghi results/2023.yaml" in done.err
    assert not (root / RESULT).exists()


# Two at once


def test_of_two_unlocks_at_once_one_is_refused(locked: Path) -> None:
    first = locking.opening(locked, 2023, None, "một")
    second = locking.opening(locked, 2023, None, "hai")
    locking.write(locked, first)
    with pytest.raises(LockChangedError):
        locking.write(locked, second)
    assert '"một"' in (locked / RESULT).read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="processes are kept apart there only as far as the text tells")
def test_no_reason_is_lost_by_processes_that_unlock_at_once(locked: Path) -> None:
    line = [sys.executable, "-m", "taybac_cluster", "unlock", "2023", "--data", str(locked), "--reason"]
    runs = [subprocess.Popen([*line, f"lý do {at}"], stderr=subprocess.DEVNULL) for at in range(4)]
    done = [at for at, each in enumerate(runs) if each.wait() == 0]
    assert len(done) == 1
    assert f'"lý do {done[0]}"' in (locked / RESULT).read_text("utf-8")


# What stands in the way of a lock's file


@pytest.mark.parametrize("kind", ["a link", "a file", "another suffix"])
def test_a_lock_that_is_not_where_it_should_be_is_never_taken_for_none(kind: str, locked: Path, run: Run) -> None:
    results = locked / "results"
    if kind == "another suffix":
        (results / "2023.yaml").rename(results / "2023.yml")
    else:
        results.rename(locked.parent / "elsewhere")
        results.symlink_to(locked.parent / "elsewhere") if kind == "a link" else results.write_text("")
    done = run("rank", 2023, "--format", "json", data=locked)
    assert (done.code, json.loads(done.out)["lock"]) == (0, "unreadable")
    for command in (("verify",), ("verify", 2023), ("unlock", 2023, "--reason", "thử"), ("lock", 2023)):
        done = run(*command, data=locked)
        assert done.code == 1, command
        assert "R00" in done.err, "the fault is shown"


def test_a_state_edited_by_hand_is_not_believed(locked: Path, run: Run) -> None:
    text = (locked / RESULT).read_text("utf-8")
    (locked / RESULT).write_text(text.replace("state: locked", "state: unlocked"), "utf-8")
    assert json.loads(run("rank", 2023, "--format", "json", data=locked).out)["lock"] == "drifted"
    assert "ĐÃ BỊ SỬA TAY" in run("rank", 2023, data=locked).out


def test_a_draft_is_not_locked(folder: Folder, run: Run) -> None:
    root = folder((Edit("submissions/2023/sa-pa.yaml", "status: illustrative", "status: draft"),))
    done = run("lock", 2023, data=root)
    assert (done.code, (root / RESULT).exists()) == (1, False)
    assert "submissions/2023/sa-pa.yaml" in done.err


def test_lock_says_what_was_locked(folder: Folder, run: Run) -> None:
    root = folder()
    said = run("lock", 2023, data=root).err
    seal = re.findall(r"^seal: \"?([0-9a-f]+)", (root / RESULT).read_text("utf-8"), re.MULTILINE)[0]
    assert "2 đô thị được xếp hạng; đề nghị khen thưởng: Sa Pa" in said
    assert seal[:4].upper() in said
    assert "phiên bản" in said


# The seal on a paper


@pytest.mark.parametrize("code", [SHORT, SHORT.lower(), SEAL, SEAL[:20].upper(), SHORT.replace("-", "")])
def test_the_seal_of_the_current_lock_holds(code: str, locked: Path, run: Run) -> None:
    done = run("verify", 2023, "--seal", code, data=locked)
    assert (done.code, SHORT in done.out) == (0, True)


def test_a_seal_of_a_lock_that_no_longer_holds_does_not(locked: Path, run: Run) -> None:
    file = locked / "submissions/2023/sa-pa.yaml"
    file.write_text(file.read_text("utf-8").replace("cay-xanh: 7.2", "cay-xanh: 7.3"), "utf-8")
    done = run("verify", 2023, "--seal", SHORT, "--format", "json", data=locked)
    assert (done.code, json.loads(done.out)["paper"]) == (1, "drifted")


def test_an_earlier_seal_is_named_as_such(locked: Path, run: Run) -> None:
    run("unlock", 2023, "--reason", "đính chính", "--on", "2023-11-02", data=locked)
    assert f"\n    seal: {SEAL}\n" in (locked / RESULT).read_text("utf-8")
    opened = run("verify", 2023, "--seal", SHORT, data=locked)
    run("lock", 2023, data=locked)
    again = run("verify", 2023, "--seal", SHORT, data=locked)
    for done in (opened, again):
        assert done.code == 1
        assert "đã chốt trước đây, sau đó được mở lại ngày 02/11/2023, lý do: đính chính" in " ".join(done.out.split())
    now = re.findall(r"^seal: \"?([0-9a-f]+)", (locked / RESULT).read_text("utf-8"), re.MULTILINE)[0]
    assert run("verify", 2023, "--seal", now, data=locked).code == 0


@pytest.mark.parametrize(
    ("code", "exit_code"), [("0" * 16, 1), ("123", 2), ("g" * 16, 2), (SEAL + "0", 2), ("", 2)], ids=ascii
)
def test_another_code_is_no_seal_of_the_year(code: str, exit_code: int, locked: Path, run: Run) -> None:
    assert run("verify", 2023, "--seal", code, data=locked).code == exit_code


def test_a_year_that_is_not_locked_has_no_seal(folder: Folder, run: Run) -> None:
    root = folder()
    assert run("verify", 2023, "--seal", SHORT, data=root).code == 1
    assert run("verify", "--seal", SHORT, data=root).code == 2, "of which year?"
    run("lock", 2023, data=root)
    run("unlock", 2023, "--reason", "thử", data=root)
    done = run("verify", 2023, "--seal", "0" * 16, "--format", "json", data=root)
    assert (done.code, json.loads(done.out)["paper"]) == (1, "not_locked")


# Accepted warnings

ACCEPTED = "accepted:\n  - code: R405\n    at: values.nuoc-thai\n    reason: đã đối chiếu\n"


def test_accepted_warnings_are_kept_in_the_lock_and_change_no_digest(folder: Folder, run: Run) -> None:
    root = folder((LOCKED,))
    with (root / "submissions/2023/sa-pa.yaml").open("a", encoding="utf-8") as file:
        file.write(ACCEPTED)
    assert run("verify", 2023, data=root).code == 0, "what was accepted decides nothing"
    run("unlock", 2023, "--reason", "thử", data=root)
    assert run("lock", 2023, data=root).code == 0
    (proof,), _ = locking.all_proved(root, [2023])
    assert [(each.file, each.code, each.at, each.reason.vi) for each in proof.lock.accepted_warnings] == [
        ("submissions/2023/sa-pa.yaml", "R405", "values.nuoc-thai", "đã đối chiếu")
    ]
    assert proof.drift.holds
