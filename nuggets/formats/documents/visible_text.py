"""Visible text of a document with markup, aligned with its source character by character.

A page or a Markdown file is turned into its visible text, the readers of plain text read that, and
what they find is mapped back to offsets in the source.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from nuggets.formats.format import Parsed
from nuggets.formats.lines import LINE_ENDS
from nuggets.formats.turns import Piece, build_turn
from nuggets.values import LeftOut, Span, Turn

Bounds: TypeAlias = tuple[int, int | None]
"""Offsets of the beginning and the end of a part of a source; None for the end of the source."""

_WORDS = re.compile(f"[^ \t{LINE_ENDS}]++(?: [^ \t{LINE_ENDS}]++)*+")  # single blanks are kept
_END = sys.maxsize
_WEIGHT = {"": 0, " ": 1, "\t": 1, "\n": 2, "\n\n": 3}


class AlignedSpan(NamedTuple):
    """Characters of the visible text that are together in the source, too.

    A named tuple rather than a `Run`: a page has many, none has times, and they are bisected.

    Attributes:
        at: Offset of the first in the visible text.
        until: Offset after the last.
        start: Offset of the first in the source.
        end: Offset after the last; more than `until - at` characters on for an escape.
    """

    at: int
    until: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VisibleText:
    """A visible text and its alignment with the source.

    Attributes:
        text: The characters; those that no span covers are not in the source.
        spans: Where the others are, in order.
    """

    text: str
    spans: tuple[AlignedSpan, ...]

    def pieces(
        self,
        at: int,
        until: int,
        blank: str,
        times: tuple[int | None, int | None] = (None, None),
    ) -> list[Piece]:
        """Find the pieces of the source that a slice of the text is made of.

        Args:
            at: Offset of its first character.
            until: Offset after its last.
            blank: What is before it in the text of its turn.
            times: Its start and end times in milliseconds; None if unknown.
        """
        found: list[Piece] = []
        last = at
        spans = self.spans
        for i in range(max(0, bisect_right(spans, (at, _END)) - 1), len(spans)):
            begin, end, start, stop = spans[i]
            if begin >= until:
                break
            if end <= at:
                continue
            if end - begin == stop - start:
                if begin < at:
                    start, begin = start + at - begin, at
                if end > until:
                    stop, end = stop + until - end, until
            else:
                begin, end = max(at, begin), min(until, end)
            if begin > last and found:
                blank = " "
            found.append(Piece(blank, self.text[begin:end], start, stop, *times))
            last, blank = end, ""
        return found

    def locate(self, at: int, until: int) -> Span | None:
        """Find a slice of the text in the source; None if no part of it is there."""
        pieces = self.pieces(at, until, "")
        return (pieces[0].start, pieces[-1].end) if pieces else None


class VisibleTextBuilder:
    """Builds a visible text from left to right; white space between words is folded.

    Attributes:
        at: Number of characters so far.
        line_at: Offset of the last line.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._spans: list[AlignedSpan] = []
        self.at = 0
        self.line_at = 0
        self._pending = ""

    def write(self, source: str, start: int, end: int) -> None:
        """Write a slice of the source; line breaks become blanks."""
        last = start
        for match in _WORDS.finditer(source, start, end):
            begin, until = match.span()
            if begin > last and not self._pending:
                self._pending = " "
            self._put(match.group(), begin, until)
            last = until
        if last < end and not self._pending:
            self._pending = " "

    def write_escape(self, text: str, start: int, end: int) -> None:
        """Write the characters that an escape of the source stands for."""
        if text and (text == "\xa0" or not text.isspace()):
            self._put(text, start, end)
        elif text:
            self.separate(" ")

    def insert(self, text: str, *, after_blank: bool = False) -> None:
        """Write characters that the source does not have, such as the colon after a label.

        Args:
            text: The characters.
            after_blank: Whether the blank that was asked for is written before them, or dropped.
        """
        if not self.at:
            return
        if after_blank:
            self._flush()
        self._pending = ""
        self._parts.append(text)
        self.at += len(text)

    def separate(self, blank: str) -> None:
        r"""Ask for a blank, "\n" or "\n\n" before what is written next; the widest one counts."""
        if _WEIGHT[blank] > _WEIGHT[self._pending]:
            self._pending = blank

    @property
    def is_at_line_start(self) -> bool:
        """Whether what is written next begins a line."""
        return not self.at or _WEIGHT[self._pending] > 1

    def text_since(self, at: int) -> str:
        """Return the characters from an offset on."""
        parts: list[str] = []
        left = self.at - at
        for part in reversed(self._parts):
            if left <= 0:
                break
            parts.append(part[-left:])
            left -= len(part)
        return "".join(reversed(parts))

    def build(self) -> VisibleText:
        """Return what was written."""
        return VisibleText("".join(self._parts), tuple(self._spans))

    def _put(self, text: str, start: int, end: int) -> None:
        at = self.at
        if blank := self._pending:
            self._pending = ""
            if at:
                self._parts.append(blank)
                at += len(blank)
                if blank[0] == "\n":
                    self.line_at = at
        self.at = until = at + len(text)
        self._parts.append(text)
        self._spans.append(AlignedSpan(at, until, start, end))

    def _flush(self) -> None:
        if self._pending and self.at:
            self._parts.append(self._pending)
            self.at += len(self._pending)
            if _WEIGHT[self._pending] > 1:
                self.line_at = self.at
        self._pending = ""


