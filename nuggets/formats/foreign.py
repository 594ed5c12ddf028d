"""Files that are visibly something else, and what to do with them instead.

Reading captions in the midst of other text, or XML, as plain text would take markup for speech
and lose the times.
"""

from __future__ import annotations

import json
import re

from nuggets.errors import MalformedTranscriptError, UnknownFormatError
from nuggets.formats.json_family.unknown import tell_keys
from nuggets.formats.lines import LINE_ENDS, line_number
from nuggets.timecode import CLOCK

_SAVE_AS_TEXT = "save the transcript as plain text (UTF-8) first"
_MAGICS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", f"looks like a PDF; {_SAVE_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"looks like an old Word document; {_SAVE_AS_TEXT}"),
    (b"{\\rtf", f"looks like rich text (RTF); {_SAVE_AS_TEXT}"),
    (b"ID3", "looks like a recording (MP3); nuggets reads transcripts, so have it transcribed"),
    (b"OggS", "looks like a recording (Ogg); nuggets reads transcripts, so have it transcribed"),
    (b"fLaC", "looks like a recording (FLAC); nuggets reads transcripts, so have it transcribed"),
    (b"RIFF", "looks like a recording (WAV); nuggets reads transcripts, so have it transcribed"),
    (b"\x00\x00\x00\x18ftyp", "looks like a video; nuggets reads transcripts, so transcribe it"),
    (b"\x00\x00\x00\x20ftyp", "looks like a video; nuggets reads transcripts, so transcribe it"),
)
_XML = re.compile(r"\s*<(?:\?xml|!doctype|tt)[\s>]", re.IGNORECASE)
_CUE = re.compile(rf"(?:\A|(?<=[{LINE_ENDS}]))[ \t]*{CLOCK}(?:[ \t]*-->[ \t]*|,){CLOCK}")
_JSON = re.compile(r'\s*(?:\{\s*(?:"|\}\s*\Z)|\[\s*(?:\{\s*"|\[\s*\[|\]\s*\Z))')
_JSON_KEY = re.compile(r'"[A-Za-z_][A-Za-z0-9_]{0,40}+"[ \t\r\n]*+:[ \t\r\n]*+["\[{0-9tfn-]')
_KEYS_SAMPLE = 20_000  # characters in which keys are counted
_LEAST_KEYS = 5
_KEY_EVERY = 200  # characters of JSON for each key, at most; in prose there are far fewer


def refuse_other_files(data: bytes) -> None:
    """Refuse bytes that begin like a file of another kind.

    Raises:
        UnknownFormatError: They do.
    """
    for magic, advice in _MAGICS:
        if data.startswith(magic):
            raise UnknownFormatError(advice)


def refuse_other_texts(source: str) -> None:
    """Refuse a text that is visibly no plain text: XML, JSON of no known kind.

    Args:
        source: The decoded text, which no format but those for plain text fits.

    Raises:
        UnknownFormatError: The text is of a kind that is not read.
        MalformedTranscriptError: It is JSON and breaks off.
    """
    if holds_captions(source):
        raise UnknownFormatError(
            "the times of captions stand in the midst of other text; save the captions alone, "
            "beginning with the first cue (or with WEBVTT)"
        )
    if _XML.match(source):
        raise UnknownFormatError(f"looks like XML of no known kind; {_SAVE_AS_TEXT}")
    if source.lstrip()[:1] in ("{", "["):
        _refuse_json(source)
    sample = source[:_KEYS_SAMPLE]
    keys = sum(1 for _ in _JSON_KEY.finditer(sample))
    if keys >= _LEAST_KEYS and keys * _KEY_EVERY >= len(sample):
        raise MalformedTranscriptError("json", 1, "the JSON has no beginning, or not its own")


def holds_captions(source: str) -> bool:
    """Whether several lines of a text are the times of captions."""
    cues = _CUE.finditer(source)
    return next(cues, None) is not None and next(cues, None) is not None


def _refuse_json(source: str) -> None:
    """Refuse JSON, whole or cut; a text such as `[Music] ...` is none and passes."""
    begins_like_json = _JSON.match(source) is not None
    root = None
    try:
        root = json.loads(source, strict=False, parse_int=float)
    except json.JSONDecodeError as error:
        if not begins_like_json:
            return
        if not error.msg.startswith("Extra data"):  # else several JSON texts, one a line
            line = line_number(source, error.pos)
            reason = error.msg[:1].lower() + error.msg[1:]
            raise MalformedTranscriptError(
                "json", line, f"the JSON breaks off here: {reason}"
            ) from error
    except RecursionError as error:
        raise MalformedTranscriptError("json", None, "the JSON is nested too deeply") from error
    if root is None:
        raise UnknownFormatError(
            "looks like several JSON texts, one below the other; put them into one list first"
        )
    raise UnknownFormatError(f"looks like JSON, but of no known kind; {tell_keys(root)}")
