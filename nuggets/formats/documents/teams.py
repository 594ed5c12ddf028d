"""Microsoft Teams' transcripts as Word documents, or pasted from them.

Planning-20260615_133555-Meeting Transcript
15 June 2026, 03:35am
27m 42s
Nick M started transcription              localised, so known by its place
David M   0:03                            three blanks before the time
we take the first item now
second line
David M stopped transcription

0:0:4.120 --> 0:0:7.900                   an older form
David M
we take the first item now
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.format import Format, Parsed
from nuggets.formats.lines import Line, line_number, split_lines
from nuggets.formats.text.boilerplate.reasons import BEFORE
from nuggets.formats.text.speakers.names import to_name
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.formats.turns import Cue, Piece, join_cues
from nuggets.formats.unsupported import has_captions
from nuggets.timecode import WHOLE_CLOCK, parse_clock, to_ms
from nuggets.values import LeftOut

NAME = "teams-docx"
NOTICE = "notice of the meeting"

_HEADER = re.compile(rf"(?P<name>\S.{{0,78}}?)(?:[ \xa0]{{3,8}}|\t)(?P<clock>{WHOLE_CLOCK})")
_RANGE = re.compile(
    r"(?P<start>[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}\.[0-9]{1,3})[ \t]{0,3}-->"
    r"[ \t]{0,3}(?P<end>[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}\.[0-9]{1,3})"
)
_UNPADDED = re.compile(r"(?:\A|:)[0-9](?=[:.])")  # 0:0:4.120, as only Teams writes it
_SAMPLE = 300_000  # characters; by eye, as are the others
_HEADER_LINES = 12  # in which a file with a single header must have it
_MAX_NAME_CHARS = 80
_MAX_NOTICE_CHARS = 120
_ENDS = frozenset(".?!,;:…。")  # differs on purpose from CLAUSE_ENDS: no full-width `？` and `！`
_MIN_COMMON = 4  # letters that two notices share at their beginning or end


class _TurnHeader(NamedTuple):
    """The line or lines before the words of a turn.

    Attributes:
        at: Index of the first of them.
        until: Index after the last.
        name: Name of the speaker.
        start_ms: Start time in milliseconds.
        end_ms: End time; None if there is none.
    """

    at: int
    until: int
    name: str
    start_ms: int
    end_ms: int | None = None


def looks_like_teams(source: str) -> bool:
    """Whether lines of a name, three blanks and a time are above words; or the older form."""
    sample = source[:_SAMPLE]
    has_arrows = "-->" in sample
    if has_arrows and sample.lstrip().startswith("WEBVTT"):
        return False
    lines = list(split_lines(sample))
    headers = _find_headers(lines)
    above_words = sum(
        header.until < len(lines) and (i + 1 == len(headers) or headers[i + 1].at > header.until)
        for i, header in enumerate(headers)
    )
    if not above_words or 2 * above_words < len(headers):
        return False
    if not is_rising([header.start_ms for header in headers]):
        return False  # the places of a word index
    if headers[0].end_ms is not None:  # else captions with times in the same odd form
        return 2 * sum(to_name(header.name) is not None for header in headers) >= len(headers)
    if has_arrows and has_captions(sample):
        return False
    return len(headers) > 1 or headers[0].at < _HEADER_LINES


def parse_teams(source: str) -> Parsed:
    """Parse the lines below each header as one cue, with the times of the header."""
    lines = list(split_lines(source))
    headers = _find_headers(lines)
    if not headers:
        raise MalformedTranscriptError(
            NAME, None, "expected lines such as `NAME   0:03`, three blanks before the time"
        )
    for header in headers:
        if not 0 < len(header.name) <= _MAX_NAME_CHARS and header.until < len(lines):
            raise MalformedTranscriptError(
                NAME,
                line_number(source, lines[header.at].start),
                "expected the name of a speaker below the time",
            )
    preamble = lines[: headers[0].at]
    left_out = [LeftOut(line.start, line.end, BEFORE) for line in preamble]
    names = sorted({header.name for header in headers}, key=lambda name: (-len(name), name))
    notices = _Notices([line.text for line in preamble], names)
    cues: list[Cue] = []
    for i, header in enumerate(headers):
        until = headers[i + 1].at if i + 1 < len(headers) else len(lines)
        said = lines[header.until : until]
        end = len(said)
        while end and notices.is_notice(said[end - 1].text, is_last=until == len(lines)):
            end -= 1
        left_out.extend(LeftOut(line.start, line.end, NOTICE) for line in said[end:])
        blanks = ["\n", *(line.blank for line in said[1:end])]
        times = (header.start_ms, header.end_ms)
        pieces = [
            Piece(blank, line.text, line.start, line.end, *times)
            for blank, line in zip(blanks, said[:end], strict=False)
        ]
        cues.append(Cue(header.name, pieces))
    has_ends = headers[0].end_ms is not None
    turns = join_cues(cues, time_source="cue" if has_ends else "turn")
    return Parsed(turns, tuple(left_out))


def _find_headers(lines: Sequence[Line]) -> list[_TurnHeader]:
    """Find the headers, all in the form of the first one."""
    headers: list[_TurnHeader] = []
    is_older: bool | None = None
    for i, line in enumerate(lines):
        text = line.text
        if is_older is not True and text[-1].isdigit() and len(text) < 200:
            match = _HEADER.fullmatch(text)
            if match and ":" not in match["name"][-1:]:
                headers.append(_TurnHeader(i, i + 1, match["name"], parse_clock(match["clock"])))
                is_older = False
                continue
        if is_older is not False and text[0].isdigit() and "-->" in text:
            match = _RANGE.fullmatch(text)
            if match:
                if is_older is None and not _UNPADDED.search(match["start"]):
                    return []
                name = lines[i + 1].text if i + 1 < len(lines) else ""
                start_ms, end_ms = _parse_unpadded(match["start"]), _parse_unpadded(match["end"])
                headers.append(_TurnHeader(i, min(i + 2, len(lines)), name, start_ms, end_ms))
                is_older = True
    return headers


def _parse_unpadded(clock: str) -> int:
    """Read a clock whose parts may have one digit."""
    hours, minutes, rest = clock.split(":")
    seconds, fraction = rest.split(".")
    return to_ms(int(hours), int(minutes), int(seconds), fraction)


class _Notices:
    """Recognises lines such as `David M stopped transcription`, in any language.

    The one above the first header shows how such lines begin or end around the name; without it,
    the last line of the file is one if it begins with a speaker's name and is no sentence.
    """

    def __init__(self, preamble: Sequence[str], names: Sequence[str]) -> None:
        self._names = names
        last = preamble[-1] if preamble else ""
        words = last.split()
        known = self._without_name(last)
        self._pattern = known if known is not None else " ".join(words[-2:])
        self._has_pattern = bool(last) and len(words) > 1 and not last[-1].isdigit()
        self._is_sure = known is not None

    def is_notice(self, text: str, *, is_last: bool) -> bool:
        """Whether a line at the end of a turn is a notice."""
        if len(text) > _MAX_NOTICE_CHARS or text[-1] in _ENDS:
            return False
        rest = self._without_name(text)
        if rest is None:
            return False
        if not self._has_pattern:
            return is_last and len(rest.split()) <= 4
        common = _common_prefix_length(rest, self._pattern) if self._is_sure else 0
        backwards = _common_prefix_length(rest[::-1], self._pattern[::-1])
        return max(common, backwards) >= min(_MIN_COMMON, len(self._pattern))

    def _without_name(self, text: str) -> str | None:
        """Strip the speaker's name that a line begins or ends with; None if there is none."""
        for name in self._names:
            if text.startswith(name) and text != name:
                return text[len(name) :].strip()
            if text.endswith(name) and text != name:
                return text[: -len(name)].strip()
        return None


def _common_prefix_length(one: str, other: str) -> int:
    """Count the characters that two texts begin with."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


TEAMS_DOCX = Format(
    NAME,
    origin="Microsoft Teams, Word documents (also pasted)",
    speakers="yes",
    times="turn",
    looks_like=looks_like_teams,
    parse=parse_teams,
    special="a turn is one paragraph; header and notices are recognised by their position",
)
