"""Cue timings are read as tools write them; damaged ones are refused with their line."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.captions.talks import srt
from tests.formats.talks import read, spoken


@pytest.mark.parametrize(
    ("times", "start_ms", "end_ms"),
    [
        ("00:00:01,000 --> 00:00:02,500", 1000, 2500),
        ("0:00:01.5 --> 0:00:02.5", 1500, 2500),
        ("00:01.000 --> 00:02.000", 1000, 2000),
        ("00:00:01 --> 00:00:02", 1000, 2000),
        ("00:00:01:250 --> 00:00:02:250", 1250, 2250),
        ("0:00:01.500000 --> 0:00:02.250000", 1500, 2250),
        ("00:00:59,900 --> 00:00:60,000", 59_900, 60_000),
        ("00:00:01,000-->00:00:02,000", 1000, 2000),
        ("00:00:01, 000 –> 00:00:02, 000", 1000, 2000),
        ("  00:00:01,000 --> 00:00:02,000  X1:1 X2:2 Y1:3 Y2:4", 1000, 2000),
        ("00:00:01.000 --> 00:00:02.000 position:50%,line:90% align:left", 1000, 2000),
        ("61:00.000 --> 75:00.500", 3_660_000, 4_500_500),
        ("100:00:00,000 --> 100:00:01,000", 360_000_000, 360_001_000),
    ],
)
def test_times_are_read_as_they_are_written(times: str, start_ms: int, end_ms: int) -> None:
    """All that tools write, as long as it can be a time."""
    (turn,) = read(f"1\n{times}\nHi.\n").turns
    assert (turn.runs[0].start_ms, turn.runs[0].end_ms) == (start_ms, end_ms)
    assert turn.text == "Hi."


@pytest.mark.parametrize(
    "broken",
    [
        *("00:00:05,000 -->", "--> 00:00:05,000", "-->", "00:00:05,000 --> 00:00:0x,000"),
        *("00:0x:05,000 --> 00:00:06,000", "-00:00:05,000 --> 00:00:06,000", "soon --> later"),
        *("99:99:99,000 --> 99:99:99,000", "00:00:05,000 --> 00:00:61,000"),
        *("00:61:05,000 --> 00:61:06,000", "00:00:05.5 --> 0:77:06.5", "00:05.000 --> 00:77.000"),
        *("00:00:05,000 -x> 00:00:06,000", "00:00:05,000 00:00:06,000", "00:00:05 --> x"),
    ],
)
def test_broken_times_are_refused_with_their_line(broken: str) -> None:
    """With a number above them and without, in SRT and in WebVTT; no words are quoted."""
    for number in ("", "2\n"):
        for header in ("", "WEBVTT\n\n"):
            times = "00:00:01,000 --> 00:00:02,000"
            text = f"{header}1\n{times}\nhush\n\n{number}{broken}\nhush\n\n3\n{times}\nhush\n"
            with pytest.raises(MalformedTranscriptError) as caught:
                read(text, format="vtt" if header else "srt")
            assert caught.value.line == text[: text.index(f"\n{broken}\nhush")].count("\n") + 2
            assert "hush" not in str(caught.value)


@pytest.mark.parametrize("broken", ["0:99:05.000,0:99:06.000", "0:00:77.000,0:00:78.000"])
def test_times_of_sbv_that_no_clock_shows_are_refused(broken: str) -> None:
    """Wherever they stand."""
    cue = "0:00:01.000,0:00:02.000\nHi.\n\n"
    for text, line in ((f"{broken}\nHi.\n\n{cue}", 1), (f"{cue}{broken}\nHi.\n", 4)):
        with pytest.raises(MalformedTranscriptError) as caught:
            read(text, format="sbv")
        assert caught.value.line == line


def test_a_time_of_a_word_that_no_clock_shows_is_none() -> None:
    """The word has the time of the word before it."""
    line = "a<00:00:01.500><c> b</c><00:00:77.000><c> c</c>"
    (turn,) = read(f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{line}\n").turns
    assert (turn.text, [run.start_ms for run in turn.runs]) == ("a b c", [1000, 1500, 1500])


def test_an_arrow_in_speech_is_speech() -> None:
    """Where no times are expected and no clock stands beside it."""
    assert spoken(read(srt("He wrote a --> b.", "--> next"))) == [
        (None, "He wrote a --> b. --> next")
    ]
