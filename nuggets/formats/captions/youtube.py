"""Captions that YouTube makes: two lines that roll, in WebVTT with the time of each word.

00:00:00.160 --> 00:00:02.869 align:start position:0%
 (a line of white space)
hello<00:00:00.480><c> and</c><00:00:00.640><c> good</c>

00:00:02.869 --> 00:00:02.879 align:start position:0%
hello and good
 (again)

As SRT, where tools have converted them, the same without the times of the words.
"""

from __future__ import annotations

import re

from nuggets.formats.captions.cue_file import SRT_SYNTAX, VTT_SYNTAX, Syntax
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.captions.recognition import (
    begins_as_srt,
    begins_as_vtt,
    show_sample,
    take_sample,
)
from nuggets.formats.captions.rolling import do_roll
from nuggets.formats.format import Format, Parsed

VTT_NAME = "youtube-vtt"
SRT_NAME = "youtube-srt"

_WORD_TIME = re.compile(r"<[0-9:.]{7,13}><c[.>]")


def looks_like_youtube_vtt(source: str) -> bool:
    """Whether a text is WebVTT that rolls, or times its words as YouTube does."""
    if not begins_as_vtt(source):
        return False
    return _WORD_TIME.search(source) is not None or _do_roll(source, VTT_SYNTAX)


def looks_like_youtube_srt(source: str) -> bool:
    """Whether a text is SRT that rolls."""
    return begins_as_srt(source) and _do_roll(source, SRT_SYNTAX)


def _do_roll(source: str, syntax: Syntax) -> bool:
    return do_roll(show_sample(take_sample(source, syntax)))


def parse_youtube_vtt(source: str) -> Parsed:
    """Read each word once, with its own time."""
    return read_captions(source, VTT_SYNTAX, format=VTT_NAME)


def parse_youtube_srt(source: str) -> Parsed:
    """Read each line once, with the time at which it is first shown."""
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
