"""JSON of WhisperX: segments and words with times and speakers.

    {"segments": [{"start": 1.2, "end": 3.4, "text": " We keep 2266 of them.",
      "words": [{"word": "We", "start": 1.2, "end": 1.3, "score": 0.9, "speaker": "SPEAKER_00"},
                {"word": "2266"}, ...], "speaker": "SPEAKER_00"}, ...], "word_segments": [...]}

A word may have another speaker than its segment, and numerals have no time. Other programs write
such segments with speakers, too, perhaps without words.
"""

from __future__ import annotations

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.detection import has_keys, looks_like_list, looks_like_object
from nuggets.formats.json_family.whisper import looks_like_whisper, parse_segments

NAME = "whisperx"


def looks_like_whisperx(source: str) -> bool:
    """Whether a text is JSON with segments as Whisper's, and with speakers or scores of words."""
    if not (looks_like_object(source) or looks_like_list(source)) or not looks_like_whisper(source):
        return False
    return (
        has_keys(source, "speaker")
        or has_keys(source, "word_segments")
        or has_keys(source, "words", "word", "score")
    )


def parse_whisperx(source: str) -> Parsed:
    """Read each segment as a cue, split where its words have another speaker."""
    return parse_segments(source, NAME)


WHISPERX = Format(
    NAME,
    origin="WhisperX, OpenAI's diarized JSON",
    speakers="yes",
    times="word",
    looks_like=looks_like_whisperx,
    parse=parse_whisperx,
    special="speakers word by word; a numeral without time has that of the word before",
)
