"""The unit of times that are mere numbers, found from how fast people speak.

A word takes a third of a second, pauses included, in conversation (some 180 words a minute). Times
in another unit than the one assumed give a talk of days, or of a blink.
"""

from __future__ import annotations

UNITS_MS: tuple[float, ...] = (1000, 10, 1, 0.0001)
"""Seconds, hundredths of one, milliseconds, ticks of 100 nanoseconds: all in milliseconds."""

_LEAST_WORDS = 20  # by eye, as are the others
_FASTEST_MS, _SLOWEST_MS = 150, 1200  # for a word, where its unit is not known
_LEAST_MS, _MOST_MS = 40, 15_000  # for a word, beyond which times are in another unit


def find_unit_ms(span: float, words: int) -> float | None:
    """Find the unit in which a talk has the usual rate of speech; None if none has, or several.

    Args:
        span: From the first time to the last, in the unknown unit.
        words: How many words are said in it.

    Examples:
        >>> find_unit_ms(36_000, 100), find_unit_ms(36, 100), find_unit_ms(36, 5)
        (1, 1000, None)
    """
    if words < _LEAST_WORDS:
        return None
    fitting = [
        unit for unit in UNITS_MS if _FASTEST_MS * words <= span * unit <= _SLOWEST_MS * words
    ]
    return fitting[0] if len(fitting) == 1 else None


def is_impossible(span_ms: float, words: int) -> bool:
    """Whether words would take so long, or so little time, that the unit is another one."""
    return words >= _LEAST_WORDS and not _LEAST_MS * words <= span_ms <= _MOST_MS * words
