"""JSON as the standard library reads it back: the same values, every digit of them."""

import json
import tracemalloc
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taybac_cluster.export.json import render

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False, allow_infinity=False, places=6)
)
VALUES = st.recursive(
    SCALARS, lambda inside: st.lists(inside) | st.lists(inside).map(tuple) | st.dictionaries(st.text(), inside)
)


def read(text: str) -> Any:  # noqa: ANN401 - whatever was written
    return json.loads(text, parse_float=Decimal)


def listed(value: Any) -> Any:  # noqa: ANN401
    """Return a value with lists for tuples, which JSON does not tell apart."""
    if isinstance(value, (list, tuple)):
        return [listed(each) for each in value]
    return {key: listed(each) for key, each in value.items()} if isinstance(value, dict) else value


@given(VALUES)
def test_what_is_written_is_read_back(value: Any) -> None:  # noqa: ANN401
    assert read(render(value)) == listed(value)
    assert render(value).endswith("\n")


def test_it_is_laid_out_as_the_standard_encoder_does() -> None:
    record = {"tên": "Sa Pa", "số": [1, True, None, {"a": 1.5}], "rỗng": {}, "không": []}
    assert render(record) == json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def test_while_it_is_written_no_more_is_kept_than_the_text_twice() -> None:
    record = [{"name": "Sa Pa", "points": Decimal("7.50")} for _ in range(20_000)]
    tracemalloc.start()
    text = render(record)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 3 * 2 * len(text)  # a letter beyond Latin-1 makes every letter two bytes


@given(VALUES)
def test_a_text_that_looks_like_a_number_stays_a_text(value: Any) -> None:  # noqa: ANN401
    assert read(render({"a": "7.20", "b": str(value)})) == {"a": "7.20", "b": str(value)}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        (Decimal("1E+3"), "1000"),
        (Decimal("7.50"), "7.50"),
        (Fraction(1, 4), "0.25"),
    ],
)
def test_numbers_are_written_plainly_and_to_the_last_digit(value: Any, written: str) -> None:  # noqa: ANN401
    assert render(value) == f"{written}\n"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")])
def test_what_json_has_no_number_for_is_refused(value: Any) -> None:  # noqa: ANN401
    with pytest.raises(ValueError, match=r"(?i)nan|inf"):
        render({"a": [value]})


def test_what_is_no_data_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        render({"a": {1}})
