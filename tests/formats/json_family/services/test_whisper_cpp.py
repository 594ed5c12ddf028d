"""whisper.cpp: milliseconds, tokens that are parts of words, speakers of two channels."""

from __future__ import annotations

from typing import Any

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.json_family.talks import read_json, times
from tests.formats.talks import spoken


def timed(text: str, start: int, end: int, **more: Any) -> dict[str, Any]:
    """A segment or a token."""
    return {"text": text, "offsets": {"from": start, "to": end}, **more}


def test_tokens_are_put_together_to_words() -> None:
    """Marks that are no speech are not; a mark of punctuation is part of its word."""
    tokens = [
        timed("[_BEG_]", 0, 0),
        timed(" Hel", 100, 200),
        timed("lo", 200, 300),
        timed(",", 300, 310),
        timed(" you", 400, 900),
        timed("[_TT_50]", 1000, 1000),
    ]
    talk = read_json({"transcription": [timed(" Hello, you", 0, 1000, tokens=tokens)]})
    assert times(talk) == [("Hello, ", 100, 310), ("you", 400, 900)]


def test_speakers_are_as_written_and_unsure_is_nobody() -> None:
    """With `-di` somebody is "0", "1" or "?"."""
    segments = [
        timed(" Hi.", 0, 9, speaker="0"),
        timed(" Ho.", 9, 20, speaker="1"),
        timed(" He.", 20, 30, speaker="?"),
    ]
    talk = read_json({"transcription": segments})
    assert spoken(talk) == [("0", "Hi."), ("1", "Ho."), (None, "He.")]
    assert times(talk)[1] == ("Ho.", 9, 20)


def test_another_one_who_speaks_next_opens_a_turn() -> None:
    """With `-tdrz` only changes are told."""
    segments = [timed(" Hi.", 0, 9, speaker_turn_next=True), timed(" Ho.", 9, 20)]
    talk = read_json({"transcription": segments})
    assert spoken(talk) == [(None, "Hi."), (None, "Ho.")]


@pytest.mark.parametrize(
    "segment", [{"offsets": {"from": 0}}, {"text": "a", "offsets": {"from": "x"}}, 3]
)
def test_other_shapes_are_malformed(segment: Any) -> None:
    """With the line."""
    with pytest.raises(MalformedTranscriptError, match="line 1"):
        read_json({"transcription": [timed("a", 0, 1), segment]})
