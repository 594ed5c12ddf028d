"""What a page puts between the turns of a talk, without a label of its own."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_nothing_lost, read

TURNS = ("Anna: We go.", "Ben: Yes.", "Anna: No.", "Ben: So.") * 3


def put(*between: str) -> str:
    """Put paragraphs between two turns of a talk."""
    return "\n\n".join((*TURNS[:4], *between, *TURNS[4:]))


@pytest.mark.parametrize(
    "heading", ["THE STORM OF 1953", "PART TWO: “THE DAM”", "WHO PAYS FOR THE DAM"]
)
def test_a_heading_in_capitals_is_nobodys(heading: str) -> None:
    """It stands between blank lines, above the next speaker, and so does another one."""
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
    """With the end of a sentence, as one word, once, or where somebody goes on."""
    talk = read(put(said))
    assert talk.turns[3].text == f"So.\n\n{said}"


@pytest.mark.parametrize("mark", ["ADVERTISEMENT", "Anzeige", "— Advertisement —"])
def test_what_an_advertisement_says_is_nobodys(mark: str) -> None:
    """Where it sells; what does not may be said by who goes on."""
    talk = read(put(mark, "This show is brought to you by Acme."))
    assert [turn.text for turn in talk.turns[3:5]] == ["So.", "We go."]
    assert [left.reason for left in talk.left_out] == ["web-page noise"] * 2
    check_nothing_lost(talk)
    said = "And then he went on to tell me of the war."
    assert read(put(mark, said)).turns[3].text == f"So.\n\n{said}"


def test_who_is_interrupted_by_an_advertisement_goes_on() -> None:
    """Where turns have several paragraphs, the one behind belongs to the turn."""
    turns = [f"{turn}\n\nAnd more." for turn in TURNS]
    talk = read("\n\n".join((*turns[:4], "ADVERTISEMENT", "Then we went.", *turns[4:])))
    assert talk.turns[3].text == "So.\n\nAnd more.\n\nThen we went."
