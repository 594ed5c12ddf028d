"""CSV tables of utterances with a header, as spreadsheets and services save them.

Time,Speaker,Text
00:00:03,Ann Lee,"So, where does it go next?"
0:09,Ben Kay,He said ""no"".

Cells are separated by commas, semicolons or tabs. The header names the columns: there must be one
of the words, and one of the speaker or the time. Other columns are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.format import EMPTY_SEGMENT, HEADER, Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.lines import LINE, LINE_ENDS, line_number, split_lines
from nuggets.formats.text.labelled_lines import SAMPLE, check_times
from nuggets.formats.text.speakers.timestamps import is_unfinished
from nuggets.formats.text.whisper_rows import looks_like_rows
from nuggets.formats.turns import Cue, Piece, join_cues
from nuggets.timecode import CLOCK, parse_clock, to_ms
from nuggets.values import LeftOut

NAME = "csv"
OTHER = "other column"

_TEXT = ("text", "transcript", "utterance", "content", "sentence", "message", "words", "caption")
_SPEAKER = ("speaker", "speaker name", "speaker label", "name", "participant", "who", "author")
_START = ("start", "start time", "time", "timestamp", "timecode", "begin", "start timecode", "in")
_END = ("end", "end time", "stop", "end timecode", "out")
_UNITS = {"ms": 1, "milliseconds": 1, "msec": 1, "s": 1000, "sec": 1000, "secs": 1000}
_UNITS["seconds"] = 1000
_UNIT = re.compile(r"[ (\[]{1,2}(?P<unit>[a-z]{1,12})[)\]]?\Z")
_CELLS = {
    mark: re.compile(
        rf'[ \xa0]{{0,3}}"(?P<quoted>(?:[^"]++|"")*+)"[ \xa0]{{0,3}}(?=[{mark}{LINE_ENDS}]|\Z)'
        rf"|(?P<bare>[^{mark}{LINE_ENDS}]*+)"
    )
    for mark in ",;\t"
}
_SEP = re.compile(r"sep=[,;\t]\r?\n", re.IGNORECASE)
_CLOCK = re.compile(rf"\[?\(?(?P<clock>{CLOCK})\)?\]?")
_SECONDS = re.compile(r"(?P<whole>[0-9]{1,9})(?:[.,](?P<fraction>[0-9]{1,9}))?(?P<second> ?s)?")
_OF_DAY = re.compile(  # a time of day, perhaps with the date: not an offset in the recording
    r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}(?:[ T,].{0,40})?"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? ?[AaPp]\.?[Mm]\.?"
)
_LONGEST_HEADER = 1000  # characters; by eye, as are the others
_SAMPLE_ROWS = 50
_LEAST_EVEN = 0.5  # share of rows that have as many cells as the header ...
_LEAST_WIDE = 0.9  # ... or more, where the header has no other columns
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,3}")  # 62,500 milliseconds

UNTIMED = "the times are numbers of which nothing says the unit, so no times are given"


class _Cell(NamedTuple):
    """The offsets of a cell's content in the source, without quotation marks."""

    start: int
    end: int
    is_quoted: bool


class _Columns(NamedTuple):
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


def looks_like_table(source: str) -> bool:
    """Whether a text begins with such a header and rows follow, of which some may be broken."""
    columns = _read_header(source[:SAMPLE])
    if columns is None or (columns.speaker < 0 and looks_like_rows(source)):  # whisper.cpp's table
        return False
    rows = list(islice(_rows(source[:SAMPLE], columns), _SAMPLE_ROWS))
    if not rows:
        return True
    even = sum(len(row) == columns.width for row in rows)
    wide = sum(len(row) >= columns.width for row in rows)
    if even >= _LEAST_EVEN * len(rows) or (columns.is_all and wide >= _LEAST_WIDE * len(rows)):
        return True
    first = rows[0]
    if not 0 <= columns.start < len(first):
        return False
    cell = first[columns.start]
    return len(first) > 1 and _CLOCK.fullmatch(source[cell.start : cell.end].strip()) is not None


@gc_paused()
def parse_table(source: str) -> Parsed:
    """Parse each row as a cue.

    Raises:
        MalformedTranscriptError: There is no header, or a row has more or fewer cells or an
            impossible time.
    """
    columns = _read_header(source)
    if columns is None:
        raise MalformedTranscriptError(
            NAME, 1, "expected a header such as `Time,Speaker,Text` above the rows"
        )
    numbers = _read_numbers(source, columns)
    if not columns.unit_ms and _is_in_seconds(numbers, columns.mark):
        columns = columns._replace(unit_ms=1000, end_unit_ms=1000)
    left_out = [LeftOut(0, len(source[: columns.rows_at].rstrip()), HEADER)]
    turns = join_cues(_read_cues(source, columns, left_out), time_source="cue")
    warnings = check_times(source, turns)
    if numbers and not columns.unit_ms:
        warnings = (*warnings, UNTIMED)
    return Parsed(turns, tuple(left_out), warnings)


def _read_numbers(source: str, columns: _Columns) -> list[re.Match[str]]:
    """Match the start times of the first rows that are numbers."""
    if columns.start < 0:
        return []
    rows = islice(_rows(source, columns), _SAMPLE_ROWS)
    cells = (row[columns.start] for row in rows if len(row) == columns.width)
    found = (_SECONDS.fullmatch(source[cell.start : cell.end].strip()) for cell in cells)
    return [number for number in found if number and not number["second"]]


