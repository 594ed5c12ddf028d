"""Prose without speakers is one turn of nobody known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import EmptyTranscriptError
from nuggets.formats.reading import parse_transcript
from nuggets.formats.text.speakers.unread_names import UNREAD_LABELS
from tests.formats.talks import PARAGRAPHS, check_nothing_lost, check_places, read


@given(st.lists(PARAGRAPHS, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n", "\r"]))
def test_paragraphs_are_read_back(paragraphs: list[str], line_end: str) -> None:
    """All paragraphs come back, a blank line between them."""
    talk = read((line_end * 2).join(paragraphs))
    assert talk.format == "prose"
    assert [turn.text for turn in talk.turns] == ["\n\n".join(paragraphs)]
    assert talk.turns[0].speaker is None
    assert talk.turns[0].time_source == "none"
    check_places(talk)


@given(st.text(max_size=200))
def test_no_text_crashes(text: str) -> None:
    """Any text is read with exact places, or has nothing in it."""
    try:
        talk = parse_transcript(text.encode(), name="x", format="prose", encoding="utf-8")
    except EmptyTranscriptError:
        return
    check_places(talk)


def test_furniture_of_the_page_is_left_out() -> None:
    """Lines of the small list that stand apart are no speech; the same words in a sentence are."""
    noise = ["Subscribe to our newsletter", "TRANSCRIPT”", "---", "Share this", "LEES OOK: Iets"]
    talk = read("We share this.\n\n" + "\n\n".join(noise) + "\n\nPlease\nsubscribe\nnow.")
    assert talk.turns[0].text == "We share this.\n\nPlease\nsubscribe\nnow."
    assert [talk.source[left.start : left.end] for left in talk.left_out] == noise
    check_nothing_lost(talk)


def test_only_furniture_is_an_empty_talk() -> None:
    """Then nothing is left to print."""
    with pytest.raises(EmptyTranscriptError):
        read("Share this\n\nSubscribe\n")


@pytest.mark.parametrize("data", [b"word and more. " * 300_000, b"\n" * 1_000_000 + b"Hi."])
def test_huge_lines_and_many_empty_ones(data: bytes) -> None:
    """Millions of characters on one line, or a million lines without any, are one turn."""
    talk = parse_transcript(data, name="x")
    assert len(talk.turns) == 1
    assert talk.turns[0].text == data.decode().strip()


@pytest.mark.parametrize(
    "text",
    [
        "First: it carries people.\n\nSecond: it is a symbol.\n",
        "Reach: it carries people.\n\nAnd that matters.\n\nRisk: the captain leaves.\n",
        "It has been long.\n\nPros: It is good.\n\nCons: It is slow.\n\nWe keep it.\n",
    ],
)
def test_points_of_an_essay_are_no_speakers(text: str) -> None:
    """Single words before a colon, once each, among paragraphs or in order."""
    talk = read(text)
    assert (talk.format, talk.speakers, len(talk.turns)) == ("prose", (), 1)


def test_labels_that_do_not_recur_are_warned_of() -> None:
    """They may be names, which is for the user to say; a few of many lines are not."""
    points = "Reach: far.\n\nRisk: high.\n\nCost: low.\n\n"
    assert read(points).warnings == (UNREAD_LABELS,)
    assert read(points + "It is so.\n\n" * 20).warnings == ()
