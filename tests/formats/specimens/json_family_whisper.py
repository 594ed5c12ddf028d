"""Writers of what Whisper and its relatives dump."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from tests.formats.specimens.captions_writing import clock
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import Spoken, Word, cut_into_cues, names_of

_MARKS = ".,?!:;\"'"


def _words(cue: Spoken, *, score: str) -> list[dict[str, Any]]:
    return [
        {
            "word": f" {word.text}",
            "start": word.start_ms / 1000,
            "end": word.end_ms / 1000,
            score: 0.91,
        }
        for word in cue.words
    ]


def _segment(index: int, cue: Spoken) -> dict[str, Any]:
    return {
        "id": index,
        "seek": 0,
        "start": cue.start_ms / 1000,
        "end": cue.end_ms / 1000,
        "text": f" {cue.text}",
        "tokens": [50364, 2205, 5634, 50464],
        "temperature": 0.0,
        "avg_logprob": -0.21,
        "compression_ratio": 1.52,
        "no_speech_prob": 0.012,
    }


def write_whisper(talk: Sequence[Spoken]) -> bytes:
    """openai-whisper with words: escapes, leading blanks, and a segment without text."""
    cues = list(cut_into_cues(talk, most_words=13))
    segments = [
        {**_segment(i, cue), "words": _words(cue, score="probability")}
        for i, cue in enumerate(cues)
    ]
    empty = {**segments[-1], "id": len(segments), "text": "", "words": []}
    whole = {
        "text": "".join(segment["text"] for segment in segments),
        "segments": [*segments, empty],
        "language": "en",
    }
    return json.dumps(whole).encode()


def write_verbose(talk: Sequence[Spoken]) -> bytes:
    """`verbose_json` of OpenAI's API: words beside the segments, and without marks."""
    cues = list(cut_into_cues(talk, most_words=11))
    words = [
        {
            "word": word.text.strip(_MARKS) or word.text,
            "start": word.start_ms / 1000,
            "end": word.end_ms / 1000,
        }
        for cue in cues
        for word in cue.words
    ]
    whole = {
        "task": "transcribe",
        "language": "english",
        "duration": cues[-1].end_ms / 1000,
        "text": " ".join(cue.text for cue in cues),
        "words": words,
        "segments": [_segment(i, cue) for i, cue in enumerate(cues)],
        "usage": {"type": "duration", "seconds": 240},
    }
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def write_faster_whisper(talk: Sequence[Spoken]) -> bytes:
    """A bare list of faster-whisper's segments."""
    cues = cut_into_cues(talk)
    segments = [{**_segment(i, cue), "words": None} for i, cue in enumerate(cues)]
    return json.dumps(segments, indent=4).encode()


def write_chunks(talk: Sequence[Spoken]) -> bytes:
    """The chunks of Hugging Face's pipeline; the last one may have no end."""
    chunks: list[dict[str, Any]] = [
        {"timestamp": [cue.start_ms / 1000, cue.end_ms / 1000], "text": f" {cue.text}"}
        for cue in cut_into_cues(talk)
    ]
    chunks[-1]["timestamp"][1] = None
    whole = {"text": "".join(chunk["text"] for chunk in chunks), "chunks": chunks}
    return json.dumps(whole, ensure_ascii=False).encode()


