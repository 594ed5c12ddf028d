"""Google Meet's transcripts as Word documents, plain text or Markdown.

Notes, Summary, Details ...               by Gemini, not speech: all before the first pair
00:00:11
Martin S: Right. Shall we begin.          a time on a line of its own, and a label below it
Ada L: Yes.
Transcription ended after 00:00:39        localised, so known by its time and its place

Times are coarse: a turn has that of the last such line. Notes without a transcript are an error,
as they are a machine's words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.documents.gemini_notes import find_notes, is_disclaimer
from nuggets.formats.documents.names_in_markup import looks_like_speakers
from nuggets.formats.format import Format, Parsed
from nuggets.formats.lines import LINE_ENDS, Line, line_number, split_lines
from nuggets.formats.text.boilerplate.reasons import AFTER
from nuggets.formats.text.speakers.labels import parse_prefix
from nuggets.formats.text.speakers.names import to_name
from nuggets.formats.text.speakers.recurrence import count_recurring
from nuggets.formats.turns import Piece, build_turn
from nuggets.timecode import PADDED_CLOCK, parse_clock
from nuggets.values import LeftOut, Turn

NAME = "meet-docx"
SUMMARY = "summary"

_TIME = re.compile(rf"(?:#{{1,6}} +)?(?:\*{{2}})?(?P<clock>{PADDED_CLOCK})(?:\*{{2}})?")
_TIME_ALONE = re.compile(
    rf"(?:\A|(?<=[{LINE_ENDS}]))[#* \t\xa0]{{0,20}}{PADDED_CLOCK}[* \t\xa0]*+"
    rf"(?=[{LINE_ENDS}]|\Z)"
)
_ENDS_IN_TIME = re.compile(  # as all of those do; searched for far faster
    rf":[0-5][0-9]:[0-5][0-9][* \t\xa0]*+(?=[{LINE_ENDS}]|\Z)"
)
_LABEL = re.compile(r"(?P<bold>\*\*)?(?P<name>[^\s:*][^:*]{0,79}):(?(bold)\*\*)(?=\s|$)\s*")
_ENDED = re.compile(rf"(?:#{{1,6}} +)?(?P<words>\D{{4,80}}){PADDED_CLOCK}\W{{0,4}}")
_END = 5000  # characters, and lines, at the end that have the disclaimer; by eye, as are the others
_LAST_LINES = 5
_NOTES = 30_000  # characters in which Gemini's notes are recognised
_SAMPLE = 3_000_000  # characters in which the transcript begins, below the summary
_MIN_PAIRS = 0.8  # share of times on lines of their own that are above a label
_MIN_NAMED = 0.5  # share of the other lines that begin with a label; a turn may have paragraphs
_MIN_RECURRING = 0.5  # share of labels whose name recurs ...
_FEW = 5  # ... where there are more than so many


class _LineLabel(NamedTuple):
    """Name of the speaker of a line, and the offset of the words in it."""

    name: str
    text_at: int


def looks_like_meet(source: str) -> bool:
    """Whether times on lines of their own are above `Name: text`, and such lines fill the rest.

    Not where the same names are labels above the first time, where only notes may be. Gemini's
    notes alone are a document of Meet, too.
    """
    sample = source[:_SAMPLE]
    return _has_transcript(sample) or _is_untimed(source) or _has_notes_alone(sample)


def _is_untimed(source: str) -> bool:
    """Whether Meet's disclaimer ends a text that has labels and no times but one at its end."""
    lines = list(split_lines(source[-_END:]))
    if not any(is_disclaimer(line.text) for line in lines[-_LAST_LINES:]):
        return False
    lines = list(split_lines(source))
    labels = [_read_label(line.text) for line in lines]
    first = _find_first(labels)
    if first is None:
        return False
    end = _find_end(lines, labels, first)
    return sum(label is not None for label in labels[first:end]) >= _MIN_NAMED * (end - first)


def _find_first(labels: Sequence[_LineLabel | None]) -> int | None:
    """Find the first label whose name recurs; None where hardly any does."""
    names = [to_name(label.name) if label else None for label in labels]
    if not looks_like_speakers([name for name in names if name]):
        return None
    counts = Counter(names)
    return next(i for i, name in enumerate(names) if name and counts[name] > 1)


def _has_notes_alone(sample: str) -> bool:
    """Whether a text has Gemini's notes and no transcript below them."""
    if find_notes(list(split_lines(sample[:_NOTES]))) is None:
        return False
    prefixes = (parse_prefix(line.text) for line in split_lines(sample))
    return not looks_like_speakers([prefix.name for prefix in prefixes if prefix and prefix.name])


