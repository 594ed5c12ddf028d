"""SBV, the captions of YouTube's editor and of Google Meet.

0:00:00.599,0:00:04.160
>> ALICE: Hi, my name is Alice
"""

from __future__ import annotations

from nuggets.formats.captions.cue_parser import SBV_SYNTAX
from nuggets.formats.captions.detection import looks_like_sbv
from nuggets.formats.captions.reader import read_captions
from nuggets.formats.format import Format, Parsed

NAME = "sbv"


def parse_sbv(source: str) -> Parsed:
    """Read the cues; a speaker holds until the next one is named."""
    return read_captions(source, SBV_SYNTAX, format=NAME)


SBV = Format(
    NAME,
    origin="YouTube's editor and Google Meet (.sbv)",
    speakers="where named",
    times="cue",
    looks_like=looks_like_sbv,
    parse=parse_sbv,
    special="recurring labels, mostly after `>>`",
)
