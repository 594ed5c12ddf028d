"""Synonyms of keys: however a service writes a key, its meaning and its unit are found."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.json_family.keys import Keys, find_keys
from nuggets.formats.json_family.tree import read_tree

UNITS = {"": 1000.0, "_seconds": 1000.0, "_ms": 1.0, "_milliseconds": 1.0, "_in_ticks": 1e-4}


def keys_of(segments: list[dict[str, object]]) -> Keys:
    """Find the keys of segments."""
    tree = read_tree(json.dumps(segments), "json")
    return find_keys(tree, tree.root)


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


@pytest.mark.parametrize(
    "key",
    [
        *("speaker", "speaker_id", "speakerId", "speakerName", "speaker_label", "speaker_name"),
        *("spk", "spk_id", "participant", "participantId", "ParticipantId", "participantName"),
        *("author", "sender", "user", "username", "role", "from", "ParticipantRole", "@speaker"),
    ],
)
def test_every_key_of_a_speaker_is_known(key: str) -> None:
    """However it is written, and wherever the time is."""
    said: list[dict[str, object]] = [{"text": "So.", key: "Ann", "start": 1, "end": 2}]
    assert keys_of(said).speaker == (key,)


@pytest.mark.parametrize("key", ["message", "line", "caption", "dialogue", "speech", "utterance"])
def test_every_key_of_a_text_is_known(key: str) -> None:
    """Chats and scripts have their own."""
    assert keys_of([{"speaker": "Ann", key: "So we begin."}]).text == (key,)


def test_from_is_a_time_or_a_person() -> None:
    """Its values tell which: Telegram's are names."""
    assert keys_of([{"text": "So.", "from": "Ann"}]).speaker == ("from",)
    assert keys_of([{"text": "So.", "from": 1.5, "to": 2}]).start == ("from",)


def test_a_name_is_a_speaker_where_it_recurs() -> None:
    """A key `name` may also be that of each segment."""
    talk: list[dict[str, object]] = [{"text": "So.", "name": "Ann"}, {"text": "No.", "name": "Ben"}]
    assert keys_of(talk * 2).speaker == ("name",)
    assert keys_of(talk).speaker == ()
