"""Keys are found in a text without parsing it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.json_family import JSON_FAMILY
from nuggets.formats.json_family.detection import has_keys, looks_like_list, looks_like_object


@given(st.text())
def test_what_is_said_is_never_a_key(text: str) -> None:
    """Within a string, quotation marks are escaped."""
    said = f'{text} "segments": [{{"start": 1}}]'
    source = json.dumps({"a": said})
    assert not has_keys(source, "segments")
    assert has_keys(source, "a")


def test_white_space_is_where_json_has_it() -> None:
    """Around keys, braces and brackets."""
    assert has_keys('{"a" \r\n\t: 1}', "a")
    assert not has_keys('["a", "b:"]', "a")
    assert looks_like_object('\n { "a')
    assert looks_like_list('[\r\n{ "a')
    assert not looks_like_object("{vocalsound} Yes.")
    assert not looks_like_list("[[1")


@given(st.text() | st.text('{}[]":,segments text start \n'))
def test_no_text_makes_recognition_raise(text: str) -> None:
    """Whatever is not JSON is not taken for it."""
    for known in JSON_FAMILY:
        assert not known.looks_like(text) or looks_like_object(text) or looks_like_list(text)
