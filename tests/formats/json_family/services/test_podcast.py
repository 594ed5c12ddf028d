"""Podcasting 2.0: bodies of a word or more."""

from __future__ import annotations

from typing import Any

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.json_family.talks import read_json, times
from tests.formats.talks import spoken


def whole(*segments: tuple[str | None, str]) -> dict[str, Any]:
    """A file of segments, a second each."""
    listed = [
        {"speaker": speaker, "startTime": i, "endTime": i + 0.5, "body": body}
        for i, (speaker, body) in enumerate(segments)
    ]
    return {"version": "1.0.0", "segments": listed}


def test_single_words_are_put_together() -> None:
    """Times are those of words; a mark alone belongs to the word before."""
    talk = read_json(whole(("A", "Hi"), ("A", ","), ("A", "you"), ("A", ".\n"), ("B", " Ho.\n")))
    assert spoken(talk) == [("A", "Hi, you."), ("B", "Ho.")]
    assert times(talk)[2] == ("you", 2000, 2500)
    assert {turn.time_source for turn in talk.turns} == {"word"}


def test_longer_bodies_have_the_times_of_cues() -> None:
    """Nothing is said of their words."""
    talk = read_json(whole(("A", "Hi you."), ("A", "Ho.")))
    assert [turn.time_source for turn in talk.turns] == ["cue"]


def test_a_speaker_is_carried_on_where_only_changes_are_named() -> None:
    """And nowhere else: elsewhere nobody is known."""
    changes = whole(("A", "a."), (None, "b."), ("B", "c."), (None, "d."), ("A", "e."))
    assert spoken(read_json(changes)) == [("A", "a. b."), ("B", "c. d."), ("A", "e.")]
    named = whole(("A", "a."), ("A", "b."), (None, "[music]"), ("B", "c."))
    assert spoken(read_json(named)) == [("A", "a. b."), (None, "[music]"), ("B", "c.")]


def test_a_segment_without_body_is_malformed() -> None:
    """With its line; an empty one is counted."""
    with pytest.raises(MalformedTranscriptError, match=r"line 1: .*body"):
        read_json({"segments": [{"body": "a", "startTime": 1}, {"startTime": 2}]})
    assert len(read_json(whole(("A", "a."), ("A", ""))).left_out) == 1
