"""Writers of what AssemblyAI, Deepgram and Rev answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tests.formats.specimens.captions_writing import clock
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import MARKS, Spoken, Word, cut_into_cues, names_of


def write_assemblyai(talk: Sequence[Spoken]) -> bytes:
    """AssemblyAI with speakers: the words stand twice, in milliseconds."""
    names = names_of(talk)

    def word(one: Word, speaker: str) -> dict[str, Any]:
        letter = chr(ord("A") + names.index(speaker))
        times = {"start": one.start_ms, "end": one.end_ms}
        return {"text": one.text, **times, "confidence": 0.97, "speaker": letter}

    utterances = [
        {
            "speaker": chr(ord("A") + names.index(spoken.speaker)),
            "text": spoken.text,
            "confidence": 0.95,
            "start": spoken.start_ms,
            "end": spoken.end_ms,
            "words": [word(one, spoken.speaker) for one in spoken.words],
        }
        for spoken in talk
    ]
    whole = {
        "id": "5551722-f677-48a6-9287-39c0aafd9ac1",
        "language_model": "assemblyai_default",
        "acoustic_model": "assemblyai_default",
        "language_code": "en_us",
        "status": "completed",
        "audio_url": "https://example.org/town-hall.mp3",
        "text": " ".join(spoken.text for spoken in talk),
        "words": [word(one, spoken.speaker) for spoken in talk for one in spoken.words],
        "utterances": utterances,
        "confidence": 0.95,
        "audio_duration": 241,
        "speaker_labels": True,
        "chapters": None,
        "summary": "A town hall about a seed library.",
        "entities": None,
    }
    return json.dumps(whole, indent=2).encode()


def write_assemblyai_words(talk: Sequence[Spoken]) -> bytes:
    """AssemblyAI without speakers: `utterances` is null."""
    words = [
        {
            "text": one.text,
            "start": one.start_ms,
            "end": one.end_ms,
            "confidence": 0.97,
            "speaker": None,
        }
        for spoken in talk
        for one in spoken.words
    ]
    whole = {
        "id": "x",
        "status": "completed",
        "audio_url": "https://example.org/a.mp3",
        "text": " ".join(spoken.text for spoken in talk),
        "words": words,
        "utterances": None,
        "audio_duration": 241,
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def _deepgram_word(one: Word, speaker: int | None) -> dict[str, Any]:
    word = {
        "word": one.text.strip(MARKS).lower() or one.text,
        "start": one.start_ms / 1000,
        "end": one.end_ms / 1000,
        "confidence": 0.99,
    }
    if speaker is not None:
        word |= {"speaker": speaker, "speaker_confidence": 0.7}
    return word | {"punctuated_word": one.text}


def _deepgram(channels: list[dict[str, Any]], **more: Any) -> bytes:
    metadata = {
        "transaction_key": "deprecated",
        "request_id": "2479c8c8",
        "sha256": "0",
        "created": "2026-05-04T18:00:00.000Z",
        "duration": 241.2,
        "channels": len(channels),
        "models": ["general"],
    }
    return json.dumps({"metadata": metadata, "results": {"channels": channels, **more}}).encode()


def write_deepgram(talk: Sequence[Spoken]) -> bytes:
    """Deepgram with everything: transcript, words, paragraphs and utterances say the same."""
    names = names_of(talk)
    words = [
        _deepgram_word(one, names.index(spoken.speaker)) for spoken in talk for one in spoken.words
    ]
    said = "\n\n".join(f"Speaker {names.index(one.speaker)}: {one.text}" for one in talk)
    paragraphs = [
        {
            "sentences": [
                {"text": one.text, "start": one.start_ms / 1000, "end": one.end_ms / 1000}
            ],
            "speaker": names.index(one.speaker),
            "num_words": len(one.words),
            "start": one.start_ms / 1000,
            "end": one.end_ms / 1000,
        }
        for one in talk
    ]
    alternative = {
        "transcript": " ".join(one.text for one in talk),
        "confidence": 0.99,
        "words": words,
        "paragraphs": {"transcript": f"\n{said}", "paragraphs": paragraphs},
    }
    utterances = [
        {
            "start": cue.start_ms / 1000,
            "end": cue.end_ms / 1000,
            "confidence": 0.99,
            "channel": 0,
            "transcript": cue.text,
            "words": [_deepgram_word(one, names.index(cue.speaker)) for one in cue.words],
            "speaker": names.index(cue.speaker),
            "id": "64ebbe5c",
        }
        for cue in cut_into_cues(talk)
    ]
    return _deepgram([{"alternatives": [alternative]}], utterances=utterances)


def write_deepgram_words(talk: Sequence[Spoken]) -> bytes:
    """Deepgram with speakers on the words alone, and a second alternative."""
    names = names_of(talk)
    words = [
        _deepgram_word(one, names.index(spoken.speaker)) for spoken in talk for one in spoken.words
    ]
    best = {"transcript": " ".join(one.text for one in talk), "confidence": 0.9, "words": words}
    other = {"transcript": "nothing like it", "confidence": 0.1, "words": []}
    return _deepgram([{"alternatives": [best, other]}])


def write_deepgram_channels(talk: Sequence[Spoken]) -> bytes:
    """Deepgram with a channel for each speaker."""
    channels = []
    for name in names_of(talk):
        mine = [spoken for spoken in talk if spoken.speaker == name]
        words = [_deepgram_word(one, None) for spoken in mine for one in spoken.words]
        text = " ".join(spoken.text for spoken in mine)
        channels.append({"alternatives": [{"transcript": text, "confidence": 0.9, "words": words}]})
    return _deepgram(channels)


def write_rev(talk: Sequence[Spoken]) -> bytes:
    """Rev.ai: blanks and marks are elements; speakers are numbers."""
    names = names_of(talk)
    monologues = [
        {"speaker": names.index(spoken.speaker), "elements": _rev_elements(spoken)}
        for spoken in talk
    ]
    return json.dumps({"monologues": monologues}).encode()


def _rev_elements(spoken: Spoken) -> list[dict[str, Any]]:
    elements: list[dict[str, Any]] = []
    for i, one in enumerate(spoken.words):
        if i:
            elements.append({"type": "punct", "value": " "})
        word = one.text.rstrip(MARKS)
        marks = one.text[len(word) :]
        if not word:
            word, marks = marks, ""
        times = {"ts": one.start_ms / 1000, "end_ts": one.end_ms / 1000}
        elements.append({"type": "text", "value": word, **times, "confidence": 0.94})
        elements += [{"type": "punct", "value": mark} for mark in marks]
    return elements


def write_rev_human(talk: Sequence[Spoken]) -> bytes:
    """Rev's people: phrases with clocks, and speakers by name."""
    names = names_of(talk)
    monologues: list[dict[str, Any]] = []
    for cue in cut_into_cues(talk):
        if cue.opens:
            monologues.append({"speaker": names.index(cue.speaker), "elements": []})
        monologues[-1]["elements"].append(
            {
                "type": "text",
                "value": f"{cue.text} ",
                "timestamp": clock(cue.start_ms, point=","),
                "end_timestamp": clock(cue.end_ms, point=","),
            }
        )
    speakers = [{"id": i, "name": name} for i, name in enumerate(names)]
    return json.dumps({"speakers": speakers, "monologues": monologues}, indent=1).encode()


SERVICES: tuple[Specimen, ...] = (
    Specimen(
        "assemblyai.json",
        "assemblyai",
        write_assemblyai,
        time_source="word",
        names=lambda i: chr(ord("A") + i),
    ),
    Specimen("assemblyai-words.json", "assemblyai", write_assemblyai_words, False, False, "word"),
    Specimen("deepgram.json", "deepgram", write_deepgram, time_source="word", names=str),
    Specimen(
        "deepgram-words.json", "deepgram", write_deepgram_words, time_source="word", names=str
    ),
    Specimen("rev-ai.json", "rev-ai", write_rev, time_source="word", names=str),
    Specimen("rev-human.json", "rev-ai", write_rev_human, time_source="cue"),
)
