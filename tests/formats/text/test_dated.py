"""Chats and logs whose lines begin with a date and the time of day."""

from __future__ import annotations

import pytest

from tests.formats.talks import check_nothing_lost, check_places, read, spoken

STAMPS = [
    "[03/06/2026, 10:0{}:11] ",
    "\u200e[6/3/26, 10:0{}:11\u202fAM] ",
    "03.06.26, 10:0{} - ",
    "6/3/26, 10:0{} AM - ",
    "2026-06-03 10:0{}:11 ",
    "2026-06-03T10:0{}:11.250Z ",
    "[2026-06-03 10:0{}] ",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_the_name_behind_a_date_is_the_speaker(stamp: str) -> None:
    """Whatever people call themselves; the date is left out, the time of day copied."""
    said = [("Anna Lee", "Why: so?\nAnd how?"), ("Mum ❤️", "So."), ("+44 7700 900123", "Oh.")] * 2
    text = "\n".join(
        f"{stamp.format(i)}{name}: {words}" for i, (name, words) in enumerate(said, start=1)
    )
    talk = read(text)
    assert spoken(talk) == said
    seconds = 11 if ":11" in stamp else 0
    assert talk.turns[1].runs[0].start_ms == ((10 * 60 + 2) * 60 + seconds) * 1000
    assert {left.reason for left in talk.left_out} == {"date and time"}
    check_places(talk)
    check_nothing_lost(talk)


def test_over_several_days_the_time_of_day_tells_nothing() -> None:
    """Then nothing is said of it."""
    talk = read("6/3/26, 11:59 PM - Anna: Why?\n6/4/26, 12:01 AM - Ben: So.\n")
    assert [(turn.speaker, turn.runs[0].start_ms) for turn in talk.turns] == [
        ("Anna", None),
        ("Ben", None),
    ]
    midnight = read("6/4/26, 12:00 AM - Anna: Why?\n6/4/26, 12:01 PM - Ben: So.\n")
    assert [turn.runs[0].start_ms for turn in midnight.turns] == [0, 43_260_000]


def test_what_the_chat_itself_says_is_nobodys() -> None:
    """Who came, and that there was a picture, is not said by whoever wrote before."""
    lines = ["Anna added Ben", "Anna: Why?", "Ben left", "Ben: <Media omitted>", "~ Ben: So."]
    talk = read("\n".join(f"03/06/2026, 10:08 - {line}" for line in lines))
    assert spoken(talk) == [("Anna", "Why?"), ("Ben", "So.")]
    assert [left.reason for left in talk.left_out].count("notice of the chat") == 3
    check_nothing_lost(talk)


def test_dates_in_a_talk_stay() -> None:
    """A line of somebody's that begins with a date is no message."""
    text = "ANNA: Look:\n2026-06-03 10:08 we met.\n2026-06-04 10:08 we: left.\nBEN: So.\nANNA: Oh."
    assert read(text).turns[0].text.count("\n") == 2
