"""WebVTT in general, as of podcasts, captioners and speech recognisers (W3C, WebVTT).

WEBVTT - The title

NOTE what the captioner says of it

intro                                       a name or number, where there is one
00:01.000 --> 00:04.000 align:start         hours where there are some; settings
<v.host Sarah>So where do <i>we</i> begin?  a voice tag, or `Sarah: So where`
"""

from __future__ import annotations

from nuggets.formats.captions.cue_file import VTT_SYNTAX
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.captions.recognition import begins_as_vtt
from nuggets.formats.format import Format, Parsed

NAME = "vtt"


def parse_vtt(source: str) -> Parsed:
    """Read the cues; a speaker who is named once goes on until another one is named."""
    return read_captions(source, VTT_SYNTAX, format=NAME)


VTT = Format(
    NAME,
    origin="WebVTT of podcasts, captioners and speech recognisers",
    speakers="where named",
    times="cue",
    looks_like=begins_as_vtt,
    parse=parse_vtt,
    special="voice tags and recurring labels; a speaker goes on until the next one is named",
)
