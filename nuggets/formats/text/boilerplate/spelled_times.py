"""Times in words beside times in digits, which pages have for screen readers.

0:04                       YouTube's panel, pasted
4 seconds
so where does it go

Anna Lee                   Teams' panel, pasted
1:05
Anna Lee 1 minute 5 seconds
so where does it go

Anna Lee 1 minutes 5 seconds
1:05

They are known by their numbers, which are those of the time beside them, and so in any language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.boilerplate.cuts import CutLines, Span, cut_out
from nuggets.timecode import WHOLE_CLOCK, parse_clock

SPELLED = "time in words"

_CLOCK = re.compile(WHOLE_CLOCK)
_UNIT = r"[0-9]{1,3}[ \xa0][^\W\d_]{1,12}\.?"
_WORDS = re.compile(rf"{_UNIT}(?:,?[ \xa0](?:[^\W\d_]{{1,3}}[ \xa0])?{_UNIT}){{0,2}}\Z")
_BEGINS = re.compile(r"(?<!\S)[0-9]")
_NUMBER = re.compile(r"[0-9]+")
_REACH = 120  # characters of a line with a name and a time in words; by eye, as is the next
_LEAST_SPELLED = 0.6  # share of times on lines of their own that have one in words beside them


def strip_spelled_times(lines: Sequence[Line]) -> CutLines | None:
    """Strip the times in words; None if there are hardly any."""
    alone = [
        i
        for i, line in enumerate(lines)
        if line.text[0].isdigit() and len(line.text) < 10 and _CLOCK.fullmatch(line.text)
    ]
    if len(alone) < 2:
        return None
    cuts: dict[int, Span] = {}
    for i in alone:
        time_ms = parse_clock(lines[i].text)
        for beside in (i + 1, i - 1):
            at = _find_words(lines[beside].text, time_ms) if 0 <= beside < len(lines) else None
            if at is not None and beside not in cuts:
                name = lines[beside].text[:at].rstrip(" ,\xa0")
                is_named_above = beside > i and name in ("", lines[i - 1].text if i else "")
                begin = 0 if is_named_above or not name else len(name) + 1
                cuts[beside] = (begin, len(lines[beside].text))
                break
    if len(cuts) < max(2, _LEAST_SPELLED * len(alone)):
        return None
    return cut_out(lines, cuts, SPELLED)


def _find_words(text: str, time_ms: int) -> int | None:
    """Find the offset of the same time in words at the end of a line; None if there is none."""
    if len(text) > _REACH:
        return None
    for begin in _BEGINS.finditer(text):
        words = _WORDS.match(text, begin.start())
        if words:
            parts = [int(number) for number in _NUMBER.findall(words.group())]
            return begin.start() if _is_same_time(parts, time_ms) else None
    return None


def _is_same_time(parts: Sequence[int], time_ms: int) -> bool:
    """Whether numbers are the hours, minutes and seconds of a time, zeros left out."""
    seconds = time_ms // 1000
    exact = [seconds // 3600, seconds // 60 % 60, seconds % 60]
    if seconds >= 3600 and len(parts) == 2 and parts == [seconds // 60, seconds % 60]:
        return True
    shown = [part for part in parts if part]
    return bool(parts) and shown == [part for part in exact if part]
