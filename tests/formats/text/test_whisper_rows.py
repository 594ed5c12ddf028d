"""Whisper's segments as rows."""

from __future__ import annotations

import pytest
from hypothesis import given

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.reading import parse_transcript
from tests.formats.specimens import texts_rows
from tests.formats.talks import TALKS, Said, check_runs, read, timed

SAID = ("So where does it go next?", 'He said "no", and left.', "Then", "it rained.")
ROWS = [(i * 5120, (i + 1) * 5120, text) for i, text in enumerate(SAID)]
WRITERS = {
    "tsv": texts_rows.write_tsv,
    "csv": texts_rows.write_csv,
    "printed": texts_rows.write_printed,
    "labels": texts_rows.write_labels,
}


@pytest.mark.parametrize("kind", WRITERS)
def test_rows_are_read_with_their_times(kind: str) -> None:
    """Words have start and end times; doubled quotation marks become one."""
    talk = read(WRITERS[kind](ROWS))
    assert talk.format == "whisper-text"
    (turn,) = talk.turns
    assert (turn.speaker, turn.text, turn.time_source) == (None, " ".join(SAID), "cue")
    times = list(dict.fromkeys((run.start_ms, run.end_ms) for run in turn.runs))
    assert times == [(a, b) for a, b, _ in ROWS]
    check_runs(talk)


@given(TALKS)
def test_what_is_written_is_read_back(talk: list[Said]) -> None:
    """Words and times come back from each kind."""
    for write in WRITERS.values():
        read_back = read(
            write([(one.start_ms, one.start_ms + 900, one.text) for one in timed(talk)])
        )
        assert read_back.format == "whisper-text"
        words = " ".join(" ".join(turn.text.split()) for turn in read_back.turns)
        assert words == " ".join(" ".join(one.text.split()) for one in talk)


@pytest.mark.parametrize("kind", ["tsv", "csv"])
def test_a_table_without_its_header_is_refused(kind: str) -> None:
    """A table without its header is an error, as its numbers may be anything."""
    text = WRITERS[kind](ROWS).partition("\n")[2]
    with pytest.raises(MalformedTranscriptError, match="line 1: expected the header `start"):
        read(text)


@pytest.mark.parametrize("kind", ["tsv", "csv", "labels"])
def test_a_table_that_breaks_off_is_malformed(kind: str) -> None:
    """A truncated row is an error, which quotes nothing."""
    text = WRITERS[kind](ROWS)
    for cut in range(len(text) - 30, len(text) - 12):
        try:
            words = read(text[:cut]).turns[0].text
        except MalformedTranscriptError as error:
            assert "rained" not in str(error)
        else:
            assert " ".join(SAID).startswith(words)


def test_other_ways_of_printing() -> None:
    """WhisperX's arrow and Audacity's line of frequencies are read."""
    talk = read("Transcript:  [0.031 --> 5.12]  So.\nTranscript:  [5.12 --> 9.5]  No.\n")
    assert (talk.format, talk.turns[0].text) == ("whisper-text", "So. No.")
    talk = read("0.000000\t5.120000\tSo.\n\\\t80.0\t900.0\n5.120000\t9.000000\tNo.\n")
    assert (talk.format, talk.turns[0].text) == ("whisper-text", "So. No.")


def test_a_row_that_is_no_row_is_malformed() -> None:
    """A line that is no row is an error with its line."""
    text = WRITERS["tsv"](ROWS * 3).replace("15360\t20480\tit", "15360\tit", 1)
    with pytest.raises(MalformedTranscriptError, match="line 5: expected `start<tab>end<tab>text`"):
        parse_transcript(text.encode(), name="x", format="whisper-text")


def test_an_empty_row_is_counted() -> None:
    """Rows without words, and the header, are left out."""
    talk = read("start\tend\ttext\n0\t900\tSo.\n900\t1800\t\n1800\t2000\tNo.\n")
    assert [left.reason for left in talk.left_out] == ["header", "segment without words"]
    assert talk.turns[0].text == "So. No."


@pytest.mark.parametrize(
    "row",
    [
        "{s:.2f} {e:.2f} SPEAKER_0{n} {t}",
        "SPEAKER_0{n} {s:.2f} {e:.2f} {t}",
        "[{s:.2f}s -> {e:.2f}s] SPEAKER_0{n}: {t}",
        "talk 1 SPEAKER_0{n} {s:.2f} {e:.2f} <o,f0> {t}",
        "0:00:{s:06.3f}\t0:00:{e:06.3f}\tSPEAKER_0{n}\t{t}",
    ],
)
def test_rows_may_name_the_speaker(row: str) -> None:
    """Whoever writes them, speaker, times and words of a row are read."""
    said = ["So where does it go?", "To the sea.", "Why is that?", "It rained."]
    text = "\n".join(
        row.format(s=4 * i + 1.25, e=4 * i + 4.5, n=i % 2, t=t) for i, t in enumerate(said)
    )
    turns = read(text).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        (f"SPEAKER_0{i % 2}", t) for i, t in enumerate(said)
    ]
    assert [turn.runs[0].start_ms for turn in turns] == [1250, 5250, 9250, 13_250]
    assert [turn.runs[0].end_ms for turn in turns] == [4500, 8500, 12_500, 16_500]


@pytest.mark.parametrize("row", ["talk 1 {s} 0.30 {t} 0.98", "talk A {s} 0.30 {t}"])
def test_a_word_a_line_is_joined(row: str) -> None:
    """The words of a recogniser make one turn, each with its times."""
    words = "So where does it go ?".split()
    turn = read("\n".join(row.format(s=i, t=word) for i, word in enumerate(words))).turns[0]
    assert turn.text == " ".join(words)
    assert [(run.start_ms, run.end_ms) for run in turn.runs][1] == (1000, 1300)
    assert turn.time_source == "word"


def test_no_row_of_a_speaker_is_taken_for_one_with_a_number() -> None:
    """`f000001` counts rows; `SPEAKER_00` names somebody."""
    rows = [f'f00000{i},{i}.200,{i}.800,"We say ""{i}""."' for i in range(4)]
    talk = read("\n".join(rows))
    assert talk.turns[0].text.startswith('We say "0". We say "1".')
    assert talk.speakers == ()