def write_whisperx(talk: Sequence[Spoken]) -> bytes:
    """WhisperX: words with speakers, numerals without time or speaker, segments without speaker."""
    names = names_of(talk)
    segments: list[dict[str, Any]] = []
    for i, cue in enumerate(cut_into_cues(talk, most_words=12)):
        speaker = f"SPEAKER_{names.index(cue.speaker):02}"
        words = [_aligned(word, speaker) for word in cue.words]
        segment = {
            "start": cue.start_ms / 1000,
            "end": cue.end_ms / 1000,
            "text": f" {cue.text}",
            "words": words,
        }
        timed = [word for word in words if "speaker" in word]
        if i % 4 != 3 or not timed:  # where it is missing, the words still tell
            segment["speaker"] = speaker
        segments.append(segment)
    whole = {
        "segments": segments,
        "word_segments": [word for segment in segments for word in segment["words"]],
        "language": "en",
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def _aligned(word: Word, speaker: str) -> dict[str, Any]:
    if re.fullmatch(r"\W*[\d,]+\W*", word.text):
        return {"word": word.text}
    return {
        "word": word.text,
        "start": word.start_ms / 1000,
        "end": word.end_ms / 1000,
        "score": 0.83,
        "speaker": speaker,
    }


def write_diarized(talk: Sequence[Spoken]) -> bytes:
    """`diarized_json` of OpenAI's API: segments with speakers, without words."""
    names = names_of(talk)
    segments: list[dict[str, Any]] = [
        {
            "type": "transcript.text.segment",
            "text": f" {cue.text}",
            "speaker": chr(ord("A") + names.index(cue.speaker)),
            "start": cue.start_ms / 1000,
            "end": cue.end_ms / 1000,
            "id": f"seg_{i}",
        }
        for i, cue in enumerate(cut_into_cues(talk))
    ]
    text = "".join(segment["text"] for segment in segments)
    whole = {"text": text, "segments": segments, "task": "transcribe", "duration": 240.5}
    return json.dumps(whole).encode()


def write_whisper_cpp(talk: Sequence[Spoken]) -> bytes:
    """whisper.cpp with `-ojf`: tokens that are parts of words, and those that are none."""
    segments = []
    for cue in cut_into_cues(talk):
        tokens = [_token("[_BEG_]", cue.start_ms, cue.start_ms)]
        for word in cue.words:
            middle = (word.start_ms + word.end_ms) // 2
            if len(word.text) > 5:
                tokens.append(_token(f" {word.text[:3]}", word.start_ms, middle))
                tokens.append(_token(word.text[3:], middle, word.end_ms))
            else:
                tokens.append(_token(f" {word.text}", word.start_ms, word.end_ms))
        tokens.append(_token("[_TT_50]", cue.end_ms, cue.end_ms))
        segments.append(
            {**_times(cue.start_ms, cue.end_ms), "text": f" {cue.text}", "tokens": tokens}
        )
    whole = {
        "systeminfo": "AVX = 1 | AVX2 = 1 | FMA = 1 |",
        "model": {"type": "base", "multilingual": False, "vocab": 51864},
        "params": {"model": "models/ggml-base.en.bin", "language": "en", "translate": False},
        "result": {"language": "en"},
        "transcription": segments,
    }
    return (json.dumps(whole, indent="\t", ensure_ascii=False) + "\n").encode()


def _times(start_ms: int, end_ms: int) -> dict[str, Any]:
    return {
        "timestamps": {"from": clock(start_ms, point=","), "to": clock(end_ms, point=",")},
        "offsets": {"from": start_ms, "to": end_ms},
    }


def _token(text: str, start_ms: int, end_ms: int) -> dict[str, Any]:
    return {"text": text, **_times(start_ms, end_ms), "id": 4430, "p": 0.72, "t_dtw": -1}


WHISPERS: tuple[Specimen, ...] = (
    Specimen("whisper.json", "whisper", write_whisper, False, False, "word"),
    Specimen("whisper-verbose.json", "whisper", write_verbose, False, False, "word"),
    Specimen("faster-whisper.json", "whisper", write_faster_whisper, False, False, "cue"),
    Specimen("whisper-chunks.json", "whisper", write_chunks, False, False, "cue"),
    Specimen(
        "whisperx.json",
        "whisperx",
        write_whisperx,
        time_source="word",
        names=lambda i: f"SPEAKER_{i:02}",
    ),
    Specimen(
        "openai-diarized.json",
        "whisperx",
        write_diarized,
        time_source="cue",
        names=lambda i: chr(ord("A") + i),
    ),
    Specimen("whisper-cpp.json", "whisper.cpp", write_whisper_cpp, False, False, "word"),
)
