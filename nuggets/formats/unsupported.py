"""Detection of unsupported files (audio, archives, XML, ...), with an error that says what to do.

If they were read as plain text, markup would pass for speech and times would be lost.
"""

from __future__ import annotations

import json
import re

from nuggets.errors import MalformedTranscriptError, UnknownFormatError
from nuggets.formats.archives import UNPACK
from nuggets.formats.json_family.unrecognised import (
    EXTRA_DATA,
    NESTED_TOO_DEEPLY,
    describe_keys,
    describe_syntax_error,
)
from nuggets.formats.lines import LINE_ENDS, line_number
from nuggets.formats.text.wordless_texts import refuse_wordless
from nuggets.timecode import CLOCK

_SAVE_AS_TEXT = "save the transcript as plain text (UTF-8) first"
_BY_EDITOR = "save them as SRT or WebVTT first, in an editor of subtitles such as Subtitle Edit"
_TRANSCRIBE = "nuggets reads transcripts, so have it transcribed"
_PICTURE = "looks like a picture; save the transcript as plain text (UTF-8) instead"
_BY_FFMPEG = "convert them first, with"
_MP3, _AAC = (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"), (b"\xff\xf1", b"\xff\xf9")
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"looks like an old Word document; {_SAVE_AS_TEXT}"),
    (0, b"ID3", f"looks like a recording (MP3); {_TRANSCRIBE}"),
    *((0, sync, f"looks like a recording (MP3); {_TRANSCRIBE}") for sync in _MP3),
    *((0, sync, f"looks like a recording (AAC); {_TRANSCRIBE}") for sync in _AAC),
    (0, b"OggS", f"looks like a recording (Ogg); {_TRANSCRIBE}"),
    (0, b"fLaC", f"looks like a recording (FLAC); {_TRANSCRIBE}"),
    (0, b"#!AMR", f"looks like a recording (AMR); {_TRANSCRIBE}"),
    (0, b"caff", f"looks like a recording (CAF); {_TRANSCRIBE}"),
    (8, b"AVI ", f"looks like a video (AVI); {_TRANSCRIBE}"),
    (0, b"RIFF", f"looks like a recording (WAV); {_TRANSCRIBE}"),
    (8, b"AIFF", f"looks like a recording (AIFF); {_TRANSCRIBE}"),
    (4, b"ftyp", f"looks like a recording or a video (MP4, M4A or MOV); {_TRANSCRIBE}"),
    (0, b"\x1aE\xdf\xa3", f"looks like a video (WebM or Matroska); {_TRANSCRIBE}"),
    (0, b"0&\xb2u\x8ef\xcf\x11", f"looks like a recording or a video (WMA or WMV); {_TRANSCRIBE}"),
    (0, b"\x89PNG\r\n", _PICTURE),
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"GIF8", _PICTURE),
    (0, b"7z\xbc\xaf\x27\x1c", f"looks like a 7z archive; {UNPACK}"),
    (0, b"Rar!\x1a\x07", f"looks like a RAR archive; {UNPACK}"),
    (0, b"\xfd7zXZ\0", f"looks like an XZ archive; {UNPACK}"),
    (0, b"\x28\xb5\x2f\xfd", f"looks like a Zstandard archive; {UNPACK}"),
    (3, b"STL25.01", f"looks like subtitles of television (EBU STL); {_BY_EDITOR}"),
    (3, b"STL30.01", f"looks like subtitles of television (EBU STL); {_BY_EDITOR}"),
)
"""Offset, bytes that a file has there, and the error about such a file; the first match counts."""

_OTHER_KINDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"[\s\ufeff]*+(?:{begins})", re.IGNORECASE), advice)
    for begins, advice in (
        (
            r"(?:\[[a-z]+:[^\]\n]*+\]\s*+)*+\[[0-9]+:[0-9.:]+\][ \t]*+<[0-9]+:[0-9.:]+>",
            f"looks like lyrics of the kind LRC, with a time in each word; {_BY_EDITOR}",
        ),
        (
            r"Scenarist_SCC V",
            f"looks like closed captions of the kind SCC; {_BY_FFMPEG} `ffmpeg -i x.scc x.srt`",
        ),
        (
            r"\{[0-9]+\}\{[0-9]*\}[^\n]*\n\s*\{[0-9]+\}\{[0-9]*\}",
            "looks like subtitles of the kind MicroDVD, which count pictures; "
            f"{_BY_FFMPEG} `ffmpeg -i x.sub x.srt`",
        ),
        (
            r"\[[0-9]+\]\[[0-9]*\][^\n]*\n\s*\[[0-9]+\]\[[0-9]*\]",
            f"looks like subtitles of the kind MPL2; {_BY_FFMPEG} `ffmpeg -i x.txt x.srt`",
        ),
        (
            r"(?://[^\n]*+\n\s*+)*+\$[A-Za-z]+[ \t]*+=",
            f"looks like subtitles of the kind Spruce STL; {_BY_FFMPEG} `ffmpeg -i x.stl x.srt`",
        ),
        (
            r"File type = \"ooTextFile",
            f"looks like a TextGrid of Praat; {_SAVE_AS_TEXT}, as `start<tab>end<tab>text` in rows",
        ),
        (
            r"(?:#[^\n]*+\n\s*+)*+\[\[[a-z_]+\]\][ \t]*+\n\s*+[a-z_]+[ \t]*+=",
            "looks like TOML; save it as JSON first",
        ),
        (
            r"[\[{][\s\[{]*+(?:text|start|speaker|id|begin|from|time)[ \t]*+:[ \t]*+[\"'0-9]",
            "looks like a list as JavaScript writes it; save it as JSON first (JSON.stringify)",
        ),
        (
            r"<SAMI[\s>]",
            f"looks like subtitles of the kind SAMI; {_BY_FFMPEG} `ffmpeg -i x.smi x.srt`",
        ),
    )
)
"""How texts of unsupported kinds begin, and the error about them."""

