"""Detection of captions: WebVTT, SRT and SBV, distinguished by the beginning of the text.

Nothing here raises. Where the beginning shows what a file is, its reader reports what is wrong
with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.captions.cue import RawCue
from nuggets.formats.captions.cue_markup import CueLine, read_cue_lines
from nuggets.formats.captions.cue_parser import (
    INVISIBLE,
    SECONDS_SYNTAX,
    SRT_SYNTAX,
    Syntax,
    parse_cues,
)
from nuggets.formats.captions.cue_timings import (
    read_arrow_times,
    read_sbv_times,
    read_seconds_times,
)
from nuggets.formats.lines import LINE

_SAMPLE = 100_000  # characters at the beginning that are looked at; by eye
_HEADER = re.compile(r"[\s\ufeff]*WEBVTT(?=[ \t]|[\r\n]|\Z)")
_HEADER_ALONE = re.compile(r"[\s\ufeff]*WEBVTT[ \t]*(?:[\r\n-]|\Z)")  # or with a title
_FIRST_TIMES = re.compile(
    r"[\s\ufeff]*(?:[0-9]{1,9}[ \t]*[\r\n]\s{0,9})?"
    r"(?P<clock>(?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{1,2}(?P<point>[.,:，][ ]?[0-9]{1,9})?)"
    r"[ \t]*(?:-{1,2}>|[–—]{1,2}>|={1,2}>|→)"
)
_NUMBER_FIRST = re.compile(r"[\s\ufeff]*[0-9]{1,9}[ \t]*[\r\n]")
_FIRST_SBV = re.compile(
    r"[\s\ufeff]*[0-9]{1,4}:[0-9]{2}:[0-9]{2}\.[0-9]{1,9},[0-9]{1,4}:[0-9][0-9:.]*\s"
)
_MAX_TIMES_CHARS = 120  # of a line of times, settings and text included; by eye
_MAX_CHARS_BEFORE = 2000  # the first cue of a file that lost its beginning; by eye
_MIN_CUES = 2


def _visible(source: str) -> str:
    """Remove marks of direction from a text that begins with some."""
    if not any(mark in source[:_MAX_TIMES_CHARS] for mark in INVISIBLE):
        return source
    return source[:_SAMPLE].translate(dict.fromkeys(map(ord, INVISIBLE)))


def looks_like_vtt(source: str) -> bool:
    """Whether a text is WebVTT: by its header, or by the decimal points of its first times."""
    source = _visible(source)
    if _HEADER.match(source):
        return _HEADER_ALONE.match(source) is not None or _has_arrow_times(source)
    return _NUMBER_FIRST.match(source) is None and _has_decimal_points(source)


def looks_like_headless_vtt(source: str) -> bool:
    """Whether a text is WebVTT without header: a number above times with decimal points."""
    return _NUMBER_FIRST.match(source) is not None and _has_decimal_points(source)


def _has_decimal_points(source: str) -> bool:
    """Whether the first times of a text have a decimal point, as in WebVTT, not a comma."""
    first = _FIRST_TIMES.match(source)
    return first is not None and (first["point"] or "").startswith(".")


def looks_like_srt(source: str) -> bool:
    """Whether a text begins with a cue as in SRT, or has several cues near its beginning."""
    source = _visible(source)
    if _FIRST_TIMES.match(source) is not None or _has_arrow_times(source):
        return True
    return choose_srt_syntax(source) is SECONDS_SYNTAX


def choose_srt_syntax(source: str) -> Syntax:
    """Choose how the times of SRT are written: as clocks, or in seconds."""
    lines = [match.group() for match in LINE.finditer(source[:_MAX_CHARS_BEFORE])]
    if any(read_arrow_times(line) for line in lines):
        return SRT_SYNTAX
    return SECONDS_SYNTAX if any(read_seconds_times(line) for line in lines[:2]) else SRT_SYNTAX


def looks_like_sbv(source: str) -> bool:
    """Whether a text begins with a cue as in SBV, or has several cues near its beginning."""
    source = _visible(source)
    if _FIRST_SBV.match(source):
        return True
    places = [
        match.start()
        for match in LINE.finditer(source[:_SAMPLE])
        if len(match.group()) < _MAX_TIMES_CHARS and read_sbv_times(match.group())
    ]
    return len(places) >= _MIN_CUES and places[0] < _MAX_CHARS_BEFORE


def _has_arrow_times(source: str) -> bool:
    """Whether a text holds several cue timings with an arrow, the first near the beginning."""
    count = 0
    for match in LINE.finditer(source[:_SAMPLE]):
        text = match.group()
        if (">" in text or "→" in text) and len(text) < _MAX_TIMES_CHARS and read_arrow_times(text):
            if match.start() >= _MAX_CHARS_BEFORE and not count:
                return False
            count += 1
            if count >= _MIN_CUES or _HEADER.match(source):
                return True
    return False


def parse_sample(source: str, syntax: Syntax) -> list[RawCue]:
    """Parse the first cues of a file without raising errors; the last one may be truncated."""
    return parse_cues(source[:_SAMPLE], syntax, format="", is_strict=False).cues


def read_sample_lines(cues: Sequence[RawCue]) -> list[CueLine]:
    """Remove the markup of some cues and list their lines."""
    return [line for i, cue in enumerate(cues) for line in read_cue_lines(i, cue)]
