"""Tells captions from other texts, and the kinds of captions from each other.

Nothing here raises: where the beginning of a file shows what it is, its reader says what is wrong
with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.captions.cue import RawCue
from nuggets.formats.captions.cue_file import Syntax, read_cue_file
from nuggets.formats.captions.cue_text import Shown, show_cue
from nuggets.formats.captions.timing import read_arrow_times, read_sbv_times
from nuggets.formats.lines import LINE_ENDS

_SAMPLE = 100_000  # characters at the beginning of a file
_HEADER = re.compile(r"[\s\ufeff]*WEBVTT(?=[ \t]|[\r\n]|\Z)")
_HEADER_ALONE = re.compile(r"[\s\ufeff]*WEBVTT[ \t]*(?:[\r\n-]|\Z)")  # or with a title
_LINE = re.compile(f"[^{LINE_ENDS}]+")
_FIRST_TIMES = re.compile(
    r"[\s\ufeff]*(?:[0-9]{1,9}[ \t]*[\r\n]\s{0,9})?"
    r"(?P<clock>(?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{1,2}(?P<point>[.,:][ ]?[0-9]{1,9})?)"
    r"[ \t]*(?:-{1,2}>|[–—]{1,2}>|→)"
)
_NUMBER_FIRST = re.compile(r"[\s\ufeff]*[0-9]{1,9}[ \t]*[\r\n]")
_FIRST_SBV = re.compile(r"[\s\ufeff]*[0-9]{1,4}:[0-9]{2}:[0-9]{2}\.[0-9]{1,9},[0-9]{1,4}:[0-9]")
_LONGEST_TIMES = 120  # characters of a line of times, with what follows on it
_MOST_BEFORE = 2000  # characters before the first cue, in a file that does not begin with it
_LEAST_CUES = 2


def begins_as_vtt(source: str) -> bool:
    """Whether a text is WebVTT: by its header, or by the points of its first times."""
    if _HEADER.match(source):
        return _HEADER_ALONE.match(source) is not None or _has_arrow_times(source)
    first = _FIRST_TIMES.match(source)
    if first is None or _NUMBER_FIRST.match(source):
        return False
    return (first["point"] or "").startswith(".")


def begins_as_numbered_vtt(source: str) -> bool:
    """Whether a text is WebVTT that lost its header: by a number above times with points."""
    first = _FIRST_TIMES.match(source)
    if first is None or not _NUMBER_FIRST.match(source):
        return False
    return (first["point"] or "").startswith(".")


def begins_as_srt(source: str) -> bool:
    """Whether a text begins with the times of a cue, or has several cues soon after."""
    return _FIRST_TIMES.match(source) is not None or _has_arrow_times(source)


def begins_as_sbv(source: str) -> bool:
    """Whether a text begins with times as in SBV, or has several cues soon after."""
    if _FIRST_SBV.match(source):
        return True
    places = [
        match.start()
        for match in _LINE.finditer(source[:_SAMPLE])
        if len(match.group()) < _LONGEST_TIMES and read_sbv_times(match.group())
    ]
    return len(places) >= _LEAST_CUES and places[0] < _MOST_BEFORE


def _has_arrow_times(source: str) -> bool:
    """Whether several lines of times stand in a text, the first one soon."""
    count = 0
    for match in _LINE.finditer(source[:_SAMPLE]):
        text = match.group()
        if "-->" in text and len(text) < _LONGEST_TIMES and read_arrow_times(text):
            if match.start() >= _MOST_BEFORE and not count:
                return False
            count += 1
            if count >= _LEAST_CUES or _HEADER.match(source):
                return True
    return False


def take_sample(source: str, syntax: Syntax) -> list[RawCue]:
    """Read the first cues of a file, whatever may be wrong with it; the last may not be whole."""
    return read_cue_file(source[:_SAMPLE], syntax, format="", is_strict=False).cues


def show_sample(cues: Sequence[RawCue]) -> list[Shown]:
    """Read the words of some cues."""
    return [line for i, cue in enumerate(cues) for line in show_cue(i, cue)]
