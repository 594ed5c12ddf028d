"""AssemblyAI: milliseconds, with and without utterances."""

from __future__ import annotations

from typing import Any

import pytest

from nuggets.errors import EmptyTranscriptError
from tests.formats.json_family.talks import read_json, times
from tests.formats.talks import spoken


def word(text: str, start: int, speaker: str | None = None) -> dict[str, Any]:
    """A word, half a second long."""
    return {"text": text, "start": start, "end": start + 500, "confidence": 1, "speaker": speaker}


HI = word("Hi.", 100, "A")
HO = word("Ho.", 900, "B")


def test_the_words_of_utterances_are_read_once() -> None:
    """The text and the words of the whole say the same again."""
    utterances = [
        {**HI, "words": [HI]},
        {**HO, "words": [HO]},
    ]
    talk = read_json({"text": "Hi. Ho.", "words": [HI, HO], "utterances": utterances})
    assert spoken(talk) == [("A", "Hi."), ("B", "Ho.")]
    assert times(talk) == [("Hi.", 100, 600), ("Ho.", 900, 1400)]


def test_without_utterances_the_words_are_read() -> None:
    """With the speakers of the words where they have some."""
    whole = {"text": "Hi. Ho.", "words": [HI, HO], "utterances": None, "audio_url": "x"}
    assert spoken(read_json(whole)) == [("A", "Hi."), ("B", "Ho.")]
    whole = {"text": None, "words": [word("Hi.", 1), word("Ho.", 2)], "utterances": None}
    assert spoken(read_json(whole)) == [(None, "Hi. Ho.")]


def test_sentences_and_paragraphs_are_read() -> None:
    """As the service gives them for a transcript."""
    for key in ("sentences", "paragraphs"):
        talk = read_json({key: [{**HI, "words": [HI]}], "id": "x", "confidence": 1})
        assert (talk.format, spoken(talk)) == ("assemblyai", [("A", "Hi.")])


def test_a_transcript_that_is_not_done_is_empty() -> None:
    """It has members and no words."""
    with pytest.raises(EmptyTranscriptError):
        read_json(
            {"text": "", "words": [], "utterances": [], "start": 0, "end": 0, "confidence": 0}
        )


def test_utterances_of_others_are_not_taken_for_milliseconds() -> None:
    """Gladia's are in seconds."""
    other = {"text": "Hi.", "start": 0.1, "end": 0.6, "confidence": 1}
    whole = {"utterances": [{**other, "words": [{**other, "word": "Hi."}]}]}
    talk = read_json(whole)
    assert (talk.format, times(talk)) == ("json", [("Hi.", 100, 600)])
