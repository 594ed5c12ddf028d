"""Answers: how a written summary is split into sentences."""

from __future__ import annotations

from nuggets.evaluate.answers import split_summary


def test_a_summary_is_split_at_full_stops_and_lines() -> None:
    """Sentences end at punctuation before a blank, and at line ends, not within a number."""
    assert split_summary("It is 1.5 m long. Is it?\nYes ! ") == [
        "It is 1.5 m long.",
        "Is it?",
        "Yes !",
    ]
