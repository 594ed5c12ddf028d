"""Otter's text export: a name, two blanks and a time, the words below.

    Emma  54:33
    So the second thing I wanted to say is that we could

    Unknown Speaker  54:50
    move the whole date,

    Transcribed by https://otter.ai

Some converters put the same time before every line (`0:00 Emma  54:33`); it is dropped, and the
time that varies is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.format import Format, Parsed
from nuggets.formats.lines import Line, line_number, split_lines
from nuggets.formats.text.boilerplate.avatars import strip_avatar_initials
from nuggets.formats.text.header_lines import Header, parse_below_headers
from nuggets.formats.text.labelled_lines import SAMPLE, sample_lines
from nuggets.formats.text.speakers.names import ABBREVIATIONS, TITLES
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.timecode import CLOCK, CLOCK_REGEX, UNCHECKED_CLOCK, parse_clock

NAME = "otter"

_TIME = re.compile(
    rf"(?:(?P<name>\S.{{0,80}}?)(?:[ \t\xa0]{{2,}}|\t))?(?P<clock>{UNCHECKED_CLOCK})"
)
_TIME_BEFORE = re.compile(rf"(?P<clock>{CLOCK})(?:[ \t\xa0]|$)")
_TWO_BLANKS = re.compile(r"(?<=\S)[ \xa0]{2}(?=[0-9:]{4,9}\Z)")
_FOOTER = re.compile(r"Transcribed by https?://(?:www\.)?otter\.ai/?\Z", re.IGNORECASE)
_EXPECTED = "expected `NAME  H:MM:SS` or `NAME  M:SS`"
_MOST_CHARS = 100  # of a header; by eye, as are the others
_MOST_WORDS = 8  # of a name
_LEAST_HEADERS = 2
_LEAST_SHARE = 0.1  # of lines that are headers
_LEAST_SAME_TIME = 0.9  # share of lines with the same time before them
_MOST_PREAMBLE = 60  # lines before the first header: keywords, names
_ENDS_SENTENCE = re.compile(
    r"(?P<word>\b[^\W\d_]{4,})[.](?:\s|\Z)|[^\W\d_]{4}[.?!…](?:\s|\Z)|[;:?!]\s|[?!;,:…]\Z"
)


def looks_like_otter(source: str) -> bool:
    """Whether a text, judging by its beginning, has headers as Otter writes them."""
    lines = _strip_constant_time(sample_lines(source[:SAMPLE]))
    found = [i for i, line in enumerate(lines) if _is_header(line)]
    named = sum(_TWO_BLANKS.search(lines[i].text) is not None for i in found)
    has_footer = bool(lines) and _FOOTER.match(lines[-1].text) is not None
    if not found or found[0] > _MOST_PREAMBLE or (not named and not has_footer):
        return False
    if 2 * named < len(found) and not has_footer:
        return False
    if len(found) < _LEAST_HEADERS and not (has_footer or found == [0]):
        return False
    below = sum(after - at > 1 for at, after in zip(found, [*found[1:], len(lines)], strict=True))
    clocks = (match["clock"] for i in found if (match := _match(lines[i].text)))
    times = [parse_clock(clock) for clock in clocks if CLOCK_REGEX.fullmatch(clock)]
    return (
        len(found) >= _LEAST_SHARE * (len(lines) - found[0]) and 2 * below >= len(found)
    ) and is_rising(times)


def parse_otter(source: str, *, keep_noise: bool = False) -> Parsed:
    """Parse the words below each header.

    Raises:
        MalformedTranscriptError: There is no header, or a time has more than 59 seconds or minutes.
    """
    lines = _strip_constant_time(list(split_lines(source)))
    avatars = strip_avatar_initials(lines)
    if avatars is not None:
        lines = avatars.lines
    headers = [_read_header(source, line) if _is_header(line) else None for line in lines]
    if not any(headers):
        raise MalformedTranscriptError(NAME, 1, f"{_EXPECTED}, above the words")
    parsed = parse_below_headers(source, lines, headers, time_source="turn", keep_noise=keep_noise)
    if avatars is None:
        return parsed
    left_out = sorted((*parsed.left_out, *avatars.left_out), key=lambda left: left.start)
    return replace(parsed, left_out=tuple(left_out))


def _is_header(line: Line) -> bool:
    """Whether a line is a time, perhaps with a name before it and two blanks between."""
    return line.text[-1].isdigit() and len(line.text) <= _MOST_CHARS and bool(_match(line.text))


def _match(text: str) -> re.Match[str] | None:
    match = _TIME.fullmatch(text)
    name = match["name"] if match else None
    return None if name and _is_sentence(name) else match


def _is_sentence(name: str) -> bool:
    """Whether words before a time are too many for a name, or end a sentence (not `Prof. Lee`)."""
    words = [word for word in name.split() if word.casefold().rstrip(".") not in TITLES]
    if len(words) > _MOST_WORDS:
        return True
    ends = (match["word"] for match in _ENDS_SENTENCE.finditer(name))
    return any(word is None or word.casefold() not in ABBREVIATIONS for word in ends)


def _read_header(source: str, line: Line) -> Header:
    match = _match(line.text)
    if match is None or not CLOCK_REGEX.fullmatch(match["clock"]):
        raise MalformedTranscriptError(
            NAME,
            line_number(source, line.start),
            f"{_EXPECTED}, with at most 59 minutes and seconds",
        )
    name = " ".join((match["name"] or "").split())
    return Header(name or None, parse_clock(match["clock"]), len(line.text))


def _strip_constant_time(lines: Sequence[Line]) -> Sequence[Line]:
    """Strip a time before the lines that is the same throughout."""
    clocks = Counter(match["clock"] for line in lines if (match := _TIME_BEFORE.match(line.text)))
    clock, count = clocks.most_common(1)[0] if clocks else ("", 0)
    if count < _LEAST_SAME_TIME * len(lines):
        return lines
    if not any(_is_header(line) and _TWO_BLANKS.search(line.text) for line in lines):
        return lines
    cut: list[Line] = []
    for line in lines:
        match = _TIME_BEFORE.match(line.text)
        has_it = match is not None and match["clock"] == clock
        text = line.text[len(clock) :].lstrip() if has_it else line.text
        if text:
            cut.append(Line(line.end - len(text), line.end, line.blank, text))
    return cut


OTTER = Format(
    NAME,
    origin="Otter (.txt)",
    speakers="yes",
    times="turn",
    looks_like=looks_like_otter,
    parse=parse_otter,
    parse_all=partial(parse_otter, keep_noise=True),
    special="`Unknown Speaker` stays; the footer is left out as the last line only; of two times a "
    "line, the one that varies",
)
