"""Rows of CSV: the cells are those that the standard library's writer was given."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.text.csv_rows import read_header, read_rows

CELLS = st.text(st.sampled_from('ab ,;\t"\n'), max_size=6)
ROWS = st.lists(st.tuples(CELLS.filter(str.strip), CELLS), max_size=5)


@given(ROWS, st.sampled_from(",;\t"))
def test_cells_are_those_that_were_written(rows: list[tuple[str, str]], mark: str) -> None:
    """With separators, line breaks and quotation marks within cells."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=mark, quoting=csv.QUOTE_ALL)
    writer.writerows([("Speaker", "Text"), *rows])
    source = file.getvalue()
    columns = read_header(source)
    assert columns is not None
    assert (columns.mark, columns.speaker, columns.text, columns.is_all) == (mark, 0, 1, True)
    found = [
        tuple(source[cell.start : cell.end].replace('""', '"') for cell in row)
        for row in read_rows(source, columns)
    ]
    assert found == rows


@pytest.mark.parametrize(
    ("header", "unit_ms"),
    [
        ("start_ms,text", 1),
        ("Start (seconds);Text", 1000),
        ("start [ms]\ttext", 1),
        ("start,text", 0),
        ("start (frames),text", None),
    ],
)
def test_a_header_names_the_unit_of_its_times(header: str, unit_ms: int | None) -> None:
    """A header of another unit is none of a start time."""
    columns = read_header(f"{header}\n1,a\n")
    assert (columns and columns.unit_ms) == unit_ms


@pytest.mark.parametrize("header", ["text", "speaker,start", "text,text,speaker", "so,we,begin"])
def test_other_lines_are_no_header(header: str) -> None:
    """There is a column of words, once, and one of speakers or times."""
    assert read_header(f"{header}\na,b,c\n") is None
