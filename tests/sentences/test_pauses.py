"""Unpunctuated talk: sentences end at pauses, with cues, or before words that open sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nuggets
from nuggets.sentences.pauses import MAX_UNPUNCTUATED_WORDS, measure_timing, split_unpunctuated
from nuggets.sentences.punctuation import UNIT
from nuggets.sentences.splitter import main_boundary, split_sentences
from nuggets.values import Run, Transcript, Turn
from tests.hangs import stopped_if_it_hangs
from tests.sentences.captioned import measure, strip_talk, write_talk

ROOT = Path(__file__).resolve().parents[2]
TALK = strip_talk(nuggets.read(ROOT / "data" / "talk.txt"))
ONE = [(None, [word for _, words in TALK for word in words])]


def letters(text: str) -> str:
    """Return the text without white space."""
    return "".join(text.split())


def test_pauses_end_sentences() -> None:
    """Where the source has the times of words, nearly all sentence ends are found."""
    talk = write_talk(ONE, "word")
    precision, recall = measure(talk)
    assert precision > 0.8  # a breath at a comma may be taken for an end
    assert recall > 0.95
    sentences = split_sentences(talk.transcript)
    assert main_boundary(sentences) == "pause"
    assert all(len(sentence.text.split()) <= MAX_UNPUNCTUATED_WORDS for sentence in sentences)


def test_pauses_are_found_where_words_last_until_the_next() -> None:
    """Many sources give no end of a word, or the beginning of the next one."""
    precision, recall = measure(write_talk(ONE, "word", has_ends=False))
    assert precision > 0.75
    assert recall > 0.7


def test_cues_help_where_they_end_in_pauses() -> None:
    """Where cues are timed, more ends are found than without any times."""
    without = measure(write_talk(ONE, "none"))
    for cue_words in (3, 6, 9):
        precision, recall = measure(write_talk(ONE, "cue", cue_words=cue_words))
        assert precision > without[0] - 0.01
        assert recall > without[1]


def test_without_times_words_tell() -> None:
    """Without times sentences have a speakable length and many of their ends are right."""
    talk = write_talk(ONE, "none")
    precision, _ = measure(talk)
    assert precision > 0.42
    sentences = split_sentences(talk.transcript)
    assert main_boundary(sentences) == "heuristic"
    sizes = [len(sentence.text.split()) for sentence in sentences]
    assert sum(8 <= size <= 25 for size in sizes) > 0.85 * len(sizes)


@pytest.mark.parametrize("time_source", ["word", "cue", "none"])
def test_talk_without_marks_gives_nuggets(time_source: str) -> None:
    """Lower-case sentences without marks are picked, and are about the focus."""
    talk = write_talk(TALK, time_source)  # type: ignore[arg-type]  # one of them
    (result,) = nuggets.summarize(talk.transcript, "heat pump", count=5).results
    said = " ".join(one.text for nugget in result.nuggets for one in nugget.sentences)
    assert len(result.nuggets) >= 3  # as many as the talk has
    assert "heat pump" in said
    assert said == said.lower()
    assert not any(
        one.text.startswith(("what is ", "how many ", "do you "))
        for nugget in result.nuggets
        for one, role in zip(nugget.sentences, nugget.roles, strict=True)
        if role == "pick"
    )


@st.composite
def timed_turns(draw: st.DrawFn) -> Turn:
    """Draw a turn of words with times of all kinds."""
    words = draw(
        st.lists(
            st.sampled_from(
                ["so", "the", "we", "and", "x" * 40, "中文中文", "ship", "i'm", "yeah"]
            ),
            min_size=1,
            max_size=150,
        )
    )
    times = st.none() | st.integers(0, 5000)
    runs: list[Run] = []
    text = ""
    for word in words:
        text += " " if text else ""
        at = len(text)
        text += word
        runs.append(Run(at, len(text), at, len(text), draw(times), draw(times)))
    return Turn(0, None, text, tuple(runs), draw(st.sampled_from(["word", "cue", "turn", "none"])))


@settings(deadline=None, max_examples=60)
@given(timed_turns())
def test_whatever_the_times_nothing_is_lost(turn: Turn) -> None:
    """Pieces give the text back, and none has more than `MAX_UNPUNCTUATED_WORDS` words."""
    timing = measure_timing([turn])
    pieces = [
        turn.text[start:end] for start, end in split_unpunctuated(turn, 0, len(turn.text), timing)
    ]
    assert letters("".join(pieces)) == letters(turn.text)
    assert max(len(UNIT.findall(piece)) for piece in pieces) <= MAX_UNPUNCTUATED_WORDS


def test_cues_that_are_sentences_end_them() -> None:
    """Where cues end as sentences do, a cue that touches the next one ends one, too."""
    lines = ["the pump moves heat", "so it saves money", "we built it in may", "and it works"]
    text, runs = "", list[Run]()
    for i, line in enumerate(lines * 6):
        text += " " if text else ""
        at = len(text)
        text += line
        runs.append(Run(at, len(text), at, len(text), i * 2000, i * 2000 + 2000))
    turn = Turn(0, None, text, tuple(runs), "cue")
    assert measure_timing([turn]).cue_end_score > 0
    sentences = split_sentences(Transcript("x", "", "vtt", "utf-8", text, (turn,)))
    cue_ends = {run.end for run in runs}
    assert all(sentence.end in cue_ends for sentence in sentences)


def test_a_sentence_over_cues_has_its_first_time() -> None:
    """Times are copied from the cue in which a sentence begins and the one in which it ends."""
    talk = write_talk(ONE, "cue").transcript
    starts = {run.start_ms for run in talk.turns[0].runs}
    for sentence in split_sentences(talk):
        assert sentence.start_ms in starts
        first = talk.turns[0].run_at(sentence.start)
        assert sentence.start_ms == first.start_ms


@pytest.mark.slow
def test_long_talk_does_not_hang() -> None:
    """A hundred thousand words take linear time, also as a single turn in many windows."""
    talk = write_talk([(None, ONE[0][1] * 32)], "word").transcript
    with stopped_if_it_hangs():
        assert split_sentences(talk)
