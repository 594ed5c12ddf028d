"""Segments or words as rows with start and end, as recognisers and aligners write and print them.

start<tab>end<tab>text                    openai-whisper's .tsv, in milliseconds
0<tab>5120<tab>So where does it go next?

start,end,text                            whisper.cpp's .csv, in milliseconds
0,5120," So where does it go next?"

[0.00s -> 5.12s] So where does it go      faster-whisper as its users print it, in seconds
0.000000<tab>5.120000<tab>So where        labels of Audacity, in seconds
00:00:00.000<tab>00:00:05.120<tab>So      the same in clocks
f000001,0.000,5.120,"So where does it go" aeneas, in seconds
0.00 5.12 SPEAKER_00 So where does it go  pyannote beside Whisper
talk 1 ann 0.00 5.12 <o> So where does it STM of NIST
talk 1 0.00 0.30 So 0.98                  CTM of NIST: a word a line, with how long it lasts

A label before the words (`SPEAKER_00: So where`) names the speaker where nearly all rows have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.format import EMPTY_SEGMENT, HEADER, Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.lines import Line, line_number, split_lines
from nuggets.formats.text.labelled_lines import SAMPLE, check_times, sample_lines
from nuggets.formats.text.speakers.labels import parse_prefix
from nuggets.formats.text.speakers.names import is_numbered
from nuggets.formats.text.speakers.recurrence import has_recurring_names
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.formats.text.speech_rate import find_unit_ms, is_impossible
from nuggets.formats.turns import Cue, Piece, join_cues
from nuggets.timecode import CLOCK, parse_clock, to_ms
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
        is_quoted: Whether a quotation mark within the text is doubled.
    """

    expected: str
    row: re.Pattern[str]
    unit_ms: float = 1000
    header: re.Pattern[str] | None = None
    least: float = 0.6
    is_quoted: bool = False


_NUMBER = r"[0-9]{1,12}(?:\.[0-9]{1,9})?"
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
    is_quoted=True,
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
_CLOCKS = _Kind(
    "`0:00:00.000<tab>0:00:05.120<tab>text`",
    re.compile(
        rf"(?P<start>{CLOCK})\t(?P<end>{CLOCK})(?:\t(?P<speaker>[^\t]{{1,60}})(?=\t))?"
        r"(?:\t(?P<text>.*))?\Z"
    ),
)
_AENEAS = _Kind(
    '`f000001,0.000,5.120,"text"`',
    re.compile(
        r"(?!(?i:speaker|spk))\"?[A-Za-z]{1,8}_?[0-9]{1,8}\"?(?P<mark>[,; \t])"
        rf"(?P<start>{_SECONDS}|{CLOCK})"
        rf"(?P=mark)(?P<end>{_SECONDS}|{CLOCK})(?P=mark)\"?(?P<text>.*?)\"?\Z"
    ),
    is_quoted=True,
)
_BEFORE_WORDS = rf"(?P<start>{_NUMBER})[ \t]+(?P<end>{_NUMBER})[ \t]+"
_DIARISED = _Kind(
    "`0.00 5.12 SPEAKER_00 text`",
    re.compile(
        rf"(?P<start>{_SECONDS})[ \t]+(?P<end>{_SECONDS})[ \t]+"
        r"(?P<speaker>(?:[Ss]peaker|SPEAKER|[Ss]pk|SPK)[\w-]{0,20})[ \t]+(?P<text>.*)\Z"
    ),
)
_NAMED = _Kind(
    "`SPEAKER_00 0.00 5.12 text`",
    re.compile(
        r"(?P<speaker>(?:[Ss]peaker|SPEAKER|[Ss]pk|SPK)[\w-]{0,20})[ \t,;|]+"
        rf"(?P<start>{_SECONDS})[ \t,;|-]+(?P<end>{_SECONDS})[ \t,;|:]+(?P<text>\S.*)\Z"
    ),
)
_STM = _Kind(
    "`talk 1 ann 0.00 5.12 <o> text`",
    re.compile(
        rf"[^\s;]\S{{0,100}}[ \t]+\S{{1,20}}[ \t]+(?P<speaker>[^\s<]{{1,60}})[ \t]+{_BEFORE_WORDS}"
        r"(?:<[^<>]{1,60}>[ \t]+)?(?P<text>\D.*)\Z"
    ),
    least=0.8,
)
_CTM = _Kind(
    "`talk 1 0.00 0.30 word 0.98`",
    re.compile(
        rf"[^\s;]\S{{0,100}}[ \t]+\S{{1,20}}[ \t]+(?P<start>{_NUMBER})[ \t]+(?P<lasts>{_NUMBER})"
        r"[ \t]+(?P<text>\S+)(?:[ \t]+(?:[0-9.]{1,12}|NA))?(?:[ \t]+\S{1,20}){0,2}\Z"
    ),
    least=0.8,
)
_KINDS = (_PRINTED, _LABELS, _CLOCKS, _AENEAS, _DIARISED, _NAMED, _STM, _CTM, _TSV, _CSV)
"""Those with a point, which have no header, first."""

_LEAST_LABELLED = 0.9  # share of rows whose words begin with a label
_LEAST_ROWS = 2  # by eye, as is the next
_SHORTEST_MS = 300  # average duration of a row, in a table that has lost its header
_FREQUENCIES = "\\"  # begins a line of Audacity that belongs to the label above


