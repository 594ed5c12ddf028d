"""Writers of what the clouds of Amazon and Google answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import MARKS, Spoken, Word, cut_into_cues, names_of


def _seconds(time_ms: int) -> str:
    return f"{time_ms / 1000:.3f}"


def _aws_items(talk: Sequence[Spoken], label: str | None) -> list[dict[str, Any]]:
    names = names_of(talk)
    items: list[dict[str, Any]] = []
    for spoken in talk:
        who = {} if label is None else {label: f"spk_{names.index(spoken.speaker)}"}
        for one in spoken.words:
            word = one.text.rstrip(MARKS)
            marks = one.text[len(word) :]
            if not word:
                word, marks = marks, ""
            items.append(
                {
                    "id": len(items),
                    "type": "pronunciation",
                    "alternatives": [{"confidence": "0.998", "content": word}],
                    "start_time": _seconds(one.start_ms),
                    "end_time": _seconds(one.end_ms),
                    **who,
                }
            )
            for mark in marks:
                alternative = {"confidence": "0.0", "content": mark}
                mark_item = {"type": "punctuation", "alternatives": [alternative]}
                items.append({"id": len(items), **mark_item, **who})
    return items


def _aws(talk: Sequence[Spoken], results: dict[str, Any]) -> bytes:
    transcripts = [{"transcript": " ".join(spoken.text for spoken in talk)}]
    whole = {
        "jobName": "town-hall",
        "accountId": "000000000000",
        "results": {"transcripts": transcripts, **results},
        "status": "COMPLETED",
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def write_aws(talk: Sequence[Spoken]) -> bytes:
    """Amazon Transcribe as it writes now: labels on the items, and the segments beside them."""
    names = names_of(talk)
    segments = [
        {
            "id": i,
            "transcript": cue.text,
            "start_time": _seconds(cue.start_ms),
            "end_time": _seconds(cue.end_ms),
            "speaker_label": f"spk_{names.index(cue.speaker)}",
            "items": [i],
        }
        for i, cue in enumerate(cut_into_cues(talk))
    ]
    labels = {"segments": _aws_labels(talk, names), "channel_label": "ch_0", "speakers": len(names)}
    items = _aws_items(talk, "speaker_label")
    return _aws(talk, {"speaker_labels": labels, "items": items, "audio_segments": segments})


def write_aws_before(talk: Sequence[Spoken]) -> bytes:
    """Amazon Transcribe as it wrote before: labels beside the items, by their times."""
    names = names_of(talk)
    labels = {"speakers": len(names), "segments": _aws_labels(talk, names)}
    return _aws(talk, {"speaker_labels": labels, "items": _aws_items(talk, None)})


def _aws_labels(talk: Sequence[Spoken], names: Sequence[str]) -> list[dict[str, Any]]:
    def times(one: Word | Spoken) -> dict[str, str]:
        return {"start_time": _seconds(one.start_ms), "end_time": _seconds(one.end_ms)}

    return [
        {
            **times(cue),
            "speaker_label": f"spk_{names.index(cue.speaker)}",
            "items": [
                {"speaker_label": f"spk_{names.index(cue.speaker)}", **times(one)}
                for one in cue.words
            ],
        }
        for cue in cut_into_cues(talk)
    ]


def write_google(talk: Sequence[Spoken]) -> bytes:
    """Google v1: the last result repeats all words, now with tags, and has no transcript."""
    names = names_of(talk)
    results: list[dict[str, Any]] = []
    tagged: list[dict[str, Any]] = []
    for cue in cut_into_cues(talk, most_words=40):
        words = [_google_word(one) for one in cue.words]
        best = {"transcript": f" {cue.text}", "confidence": 0.93, "words": words}
        end = f"{_seconds(cue.end_ms)}s"
        results.append({"alternatives": [best], "resultEndTime": end, "languageCode": "en-us"})
        tagged += [{**word, "speakerTag": names.index(cue.speaker) + 1} for word in words]
    results.append({"alternatives": [{"words": tagged}], "languageCode": "en-us"})
    return json.dumps({"results": results, "totalBilledTime": "240s"}, indent=2).encode()


def _google_word(one: Word) -> dict[str, Any]:
    times = {"startTime": f"{_seconds(one.start_ms)}s", "endTime": f"{_seconds(one.end_ms)}s"}
    return {**times, "word": one.text}


def write_google_v2(talk: Sequence[Spoken]) -> bytes:
    """Google v2: offsets and labels on the words of every result."""
    names = names_of(talk)
    results = []
    for cue in cut_into_cues(talk, most_words=30):
        words = [
            {
                "startOffset": f"{_seconds(one.start_ms)}s",
                "endOffset": f"{_seconds(one.end_ms)}s",
                "word": one.text,
                "speakerLabel": str(names.index(cue.speaker) + 1),
            }
            for one in cue.words
        ]
        best = {"transcript": cue.text, "confidence": 0.9, "words": words}
        end = f"{_seconds(cue.end_ms)}s"
        results.append({"alternatives": [best], "resultEndOffset": end, "languageCode": "en-US"})
    return json.dumps({"results": results}, ensure_ascii=False).encode()


CLOUDS: tuple[Specimen, ...] = (
    Specimen(
        "aws-transcribe.json",
        "aws-transcribe",
        write_aws,
        time_source="word",
        names=lambda i: f"spk_{i}",
    ),
    Specimen(
        "aws-transcribe-before.json",
        "aws-transcribe",
        write_aws_before,
        time_source="word",
        names=lambda i: f"spk_{i}",
    ),
    Specimen(
        "google-stt.json",
        "google-stt",
        write_google,
        time_source="word",
        names=lambda i: str(i + 1),
    ),
    Specimen(
        "google-stt-v2.json",
        "google-stt",
        write_google_v2,
        time_source="word",
        names=lambda i: str(i + 1),
    ),
)
