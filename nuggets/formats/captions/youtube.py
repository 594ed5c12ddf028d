"""YouTube's automatic captions: two rolling lines, in WebVTT with the time of each word.

    00:00:00.160 --> 00:00:02.869 align:start position:0%
     (a line of white space)
    hello<00:00:00.480><c> and</c><00:00:00.640><c> good</c>

    00:00:02.869 --> 00:00:02.879 align:start position:0%
    hello and good
     (a line of white space)

Tools that convert them to SRT keep the rolling lines and drop the times of words.
"""

from __future__ import annotations

import re

from nuggets.formats.captions.cue_parser import SRT_SYNTAX, VTT_SYNTAX, Syntax
from nuggets.formats.captions.detection import (
    looks_like_srt,
    looks_like_vtt,
    parse_sample,
    read_sample_lines,
)
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.captions.rolling_captions import is_rolling
from nuggets.formats.format import Format, Parsed

VTT_NAME = "youtube-vtt"
SRT_NAME = "youtube-srt"

_WORD_TIME = re.compile(r"<[0-9:.]{7,13}><c[.>]")


def looks_like_youtube_vtt(source: str) -> bool:
    """Whether a text is WebVTT with rolling lines, or with times of words as YouTube's."""
    if not looks_like_vtt(source):
        return False
    return _WORD_TIME.search(source) is not None or _is_rolling_sample(source, VTT_SYNTAX)


def looks_like_youtube_srt(source: str) -> bool:
    """Whether a text is SRT with rolling lines."""
    return looks_like_srt(source) and _is_rolling_sample(source, SRT_SYNTAX)


def _is_rolling_sample(source: str, syntax: Syntax) -> bool:
    return is_rolling(read_sample_lines(parse_sample(source, syntax)))


def parse_youtube_vtt(source: str) -> Parsed:
    """Read each word once, with its own time."""
    return read_captions(source, VTT_SYNTAX, format=VTT_NAME)


def parse_youtube_srt(source: str) -> Parsed:
    """Read each line once, with the time of the cue in which it is new."""
    return read_captions(source, SRT_SYNTAX, format=SRT_NAME)


YOUTUBE_VTT = Format(
    VTT_NAME,
    origin="YouTube's automatic captions (.vtt)",
    speakers="where named",
    times="word",
    looks_like=looks_like_youtube_vtt,
    parse=parse_youtube_vtt,
    special="rolling captions give each word once; `>>` begins a turn of nobody known",
)
YOUTUBE_SRT = Format(
    SRT_NAME,
    origin="YouTube's automatic captions, converted to SRT",
    speakers="where named",
    times="cue",
    looks_like=looks_like_youtube_srt,
    parse=parse_youtube_srt,
    special="rolling captions give each line once; `>>` begins a turn of nobody known",
)
