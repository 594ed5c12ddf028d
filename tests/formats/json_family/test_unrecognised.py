"""Messages about JSON of an unknown kind: they name keys, and never what somebody said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.json_family.unrecognised import describe_keys, list_keys


@given(st.lists(st.text(max_size=40), max_size=12))
def test_no_key_with_words_is_named(keys: list[str]) -> None:
    """A message holds identifiers alone, six of them at most."""
    said = list_keys(keys)
    named = [part.strip('"') for part in said.removesuffix(", ...").split(", ") if part]
    assert named == [key for key in keys if key in named and key.isidentifier()][: len(named)]
    assert len(named) <= 6


def test_keys_are_those_at_the_top_or_of_the_first_object() -> None:
    """Where there is no object, only what was expected is said."""
    assert describe_keys({"a": 1, "b c": 2}).endswith('found at the top: "a"')
    assert describe_keys([1, {"b": 1}, {"c": 1}]).endswith('found in the first object: "b"')
    assert "found" not in describe_keys([1]) + describe_keys("a")
