"""Stage directions are told from speech and removed from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.stage_directions import (
    is_stage_direction,
    normalize_spelling,
    strip_stage_directions,
)
from tests.english.test_filler import table

DIRECTIONS = """
    [laughter] | (crosstalk) | [inaudible 00:12:03] | ♪ music ♪ | *laughs* | {vocalsound}
    {vocalsound} {gap} . | (laughs) [crosstalk] | (audience laughs) | (Laughter.) | [Laughter.]
    (soft music playing) | (speaking French) | ♪ la la la | *clears throat*
"""
SPEECH = """
    (The margin was thin.) | The music industry (in part) collapsed. | 2 * 3 * 4 is 24. | (in part)
    [laughter] Right. | **this year** | (in May) | Silence is golden. | Wow. | ♪ la ♪ again
"""


@pytest.mark.parametrize("text", table(DIRECTIONS))
def test_stage_directions_are_found(text: str) -> None:
    """Without its stage directions, nothing is left of a note on sounds."""
    assert is_stage_direction(text)
    assert not any(char.isalnum() for char in strip_stage_directions(text))


@pytest.mark.parametrize("text", table(SPEECH))
def test_speech_in_brackets_is_not_a_stage_direction(text: str) -> None:
    """Speech stays, in round brackets, bold, or beside a stage direction."""
    assert not is_stage_direction(text)
    assert any(char.isalnum() for char in strip_stage_directions(text))


def test_stage_directions_are_removed_from_within_a_sentence() -> None:
    """Directions are removed; words in round brackets and bold words stay."""
    text = "So [laughs] we  (laughter) ship {gap} *sighs* (in May) **this year** ♪ la ♪ again."
    assert strip_stage_directions(text) == "So we ship (in May) **this year** again."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that ’s it", "that's it"),
        ("mm - hmm", "mm-hmm"),
        ("I do n't , they 're", "I do n't , they're"),
        ("[laughs] we 'll see", "we'll see"),
    ],
)
def test_spelling_is_normalised(text: str, expected: str) -> None:
    """Apostrophes are straight, contractions and hyphens are joined, directions are gone."""
    assert normalize_spelling(text) == expected


@given(st.text(st.sampled_from("a. [](){}*♪ Hi,-—'\n")) | st.text())
def test_removal_only_shortens(text: str) -> None:
    """What is left is no longer than before, with its white space folded."""
    left = strip_stage_directions(text)
    assert len(left) <= len(text)
    assert left == " ".join(left.split())
