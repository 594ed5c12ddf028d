"""Cue timings of WebVTT, SRT and SBV, also as people and tools miswrite them.

    00:01:02.345 --> 00:01:04.000 align:start     WebVTT, hours optional
    00:01:02,345 --> 00:01:04,000 X1:0 X2:10      SRT, perhaps with a position on the picture
    0:01:02.345,0:01:04.000                       SBV

These clocks are looser than those of `nuggets.timecode`: parts of one digit, `:` or `, ` before
the fraction, more digits than milliseconds need, 60 seconds from tools that round up.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from nuggets.timecode import to_ms

ARROW_TIMES = "expected a cue's times, such as `00:01:02.345 --> 00:01:04.000`"
SECONDS_TIMES = "expected a cue's times, such as `62.345 --> 64.0`"
SBV_TIMES = "expected a cue's times, such as `0:01:02.345,0:01:04.000`"

_FRACTION = r"(?:(?:[.,，][ ]?|:(?=[0-9]{3}(?![0-9])))([0-9]{1,9}))?"  # also `:345` and `, 345`
_CLOCK = rf"(?:([0-9]{{1,4}}):)?([0-9]{{1,2}}):([0-9]{{1,2}}){_FRACTION}(?![0-9:])"
_FULL_CLOCK = rf"([0-9]{{1,4}}):([0-9]{{1,2}}):([0-9]{{1,2}}){_FRACTION}(?![0-9:])"
_ARROW = (
    r"[ \t]*(?:-{1,2}[ ]?-?>|[–—]{1,2}>|={1,2}>|→)[ \t]*"  # word processors make dashes of hyphens
)
_ARROW_TIMES = re.compile(rf"[ \t\ufeff]*{_CLOCK}{_ARROW}{_CLOCK}(?=\s|\Z)")
_SBV_TIMES = re.compile(rf"[ \t\ufeff]*{_FULL_CLOCK}[ \t]*,[ \t]*{_FULL_CLOCK}[ \t]*\Z")
_SECONDS = r"([0-9]{1,6}[.,][0-9]{1,9})"
_SECONDS_TIMES = re.compile(rf"[ \t]*{_SECONDS}s?{_ARROW}{_SECONDS}s?[ \t]*\Z")
_STRAY_BLANKS = re.compile(r"(?<=[0-9])[ \t]*[:：][ \t]*(?=[0-9])|(?<=[0-9])[ \t]+(?=[.,][0-9])")
_INLINE_CLOCK = re.compile(_CLOCK)

# As programs write nearly all of them: a fast path, which gives what the patterns above give.
_USUAL = "([0-9]{2,3}):([0-5][0-9]):([0-5][0-9])[.,]([0-9]{3})"
_USUAL_CLOCK = re.compile(_USUAL)
_USUAL_TIMES = re.compile(rf"{_USUAL} --> {_USUAL}(?=\s|\Z)")

_SETTINGS = re.compile(
    r"(?:vertical|line|position|size|align|region|[XY][12]|[ADLST]):", re.IGNORECASE
)
_ARROW_SIDE = 24  # characters on each side of an arrow in which a clock is sought; by eye
_BEFORE_ARROW = re.compile(r"[0-9]:[0-9.,:]{1,14}\s*\Z")
_AFTER_ARROW = re.compile(r"\s*[0-9]{1,4}:[0-9]")
_ONLY_CLOCK = re.compile(r"[0-9:.,\s]*\Z")
_CUT_OFF = re.compile(r"[ \t]*[0-9]{1,4}:[0-9:.,]{0,14}[ \t]*-{0,2}>?[ \t]*[0-9:.,]{0,14}\Z")
# A line of times that lost its arrow; all three by eye:
_MAX_TIMES_CHARS = 60
_MIN_DIGITS = 10  # as in two clocks such as `0:00:01`
_MAX_STRANGE = 4  # characters that stand in no clock


class Timing(NamedTuple):
    """The times of a cue.

    Attributes:
        start_ms: When the cue begins.
        end_ms: When it ends; may be before the beginning.
        rest_at: Offset in the line at which text begins that is neither times nor cue settings;
            the length of the line if there is none.
    """

    start_ms: int
    end_ms: int
    rest_at: int


def read_arrow_times(text: str) -> Timing | None:
    """Parse cue timings of WebVTT or SRT, `start --> end`; None if the line holds none."""
    match = _USUAL_TIMES.match(text)
    if match is not None:
        h1, m1, s1, f1, h2, m2, s2, f2 = match.groups()
        start_ms, end_ms = _minutes(h1, m1) + int(s1 + f1), _minutes(h2, m2) + int(s2 + f2)
    else:
        match = _ARROW_TIMES.match(text)
        if match is None:
            return _read_translated_times(text)
        times = _read_both(match)
        if times is None:
            return None
        start_ms, end_ms = times
    end = match.end()
    if end < len(text):
        rest = text[end:].lstrip()
        end = len(text) if not rest or _SETTINGS.match(rest) else len(text) - len(rest)
    return Timing(start_ms, end_ms, end)


def _read_translated_times(text: str) -> Timing | None:
    """Parse cue timings with blanks or full-width colons in their clocks, as translators leave."""
    if len(text) > _MAX_TIMES_CHARS or not (">" in text or "→" in text):
        return None
    match = _ARROW_TIMES.fullmatch(
        _STRAY_BLANKS.sub(lambda m: m[0].strip().replace("：", ":"), text)
    )
    times = _read_both(match) if match else None
    return None if times is None else Timing(*times, len(text))


def read_seconds_times(text: str) -> Timing | None:
    """Parse cue timings in seconds, `1.2 --> 4.8`; None if the line holds none."""
    match = _SECONDS_TIMES.match(text)
    if match is None:
        return None
    start_ms, end_ms = (round(float(one.replace(",", ".")) * 1000) for one in match.groups())
    return Timing(start_ms, end_ms, len(text))


def read_sbv_times(text: str) -> Timing | None:
    """Parse cue timings of SBV, `start,end`; None if the line holds none."""
    match = _SBV_TIMES.match(text)
    if match is None:
        return None
    times = _read_both(match)
    return None if times is None else Timing(*times, len(text))


def read_inline_clock(text: str) -> int | None:
    """Parse the text of a timestamp tag, as in `<00:00:01.200>`; None if it is no clock."""
    match = _USUAL_CLOCK.fullmatch(text)
    if match is not None:
        hours, minutes, seconds, fraction = match.groups()
        return _minutes(hours, minutes) + int(seconds + fraction)
    match = _INLINE_CLOCK.fullmatch(text)
    return _add_parts(*match.groups()) if match else None


@cache  # at most 1100 * 60 pairs of digits, and neighbouring cues share theirs
def _minutes(hours: str, minutes: str) -> int:
    """Convert hours and minutes to milliseconds."""
    return to_ms(int(hours), int(minutes), 0)


def _read_both(match: re.Match[str]) -> tuple[int, int] | None:
    """Convert the two clocks of a line of times; None if one of them does not exist."""
    h1, m1, s1, f1, h2, m2, s2, f2 = match.groups()
    start_ms, end_ms = _add_parts(h1, m1, s1, f1), _add_parts(h2, m2, s2, f2)
    return None if start_ms is None or end_ms is None else (start_ms, end_ms)


def _add_parts(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> int | None:
    """Convert the parts of a clock; None if there is no such clock.

    60 seconds are a minute: tools that round up write them.
    """
    if int(seconds) > 60 or (hours and int(minutes) > 59):
        return None
    return to_ms(int(hours or 0), int(minutes), int(seconds), fraction)


def has_broken_arrow_times(text: str) -> bool:
    """Whether a line is damaged cue timings: an arrow with a clock or with nothing beside it."""
    at = text.find("-->")
    if at < 0:
        return False
    before, after = text[max(0, at - _ARROW_SIDE) : at], text[at + 3 : at + 3 + _ARROW_SIDE]
    return (
        _BEFORE_ARROW.search(before) is not None
        or _AFTER_ARROW.match(after) is not None
        or (_ONLY_CLOCK.match(before) is not None and _ONLY_CLOCK.match(after) is not None)
    )


def looks_like_broken_times(text: str) -> bool:
    """Whether a line that stands where cue timings belong is what is left of them."""
    if "-->" in text:
        return True
    if len(text) > _MAX_TIMES_CHARS or text.count(":") < 2:
        return False
    digits = sum(char.isdigit() for char in text)
    strange = sum(not (char.isdigit() or char.isspace() or char in ":.,->") for char in text)
    return digits >= _MIN_DIGITS and strange <= _MAX_STRANGE


def looks_like_truncated_times(text: str) -> bool:
    """Whether the last line of a file is the beginning of cue timings."""
    return _CUT_OFF.match(text) is not None
