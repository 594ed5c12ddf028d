"""Synonyms of keys: however a service writes a key, its meaning and its unit are found."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.json_family.key_synonyms import find_keys, infer_time_unit
from nuggets.formats.json_family.segments import Keys
from nuggets.formats.json_family.tree import read_tree

UNITS = {"": 1000.0, "_seconds": 1000.0, "_ms": 1.0, "_milliseconds": 1.0, "_in_ticks": 1e-4}


def keys_of(segments: list[dict[str, object]]) -> Keys:
    """Find the keys of segments and the unit of their times."""
    tree = read_tree(json.dumps(segments), "json")
    return infer_time_unit(tree, tree.root, find_keys(tree, tree.root))


@given(
    st.sampled_from(("start", "start_time", "begin")),
    st.sampled_from(("end", "end_time", "until")),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from((str, str.upper, str.title, lambda key: key.replace("_", ""))),
)
def test_a_key_may_end_in_its_unit(
    start: str, end: str, unit: str, write: Callable[[str], str]
) -> None:
    """In any case, with and without underscores."""
    start, end = write(start + unit), write(end + unit)
    keys = keys_of([{"text": "So we begin.", start: 1.5, end: 2.5}])
    assert (keys.start, keys.end, keys.unit_ms) == ((start,), (end,), UNITS[unit])


@pytest.mark.parametrize(("last", "unit_ms"), [(3, 1000), (3_000, 1)])
def test_the_unit_is_inferred_from_the_words(last: int, unit_ms: float) -> None:
    """Whole numbers that would leave minutes for each word as seconds are milliseconds."""
    assert keys_of([{"text": "So we begin.", "start": 0, "end": last}]).unit_ms == unit_ms


def test_a_name_is_a_speaker_where_it_recurs() -> None:
    """A key `name` may also be that of each segment."""
    talk: list[dict[str, object]] = [{"text": "So.", "name": "Ann"}, {"text": "No.", "name": "Ben"}]
    assert keys_of(talk * 2).speaker == ("name",)
    assert keys_of(talk).speaker == ("speaker",)
