"""Answers: how a written summary is split into sentences."""

from __future__ import annotations

import pytest

from nuggets.evaluate.answers import Answer, LocatedNugget, split_summary


def test_a_summary_is_split_at_full_stops_and_lines() -> None:
    """Sentences end at punctuation before a blank, and at line ends, not within a number."""
    assert split_summary("It is 1.5 m long. Is it?\nYes ! ") == [
        "It is 1.5 m long.",
        "Is it?",
        "Yes !",
    ]


@pytest.mark.parametrize(
    ("status", "printed", "vouches", "refuses"),
    [
        ("ok", 1, True, False),
        ("not-discussed", 0, False, True),
        ("unsure", 1, False, False),
        (None, 1, True, False),
        (None, 0, False, True),
    ],
)
def test_a_refusal_is_what_the_status_says(
    status: str | None, printed: int, vouches: bool, refuses: bool
) -> None:
    """An unsure answer neither vouches nor refuses; without a status, printing nothing refuses."""
    answer = Answer((LocatedNugget((0,), ("Yes.",)),) * printed, status=status)
    assert (answer.vouches, answer.refuses) == (vouches, refuses)
