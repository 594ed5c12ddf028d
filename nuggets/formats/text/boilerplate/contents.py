"""The table of contents above a talk: chapters with their times.

0:00 – Introduction
12:30 – The dam
"""

from __future__ import annotations

import re

from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.text.boilerplate.read_text import ReadText
from nuggets.timecode import CLOCK, parse_clock

ENTRY = re.compile(
    rf"[-*•\s]{{0,3}}[\[(]?(?P<clock>{CLOCK})[\])]?[-–—:|•\s]{{1,3}}(?P<words>[^\s–—:|•-].*)"
)
"""Pattern of a chapter with its time."""

MOST_WORDS = 14
"""Words of an entry in a table of contents; by eye, as are the others."""

_LEAST_ITEMS = 3
_MOST_ENTRIES = 200
_STATEMENT_ENDS = SENTENCE_ENDS - frozenset("?？")  # a chapter's title may be a question


def find_contents(text: ReadText) -> range:
    """Find the lines of chapters with their times; none if there are too few.

    Its entries are short and name nobody; after them the times begin anew, or there are none.
    """
    lines, readings = text.lines, text.readings
    first_named = next((i for i, one in enumerate(readings) if one.starts_turn), len(lines))
    begin = 0
    until = min(first_named, _MOST_ENTRIES)
    while begin < until and ENTRY.match(lines[begin].text) is None:
        if readings[begin].start_ms is not None:
            return range(0)  # the talk begins
        begin += 1
    at = begin
    last_ms = -1
    while at < until and (entry := ENTRY.match(lines[at].text)):
        start_ms = parse_clock(entry["clock"])
        if start_ms < last_ms:
            break
        words = entry["words"]
        if words[-1] in _STATEMENT_ENDS or len(words.split()) > MOST_WORDS:
            return range(0)
        last_ms = start_ms
        at += 1
    is_named = first_named < len(lines)
    if at - begin < (2 if is_named else _LEAST_ITEMS):
        return range(0)
    next_ms = next((one.start_ms for one in readings[at:] if one.start_ms is not None), None)
    begins_anew = is_named if next_ms is None else next_ms < last_ms
    return range(begin, at) if begins_anew else range(0)
