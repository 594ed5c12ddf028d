"""Zoom's text files: captions a line each, captions saved in a meeting, the chat.

    00:02:24<tab>Ann Lee<tab>right right and the other thing is kind of the budget

    [Ann Lee] 10:02:24
    right right and the other thing is kind of the budget

    10:02:24 From Ann Lee to Everyone : right right

Names are whatever people call themselves, phone numbers too. The second and third have the time of
day, which is kept as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.format import Format, Parsed
from nuggets.formats.lines import Line, line_number, split_lines
from nuggets.formats.text.header_lines import Header, parse_below_headers
from nuggets.formats.text.labelled_lines import SAMPLE, sample_lines
from nuggets.formats.text.speakers.timestamps import is_rising
from nuggets.timecode import FRACTION, HOURS_CLOCK, parse_clock, to_24_hours

NAME = "zoom-txt"

_HeaderReader: TypeAlias = Callable[[str], Header | None]

_CLOCK = rf"(?P<clock>[0-9]{{1,2}}:[0-9]{{2}}:[0-9]{{2}}{FRACTION})"  # of any numbers
_VALID = re.compile(HOURS_CLOCK + FRACTION)
_TABBED = re.compile(rf"{_CLOCK}\t(?:(?P<name>[^\t]{{1,100}})\t)?(?=\S|\Z)")
_SAVED = re.compile(
    rf"\[(?P<name>[^\]]{{1,100}})\]\s{{1,3}}{_CLOCK}(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?"
)
_CHAT = re.compile(rf"{_CLOCK}\s{{1,4}}From\s{{1,3}}(?P<name>[^:]{{1,150}}):(?:\s|\Z)")
_TO = re.compile(r"\s{1,3}(?:to|To)\s{1,3}\S")
_IS_NAME = re.compile(r"[^\W\d_]|[0-9][0-9 ().-]{5}")  # letters or a phone number; else of a table
_LEAST_SHARE = 0.3  # of lines that are headers, as messages may have several lines; by eye


def looks_like_zoom(source: str) -> bool:
    """Whether a text, judging by its beginning, is written like one of Zoom's files."""
    sample = source[:SAMPLE]
    if "\t" not in sample and "[" not in sample and "From" not in sample:
        return False
    lines = sample_lines(sample)
    kind = _find_kind(lines)
    if kind is None:
        return False
    headers = [kind(line.text) for line in lines]
    return is_rising([header.start_ms for header in headers if header])


def parse_zoom(source: str, *, keep_noise: bool = False) -> Parsed:
    """Parse the words behind or below each time.

    Raises:
        MalformedTranscriptError: There are no such lines, or a time is one that no clock shows.
    """
    lines = list(split_lines(source))
    kind = _find_kind(lines)
    if kind is None:
        raise MalformedTranscriptError(
            NAME, 1, "expected `HH:MM:SS<tab>NAME<tab>TEXT`, or `[NAME] HH:MM:SS` above the words"
        )
    headers: list[Header | None] = []
    for line in lines:
        header = kind(line.text)
        if header and header.start_ms < 0:
            raise MalformedTranscriptError(
                NAME,
                line_number(source, line.start),
                "expected a time `HH:MM:SS` with at most 59 minutes and seconds",
            )
        headers.append(header)
    return parse_below_headers(source, lines, headers, time_source="cue", keep_noise=keep_noise)


def _find_kind(lines: Sequence[Line]) -> _HeaderReader | None:
    """Find the kind of file whose headers the lines have; None if they have none."""
    for kind in (_read_tabbed, _read_saved, _read_chat):
        if any(kind(line.text) for line in lines[:3]):
            found = sum(kind(line.text) is not None for line in lines)
            named = any(
                (header := kind(line.text)) and _IS_NAME.search(header.speaker or "")
                for line in lines
            )
            if named and found >= _LEAST_SHARE * len(lines):
                return kind
    return None


def _read_tabbed(text: str) -> Header | None:
    match = _TABBED.match(text)
    return match and Header(_fold(match["name"]), _read_clock(match["clock"]), match.end())


def _read_saved(text: str) -> Header | None:
    match = _SAVED.fullmatch(text)
    if match is None:
        return None
    start_ms = _read_clock(match["clock"])
    if match["half"] and start_ms >= 0:
        start_ms = to_24_hours(start_ms, match["half"])
    return Header(_fold(match["name"]), start_ms, len(text))


def _read_chat(text: str) -> Header | None:
    match = _CHAT.match(text)
    if match is None:
        return None
    to = _TO.search(match["name"])
    name = match["name"][: to.start()] if to else match["name"]
    return Header(_fold(name), _read_clock(match["clock"]), match.end())


def _read_clock(clock: str) -> int:
    """Read a time; -1 if there is no such time."""
    return parse_clock(clock) if _VALID.fullmatch(clock) else -1


def _fold(name: str | None) -> str | None:
    return " ".join((name or "").split()).rstrip(":： ") or None


ZOOM = Format(
    NAME,
    origin="Zoom (.txt of captions, saved captions, chat)",
    speakers="yes",
    times="cue",
    looks_like=looks_like_zoom,
    parse=parse_zoom,
    parse_all=partial(parse_zoom, keep_noise=True),
    special="phone numbers are names; saved captions and chats have the time of day",
)
