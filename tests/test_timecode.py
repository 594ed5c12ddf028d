"""Clocks are read and written without loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import OptionError
from nuggets.timecode import has_hours, parse_clock, to_clock


@given(st.integers(0, 999 * 3_600_000))
def test_what_is_written_is_read_back(time_ms: int) -> None:
    """A clock with milliseconds gives the time back, one without gives the whole seconds."""
    assert parse_clock(to_clock(time_ms, millis=True)) == time_ms
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
