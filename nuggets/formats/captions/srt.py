r"""SRT (SubRip), as people and tools write it.

12                                              may be missing
00:01:02,345 --> 00:01:04,000  X1:10 X2:20      perhaps a point, perhaps a position
{\an8}<i>Sarah:</i> So where do we begin?
- I don't know.                                 another speaker
"""

from __future__ import annotations

from nuggets.formats.captions.detection import choose_srt_syntax, looks_like_srt
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.format import Format, Parsed

NAME = "srt"


def parse_srt(source: str) -> Parsed:
    """Read the cues; a speaker holds until the next one is named."""
    return read_captions(source, choose_srt_syntax(source), format=NAME)


SRT = Format(
    NAME,
    origin="SRT (SubRip) of podcasts, films and speech recognisers",
    speakers="where named",
    times="cue",
    looks_like=looks_like_srt,
    parse=parse_srt,
    special="recurring labels, `>>`, and dashes of dialogues; tags and places are left out",
)
