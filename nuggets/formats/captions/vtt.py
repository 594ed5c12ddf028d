"""WebVTT in general, as of podcasts, captioners and speech recognisers.

    WEBVTT - The title

    NOTE a comment

    intro                                       an identifier, which may be missing
    00:01.000 --> 00:04.000 align:start         hours may be missing; settings may follow
    <v.host Sarah>So where do <i>we</i> begin?  a voice tag, or a label: `Sarah: So where`

Source: W3C, WebVTT: The Web Video Text Tracks Format.
"""

from __future__ import annotations

from nuggets.formats.captions.cue_parser import VTT_SYNTAX
from nuggets.formats.captions.detection import looks_like_vtt
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.format import Format, Parsed

NAME = "vtt"


def parse_vtt(source: str) -> Parsed:
    """Read the cues; a speaker holds until the next one is named."""
    return read_captions(source, VTT_SYNTAX, format=NAME)


VTT = Format(
    NAME,
    origin="WebVTT of podcasts, captioners and speech recognisers",
    speakers="where named",
    times="cue",
    looks_like=looks_like_vtt,
    parse=parse_vtt,
    special="voice tags and recurring labels; a speaker goes on until the next one is named",
)
