"""Lines of a source, and the building of turns from pieces of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from nuggets.values import Run, TimeSource, Turn

LINE_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"
"""Characters that end a line, wherever a text comes from; CR and LF together end one."""

_LINE = re.compile(f"[^{LINE_ENDS}]+")  # so blank lines are skipped
_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
_ONE_LINE_END = frozenset(("\r\n", *LINE_ENDS))
_CHANGE_OF_SPEAKER = re.compile(r"(?<=\s)>{2,3}(?=\s)")


class Line(NamedTuple):
    r"""A line that is not blank, without the white space around it.

    Attributes:
        start: Place of its first character in the source.
        end: Place after its last character.
        blank: What separates it from the line before in the text of a turn: "\n", "\n\n" where
            blank lines lie between, " " where it is the second part of one line.
        text: Its characters.
    """

    start: int
    end: int
    blank: str
    text: str

    @property
    def starts_paragraph(self) -> bool:
        """Whether a blank line stands above it."""
        return self.blank == "\n\n"


def is_paragraph_edge(lines: Sequence[Line], i: int) -> bool:
    """Whether a blank line stands above line `i`, or the lines begin or end there."""
    return i in (0, len(lines)) or lines[i].starts_paragraph


def split_lines(source: str, *, at_chevrons: bool = False) -> Iterator[Line]:
    """Cut a source into its lines, leaving out those that are blank.

    Args:
        source: The decoded text.
        at_chevrons: Whether a line ends before a `>>` in its midst, too.
    """
    last_end = 0
    for match in _LINE.finditer(source):
        raw = match.group()
        text = raw.strip()
        if not text:
            continue
        start, end = match.span()
        blank = "\n" if source[last_end:start] in _ONE_LINE_END else "\n\n"
        last_end = end
        if len(text) < len(raw):
            start += len(raw) - len(raw.lstrip())
        if at_chevrons and ">>" in text:
            yield from _split_at_chevrons(Line(start, start + len(text), blank, text))
        else:
            yield Line(start, start + len(text), blank, text)


def _split_at_chevrons(line: Line) -> Iterator[Line]:
    """Cut a line before each `>>` that stands between words."""
    yield from cut_line(line, [match.start() for match in _CHANGE_OF_SPEAKER.finditer(line.text)])


def cut_line(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """Cut a line at places counted from its beginning, in order."""
    blank = line.blank
    for begin, until in pairwise((0, *cuts, len(line.text))):
        text = line.text[begin:until].rstrip()
        if text:
            yield Line(line.start + begin, line.start + begin + len(text), blank, text)
            blank = " "


def line_number(source: str, position: int) -> int:
    """Count the line, from 1, on which a character of the source stands."""
    return sum(1 for _ in _LINE_END.finditer(source, 0, position)) + 1


def line_bounds(source: str, number: int) -> tuple[int, int]:
    """Find where a line begins and ends, by its number from 1; the last one if there are fewer."""
    begin = 0
    for i, match in enumerate(_LINE_END.finditer(source), start=1):
        if i == number:
            return begin, match.start()
        begin = match.end()
    return begin, len(source)


class Piece(NamedTuple):
    """A part of a turn that stands together in the source.

    Attributes:
        blank: What stands before it in the text of the turn; nothing is put before the first.
        text: Its characters.
        start: Place of its first character in the source.
        end: Place after its last character.
        start_ms: Time that the source gives for it; None if it gives none.
        end_ms: Time at which it ends; None if the source does not say.
    """

    blank: str
    text: str
    start: int
    end: int
    start_ms: int | None = None
    end_ms: int | None = None


def build_turn(
    index: int, speaker: str | None, pieces: Sequence[Piece], *, time_source: TimeSource = "turn"
) -> Turn:
    """Put the pieces of one turn together.

    Args:
        index: Position of the turn in the transcript.
        speaker: Who speaks; None if the source names nobody.
        pieces: In order; at least one.
        time_source: How exact the times of the pieces are; "none" is put where none has any.
    """
    if len(pieces) == 1:  # as in most turns
        _, text, start, end, start_ms, end_ms = pieces[0]
        source: TimeSource = "none" if start_ms is None else time_source
        run = Run(0, len(text), start, end, start_ms, end_ms)
        return Turn(index, speaker, text, (run,), source)
    parts: list[str] = []
    runs: list[Run] = []
    at = 0
    timed = False
    for piece in pieces:
        if parts:
            parts.append(piece.blank)
            at += len(piece.blank)
        parts.append(piece.text)
        until = at + len(piece.text)
        runs.append(Run(at, until, piece.start, piece.end, piece.start_ms, piece.end_ms))
        at = until
        timed = timed or piece.start_ms is not None
    return Turn(index, speaker, "".join(parts), tuple(runs), time_source if timed else "none")
