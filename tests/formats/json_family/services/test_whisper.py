"""Whisper and its variants: segments in all their shapes."""

from __future__ import annotations

from typing import Any

import pytest

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError
from tests.formats.json_family.talks import read_json, segment, times
from tests.formats.talks import read


def test_loops_and_blanks_stay_and_empty_segments_are_counted() -> None:
    """What the recogniser repeats is repeated; nothing is made up."""
    talk = read_json({"segments": [segment(" Yes.", 0), segment("", 1), segment(" Yes.", 2)]})
    assert [turn.text for turn in talk.turns] == ["Yes. Yes."]
    assert [left.reason for left in talk.left_out] == ["segment without words"]
    assert (talk.format, talk.turns[0].time_source) == ("whisper", "cue")


def test_words_give_their_times_to_the_text() -> None:
    """Also where they are the only words of their segment, or have none."""
    listed = [
        {"word": " Hi", "start": 0.1, "end": 0.3, "probability": 1},
        {"word": " you.", "start": 0.4, "end": 0.9},
    ]
    talk = read_json({"segments": [segment(" Hi you.", 0, words=listed), segment(" Ho.", 5)]})
    assert times(talk) == [("Hi ", 100, 300), ("you.", 400, 900), ("Ho.", 5000, 6000)]
    assert talk.turns[0].time_source == "word"


def test_words_beside_the_segments_are_shared_out() -> None:
    """As in `verbose_json`, where they have no marks."""
    listed = [{"word": w, "start": i, "end": i + 0.5} for i, w in enumerate(["Hi", "you", "Ho"])]
    whole = {"words": listed, "segments": [segment("Hi, you!", 0, end=1.9), segment("Ho.", 2)]}
    assert times(read_json(whole)) == [("Hi, ", 0, 500), ("you!", 1000, 1500), ("Ho.", 2000, 2500)]


def test_a_text_with_words_alone_is_read() -> None:
    """As in `verbose_json` where only words were asked for."""
    listed = [{"word": "Hi", "start": 0, "end": 0.5}, {"word": "you", "start": 1, "end": 2}]
    talk = read_json({"task": "transcribe", "duration": 2, "text": "Hi, you.", "words": listed})
    assert times(talk) == [("Hi, ", 0, 500), ("you.", 1000, 2000)]


def test_segments_without_text_are_read_from_their_words() -> None:
    """Blanks are where the words have them."""
    listed = [{"word": w, "start": 1, "end": 2} for w in (" Well", "-known", " it", " is.")]
    talk = read_json({"segments": [{"start": 1, "end": 2, "text": None, "words": listed}]})
    assert [turn.text for turn in talk.turns] == ["Well-known it is."]


def test_other_shapes_of_the_same_are_read() -> None:
    """A bare list, what a service puts around, and speakers in place of chunks."""
    assert read_json([segment("Hi.", 1, avg_logprob=-0.2)]).format == "whisper"
    assert read_json([{"timestamp": [1.0, 2.0], "text": " Hi."}]).turns[0].text == "Hi."
    assert read_json({"id": 3, "output": {"segments": [segment("Hi.", 1)]}}).format == "whisper"
    chunk = {"timestamp": [1.0, None], "text": " Hi."}
    assert times(read_json({"chunks": [chunk]})) == [("Hi.", 1000, None)]
    both = {"speakers": [{**chunk, "speaker": "S1"}], "chunks": [chunk], "text": " Hi."}
    talk = read_json(both)
    assert [(turn.speaker, turn.text) for turn in talk.turns] == [("S1", "Hi.")]


def test_times_that_are_no_times_are_none() -> None:
    """NaN, as of words that could not be aligned, is not a time."""
    talk = read('{"segments": [{"start": NaN, "end": null, "text": "Hi."}]}')
    assert (times(talk), talk.turns[0].time_source) == ([("Hi.", None, None)], "none")


def test_a_talk_without_segments_is_empty() -> None:
    """No speech is no fault of the format."""
    with pytest.raises(EmptyTranscriptError):
        read_json({"text": "", "segments": [{"start": 0, "end": 1, "text": " "}]})


@pytest.mark.parametrize(
    "value",
    [
        {"segments": "hush", "x": [segment("a", 1)]},
        {"segments": {"a": [segment("a", 1)]}},
        {"segments": [segment("a", 1), "hush"]},
        {"segments": [segment("a", 1), {"start": 1, "end": 2}]},
        {"segments": [segment("a", 1), {"text": {"a": "hush"}, "start": 1}]},
        {"segments": [segment("a", 1), {"text": "a", "start": "hush"}]},
    ],
)
def test_other_shapes_are_malformed(value: Any) -> None:
    """With the line, and without words of the talk."""
    with pytest.raises(MalformedTranscriptError) as caught:
        read_json(value)
    assert caught.value.line is not None
    assert "hush" not in str(caught.value)