def _is_in_seconds(numbers: Sequence[re.Match[str]], mark: str) -> bool:
    """Whether the fractions of numbers show that they are seconds.

    Rule: not where all are `62500.0`, as spreadsheets save whole numbers, nor where all may be
    `62,500` with a thousands separator, in a table with commas between the cells.
    """
    broken = [number for number in numbers if number["fraction"]]
    if mark == "," and all(_GROUPED.fullmatch(number.group()) for number in broken):
        return False
    return any(int(number["fraction"]) for number in broken)


def _read_header(source: str) -> _Columns | None:
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
            return _Columns(
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
            )
    return None


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


def _rows(source: str, columns: _Columns) -> Iterator[list[_Cell]]:
    """Read the rows below the header; blank lines are skipped."""
    at = columns.rows_at
    while at < len(source):
        if source[at] in LINE_ENDS:
            at += 1
            continue
        row, at = _read_row(source, at, columns.mark)
        if len(row) > 1 or source[row[0].start : row[0].end].strip():
            yield row


def _read_row(source: str, at: int, mark: str) -> tuple[list[_Cell], int]:
    """Read the cells of a row; return them and the offset of the row's end."""
    cells: list[_Cell] = []
    pattern = _CELLS[mark]
    while True:
        match = pattern.match(source, at)
        if match is None:  # it matches anything
            return cells, len(source)
        group = "bare" if match["quoted"] is None else "quoted"
        cells.append(_Cell(*match.span(group), is_quoted=group == "quoted"))
        at = match.end()
        if source[at : at + 1] != mark:
            return cells, at
        at += 1


def _read_cues(source: str, columns: _Columns, left_out: list[LeftOut]) -> Iterator[Cue]:
    """Read each row as a cue."""
    used = {columns.text, columns.speaker, columns.start, columns.end}
    last = ""
    for row in _rows(source, columns):
        if len(row) != columns.width:
            raise MalformedTranscriptError(
                NAME,
                line_number(source, row[0].start),
                f"expected {columns.width} cells, as in the header; a cell with what parts the "
                "cells, or a quotation mark, stands in quotation marks",
            )
        for i, cell in enumerate(row):
            if i not in used and source[cell.start : cell.end].strip():
                left_out.append(LeftOut(cell.start, cell.end, OTHER))
        start_ms = _read_time(source, row, columns.start, columns.unit_ms)
        end_ms = None
        if start_ms is not None:
            end_ms = _read_time(source, row, columns.end, columns.end_unit_ms)
        blank = " " if is_unfinished(last) else "\n\n"
        pieces = list(_read_pieces(source, row[columns.text], blank, start_ms, end_ms))
        if not pieces:
            left_out.append(LeftOut(row[0].start, row[-1].end, EMPTY_SEGMENT))
            continue
        last = pieces[-1].text
        name = ""
        if columns.speaker >= 0:
            cell = row[columns.speaker]
            name = " ".join(source[cell.start : cell.end].split()).rstrip(":")
        yield Cue(name or None, pieces)


def _read_pieces(
    source: str, cell: _Cell, blank: str, start_ms: int | None, end_ms: int | None
) -> Iterator[Piece]:
    """Read the lines of a cell, split at doubled quotation marks, of which one is kept."""
    content = source[cell.start : cell.end]
    for line in split_lines(content):
        at = 0
        before, blank = blank or line.blank, ""
        while at < len(line.text):
            found = line.text.find('""', at) if cell.is_quoted else -1
            until = found + 1 if found >= 0 else len(line.text)
            start = cell.start + line.start + at
            yield Piece(before, line.text[at:until], start, start + until - at, start_ms, end_ms)
            before = ""
            at = until + 1 if found >= 0 else until


def _read_time(source: str, row: Sequence[_Cell], column: int, unit_ms: int) -> int | None:
    """Read the time of a cell; None if there is none, or a number without a unit."""
    text = source[row[column].start : row[column].end].strip() if column >= 0 else ""
    if not text:
        return None
    clock = _CLOCK.fullmatch(text)
    if clock:
        return parse_clock(clock["clock"])
    if unit_ms == 1 and _GROUPED.fullmatch(text):
        return int(text.replace(",", ""))
    number = _SECONDS.fullmatch(text)
    if number is None and _OF_DAY.fullmatch(text):
        return None
    if number is None:
        raise MalformedTranscriptError(
            NAME,
            line_number(source, row[column].start),
            "expected a time `HH:MM:SS` or `MM:SS` with at most 59 minutes and seconds",
        )
    unit_ms = 1000 if number["second"] else unit_ms
    if not unit_ms:
        return None
    return to_ms(0, 0, int(number["whole"]), number["fraction"]) * unit_ms // 1000


CSV = Format(
    NAME,
    origin="tables with a header such as `Time,Speaker,Text` (.csv, .tsv)",
    speakers="where named",
    times="cue",
    looks_like=looks_like_table,
    parse=parse_table,
    special="cells parted by commas, semicolons or tabs; other columns are left out",
)
