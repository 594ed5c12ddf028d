"""Inline timestamps: splits lines before them, and refuses times that cannot be read.

    So tell us [00:02:00] about the dam.          Descript, once a minute

A timestamp is not speech: the words before and after it are one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.lines import Line, cut_line, line_number
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.text.speakers.labels import LinePrefix, parse_prefix
from nuggets.timecode import CLOCK_REGEX, FRACTION, HOURS_CLOCK, UNCHECKED_CLOCK, parse_clock

_LONG_CLOCK = HOURS_CLOCK + FRACTION
_WITHIN = re.compile(rf"\[(?:{_LONG_CLOCK})\]|\((?:{_LONG_CLOCK})\)")
LEAST_RISING = 0.8  # share of times that are not before the one above; by eye, as are the others
_FAR = 80  # characters before a time in parentheses that are too many for its name
_STATEMENT_ENDS = SENTENCE_ENDS | frozenset(":：;")  # a list or a quotation may follow
_CLOSERS = "\"'”’»)]*_"
_FIRST = re.compile(rf"[^\w\s]{{0,3}}\s?(?P<clock>{_LONG_CLOCK})\b")
_LAST = re.compile(rf"\b(?P<clock>{_LONG_CLOCK})[^\w\s]{{0,3}}\Z")
_GLUED = re.compile(r"[0-9]{1,2}(?::[0-5][0-9]){1,2}[0-9]{1,2} [^\W\d_]{3}")  # `0:044 seconds`
_BESIDE_NAME = re.compile(rf"[\[(]\s?(?P<clock>{UNCHECKED_CLOCK})\s?[\])]")
_BEFORE_NAME = re.compile(
    r"[\[(]?(?P<clock>[0-9]{1,3}:[0-9]{2}:[0-9]{2}|(?<=[\[(])[0-9]{1,3}:[0-9]{2})[\])]?"
    r"(?:\s*[:|-])?\s+(?=\S)"
)
_OPENS_TIME = frozenset("[(0123456789")
_LEAST_GLUED = 0.5  # share of lines that begin so
_LEAST_UNALIGNED = 3
_LEAST_SHARE = 0.1  # of lines that begin or end with a time, in a file that is timed so


def split_at_timestamps(
    lines: list[Line], prefixes: list[LinePrefix | None]
) -> tuple[list[Line], list[LinePrefix | None]]:
    """Split lines before the times within them, if there are several and they rise.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.

    Returns:
        The lines and their parts, and the possible prefix of each.
    """
    inside: dict[int, list[int]] = {}
    times: list[int] = []
    for i, line in enumerate(lines):
        if "[" not in line.text and "(" not in line.text:
            continue
        prefix = prefixes[i]
        label_end = prefix.label_end if prefix else 0
        for match in _WITHIN.finditer(line.text):
            times.append(parse_clock(match.group()[1:-1]))
            at = match.start()
            if at and at >= (label_end or (_FAR if line.text[at] == "(" else 0)):
                inside.setdefault(i, []).append(at)
    if not inside or len(times) < 2 or not is_rising(times):
        return lines, prefixes
    new_lines: list[Line] = []
    new_prefixes: list[LinePrefix | None] = []
    for i, line in enumerate(lines):
        if i not in inside:
            new_lines.append(line)
            new_prefixes.append(prefixes[i])
            continue
        for j, part in enumerate(cut_line(line, inside[i])):
            new_lines.append(part)
            new_prefixes.append(prefixes[i] if j == 0 else parse_prefix(part.text))
    return new_lines, new_prefixes


def is_unfinished(text: str) -> bool:
    """Whether a sentence goes on after these words, judging by the last mark."""
    end = text.rstrip(_CLOSERS)
    return bool(end) and end[-1] not in _STATEMENT_ENDS


def refuse_unaligned(source: str, lines: Sequence[Line], *, format: str) -> None:
    """Raise an error for a file that is full of times of which none could be read.

    Args:
        source: The decoded text.
        lines: Its lines that are not blank.
        format: Name of the format that it is read as.

    Raises:
        MalformedTranscriptError: The file is full of such times.
    """
    glued = [line for line in lines if line.text[0].isdigit() and _GLUED.match(line.text)]
    if len(glued) >= max(_LEAST_UNALIGNED, _LEAST_GLUED * len(lines)):
        raise MalformedTranscriptError(
            format,
            line_number(source, glued[0].start),
            "a time, the same in words, and what is said stand here without blanks between; copy "
            "the transcript so that each is on a line of its own, or save its captions",
        )
    found: list[tuple[Line, int]] = []
    for line in lines:
        text = line.text
        if ":" in text[:12] or ":" in text[-12:]:
            match = _FIRST.match(text) or _LAST.search(text[-16:])
            if match and (match.start() == 0 or len(text) <= _FAR):
                found.append((line, parse_clock(match["clock"])))
    if len(found) < max(_LEAST_UNALIGNED, _LEAST_SHARE * len(lines)):
        return
    if is_rising([time for _, time in found]):
        raise MalformedTranscriptError(
            format,
            line_number(source, found[0][0].start),
            "times stand here that cannot be aligned with the words; expected "
            "`[0:12:03] NAME: text` or `NAME (0:12:03): text`",
        )


def refuse_impossible(
    source: str, lines: Sequence[Line], prefixes: Sequence[LinePrefix | None], *, format: str
) -> None:
    """Raise an error for a time beside a name that no clock shows, such as `[0:61:00] ANNA:`.

    Args:
        source: The decoded text.
        lines: Its lines that are not blank.
        prefixes: The possible prefix of each, None where there is none; there may be fewer.
        format: Name of the format that it is read as.

    Raises:
        MalformedTranscriptError: The file has one.
    """
    for line, prefix in zip(lines, prefixes, strict=False):
        name = prefix.name if prefix is not None else None
        if name is not None:
            found = _BESIDE_NAME.search(name) if ":" in name else None
        else:
            found = _BEFORE_NAME.match(line.text) if line.text[0] in _OPENS_TIME else None
        if found is None or CLOCK_REGEX.fullmatch(found["clock"]):
            continue
        behind = parse_prefix(line.text[found.end() :]) if name is None else None
        if name is not None or (behind is not None and behind.name):
            raise MalformedTranscriptError(
                format,
                line_number(source, line.start),
                "expected a time `HH:MM:SS` or `MM:SS` with at most 59 minutes and seconds",
            )


def is_rising(times: Sequence[int]) -> bool:
    """Whether times hardly ever run backwards; true of fewer than two."""
    rising = sum(one <= other for one, other in pairwise(times))
    return rising >= LEAST_RISING * (len(times) - 1)
