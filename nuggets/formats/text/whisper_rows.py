"""Whisper's segments as rows with start and end: TSV, CSV, printed, Audacity labels.

start<tab>end<tab>text                    openai-whisper's .tsv, in milliseconds
0<tab>5120<tab>So where does it go next?

start,end,text                            whisper.cpp's .csv, in milliseconds
0,5120," So where does it go next?"

[0.00s -> 5.12s] So where does it go      faster-whisper as its users print it, in seconds
0.000000<tab>5.120000<tab>So where        labels of Audacity, in seconds
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.format import EMPTY_SEGMENT, HEADER, Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.lines import Line, line_number, split_lines
from nuggets.formats.text.labelled_lines import SAMPLE, check_times
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.formats.turns import Cue, Piece, join_cues
from nuggets.timecode import to_ms
from nuggets.values import LeftOut

NAME = "whisper-text"
BEFORE = "before the first segment"

_SECONDS = r"[0-9]{1,6}[.,][0-9]{1,9}"


class _Kind(NamedTuple):
    """A way of writing the rows.

    Attributes:
        expected: An example, for messages.
        row: Pattern of a row with `start`, `end` and `text`; the text may be missing.
        unit_ms: Unit of whole numbers, in milliseconds; numbers with a point are seconds.
        header: Pattern of the first line; None if there is none.
        least: Least share of lines that are rows; by eye.
    """

    expected: str
    row: re.Pattern[str]
    unit_ms: int = 1000
    header: re.Pattern[str] | None = None
    least: float = 0.6


_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
_TSV = _Kind(
    "`start<tab>end<tab>text`",
    re.compile(rf"(?P<start>{_NUMBER})\t(?P<end>{_NUMBER})(?:\t(?P<text>.*))?\Z"),
    1,
    re.compile(r"start\tend\ttext\Z", re.IGNORECASE),
)
_CSV = _Kind(
    '`start,end,"text"`',
    re.compile(rf"(?P<start>{_NUMBER}),\s?(?P<end>{_NUMBER}),\s?\"(?P<text>.*)\"\Z"),
    1,
    re.compile(r'"?start"?,\s?"?end"?,\s?"?text"?\Z', re.IGNORECASE),
)
_PRINTED = _Kind(
    "`[0.00s -> 5.12s] text`",
    re.compile(
        rf"(?:Transcript:\s{{1,3}})?\[(?P<start>{_SECONDS})s?\s?--?>\s?(?P<end>{_SECONDS})s?\]"
        r"(?:\s*(?P<text>\S.*))?\Z"
    ),
    least=0.5,
)
_LABELS = _Kind(
    "`0.000000<tab>5.120000<tab>text`",
    re.compile(rf"(?P<start>{_SECONDS})\t(?P<end>{_SECONDS})(?:\t(?P<text>.*))?\Z"),
)
_KINDS = (_PRINTED, _LABELS, _TSV, _CSV)  # those with a point, which have no header, first
_LEAST_ROWS = 2  # by eye, as is the next
_SHORTEST_MS = 300  # average duration of a row, in a table that has lost its header
_FREQUENCIES = "\\"  # begins a line of Audacity that belongs to the label above


def looks_like_rows(source: str) -> bool:
    """Whether a text, judging by its beginning, has such rows."""
    return _find_kind(list(split_lines(source[:SAMPLE]))) is not None


@gc_paused()
def parse_rows(source: str) -> Parsed:
    """Parse each row as a cue of an unknown speaker.

    Raises:
        MalformedTranscriptError: The header is missing, or a line is no row.
    """
    lines = list(split_lines(source))
    kind = _find_kind(lines)
    if kind is None:
        raise MalformedTranscriptError(NAME, 1, f"expected {_TSV.expected} or {_PRINTED.expected}")
    left_out: list[LeftOut] = []
    begin = 0
    if kind.header is not None:
        if not lines or not kind.header.match(lines[0].text):
            expected = "the header " + kind.expected.replace('"', "")
            raise MalformedTranscriptError(NAME, 1, f"expected {expected} above the rows")
        left_out.append(LeftOut(lines[0].start, lines[0].end, HEADER))
        begin = 1
    elif kind is _PRINTED:  # what a program prints before it begins
        begin = next(i for i, line in enumerate(lines) if kind.row.match(line.text))
        left_out.extend(LeftOut(line.start, line.end, BEFORE) for line in lines[:begin])
    pieces = list(_read_pieces(source, lines[begin:], kind, left_out))
    turns = join_cues((Cue(None, (piece,)) for piece in pieces), time_source="cue")
    return Parsed(turns, tuple(left_out), check_times(source, turns))


def _read_pieces(
    source: str, lines: Sequence[Line], kind: _Kind, left_out: list[LeftOut]
) -> Iterator[Piece]:
    """Read the words of each row; a line without times has those of the row above."""
    start_ms: int | None = None
    end_ms: int | None = None
    for line in lines:
        row = kind.row.match(line.text)
        if row is None:
            if kind is _LABELS and line.text.startswith(_FREQUENCIES):
                left_out.append(LeftOut(line.start, line.end, EMPTY_SEGMENT))
                continue
            if line.text[0].isdigit() or line.text[0] in "[\"'" or "\t" in line.text:
                number = line_number(source, line.start)
                raise MalformedTranscriptError(NAME, number, f"expected {kind.expected}")
            yield Piece(" ", line.text, line.start, line.end, start_ms, end_ms)
            continue
        start_ms, end_ms = (_read_time(row[name], kind) for name in ("start", "end"))
        if end_ms < start_ms:
            number = line_number(source, line.start)
            raise MalformedTranscriptError(NAME, number, "the row ends before it begins")
        at = row.start("text")
        if at < 0 or not row["text"].strip():
            left_out.append(LeftOut(line.start, line.end, EMPTY_SEGMENT))
            continue
        blank = " "
        for text, within in _parts(row["text"], kind):
            start = line.start + at + within
            yield Piece(blank, text, start, start + len(text), start_ms, end_ms)
            blank = ""


def _parts(text: str, kind: _Kind) -> Iterator[tuple[str, int]]:
    """Split the words of a row at doubled quotation marks, of which one is kept."""
    end = len(text.rstrip())
    at = len(text) - len(text.lstrip())
    while kind is _CSV and (found := text.find('""', at, end)) >= 0:
        yield text[at : found + 1], at
        at = found + 2
    if at < end:
        yield text[at:end], at


def _read_time(number: str, kind: _Kind) -> int:
    """Read a time."""
    whole, _, fraction = number.replace(",", ".").partition(".")
    if not fraction:
        return int(whole) * kind.unit_ms
    return to_ms(0, 0, int(whole), fraction)


def _find_kind(lines: Sequence[Line]) -> _Kind | None:
    """Find how the rows are written; None if the lines are no rows, or their times do not rise."""
    if not lines:
        return None
    for kind in _KINDS:
        if kind.header is not None and kind.header.match(lines[0].text):
            return kind if any(kind.row.match(line.text) for line in lines[1:5]) else None
    for kind in _KINDS:
        if (duration := _row_duration(lines, kind)) and (
            kind.header is None or duration >= _SHORTEST_MS
        ):
            return kind
    return None


def _row_duration(lines: Sequence[Line], kind: _Kind) -> int:
    """Return the average milliseconds of a row, at least 1; 0 if lines are no rows of a kind."""
    rows = [row for line in lines if (row := kind.row.match(line.text))]
    if len(rows) < max(_LEAST_ROWS, kind.least * len(lines)):
        return 0
    starts = [_read_time(row["start"], kind) for row in rows]
    lasts = [_read_time(row["end"], kind) - start for row, start in zip(rows, starts, strict=True)]
    ordered = sum(last >= 0 for last in lasts[:-1])  # the last row may be cut
    if not is_rising(starts[:-1]) or ordered < kind.least * (len(lasts) - 1):
        return 0
    return max(1, sum(lasts) // len(lasts))


WHISPER_TEXT = Format(
    NAME,
    origin="openai-whisper (.tsv), whisper.cpp (.csv), faster-whisper (printed), Audacity labels",
    speakers="no",
    times="cue",
    looks_like=looks_like_rows,
    parse=parse_rows,
    special="a table without its header is refused",
)
