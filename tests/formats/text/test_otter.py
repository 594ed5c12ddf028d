"""Otter's text files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.reading import parse_transcript
from nuggets.formats.text.otter import looks_like_otter
from tests.formats.specimens.texts_timed import write_otter, write_otter_glued
from tests.formats.talks import (
    TALKS,
    Said,
    check_nothing_lost,
    check_places,
    joined,
    read,
    spoken,
    timed,
)


@given(TALKS, st.sampled_from(["\n", "\r\n", "\r", "\u2028"]), st.booleans(), st.booleans())
def test_what_is_written_is_read_back(
    talk: list[Said], line_end: str, has_bom: bool, glued: bool
) -> None:
    """Speakers, words and times come back, also where a converter put one time before all lines."""
    text = (write_otter_glued if glued else write_otter)(timed(talk)).replace("\n", line_end)
    data = text.rstrip().encode("utf-8-sig" if has_bom else "utf-8")
    read_back = parse_transcript(data, name="talk")
    assert read_back.format == "otter"
    folded = [(name, " ".join(words.split())) for name, words in spoken(read_back)]
    assert folded == [(one.speaker, " ".join(one.text.split())) for one in joined(talk)]
    times = {run.start_ms for turn in read_back.turns for run in turn.runs}
    assert times == {said.start_ms for said in timed(talk)}
    assert [left.reason for left in read_back.left_out] == ["footer"]
    check_places(read_back)


def test_a_sentence_that_is_cut_stays_one() -> None:
    """A sentence goes on across a header of the same speaker, not of another."""
    talk = read(
        "Emma  54:33  \nSo that is what we could\n\nEmma  54:50  \nmove to May.\n\n"
        "Unknown Speaker  1:00:02  \nand June.\n"
    )
    assert spoken(talk) == [
        ("Emma", "So that is what we could move to May."),
        ("Unknown Speaker", "and June."),
    ]
    assert [run.start_ms for turn in talk.turns for run in turn.runs] == [
        3_273_000,
        3_290_000,
        3_602_000,
    ]


def test_the_footer_is_left_out_as_the_last_line_only() -> None:
    """Otter's footer is left out as the last line only; elsewhere it is speech."""
    footer = "Transcribed by https://otter.ai"
    talk = read(f"Emma  0:01\nHi.\n{footer}\n\nBen  0:05\nYes.\n\n{footer}\n")
    assert talk.turns[0].text == f"Hi.\n{footer}"
    assert [left.reason for left in talk.left_out] == ["footer"]


def test_keywords_and_names_above_are_left_out() -> None:
    """Keywords and names before the first header are left out."""
    talk = read("SUMMARY KEYWORDS\nseeds\n\nSPEAKERS\nEmma\n\nEmma  0:01  \nHi.\n\nBen  0:03\nYo.")
    assert spoken(talk) == [("Emma", "Hi."), ("Ben", "Yo.")]
    assert {left.reason for left in talk.left_out} == {"before the first speaker"}
    check_nothing_lost(talk)


def test_one_speaker_has_no_name() -> None:
    """Where the only speaker has no name, a time alone is the header."""
    talk = read("0:01  \nHi you.\n\n0:15  \nYes.\n\nTranscribed by https://otter.ai\n")
    assert talk.format == "otter"
    assert spoken(talk) == [(None, "Hi you.\n\nYes.")]


def test_a_time_that_is_none_is_refused() -> None:
    """The error has the line and what was expected."""
    with pytest.raises(MalformedTranscriptError, match=r"line 4: expected `NAME  H:MM:SS`"):
        read("Emma  0:01\nHi.\n\nBen  0:75\nYes.\n\nEmma  1:01\nSo.\n")


def test_a_text_without_headers_is_refused() -> None:
    """A text without headers is an error if it is read as Otter's."""
    with pytest.raises(MalformedTranscriptError, match="expected `NAME  H:MM:SS`"):
        read("Dana: Hi.\nLee: Yes.", format="otter")


@pytest.mark.parametrize(
    "text",
    [
        "We met at  10:30\nand left at  11:00",
        "Total  10:30\nAverage  9:15\nBest  8:59\n",
        "He wrote: Emma  54:33 and went.",
        "Transcribed by https://otter.ai\nis what it says.",
    ],
)
def test_other_texts_are_not_taken_for_it(text: str) -> None:
    """Other texts with times after two blanks are not Otter's."""
    assert not looks_like_otter(text)


@pytest.mark.parametrize(
    "name",
    ["Prof. Ann Lee", "Capt. Lee", "Asst. Supt. Ann Lee, PhD", "The Rt Hon. Sir Ann Lee KCB KC MP"],
)
def test_a_title_with_a_full_stop_ends_no_sentence(name: str) -> None:
    """A name with an abbreviated title is a name, and its turns are not the other speaker's."""
    talk = read(
        f"Maria  0:03\nI voted.\n\n{name}  0:09\nIt killed ten.\n\nMaria  0:15\nIt did not.\n"
    )
    assert [turn.speaker for turn in talk.turns] == ["Maria", name, "Maria"]
