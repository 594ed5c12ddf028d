"""Deepgram: text that the answer repeats is read once."""

from __future__ import annotations

from typing import Any

from tests.formats.json_family.talks import read_json, times
from tests.formats.specimens.json_family_services import write_deepgram_channels
from tests.formats.specimens.talk import TALK, join_turns, names_of
from tests.formats.talks import read, spoken


def word(text: str, start: float, speaker: int | None = None) -> dict[str, Any]:
    """A word, half a second long."""
    bare = {"word": text.strip(".?,").lower(), "start": start, "end": start + 0.5}
    return bare | ({} if speaker is None else {"speaker": speaker}) | {"punctuated_word": text}


def channel(transcript: str, *words: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A channel with its best alternative."""
    return {"alternatives": [{"transcript": transcript, "words": list(words), **more}]}


def test_speakers_change_from_word_to_word() -> None:
    """The transcript is cut between them."""
    words = (word("Hi,", 0, 0), word("you.", 1, 0), word("Ho.", 2, 1))
    talk = read_json({"results": {"channels": [channel("Hi, you. Ho.", *words)]}})
    assert spoken(talk) == [("0", "Hi, you."), ("1", "Ho.")]
    assert times(talk)[0] == ("Hi, ", 0, 500)


def test_without_words_paragraphs_are_read() -> None:
    """Their sentences have times, and they have speakers."""
    sentences = [{"text": "Hi.", "start": 1, "end": 2}, {"text": "You.", "start": 3, "end": 4}]
    paragraphs = {"paragraphs": [{"speaker": 1, "sentences": sentences}]}
    whole = {"results": {"channels": [channel("Hi. You.", paragraphs=paragraphs)]}}
    talk = read_json(whole)
    assert (spoken(talk), talk.turns[0].time_source) == ([("1", "Hi. You.")], "cue")


def test_without_both_the_transcript_is_read() -> None:
    """Without times, since there are none."""
    talk = read_json({"results": {"channels": [channel("Hi. You.")]}})
    assert (spoken(talk), talk.duration_ms) == ([(None, "Hi. You.")], None)


def test_utterances_of_several_channels_are_in_the_order_of_time() -> None:
    """A speaker of one channel is not that of another of the same number."""
    utterances = [
        {"start": 5, "end": 6, "channel": 0, "transcript": "Late.", "speaker": 0},
        {"start": 1, "end": 2, "channel": 1, "transcript": "Early.", "speaker": 0},
    ]
    whole = {"results": {"channels": [channel("Late."), channel("Early.")]}}
    whole["results"]["utterances"] = utterances
    assert spoken(read_json(whole, in_order=False)) == [
        ("channel 1, speaker 0", "Early."),
        ("channel 0, speaker 0", "Late."),
    ]


def test_a_channel_for_each_speaker_gives_the_talk() -> None:
    """Neither doubled nor mixed; a silent channel counts for nothing."""
    talk = read(write_deepgram_channels(TALK).decode())
    names = names_of(TALK)
    assert [(turn.speaker, turn.text, turn.runs[0].start_ms) for turn in talk.turns] == [
        (f"channel {names.index(speaker)}", text, start_ms)
        for speaker, text, start_ms in join_turns(TALK)
    ]
    whole = {"results": {"channels": [channel("Hi.", word("Hi.", 1)), channel("")]}}
    assert spoken(read_json(whole)) == [(None, "Hi.")]
