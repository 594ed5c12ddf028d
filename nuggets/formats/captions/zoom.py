"""WebVTT of Zoom: cues are numbered, and each begins with the name of its speaker.

33
00:02:24.720 --> 00:02:32.850
Ann Lee: right right and the other thing is kind of the budget

Names are what people call themselves, such as `iPhone (2)`, or the number they dial in from.
"""

from __future__ import annotations

from nuggets.formats.captions.cue_file import VTT_SYNTAX
from nuggets.formats.captions.name_labels import is_on_every_cue
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.captions.recognition import (
    begins_as_numbered_vtt,
    begins_as_vtt,
    show_sample,
    take_sample,
)
from nuggets.formats.format import Format, Parsed

NAME = "zoom-vtt"

_LEAST_NUMBERED = 0.9  # share of cues with a number


def looks_like_zoom_vtt(source: str) -> bool:
    """Whether a text is WebVTT with numbered cues that nearly all begin with a recurring name."""
    if not begins_as_vtt(source) and not begins_as_numbered_vtt(source):
        return False
    cues = take_sample(source, VTT_SYNTAX)
    numbered = sum(cue.ident.isdigit() for cue in cues)
    if not cues or numbered < _LEAST_NUMBERED * len(cues):
        return False
    lines = show_sample(cues)
    if any(line.voice for line in lines):
        return False
    first: dict[int, str] = {}
    for line in lines:
        first.setdefault(line.cue, line.text)
    return is_on_every_cue(list(first.values()))


def parse_zoom_vtt(source: str) -> Parsed:
    """Read the cues; one that begins with no name has no speaker."""
    return read_captions(source, VTT_SYNTAX, format=NAME, is_labelled=True)


ZOOM_VTT = Format(
    NAME,
    origin="Zoom (.vtt)",
    speakers="yes",
    times="cue",
    looks_like=looks_like_zoom_vtt,
    parse=parse_zoom_vtt,
    special="any name that recurs before a colon counts, phone numbers too",
)
