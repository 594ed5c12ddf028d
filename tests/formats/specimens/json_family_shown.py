"""Writers of JSON that is shown beside a recording, and of QMSum's."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import Spoken, cut_into_cues


def write_podcast(talk: Sequence[Spoken]) -> bytes:
    r"""Podcasting 2.0, a segment a word; the last word of a turn ends in a line feed."""
    segments = [
        {
            "speaker": spoken.speaker,
            "startTime": word.start_ms / 1000,
            "endTime": word.end_ms / 1000,
            "body": word.text + ("\n" if word is spoken.words[-1] else ""),
        }
        for spoken in talk
        for word in spoken.words
    ]
    whole = {"version": "1.0.0", "segments": segments}
    return json.dumps(whole, indent=2, ensure_ascii=False).encode()


def write_podcast_cues(talk: Sequence[Spoken]) -> bytes:
    """Podcasting 2.0 with longer segments."""
    segments = [
        {
            "speaker": cue.speaker,
            "startTime": cue.start_ms / 1000,
            "endTime": cue.end_ms / 1000,
            "body": cue.text,
        }
        for cue in cut_into_cues(talk)
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}).encode()


def write_youtube(talk: Sequence[Spoken]) -> bytes:
    """YouTube's recognised captions: events of words, and between them events of a line feed."""
    events: list[dict[str, Any]] = [
        {"tStartMs": 0, "dDurationMs": 240_000, "id": 1, "wpWinPosId": 1, "wsWinStyleId": 1}
    ]
    for cue in cut_into_cues(talk, most_words=7):
        if len(events) > 1:
            line_feed = {"wWinId": 1, "aAppend": 1, "segs": [{"utf8": "\n"}]}
            events.append({"tStartMs": cue.start_ms - 10, "dDurationMs": 1900, **line_feed})
        segs: list[dict[str, Any]] = [{"utf8": cue.words[0].text, "acAsrConf": 0}]
        for word in cue.words[1:]:
            offset = word.start_ms - cue.start_ms
            segs.append({"utf8": f" {word.text}", "tOffsetMs": offset, "acAsrConf": 0})
        shown = {"tStartMs": cue.start_ms, "dDurationMs": cue.end_ms - cue.start_ms + 2000}
        events.append({**shown, "wWinId": 1, "segs": segs})
    return _youtube(events)


def write_youtube_by_hand(talk: Sequence[Spoken]) -> bytes:
    """YouTube's captions made by hand: two lines an event, marks and names of speakers."""
    events: list[dict[str, Any]] = []
    for cue in cut_into_cues(talk):
        words = cue.text.split(" ")
        half = len(words) // 2
        text = " ".join(words[:half]) + "\n" + " ".join(words[half:]) if half else cue.text
        if cue.opens:
            text = f">> {cue.speaker}: {text}"
        times = {"tStartMs": cue.start_ms, "dDurationMs": cue.end_ms - cue.start_ms}
        events.append({**times, "segs": [{"utf8": text}]})
    return _youtube(events)


def _youtube(events: list[dict[str, Any]]) -> bytes:
    whole = {
        "wireMagic": "pb3",
        "pens": [{}],
        "wsWinStyles": [{}, {"mhModeHint": 2, "juJustifCode": 0, "sdScrollDir": 3}],
        "wpWinPositions": [{}, {"apPoint": 6, "ahHorPos": 20, "avVerPos": 100}],
        "events": events,
    }
    return json.dumps(whole, indent=2, ensure_ascii=False).encode()


def tokenise(text: str) -> str:
    """Part marks from words, as QMSum does."""
    return re.sub(r"(?<=\w)([.,?!:;])(?= |\Z)", r" \1", text)


def write_qmsum(talk: Sequence[Spoken]) -> bytes:
    """QMSum: marks are parted from words, and queries quote the talk."""
    entries = [{"speaker": one.speaker, "content": tokenise(one.text)} for one in talk]
    span = [["0", str(len(entries) - 1)]]
    whole = {
        "topic_list": [{"topic": "The seed library", "relevant_text_span": span}],
        "general_query_list": [{"query": "Summarize the whole meeting.", "answer": "A town hall."}],
        "specific_query_list": [{"query": "Why?", "answer": "Money.", "relevant_text_span": span}],
        "meeting_transcripts": entries,
    }
    return json.dumps(whole, indent=4).encode()


SHOWN: tuple[Specimen, ...] = (
    Specimen("qmsum.json", "qmsum", write_qmsum, as_written=tokenise),
    Specimen("podcast.json", "podcast-json", write_podcast, time_source="word"),
    Specimen("podcast-cues.json", "podcast-json", write_podcast_cues, time_source="cue"),
    Specimen("youtube.json3", "youtube-json3", write_youtube, False, False, "word"),
    Specimen("youtube-by-hand.json3", "youtube-json3", write_youtube_by_hand, time_source="cue"),
)
