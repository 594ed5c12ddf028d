"""Headings, chapters and advertisements between turns."""

from __future__ import annotations

import pytest

from nuggets.formats.text.plain import PLAIN
from tests.formats.talks import check_nothing_lost, read

TURNS = ("Anna: We go.", "Ben: Yes.", "Anna: No.", "Ben: So.") * 3


def put(*between: str) -> str:
    """Put paragraphs between two turns of a talk."""
    return "\n\n".join((*TURNS[:4], *between, *TURNS[4:]))


@pytest.mark.parametrize(
    "heading", ["THE STORM OF 1953", "PART TWO: “THE DAM”", "WHO PAYS FOR THE DAM"]
)
def test_a_heading_in_capitals_is_nobodys(heading: str) -> None:
    """Two lines in capitals between blank lines above speakers are headings."""
    talk = read("\n\n".join((*TURNS[:4], heading, *TURNS[4:8], "THE END OF IT", *TURNS[8:])))
    assert [turn.text for turn in talk.turns] == ["We go.", "Yes.", "No.", "So."] * 3
    assert [left.reason for left in talk.left_out] == ["heading"] * 2
    check_nothing_lost(talk)


@pytest.mark.parametrize(
    "said",
    [
        "WE ARE LOST!",
        "STOP",
        "WE GO\n\nto the dam.",
        "[THE AUDIENCE LAUGHS]",
        "We GO THERE",
        "WHAT ON EARTH",
    ],
)
def test_what_is_shouted_stays(said: str) -> None:
    """A line in capitals is speech with a full stop, as one word, once, or where speech goes on."""
    talk = read(put(said))
    assert talk.turns[3].text == f"So.\n\n{said}"


@pytest.mark.parametrize("mark", ["ADVERTISEMENT", "Anzeige", "— Advertisement —"])
def test_what_an_advertisement_says_is_nobodys(mark: str) -> None:
    """A paragraph below `ADVERTISEMENT` is left out if it advertises; others are speech."""
    talk = read(put(mark, "This show is brought to you by Acme."))
    assert [turn.text for turn in talk.turns[3:5]] == ["So.", "We go."]
    assert [left.reason for left in talk.left_out] == ["web-page boilerplate"] * 2
    check_nothing_lost(talk)
    said = "And then he went on to tell me of the war."
    assert read(put(mark, said)).turns[3].text == f"So.\n\n{said}"


def test_who_is_interrupted_by_an_advertisement_goes_on() -> None:
    """Where turns have several paragraphs, one after an advertisement belongs to the turn."""
    turns = [f"{turn}\n\nAnd more." for turn in TURNS]
    talk = read("\n\n".join((*turns[:4], "ADVERTISEMENT", "Then we went.", *turns[4:])))
    assert talk.turns[3].text == "So.\n\nAnd more.\n\nThen we went."


@pytest.mark.parametrize("before", ["(00:10:12) – ", "00:10:12 - "])
def test_chapter_with_its_time_is_a_heading(before: str) -> None:
    """Where names and times have their own lines, a time, a dash and a title are a chapter."""
    source = (
        "Lee Roe 00:00:05\n\nWelcome to the show.\n\nAnn Lee 00:00:09\n\nThank you for it.\n\n"
        f"{before}Who built the dam.\n\nLee Roe 00:10:13\n\nWho built it?\n\n"
        "Ann Lee 00:10:20\n\nThe city.\n"
    )
    parsed = PLAIN.parse(source)
    assert [turn.text for turn in parsed.turns] == [
        "Welcome to the show.",
        "Thank you for it.",
        "Who built it?",
        "The city.",
    ]
    assert [left.reason for left in parsed.left_out] == ["heading"]


def test_words_at_a_time_of_their_own_are_no_chapter() -> None:
    """A time within a turn, without a dash or above words, is speech."""
    source = (
        "Lee Roe 00:00:05\n\nWelcome to the show.\n\nAnn Lee 00:00:09\n\nThank you for it.\n\n"
        "(00:10:12) Who built the dam.\n\nLee Roe 00:10:13\n\nWho built it?\n\n"
        "Ann Lee 00:10:20\n\nThe city.\n"
    )
    assert "built the dam" in PLAIN.parse(source).turns[1].text
