"""Tables with a header, a row for each thing said."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from nuggets.errors import MalformedTranscriptError
from nuggets.formats import parse_transcript
from nuggets.formats.text.table import UNTIMED
from tests.formats.talks import TALKS, check_runs, joined, read, spoken, time_of, timed
from tests.writers import Said

ROWS = [("0:01", "Ann Lee", "We go."), ("0:05", "Ben Kay", "So.")] * 2


def write(*rows: tuple[str, ...], mark: str = ",") -> str:
    """Write a table."""
    written = io.StringIO()
    csv.writer(written, delimiter=mark, lineterminator="\n").writerows(rows)
    return written.getvalue()


@given(TALKS)
def test_what_is_written_is_read_back(talk: list[Said]) -> None:
    """Speakers, words and times come back, whatever parts the cells."""
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
    """In capitals or not, with blanks or lines between its words, behind Excel's own line too."""
    for before in ("", "sep=,\n"):
        talk = read(before + write(header, *ROWS))
        assert spoken(talk) == [(name, said) for _, name, said in ROWS]
        assert [turn.runs[0].start_ms for turn in talk.turns] == [1000, 5000] * 2
        assert len(talk.warnings) == 1  # they run backwards


def test_marks_and_lines_within_a_cell_are_words() -> None:
    """Of two quotation marks one is said; lines stay lines."""
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
        ("Timestamp", "2026-06-03 10:07:11", None),
        ("Time", "10:07 AM", None),
        ("Time", "", None),
    ],
)
def test_times_are_read_where_their_unit_is_known(
    name: str, time: str, start_ms: int | None
) -> None:
    """A number that may be anything, and the time of day, is none of the recording."""
    talk = read(write((name, "Speaker", "Text"), (time, "Ann", "We go."), (time, "Ben", "So.")))
    assert [turn.runs[0].start_ms for turn in talk.turns] == [start_ms] * 2
    assert talk.warnings == ((UNTIMED,) if time == "62500" and start_ms is None else ())


def test_other_columns_and_rows_without_words_are_left_out() -> None:
    """Each with a reason; who is not named is nobody."""
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
    """With its line, and without its words."""
    text = write(("Time", "Speaker", "Text"), *ROWS[:2]) + f"{row}\n" + write(*ROWS * 9)
    with pytest.raises(MalformedTranscriptError, match=message) as caught:
        read(text)
    assert "Ann" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "Name, text and time\nAnna: So.\nBen: We go, and so, on.\nAnna: Oh.\n",
        "Product,Price\nMilk,2\nBread,3\n",
        "Speaker: text\nAnna: So.\nBen: Oh.\n",
        "Name;Age;Town\nAnn;7;Ys\n",
    ],
)
def test_other_lines_with_commas_are_no_such_table(text: str) -> None:
    """There must be a column of what was said, and one of who said it, or when."""
    assert read(text).format != "csv"
