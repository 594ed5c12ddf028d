"""Writers of JSON that is one list of what is said, as more services give it than have a reader."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import MARKS, Spoken, cut_into_cues


def _names(talk: Sequence[Spoken]) -> list[str]:
    return list(dict.fromkeys(spoken.speaker for spoken in talk))


def write_simple(talk: Sequence[Spoken]) -> bytes:
    """A list as people write it themselves."""
    turns = [{"speaker": spoken.speaker, "text": spoken.text} for spoken in talk]
    return json.dumps(turns, indent=2, ensure_ascii=False).encode()


def write_youtube_api(talk: Sequence[Spoken]) -> bytes:
    """What youtube-transcript-api gives: lines with a time and how long they are shown."""
    lines = [
        {
            "text": cue.text,
            "start": cue.start_ms / 1000,
            "duration": (cue.end_ms - cue.start_ms) / 1000,
        }
        for cue in cut_into_cues(talk, most_words=7)
    ]
    return json.dumps(lines).encode()


def write_elevenlabs(talk: Sequence[Spoken]) -> bytes:
    """ElevenLabs' Scribe: words, and the blanks between them, which are of the speaker before."""
    words: list[dict[str, Any]] = []
    for spoken in talk:
        for word in spoken.words:
            who = {"speaker_id": f"speaker_{_names(talk).index(spoken.speaker)}", "logprob": -0.01}
            if words:
                since = words[-1]["end"]
                until = {"start": since, "end": word.start_ms / 1000}
                before = {"speaker_id": words[-1]["speaker_id"], "logprob": 0.0}
                words.append({"text": " ", **until, "type": "spacing", **before})
            times = {"start": word.start_ms / 1000, "end": word.end_ms / 1000}
            words.append({"text": word.text, **times, "type": "word", **who})
    whole = {
        "language_code": "eng",
        "language_probability": 0.98,
        "text": " ".join(spoken.text for spoken in talk),
        "words": words,
        "transcription_id": "x1y2",
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def write_speechmatics(talk: Sequence[Spoken]) -> bytes:
    """Speechmatics: words and marks with alternatives, in which the speaker stands."""
    results: list[dict[str, Any]] = []
    for spoken in talk:
        who = {"speaker": f"S{_names(talk).index(spoken.speaker) + 1}", "language": "en"}
        for word in spoken.words:
            text = word.text.rstrip(MARKS) or word.text
            times = {"start_time": word.start_ms / 1000, "end_time": word.end_ms / 1000}
            best = {"content": text, "confidence": 0.99, **who}
            results.append({**times, "type": "word", "alternatives": [best]})
            for mark in word.text[len(text) :]:
                at = {"start_time": word.end_ms / 1000, "end_time": word.end_ms / 1000}
                kind = {"type": "punctuation", "attaches_to": "previous", "is_eos": mark in ".?!"}
                best = {"content": mark, "confidence": 1.0, **who}
                results.append({**at, **kind, "alternatives": [best]})
    whole = {
        "format": "2.9",
        "job": {"id": "abc", "created_at": "2026-06-15T08:00:00Z", "duration": 241},
        "metadata": {"type": "transcription", "transcription_config": {"diarization": "speaker"}},
        "results": results,
    }
    return json.dumps(whole, indent=2).encode()


def write_azure(talk: Sequence[Spoken]) -> bytes:
    """Azure's batch transcription: phrases with alternatives, times in ticks of 100 ns."""
    phrases = [
        {
            "recognitionStatus": "Success",
            "channel": 0,
            "speaker": _names(talk).index(spoken.speaker) + 1,
            "offset": f"PT{spoken.start_ms / 1000}S",
            "duration": f"PT{(spoken.end_ms - spoken.start_ms) / 1000}S",
            "offsetInTicks": spoken.start_ms * 10_000.0,
            "durationInTicks": (spoken.end_ms - spoken.start_ms) * 10_000.0,
            "nBest": [
                {
                    "confidence": 0.9,
                    "lexical": spoken.text.lower(),
                    "itn": spoken.text.lower(),
                    "maskedITN": spoken.text.lower(),
                    "display": spoken.text,
                }
            ],
        }
        for spoken in talk
    ]
    text = " ".join(spoken.text for spoken in talk)
    whole = {
        "source": "https://example.org/town-hall.wav",
        "timestamp": "2026-06-15T08:00:00Z",
        "durationInTicks": 2_410_000_000,
        "duration": "PT4M1S",
        "combinedRecognizedPhrases": [{"channel": 0, "lexical": text.lower(), "display": text}],
        "recognizedPhrases": phrases,
    }
    return json.dumps(whole, indent=2).encode()


LISTS: tuple[Specimen, ...] = (
    Specimen("simple.json", "json", write_simple),
    Specimen("youtube-transcript-api.json", "json", write_youtube_api, False, False, "cue"),
    Specimen(
        "elevenlabs.json",
        "json",
        write_elevenlabs,
        time_source="word",
        names=lambda i: f"speaker_{i}",
    ),
    Specimen(
        "speechmatics.json",
        "json",
        write_speechmatics,
        time_source="word",
        names=lambda i: f"S{i + 1}",
    ),
    Specimen(
        "azure-speech.json", "json", write_azure, time_source="cue", names=lambda i: str(i + 1)
    ),
)
