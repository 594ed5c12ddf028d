"""Lines of a source: splitting, numbering, and their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

LINE_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"
"""Characters that end a line, wherever a text comes from; CR and LF together end one."""

LINE = re.compile(f"[^{LINE_ENDS}]+")
"""Pattern of a line with any characters, white space included; skips empty lines."""

LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
"""Pattern of one end of a line."""

_ONE_LINE_END = frozenset(("\r\n", *LINE_ENDS))
_CHANGE_OF_SPEAKER = re.compile(r"(?<=\s)>{2,3}(?=\s)")


class Line(NamedTuple):
    r"""A line that is not blank, without the white space around it.

    Attributes:
        start: Offset of its first character in the source.
        end: Offset after its last character.
        blank: The separator between it and the line before in the text of a turn: "\n"; "\n\n"
            after blank lines; " " before a later part of one line.
        text: Its characters.
    """

    start: int
    end: int
    blank: str
    text: str

    @property
    def has_blank_line_above(self) -> bool:
        """Whether a blank line stands above it."""
        return self.blank == "\n\n"


def is_paragraph_edge(lines: Sequence[Line], i: int) -> bool:
    """Whether a blank line stands above line `i`, or the lines begin or end there."""
    return i in (0, len(lines)) or lines[i].has_blank_line_above


def split_lines(source: str, *, at_chevrons: bool = False) -> Iterator[Line]:
    """Split a source into its lines, without blank ones.

    Args:
        source: The decoded text.
        at_chevrons: Whether lines are also split before each `>>` between words.
    """
    last_end = 0
    for match in LINE.finditer(source):
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
    """Split a line before each `>>` between words, which marks a new speaker."""
    yield from cut_line(line, [match.start() for match in _CHANGE_OF_SPEAKER.finditer(line.text)])


def cut_line(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """Split a line at offsets in its text, ascending."""
    blank = line.blank
    for begin, until in pairwise((0, *cuts, len(line.text))):
        text = line.text[begin:until].rstrip()
        if text:
            yield Line(line.start + begin, line.start + begin + len(text), blank, text)
            blank = " "


def line_number(source: str, position: int) -> int:
    """Return the number, from 1, of the line that holds an offset of the source."""
    return sum(1 for _ in LINE_END.finditer(source, 0, position)) + 1


def line_bounds(source: str, number: int) -> tuple[int, int]:
    """Return the offsets of a line by its number from 1; of the last line if there are fewer."""
    begin = 0
    for i, match in enumerate(LINE_END.finditer(source), start=1):
        if i == number:
            return begin, match.start()
        begin = match.end()
    return begin, len(source)
