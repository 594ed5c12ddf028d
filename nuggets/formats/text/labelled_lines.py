"""Reader of plain text with labels, change marks or times before the words.

`speakers.labels` parses the possible prefix of a line; which of these count depends on the whole
file (`speakers.file_style`). `boilerplate.rules` find what is not speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from nuggets.errors import MalformedTranscriptError, UnknownFormatError
from nuggets.formats.format import Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.lines import LINE_ENDS, Line, line_number, split_lines
from nuggets.formats.text.boilerplate.cutting import cut_lines
from nuggets.formats.text.boilerplate.page_headers import PAGE
from nuggets.formats.text.boilerplate.rules import find_boilerplate
from nuggets.formats.text.speakers.chat_logs import NOTICE, parse_chat_log
from nuggets.formats.text.speakers.doubtful_labels import describe_doubtful, find_doubtful_labels
from nuggets.formats.text.speakers.file_style import Style, find_style
from nuggets.formats.text.speakers.inline_labels import split_at_inline_labels
from nuggets.formats.text.speakers.known_names import read_known_names, unify_names
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, LinePrefix
from nuggets.formats.text.speakers.layouts import find_layouts
from nuggets.formats.text.speakers.line_prefixes import parse_prefixes
from nuggets.formats.text.speakers.line_reading import NO_PREFIX, LineReading
from nuggets.formats.text.speakers.names_above import find_names_above
from nuggets.formats.text.speakers.style_choice import (
    Choice,
    choose_style,
    choose_timed_style,
    describe_choice,
    warn_of_next_best,
)
from nuggets.formats.text.speakers.timestamps import (
    is_unfinished,
    refuse_impossible,
    refuse_unaligned,
    split_at_timestamps,
)
from nuggets.formats.text.speakers.unread_names import warn_of_unread
from nuggets.formats.turns import Piece, build_turn
from nuggets.values import LeftOut, Turn

SAMPLE = 1_000_000
"""Characters by which a format is recognised, about eighteen hours of talk; by eye."""

OFFICE = "office or party of a speaker"

_OFFICE = re.compile(r"\(?[^\W\d_]{2}.*[^\s:.*_–—-]")
_CHEVRONS_AT_LINE_START = re.compile(rf"(?:\A|(?<=[{LINE_ENDS}]))[ \t]*>>")


@lru_cache(maxsize=1)  # each reader of texts looks at them, until one knows its own
def sample_lines(sample: str) -> Sequence[Line]:
    """Split the beginning of a text, of at most `SAMPLE` characters, into its lines."""
    return tuple(split_lines(sample))


class _LabelledText(NamedTuple):
    """The lines of a text with their possible prefixes, and the style of the file.

    Attributes:
        lines: The lines, without what was stripped or left out.
        prefixes: The possible prefix of each line; None where there is none.
        style: Which of the prefixes count.
        unsure_at: Index of a line that may be a name or a heading; None if there is none.
        left_out: What was stripped or left out.
        impossible_at: Offset of a line whose time no clock shows; None if there is none.
        choice: The label style of the file, and the next best; None where it has no choice.
    """

    lines: list[Line]
    prefixes: list[LinePrefix | None]
    style: Style
    unsure_at: int | None
    left_out: list[LeftOut]
    impossible_at: int | None = None
    choice: Choice | None = None


@gc_paused()
def is_labelled(source: str) -> bool:
    """Whether the first million characters of a text have labels, change marks or times."""
    return _parse_sample(source[:SAMPLE]).style.is_labelled


@gc_paused()
def parse_labelled(source: str, *, format: str, keep_noise: bool = False) -> Parsed:
    """Parse a text; without labels and change marks all of it is one turn of an unknown speaker.

    Args:
        source: The decoded text.
        format: Name of the format that it is read as, for messages.
        keep_noise: Whether all that may be speech is read as speech.

    Raises:
        TranscriptError: Names and times cannot be distinguished from headings, or times cannot be
            aligned with the words.
    """
    is_known = len(source) <= SAMPLE and not keep_noise
    text = _parse_sample(source) if is_known else _parse(source, keep_noise=keep_noise)
    lines, prefixes, style, unsure_at, _, impossible_at, choice = text
    left_out = list(text.left_out)
    if unsure_at is not None:
        raise UnknownFormatError(
            f"line {line_number(source, lines[unsure_at].start)}: names and times seem to stand on "
            "lines of their own, in a way that is not read; write them as `[0:12:03] NAME: text`"
        )
    if impossible_at is not None:
        raise MalformedTranscriptError(
            format,
            line_number(source, impossible_at),
            "expected a time of day `HH:MM:SS` or `HH:MM` of at most 23:59:59",
        )
    refuse_impossible(source, lines, prefixes, format=format)
    if not style.stamps:
        refuse_unaligned(source, lines, format=format)
    readings = _read_lines(prefixes, style)
    if keep_noise:
        reasons: list[str | None] = [None] * len(lines)
    else:
        reasons = find_boilerplate(source, lines, readings)
    doubtful = find_doubtful_labels(lines, prefixes, readings, reasons, style.doubtful)
    for i in doubtful:  # an unknown speaker rather than the one before
        readings[i] = readings[i]._replace(starts_turn=True)
    for line, reason in zip(lines, reasons, strict=True):
        if reason is not None:
            left_out.append(LeftOut(line.start, line.end, reason))
    left_out.extend(_find_offices(lines, readings))
    left_out.sort(key=lambda left: left.start)
    turns = tuple(_build_turns(lines, readings, reasons))
    warnings = check_times(source, turns)
    if not style.names:
        warnings = (*warnings, *warn_of_unread(lines, prefixes))
    if doubtful:
        at = line_number(source, lines[min(doubtful)].start)
        warnings = (*warnings, f"line {at}: {describe_doubtful(len(doubtful))}")
    names_read_as = ""
    if choice is not None:
        labelled = sum(reading.speaker is not None for reading in readings)
        warnings = (*warnings, *warn_of_next_best(choice, labelled))
        names_read_as = describe_choice(choice, has_names=bool(style.names))
    return Parsed(turns, tuple(left_out), warnings, names_read_as)


def _find_offices(lines: Sequence[Line], readings: Sequence[LineReading]) -> Iterator[LeftOut]:
    """Find what stands behind a name in its label and is not part of it: a party, an office."""
    for line, reading in zip(lines, readings, strict=True):
        if reading.speaker is None:
            continue
        label = line.text[: reading.text_at]
        at = label.lower().find(reading.speaker.lower())
        if at < 0 and reading.text_at >= len(line.text) and ":" not in label:
            yield LeftOut(line.start, line.end, OFFICE)  # on a line of its own below the name
        behind = _OFFICE.search(label, at + len(reading.speaker)) if at >= 0 else None
        if behind and reading.start_ms is None:
            yield LeftOut(line.start + behind.start(), line.start + behind.end(), OFFICE)


@lru_cache(maxsize=1)  # what is recognised is read next
def _parse_sample(source: str) -> _LabelledText:
    """Parse a text and remember the result, which callers must not change."""
    return _parse(source, keep_noise=False)


def _parse(source: str, *, keep_noise: bool) -> _LabelledText:
    """Split a text into lines and find their possible prefixes and the style of the file."""
    at_chevrons = ">>" in source and _CHEVRONS_AT_LINE_START.search(source) is not None
    lines = list(split_lines(source, at_chevrons=at_chevrons))
    chat = parse_chat_log(lines, keep_noise=keep_noise)
    if chat is not None:
        names = frozenset(prefix.name for prefix in chat.prefixes if prefix and prefix.name)
        stamps = frozenset(prefix.stamp for prefix in chat.prefixes if prefix and prefix.stamp)
        style = Style(names, stamps, frozenset([NOTICE]) if keep_noise else frozenset())
        return _LabelledText(
            chat.lines, chat.prefixes, style, None, chat.left_out, chat.impossible_at
        )
    cut = cut_lines(lines, keep_noise=keep_noise)
    lines, left_out = cut.lines, cut.left_out
    prefixes = [
        (prefix or EMPTY_PREFIX)._replace(stamp="f4", start_ms=times[0], end_ms=times[1])
        if (times := cut.times.get(line.start))
        else prefix
        for line, prefix in zip(lines, parse_prefixes(lines), strict=True)
    ]
    lines, prefixes = split_at_timestamps(lines, prefixes)
    prefixes = choose_timed_style(lines, prefixes)
    layouts, unsure_at = find_layouts(lines, prefixes)
    above = find_names_above(lines, prefixes)
    choice = choose_style(lines, prefixes, [*layouts, above] if above else layouts)
    prefixes = unify_names(read_known_names(lines, choice.prefixes))
    if choice.chosen:
        style = find_style(source, lines, prefixes)
        return _LabelledText(lines, prefixes, style, None, left_out, choice=choice)
    split = split_at_inline_labels(lines, prefixes)
    lines, prefixes = split.lines, split.prefixes
    if not split.is_complete:  # unknown speakers rather than wrong ones
        prefixes = [prefix and prefix._replace(name=None, label_end=0) for prefix in prefixes]
        return _LabelledText(lines, prefixes, find_style(source, lines, prefixes), None, left_out)
    style = find_style(source, lines, prefixes)
    return _LabelledText(lines, prefixes, style, unsure_at, left_out, choice=choice)


def _read_lines(prefixes: Sequence[LinePrefix | None], style: Style) -> list[LineReading]:
    """Read all lines by the style of the file; equal prefixes are read once."""
    known: dict[int, LineReading] = {}  # by the id of a prefix; all of them stay alive
    readings: list[LineReading] = []
    for prefix in prefixes:
        if prefix is None:
            readings.append(NO_PREFIX)
            continue
        reading = known.get(id(prefix))
        if reading is None:
            reading = known[id(prefix)] = _apply_style(prefix, style)
        readings.append(reading)
    return readings


def _apply_style(prefix: LinePrefix, style: Style) -> LineReading:
    """Read a line by the style of its file."""
    timed = prefix.stamp in style.stamps
    named = prefix.name in style.names and (timed or prefix.stamp in ("", "header"))
    marked = prefix.mark in style.marks and (timed or not prefix.stamp_end)
    text_at = prefix.quote_end
    if timed:
        text_at = max(text_at, prefix.stamp_end)
    if marked:
        text_at = max(text_at, prefix.mark_end)
    if named:
        text_at = max(text_at, prefix.label_end)
    if not (timed or named or marked or text_at):
        return NO_PREFIX
    return LineReading(
        starts_turn=named or marked,
        speaker=prefix.name if named else None,
        text_at=text_at,
        start_ms=prefix.start_ms if timed else None,
        end_ms=prefix.end_ms if timed else None,
        speaker_unknown=timed and not named and prefix.stamp in style.unnamed,
    )


def _build_turns(
    lines: Sequence[Line], readings: Sequence[LineReading], reasons: Sequence[str | None]
) -> Iterator[Turn]:
    """Build the turns; a time holds until the next one or the next speaker.

    A speaker who is named again at a time goes on with the same turn, as times cut speech anywhere.
    Without times a label begins a turn, as one `Q:` or `AUDIENCE:` may be another person than the
    one above, unless the label is within a sentence.
    """
    index = 0
    speaker: str | None = None
    pieces: list[Piece] = []
    start_ms = end_ms = None
    stamp_waits = False  # a time on a line of its own holds for the next line
    after_blank = crosses = joins = False
    for line, reading, reason in zip(lines, readings, reasons, strict=True):
        after_blank = after_blank or line.has_blank_line_above
        if reason is not None:
            crosses = crosses or reason == PAGE
            continue
        text = line.text[reading.text_at :].lstrip() if reading.text_at else line.text
        if reading.starts_turn or (reading.speaker_unknown and speaker is not None):
            is_timed = stamp_waits or reading.start_ms is not None
            is_same = bool(pieces) and reading.speaker is not None and reading.speaker == speaker
            joins = is_same and (is_timed or _is_continued(pieces[-1].text, text))
            if pieces and not joins:
                yield build_turn(index, speaker, pieces)
                index += 1
                pieces = []
            speaker = reading.speaker
            if not stamp_waits:
                start_ms = end_ms = None
        if reading.start_ms is not None:
            start_ms, end_ms = reading.start_ms, reading.end_ms
            crosses = True
        stamp_waits = not text and reading.start_ms is not None
        if text:
            blank = line.blank if line.blank == " " else "\n\n" if after_blank else "\n"
            if pieces and (joins or (crosses and after_blank)):
                if is_unfinished(pieces[-1].text):
                    blank = " "  # a sentence goes on across a time and a blank line, or a label
                elif joins:
                    blank = "\n\n"
            start = line.end - len(text)
            pieces.append(Piece(blank, text, start, line.end, start_ms, end_ms))
            after_blank = crosses = joins = False
    if pieces:
        yield build_turn(index, speaker, pieces)


def _is_continued(before: str, after: str) -> bool:
    """Whether a sentence goes on across a label, by its marks and its lower case."""
    return after[:1].islower() and is_unfinished(before)


def check_times(source: str, turns: Sequence[Turn]) -> tuple[str, ...]:
    """Warn of times that are before the time above."""
    last_ms = count = first = 0
    for turn in turns:
        for run in turn.runs:
            if run.start_ms is not None:
                if run.start_ms < last_ms:
                    count += 1
                    first = first or run.start
                last_ms = run.start_ms
    if not count:
        return ()
    times = "once" if count == 1 else f"{count} times"
    return (f"line {line_number(source, first)}: the times run backwards ({times} in all)",)
