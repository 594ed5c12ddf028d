"""Rev's text export, and podcast pages like it: a name and a time in parentheses.

Speaker 1 (00:00:00):                          the words below
Speaker 1 (00:01:10): Yes, next.               or behind
Rita Moss (00:00:00) We began with the bridge  without a colon
(00:00:27) And then the second span            the same speaker goes on
"""

from __future__ import annotations

import re
from functools import partial

from nuggets.formats.format import Format
from nuggets.formats.lines import LINE_ENDS
from nuggets.formats.text.labelled_lines import SAMPLE, parse_labelled
from nuggets.formats.text.speakers.names import to_name, to_timed_name
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.timecode import CLOCK, parse_clock

NAME = "rev"

_HEADER = re.compile(
    rf"(?:\A|(?<=[{LINE_ENDS}]))[ \t]{{0,8}}(?:\*{{1,3}}|__)?"
    rf"(?P<name>[^\[\]:：{LINE_ENDS}]{{1,80}}?)[ \t]{{0,3}}\((?P<clock>{CLOCK})\)"
    rf"(?P<end>[:*_ \t]{{0,6}}(?=[{LINE_ENDS}]|\Z)|[*_]{{0,3}}:)?"
)
_LEAST_HEADERS = 2  # by eye


def looks_like_rev(source: str) -> bool:
    """Whether lines begin with names and times in parentheses, which rise."""
    sample = source[:SAMPLE]
    times = [
        parse_clock(match["clock"])
        for match in _HEADER.finditer(sample)
        if (to_name(match["name"]) or (match["end"] and to_timed_name(match["name"])))
    ]
    return len(times) >= _LEAST_HEADERS and is_rising(times)


REV = Format(
    NAME,
    origin="Rev (.txt), pages of podcasts with `NAME (0:12:03)`",
    speakers="yes",
    times="turn",
    looks_like=looks_like_rev,
    parse=partial(parse_labelled, format=NAME),
    parse_all=partial(parse_labelled, format=NAME, keep_noise=True),
    special="words below or behind; a time without a name: the same speaker goes on",
)
