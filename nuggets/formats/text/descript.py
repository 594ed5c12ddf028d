"""Descript's text export: a time behind the name, and timestamps within the words.

**Sean:** [00:00:00] Welcome to the show. Tell us [00:01:00] about the dam.

**Peter:** It is old.                          bold in Markdown, without stars in plain text
"""

from __future__ import annotations

import re
from functools import partial

from nuggets.formats.format import Format
from nuggets.formats.lines import LINE_ENDS
from nuggets.formats.text.labelled_lines import SAMPLE, parse_labelled
from nuggets.formats.text.speakers.names import NOT_NAMES, to_timed_name
from nuggets.timecode import PADDED_CLOCK

NAME = "descript"

_CLOCK = rf"\[{PADDED_CLOCK}\]"
_HEADER = re.compile(
    rf"(?:\A|(?<=[{LINE_ENDS}]))(?:\*\*)?"
    rf"(?P<name>[^\[\]:：*{LINE_ENDS}]{{1,80}}):(?:\*\*)? {_CLOCK}"
)
_TIME = re.compile(_CLOCK)
_LEAST_TIMES = 2  # by eye


def looks_like_descript(source: str) -> bool:
    """Whether a time in brackets follows a name and its colon, and others are elsewhere."""
    sample = source[:SAMPLE]
    first = next((one for one in _HEADER.finditer(sample) if _is_name(one["name"])), None)
    if first is None:
        return False
    times = _TIME.finditer(sample, first.start())
    return sum(1 for _, _ in zip(times, range(_LEAST_TIMES), strict=False)) == _LEAST_TIMES


def _is_name(text: str) -> bool:
    return text.strip().casefold() not in NOT_NAMES and to_timed_name(text) is not None


DESCRIPT = Format(
    NAME,
    origin="Descript (.txt, .md)",
    speakers="yes",
    times="turn",
    looks_like=looks_like_descript,
    parse=partial(parse_labelled, format=NAME),
    parse_all=partial(parse_labelled, format=NAME, keep_noise=True),
    special="times in the midst of sentences are left out, and time the words after them",
)
