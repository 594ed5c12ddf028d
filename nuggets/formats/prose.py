"""Prose without speakers: all of it is said by nobody known, in one turn."""

from __future__ import annotations

from nuggets.formats.format import Format, Parsed
from nuggets.formats.lines import Line, Piece, build_turn, split_lines
from nuggets.formats.noise import count_noise
from nuggets.values import LeftOut

NOISE = "web-page noise"


def looks_like_prose(source: str) -> bool:
    """Whether a text has words at all."""
    return bool(source) and not source.isspace()


def parse_prose(source: str) -> Parsed:
    """Read all lines but web-page noise as one turn; paragraphs stay apart."""
    pieces: list[Piece] = []
    left_out: list[LeftOut] = []
    block: list[Line] = []
    for line in split_lines(source):
        if line.blank == "\n\n" and block:
            _sort_out(block, pieces, left_out)
            block = []
        block.append(line)
    if block:
        _sort_out(block, pieces, left_out)
    turns = (build_turn(0, None, pieces),) if pieces else ()
    return Parsed(turns, tuple(left_out))


def _sort_out(block: list[Line], pieces: list[Piece], left_out: list[LeftOut]) -> None:
    """Put the lines of one paragraph where they belong."""
    at_begin, at_end = count_noise([line.text for line in block])
    for i, line in enumerate(block):
        if at_begin <= i < len(block) - at_end:
            blank = "\n\n" if i == at_begin else "\n"
            pieces.append(Piece(blank, line.text, line.start, line.end))
        else:
            left_out.append(LeftOut(line.start, line.end, NOISE))


PROSE = Format("prose", looks_like_prose, parse_prose)
