"""WhisperX: speakers of words and segments, either of which may be missing."""

from __future__ import annotations

from typing import Any

from tests.formats.json_family.talks import read_json, segment, times
from tests.formats.talks import spoken


def word(text: str, start: float | None = None, speaker: str | None = None) -> dict[str, Any]:
    """A word, half a second long; without time it has only its text."""
    if start is None:
        return {"word": text}
    who = {} if speaker is None else {"speaker": speaker}
    return {"word": text, "start": start, "end": start + 0.5, "score": 0.5, **who}


def test_words_of_another_speaker_are_his() -> None:
    """A segment in which two speak is cut between them, and joined to what follows."""
    words = [word("Yes.", 1, "S0"), word("No.", 2, "S1")]
    whole = {
        "segments": [
            segment(" Yes. No.", 1, words=words, speaker="S0"),
            segment(" Why?", 3, words=[word("Why?", 3, "S1")], speaker="S1"),
        ]
    }
    assert spoken(read_json(whole)) == [("S0", "Yes."), ("S1", "No. Why?")]


def test_numerals_without_time_or_speaker_stay_in_their_place() -> None:
    """They go with the word before, and never make a turn of their own."""
    words = [word("We", 1, "S1"), word("keep", 2, "S1"), word("2266"), word("now.", 4, "S1")]
    talk = read_json({"segments": [segment("We keep 2266 now.", 1, words=words, speaker="S0")]})
    assert spoken(talk) == [("S1", "We keep 2266 now.")]
    assert times(talk)[1:] == [("keep 2266 ", 2000, 2500), ("now.", 4000, 4500)]


def test_a_numeral_before_a_change_of_speakers_is_of_the_first() -> None:
    """Whosever the segment is, and also where it has no text of its own."""
    words = [word("In", 1, "S0"), word("1939."), word("Why?", 3, "S1")]
    expected = [("S0", "In 1939."), ("S1", "Why?")]
    whole = segment("In 1939. Why?", 1, words=words, speaker="S1")
    assert spoken(read_json({"segments": [whole]})) == expected
    talk = read_json({"segments": [{**whole, "text": None}]})
    assert spoken(talk) == expected
    assert times(talk)[1] == ("1939.", 1000, 1500)


def test_a_segment_without_speaker_is_of_nobody_known() -> None:
    """Nobody is guessed."""
    whole = {
        "segments": [segment("Hi.", 1, speaker="S0"), segment("Ho.", 2), segment("He.", 3)],
        "word_segments": [],
    }
    talk = read_json(whole)
    assert spoken(talk) == [("S0", "Hi."), (None, "Ho. He.")]
    assert (talk.format, talk.turns[0].time_source) == ("whisperx", "cue")


def test_words_beside_are_read_where_segments_have_none() -> None:
    """They are the same words."""
    whole = {"segments": [segment("Hi you.", 1)], "word_segments": [word("Hi", 1, "S0")]}
    talk = read_json(whole)
    assert (talk.format, spoken(talk)) == ("whisperx", [("S0", "Hi you.")])


def test_a_number_is_a_speaker_by_its_digits() -> None:
    """As other programs write them."""
    assert spoken(read_json([segment("Hi.", 1, speaker=0)])) == [("0", "Hi.")]
