"""The example across the reorganisation of 2025 runs as its README says."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from taybac_cluster.cli import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "reorganisation"

Answer = Callable[..., Any]


@pytest.fixture
def answer(capsys: pytest.CaptureFixture[str]) -> Answer:
    def go(*words: str) -> Any:  # noqa: ANN401 - JSON
        assert run([*words, "--data", str(EXAMPLE / "data"), "--format", "json"]) == 0
        return json.loads(capsys.readouterr().out)

    return go


def test_every_command_of_its_readme_runs_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (block,) = re.findall(r"(?s)```sh\n(.*?)```", (EXAMPLE / "README.md").read_text("utf-8"))
    monkeypatch.chdir(EXAMPLE)
    commands = [shlex.split(line) for line in block.splitlines() if line.startswith("cluster ")]
    assert len(commands) >= 6
    for _, *words in commands:
        assert run(words) == 0, capsys.readouterr().err


def test_it_has_no_fault_and_no_warning(answer: Answer) -> None:
    assert answer("validate")["diagnostics"] == []


def test_the_year_before_ranks_the_cities_as_they_were(answer: Answer) -> None:
    said = answer("rank", "2024")
    # A (class II, best 10): 40 × 7.5 / 10 = 30, 20 × 35 / 50 = 14, 40 × 40 / 50 = 32: 76
    # C (class III since March, best 8): 40 × 6.4 / 8 = 32, 20 × 40 / 50 = 16, 40 × 38 / 50 = 30.4: 78.4
    assert [(each["rank"], each["name"], each["total"]) for each in said["ranking"]] == [
        (1, "C Mới", 78.4),
        (2, "A", 76),
        (3, "B", 62),
        (4, "D", 40),
    ]
    assert said["illustrative"] is True
    assert said["nominations"] == ["do-thi-c", "do-thi-a"]
    assert said["next"]["host"] is None


def test_the_year_after_ranks_the_successors_as_members_of_their_own(answer: Answer) -> None:
    said = answer("rank", "2026")
    assert [each["member"] for each in said["ranking"]] == [
        "phuong-a1", "phuong-c", "phuong-b", "phuong-a2", "phuong-e",
    ]  # fmt: skip
    assert said["not_ranked"] == []
    assert (said["next"]["year"], said["next"]["host"], said["next"]["basis"]) == (2027, "phuong-e", "proposal")


def test_members_are_who_they_were_on_the_day(answer: Answer) -> None:
    def members(on: str) -> list[str]:
        return [each["member"] for each in answer("members", "--on", on)["members"]]

    assert members("2020-12-31") == ["do-thi-a", "do-thi-b", "do-thi-c", "do-thi-d"]
    assert members("2021-01-01") == ["do-thi-a", "do-thi-b", "do-thi-c"]
    assert members("2025-06-30") == ["do-thi-a", "do-thi-b", "do-thi-c", "do-thi-d"]
    assert members("2025-07-01") == ["phuong-a1", "phuong-a2", "phuong-b", "phuong-c"]
    assert members("2026-09-20")[-1] == "phuong-e"


def test_hosts_are_proposed_among_the_successors(answer: Answer) -> None:
    accepted = answer("host", "2027")
    assert (accepted["host"], accepted["file"]) == ("phuong-e", "meetings/2026.yaml")
    declined = [each["member"] for each in accepted["waiting"] if each["declined"]]
    assert declined == ["phuong-a1"]
    alike = answer("host", "2028")
    assert (alike["host"], alike["candidates"]) == (None, ["phuong-a1", "phuong-a2", "phuong-c", "phuong-e"])
    years = answer("host", "--history")["years"]
    assert [(each["year"], each["host"]) for each in years] == [
        (2022, "do-thi-b"), (2023, "do-thi-c"), (2024, "do-thi-a"), (2025, None), (2026, "phuong-b"),
    ]  # fmt: skip


def test_a_vote_of_four_of_five_reaches_eighty_per_cent_exactly(answer: Answer) -> None:
    said = answer("meeting", "2026")
    assert (said["members"], said["quorum"], said["differences"]) == (5, True, [])
    assert {each["verdict"] for each in said["ballots"]["nomination"]["votes"].values()} == {"carried"}