def to_source(parsed: Parsed, visible: VisibleText, left_out: Sequence[LeftOut] = ()) -> Parsed:
    """Map what was read from a visible text back to offsets in the source.

    Args:
        parsed: What was read from `visible.text`.
        visible: The visible text.
        left_out: What was left out of the visible text, in offsets of the source.
    """
    turns: list[Turn] = []
    for turn in parsed.turns:
        pieces = _to_pieces(turn, visible)
        if pieces:
            source = turn.time_source
            turns.append(build_turn(len(turns), turn.speaker, pieces, time_source=source))
    places = list(left_out)
    for left in parsed.left_out:
        place = visible.locate(left.start, left.end)
        if place is not None:
            places.append(LeftOut(*place, left.reason))
    return Parsed(
        tuple(turns),
        tuple(sorted(places, key=lambda left: left.start)),
        parsed.warnings,
        parsed.names_read_as,
    )


def _to_pieces(turn: Turn, visible: VisibleText) -> list[Piece]:
    pieces: list[Piece] = []
    last = 0
    for run in turn.runs:
        times = run.start_ms, run.end_ms
        pieces += visible.pieces(run.start, run.end, turn.text[last : run.at], times)
        last = run.until
    return pieces


def keep_within(parsed: Parsed, bounds: Bounds, reason: str) -> Parsed:
    """Leave out what is outside of a part of the source.

    Args:
        parsed: What was read from the source.
        bounds: The part.
        reason: The reason to leave out the rest.
    """
    start, end = bounds
    turns: list[Turn] = []
    left_out = list(parsed.left_out)
    for turn in parsed.turns:
        runs = turn.runs
        is_within = runs[0].start >= start and (end is None or runs[-1].start < end)
        kept = turn if is_within else _cut_turn(turn, bounds, reason, left_out)
        if kept is not None:
            turns.append(replace(kept, index=len(turns)))
    left_out.sort(key=lambda left: left.start)
    return Parsed(tuple(turns), tuple(left_out), parsed.warnings, parsed.names_read_as)


def _cut_turn(turn: Turn, bounds: Bounds, reason: str, left_out: list[LeftOut]) -> Turn | None:
    """Cut a turn to a part of the source; None if nothing of it is there."""
    start, end = bounds
    pieces: list[Piece] = []
    last = 0
    for run in turn.runs:
        if run.start >= start and (end is None or run.start < end):
            text, blank = turn.text[run.at : run.until], turn.text[last : run.at]
            pieces.append(Piece(blank, text, run.start, run.end, run.start_ms, run.end_ms))
        else:
            left_out.append(LeftOut(run.start, run.end, reason))
        last = run.until
    return build_turn(0, turn.speaker, pieces, time_source=turn.time_source) if pieces else None
