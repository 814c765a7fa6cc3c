"""Values of a file are changed by position: what is not about them stays as it was, byte by byte."""

from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from taybac_cluster.load.editing import BLANK, drop, put, scalar

TEXT = """\
# đầu tệp
member: sa-pa
values:
  # trên a
  a: 5  # sau a
  b: {value: 45.5, note: "x, y"}
  c:
    # trong c
    value: 3
    evidence:
      - a.pdf

  # trên d
  d: |
    một dòng

gates:
  g: true
bonuses: {}
"""


@pytest.mark.parametrize(
    ("route", "value", "old", "new"),
    [
        pytest.param("values/a", Decimal("7.20"), "a: 5  # sau a", "a: 7.20  # sau a", id="a number, its comment kept"),
        pytest.param("values/c/value", Decimal(4), "value: 3", "value: 4", id="a value in a block"),
        pytest.param("values/c", {"value": Decimal(3), "evidence": ("b.pdf",)}, "- a.pdf", "- b.pdf", id="a list"),
        pytest.param("values/b/value", Decimal(9), "value: 45.5", "value: 9", id="a value in braces"),
        pytest.param("values/b/note", "z, t", '"x, y"', '"z, t"', id="a text with a comma in braces"),
        pytest.param("values/d", "hai", "|\n    một dòng", "hai", id="a text of several lines by one of one"),
        pytest.param("gates/g", BLANK, "g: true", "g: ___", id="a blank"),
        pytest.param("gates/h", False, "g: true", "g: true\n  h: false", id="a new key after the last"),
        pytest.param("bonuses/k", True, "bonuses: {}", "bonuses:\n  k: true", id="the first key in empty braces"),
        pytest.param(
            "note", "một\nhai", "bonuses: {}", "bonuses: {}\nnote: |-\n  một\n  hai", id="a text in two lines"
        ),
        pytest.param(
            "values/a",
            {"value": Decimal(7), "note": "theo: trạm"},
            "a: 5  # sau a",
            'a:  # sau a\n    value: 7\n    note: "theo: trạm"',
            id="a block in the place of a number",
        ),
    ],
)
def test_only_what_is_put_changes(route: str, value: object, old: str, new: str) -> None:
    assert put(TEXT, route.split("/"), value) == TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("route", "old"),
    [
        pytest.param("gates/g", "gates:\n  g: true\n", id="a mapping that would be empty goes with its last key"),
        pytest.param("values/c/evidence", "    evidence:\n      - a.pdf\n", id="a list"),
        pytest.param("values/b/note", ', note: "x, y"', id="the last key in braces"),
        pytest.param("values/b/value", "value: 45.5, ", id="the first key in braces"),
        pytest.param("values/a", "  a: 5  # sau a\n", id="a line"),
        pytest.param("values/z", "", id="what is not there"),
    ],
)
def test_only_what_is_dropped_goes(route: str, old: str) -> None:
    assert drop(TEXT, route.split("/")) == TEXT.replace(old, "")


def test_a_new_key_stands_in_the_order_of_the_criteria() -> None:
    assert put(TEXT, ["values", "b2"], Decimal(1), ("a", "b", "b2", "c")) == TEXT.replace("  c:\n", "  b2: 1\n  c:\n")


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40))
def test_every_text_reads_back_equal(text: str) -> None:
    assert yaml.safe_load(put(TEXT, ["values", "a"], text))["values"]["a"] == text or scalar(text)[0] != '"'


@settings(deadline=None)
@given(st.lists(st.sampled_from(["values/a", "values/b/note", "values/c", "gates/g", "x", "values/n/m"]), max_size=8))
def test_any_order_of_edits_ends_in_the_same_values(routes: list[str]) -> None:
    text = TEXT
    for number, route in enumerate(routes):
        text = put(text, route.split("/"), Decimal(number))
        found = yaml.safe_load(text)
        for key in route.split("/"):
            found = found[key]
        assert found == number
    assert "# trên a" in text
    assert "# trên d" in text
