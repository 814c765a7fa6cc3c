"""Warnings that were looked at: counted and not shown, at their own place alone."""

import json

import pytest
from tests.conftest import Folder

from taybac_cluster.cli import run
from taybac_cluster.model.record import Language
from taybac_cluster.pipeline.checking import check
from taybac_cluster.rules.accepted import dotted
from taybac_cluster.rules.rule import Edit

SA_PA = "submissions/2023/sa-pa.yaml"
SHARE = Edit(SA_PA, "  nuoc-thai: 45.5", "  nuoc-thai: 0.455")


def accepting(code: str, at: str | None, file: str = SA_PA, before: str = "year: 2023") -> Edit:
    place = f"    at: {at}\n" if at else ""
    return Edit(file, before, f"accepted:\n  - code: {code}\n{place}    reason: đã kiểm tra\n{before}")


@pytest.mark.parametrize("at", ["values.nuoc-thai", None])
def test_an_accepted_warning_is_counted_and_not_shown(at: str | None, folder: Folder) -> None:
    found = check(folder((SHARE, accepting("R405", at))))
    assert found.diagnostics == ()
    assert [each.code for each in found.accepted] == ["R405"]


@pytest.mark.parametrize(("code", "at"), [("R405", "values.cay-xanh"), ("R404", "values.nuoc-thai")])
def test_an_entry_for_another_warning_accepts_nothing_and_says_so(code: str, at: str, folder: Folder) -> None:
    found = check(folder((SHARE, accepting(code, at))))
    assert [each.code for each in found.diagnostics] == ["R405", "R215"]
    assert found.accepted == ()


def test_an_entry_in_another_file_accepts_nothing(folder: Folder) -> None:
    other = accepting("R405", "values.nuoc-thai", "submissions/2023/lao-cai.yaml")
    found = check(folder((SHARE, other)))
    assert sorted(each.code for each in found.diagnostics) == ["R215", "R405"]


def test_an_error_cannot_be_accepted(folder: Folder) -> None:
    found = check(folder((Edit(SA_PA, "  van-ban: 4", "  van-ban: -4"), accepting("R409", "values.van-ban"))))
    assert "R409" in [each.code for each in found.diagnostics]
    assert found.accepted == ()


def test_a_missing_value_is_accepted_by_the_id_of_its_criterion(folder: Folder) -> None:
    edits = (Edit(SA_PA, "  van-ban: 4\n", ""), Edit(SA_PA, "  cay-xanh: 7.2\n", ""))
    found = check(folder((*edits, accepting("R411", "values.van-ban"))))
    assert [each.params["id"] for each in found.accepted] == ["van-ban"]
    assert [each.params["id"] for each in found.diagnostics if each.code == "R411"] == ["cay-xanh"]


def test_a_warning_of_the_criteria_set_is_accepted_by_the_ids_on_its_way(folder: Folder) -> None:
    root = folder(())
    criteria = check(root).cluster.criteria[2023]
    route = ("groups", 0, "criteria", 1, "scale", "full_at")
    assert dotted(criteria, route) == "groups.xanh.criteria.van-ban.scale.full_at"


@pytest.mark.parametrize(("lang", "words"), [("vi", "1 cảnh báo đã được chấp nhận"), ("en", "warnings accepted: 1")])
def test_every_summary_says_how_many_were_accepted(
    lang: Language, words: str, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder((SHARE, accepting("R405", None)))
    for kind in ("text", "short", "github"):
        assert run(["validate", "--data", str(root), "--lang", lang, "--format", kind]) == 0
        assert words in capsys.readouterr().out
    assert run(["validate", "--data", str(root), "--format", "json", "--strict"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["diagnostics"], printed["accepted"]) == ([], 1)
