"""The unit of times, found from the rate of speech."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.text.speech_rate import UNITS_MS, find_unit_ms, is_impossible
from tests.formats.talks import read

WORDS = "So we went to the harbour and looked at the gate for a while"
ROWS = 12


@pytest.mark.parametrize("unit_ms", UNITS_MS)
@pytest.mark.parametrize("rate_ms", [200, 350, 1100])
def test_a_usual_rate_shows_the_unit(unit_ms: float, rate_ms: int) -> None:
    """Whatever the unit, a talk of usual speed is read in it, or in none where two would do."""
    assert find_unit_ms(100 * rate_ms / unit_ms, 100) in (unit_ms, None)


def test_a_talk_of_days_is_impossible() -> None:
    """Forty seconds a word are no talk, nor is a hundred words a second."""
    assert is_impossible(100 * 40_000, 100)
    assert is_impossible(100 * 10, 100)
    assert not is_impossible(100 * 400, 100)


def _table(unit_ms: float, header: str = "start\tend\ttext") -> str:
    rows = [f"{int(5000 * i / unit_ms)}\t{int((5000 * i + 4900) / unit_ms)}\t{WORDS} {i}."
            for i in range(ROWS)]  # fmt: skip
    return "\n".join([header, *rows]) + "\n"


@pytest.mark.parametrize("unit_ms", [1000, 1, 0.0001])
def test_a_tables_times_are_read_in_their_unit(unit_ms: float) -> None:
    """Seconds under the header of milliseconds, and ticks, are known by the rate of speech."""
    talk = read(_table(unit_ms))
    assert [run.start_ms for turn in talk.turns for run in turn.runs][:3] == [0, 5000, 10_000]


def test_times_in_no_known_unit_are_refused() -> None:
    """A talk that would last for days is not read in silence."""
    with pytest.raises(MalformedTranscriptError, match="unit"):
        read(_table(0.005))
