"""Amazon Transcribe: punctuation without time, labels apart from the items, channels."""

from __future__ import annotations

from typing import Any

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.json_family.talks import read_json, times
from tests.formats.talks import spoken


def word(text: str, start: float, **more: Any) -> dict[str, Any]:
    """A word, half a second long."""
    times_of = {"start_time": f"{start:.2f}", "end_time": f"{start + 0.5:.2f}"}
    return {**mark(text), "type": "pronunciation", **times_of, **more}


def mark(text: str) -> dict[str, Any]:
    """A mark of punctuation."""
    return {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": text}]}


def test_a_mark_has_the_time_of_its_word() -> None:
    """So that a sentence ends when its last word does."""
    talk = read_json({"results": {"items": [word("Hi", 1), mark(","), word("you", 2), mark("?")]}})
    assert [turn.text for turn in talk.turns] == ["Hi, you?"]
    assert times(talk)[1] == (",", 1000, 1500)
    assert talk.turns[0].time_source == "word"


def test_the_transcript_tells_where_blanks_are() -> None:
    """As in languages without blanks, and before a question that opens with a mark."""
    items = [word("今日", 1), word("は", 2), mark("。"), word("雨", 3)]
    whole = {"results": {"transcripts": [{"transcript": "今日は。 雨"}], "items": items}}
    assert [turn.text for turn in read_json(whole).turns] == ["今日は。 雨"]
    items = [mark("¿"), word("Qué", 1), mark("?")]
    whole = {"results": {"transcripts": [{"transcript": "¿Qué?"}], "items": items}}
    assert [turn.text for turn in read_json(whole).turns] == ["¿Qué?"]


def test_a_transcript_of_something_else_is_not_heeded() -> None:
    """As where it was edited."""
    items = [word("Hi", 1), word("you", 2), mark(".")]
    whole = {"results": {"transcripts": [{"transcript": "Hallo"}], "items": items}}
    assert [turn.text for turn in read_json(whole).turns] == ["Hi you."]


def test_labels_beside_the_items_are_found_by_their_times() -> None:
    """Whatever is not labelled is of nobody known."""
    items = [word("Hi", 1), mark("."), word("Ho", 2), word("He", 3)]
    labels = [{"start_time": f"{i}.00", "end_time": f"{i}.50"} for i in (1, 2)]
    segments = [{"speaker_label": f"spk_{i}", "items": [label]} for i, label in enumerate(labels)]
    whole = {"results": {"speaker_labels": {"segments": segments}, "items": items}}
    assert spoken(read_json(whole)) == [("spk_0", "Hi."), ("spk_1", "Ho"), (None, "He")]


def test_items_of_channels_are_read_once() -> None:
    """They stand by channel, and all of them again."""
    first, second = [word("Hi", 1), mark("."), word("Why", 5)], [word("Ho", 2)]
    channels = [
        {"channel_label": "ch_0", "items": first},
        {"channel_label": "ch_1", "items": second},
    ]
    labels = {"channels": channels, "number_of_channels": 2}
    whole = {"results": {"channel_labels": labels, "items": [*first, *second]}}
    assert spoken(read_json(whole, in_order=False)) == [
        ("ch_0", "Hi."),
        ("ch_1", "Ho"),
        ("ch_0", "Why"),
    ]


def test_segments_alone_are_read() -> None:
    """Where somebody took the items away."""
    segment = {"transcript": "Hi.", "start_time": "1.0", "end_time": "2", "speaker_label": "spk_0"}
    talk = read_json({"results": {"audio_segments": [segment]}})
    assert (spoken(talk), talk.turns[0].time_source) == ([("spk_0", "Hi.")], "cue")


@pytest.mark.parametrize(
    "item", [{}, 3, {"alternatives": [{"content": 3}]}, word("a", 1, end_time=True)]
)
def test_other_items_are_malformed(item: Any) -> None:
    """With the line."""
    with pytest.raises(MalformedTranscriptError, match="line 1"):
        read_json({"results": {"items": [word("Hi", 1), item]}})
