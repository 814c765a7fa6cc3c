"""What the models of the files mean: values, blanks, accepted warnings, dates of a member."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from taybac_cluster.model.criteria import CriteriaSet
from taybac_cluster.model.meeting import Meeting
from taybac_cluster.model.members import Roster, Stay
from taybac_cluster.model.papers import Papers
from taybac_cluster.model.record import Document, LocalText
from taybac_cluster.model.scales import Levels
from taybac_cluster.model.submission import Appraisal, Submission, Value

HEAD = {"member": "sa-pa", "year": Decimal(2023), "status": "draft"}


def submitted(**parts: Any) -> Submission:  # noqa: ANN401 - what a file may hold
    return Submission.model_validate(HEAD | parts)


@pytest.mark.parametrize(
    ("written", "ratio", "meant"),
    [
        pytest.param(Decimal("45.5"), False, Decimal("45.5"), id="a number alone"),
        pytest.param({"value": Decimal("45.5"), "note": "x"}, False, Decimal("45.5"), id="a number in a block"),
        pytest.param("cấp tỉnh", False, "cấp tỉnh", id="a level"),
        pytest.param(True, False, True, id="yes"),
        # 812 of 930: 81200 / 930 = 8120 / 93
        pytest.param({"numerator": Decimal(812), "denominator": Decimal(930)}, True, Fraction(8120, 93), id="a ratio"),
        pytest.param({"numerator": Decimal(812)}, True, None, id="half a ratio"),
        pytest.param({"numerator": Decimal(1), "denominator": Decimal(0)}, True, None, id="a ratio of nothing"),
        pytest.param(Decimal(87), True, None, id="a number where two are needed"),
        pytest.param({"missing": "chưa kiểm kê"}, False, None, id="missing"),
        pytest.param("___", False, None, id="a blank"),
        pytest.param({"value": "_____", "note": "x"}, False, None, id="a longer blank in a block"),
    ],
)
def test_a_value_means_the_same_however_it_is_written(written: object, ratio: bool, meant: object) -> None:
    said = submitted(values={"nuoc-thai": written}).value("nuoc-thai")
    assert said is not None
    assert said.meant(ratio=ratio) == meant


def test_only_three_underscores_or_more_are_a_blank() -> None:
    values = submitted(values={"a": "___", "b": "__", "c": {"missing": "không có"}, "d": "___ m²"}).values or {}
    assert [name for name, each in values.items() if each.blank] == ["a"]


def test_a_blank_gate_is_not_answered_and_a_blank_bonus_not_claimed() -> None:
    found = submitted(gates={"g": "___", "h": True}, bonuses={"b": {"value": "____"}, "c": {"note": "x"}})
    assert [(each.value, each.blank) for each in found.gates.values()] == [(None, True), (True, False)]
    assert [(each.value, each.blank) for each in found.bonuses.values()] == [(None, True), (True, False)]


def test_a_blank_in_an_appraisal_is_a_text_like_any_other() -> None:
    change = {"value": "___", "reason": "x"}
    found = Appraisal.model_validate({"member": "sa-pa", "year": Decimal(2023), "changes": {"nuoc-thai": change}})
    assert found.changes["nuoc-thai"].value == "___"


def test_no_level_is_named_like_a_blank() -> None:
    with pytest.raises(ValidationError, match="the name of a level"):
        Levels.model_validate({"kind": "levels", "levels": {"cấp tỉnh": Decimal(5), "___": Decimal(1)}})


@pytest.mark.parametrize("model", [Roster, CriteriaSet, Submission, Appraisal, Meeting, Papers])
def test_any_file_may_accept_a_warning_with_a_reason(model: type[Document]) -> None:
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"accepted": ({"code": "R405", "at": "values.nuoc-thai"},)})
    places = [each["loc"] for each in caught.value.errors() if each["loc"][0] == "accepted"]
    assert places == [("accepted", 0, "reason")]


def test_a_key_that_is_a_word_of_python_is_written_plainly() -> None:
    assert Stay.model_validate({"from": "2023-09-24", "until": "2024-01-01"}).from_ is not None
    with pytest.raises(ValidationError):
        Stay.model_validate({"from_": "2023-09-24"})


def test_a_record_is_frozen_and_keeps_its_file() -> None:
    found = submitted(highlights={"vi": "có", "en": "yes"}).in_file("submissions/2023/sa-pa.yaml", partial=True)
    assert found.highlights == LocalText("có", "yes")
    assert found.at("values", "x") == ("submissions/2023/sa-pa.yaml", ("values", "x"), "value")
    assert found.partial
    with pytest.raises(ValidationError, match="frozen"):
        found.year = 2024


def test_numbers_are_never_made_of_texts_or_of_yes() -> None:
    for wrong in ("7.2", True, 7.2, 7, None):
        with pytest.raises(ValidationError):
            Value.model_validate({"numerator": wrong} if wrong is not None else {"denominator": ()})
