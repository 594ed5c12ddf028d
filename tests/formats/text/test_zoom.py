"""Zoom's text files."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.reading import parse_transcript
from tests.formats.specimens.texts_timed import clock
from tests.formats.talks import PARAGRAPHS, check_places, read, spoken

NAMES = st.sampled_from(["Ann Lee", "+1 (555) 123-4567", "bob's iPhone", "李娜", "A: B", "Zoë"])
CUES = st.lists(st.tuples(NAMES, PARAGRAPHS), min_size=1, max_size=8)


@given(CUES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_what_is_written_is_read_back(
    cues: list[tuple[str, str]], line_end: str, has_tabs: bool
) -> None:
    """Consecutive captions of one speaker are one turn, whatever the name."""
    if has_tabs:
        rows = [f"{clock(i * 1000)}\t{name}\t{words}" for i, (name, words) in enumerate(cues)]
    else:
        rows = [f"[{name}] {clock(i * 1000)}\n{words}\n" for i, (name, words) in enumerate(cues)]
    text = "\n".join(rows).replace("\n", line_end)
    talk = parse_transcript(text.encode(), name="x")
    assert talk.format == "zoom-txt"
    said = [(turn.speaker, word) for turn in talk.turns for word in turn.text.split()]
    assert said == [(name, word) for name, words in cues for word in words.split()]
    assert all(one.speaker != two.speaker for one, two in pairwise(talk.turns))
    times = [run.start_ms for turn in talk.turns for run in turn.runs]
    assert times == [i * 1000 for i in range(len(cues))]
    assert {turn.time_source for turn in talk.turns} == {"cue"}
    check_places(talk)


@pytest.mark.parametrize(
    "text",
    [
        "09:15:03\t From Ann Lee : hello\n09:15:20\t From Ben Kay to Everyone : hi\n",
        "09:15:03 From Ann Lee to Everyone:\n\thello\n09:15:20 From Ben Kay to Ann Lee:\n\thi\n",
    ],
)
def test_a_chat_is_read(text: str) -> None:
    """The recipient of a message is not part of the name."""
    assert spoken(read(text)) == [("Ann Lee", "hello"), ("Ben Kay", "hi")]


def test_half_days_are_read() -> None:
    """Times with AM and PM are read."""
    talk = read("[Ann] 12:00:05 AM\na b\n\n[Ben] 01:00:05 PM\nc d\n")
    times = [turn.runs[0].start_ms for turn in talk.turns]
    assert times == [5_000, 46_805_000]


def test_a_line_may_have_no_name() -> None:
    """A line without a name has an unknown speaker."""
    talk = read("00:00:01\tAnn\tyes\n00:00:02\tno\n")
    assert spoken(talk) == [("Ann", "yes"), (None, "no")]


def test_a_time_that_is_none_is_refused() -> None:
    """An impossible time is an error with its line."""
    with pytest.raises(MalformedTranscriptError, match=r"line 2: expected a time"):
        read("00:00:01\tAnn\tyes\n00:75:02\tBen\tno\n", format="zoom-txt")


def test_a_text_without_such_lines_is_refused() -> None:
    """A text without such lines is an error if it is read as Zoom's."""
    with pytest.raises(MalformedTranscriptError, match="expected `HH:MM:SS<tab>NAME<tab>TEXT`"):
        read("Just words.", format="zoom-txt")


@pytest.mark.parametrize("text", ["[Music] we go\n[Claps] we stay", "00:00:01\tyes\n", "a\tb\tc"])
def test_other_texts_are_not_taken_for_it(text: str) -> None:
    """Other texts with tabs and brackets are not Zoom's."""
    assert read(text).format != "zoom-txt"


def test_colon_behind_a_name_is_no_part_of_it() -> None:
    """A colon behind a name is not part of it."""
    transcript = parse_transcript(
        b"00:00:01\tTom:\tWe go.\n00:00:05\tAnn Lee:\tWhy?\n", name="a.txt"
    )
    assert [turn.speaker for turn in transcript.turns] == ["Tom", "Ann Lee"]
