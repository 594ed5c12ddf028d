"""Texts of messages: bounded whatever the input, and complete where it is short."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from nuggets.messages import (
    MAX_NAME_LENGTH,
    MAX_SPEAKERS,
    boundary_notes,
    list_speakers,
    no_speaker_matches,
    pluralize,
    shorten,
)
from nuggets.values import Boundary

names = st.lists(st.text(min_size=1, max_size=200), max_size=30)


@given(st.text(max_size=100), st.integers(1, 80))
def test_a_shortened_text_fits_and_begins_the_same(text: str, length: int) -> None:
    """It has at most so many characters, and says by an ellipsis where something was cut."""
    short = shorten(text, max_length=length)
    assert len(short) <= length
    if len(text) <= length:
        assert short == text
    else:
        assert short.endswith("…")
        assert text.startswith(short[:-1])


@given(st.integers(0, 10_000))
def test_one_is_the_only_singular(count: int) -> None:
    """The noun has its plural for every count but one; so has an irregular noun."""
    assert pluralize(count, "line") == f"{count} line{'s' * (count != 1)}"
    assert pluralize(count, "query", "queries") == f"{count} {'query' if count == 1 else 'queries'}"


@given(names)
def test_the_speakers_of_a_crowd_are_counted(speakers: list[str]) -> None:
    """Up to ten are listed, each shortened; how many there are besides is said."""
    listed = list_speakers(speakers)
    shown = speakers[:MAX_SPEAKERS]
    assert listed.startswith(", ".join(shorten(name, max_length=MAX_NAME_LENGTH) for name in shown))
    assert len(listed) <= MAX_SPEAKERS * (MAX_NAME_LENGTH + 2) + len(" and 99 others")
    assert (" other" in listed.removeprefix(", ".join(shown))) >= (len(speakers) > MAX_SPEAKERS)


@given(st.text(max_size=500), names)
def test_an_unknown_speaker_is_told_who_there_is(name: str, speakers: list[str]) -> None:
    """The message has the name, shortened, and the list of speakers, or that there is none."""
    message = no_speaker_matches(name, speakers)
    assert f'"{shorten(name)}"' in message
    assert message.endswith(list_speakers(speakers) if speakers else "names no speakers")


def test_each_boundary_but_punctuation_has_a_note() -> None:
    """Whatever sentence ends were found by is said and named, unless it is punctuation."""
    for boundary in get_args(Boundary):
        notes = boundary_notes(boundary)
        assert len(notes) == (boundary != "punctuation")
        assert all(f"(boundary: {boundary})" in note for note in notes)
