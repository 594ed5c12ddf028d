"""CSV tables of utterances with a header."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError
from nuggets.formats.reading import parse_transcript
from nuggets.formats.text.csv_table import UNTIMED
from tests.formats.talks import TALKS, Said, check_runs, joined, read, spoken, time_of, timed

ROWS = [("0:01", "Ann Lee", "We go."), ("0:05", "Ben Kay", "So.")] * 2


def write(*rows: tuple[str, ...], mark: str = ",") -> str:
    """Write a table."""
    written = io.StringIO()
    csv.writer(written, delimiter=mark, lineterminator="\n").writerows(rows)
    return written.getvalue()


@given(TALKS)
def test_what_is_written_is_read_back(talk: list[Said]) -> None:
    """Speakers, words and times come back, whatever the separator."""
    for mark in ",;\t":
        rows = [
            (f"{i}", one.speaker, one.text, f"{time_of(i) / 1000}") for i, one in enumerate(talk)
        ]
        text = write(("#", "speaker", "text", "start (s)"), *rows, mark=mark)
        found = parse_transcript(text.encode(), name="x")
        assert found.format == "csv"
        assert spoken(found) == [(one.speaker, one.text) for one in joined(timed(talk))]
        assert found.turns[-1].runs[-1].start_ms == time_of(len(talk) - 1)
        check_runs(found)


@pytest.mark.parametrize(
    "header",
    [
        ("Time", "Speaker", "Text"),
        ("Timestamp", "Speaker Name", "Transcript"),
        ("start_time", "speaker_label", "utterance"),
        ("START", "Participant", "Message"),
    ],
)
def test_the_header_says_what_a_column_is(header: tuple[str, ...]) -> None:
    """Column names may be in capitals, have underscores, and follow Excel's `sep=` line."""
    for before in ("", "sep=,\n"):
        talk = read(before + write(header, *ROWS))
        assert spoken(talk) == [(name, said) for _, name, said in ROWS]
        assert [turn.runs[0].start_ms for turn in talk.turns] == [1000, 5000] * 2
        assert len(talk.warnings) == 1  # they run backwards


def test_marks_and_lines_within_a_cell_are_words() -> None:
    """Doubled quotation marks become one; line breaks are kept."""
    said = 'He said "no", so:\nwe left; "Oh!"'
    talk = read(write(("Speaker", "Text"), ("Ann", said), ("Ben", "So.")))
    assert spoken(talk) == [("Ann", said), ("Ben", "So.")]
    check_runs(talk)


@pytest.mark.parametrize(
    ("name", "time", "start_ms"),
    [
        ("Time", "00:01:02.500", 62_500),
        ("Time", "[1:02]", 62_000),
        ("Start", "62.5", 62_500),
        ("Start", "62s", 62_000),
        ("start_ms", "62500", 62_500),
        ("Start (seconds)", "62", 62_000),
        ("Start", "62500", None),
        ("Start", "62500.0", None),
        ("Start", "62,500", None),
        ("start_ms", "62,500", 62_500),
        ("start_ms", "1,062,500", 1_062_500),
        ("Start (s)", "62,5", 62_500),
        ("Timestamp", "2026-06-03 10:07:11", None),
        ("Time", "10:07 AM", None),
        ("Time", "", None),
    ],
)
def test_times_are_read_where_their_unit_is_known(
    name: str, time: str, start_ms: int | None
) -> None:
    """Numbers without a unit, and times of day, are not read as times."""
    talk = read(write((name, "Speaker", "Text"), (time, "Ann", "We go."), (time, "Ben", "So.")))
    assert [turn.runs[0].start_ms for turn in talk.turns] == [start_ms] * 2
    is_number = time.startswith("62") and start_ms is None
    assert talk.warnings == ((UNTIMED,) if is_number else ())


@pytest.mark.parametrize(
    ("start", "end", "row", "times"),
    [
        ("start (ms)", "end (s)", ("3000", "5"), (3000, 5000)),
        ("start (s)", "end (ms)", ("3", "5000"), (3000, 5000)),
        ("start_ms", "end", ("3000", "5000"), (3000, 5000)),
    ],
)
def test_each_time_has_its_own_unit(
    start: str, end: str, row: tuple[str, str], times: tuple[int, int]
) -> None:
    """The end has the unit of the start only where its own header has none."""
    talk = read(write((start, end, "Speaker", "Text"), (*row, "Ann", "Go."), (*row, "Ben", "So.")))
    assert [(run.start_ms, run.end_ms) for turn in talk.turns for run in turn.runs] == [times] * 2


def test_other_columns_and_rows_without_words_are_left_out() -> None:
    """Both are left out with reasons; a row without a name has an unknown speaker."""
    rows = [("1", "Ann", "We go."), ("2", "", "Why?"), ("3", "Ben", ""), ("", "Ben", "So.")]
    talk = read(write(("Nr", "Speaker", "Text"), *rows))
    assert spoken(talk) == [("Ann", "We go."), (None, "Why?"), ("Ben", "So.")]
    reasons = [left.reason for left in talk.left_out]
    assert reasons == [
        "header",
        "other column",
        "other column",
        "other column",
        "segment without words",
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("0:09,Ann,We go, and so.", "line 4: expected 3 cells"),
        ("0:09,Ann", "line 4: expected 3 cells"),
        ("0:61:00,Ann,We go.", "line 4: expected a time"),
        ("soon,Ann,We go.", "line 4: expected a time"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(row: str, message: str) -> None:
    """The error has the line and quotes nothing."""
    text = write(("Time", "Speaker", "Text"), *ROWS[:2]) + f"{row}\n" + write(*ROWS * 9)
    with pytest.raises(MalformedTranscriptError, match=message) as caught:
        read(text)
    assert "Ann" not in str(caught.value)


@pytest.mark.parametrize("bad", [1, 2, 5])
@pytest.mark.parametrize("header", ["Time,Speaker,Text", "Nr,Time,Speaker,Text"])
def test_a_table_with_broken_rows_is_no_prose(bad: int, header: str) -> None:
    """A table with broken rows is an error with the first of them, not prose."""
    before = "1," * header.startswith("Nr")
    rows = [f"{before}0:0{i},Ann,{'We go.' if i % bad else 'Yes, then.'}\n" for i in range(1, 10)]
    with pytest.raises(MalformedTranscriptError, match=f"line {bad + 1}: expected"):
        read(f"{header}\n{''.join(rows)}")
    with pytest.raises(MalformedTranscriptError, match="line 2: expected 2 cells"):
        read("Speaker,Text\nAnn,Yes, then.\nBen,No, no.\n")


@pytest.mark.parametrize("header", ["Time,Speaker,Text", "sep=;\nSpeaker;Text;Note\n\n"])
def test_a_header_alone_is_an_empty_table(header: str) -> None:
    """A header without rows is an empty transcript."""
    with pytest.raises(EmptyTranscriptError):
        read(header)


@pytest.mark.parametrize(
    "text",
    [
        "Speaker, Text\nAnna: So.\nBen: We go, and so, on.\nAnna: Oh.\n",
        "Name, text and time\nAnna: So.\nBen: We go, and so, on.\nAnna: Oh.\n",
        "Product,Price\nMilk,2\nBread,3\n",
        "Speaker: text\nAnna: So.\nBen: Oh.\n",
        "Name;Age;Town\nAnn;7;Ys\n",
    ],
)
def test_other_lines_with_commas_are_no_such_table(text: str) -> None:
    """A table needs a column of words, and one of speakers or times."""
    assert read(text).format != "csv"
