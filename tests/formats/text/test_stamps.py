"""Times amid words, and times that belong to none."""

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
    """With the line and what was expected, and without its words."""
    with pytest.raises(MalformedTranscriptError, match=r"line 1: times .* expected `\[0:12:03\]"):
        read(text)


def test_times_in_the_words_of_a_talk_are_words() -> None:
    """What was not heard, and what somebody says of a time, are not times of the file."""
    text = "ANNA: I [inaudible 00:12:03] so.\nBEN: At 12:00:00, yes.\n" * 3
    talk = read(text)
    assert talk.turns[0].text == "I [inaudible 00:12:03] so."
    assert talk.duration_ms is None
