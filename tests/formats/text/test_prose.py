"""Prose without speakers is one turn of an unknown speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import EmptyTranscriptError
from nuggets.formats.reading import parse_transcript
from tests.formats.talks import PARAGRAPHS, check_places, read


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
    """Single words before a colon that occur once each are no speakers."""
    talk = read(text)
    assert (talk.format, talk.speakers, len(talk.turns)) == ("prose", (), 1)


def test_keys_and_values_above_prose_are_left_out() -> None:
    """What a file says of itself before the talk is no speech; one such line may be."""
    talk = read("Speaker: Ilka Voss\nConference: Gates\nVideo: https://a.example/x\n\nWe wait.\n")
    assert [turn.text for turn in talk.turns] == ["We wait."]
    assert read("Summary: so.\n\nWe wait.\n").turns[0].text == "Summary: so.\n\nWe wait."
