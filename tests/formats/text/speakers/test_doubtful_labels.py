"""Lines that may begin with a name leave their words to nobody."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_nothing_lost, check_places, read, spoken

TALK = "ANNA: So.\n\nBEN: No.\n\n" * 4


@pytest.mark.parametrize(
    "line",
    [
        "Priya: I came late.",
        "BEN - and so on.",
        "[BEN] and so on.",
        "BEN. – and so on.",
        "BEN    and so on.",
        "Ben\nand so on.",
        "<Ben> and so on.",
    ],
)
def test_one_such_line_is_nobodys(line: str) -> None:
    """A name that is known, or strange words before a colon, end the words of the one before."""
    talk = read(f"{TALK}ANNA: Well.\n\nMore.\n\n{line}\n\nBEN: Yes.\n")
    assert spoken(talk)[-3:] == [("ANNA", "Well.\n\nMore."), (None, line), ("BEN", "Yes.")]
    assert talk.warnings[0].startswith("line 21: words that may name somebody")
    check_places(talk)
    check_nothing_lost(talk)


@pytest.mark.parametrize(
    "line",
    [
        "And Ben: he said no.",
        "[laughter] So we went.",
        "Well - and so on.",
        "Ben went home.",
        "No: no.",
    ],
)
def test_words_are_the_speakers(line: str) -> None:
    """A sentence, a sound, a word that the talk has in small letters are no labels."""
    talk = read(f"{TALK}ANNA: Well, no.\n\n{line}\n\nBEN: Yes.\n")
    assert spoken(talk)[-2] == ("ANNA", f"Well, no.\n\n{line}")
    assert talk.warnings == ()
