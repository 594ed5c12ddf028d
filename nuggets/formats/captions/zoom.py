"""WebVTT of Zoom: cues are numbered, and each begins with the display name of its speaker.

    33
    00:02:24.720 --> 00:02:32.850
    Ann Lee: right right and the other thing is kind of the budget

A display name may be anything, such as `iPhone (2)` or the phone number of somebody who dials in.
"""

from __future__ import annotations

from nuggets.formats.captions.cue_parser import VTT_SYNTAX
from nuggets.formats.captions.detection import (
    looks_like_headless_vtt,
    looks_like_vtt,
    parse_sample,
    read_sample_lines,
)
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.captions.speaker_labels import has_label_on_every_cue
from nuggets.formats.format import Format, Parsed

NAME = "zoom-vtt"

_MIN_NUMBERED = 0.9  # share of cues with a number; by eye


def looks_like_zoom_vtt(source: str) -> bool:
    """Whether a text is WebVTT with numbered cues, nearly all of which begin with a name."""
    if not looks_like_vtt(source) and not looks_like_headless_vtt(source):
        return False
    cues = parse_sample(source, VTT_SYNTAX)
    numbered = sum(cue.identifier.isdigit() for cue in cues)
    if not cues or numbered < _MIN_NUMBERED * len(cues):
        return False
    lines = read_sample_lines(cues)
    if any(line.voice for line in lines):
        return False
    first: dict[int, str] = {}
    for line in lines:
        first.setdefault(line.cue, line.text)
    return has_label_on_every_cue(list(first.values()))


def parse_zoom_vtt(source: str) -> Parsed:
    """Read the cues; the speaker of one without a name is unknown."""
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
