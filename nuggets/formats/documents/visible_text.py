"""What a reader sees of a text with markup, and where each character of it stands in the source.

A page or a Markdown file is turned into its visible text; the readers of plain text read that,
and what they find is put back to its places in the source.
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
from nuggets.values import LeftOut, Turn

Bounds: TypeAlias = tuple[int, int | None]
"""Where a part of a source begins, and where it ends; None: with the source."""

_WORDS = re.compile(f"[^ \t{LINE_ENDS}]++(?: [^ \t{LINE_ENDS}]++)*+")  # single blanks are kept
_FAR = sys.maxsize
_WEIGHT = {"": 0, " ": 1, "\t": 1, "\n": 2, "\n\n": 3}


class AlignedSpan(NamedTuple):
    """Characters of the visible text that stand together in the source.

    Attributes:
        at: Place of the first in the visible text.
        until: Place after the last.
        start: Place of the first in the source.
        end: Place after the last; farther than `until - at` where an escape is one character.
    """

    at: int
    until: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VisibleText:
    """A visible text.

    Attributes:
        text: The characters; those that no span covers are from nowhere in the source.
        spans: Where the others stand, in order.
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
        """Say where a slice of the text stands in the source.

        Args:
            at: Place of its first character.
            until: Place after its last.
            blank: What stands before it in the text of its turn.
            times: When it begins and ends; None if nothing says so.
        """
        found: list[Piece] = []
        last = at
        spans = self.spans
        for i in range(max(0, bisect_right(spans, (at, _FAR)) - 1), len(spans)):
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

    def place(self, at: int, until: int) -> tuple[int, int] | None:
        """Say from where to where a slice of the text reaches in the source, if it is there."""
        pieces = self.pieces(at, until, "")
        return (pieces[0].start, pieces[-1].end) if pieces else None


class VisibleTextBuilder:
    """Puts a visible text together from left to right; white space is folded between words.

    Attributes:
        at: How many characters there are.
        line_at: Place in the visible text where the last line begins.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._spans: list[AlignedSpan] = []
        self.at = 0
        self.line_at = 0
        self._pending = ""

    def write(self, source: str, start: int, end: int) -> None:
        """Write a slice of the source; its line breaks are blanks."""
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
        """Write what an escape of the source stands for."""
        if text and (text == "\xa0" or not text.isspace()):
            self._put(text, start, end)
        elif text:
            self.separate(" ")

    def insert(self, text: str, *, after_blank: bool = False) -> None:
        """Write characters that the source does not have, such as the colon after a label.

        Args:
            text: The characters.
            after_blank: Whether the blank that was asked for comes before them, or falls away.
        """
        if not self.at:
            return
        if after_blank:
            self._flush()
        self._pending = ""
        self._parts.append(text)
        self.at += len(text)

    def separate(self, blank: str) -> None:
        r"""Ask for a blank, "\n" or "\n\n" before what is written next; the widest counts."""
        if _WEIGHT[blank] > _WEIGHT[self._pending]:
            self._pending = blank

    @property
    def begins_line(self) -> bool:
        """Whether what is written next begins a line."""
        return not self.at or _WEIGHT[self._pending] > 1

    def since(self, at: int) -> str:
        """Give the last characters, from a place in the visible text on."""
        parts: list[str] = []
        left = self.at - at
        for part in reversed(self._parts):
            if left <= 0:
                break
            parts.append(part[-left:])
            left -= len(part)
        return "".join(reversed(parts))

    def build(self) -> VisibleText:
        """Give what was written."""
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
    """Put what was read from a visible text back to its places in the source.

    Args:
        parsed: What a reader found in `visible.text`.
        visible: The visible text.
        left_out: What was left out of the visible already, in the source.
    """
    turns: list[Turn] = []
    for turn in parsed.turns:
        pieces = _to_pieces(turn, visible)
        if pieces:
            source = turn.time_source
            turns.append(build_turn(len(turns), turn.speaker, pieces, time_source=source))
    places = list(left_out)
    for left in parsed.left_out:
        place = visible.place(left.start, left.end)
        if place is not None:
            places.append(LeftOut(*place, left.reason))
    return Parsed(tuple(turns), tuple(sorted(places, key=lambda left: left.start)), parsed.warnings)


def _to_pieces(turn: Turn, visible: VisibleText) -> list[Piece]:
    pieces: list[Piece] = []
    last = 0
    for run in turn.runs:
        times = run.start_ms, run.end_ms
        pieces += visible.pieces(run.start, run.end, turn.text[last : run.at], times)
        last = run.until
    return pieces


def keep_within(parsed: Parsed, bounds: Bounds, reason: str) -> Parsed:
    """Leave out what stands outside of a part of the source.

    Args:
        parsed: What was read from the source.
        bounds: Where the part begins, and where it ends if it does before the source.
        reason: Why the rest is left out.
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
    return Parsed(tuple(turns), tuple(left_out), parsed.warnings)


def _cut_turn(turn: Turn, bounds: Bounds, reason: str, left_out: list[LeftOut]) -> Turn | None:
    """Keep what a turn has within a part of the source; None if it has nothing there."""
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
