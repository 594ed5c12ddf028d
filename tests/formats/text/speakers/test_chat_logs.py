"""Chat logs with dates and times of day."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.reading import parse_transcript
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
    """Any name is read; the date is left out, the time of day is kept."""
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
    """Times of day over several days are not kept."""
    talk = read("6/3/26, 11:59 PM - Anna: Why?\n6/4/26, 12:01 AM - Ben: So.\n")
    assert [(turn.speaker, turn.runs[0].start_ms) for turn in talk.turns] == [
        ("Anna", None),
        ("Ben", None),
    ]
    midnight = read("6/4/26, 12:00 AM - Anna: Why?\n6/4/26, 12:01 PM - Ben: So.\n")
    assert [turn.runs[0].start_ms for turn in midnight.turns] == [0, 43_260_000]


def test_what_the_chat_itself_says_is_nobodys() -> None:
    """Notices of the chat and messages without words are left out."""
    lines = ["Anna added Ben", "Anna: Why?", "Ben left", "Ben: <Media omitted>", "~ Ben: So."]
    talk = read("\n".join(f"03/06/2026, 10:08 - {line}" for line in lines))
    assert spoken(talk) == [("Anna", "Why?"), ("Ben", "So.")]
    assert [left.reason for left in talk.left_out].count("notice of the chat") == 3
    check_nothing_lost(talk)


def test_dates_in_a_talk_stay() -> None:
    """A line of a message that begins with a date is part of the message."""
    text = "ANNA: Look:\n2026-06-03 10:08 we met.\n2026-06-04 10:08 we: left.\nBEN: So.\nANNA: Oh."
    assert read(text).turns[0].text.count("\n") == 2


@pytest.mark.parametrize(
    "notice",
    [
        "Anna changed the subject from “A” to “Plan: B”",
        'Ben created group "Plan: B"',
        "Anna hat den Betreff von „A“ zu „Plan: B“ geändert",
        "Your security code with Ben changed: tap to learn more",
        "Anna changed the icon: tap to see it",
    ],
)
def test_a_notice_with_a_colon_is_no_speaker(notice: str) -> None:
    """A notice with a colon is no message: its words do not recur and are a sentence."""
    lines = ["Anna: Why?", "Ben: So.", notice, "Anna: Oh.", "Ben: No."]
    talk = read("\n".join(f"03/06/2026, 10:08 - {line}" for line in lines))
    assert spoken(talk) == [("Anna", "Why?"), ("Ben", "So."), ("Anna", "Oh."), ("Ben", "No.")]
    assert [left.reason for left in talk.left_out].count("notice of the chat") == 1
    check_nothing_lost(talk)


@pytest.mark.parametrize(
    "name",
    [
        "Anna Lee",
        "Anna van Dyke",
        "Anna from work",
        "Bob “The Rock” Smith",
        'Bob "The Rock" Smith',
        'ד"ר כהן',
        "Dr Maria van der Berg",
        "Tēvita ‘Ofa",
    ],
)
def test_who_writes_once_is_a_speaker(name: str) -> None:
    """A long name is a name, even if another one begins with it."""
    lines = ["Anna: Why?", f"{name}: Hi.", "Ben: So.", "Anna: Oh."]
    talk = read("\n".join(f"03/06/2026, 10:08 - {line}" for line in lines))
    assert spoken(talk)[1] == (name, "Hi.")


def test_keep_noise_keeps_what_the_chat_says() -> None:
    """With keep_noise, notices have an unknown speaker, messages without words their sender."""
    lines = ["Anna: Why?", "Ben left", "Anna: <Media omitted>", "Anna added “A: B”", "Ben: So."]
    data = "\n".join(f"03/06/2026, 10:08 - {line}" for line in lines).encode()
    talk = parse_transcript(data, name="x", keep_noise=True)
    assert spoken(talk) == [
        ("Anna", "Why?"),
        (None, "Ben left"),
        ("Anna", "<Media omitted>"),
        (None, "Anna added “A: B”"),
        ("Ben", "So."),
    ]
    assert {left.reason for left in talk.left_out} == {"date and time"}
    check_places(talk)


def test_null_is_a_word() -> None:
    """The message `null` is speech; the chat's placeholder `<null>` is not."""
    talk = read("\n".join(f"03/06/2026, 10:08 - {w}" for w in ("A: Why?", "B: null", "A: <null>")))
    assert spoken(talk) == [("A", "Why?"), ("B", "null")]


@pytest.mark.parametrize("time", ["99:59:00", "24:00:00", "10:60:00", "10:59:75", "9:61"])
def test_a_time_of_day_that_there_is_not_is_refused(time: str) -> None:
    """A time of day that no clock shows is an error with its line."""
    text = f"2026-06-03 10:08:11 Anna: Why?\n2026-06-03 {time} Ben: So.\n"
    with pytest.raises(MalformedTranscriptError, match="line 2: expected a time of day"):
        read(text + text.splitlines()[0])
