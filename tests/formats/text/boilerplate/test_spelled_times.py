"""Times in words beside times in digits, for screen readers."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.talks import check_nothing_lost, check_places, read, spoken

SAID = ("So where does it go next?", "It goes to the pier.", "And then?", "Then it stops.") * 2
NAMES = ("Anna Lee", "Ben Kay") * 4
CLOCKS = ("0:04", "1:05", "2:05", "3:00", "59:59", "1:00:00", "1:01:05", "1:02:00")
WORDS = (
    *("4 seconds", "1 minute, 5 seconds", "2 minutes 5 seconds", "3 minutes"),
    *(
        "59 Minuten und 59 Sekunden",
        "1 hour",
        "1 hour, 1 minute, 5 seconds",
        "62 minutes 0 seconds",
    ),
)


def tell(form: str) -> str:
    """Write the talk, each turn in a form: {n}ame, {c}lock, {w}ords of the time, {t}ext."""
    turns = zip(NAMES, CLOCKS, WORDS, SAID, strict=True)
    return "\n".join(form.format(n=n, c=c, w=w, t=t) for n, c, w, t in turns)


@pytest.mark.parametrize(
    "form", ["{n}\n{c}\n{n} {w}\n{t}", "{n} {w}\n{c}\n{t}", "{n}\n{c}\n{w}\n{t}"]
)
def test_times_in_words_are_no_speech(form: str) -> None:
    """Names and times are read, and the times in words are left out."""
    talk = read(tell(form))
    assert spoken(talk) == list(zip(NAMES, SAID, strict=True))
    assert [left.reason for left in talk.left_out] == ["time in words"] * len(SAID)
    assert talk.turns[1].runs[0].start_ms == 65_000
    check_places(talk)


def test_a_panel_without_names() -> None:
    """Only the words are speech where the panel names nobody."""
    talk = read(tell("{c}\n{w}\n{t}"))
    assert spoken(talk) == [(None, "\n".join(SAID))]
    check_nothing_lost(talk)


def test_other_numbers_stay() -> None:
    """A duration in speech is kept if it is not the time beside it."""
    talk = read("0:04\n5 minutes\n0:09\nand 2 seconds\n1:00\n3 minutes\n")
    assert talk.turns[0].text == "5 minutes\nand 2 seconds\n3 minutes"


def test_times_and_words_without_blanks_between_are_refused() -> None:
    """A time in words that runs into the speech is an error that says what to do."""
    with pytest.raises(MalformedTranscriptError, match=r"line 1: .* copy the transcript") as caught:
        read(tell("{c}{w}{t}"))
    assert "pier" not in str(caught.value)
