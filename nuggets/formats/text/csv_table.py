"""CSV tables of utterances with a header, as spreadsheets and services save them.

Time,Speaker,Text
00:00:03,Ann Lee,"So, where does it go next?"
0:09,Ben Kay,He said ""no"".

Cells are separated by commas, semicolons, tabs or bars. The header names the columns: there must be
one of the words, and one of the speaker or the time. Other columns are left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.format import EMPTY_SEGMENT, HEADER, Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.lines import line_number, split_lines
from nuggets.formats.text.csv_rows import Cell, Columns, read_header, read_rows
from nuggets.formats.text.labelled_lines import SAMPLE, check_times
from nuggets.formats.text.speakers.known_names import find_spellings
from nuggets.formats.text.speakers.timestamps import is_unfinished
from nuggets.formats.text.speech_rate import find_unit_ms
from nuggets.formats.text.whisper_rows import looks_like_rows
from nuggets.formats.turns import Cue, Piece, join_cues
from nuggets.timecode import CLOCK, PADDED_CLOCK, parse_clock, to_ms
from nuggets.values import LeftOut

NAME = "csv"
OTHER = "other column"

_CLOCK = re.compile(
    rf"\[?\(?(?P<clock>{CLOCK}|(?P<frames>{PADDED_CLOCK})[:;][0-9]{{2}}(?![0-9:]))\)?\]?"
)
_NOTED = re.compile(rf"\[?\(?(?P<clock>{CLOCK})\)?\]?\s+[^\W\d_].*")  # `[0:12] tape 2`
_MARKUP = re.compile(
    r"(?P<entity>&(?:#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,10});)"
    r"|</?(?:em|i|b|strong|u|span|p|br|a|sup|sub)(?:\s[^<>]*)?/?>"
)
_SECONDS = re.compile(r"(?P<whole>[0-9]{1,9})(?:[.,](?P<fraction>[0-9]{1,9}))?(?P<second> ?s)?")
_OF_DAY = re.compile(  # a time of day, perhaps with the date: not an offset in the recording
    r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}(?:[ T,].{0,40})?"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? ?[AaPp]\.?[Mm]\.?"
)
_DOUBLED = re.compile('""')
_SAMPLE_ROWS = 50  # by eye, as are the others
_LEAST_EVEN = 0.5  # share of rows that have as many cells as the header ...
_LEAST_WIDE = 0.9  # ... or more, where the header has no other columns
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,3}")  # 62,500 milliseconds

UNTIMED = "the times are numbers of which nothing says the unit, so no times are given"

BY_RATE = "the times are numbers without a unit, which is taken from the rate of speech"


def looks_like_table(source: str) -> bool:
    """Whether a text begins with such a header and rows follow, of which some may be broken."""
    columns = read_header(source[:SAMPLE])
    if columns is None or (columns.speaker < 0 and looks_like_rows(source)):  # whisper.cpp's table
        return False
    rows = list(islice(read_rows(source[:SAMPLE], columns), _SAMPLE_ROWS))
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
    columns = read_header(source)
    if columns is None:
        raise MalformedTranscriptError(
            NAME, 1, "expected a header such as `Time,Speaker,Text` above the rows"
        )
    numbers = _read_numbers(source, columns)
    if not columns.unit_ms and _is_in_seconds(numbers, columns.mark):
        columns = columns._replace(unit_ms=1000, end_unit_ms=1000)
    by_rate = find_unit_ms(*_measure(source, columns)) if numbers and not columns.unit_ms else None
    if by_rate is not None and by_rate >= 1:
        columns = columns._replace(unit_ms=int(by_rate), end_unit_ms=int(by_rate))
    left_out = [LeftOut(0, len(source[: columns.rows_at].rstrip()), HEADER)]
    cues = list(_read_cues(source, columns, left_out))
    spelled = find_spellings(cue.speaker for cue in cues if cue.speaker)
    if spelled:
        cues = [cue._replace(speaker=spelled.get(cue.speaker or "", cue.speaker)) for cue in cues]
    turns = join_cues(cues, time_source="cue")
    warnings = check_times(source, turns)
    if numbers and not columns.unit_ms:
        warnings = (*warnings, UNTIMED)
    if by_rate is not None and columns.unit_ms:
        warnings = (*warnings, BY_RATE)
    return Parsed(turns, tuple(left_out), warnings)


def _measure(source: str, columns: Columns) -> tuple[float, int]:
    """Measure the span of the start times, in their unit, and the words said within it."""
    times: list[float] = []
    words = 0
    for row in read_rows(source, columns):
        if len(row) == columns.width:
            start, text = row[columns.start], row[columns.text]
            number = _SECONDS.fullmatch(source[start.start : start.end].strip())
            times += [float(number.group().replace(",", "."))] if number else []
            words += len(source[text.start : text.end].split())
    return (times[-1] - times[0] if times else 0.0), words


def _read_numbers(source: str, columns: Columns) -> list[re.Match[str]]:
    """Match the start times of the first rows that are numbers."""
    if columns.start < 0:
        return []
    rows = islice(read_rows(source, columns), _SAMPLE_ROWS)
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


def _read_cues(source: str, columns: Columns, left_out: list[LeftOut]) -> Iterator[Cue]:
    """Read each row as a cue."""
    used = {columns.text, columns.speaker, columns.start, columns.end, columns.marks}
    last = ""
    for row in read_rows(source, columns):
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
        noted = row[columns.start] if columns.start >= 0 else None
        if noted and _NOTED.fullmatch(source[noted.start : noted.end].strip()):
            left_out.append(LeftOut(noted.start, noted.end, OTHER))
        end_ms = None
        if start_ms is not None:
            end_ms = _read_time(source, row, columns.end, columns.end_unit_ms)
        blank = " " if columns.is_words or is_unfinished(last) else "\n\n"
        pieces = list(_read_pieces(source, row[columns.text], blank, start_ms, end_ms))
        if pieces and columns.marks >= 0:
            pieces += _read_pieces(source, row[columns.marks], "", start_ms, end_ms)
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
    source: str, cell: Cell, blank: str, start_ms: int | None, end_ms: int | None
) -> Iterator[Piece]:
    """Read the lines of a cell, split at doubled quotation marks, of which one is kept."""
    content = source[cell.start : cell.end]
    for i, line in enumerate(split_lines(content)):
        before = line.blank if i else blank
        for begin, until, text in _split_markup(line.text, is_quoted=cell.is_quoted):
            start = cell.start + line.start + begin
            yield Piece(before, text, start, start + until - begin, start_ms, end_ms)
            before = ""


def _split_markup(text: str, *, is_quoted: bool) -> Iterator[tuple[int, int, str]]:
    """Split a line at doubled quotation marks, entities and tags.

    Yields:
        The begin and end of each part, and its text.
    """
    at = 0
    cuts = (
        [
            (found.start(), found.end(), html.unescape(found["entity"] or ""))
            for found in _MARKUP.finditer(text)
        ]
        if "&" in text or "<" in text
        else []
    )
    if is_quoted:
        cuts += [(found.start(), found.end(), '"') for found in _DOUBLED.finditer(text)]
    for begin, until, instead in sorted(cuts):
        if begin > at:
            yield at, begin, text[at:begin]
        if instead:
            yield begin, until, instead
        at = until
    if at < len(text):
        yield at, len(text), text[at:]


def _read_time(source: str, row: Sequence[Cell], column: int, unit_ms: int) -> int | None:
    """Read the time of a cell; None if there is none, or a number without a unit."""
    text = source[row[column].start : row[column].end].strip() if column >= 0 else ""
    if not text:
        return None
    clock = _CLOCK.fullmatch(text)
    if clock is None and not _OF_DAY.fullmatch(text):
        clock = _NOTED.fullmatch(text)
    if clock:
        return parse_clock(clock.groupdict().get("frames") or clock["clock"])
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
    special="cells parted by commas, semicolons, tabs or bars; a row may be a word; "
    "other columns are left out",
)