def looks_like_rows(source: str) -> bool:
    """Whether a text, judging by its beginning, has such rows."""
    return _find_kind(sample_lines(source[:SAMPLE])) is not None


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
    kind = _doubt_unit(lines[begin:], kind)
    cues = [
        Cue(name, (piece,)) for name, piece in _read_pieces(source, lines[begin:], kind, left_out)
    ]
    turns = join_cues(_read_labels(cues), time_source="word" if kind is _CTM else "cue")
    return Parsed(turns, tuple(left_out), check_times(source, turns))


def _doubt_unit(lines: Sequence[Line], kind: _Kind) -> _Kind:
    """Read whole numbers in the unit in which the talk has the rate of speech.

    Raises:
        MalformedTranscriptError: It has none in any unit.
    """
    rows = [row for line in lines if (row := kind.row.match(line.text))]
    if kind.unit_ms != 1 or not rows or not rows[0]["start"].isdigit():
        return kind
    words = sum(len((row["text"] or "").split()) for row in rows)
    span = int(float(rows[-1]["end"])) - int(rows[0]["start"])
    if not span or not is_impossible(span, words):
        return kind
    unit_ms = find_unit_ms(span, words)
    if unit_ms is None:
        raise MalformedTranscriptError(
            NAME, None, "the times are in no unit in which anybody speaks so; expected milliseconds"
        )
    return kind._replace(unit_ms=unit_ms)


def _read_labels(cues: Sequence[Cue]) -> Sequence[Cue]:
    """Read the labels before the words of the rows, if nearly all rows have one and they recur."""
    prefixes = [parse_prefix(cue.pieces[0].text) for cue in cues if cue.speaker is None]
    names = [prefix.name for prefix in prefixes if prefix is not None and prefix.name]
    if len(prefixes) < len(cues) or len(names) < max(2, _LEAST_LABELLED * len(cues)):
        return cues
    if not (has_recurring_names(names) or all(map(is_numbered, names))):
        return cues
    named: list[Cue] = []
    for cue, prefix in zip(cues, prefixes, strict=True):
        piece = cue.pieces[0]
        at = prefix.label_end if prefix and prefix.name else 0
        text = piece.text[at:].lstrip()
        if text:
            said = piece._replace(text=text, start=piece.end - len(text))
            named.append(Cue(prefix.name if prefix else None, (said,)))
    return named


def _read_pieces(
    source: str, lines: Sequence[Line], kind: _Kind, left_out: list[LeftOut]
) -> Iterator[tuple[str | None, Piece]]:
    """Read the words of each row and who says them; a line without times goes on."""
    start_ms: int | None = None
    end_ms: int | None = None
    name: str | None = None
    for line in lines:
        row = kind.row.match(line.text)
        if row is None:
            if kind is _LABELS and line.text.startswith(_FREQUENCIES):
                left_out.append(LeftOut(line.start, line.end, EMPTY_SEGMENT))
                continue
            if kind in (_STM, _CTM) and line.text.startswith(";;"):
                left_out.append(LeftOut(line.start, line.end, HEADER))
                continue
            if line.text[0].isdigit() or line.text[0] in "[\"'" or "\t" in line.text:
                number = line_number(source, line.start)
                raise MalformedTranscriptError(NAME, number, f"expected {kind.expected}")
            yield name, Piece(" ", line.text, line.start, line.end, start_ms, end_ms)
            continue
        start_ms, end_ms = _read_times(row, kind)
        name = (
            row["speaker"].strip().rstrip(":")
            if row.re.groupindex.get("speaker") and row["speaker"]
            else None
        )
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
            yield name, Piece(blank, text, start, start + len(text), start_ms, end_ms)
            blank = ""


def _parts(text: str, kind: _Kind) -> Iterator[tuple[str, int]]:
    """Split the words of a row at doubled quotation marks, of which one is kept."""
    end = len(text.rstrip())
    at = len(text) - len(text.lstrip())
    while kind.is_quoted and (found := text.find('""', at, end)) >= 0:
        yield text[at : found + 1], at
        at = found + 2
    if at < end:
        yield text[at:end], at


def _read_times(row: re.Match[str], kind: _Kind) -> tuple[int, int]:
    """Read the start and the end of a row."""
    start_ms = _read_time(row["start"], kind)
    if "lasts" in row.re.groupindex:
        return start_ms, start_ms + _read_time(row["lasts"], kind)
    return start_ms, _read_time(row["end"], kind)


def _read_time(number: str, kind: _Kind) -> int:
    """Read a time."""
    if ":" in number:
        return parse_clock(number)
    whole, _, fraction = number.replace(",", ".").partition(".")
    if not fraction:
        return int(int(whole) * kind.unit_ms)
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
    times = [_read_times(row, kind) for row in rows]
    starts = [start for start, _ in times]
    lasts = [end - start for start, end in times]
    ordered = sum(last >= 0 for last in lasts[:-1])  # the last row may be cut
    if not is_rising(starts[:-1]) or ordered < kind.least * (len(lasts) - 1):
        return 0
    return max(1, sum(lasts) // len(lasts))


WHISPER_TEXT = Format(
    NAME,
    origin="openai-whisper (.tsv), whisper.cpp (.csv), faster-whisper (printed), Audacity labels, "
    "aeneas, pyannote, CTM, STM",
    speakers="where named",
    times="cue",
    looks_like=looks_like_rows,
    parse=parse_rows,
    special="a table without its header is refused",
)
