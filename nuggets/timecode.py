"""Time codes such as `1:02:03.5`: patterns, and conversion to milliseconds and back.

The pieces from which readers build their patterns of times are here. What stays with a reader is
how its own files depart from them, such as the damaged times of captions.
"""

from __future__ import annotations

import re

from nuggets.errors import OptionError

MINUTE_MS = 60_000
HOUR_MS = 3_600_000

FRACTION = r"(?:[.,][0-9]{1,3})?"
"""Pattern of a fraction of a second down to milliseconds, which may be missing."""

WHOLE_CLOCK = r"[0-9]{1,3}:[0-5][0-9](?::[0-5][0-9])?"
"""Pattern of a clock in whole seconds: `MM:SS` or `H:MM:SS`."""

CLOCK = rf"{WHOLE_CLOCK}{FRACTION}(?![0-9]|:[0-9])"
"""Pattern of a clock, `MM:SS` or `H:MM:SS`, with or without a fraction, that ends there."""

CLOCK_REGEX = re.compile(CLOCK)
"""The same pattern, compiled."""

HOURS_CLOCK = r"[0-9]{1,2}:[0-5][0-9]:[0-5][0-9]"
"""Pattern of a clock in whole seconds that names its hours: `H:MM:SS`."""

PADDED_CLOCK = r"[0-9]{2}:[0-5][0-9]:[0-5][0-9]"
"""Pattern of a clock with hours of two digits: `HH:MM:SS`."""

UNCHECKED_CLOCK = r"[0-9]{1,3}(?::[0-9]{2}){1,2}"
"""Pattern of what is written like a clock, even one that does not exist, such as `0:61:00`."""

_PARTS = re.compile(  # hours, minutes, seconds, fraction
    r"(?:(\d{1,3}):(?=\d\d:))?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?", re.ASCII
)


def parse_clock(text: str) -> int:
    """Convert a clock to milliseconds.

    Args:
        text: `H:MM:SS` or `MM:SS`, perhaps with a fraction of a second; `MM` may exceed 59 where
            there are no hours.

    Raises:
        OptionError: It is not a clock.

    Examples:
        >>> parse_clock("1:02:03.5")
        3723500
        >>> parse_clock("75:00")
        4500000
    """
    match = _PARTS.fullmatch(text.strip())
    if match is not None:
        hours, minutes, seconds, fraction = match.groups()
        if not hours or int(minutes) <= 59:
            return to_ms(int(hours or 0), int(minutes), int(seconds), fraction)
    raise OptionError("a time is written MM:SS or H:MM:SS, such as 55:00 or 1:02:03")


def to_ms(hours: int, minutes: int, seconds: int, fraction: str | None = None) -> int:
    """Add up the parts of a clock, in milliseconds.

    Args:
        hours: Not negative, as are the others; none is checked against 59.
        minutes: In addition to the hours.
        seconds: In addition to the minutes.
        fraction: The digits after the point; what is finer than a millisecond is cut off.

    Examples:
        >>> to_ms(0, 1, 2, "5"), to_ms(0, 0, 0, "0129")
        (62500, 12)
    """
    whole_ms = hours * HOUR_MS + minutes * MINUTE_MS + seconds * 1000
    return whole_ms + int(fraction[:3].ljust(3, "0")) if fraction else whole_ms


def to_24_hours(time_ms: int, half: str) -> int:
    """Convert a time of the twelve-hour clock to one of the day, both in milliseconds.

    Args:
        time_ms: The time as it is written; 12:05 counts as five past twelve.
        half: Its `AM` or `PM`, of which the first letter counts, in any case.

    Examples:
        >>> to_24_hours(parse_clock("12:05:00"), "AM"), to_24_hours(parse_clock("1:00:00"), "p")
        (300000, 46800000)
    """
    return time_ms % (12 * HOUR_MS) + (12 * HOUR_MS if half[0] in "Pp" else 0)


def to_clock(time_ms: int) -> str:
    """Write milliseconds as a clock: `M:SS` below an hour, `H:MM:SS` from there on.

    Args:
        time_ms: From the start of the recording; not negative. Parts of a second are cut off.

    Examples:
        >>> to_clock(3723500)
        '1:02:03'
    """
    minutes, seconds = divmod(time_ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def has_hours(clock: str) -> bool:
    """Whether a clock names hours, minutes and seconds, as few numbers other than times do."""
    return clock.count(":") == 2
