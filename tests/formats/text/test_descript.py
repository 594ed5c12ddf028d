"""Descript's text and Markdown files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.reading import parse_transcript
from tests.formats.specimens.texts_timed import clock
from tests.formats.talks import NAMES, PARAGRAPHS, Said, check_places, joined, read, spoken

TURNS = st.lists(st.tuples(NAMES, st.lists(PARAGRAPHS, min_size=2, max_size=4)), min_size=2)


@given(TURNS, st.sampled_from(["", "**"]), st.sampled_from(["\n", "\r\n"]))
def test_times_amid_the_words_are_no_words(
    turns: list[tuple[str, list[str]]], bold: str, line_end: str
) -> None:
    """Timestamps give the time of the next words, and a sentence goes on across them."""
    parts: list[str] = []
    times: list[int] = []
    for name, words in [*turns, *turns]:
        first = len(times) * 1000
        times += range(first, first + 1000 * len(words), 1000)
        pieces = zip(times[-len(words) :], words, strict=True)
        text = " ".join(f"[{clock(time)}] {one}" for time, one in pieces)
        parts.append(f"{bold}{name}:{bold} {text}")
    talk = parse_transcript((line_end * 2).join(parts).encode(), name="x")
    assert talk.format == "descript"
    said = joined([Said(name, (" ".join(words),)) for name, words in [*turns, *turns]])
    assert spoken(talk) == [(one.speaker, one.text) for one in said]
    assert [run.start_ms for turn in talk.turns for run in turn.runs] == times
    check_places(talk)


def test_a_time_may_be_glued_to_a_word_or_open_a_paragraph() -> None:
    """Timestamps may touch a word or begin a paragraph; most names have none."""
    talk = read(
        "**Sean:** [00:00:00] Tell us\n\n**Peter:** about it. It never fills you.[00:03:00]\n\n"
        "So you go on.\n\n[00:04:00] Yes.\n\n**Sean:** Good.\n"
    )
    assert spoken(talk) == [
        ("Sean", "Tell us"),
        ("Peter", "about it. It never fills you.\n\nSo you go on.\n\nYes."),
        ("Sean", "Good."),
    ]
    assert [run.start_ms for run in talk.turns[1].runs] == [None, 180_000, 240_000]
    check_places(talk)


def test_labels_that_look_like_no_names_count_beside_times() -> None:
    """Words before a colon and a time are a label wherever they occur."""
    talk = read("2607_EDIT: [00:00:00] We go. A [00:01:00] dam.\n\nAl: Yes.\n\n2607_EDIT: So.\n")
    assert spoken(talk) == [
        ("2607_EDIT", "We go. A dam."),
        ("Al", "Yes."),
        ("2607_EDIT", "So."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Duration: [00:00:00] to [00:10:00]",
        "He wrote: see [00:10:00] and [00:12:00].",
        "[00:00:01] Anna: Hi.\n[00:00:02] Ben: Yes.",
    ],
)
def test_other_texts_are_not_taken_for_it(text: str) -> None:
    """Other texts with times in brackets are not Descript's."""
    assert read(text).format != "descript"
