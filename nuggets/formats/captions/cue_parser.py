"""Splits a caption file (WebVTT, SRT, SBV) into cues, notes and headers.

Cues are separated at lines of times, not at blank lines as the specifications say: YouTube pads
its cues with lines of white space, and editors leave blank lines within the text of a cue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.captions.cue import GUID, CueFile, RawCue, RawLine
from nuggets.formats.captions.cue_timings import (
    ARROW_TIMES,
    SBV_TIMES,
    SECONDS_TIMES,
    Timing,
    has_broken_arrow_times,
    looks_like_broken_times,
    looks_like_truncated_times,
    read_arrow_times,
    read_sbv_times,
    read_seconds_times,
)
from nuggets.formats.captions.dropped_cues import drop_cues
from nuggets.formats.format import CAPTION_HEADER
from nuggets.formats.lines import LINE_ENDS, line_number
from nuggets.values import LeftOut

BEFORE_FIRST_CUE = "before the first cue"
TRUNCATED = "cut off at the end of the file"
CUE_NUMBER = "number of a cue"
INVISIBLE = "\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
"""Marks of direction and the like around lines, which are no part of them."""

_BLOCKS = {"NOTE": "note", "STYLE": "style", "REGION": "region", "WEBVTT": CAPTION_HEADER}

_LINE = re.compile(f"([^{LINE_ENDS}]*)(?:\r\n|[{LINE_ENDS}]|\\Z)")
_END = re.compile(r"\s*\[END[ _](?:SUBTITLE|INFORMATION)\]\s*\Z")  # of SubViewer
_JOINED = re.compile(r"WEBVTT\s*\Z|X-TIMESTAMP-MAP=")  # where streams were joined
_BLOCK = re.compile(r"\ufeff?(NOTE|STYLE|REGION|WEBVTT)(?=\s|\Z)")
_NUMBER = re.compile(r"[\s\ufeff#]*([0-9]{1,9})[.:]?\s*\Z")
_IDENTIFIER = re.compile(r"(?=[^\s]{0,99}[0-9])[^\s]{1,100}\Z")  # SRT made from WebVTT
_COUNTED = re.compile(rf"{GUID}|[0-9]+")  # what changes from one identifier to the next
_DIGITS = frozenset("0123456789")
_BEGINS_TIMES = frozenset("0123456789 \t\ufeff")
_FEW = 10  # cues whose identifiers show what identifiers look like in this file; by eye
_MAX_DIGITS = 6  # in a last line that is a truncated number or clock; by eye


class Syntax(NamedTuple):
    """How one kind of captions is written.

    Attributes:
        read_times: Parses cue timings; None for any other line.
        expected: What cue timings must look like, for an error.
        has_blocks: Whether NOTE, STYLE and REGION blocks may stand between cues, and a cue may
            have any identifier (WebVTT); else only a number.
    """

    read_times: Callable[[str], Timing | None]
    expected: str
    has_blocks: bool


VTT_SYNTAX = Syntax(read_arrow_times, ARROW_TIMES, has_blocks=True)
SRT_SYNTAX = Syntax(read_arrow_times, ARROW_TIMES, has_blocks=False)
SECONDS_SYNTAX = Syntax(read_seconds_times, SECONDS_TIMES, has_blocks=False)
SBV_SYNTAX = Syntax(read_sbv_times, SBV_TIMES, has_blocks=False)


def parse_cues(source: str, syntax: Syntax, *, format: str, is_strict: bool = True) -> CueFile:
    """Split a caption file into cues.

    Args:
        source: The decoded text.
        syntax: How the file is written.
        format: Name of the format, for an error.
        is_strict: Whether damaged cue timings are an error; else they are read as text.

    Raises:
        MalformedTranscriptError: Cue timings are damaged, or there are none.
    """
    reader = _Reader(source, syntax, format, is_strict)
    read_times, add = syntax.read_times, reader.gap.append
    has_invisible = any(mark in source for mark in INVISIBLE)
    for match in _LINE.finditer(source):
        text = match[1]
        start = match.start()
        if has_invisible and text:
            start += len(text) - len(text.lstrip(INVISIBLE))
            text = text.strip(INVISIBLE)
        first = text[:1]
        timing = None
        if "-->" in text or (first in _BEGINS_TIMES and reader.may_be_times(text)):
            timing = read_times(text)
            if timing is None and has_broken_arrow_times(text):
                reader.refuse(start)
        if timing is None:
            add((start, start + len(text), text))
        else:
            reader.open_cue(start, text, timing)
    reader.close_file()
    return drop_cues(CueFile(reader.cues, reader.left_out, reader.warn(), reader.has_header))


class _Reader:
    """Collects the lines between two lines of times and decides what each belongs to."""

    def __init__(self, source: str, syntax: Syntax, format: str, is_strict: bool) -> None:
        self.source = source
        self.syntax = syntax
        self.format = format
        self.is_strict = is_strict
        self.cues: list[RawCue] = []
        self.left_out: list[LeftOut] = []
        self.gap: list[RawLine] = []  # lines since the last line of times
        self.has_header = False
        self._untimed: list[int] = []  # offsets of identifiers that no times follow
        self._twice: set[int] = set()  # offsets of numbers that stand twice above a cue
        self._number = 0  # of the last numbered cue
        self._shapes: set[str] = set()  # identifiers with every number and GUID replaced by 0
        self._backwards: list[int] = []  # offsets of cues that begin before the one above
        self._reversed: list[int] = []  # offsets of cues that end before they begin

    def may_be_times(self, text: str) -> bool:
        """Whether a line that begins with a digit may be cue timings."""
        return ":" in text or ">" in text or "：" in text

    def open_cue(self, start: int, text: str, timing: Timing) -> None:
        """Start a cue at its line of times."""
        identifier = self._take_identifier()
        self._note_untimed(identifier)
        self._close_gap()
        start_ms, end_ms, rest_at = timing
        cues = self.cues
        if end_ms < start_ms:
            self._reversed.append(start)
        if cues and start_ms < cues[-1].start_ms:
            self._backwards.append(start)
        until_ms = end_ms if end_ms >= start_ms else None
        lines = []
        if rest_at < len(text):  # the words on the line of the times
            lines.append((start + rest_at, start + len(text), text[rest_at:]))
        if identifier.isdigit():
            self._number = int(identifier)
        elif identifier and len(cues) < _FEW:
            self._shapes.add(_COUNTED.sub("0", identifier))
        cues.append(RawCue(identifier, start, start_ms, until_ms, lines))
        self.gap.clear()

    def close_file(self) -> None:
        """Handle the lines after the last line of times; the file may be truncated there."""
        while self.gap and (not self.gap[-1][2].strip() or _END.match(self.gap[-1][2])):
            start, end, text = self.gap.pop()
            if text.strip():
                self.left_out.append(LeftOut(start, end, CAPTION_HEADER))
        self._drop_truncated_cue()
        self._close_gap()
        if not self.cues:
            words = [left for left in self.left_out if left.reason == BEFORE_FIRST_CUE]
            if words or not self.has_header:
                self.refuse(words[0].start if words else 0)

    def refuse(self, at: int) -> None:
        """Raise the error that cue timings were expected at an offset, if the reader is strict."""
        if self.is_strict:
            line = line_number(self.source, at)
            raise MalformedTranscriptError(self.format, line, self.syntax.expected)

    def warn(self) -> list[str]:
        """List warnings about irregular times."""
        kinds = (
            (self._backwards, "the times run backwards"),
            (self._reversed, "a cue ends before it begins, so its end is left out"),
            (self._untimed, "a cue without times; its words count as those of the cue before"),
        )
        warnings = []
        for places, what in kinds:
            if places:
                times = "once" if len(places) == 1 else f"{len(places)} times"
                line = line_number(self.source, places[0])
                warnings.append(f"line {line}: {what} ({times} in all)")
        return warnings

    def _take_identifier(self) -> str:
        """Remove the cue's identifier from the end of the gap; "" if there is none."""
        gap = self.gap
        if not gap or not gap[-1][2].strip():
            return ""
        text = gap[-1][2]
        if not self.cues and self._reason_of_block(text) == CAPTION_HEADER:
            return ""
        number = _NUMBER.match(text)
        stands_apart = not gap[-2][2].strip() if len(gap) > 1 else not self.cues
        last = self.cues[-1].identifier if self.cues else ""
        if not stands_apart:
            if number is None or not self.cues or not last.isdigit():
                follows = bool(number and not self.cues)
            else:
                follows = int(number[1]) == int(last) + 1 or not self.syntax.has_blocks
            if not follows:
                return ""
        elif not self.syntax.has_blocks and number is None and not _IDENTIFIER.match(text):
            return ""
        gap.pop()
        name = number[1] if number else text.strip()
        return name if number or not name.isdigit() else f"{name} "  # too long for one

    def _close_gap(self) -> None:
        """Add the lines of the gap to the cue before them, or leave them out."""
        if not self.cues:
            self._leave_out_beginning()
            return
        lines = self.cues[-1].lines
        gap = self.gap
        while gap and not gap[-1][2].strip():
            gap.pop()
        if len(gap) < 2 and not (gap and gap[0][0] in self._twice):
            lines.extend(gap)
            return
        at, untimed = 0, frozenset(self._untimed[-_FEW:])
        while at < len(gap):
            after_blank = at > 0 and not gap[at - 1][2].strip()
            if after_blank and gap[at][2].strip():
                reason = self._reason_of_block(gap[at][2])
                if reason:
                    at = self._leave_out_block(gap, at, reason)
                    continue
                self._check_block(gap, at)
            start, end, text = gap[at]
            is_number = start in self._twice or (
                start in untimed and _NUMBER.match(text) is not None
            )
            if is_number or (self.syntax.has_blocks and _JOINED.match(text)):
                self.left_out.append(
                    LeftOut(start, end, CUE_NUMBER if is_number else CAPTION_HEADER)
                )
                at += 1
                continue
            lines.append(gap[at])
            at += 1

    def _note_untimed(self, following: str) -> None:
        """Record identifiers in the gap whose cues lost their times, for a warning.

        A number counts where it lies between those of the last cue and of the following one.
        """
        until = int(following) if following.isdigit() else 0
        for i, (start, _, text) in enumerate(self.gap):
            if not self.cues or not text or text[-1] not in _DIGITS:
                continue
            if text.strip() == following and self._stands_twice(i):
                self._twice.add(start)
                continue
            number = _NUMBER.match(text)
            if (
                self._number < int(number[1]) < until
                if number
                else _COUNTED.sub("0", text.strip()) in self._shapes
            ):
                self._untimed.append(start)

    def _stands_twice(self, i: int) -> bool:
        """Whether a line of the gap is blank above, and below or right above the cue's number."""
        gap = self.gap
        is_apart = i > 0 and not gap[i - 1][2].strip()
        return is_apart and (i + 1 == len(gap) or not gap[i + 1][2].strip())

    def _check_block(self, gap: Sequence[RawLine], at: int) -> None:
        """Check a block after a blank line: it may be a cue whose times are damaged or missing."""
        number = _NUMBER.match(gap[at][2])
        if not number:
            if looks_like_broken_times(gap[at][2]):
                self.refuse(gap[at][0])
            return
        if at + 1 < len(gap) and gap[at + 1][2].strip():
            if looks_like_broken_times(gap[at + 1][2]):
                self.refuse(gap[at + 1][0])
            last = self.cues[-1].identifier
            is_next = last.isdigit() and int(number[1]) == int(last) + 1
            if is_next and gap[at][0] not in self._untimed[-_FEW:]:
                self._untimed.append(gap[at][0])

    def _reason_of_block(self, text: str) -> str | None:
        """Return the reason to leave a block out by its first line; None if it may be speech."""
        block = _BLOCK.match(text) if self.syntax.has_blocks else None
        return _BLOCKS[block[1]] if block else None

    def _leave_out_block(self, gap: Sequence[RawLine], at: int, reason: str) -> int:
        """Leave out the lines up to the next blank one; returns the index of that line."""
        until = at
        while until < len(gap) and gap[until][2].strip():
            until += 1
        self.left_out.append(LeftOut(gap[at][0], gap[until - 1][1], reason))
        return until

    def _leave_out_beginning(self) -> None:
        """Leave out all blocks before the first cue."""
        gap, at = self.gap, 0
        while at < len(gap):
            text = gap[at][2]
            if not text.strip():
                at += 1
                continue
            reason = self._reason_of_block(text)
            if reason is None and looks_like_broken_times(text):
                self.refuse(gap[at][0])
            self.has_header = self.has_header or reason == CAPTION_HEADER
            at = self._leave_out_block(gap, at, reason or BEFORE_FIRST_CUE)

    def _drop_truncated_cue(self) -> None:
        """Leave out the last block if it is a truncated cue: an identifier or part of the times."""
        gap = self.gap
        first = len(gap)
        while first and gap[first - 1][2].strip():
            first -= 1
        block = gap[first:]
        if not self.cues or first == 0 or not 0 < len(block) <= 2:
            return
        name, last = block[0][2].strip(), block[-1]
        if len(block) == 2 and not self._looks_like_identifier(name):
            return
        if looks_like_truncated_times(last[2]):
            self.refuse(last[0])
        bare = last[2].strip().strip("-")
        is_digits = not bare or (bare.isdigit() and len(bare) <= _MAX_DIGITS)
        is_name = len(block) == 1 and not name.isdigit()
        if is_digits or (is_name and self._looks_like_identifier(name)):
            self.left_out.append(LeftOut(block[0][0], last[1], TRUNCATED))
            del gap[first:]

    def _looks_like_identifier(self, text: str) -> bool:
        """Whether a text may be the identifier of the next cue, or the beginning of one."""
        if _NUMBER.match(text):
            return True
        identifiers = [cue.identifier for cue in self.cues[-_FEW:]]
        has_names = self.syntax.has_blocks and any(x and not x.isdigit() for x in identifiers)
        return has_names and not any(char.isspace() for char in text)
