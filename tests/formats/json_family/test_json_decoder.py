"""The tolerant decoder of JSON: what it accepts beyond JSON, and that JSON is read as ever."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.json_family.json_decoder import TEXT_AFTER, load_json, syntax_error

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.text(max_size=3), VALUES, max_size=4)


@given(VALUES, st.booleans())
def test_json_is_read_as_by_the_standard_library(value: Any, may_be_lines: bool) -> None:
    """Whether or not lines of JSON are allowed."""
    assert load_json(json.dumps(value), may_be_lines=may_be_lines) == value


@given(st.lists(OBJECTS, min_size=2, max_size=4), st.sampled_from(("\n", "\r\n", "\n\n", " \n")))
def test_objects_below_one_another_are_a_list(objects: list[dict[str, Any]], end: str) -> None:
    """JSON Lines, where they are allowed; otherwise it is text after the end."""
    text = end.join(map(json.dumps, objects))
    assert load_json(text, may_be_lines=True) == objects
    with pytest.raises(json.JSONDecodeError):
        load_json(text, may_be_lines=False)
    assert TEXT_AFTER in str(syntax_error(text, "x", may_be_lines=False))


@pytest.mark.parametrize("text", ['{"a": 1} {"a": 2}', "[1]\n[2]", '{"a": 1}\n2'])
def test_other_values_are_no_lines(text: str) -> None:
    """Two objects on a line, and values that are no objects."""
    with pytest.raises(json.JSONDecodeError):
        load_json(text, may_be_lines=True)


def test_line_breaks_in_strings_and_long_numbers_are_accepted() -> None:
    """A number of more digits than Python converts is infinite."""
    assert load_json('{"a": "x\ny"}', may_be_lines=False) == {"a": "x\ny"}
    assert load_json(f"[{'9' * 10_000}]", may_be_lines=False) == [float("inf")]
