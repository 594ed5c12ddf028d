"""Prose without speakers: all of it is said by nobody known, in one turn."""

from __future__ import annotations

from collections.abc import Sequence

from nuggets.formats.format import Format, Parsed
from nuggets.formats.lines import Line, split_lines
from nuggets.formats.text.boilerplate.web_pages import FOOTER, count_footers, find_noise
from nuggets.formats.text.speakers.labels import parse_prefix
from nuggets.formats.text.speakers.timestamps import refuse_impossible, refuse_unaligned
from nuggets.formats.text.speakers.unread_names import warn_of_unread
from nuggets.formats.turns import Piece, build_turn
from nuggets.values import LeftOut

NAME = "prose"

_SAMPLE = 20_000  # lines that tell whether names seem to be unread


def looks_like_prose(source: str) -> bool:
    """Whether a text has words at all."""
    return bool(source) and not source.isspace()


def parse_prose(source: str) -> Parsed:
    """Read all lines but web-page noise as one turn; paragraphs stay apart.

    Raises:
        MalformedTranscriptError: The text is full of times that cannot be aligned with it, or has
            one beside a name that there is not.
    """
    lines = list(split_lines(source))
    refuse_unaligned(source, lines, format=NAME)
    return _build(source, lines, _find_boilerplate(lines))


def parse_all(source: str) -> Parsed:
    """Read all lines as one turn.

    Raises:
        MalformedTranscriptError: The text is full of times that cannot be aligned with it, or has
            one beside a name that there is not.
    """
    lines = list(split_lines(source))
    refuse_unaligned(source, lines, format=NAME)
    return _build(source, lines, [None] * len(lines))


def _build(source: str, lines: Sequence[Line], reasons: Sequence[str | None]) -> Parsed:
    """Put the lines that are speech together."""
    pieces: list[Piece] = []
    left_out: list[LeftOut] = []
    after_blank = False
    for line, reason in zip(lines, reasons, strict=True):
        after_blank = after_blank or line.starts_paragraph
        if reason is None:
            blank = "\n\n" if after_blank else "\n"
            pieces.append(Piece(blank, line.text, line.start, line.end))
            after_blank = False
        else:
            left_out.append(LeftOut(line.start, line.end, reason))
    turns = (build_turn(0, None, pieces),) if pieces else ()
    prefixes = [parse_prefix(line.text) for line in lines[:_SAMPLE]]
    refuse_impossible(source, lines, prefixes, format=NAME)
    return Parsed(turns, tuple(left_out), warn_of_unread(lines[:_SAMPLE], prefixes))


def _find_boilerplate(lines: Sequence[Line]) -> list[str | None]:
    """Say for each line why it is no speech; None where it is."""
    reasons: list[str | None] = []
    block: list[str] = []
    for line in lines:
        if line.starts_paragraph and block:
            reasons.extend(find_noise(block))
            block = []
        block.append(line.text)
    if block:
        reasons.extend(find_noise(block))
    texts, apart = [line.text for line in lines], [line.starts_paragraph for line in lines]
    for i in range(len(lines) - count_footers(texts, apart, reasons), len(lines)):
        reasons[i] = reasons[i] or FOOTER
    return reasons


PROSE = Format(
    NAME,
    origin="text without speakers",
    speakers="no",
    times="none",
    looks_like=looks_like_prose,
    parse=parse_prose,
    parse_all=parse_all,
)
