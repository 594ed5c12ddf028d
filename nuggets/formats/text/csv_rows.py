"""Rows and cells of a CSV table, and the columns that its header names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nuggets.formats.lines import LINE, LINE_ENDS

_WORD: tuple[str, ...] = ("word", "token")
_TEXT: tuple[str, ...] = (
    "text",
    "transcript",
    "utterance",
    "content",
    "sentence",
    "message",
    "words",
    "caption",
)
_TEXT += _WORD
_SPEAKER = ("speaker", "speaker name", "speaker label", "name", "participant", "who", "author")
_START: tuple[str, ...] = (
    "start",
    "start time",
    "time",
    "timestamp",
    "timecode",
    "begin",
    "start timecode",
    "in",
)
_START += ("start ms", "ts")
_END = ("end", "end time", "stop", "end timecode", "out", "end ms", "endts")
_MARKS = ("punctuation",)
_UNITS = {"ms": 1, "milliseconds": 1, "msec": 1, "s": 1000, "sec": 1000, "secs": 1000}
_UNITS["seconds"] = 1000
_UNIT = re.compile(r"[ (\[]{1,2}(?P<unit>[a-z]{1,12})[)\]]?\Z")
_CELLS = {
    mark: re.compile(
        rf'[ \xa0]{{0,3}}"(?P<quoted>(?:[^"]++|"")*+)"[ \xa0]{{0,3}}(?=[{mark}{LINE_ENDS}]|\Z)'
        rf"|(?P<bare>[^{mark}{LINE_ENDS}]*+)"
    )
    for mark in ",;\t|"
}
_SEP = re.compile(r"sep=[,;\t|]\r?\n", re.IGNORECASE)
_LONGEST_HEADER = 1000  # characters; by eye


class Cell(NamedTuple):
    """The offsets of a cell's content in the source, without quotation marks."""

    start: int
    end: int
    is_quoted: bool


class Columns(NamedTuple):
    """The columns that the header names.

    Attributes:
        mark: Separator of the cells.
        width: Number of columns.
        text: Index of the column of the words.
        speaker: Index of the column of the speaker; -1 if there is none.
        start: Index of the column of the start time; -1 if there is none.
        end: Index of the column of the end time; -1 if there is none.
        unit_ms: Unit of start times that are numbers, in milliseconds; 0 if it is not known.
        end_unit_ms: The same of end times.
        is_all: Whether there are no other columns.
        rows_at: Offset of the first row.
        marks: Index of the column of the marks behind a word; -1 if there is none.
        is_words: Whether each row is a single word.
    """

    mark: str
    width: int
    text: int
    speaker: int
    start: int
    end: int
    unit_ms: int
    end_unit_ms: int
    is_all: bool
    rows_at: int
    marks: int = -1
    is_words: bool = False


def read_header(source: str) -> Columns | None:
    """Read the first line as the header of a table of utterances; None if it is none."""
    begin = len(source) - len(source.lstrip("\ufeff\r\n "))
    sep = _SEP.match(source, begin)
    begin = sep.end() if sep else begin
    line = LINE.match(source, begin)
    if line is None or len(line.group()) > _LONGEST_HEADER:
        return None
    for mark in _CELLS:
        cells = _read_row(source[: line.end()], begin, mark)[0]
        names = [source[cell.start : cell.end].casefold().replace("_", " ") for cell in cells]
        names = [" ".join(name.split()) for name in names]
        plain = [_UNIT.sub("", name) if _unit_of(name) else name for name in names]
        text, speaker = _index(names, _TEXT), _index(names, _SPEAKER)
        start, end = _index(plain, _START), _index(plain, _END)
        if text >= 0 and max(speaker, start) >= 0:
            unit_ms = _unit_of(names[start]) if start >= 0 else 0
            end_unit_ms = (_unit_of(names[end]) if end >= 0 else 0) or unit_ms
            return Columns(
                mark,
                len(cells),
                text,
                speaker,
                start,
                end,
                unit_ms,
                end_unit_ms,
                len(cells) == len({text, speaker, start, end} - {-1}),
                line.end(),
                _index(names, _MARKS),
                names[text] in _WORD,
            )
    return None


def read_cells(line: str) -> list[str]:
    """Read a line as the row of a table, with the separator that gives most cells."""
    rows = (_read_row(line, 0, mark)[0] for mark in _CELLS)
    return max(([line[cell.start : cell.end].strip() for cell in row] for row in rows), key=len)


def has_word_column(header: Sequence[str]) -> bool:
    """Whether a header names a column of what was said."""
    names = [" ".join(name.casefold().replace("_", " ").split()) for name in header]
    return _index(names, _TEXT) >= 0


def _index(names: Sequence[str], wanted: Sequence[str]) -> int:
    """Find the column with the first of some names that is there once; -1 if there is none."""
    for name in wanted:
        if names.count(name) == 1:
            return names.index(name)
    return -1


def _unit_of(name: str) -> int:
    """Read the unit that a header names, in milliseconds; 0 if it names none."""
    found = _UNIT.search(name)
    return _UNITS.get(found["unit"], 0) if found else 0


def read_rows(source: str, columns: Columns) -> Iterator[list[Cell]]:
    """Read the rows below the header; blank lines are skipped."""
    at = columns.rows_at
    while at < len(source):
        if source[at] in LINE_ENDS:
            at += 1
            continue
        row, at = _read_row(source, at, columns.mark)
        if len(row) > 1 or source[row[0].start : row[0].end].strip():
            yield row


def _read_row(source: str, at: int, mark: str) -> tuple[list[Cell], int]:
    """Read the cells of a row; return them and the offset of the row's end."""
    cells: list[Cell] = []
    pattern = _CELLS[mark]
    while True:
        match = pattern.match(source, at)
        if match is None:  # it matches anything
            return cells, len(source)
        group = "bare" if match["quoted"] is None else "quoted"
        cells.append(Cell(*match.span(group), is_quoted=group == "quoted"))
        at = match.end()
        if source[at : at + 1] != mark:
            return cells, at
        at += 1
