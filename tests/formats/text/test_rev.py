"""Rev's text files, and pages like them."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_nothing_lost, check_places, read, spoken


def test_the_same_speaker_goes_on_after_a_time() -> None:
    """A time without a name begins no turn, and a sentence goes on across it and a blank line."""
    talk = read(
        "Rita Moss (00:00:00) We began with the\n\n(00:00:27) bridge.\n\n"
        "Al Poe (00:01:10): Yes.\n\nRita Moss (01:01:10)\nSo.\n"
    )
    assert talk.format == "rev"
    assert spoken(talk) == [
        ("Rita Moss", "We began with the bridge."),
        ("Al Poe", "Yes."),
        ("Rita Moss", "So."),
    ]
    assert [run.start_ms for run in talk.turns[0].runs] == [0, 27_000]
    check_places(talk)


def test_chapters_and_their_headings_are_left_out() -> None:
    """A table of contents above the talk is left out, and its entries between turns, too."""
    talk = read(
        "Table of Contents\n0:00 – Introduction\n10:36 – The dam\n\nIntroduction\n\n"
        "Al Poe (00:00:00) We go.\n\nRita (00:00:30) Yes.\n\nThe dam\n\nAl Poe (00:10:36) The dam\n"
    )
    assert [turn.text for turn in talk.turns] == ["We go.", "Yes.", "The dam"]
    assert [left.reason for left in talk.left_out] == [
        "before the first speaker",
        "table of contents",
        "table of contents",
        "before the first speaker",
        "heading",
    ]
    check_nothing_lost(talk)


def test_names_before_a_time_may_be_written_in_any_way() -> None:
    """A name in lower case counts where a time and a colon follow it."""
    talk = read("madison (00:00:02):\nhello\n\nbob's phone (00:00:09):\nhi there: yes\n")
    assert spoken(talk) == [("madison", "hello"), ("bob's phone", "hi there: yes")]


@pytest.mark.parametrize(
    "text",
    [
        "John (3:16) says so.",
        "We met (10:30) and\nwe left (11:00) again.",
        "Anna: at (00:10:00) we go.\nBen: at (00:20:00) we stay.",
    ],
)
def test_other_texts_are_not_taken_for_it(text: str) -> None:
    """Other texts with times in parentheses are not Rev's."""
    assert read(text).format != "rev"