def _has_transcript(sample: str) -> bool:
    """Whether times on lines of their own are above labels, which fill the rest."""
    if _ENDS_IN_TIME.search(sample) is None or _TIME_ALONE.search(sample) is None:
        return False
    lines = list(split_lines(sample))
    is_time = [_TIME.fullmatch(line.text) is not None for line in lines]
    labels = [_read_label(line.text) for line in lines]
    names = [to_name(label.name) if label else None for label in labels]
    pairs = [i for i in range(len(lines) - 1) if is_time[i] and labels[i + 1] is not None]
    if not pairs:
        return False
    first, end = pairs[0], _find_end(lines, labels, pairs[-1] + 1)
    times = sum(is_time[first : end - 1])  # the label below a time on the last line may be cut off
    said = [label.name for label in labels[first:end] if label]
    counts = Counter(said)
    recurring = count_recurring(said)
    is_named = all(names[i + 1] is not None for i in pairs) or recurring >= _MIN_NAMED * len(said)
    return (
        is_named
        and len(pairs) >= _MIN_PAIRS * times
        and len(said) >= _MIN_NAMED * (end - first - times)
        and (len(said) <= _FEW or recurring >= _MIN_RECURRING * len(said))
        and sum(label is not None and label.name in counts for label in labels[:first]) < 2
    )


def parse_meet(source: str, *, keep_noise: bool = False) -> Parsed:
    """Parse the transcript; what Gemini wrote above it is left out as its summary.

    Args:
        source: The decoded text.
        keep_noise: Whether what is below the transcript is read as speech; the summary never is.

    Raises:
        MalformedTranscriptError: No time is above a label, or there are notes alone.
    """
    lines = list(split_lines(source))
    times = [
        _TIME.fullmatch(line.text) if line.text[-1] in "0123456789*" else None for line in lines
    ]
    pairs = [
        i
        for i in range(len(lines) - 1)
        if times[i] is not None and _read_label(lines[i + 1].text) is not None
    ]
    first = pairs[0] if pairs else _find_first([_read_label(line.text) for line in lines])
    if first is None or not (pairs or _is_untimed(source)):
        notes = find_notes(lines)
        raise MalformedTranscriptError(
            NAME,
            None if notes is None else line_number(source, lines[notes].start),
            "expected a line that is just HH:MM:SS above `NAME: text`"
            if notes is None
            else "Gemini's notes of a meeting begin here, and the transcript is not in the file; "
            "save the transcript (the other tab of the document)",
        )
    sure = {label.name for i in pairs if (label := _read_label(lines[i + 1].text))}
    labels = [
        label if (label := _read_label(line.text)) and _is_name(label.name, sure) else None
        for line in lines
    ]
    last = pairs[-1] + 1 if pairs else first
    end = len(lines) if keep_noise else _find_end(lines, labels, last)
    left_out = [LeftOut(line.start, line.end, SUMMARY) for line in lines[:first]]
    left_out += [LeftOut(line.start, line.end, AFTER) for line in lines[end:]]
    turns = tuple(_build_turns(lines[first:end], labels[first:end], times[first:end]))
    return Parsed(turns, tuple(left_out))


def _read_label(text: str) -> _LineLabel | None:
    """Read what could be a name before a colon."""
    if ":" not in text[:90]:
        return None
    match = _LABEL.match(text)
    return _LineLabel(" ".join(match["name"].split()), match.end()) if match else None


def _is_name(name: str, sure: set[str]) -> bool:
    """Whether words before a colon are a name: also found below a time, or shaped like one."""
    return name in sure or to_name(name) is not None


def _find_end(lines: Sequence[Line], labels: Sequence[_LineLabel | None], last: int) -> int:
    """Find the line that says when the transcription ended, or else Meet's disclaimer.

    Where the notes come last, words before a colon in them are no speakers.

    Args:
        lines: All lines.
        labels: What could be a label on each.
        last: Index of the last label that is surely one.
    """
    last_at = {label.name: i for i, label in enumerate(labels) if label}
    until = last
    for i in range(last, len(lines)):
        label = labels[i]
        if label is not None:
            until = max(until, last_at[label.name])
        elif i > until and _is_end_of_talk(lines[i].text):
            return i
    return len(lines)


def _is_end_of_talk(text: str) -> bool:
    """Whether a line below the words says that they are over."""
    return _ENDED.fullmatch(text) is not None or is_disclaimer(text)


def _build_turns(
    lines: Sequence[Line],
    labels: Sequence[_LineLabel | None],
    times: Sequence[re.Match[str] | None],
) -> Iterator[Turn]:
    """Build the turns from the lines."""
    index = 0
    speaker: str | None = None
    start_ms: int | None = None
    pieces: list[Piece] = []
    for line, label, time in zip(lines, labels, times, strict=True):
        if time is not None:
            start_ms = parse_clock(time["clock"])
            continue
        if label is not None:
            if pieces:
                yield build_turn(index, speaker, pieces)
                index += 1
            speaker, pieces = label.name, []
        text = line.text[label.text_at :] if label else line.text
        if text:
            pieces.append(Piece(line.blank, text, line.end - len(text), line.end, start_ms))
    if pieces:
        yield build_turn(index, speaker, pieces)


MEET_DOCX = Format(
    NAME,
    origin="Google Meet, Word documents (also text and Markdown)",
    speakers="yes",
    times="turn",
    looks_like=looks_like_meet,
    parse=parse_meet,
    parse_all=partial(parse_meet, keep_noise=True),
    special="Gemini's summary is left out; times are coarse, as the file has them",
)
