"""Timestamps within words, and times that cannot be aligned or read."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.talks import read


@pytest.mark.parametrize(
    "text",
    [
        "said at 00:00:01\nHi you.\n\nsaid at 00:00:05\nYes so.\n\nsaid at 00:01:09\nNo.\n",
        "<00:00:01>Hi you.\n<00:00:05>Yes so.\n<00:01:09>No.\n",
    ],
)
def test_a_file_whose_times_cannot_be_aligned_is_refused(text: str) -> None:
    """The error has the line and what was expected, and quotes nothing."""
    with pytest.raises(MalformedTranscriptError, match=r"line 1: times .* expected `\[0:12:03\]"):
        read(text)


def test_times_in_the_words_of_a_talk_are_words() -> None:
    """Times of inaudible words, and times in speech, are not timestamps."""
    text = "ANNA: I [inaudible 00:12:03] so.\nBEN: At 12:00:00, yes.\n" * 3
    talk = read(text)
    assert talk.turns[0].text == "I [inaudible 00:12:03] so."
    assert talk.duration_ms is None


@pytest.mark.parametrize("time", ["99:99:99", "0:61:00", "00:00:60"])
@pytest.mark.parametrize("form", ["[{}] ANNA: ", "ANNA ({}): ", "{} ANNA: ", "{} - ANNA: "])
def test_a_time_that_there_is_not_is_refused(form: str, time: str) -> None:
    """An impossible time is neither part of a name nor another time; the error has its line."""
    talk = f"{form.format('0:00:01')}a\n{form.format('0:00:05').replace('ANNA', 'BEN')}b\n"
    for text in (talk + form.format(time) + "c", f"\n\n{form.format(time)}c"):
        with pytest.raises(MalformedTranscriptError, match="line 3: expected a time") as caught:
            read(text)
        assert "ANNA" not in str(caught.value)
    assert read(f"ANNA: The code is {time} now.\nBEN: So.\nANNA: [{time}] it was.\n").speakers


@pytest.mark.parametrize("form", ["[{}] ANNA: ", "ANNA ({}): "])
def test_seconds_over_59_are_no_time(form: str) -> None:
    """Seconds over 59 are an error, minutes over 59 are not where there are no hours."""
    with pytest.raises(MalformedTranscriptError, match="line 2: expected a time"):
        read(f"{form.format('12:01')}a\n{form.format('12:75')}c")
    assert read(f"{form.format('12:01')}a\n{form.format('75:12')}c").duration_ms == 4_512_000
