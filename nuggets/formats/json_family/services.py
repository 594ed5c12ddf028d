"""Services and programs whose JSON is known: a name, by which keys it is detected, what is special.

All are read by one reader. A row of the table adds what a file does not say of itself.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from nuggets.formats.format import Format
from nuggets.formats.json_family.detection import (
    has_keys,
    has_talk_keys,
    looks_like_list,
    looks_like_object,
)
from nuggets.formats.json_family.reader import read_talk


class Service(NamedTuple):
    """What is particular to the JSON of one service.

    Attributes:
        name: Name of the format.
        origin: Programs and services that write it.
        speakers: Whether it names speakers, as in `Format`.
        times: The finest times, as in `Format`.
        special: Peculiarities, in a few words.
        keys: Sets of keys of which a file has one.
        without: Keys that it does not have.
        is_list: Whether it may also be a list.
        unit_ms: Milliseconds in one unit of its times; None: inferred from the rate of speech.
        names_changes: Whether it may name only changes of the speaker.
    """

    name: str
    origin: str
    speakers: str
    times: str
    special: str
    keys: tuple[tuple[str, ...], ...]
    without: tuple[str, ...] = ()
    is_list: bool = False
    unit_ms: float | None = None
    names_changes: bool = False

    def looks_like(self, source: str) -> bool:
        """Whether a text is JSON with the keys of this service."""
        if not looks_like_object(source) and not (self.is_list and looks_like_list(source)):
            return False
        return any(has_keys(source, *keys) for keys in self.keys) and not any(
            has_keys(source, key) for key in self.without
        )

    def to_format(self) -> Format:
        """Make the format of this service."""
        read = partial(
            read_talk, format=self.name, unit_ms=self.unit_ms, names_changes=self.names_changes
        )
        return Format(
            self.name,
            origin=self.origin,
            speakers=self.speakers,
            times=self.times,
            looks_like=self.looks_like,
            parse=read,
            special=self.special,
        )


_ASSEMBLYAI = ("words", "text", "start", "end", "confidence")

SERVICES: tuple[Service, ...] = (
    Service(
        "whisper.cpp",
        "whisper.cpp (`-oj`, `-ojf`)",
        "with `-di`",
        "word",
        "words are put together from tokens where these are listed",
        keys=(("transcription", "offsets", "from"),),
    ),
    Service(
        "rev-ai",
        "Rev.ai, Rev",
        "yes",
        "word",
        "speakers by name where the file names them, else by number",
        keys=(("monologues", "elements", "value"),),
    ),
    Service(
        "podcast-json",
        "Podcasting 2.0",
        "where named",
        "word",
        "segments of single words are put together",
        keys=(("segments", "body", "startTime"),),
        names_changes=True,
    ),
    Service(
        "aws-transcribe",
        "Amazon Transcribe",
        "if diarized",
        "word",
        "marks are put behind their word; of several channels each is a speaker (`ch_0`)",
        keys=(
            ("results", "items", "alternatives", "content"),
            ("results", "audio_segments", "transcript", "start_time"),
        ),
    ),
    Service(
        "deepgram",
        "Deepgram",
        "if diarized",
        "word",
        "of several channels each is a speaker (`channel 0`), put in the order of time",
        keys=(
            ("channels", "alternatives", "transcript"),
            ("results", "utterances", "words", "word", "transcript"),
        ),
    ),
    Service(
        "google-stt",
        "Google Cloud Speech-to-Text, NVIDIA Riva",
        "if diarized",
        "word",
        "a last result that repeats all words with speakers is read alone",
        keys=(("results", "alternatives", "transcript"),),
        without=("result_index", "channels"),
        is_list=True,
    ),
    *(
        Service(
            "assemblyai",
            "AssemblyAI",
            "if diarized",
            "word",
            "milliseconds; without utterances its words are read",
            keys=tuple(
                (*_ASSEMBLYAI, key)
                for key in (
                    *("utterances", "audio_url", "acoustic_model", "language_model"),
                    *("audio_duration", "sentences", "paragraphs"),
                )
            ),
            without=("segments", "word"),
            unit_ms=1.0,
        ),
    ),
    Service(
        "whisperx",
        "WhisperX, OpenAI's diarized JSON",
        "yes",
        "word",
        "speakers word by word; a numeral without time has that of the word before",
        keys=(
            ("text", "segments", "start", "speaker"),
            ("text", "chunks", "timestamp", "speaker"),
            ("text", "segments", "start", "word_segments"),
            ("text", "segments", "start", "words", "word", "score"),
        ),
    ),
    Service(
        "whisper",
        "openai-whisper, faster-whisper, OpenAI's API, Hugging Face",
        "no",
        "word",
        "word times where they were asked for; loops of repetition stay as they are",
        keys=(
            ("text", "segments", "start", "end"),
            ("text", "chunks", "timestamp"),
            ("text", "words", "word", "start", "end", "duration"),
            ("text", "avg_logprob", "start", "end"),
        ),
        is_list=True,
    ),
)
"""In the order in which they are tried: the most specific first."""

GENERIC = Format(
    "json",
    origin="ElevenLabs, Speechmatics, Soniox, Azure, Gladia, Fireflies, IBM, Vosk, Premiere, "
    "Otter, youtube-transcript-api, Telegram, Discord, Oyez and others; your own lists of "
    '`{"speaker", "text"}`',
    speakers="if diarized",
    times="word",
    looks_like=has_talk_keys,
    parse=partial(read_talk, format="json"),
    special="one list with texts, and speakers or times; what is not surely one is refused",
)
