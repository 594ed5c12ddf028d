"""Clock text to milliseconds and back; the only file that knows how a clock is written."""

from __future__ import annotations

import re

from nuggets.errors import OptionError

CLOCK = r"[0-9]{1,3}:[0-5][0-9](?::[0-5][0-9])?(?:[.,][0-9]{1,3})?(?![0-9]|:[0-9])"
"""Pattern of a clock, H:MM:SS or MM:SS, with or without a fraction after a point or comma."""

_PARTS = re.compile(
    r"(?:(?P<hours>\d{1,3}):(?=\d\d:))?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)"
    r"(?:[.,](?P<fraction>\d{1,3}))?",
    re.ASCII,
)


def parse_clock(text: str) -> int:
    """Read a clock as milliseconds.

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
    if match is None or (match["hours"] and int(match["minutes"]) > 59):
        raise OptionError("a time is written MM:SS or H:MM:SS, such as 55:00 or 1:02:03")
    seconds = (int(match["hours"] or 0) * 60 + int(match["minutes"])) * 60 + int(match["seconds"])
    return seconds * 1000 + int((match["fraction"] or "0").ljust(3, "0"))


def to_clock(time_ms: int, *, millis: bool = False) -> str:
    """Write milliseconds as a clock: `M:SS` below an hour, `H:MM:SS` from there on.

    Args:
        time_ms: From the start of the recording; not negative.
        millis: Whether the milliseconds are written too; without, they are cut off.

    Examples:
        >>> to_clock(3723500)
        '1:02:03'
        >>> to_clock(62_005, millis=True)
        '1:02.005'
    """
    seconds, fraction = divmod(time_ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    clock = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"{clock}.{fraction:03}" if millis else clock


def has_hours(clock: str) -> bool:
    """Whether a clock names hours, minutes and seconds, as hardly anything but a time code does."""
    return clock.count(":") == 2
