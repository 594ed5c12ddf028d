"""Units of times: doubted, and inferred from how fast people speak."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.json_family.talks import read_json, times

SAID = ("We began with the bridge last year.", "It stands, and it cost less.", "Nobody drowned.")
UNITS_MS = {"seconds": 1000.0, "hundredths": 10.0, "milliseconds": 1.0, "ticks": 1e-4, "ns": 1e-6}


def talk_of(unit_ms: float, words_per_s: float) -> tuple[list[dict[str, object]], list[int]]:
    """A talk of so many words a second in a unit, and when each sentence begins."""
    at, said, starts = 2.0, [], []
    for text in SAID * 4:
        length = len(text.split()) / words_per_s
        start, end = (round(s * 1000 / unit_ms) for s in (at, at + length))
        said.append({"start": start, "end": end, "text": text})
        starts.append(round(start * unit_ms))
        at += length + 0.5
    return said, starts


@pytest.mark.parametrize("unit", UNITS_MS)
@given(words_per_s=st.floats(1.2, 5.0))
def test_the_unit_is_inferred_from_the_rate_of_speech(unit: str, words_per_s: float) -> None:
    """At whatever pace people talk."""
    said, starts = talk_of(UNITS_MS[unit], words_per_s)
    assert [start for _, start, _ in times(read_json(said))] == starts


def test_times_in_no_unit_are_left_out_with_a_warning() -> None:
    """Nothing is said of the times, and the words are read."""
    said = [{"start": 7 * 10**6 * i, "end": 7 * 10**6 * i + 10**4, "text": "So."} for i in range(9)]
    talk = read_json([{**one, "start": one["start"], "end": one["end"]} for one in said])
    unread = read_json(
        {
            "segments": [
                {"start": 10**9 * i, "end": 10**9 * i + 10**14, "text": "We go."}
                for i in range(1, 9)
            ]
        }
    )
    assert talk.turns
    assert unread.duration_ms is None
    assert any("in which people speak" in warning for warning in unread.warnings)


def test_times_since_1970_are_dates() -> None:
    """In seconds or milliseconds: the user is told that they are left out."""
    for factor in (1, 1000):
        said = [
            {
                "text": text,
                "start": 1_741_082_401.5 * factor + 4 * i * factor,
                "end": 1_741_082_404.5 * factor + 4 * i * factor,
            }
            for i, text in enumerate(SAID)
        ]
        talk = read_json(said)
        assert talk.duration_ms is None
        assert any("dates" in warning for warning in talk.warnings), json.dumps(said)
