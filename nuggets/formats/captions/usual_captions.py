r"""WebVTT, SRT and SBV in general, and YouTube's automatic captions; one reader reads them all.

WEBVTT - The title                          a title and notes may stand above

intro                                       an identifier, which may be missing
00:01.000 --> 00:04.000 align:start         hours may be missing; settings may follow
<v.host Sarah>So where do <i>we</i> begin?  a voice tag, or a label: `Sarah: So where`

12                                          SRT: a number, which may be missing
00:01:02,345 --> 00:01:04,000  X1:10 X2:20  perhaps a point, perhaps a position
{\an8}<i>Sarah:</i> So where do we begin?
- I don't know.                             another speaker

0:00:00.599,0:00:04.160                     SBV
>> ALICE: Hi, my name is Alice

00:00:00.160 --> 00:00:02.869 align:start position:0%
 (a line of white space)                    YouTube: two rolling lines, with the time of each word
hello<00:00:00.480><c> and</c><00:00:00.640><c> good</c>

00:00:02.869 --> 00:00:02.879 align:start position:0%
hello and good
 (a line of white space)

Tools that convert YouTube's to SRT keep the rolling lines and drop the times of words.

Source: W3C, WebVTT: The Web Video Text Tracks Format.
"""

from __future__ import annotations

import re

from nuggets.formats.captions.cue_parser import SBV_SYNTAX, SRT_SYNTAX, VTT_SYNTAX, Syntax
from nuggets.formats.captions.detection import (
    choose_srt_syntax,
    looks_like_sbv,
    looks_like_srt,
    looks_like_vtt,
    parse_sample,
    read_sample_lines,
)
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.captions.rolling_captions import is_rolling
from nuggets.formats.format import Format, Parsed

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


def parse_vtt(source: str) -> Parsed:
    """Read the cues; a speaker holds until the next one is named."""
    return read_captions(source, VTT_SYNTAX, format="vtt")


def parse_srt(source: str) -> Parsed:
    """Read the cues; a speaker holds until the next one is named."""
    return read_captions(source, choose_srt_syntax(source), format="srt")


def parse_sbv(source: str) -> Parsed:
    """Read the cues; a speaker holds until the next one is named."""
    return read_captions(source, SBV_SYNTAX, format="sbv")


def parse_youtube_vtt(source: str) -> Parsed:
    """Read each word once, with its own time."""
    return read_captions(source, VTT_SYNTAX, format="youtube-vtt")


def parse_youtube_srt(source: str) -> Parsed:
    """Read each line once, with the time of the cue in which it is new."""
    return read_captions(source, SRT_SYNTAX, format="youtube-srt")


VTT = Format(
    "vtt",
    origin="WebVTT of podcasts, captioners and speech recognisers",
    speakers="where named",
    times="cue",
    looks_like=looks_like_vtt,
    parse=parse_vtt,
    special="voice tags and recurring labels; a speaker goes on until the next one is named",
)
SRT = Format(
    "srt",
    origin="SRT (SubRip) of podcasts, films and speech recognisers",
    speakers="where named",
    times="cue",
    looks_like=looks_like_srt,
    parse=parse_srt,
    special="recurring labels, `>>`, and dashes of dialogues; tags and places are left out",
)
SBV = Format(
    "sbv",
    origin="YouTube's editor and Google Meet (.sbv)",
    speakers="where named",
    times="cue",
    looks_like=looks_like_sbv,
    parse=parse_sbv,
    special="recurring labels, mostly after `>>`",
)
YOUTUBE_VTT = Format(
    "youtube-vtt",
    origin="YouTube's automatic captions (.vtt)",
    speakers="where named",
    times="word",
    looks_like=looks_like_youtube_vtt,
    parse=parse_youtube_vtt,
    special="rolling captions give each word once; `>>` begins a turn of nobody known",
)
YOUTUBE_SRT = Format(
    "youtube-srt",
    origin="YouTube's automatic captions, converted to SRT",
    speakers="where named",
    times="cue",
    looks_like=looks_like_youtube_srt,
    parse=parse_youtube_srt,
    special="rolling captions give each line once; `>>` begins a turn of nobody known",
)
