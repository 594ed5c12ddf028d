"""Time codes to milliseconds and back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import OptionError
from nuggets.timecode import (
    CLOCK,
    FRACTION,
    HOURS_CLOCK,
    PADDED_CLOCK,
    UNCHECKED_CLOCK,
    WHOLE_CLOCK,
    has_hours,
    parse_clock,
    to_24_hours,
    to_clock,
    to_ms,
)


@given(st.integers(0, 999 * 3_600_000))
def test_what_is_written_is_read_back(time_ms: int) -> None:
    """A clock gives the whole seconds back."""
    assert parse_clock(to_clock(time_ms)) == time_ms // 1000 * 1000


@pytest.mark.parametrize(
    ("text", "time_ms"),
    [
        ("0:00", 0),
        ("00:01:02", 62_000),
        ("54:33", 3_273_000),
        ("75:00", 4_500_000),
        ("1:00:02.5", 3_602_500),
        ("00:00:02,120", 2_120),
        (" 10:00 ", 600_000),
    ],
)
def test_clocks_of_all_shapes(text: str, time_ms: int) -> None:
    """Hours and fractions may be missing; a comma is as good as a point."""
    assert parse_clock(text) == time_ms


@pytest.mark.parametrize(
    "text", ["", "10", "1:2", "0:60", "1:75:00", "a:bc", "-1:00", "1:00:00:00"]
)
def test_what_is_no_clock_is_refused(text: str) -> None:
    """Anything else is an error that says how a time is written."""
    with pytest.raises(OptionError, match="H:MM:SS"):
        parse_clock(text)


def test_hours_are_seen() -> None:
    """A clock with hours is told from one without."""
    assert has_hours("0:00:01")
    assert not has_hours("10:30")


@pytest.mark.parametrize("text", ["0:00", "75:00", "1:02:03", "01:02:03", "100:00:00", "0:61:00"])
def test_the_patterns_are_of_clocks(text: str) -> None:
    """What a pattern of clocks matches can be converted, but for clocks that do not exist."""
    for pattern in (CLOCK, WHOLE_CLOCK, HOURS_CLOCK, PADDED_CLOCK, HOURS_CLOCK + FRACTION):
        if re.fullmatch(pattern, text):
            assert parse_clock(text) >= 0
    assert re.fullmatch(UNCHECKED_CLOCK, text)


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59), st.integers(0, 999))
def test_the_parts_of_a_clock_add_up(hours: int, minutes: int, seconds: int, ms: int) -> None:
    """The parts of a clock give the same time as its text."""
    text = f"{hours}:{minutes:02}:{seconds:02}.{ms:03}"
    assert to_ms(hours, minutes, seconds, f"{ms:03}") == parse_clock(text)


@given(st.integers(0, 24 * 3_600_000 - 1))
def test_the_twelve_hour_clock_is_that_of_the_day(time_ms: int) -> None:
    """A time of day that is written with AM or PM is found again."""
    hours, rest = divmod(time_ms, 3_600_000)
    written = (hours % 12 or 12) * 3_600_000 + rest
    assert to_24_hours(written, "PM" if hours >= 12 else "AM") == time_ms