_CUE = re.compile(
    rf"(?:\A|(?<=[{LINE_ENDS}]))[ \t]*{CLOCK}(?:[ \t]*-->[ \t]*{CLOCK}|,{CLOCK}(?=\s|\Z))"
)
_BETWEEN = re.compile(r",[0-9]{1,3}:")  # each match of _CUE has this or an arrow; faster
_JSON = re.compile(r'\s*(?:\{\s*(?:"|\}\s*(?:\{|\Z))|\[\s*(?:\{\s*"|\[\s*\[|\]\s*\Z))')
_JSON_KEY = re.compile(r'"[A-Za-z_][A-Za-z0-9_]{0,40}+"[ \t\r\n]*+:[ \t\r\n]*+["\[{0-9tfn-]')
# A text with so many keys is a fragment of JSON; all three by eye:
_KEYS_SAMPLE = 20_000  # characters in which keys are counted
_MIN_KEYS = 5
_KEY_EVERY = 200  # most characters per key; prose has far fewer


def refuse_other_files(data: bytes) -> None:
    """Refuse a binary file of an unsupported kind.

    Raises:
        UnknownFormatError: It begins like one.
    """
    for at, signature, advice in _SIGNATURES:
        if data.startswith(signature, at):
            raise UnknownFormatError(advice)


def refuse_other_captions(source: str) -> None:
    """Refuse captions of an unsupported kind.

    Readers of text would take the names of their fields for speakers.

    Raises:
        UnknownFormatError: It begins like one.
    """
    for begins, advice in _OTHER_KINDS:
        if begins.match(source):
            raise UnknownFormatError(advice)


def refuse_other_texts(source: str) -> None:
    """Refuse what is not plain text: unknown JSON, captions amid other text.

    Args:
        source: The decoded text, which fits no format but those for plain text.

    Raises:
        UnknownFormatError: The text is of an unsupported kind.
        MalformedTranscriptError: It is JSON that is truncated.
    """
    if has_captions(source):
        raise UnknownFormatError(
            "the times of captions stand in the midst of other text; save the captions alone, "
            "beginning with the first cue (or with WEBVTT)"
        )
    if source.lstrip()[:1] in ("{", "["):
        refuse_json(source)
    refuse_wordless(source)
    sample = source[:_KEYS_SAMPLE]
    keys = sum(1 for _ in _JSON_KEY.finditer(sample))
    if keys >= _MIN_KEYS and keys * _KEY_EVERY >= len(sample):
        raise MalformedTranscriptError("json", 1, "the JSON has no beginning, or not its own")


def has_captions(source: str) -> bool:
    """Whether a text holds the cue timings of several captions."""
    if "-->" not in source and _BETWEEN.search(source) is None:
        return False
    cues = _CUE.finditer(source)
    return next(cues, None) is not None and next(cues, None) is not None


def refuse_json(source: str) -> None:
    """Refuse JSON, complete or truncated, but not text such as `[Music] ...`."""
    begins_like_json = _JSON.match(source) is not None
    root = None
    try:
        root = json.loads(source, strict=False, parse_int=float)
    except json.JSONDecodeError as error:
        if not begins_like_json:
            return
        if not error.msg.startswith(EXTRA_DATA):  # that would be JSON Lines
            line = line_number(source, error.pos)
            raise MalformedTranscriptError("json", line, describe_syntax_error(error)) from error
    except RecursionError as error:
        raise MalformedTranscriptError("json", None, NESTED_TOO_DEEPLY) from error
    if root is None:
        raise UnknownFormatError(
            "looks like several JSON texts, one below the other; put them into one list first"
        )
    raise UnknownFormatError(f"looks like JSON, but of no known kind; {describe_keys(root)}")
